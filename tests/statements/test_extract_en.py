"""Contents of English statements: where they begin and end."""

import pytest

CASES = [
    ("Ann Lee said that the bridge is safe.", "Ann Lee", "that the bridge is safe"),
    ("Ann Lee said the bridge is safe.", "Ann Lee", "the bridge is safe"),
    ('"The bridge is safe," Ann Lee said on Monday.', "Ann Lee", '"The bridge is safe,"'),
    ("“The bridge is safe,” said Ann Lee, an engineer.", "Ann Lee", "“The bridge is safe,”"),
    ("''The bridge is safe,'' Ann Lee told reporters.", "Ann Lee", "''The bridge is safe,''"),
    ('"The bridge is safe," said Ann Lee. "I built it."', "Ann Lee", '"The bridge is safe," … "I built it."'),
    ('"Well," Ann Lee said, "it is safe."', "Ann Lee", '"Well," … "it is safe."'),
    ('"Is it safe?" Ann Lee asked.', "Ann Lee", '"Is it safe?"'),
    ("The bridge is safe, Ann Lee said.", "Ann Lee", "The bridge is safe"),
    ("The bridge, Ann Lee said, is safe.", "Ann Lee", "The bridge … is safe"),
    ("The bridge is safe, said former mayor Ann Lee.", "Ann Lee", "The bridge is safe"),
    ("According to Ann Lee, the bridge is safe.", "Ann Lee", "the bridge is safe"),
    ("The bridge is safe, according to Ann Lee.", "Ann Lee", "The bridge is safe"),
    ('Ann Lee told the Daily Bugle that it is "safe."', "Ann Lee", 'that it is "safe."'),
    ("Ann Lee called the bridge safe.", "Ann Lee", "the bridge safe"),
    ("Ann Lee expressed hope for a quick repair.", "Ann Lee", "hope for a quick repair"),
    ("Ann Lee promised to repair the bridge.", "Ann Lee", "to repair the bridge"),
    ("Ann Lee accused the builders of theft.", "Ann Lee", "the builders of theft"),
    ("Ann Lee asked whether the bridge is safe.", "Ann Lee", "whether the bridge is safe"),
    ("Ann Lee, an engineer from Ohio, said the bridge is safe.", "Ann Lee", "the bridge is safe"),
    ("Ann Lee, who built the bridge, said it is safe.", "Ann Lee", "it is safe"),
    ("Ann Lee said at a meeting in Ohio that the bridge is safe.", "Ann Lee", "that the bridge is safe"),
    ('Ann Lee said: "The bridge is safe."', "Ann Lee", '"The bridge is safe."'),
    ('Ann Lee continued:\n\n"The bridge is safe."', "Ann Lee", '"The bridge is safe."'),
    ("As Ann Lee put it, the bridge is safe.", "Ann Lee", "the bridge is safe"),
    ("The bridge is safe, as Ann Lee has said.", "Ann Lee", "The bridge is safe"),
    ("“The bridge is safe.” — Ann Lee", "Ann Lee", "“The bridge is safe.”"),
    ("Ann Lee's claim that the bridge is safe, made today, was new.", "Ann Lee", "that the bridge is safe"),
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee hammered home the goal.",  # deeds in the words of an attitude
        "Ann Lee defended her title in Ohio.",
        "Ann Lee has cast her spell over the town.",
        "Ann Lee spoke before the thousands estimated to have come to Ohio.",
        "It was the pass that saw Ohio win the game.",
    ],
)
def test_a_deed_is_no_statement(said, text):
    assert not said(text)


@pytest.mark.parametrize(("text", "speaker", "words"), CASES)
def test_one_statement(said, text, speaker, words):
    assert said(text) == [(speaker, words)]


def test_participles_keep_the_speaker(said):
    found = said("Ann Lee said the bridge is safe, adding that it will open soon.")
    assert found == [("Ann Lee", "the bridge is safe"), ("Ann Lee", "that it will open soon")]


def test_second_verb_keeps_the_speaker(said):
    found = said("Ann Lee praised the builders and said the bridge is safe.")
    assert found == [("Ann Lee", "the builders"), ("Ann Lee", "the bridge is safe")]


def test_subordinate_clause_ends_before_the_main_clause(said):
    found = said("While Ann Lee said the bridge is safe, the town stayed closed.")
    assert found == [("Ann Lee", "the bridge is safe")]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee did not say that the bridge is safe.",
        "Ann Lee is expected to say the bridge is safe.",
        "Ann Lee would say the bridge is safe.",
        "Ann Lee should say that.",
        "The so-called “big bridge” was closed.",
        "The claims were filed in time.",
        "It was a state of calm.",
        "Ann Lee works for a think tank, Norland Watch.",
        "In the north, rain continued in the hills.",
        "The boat had leaks and propulsion issues that engineers found.",
        "Member states that might join came to Orlin.",
        "The plan is held up as polls show.",
    ],
)
def test_no_statement(said, text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    ["Ann Lee declined to comment on the bridge.", "Ann Lee did not respond to a request for comment."],
)
def test_declined(statements, text):
    (found,) = statements(text)
    assert (found.speaker, found.declined) == ("Ann Lee", True)


def test_transcript_labels(said):
    text = "LEE: The bridge is safe.\n\nSTONE: I doubt it."
    assert [words for _, words in said(text)] == ["The bridge is safe", "I doubt it"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Lee said the bridge is safe.", "indirect"),
        ("Ann Lee said the bridge is “safe” and new.", "mixed"),
        ("“The bridge is safe,” Ann Lee said.", "direct"),
    ],
)
def test_kind(statements, text, kind):
    assert [s.kind for s in statements(text)] == [kind]
