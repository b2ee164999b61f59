"""A second judge that can only reject."""

import json

import pytest

from bot.answers.assistants import Assistants
from bot.answers.drafting import Scribe
from bot.answers.rejecting import Rejecter
from bot.answers.service import Answerer
from bot.answers.writing import Writer
from bot.errors import EndpointUnreachable
from bot.models import Judged
from tests.llm.writers import Model, answer, claim, read, task

ASKED = "What did Vera Orlova say about the land tax?"
TAX = "“We will not raise the land tax,” Vera Orlova said."
BRIEF = "Orlova will not raise the land tax."


def thinks(supported):
    return Model(lambda _: json.dumps({"supported": supported}))


@pytest.fixture
def written(shelve, stories, now):
    shelf = shelve(stories)

    def ask(text, judge):
        model = Model(lambda body: answer(claim(text, read(body).pieces[0], speaker="Vera Orlova")))
        writer = Writer(Scribe(task("answer", model), Rejecter(task("check", judge))))
        return Answerer(shelf.store, shelf.index, assistants=Assistants(writer)).ask(ASKED, now)

    return ask


def test_what_it_rejects_gives_way_to_the_source(written):
    judge = thinks(False)
    shown = written(BRIEF, judge)
    assert [claim.text for claim in shown.claims] == [TAX]
    assert shown.judged == Judged(0, 1, 0)
    (asked,) = judge.asked
    assert f"Claim: {BRIEF}\nSaid by: Vera Orlova" in asked.user
    assert TAX in asked.user


def test_what_it_accepts_stays(written):
    assert [claim.text for claim in written(BRIEF, thinks(True)).claims] == [BRIEF]


def test_it_cannot_save_what_the_gate_rejects_and_is_not_asked_about_the_sources_own_words(written):
    judge = thinks(True)
    assert [claim.text for claim in written("Orlova will raise the land tax.", judge).claims] == [TAX]
    assert [claim.text for claim in written(TAX, judge).claims] == [TAX]
    assert judge.asked == []


def test_one_that_fails_has_no_say(written):
    judge = Model(lambda _: "", EndpointUnreachable("gone"))
    assert [claim.text for claim in written(BRIEF, judge).claims] == [BRIEF]
