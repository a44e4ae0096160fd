//! Who said what, in articles of a line or two and in the sample.

use whosaid::annotation::quote::Voice;
use whosaid::model::Model;
use whosaid::text::article::Article;

use crate::support::marked::mark;

/// Marks the speakers and quotes that are found in an article.
#[track_caller]
fn check(text: &str, marked: &str) {
    assert_eq!(mark(&Model::embedded().annotate(Article::parse(text).unwrap())), marked);
}

/// Lists the names in an article, each with its kind and number of mentions.
#[track_caller]
fn check_names(text: &str, expected: &str) {
    let document = Model::embedded().annotate(Article::parse(text).unwrap());
    let entities = document.entities().iter();
    let found: Vec<String> = entities
        .map(|entity| format!("{:?} {} {}", entity.kind, entity.name, entity.mentions.len()))
        .collect();
    assert_eq!(found.join("; "), expected);
}

#[test]
fn a_name_before_the_verb_speaks() {
    check("“It rains every day,” Ann Lee said.", "{1 “It rains every day,”} [1 Ann Lee] said.");
}

#[test]
fn a_name_after_the_verb_speaks() {
    check("“It rains every day,” said Ann Lee.", "{1 “It rains every day,”} said [1 Ann Lee].");
}

#[test]
fn a_quote_may_follow_its_cue() {
    check("Ann Lee said: “It rains every day.”", "[1 Ann Lee] said: {1 “It rains every day.”}");
    check(
        "Ann Lee told reporters, “It rains every day.”",
        "[1 Ann Lee] told reporters, {1 “It rains every day.”}",
    );
}

#[test]
fn an_interrupted_quote_is_one() {
    check(
        "“The rain,” Ann Lee said, “will never end.”",
        "{1 “The rain,”} [1 Ann Lee] said, {1 “will never end.”}",
    );
}

#[test]
fn a_second_quote_has_the_same_speaker() {
    check(
        "“It rains,” Ann Lee said. “It pours every day.”",
        "{1 “It rains,”} [1 Ann Lee] said. {1 “It pours every day.”}",
    );
}

#[test]
fn an_apposition_belongs_to_the_source() {
    check(
        "“It rains,” Hugh Hill, a doctor from Ely, said on Monday.",
        "{1 “It rains,”} [1 Hugh Hill], a doctor from [2 Ely], said on Monday.",
    );
}

#[test]
fn any_verb_may_follow_a_quote() {
    check("“It rains!” thundered Ann Lee.", "{1 “It rains!”} thundered [1 Ann Lee].");
}

#[test]
fn a_quote_continues_in_the_next_paragraph() {
    check(
        "“It rains,” Ann Lee said. “It pours.\n\n“And it will never end.”",
        "{1 “It rains,”} [1 Ann Lee] said. {1 “It pours.}\n\n{1 “And it will never end.”}",
    );
}

#[test]
fn a_line_with_a_colon_introduces_the_next_paragraph() {
    check(
        "Ann Lee continued:\n\n“It rains every day.”",
        "[1 Ann Lee] continued:\n\n{1 “It rains every day.”}",
    );
}

#[test]
fn a_name_after_a_dash_signs_a_quote() {
    check(
        "“It rains every day.” — Ann Lee\n\nNobody minds it.",
        "{1 “It rains every day.”} — [1 Ann Lee]\n\nNobody minds it.",
    );
}

#[test]
fn a_transcript_has_turns() {
    check(
        "LEE: Does it rain?\n\nHILL: Every day.\n\nLEE: Will it end?\n\nHILL: Never.",
        "[1 LEE]: {1 Does it rain?}\n\n[2 HILL]: {2 Every day.}\n\n[1 LEE]: {1 Will it end?}\n\n[2 HILL]: {2 Never.}",
    );
}

#[test]
fn single_marks_work_like_double_ones() {
    check(
        "‘It’s the players’ bus,’ said Ann Lee. ‘Nobody else’s.’",
        "{1 ‘It’s the players’ bus,’} said [1 Ann Lee]. {1 ‘Nobody else’s.’}",
    );
}

#[test]
fn words_in_marks_make_a_clause_mixed() {
    check(
        "Ann Lee said the plan was “a disaster” for the town.",
        "[1 Ann Lee] said {1 the plan was “a disaster” for the town}.",
    );
}

#[test]
fn scare_quotes_and_titles_are_not_quotes() {
    check(
        "The so-called “lone wolves” met at a forum in Ely.",
        "The so-called “lone wolves” met at a forum in [1 Ely].",
    );
    check(
        "The film “Rain on the Roof” opens in Ely on Monday.",
        "The film “Rain on the Roof” opens in [1 Ely] on Monday.",
    );
    check(
        "Ann Lee wrote the song “Rain on the Roof” in 1990.",
        "[1 Ann Lee] wrote the song “Rain on the Roof” in 1990.",
    );
}

#[test]
fn a_reporting_verb_takes_a_clause() {
    check("Ann Lee said that it rains every day.", "[1 Ann Lee] said {1 that it rains every day}.");
    check("Ann Lee said it rains every day.", "[1 Ann Lee] said {1 it rains every day}.");
    check("It rains every day, Ann Lee said.", "{1 It rains every day}, [1 Ann Lee] said.");
    check(
        "The year was wet. According to Ann Lee, it rains every day.",
        "The year was wet. According to [1 Ann Lee], {1 it rains every day}.",
    );
}

