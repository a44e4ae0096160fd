"""Tests of lexicon.py."""

import tempfile
import unittest
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import lexicon


@contextmanager
def by_hand(**files):
    """Replaces the hand-made files; the keys are their names, with "_" for "-"."""
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(lexicon, "HAND", Path(folder)):
        for name, content in files.items():
            (Path(folder) / f"{name.replace('_', '-')}.txt").write_text(content, encoding="utf-8")
        yield


class Hand(unittest.TestCase):
    def check(self, content, expected):
        with by_hand(some=content):
            self.assertEqual(lexicon.hand("some.txt"), expected)

    def test_items_are_separated_by_commas_and_comments_are_skipped(self):
        self.check("# a, b\n\nc, d\ne\n", [(None, "c"), (None, "d"), (None, "e")])

    def test_a_kind_holds_for_its_line(self):
        self.check("person m: man, boy\nUpper: x\nit\n", [("person m", "man"), ("person m", "boy"), (None, "Upper: x"), (None, "it")])


class Verbs(unittest.TestCase):
    def check(self, item, forms, rate=None):
        self.assertEqual(lexicon.paradigm(item), (set(forms.split()), rate))

    def test_regular_verbs_are_inflected_by_their_ending(self):
        self.check("add", "add adds added adding")
        self.check("argue", "argue argues argued arguing")
        self.check("agree", "agree agrees agreed agreeing")
        self.check("deny", "deny denies denied denying")
        self.check("say:said", "say says said saying")
        self.check("stress", "stress stresses stressed stressing")
        self.check("echo", "echo echoes echoed echoing")
        self.check("coo", "coo coos cooed cooing")

    def test_a_plus_doubles_the_last_letter(self):
        self.check("quip+", "quip quips quipped quipping")
        self.check("quiz:quizzed", "quiz quizzes quizzed quizzing")

    def test_irregular_forms_and_a_rate_can_be_given(self):
        self.check("sing:sang:sung=15", "sing sings sang sung singing", 15)
        self.check("tell:told", "tell tells told telling")


class Cues(unittest.TestCase):
    def check(self, verb, cue, speech, expected):
        counts = mock.Mock(**{name: lexicon.Counter(of) for name, of in (("verb", verb), ("cue", cue), ("speech", speech))})
        with by_hand(cues="say:said, opine, boom=30", cues_drop="is"):
            rows = dict((form, row) for form, *row in lexicon.make_cues(counts))
        self.assertEqual({form: rows.get(form) for form in expected}, expected)

    def test_a_form_is_a_cue_if_it_introduces_two_quotes_in_marks(self):
        self.check({"ran": 9}, {"ran": 3}, {"ran": 2}, {"ran": [2, 33]})
        self.check({"ran": 9}, {"ran": 3}, {"ran": 1}, {"ran": None})

    def test_or_if_it_is_often_a_cue(self):
        self.check({"ran": 10}, {"ran": 4}, {}, {"ran": [0, 40]})
        self.check({"ran": 20}, {"ran": 4}, {}, {"ran": None})

    def test_dropped_forms_are_no_cues(self):
        self.check({"is": 9}, {"is": 9}, {"is": 9}, {"is": None})

    def test_a_rare_form_has_the_rate_of_its_verb(self):
        self.check({"said": 10, "saying": 1}, {"said": 8}, {"said": 5}, {"said": [5, 80], "saying": [0, 73]})

    def test_a_rare_verb_has_the_rate_given_by_hand_or_half(self):
        self.check({}, {}, {}, {"opines": [0, 50], "booms": [0, 30]})


class Nouns(unittest.TestCase):
    def test_plurals_follow_the_ending(self):
        plurals = {"aide": "aides", "coach": "coaches", "boss": "bosses", "ally": "allies", "boy": "boys"}
        self.assertEqual({noun: lexicon.pluralize(noun) for noun in plurals}, plurals)

    def test_roles_have_kind_gender_and_number(self):
        roles = "person n: official, child/children, press/-\ngroup n plural: Critics, officials\n"
        with by_hand(roles=roles):
            rows = set(lexicon.make_roles())
        self.assertEqual(
            rows,
            {
                ("official", "person", "n", "singular"),
                ("officials", "person", "n", "plural"),
                ("child", "person", "n", "singular"),
                ("children", "person", "n", "plural"),
                ("press", "person", "n", "singular"),
                ("critics", "group", "n", "plural"),
            },
        )

    def test_titles_are_split_into_words_and_a_gender_wins(self):
        with by_hand(titles="m: King\nperson: King of Arms, Prime Minister\n"):
            rows = dict(lexicon.make_titles())
        self.assertEqual(rows, {"King": "m", "Arms": "person", "Prime": "person", "Minister": "person"})

    def test_demonyms_have_a_plural_unless_their_ending_has_none(self):
        with by_hand(demonyms="Russian, Irishman, German, Chinese, =Labour, Spanish"):
            rows = {form for form, in lexicon.make_demonyms()}
        expected = {"Russian", "Russians", "Irishman", "Irishmen", "German", "Germans", "Chinese", "Labour", "Spanish"}
        self.assertEqual(rows, expected)


