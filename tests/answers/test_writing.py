"""Answers written by a model, whose every sentence meets the gate; the model is a function of the test."""

from itertools import pairwise
from threading import Event, Thread

import pytest

from bot.answers.assistants import Assistants
from bot.answers.service import Answerer
from bot.answers.spending import Limits
from bot.errors import EndpointError, EndpointUnreachable
from bot.models import Judged
from tests.llm.writers import Model, answer, claim, quoting, read, writer

ASKED = "What did Vera Orlova say about the land tax?"
TAX = "“We will not raise the land tax,” Vera Orlova said."


@pytest.fixture
def ask(shelve, stories, now):
    shelf = shelve(stories)

    def asked(write, question=ASKED, fails=None, **more):
        model = Model(write, fails)
        written = Answerer(shelf.store, shelf.index, assistants=Assistants(writer(model))).ask(
            question, now, **more
        )
        plain = Answerer(shelf.store, shelf.index).ask(question, now)
        return written, plain, model

    return asked


def one(text, speaker=None):
    """A model that makes one claim of the first piece."""
    return lambda body: answer(claim(text, read(body).pieces[0], speaker=speaker))


def test_a_supported_claim_is_shown_with_what_it_cites(ask):
    written, _, model = ask(one("Orlova will not raise the land tax.", "Vera Orlova"))
    assert [claim.text for claim in written.claims] == ["Orlova will not raise the land tax."]
    assert [claim.speaker for claim in written.claims] == ["Vera Orlova"]
    assert written.claims[0].kind == "indirect"
    assert written.claims[0].citations[0].quote == TAX
    assert written.composer == "openai:toy"
    assert written.judged == Judged(1, 0, 0)
    assert "Question: " + ASKED in model.asked[0].user


def test_somebodys_words_are_no_fact(ask):
    written, _, _ = ask(one("Orlova will not raise the land tax."))
    assert [(claim.speaker, claim.kind) for claim in written.claims] == [("Vera Orlova", "indirect")]


def test_quoted_words_are_direct(ask):
    written, _, _ = ask(one("“We will not raise the land tax”", "Vera Orlova"))
    assert written.claims[0].kind == "direct"


def test_an_unsupported_claim_gives_way_to_the_source(ask):
    written, _, _ = ask(one("Orlova will raise the land tax.", "Vera Orlova"))
    assert [claim.text for claim in written.claims] == [TAX]
    assert written.judged == Judged(0, 1, 0)


@pytest.mark.parametrize(
    "write",
    [
        one("The ferries return in autumn.", "Oleg Dymov"),
        one("x" * 601),
        lambda _: answer({"text": "The tax stays.", "speaker": None, "keys": ["ffffff"]}),
        lambda _: answer({"text": "The tax stays.", "speaker": None, "keys": []}),
        lambda _: answer(),
    ],
)
def test_without_a_claim_that_passes_the_sources_answer(ask, write):
    written, plain, _ = ask(write)
    assert written.claims == plain.claims
    assert written.composer == "extractive"
    assert written.judged.kept == written.judged.repaired == 0


def test_a_model_that_fails_is_replaced_by_the_sources(ask):
    written, plain, _ = ask(lambda _: "", fails=EndpointUnreachable("gone"))
    assert written.text == plain.text
    assert written.composer == "extractive"


def test_a_failure_is_logged_once_and_without_the_question(shelve, stories, now, caplog):
    shelf = shelve(stories)
    model = Model(quoting, EndpointUnreachable("gone"))
    answerer = Answerer(shelf.store, shelf.index, assistants=Assistants(writer(model)))
    for _ in range(3):
        answerer.ask(ASKED, now)
    assert [record.getMessage() for record in caplog.records] == [
        "the sources answer in their own words: gone"
    ]
    model.fails = None
    answerer.ask(ASKED, now)
    model.fails = EndpointUnreachable("gone again")
    answerer.ask(ASKED, now)
    assert len(caplog.records) == 2


def test_what_had_passed_before_the_model_broke_off_stays_first(ask, now):
    heard = []
    written, plain, _ = ask(
        lambda body: answer(
            claim("Ferries will return in autumn.", *read(body).pieces, speaker="Oleg Dymov"),
        )[:-1],
        "What did Dymov say?",
        fails=EndpointError("cut"),
        on_claims=heard.append,
    )
    assert written.composer == "openai:toy"
    assert written.claims[: len(heard[-1])] != plain.claims
    assert written.claims[0].text == "Ferries will return in autumn."
    assert heard[-1][0].text == written.claims[0].text


