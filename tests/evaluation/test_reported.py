"""Citations that readers called wrong become cases that fail until the answer is another one."""

import json
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.evaluation.cases import read_cases
from bot.evaluation.reported import citing, reported_cases
from bot.evaluation.scoring import misses
from bot.models import Answer, Citation, Claim
from bot.store import Report

ZONE = ZoneInfo("Europe/Moscow")
ASKED = 1_900_000_000


def cited(number: int) -> Citation:
    return Citation(
        number, number, f"https://tarn.example/{number}", f"Article {number}", None, None, 0, 1, "q"
    )


def answer(*texts: str) -> Answer:
    claims = tuple(Claim(text, "Ида Холм", "direct", (cited(n),)) for n, text in enumerate(texts, 1))
    return Answer("а Холм?", "что сказала Холм?", "ru", bool(claims), None, claims, "\n".join(texts))


WRONG = answer("«Паром (старый)\nподнимут в мае.»", "«Выдра ни при чём.»")


def case_of(tmp_path, *reports):
    path = tmp_path / "cases.jsonl"
    lines = [json.dumps(case, ensure_ascii=False) for case in reported_cases(reports, ZONE)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_cases(path, ZONE)


def test_a_case_asks_what_was_understood_at_the_moment_it_was_asked(tmp_path):
    [case] = case_of(tmp_path, Report(5, ASKED + 60, ASKED, 1, WRONG))
    [turn] = case.turns
    assert (case.id, case.category, turn.q) == ("report-5", "reported", "что сказала Холм?")
    assert turn.now.timestamp() == ASKED
    assert turn.now.utcoffset() == ZONE.utcoffset(turn.now.replace(tzinfo=None))


def test_the_same_claim_fails_and_any_other_answer_passes(tmp_path):
    [case] = case_of(tmp_path, Report(5, ASKED, ASKED, 1, WRONG))
    expected = case.turns[0].expect
    assert misses(WRONG, expected)
    assert misses(answer("«Паром (старый) поднимут\u00a0в мае.»"), expected)
    assert misses(answer("«Паром поднимут в августе.»"), expected) == ()
    assert misses(answer(), expected) == ()


def test_what_several_people_reported_is_one_case(tmp_path):
    reports = [Report(number, ASKED + number, ASKED, 1, WRONG) for number in range(3)]
    reports.append(Report(9, ASKED, ASKED, 2, WRONG))
    found = reported_cases(reports, ZONE)
    assert [(case["id"], case["notes"]["reports"]) for case in found] == [("report-0", 3), ("report-9", 1)]
    assert len(case_of(tmp_path, *reports)) == 2


def test_a_citation_of_two_claims_forbids_both_and_an_unknown_number_makes_no_case():
    both = replace(WRONG, claims=tuple(replace(claim, citations=(cited(1),)) for claim in WRONG.claims))
    [case] = reported_cases([Report(1, 0, 0, 1, both)], ZONE)
    assert len(case["turns"][0]["expect"]["must_not"]) == len(citing(both, 1)) == 2
    assert reported_cases([Report(1, 0, 0, 7, WRONG)], ZONE) == []