class Names(unittest.TestCase):
    def test_the_census_writes_mcdonald_with_one_capital(self):
        names = [lexicon.restore_case(name) for name in ("Mcdonald", "Mcgee", "Mace", "Smith")]
        self.assertEqual(names, ["McDonald", "McGee", "Mace", "Smith"])

    def test_diacritics_can_be_removed(self):
        self.assertEqual(lexicon.plain("Montréal"), "Montreal")

    def check_word(self, name, capital, person, expected):
        counts = mock.Mock(capital=lexicon.Counter({name: capital}), person=lexicon.Counter({name: person}))
        self.assertEqual(lexicon.is_word(name, counts, {"mark"}), expected)

    def test_a_frequent_form_is_a_word_if_it_is_rarely_a_person(self):
        self.check_word("Mark", 10, 4, False)
        self.check_word("Mark", 10, 3, True)
        self.check_word("Ann", 10, 3, True)

    def test_a_rare_form_is_a_word_if_it_is_common_in_lower_case(self):
        self.check_word("Mark", 4, 1, True)
        self.check_word("Mark", 4, 2, False)
        self.check_word("Ann", 4, 0, False)


class Sentences(unittest.TestCase):
    def check(self, sentence, expected):
        self.assertEqual(lexicon.is_headline(sentence.split()), expected)

    def test_a_headline_has_mostly_capitals_in_longer_words(self):
        self.check("Mayor Opens New Bridge to the City", True)
        self.check("Mayor Lee opens a bridge to them", False)


class Articles(unittest.TestCase):
    """“Ann Lee said it rains” with its tree: said is the root, Lee and rains depend on it."""

    def setUp(self):
        text = "Ann Lee said it rains"
        spans = [(0, 3), (4, 7), (8, 12), (13, 15), (16, 21)]
        tags = ["NNP", "NNP", "VBD", "PRP", "VBZ"]
        kinds = ["PERSON", "PERSON", "O", "O", "O"]
        heads = [1, 2, -1, 4, 2]
        attribution = {"cue": [[8, 12]], "content": [[13, 21]], "kind": "direct"}
        layer = {
            "tokens": [(*span, tag, kind) for span, tag, kind in zip(spans, tags, kinds)],
            "deps": [(head, "dep") for head in heads],
            "sentences": [(0, 5)],
        }
        self.article = lexicon.Article({"text": text, "attributions": [attribution]}, layer)

    def test_the_head_of_words_is_nearest_to_the_root(self):
        self.assertEqual([self.article.depth(token) for token in range(5)], [2, 1, 0, 2, 1])
        self.assertEqual(self.article.head([0, 1]), 1)
        self.assertEqual(self.article.head([1, 4]), 4)
        self.assertIsNone(self.article.head([]))

    def test_cues_and_names_are_counted(self):
        counts = lexicon.Counts([self.article])
        self.assertEqual((counts.cue, counts.speech), ({"said": 1}, {"said": 1}))
        self.assertEqual(counts.verb, {"said": 1, "rains": 1})
        self.assertEqual((counts.named["Ann Lee"], counts.org["Ann Lee"]), (1, 0))
        self.assertEqual((counts.capital, counts.person), ({"Lee": 1}, {"Lee": 1}))


class Shipped(unittest.TestCase):
    def test_every_list_names_its_source_license_and_command(self):
        for path in (lexicon.HERE.parent / "assets/lexicon").glob("*.txt"):
            head = path.read_text(encoding="utf-8").split("\n")[1:4]
            self.assertTrue(head[0].startswith("# Source: "), path)
            self.assertTrue(head[1].startswith("# License: "), path)
            self.assertEqual(head[2], f"# Made by: {lexicon.COMMAND}", path)
