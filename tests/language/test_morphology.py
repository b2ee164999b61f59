"""Parses of Russian words as plain values."""

from bot.language.morphology import morph, nominatives


def test_every_reading_is_given() -> None:
    assert {parse.normal for parse in morph("стали")} == {"стать", "сталь"}


def test_a_reading_tells_case_gender_and_number() -> None:
    parse = next(parse for parse in morph("мостом") if parse.pos == "NOUN")
    assert (parse.case, parse.gender, parse.number, parse.known) == ("ablt", "masc", "sing", True)


def test_nominatives_are_singular_and_nominal() -> None:
    assert ("мост") in {shown for _, shown in nominatives("мостом")}
    assert nominatives("бежать") == ()