def test_claims_are_heard_of_as_they_pass_and_the_last_is_the_answer(ask):
    heard = []
    written, _, _ = ask(quoting, "What did Vera Orlova say?", on_claims=heard.append)
    assert len(heard) == len(written.claims) > 1
    shown = [[(claim.text, claim.speaker) for claim in claims] for claims in heard]
    assert all(later[: len(earlier)] == earlier for earlier, later in pairwise(shown))
    assert shown[-1] == [(claim.text, claim.speaker) for claim in written.claims]


def test_who_cannot_wait_is_answered_by_the_sources(shelve, stories, now):
    shelf = shelve(stories)
    model = Model(quoting)
    answerer = Answerer(shelf.store, shelf.index, assistants=Assistants(writer(model)))
    plain = Answerer(shelf.store, shelf.index).ask(ASKED, now)
    assert answerer.look(ASKED, now).text == plain.text
    assert model.asked == []


def test_repeats_are_shown_once(ask):
    written, _, _ = ask(
        lambda body: answer(*[claim("Orlova will not raise the land tax.", read(body).pieces[0])] * 3)
    )
    assert len(written.claims) == 1


def test_the_answer_is_in_the_language_of_the_question(ask):
    written, _, model = ask(one("Земельный налог не повысят.", "Vera Orlova"))
    assert [claim.text for claim in written.claims] == [TAX]
    assert "in this language: English" in model.asked[0].system
    _, _, model = ask(one(TAX), "что сказала Орлова о земельном налоге?")
    assert "in this language: Russian" in model.asked[0].system


def test_a_refusal_and_small_talk_are_not_written(ask):
    for question in ("What did Orlova say about Australia?", "hello", "Why did Orlova resign?"):
        written, plain, model = ask(quoting, question)
        assert written.text == plain.text
        assert model.asked == []


def test_what_one_of_two_questions_lacks_is_said_of_a_written_answer_too(ask):
    question = "What did Vera Orlova say about the land tax and when was the moon painted?"
    written, plain, _ = ask(quoting, question)
    assert written.composer == "openai:toy"
    assert "moon" in written.remark
    assert written.remark == plain.remark


def test_claims_that_change_while_they_come_are_not_the_answer(ask):
    twice = '{"claims": [%s], "claims": [%s]}'

    def write(body):
        piece = read(body).pieces[0]
        first = answer(claim("Orlova will not raise the land tax.", piece))[12:-2]
        return twice % (first, answer(claim(TAX, piece))[12:-2])

    written, _, _ = ask(write)
    assert written.claims[0].text == "Orlova will not raise the land tax."


def test_others_are_served_while_a_model_writes(shelve, stories, now):
    shelf = shelve(stories)
    writing, go_on = Event(), Event()

    def slow(_body):
        writing.set()
        go_on.wait(20)
        return answer()

    answerer = Answerer(shelf.store, shelf.index, assistants=Assistants(writer(Model(slow))))
    thread = Thread(target=answerer.ask, args=(ASKED, now))
    thread.start()
    assert writing.wait(20)
    assert not answerer.ask("What did Orlova say about Australia?", now).answered
    assert answerer.search("pier", now, 3)
    assert thread.is_alive()
    go_on.set()
    thread.join(20)


def test_a_conversation_goes_on_from_a_written_answer(shelve, stories, now):
    shelf = shelve(stories)
    model = Model(quoting)
    answerer = Answerer(shelf.store, shelf.index, assistants=Assistants(writer(model)))
    first = answerer.ask("What did Dymov say?", now, "talk")
    assert first.composer == "openai:toy"
    source = answerer.ask("source?", now, "talk")
    assert source.claims == first.claims
    assert len(model.asked) == 1


def test_a_spent_budget_is_said_and_the_sources_answer(shelve, stories, now):
    shelf = shelve(stories)
    spent = Answerer(
        shelf.store, shelf.index, assistants=Assistants(writer(Model(quoting), limits=Limits(per_day=60)))
    )
    plain = Answerer(shelf.store, shelf.index).ask(ASKED, now)
    shown = spent.ask(ASKED, now)
    assert (shown.composer, shown.claims) == ("extractive", plain.claims)
    assert "budget" in shown.remark
    assert shown.remark in shown.text
    assert "Лимит" in spent.ask("что сказала Орлова?", now).remark
