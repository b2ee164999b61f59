"""Files of cases: what is read, and what is refused in one line that names the place."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.errors import UsageError
from bot.evaluation.cases import read_cases

ZONE = ZoneInfo("Europe/Moscow")
TURN = {"q": "who?", "now": "2026-05-07T12:00:00", "expect": {"answered": True}}
GOOD = {"id": "a-1", "corpus": "harbour", "category": "said", "turns": [TURN]}


def read(folder, *lines):
    path = folder / "cases.jsonl"
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text(text, encoding="utf-8")
    return read_cases(path, ZONE)


def with_turn(**changed):
    return {**GOOD, "turns": [{**TURN, **changed}]}


def expecting(**changed):
    return with_turn(expect={**TURN["expect"], **changed})


def test_a_case_is_read_with_what_its_file_adds(tmp_path):
    noted = expecting(
        must=[["Ships?", "boat"]], cite_any=["https://x"], speaker=None, note="beyond the format"
    )
    [case] = read(tmp_path, "", noted, "  ")
    [turn] = case.turns
    assert (case.id, case.category, turn.q) == ("a-1", "said", "who?")
    assert turn.now == datetime(2026, 5, 7, 9, 0, tzinfo=UTC)
    assert turn.expect.must[0][0].search("a\nSHIP")
    assert turn.expect.speaker is None


def test_a_turn_may_have_no_moment(tmp_path):
    [case] = read(tmp_path, with_turn(now=None))
    assert case.turns[0].now is None


def test_a_byte_order_mark_is_no_matter(tmp_path):
    assert len(read(tmp_path, "\ufeff" + json.dumps(GOOD))) == 1


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("{", "Invalid JSON"),
        ("[]", "object"),
        ("null", "object"),
        ("[" * 100_000, "Invalid JSON"),
        ({**GOOD, "turns": []}, "turns"),
        ({**GOOD, "turns": {}}, "turns"),
        ({**GOOD, "category": None}, "category"),
        ({key: value for key, value in GOOD.items() if key != "id"}, "id"),
        (with_turn(q=""), "turns.0.q"),
        (with_turn(q=5), "turns.0.q"),
        (with_turn(now="soon"), "turns.0.now: 'soon' is no ISO 8601 moment"),
        (with_turn(now=7), "turns.0.now"),
        (with_turn(expect=None), "turns.0.expect"),
        (with_turn(expect={}), "turns.0.expect.answered: Field required"),
        (expecting(answered="yes"), "turns.0.expect.answered"),
        (expecting(must=["flat"]), "turns.0.expect.must.0"),
        (expecting(must=[["("]]), "turns.0.expect.must.0.0: not a regular expression"),
        (expecting(must_not=["a{99999999999999}"]), "turns.0.expect.must_not.0: not a regular expression"),
        (expecting(speaker=3), "turns.0.expect.speaker"),
    ],
)
def test_a_malformed_line_is_named_in_one_line(tmp_path, bad, words):
    with pytest.raises(UsageError) as refused:
        read(tmp_path, GOOD, bad)
    assert f"{tmp_path / 'cases.jsonl'}:2: " in str(refused.value)
    assert words in str(refused.value)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 400


def test_files_that_hold_no_cases(tmp_path):
    with pytest.raises(UsageError, match="holds no cases"):
        read(tmp_path, "", "")
    with pytest.raises(UsageError, match="cannot read"):
        read_cases(tmp_path / "none.jsonl", ZONE)
    with pytest.raises(UsageError, match="cannot read"):
        read_cases(tmp_path, ZONE)
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot read"):
        read_cases(tmp_path / "bytes", ZONE)
