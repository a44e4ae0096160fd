//! What precedes the text: the header, and the lists of speakers and entities.

use crate::annotation::document::Document;
use crate::annotation::entity::{Entity, EntityKind};
use crate::annotation::speaker::{Speaker, SpeakerKind};
use crate::formats::markup::escape;

/// The required parts of a header, and the three voices.
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

/// The lists of speakers and entities that are not empty.
pub(super) fn stand_off(document: &Document, prefix: &str) -> String {
    let [mut people, mut bodies, mut places, mut events] = [const { String::new() }; 4];
    for (number, speaker) in (1..).zip(document.speakers()) {
        let list = match speaker.kind {
            SpeakerKind::Organization => &mut bodies,
            SpeakerKind::Person | SpeakerKind::Group | SpeakerKind::Anonymous => &mut people,
        };
        list.push_str(&listed_speaker(speaker, &format!("{prefix}s{number}")));
    }
    for (number, entity) in (1..).zip(document.entities()) {
        let list = match entity.kind {
            EntityKind::Person => &mut people,
            EntityKind::Organization => &mut bodies,
            EntityKind::Place => &mut places,
            EntityKind::Event => &mut events,
        };
        let same = same_speaker(document, entity, prefix);
        list.push_str(&listed_entity(entity, &format!("{prefix}e{number}"), &same));
    }
    let lists =
        [("listPerson", people), ("listOrg", bodies), ("listPlace", places), ("listEvent", events)];
    let lists: Vec<String> = lists
        .iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(name, items)| format!("<{name}>\n{items}</{name}>\n"))
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

/// A link from an entity to the speaker of the same name.
fn same_speaker(document: &Document, entity: &Entity, prefix: &str) -> String {
    let speaker = document.speakers().iter().position(|speaker| speaker.name == entity.name);
    let same = speaker.map(|at| format!(" sameAs=\"#{prefix}s{}\"", at + 1));
    same.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::document::Findings;
    use crate::text::article::Article;

    /// The lists of one speaker and one entity, on one line.
    #[track_caller]
    fn check(
        speaker: (&str, SpeakerKind, Option<&str>),
        entity: (&str, EntityKind),
        expected: &str,
    ) {
        let (name, kind, role) = speaker;
        let speaker = Speaker {
            name: name.to_owned(),
            kind,
            role: role.map(str::to_owned),
            mentions: Vec::new(),
        };
        let (name, kind) = entity;
        let entity = Entity { kind, name: name.to_owned(), mentions: Vec::new() };
        let article = Article::parse("It rains.").unwrap();
        let findings =
            Findings { quotes: Vec::new(), speakers: vec![speaker], entities: vec![entity] };
        let lists = stand_off(&Document::new(article, findings), "a-");
        let expected = format!("<standOff>{expected}</standOff>");
        assert_eq!(lists.replace('\n', ""), expected);
    }

    #[test]
    fn a_person_has_an_occupation_and_is_linked_to_the_entity_of_the_same_name() {
        check(
            ("Ann <Lee>", SpeakerKind::Person, Some("Mayor & judge")),
            ("Ann <Lee>", EntityKind::Person),
            "<listPerson><person xml:id=\"a-s1\"><persName>Ann &lt;Lee&gt;</persName><occupation>Mayor &amp; judge</occupation></person>\
             <person xml:id=\"a-e1\" sameAs=\"#a-s1\"><persName>Ann &lt;Lee&gt;</persName></person></listPerson>",
        );
    }

    #[test]
    fn an_organization_has_a_description() {
        check(
            ("NATO", SpeakerKind::Organization, Some("The alliance")),
            ("Ely", EntityKind::Place),
            "<listOrg><org xml:id=\"a-s1\"><orgName>NATO</orgName><desc>The alliance</desc></org></listOrg>\
             <listPlace><place xml:id=\"a-e1\"><placeName>Ely</placeName></place></listPlace>",
        );
    }

    #[test]
    fn a_group_is_listed_with_people_and_an_event_by_its_label() {
        check(
            ("residents", SpeakerKind::Group, None),
            ("the Flood", EntityKind::Event),
            "<listPerson><personGrp xml:id=\"a-s1\" role=\"group\"><persName>residents</persName></personGrp></listPerson>\
             <listEvent><event xml:id=\"a-e1\"><label>the Flood</label></event></listEvent>",
        );
    }

    #[test]
    fn somebody_anonymous_is_a_person() {
        check(
            ("an official", SpeakerKind::Anonymous, None),
            ("NATO", EntityKind::Organization),
            "<listPerson><person xml:id=\"a-s1\" role=\"anonymous\"><persName>an official</persName></person></listPerson>\
             <listOrg><org xml:id=\"a-e1\"><orgName>NATO</orgName></org></listOrg>",
        );
    }
}
