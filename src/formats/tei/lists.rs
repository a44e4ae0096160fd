//! What stands before the text: the header, and the lists of who is spoken of.

use crate::annotation::document::Document;
use crate::annotation::entity::{Entity, EntityKind};
use crate::annotation::speaker::{Speaker, SpeakerKind};
use crate::formats::markup::escape;

/// The least that a header must say, and the three voices.
pub(super) fn header(title: &str, author: Option<&str>, name: &str, prefix: &str) -> String {
    let author = author.map(|author| format!("<author>{}</author>", escape(author)));
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "<teiHeader>
<fileDesc>
<titleStmt><title>{}</title>{}</titleStmt>
<publicationStmt><p>Annotated by a program; not published.</p></publicationStmt>
<sourceDesc><p>{}</p></sourceDesc>
</fileDesc>
<encodingDesc>
<appInfo><application ident=\"whosaid\" version=\"{version}\"><label>whosaid</label></application></appInfo>
<classDecl><taxonomy xml:id=\"{prefix}voice\">
<category xml:id=\"{prefix}direct\"><catDesc>all words stand in quotation marks</catDesc></category>
<category xml:id=\"{prefix}mixed\"><catDesc>some words stand in quotation marks</catDesc></category>
<category xml:id=\"{prefix}indirect\"><catDesc>the words are those of the reporter</catDesc></category>
</taxonomy></classDecl>
</encodingDesc>
</teiHeader>
",
        escape(title),
        author.unwrap_or_default(),
        escape(name),
    )
}

/// Speakers and entities; nothing where there are none.
pub(super) fn stand_off(document: &Document, prefix: &str) -> String {
    let speakers = (1..).zip(document.speakers());
    let mut people: Vec<String> = Vec::new();
    let mut bodies: Vec<String> = Vec::new();
    for (number, speaker) in speakers {
        let list = match speaker.kind {
            SpeakerKind::Organization => &mut bodies,
            SpeakerKind::Person | SpeakerKind::Group | SpeakerKind::Anonymous => &mut people,
        };
        list.push(listed_speaker(speaker, &format!("{prefix}s{number}")));
    }
    let (mut places, mut events) = (Vec::new(), Vec::new());
    for (number, entity) in (1..).zip(document.entities()) {
        let list = match entity.kind {
            EntityKind::Person => &mut people,
            EntityKind::Organization => &mut bodies,
            EntityKind::Place => &mut places,
            EntityKind::Event => &mut events,
        };
        let same = same_speaker(document, entity, prefix);
        list.push(listed_entity(entity, &format!("{prefix}e{number}"), &same));
    }
    let lists =
        [("listPerson", people), ("listOrg", bodies), ("listPlace", places), ("listEvent", events)];
    let lists: Vec<String> = lists
        .iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(name, items)| format!("<{name}>\n{}</{name}>\n", items.concat()))
        .collect();
    if lists.is_empty() {
        String::new()
    } else {
        format!("<standOff>\n{}</standOff>\n", lists.concat())
    }
}

fn listed_speaker(speaker: &Speaker, id: &str) -> String {
    let name = escape(&speaker.name);
    let role = |element: &str| {
        let role = speaker.role.as_ref();
        role.map(|role| format!("<{element}>{}</{element}>", escape(role))).unwrap_or_default()
    };
    match speaker.kind {
        SpeakerKind::Person => {
            let role = role("occupation");
            format!("<person xml:id=\"{id}\"><persName>{name}</persName>{role}</person>\n")
        }
        SpeakerKind::Organization => {
            format!("<org xml:id=\"{id}\"><orgName>{name}</orgName>{}</org>\n", role("desc"))
        }
        SpeakerKind::Group => {
            format!(
                "<personGrp xml:id=\"{id}\" role=\"group\"><persName>{name}</persName></personGrp>\n"
            )
        }
        SpeakerKind::Anonymous => {
            format!(
                "<person xml:id=\"{id}\" role=\"anonymous\"><persName>{name}</persName></person>\n"
            )
        }
    }
}

fn listed_entity(entity: &Entity, id: &str, same: &str) -> String {
    let name = escape(&entity.name);
    let (element, inner) = match entity.kind {
        EntityKind::Person => ("person", "persName"),
        EntityKind::Organization => ("org", "orgName"),
        EntityKind::Place => ("place", "placeName"),
        EntityKind::Event => ("event", "label"),
    };
    format!("<{element} xml:id=\"{id}\"{same}><{inner}>{name}</{inner}></{element}>\n")
}

/// The speaker of an entity's name.
fn same_speaker(document: &Document, entity: &Entity, prefix: &str) -> String {
    let speaker = document.speakers().iter().position(|speaker| speaker.name == entity.name);
    let same = speaker.map(|at| format!(" sameAs=\"#{prefix}s{}\"", at + 1));
    same.unwrap_or_default()
}
