"""Whose words they are: the noun phrase that an English cue belongs to."""

import pytest

MENTIONS = [
    # asides
    ("Tom Hill, the author of “Going Under,” said the cellar was dry.", "Tom Hill"),
    ("Tom Hill, the author of “Going Under,” about floods, said the days of dry feet are gone.", "Tom Hill"),
    ("Tom Hill, who lives in a village near Orlin, Norland, said he still “prays for it.”", "Tom Hill"),
    ("Tom Hill, speaking at a rally in Wilmar, Nor., warned that the bridge would fall.", "Tom Hill"),
    ("Tom Hill — named as the leading choice — told Bill Orr that he would run.", "Tom Hill"),
    ("Ann Gray, R-Norland, a long-shot candidate, said the bridge was safe.", "Ann Gray"),
    ("Ann Gray, 75, a retiree in Carth, Nor., said the bridge was safe.", "Ann Gray"),
    # relative clauses
    ("The town heard Roy Herman, 65, who said that the bridge was safe.", "Roy Herman"),
    # participles behind a noun
    ("The row went on, with chairwoman Dora Brand comparing it to a riot.", "Dora Brand"),
    ("The town will see him, Ann Mandel said, adding that the talks go on.", "Ann Mandel"),
    # a second verb
    ("Tom Hill blamed the “broken gate,” not the rain, and said it was odd.", "Tom Hill"),
    ("Tom Hill mows his lawn at night but says it is too dark.", "Tom Hill"),
    ("When Dora Brand began the row, Tom Hill walked out and said it was silly.", "Tom Hill"),
    # names that are words as well
    ("“It is dear,” said Will Doyle, a teacher.", "Will Doyle"),
    ("Ms. Nora Kelly said that it was dear.", "Nora Kelly"),
]


@pytest.mark.parametrize(("text", "speaker"), MENTIONS)
def test_the_speaker_of_every_statement(statements, text, speaker):
    assert {s.speaker for s in statements(text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("With 30 percent of voters saying they like her, Holm is ahead.", "30 percent of voters"),
        ("The council released data showing that the bridge had cracked.", "data"),
        ("More than 4 in 10 said the bridge was safe.", "More than 4 in 10"),
        ("Two in five say the bridge is safe.", "Two in five"),
        ("He is after a part of the public that feels that it is ignored.", "a part of the public that"),
    ],
)
def test_mentions_that_name_nobody(statements, text, mention):
    assert [text[slice(*s.mention)] for s in statements(text)] == [mention]


@pytest.mark.parametrize(
    "text",
    [
        "There said nobody.",
        "Winning in smaller states that vote early, Holm led.",
    ],
)
def test_no_subject(statements, text):
    assert statements(text) == ()


def test_the_beams_that_he_said_were_thin(said):
    assert said("The beams, which Tom Hill said were thin, have gone.") == [
        ("Tom Hill", "were thin, have gone")
    ]


def test_the_owner_of_a_claim_is_the_name_alone(said):
    found = said("Town leaders like Ann Holm's call for a ban on ferries.")
    assert found == [("Ann Holm", "a ban on ferries")]
