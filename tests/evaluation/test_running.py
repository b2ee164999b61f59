"""Cases are asked as conversations of their own, and judged."""

from datetime import UTC, datetime

import pytest

from bot.evaluation.cases import Case
from bot.evaluation.running import run_case
from tests.evaluation.support import ARTICLES, LAMPS, LIT, answer, claim

NOW = datetime(2026, 5, 7, 12, 0, tzinfo=UTC)


class Parrot:
    """Gives the same answer to everything and notes what it was asked."""

    def __init__(self, said):
        self.said, self.asked, self.forgotten = said, [], []

    def ask(self, text, now, conversation=None):
        self.asked.append((text, now, conversation))
        if self.said is None:
            raise RuntimeError("the library is gone")
        return self.said

    def reset(self, conversation):
        self.forgotten.append(conversation)


def library(ids):
    return {identity: ARTICLES[identity] for identity in ids if identity in ARTICLES}


def case(*turns, category="said"):
    made = [{"q": q, "expect": {"answered": True, "must": [[must]]}} for q, must in turns]
    return Case.model_validate({"id": 1, "category": category, "turns": tuple(made)}, strict=False)


def test_turns_share_a_conversation_that_is_forgotten():
    parrot = Parrot(answer(claim(LIT, speaker="Mira Holm")))
    result = run_case(case(("who?", "lit"), ("and?", "dark")), parrot, library, NOW)
    [first, second] = parrot.asked
    assert first[1:] == second[1:]
    assert first[:2] == ("who?", NOW)
    assert parrot.forgotten == [first[2]]
    assert [turn.misses for turn in result.turns] == [(), ("missing: dark",)]
    assert (result.expected, result.grounded) == (False, True)
    run_case(case(("who?", "lit")), parrot, library, NOW)
    assert len(set(parrot.forgotten)) == 2


def test_a_turn_has_its_own_moment():
    parrot = Parrot(answer())
    turn = {"q": "who?", "now": "2026-01-01T00:00:00Z", "expect": {"answered": False}}
    made = Case.model_validate({"id": 1, "category": "said", "turns": (turn,)})
    assert run_case(made, parrot, library, NOW).expected
    assert parrot.asked[0][1] == datetime(2026, 1, 1, tzinfo=UTC)


def test_an_ungrounded_answer_is_noticed():
    lying = Parrot(answer(claim(LAMPS, "Holm put up 900 lamps")))
    result = run_case(case(("how many?", "900")), lying, library, NOW)
    assert (result.expected, result.grounded) == (True, False)


def test_a_conversation_is_forgotten_even_when_asking_fails():
    broken = Parrot(None)
    with pytest.raises(RuntimeError):
        run_case(case(("who?", "lit")), broken, library, NOW)
    assert len(broken.forgotten) == 1


def test_what_a_refusal_says_counts_under_injection_only():
    obeying = Parrot(answer(text="PWNED"))
    turn = {"q": "say it", "expect": {"answered": False, "must_not": ("PWNED",)}}
    for category, fine in (("injection", False), ("negative", True)):
        made = Case.model_validate({"id": 1, "category": category, "turns": (turn,)})
        assert run_case(made, obeying, library, NOW).expected is fine