#[test]
fn a_scene_before_the_subject_is_not_content() {
    check(
        "In a rare admission, Ann Lee acknowledged that it rains every day.",
        "In a rare admission, [1 Ann Lee] acknowledged {1 that it rains every day}.",
    );
}

#[test]
fn a_noun_is_not_a_cue() {
    check(
        "The report of the claims was long, and the talks had no end.",
        "The report of the claims was long, and the talks had no end.",
    );
}

#[test]
fn a_pronoun_is_the_last_speaker() {
    check(
        "“It rains,” Ann Lee said. Tom Hill left the room.\n\n“It pours every day,” she added.",
        "{1 “It rains,”} [1 Ann Lee] said. [2 Tom Hill] left the room.\n\n{1 “It pours every day,”} she added.",
    );
}

#[test]
fn a_description_is_the_person_introduced_with_it() {
    check(
        "Foreign Minister Ann Lee met the press in Ely.\n\n“It rains,” the minister said.",
        "Foreign Minister [1 Ann Lee] met the press in [2 Ely].\n\n{1 “It rains,”} the minister said.",
    );
}

#[test]
fn a_description_is_the_body_whose_name_holds_most_of_its_words() {
    check(
        "The Supreme Court and the Ely Court of Appeals met. “It rains,” the appeals court said.",
        "The [1 Supreme Court] and the [2 Ely Court of Appeals] met. {2 “It rains,”} the appeals court said.",
    );
}

#[test]
fn a_document_keeps_its_owner_when_it_is_mentioned_again() {
    check(
        "A Reuters survey found that it rains every day. The study said that it pours.",
        "A [1 Reuters] survey found {1 that it rains every day}. The study said {1 that it pours}.",
    );
}

#[test]
fn outside_of_quotes_the_author_speaks() {
    check(
        "Rain in the east\n\nBy Ann Lee\n\nI believe that it rains every day.",
        "Rain in the east\n\nBy [1 Ann Lee]\n\nI believe {1 that it rains every day}.",
    );
}

#[test]
fn a_spokesman_is_not_the_one_he_speaks_for() {
    check(
        "“It rains,” a spokesman for Ann Lee said.",
        "{a “It rains,”} a spokesman for [1 Ann Lee] said.",
    );
}

#[test]
fn a_group_speaks_under_its_own_words() {
    check(
        "Senior officials said that it rains every day.",
        "Senior officials said {a that it rains every day}.",
    );
}

#[test]
fn a_surname_stands_for_the_full_name() {
    check_names(
        "President Donald Trump met Marco Rubio in Moscow. Trump left. Mr. Rubio stayed.",
        "Person Donald Trump 2; Person Marco Rubio 2; Place Moscow 1",
    );
}

#[test]
fn two_people_of_one_surname_stay_apart() {
    check_names(
        "Bill Clinton and Hillary Clinton met in Ohio. Mrs. Clinton left.",
        "Person Bill Clinton 1; Person Hillary Clinton 2; Place Ohio 1",
    );
}

#[test]
fn a_surname_keeps_its_person() {
    check_names(
        "Ted Cruz spoke in Ohio. Cruz and his wife, Heidi Cruz, left. Cruz waved.",
        "Person Ted Cruz 3; Place Ohio 1; Person Heidi Cruz 1",
    );
}

#[test]
fn a_title_alone_stands_for_the_person_with_it() {
    check_names(
        "Education Secretary Ann Lee spoke in Ely. Tom Hill answered the Secretary.",
        "Person Ann Lee 2; Place Ely 1; Person Tom Hill 1",
    );
    check_names("Madam Speaker, I thank the town of Ely.", "Person Speaker 1; Place Ely 1");
}

#[test]
fn small_words_join_the_parts_of_a_name() {
    check_names(
        "Talks with Ursula von der Leyen, Keir Starmer and Ann Lee went on.",
        "Person Ursula von der Leyen 1; Person Keir Starmer 1; Person Ann Lee 1",
    );
}

#[test]
fn titles_and_nations_are_not_part_of_a_name() {
    check_names("French President Emmanuel Macron spoke.", "Person Emmanuel Macron 1");
    check_names("Secretary of State Marco Rubio spoke.", "Person Marco Rubio 1");
}

#[test]
fn the_words_of_a_name_show_its_kind() {
    check_names(
        "The University of Ohio wrote of the town on the Ohio River and of World War II.",
        "Organization University of Ohio 1; Place Ohio River 1; Event World War II 1",
    );
}

#[test]
fn the_direct_quotes_of_the_sample_are_all_by_lavrov() {
    let text = include_str!("../../assets/sample.txt");
    let document = Model::embedded().annotate(Article::parse(text).unwrap());
    let direct = document.quotes().iter().filter(|quote| quote.voice == Voice::Direct);
    let found: Vec<String> = direct
        .map(|quote| {
            let speaker = quote.speaker.map_or("?", |id| document.speaker(id).name.as_str());
            format!("{speaker} {}", document.words(&quote.cue))
        })
        .collect();
    let cues = ["said", "added", "remarked", "said", "remarked"];
    assert_eq!(found, cues.map(|cue| format!("Sergey Lavrov {cue}")));
    let speakers: Vec<&str> = document.speakers().iter().map(|one| one.name.as_str()).collect();
    for name in ["Sergey Lavrov", "Donald Trump", "Marco Rubio"] {
        assert!(speakers.contains(&name), "{name} is not among {speakers:?}");
    }
}
