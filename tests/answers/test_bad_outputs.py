"""Whatever a model does wrong, nothing unsupported is shown and the sources answer; over real HTTP."""

import time
from collections.abc import Iterator

import pytest

from bot.answers.assistants import Assistants
from bot.answers.evidence import Evidence, FoundStatement
from bot.answers.library import Library
from bot.answers.pieces import pieces
from bot.answers.service import Answerer
from bot.evaluation.grounding import violations
from bot.llm.chat import Chat
from bot.llm.endpoint import Endpoint
from bot.llm.retry import Retry
from bot.models import Question
from tests.e2e.support import NOW, sampled
from tests.llm.fake_openai import CHAT_MODEL, KEY, FakeOpenAI, Fault
from tests.llm.liars import WRITERS
from tests.llm.writers import Model, answer, claim, quoting, read, writer
from tests.support.mutations import mutants, supported_claims

QUESTIONS = (
    "What did Irina Sokolova say?",
    "How much will the repair of the bridge cost?",
    "What happened to the bridge in Verkhny Yar?",
    "Что сказала Ирина Соколова?",
    "Что произошло с мостом в Верхнем Яре?",
    "Сколько домов подтопило?",
)
FAULTS = {
    "429": Fault(429, b"{}"),
    "429, long": Fault(429, b"{}", {"Retry-After": "60"}),
    "500": Fault(500, b"{}"),
    "503 in HTML": Fault(503, b"<html>", {"Content-Type": "text/html"}),
    "400": Fault(400, b"{}"),
    "401": Fault(401, b"{}"),
    "not finished": Fault(finish=None),
    "cut short": Fault(finish="length"),
    "filtered": Fault(finish="content_filter"),
    "connection cut": Fault(cut=150),
    "nothing": Fault(200, b""),
    "HTML": Fault(200, b"<html>log in</html>"),
    "slow drip": Fault(drip=0.01),
    "slow": Fault(wait=2.0),
}


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """The store and the index of the sample library."""
    folder = tmp_path_factory.mktemp("bad")
    with sampled(folder / "samples.db") as whosaid:
        whosaid.answerer.catch_up()
        yield whosaid


@pytest.fixture
def api() -> Iterator[FakeOpenAI]:
    with FakeOpenAI(write=quoting) as server:
        yield server


@pytest.fixture
def answering(samples, api):
    """Makes what asks the model of the test, which has so many seconds."""
    endpoint = Endpoint(api.url, KEY)

    def make(seconds):
        retry = Retry(attempts=2, first=0.01, longest=1.0)
        chat = Chat(endpoint, CHAT_MODEL, seconds, retry=retry)
        return Answerer(samples.store, samples.index, assistants=Assistants(writer(chat)))

    yield make
    endpoint.close()


def faults(answer_, samples):
    cited = {cited.article_id for claim_ in answer_.claims for cited in claim_.citations}
    return violations(answer_, samples.store.articles.get(cited))


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("kind", WRITERS)
def test_bad_output_is_never_shown(samples, api, answering, kind, question):
    api.write = WRITERS[kind]
    heard = []
    shown = answering(20).ask(question, NOW, on_claims=heard.append)
    assert len(api.calls) == 1
    assert shown.answered
    assert faults(shown, samples) == ()
    written = api.write(api.calls[0].body) if kind != "huge" else ""
    spans = {" ".join(cited.quote.split()) for one in shown.claims for cited in one.citations}
    for one in shown.claims:
        if one.text not in spans and " … " not in one.text and shown.composer != "extractive":
            assert one.text not in written
    for claims in heard:
        assert [one.text for one in claims] == [one.text for one in shown.claims[: len(claims)]]


@pytest.mark.parametrize("question", QUESTIONS[::3])
@pytest.mark.parametrize("name", FAULTS)
def test_the_sources_answer_within_two_seconds_of_a_failure(samples, api, answering, name, question):
    plain = samples.answerer.ask(question, NOW)
    api.write = lambda _: '{"claims": []}'
    api.fail(FAULTS[name], times=4)
    began = time.monotonic()
    shown = answering(1).ask(question, NOW)
    assert time.monotonic() - began < 3  # the model itself has one second
    assert (shown.composer, shown.text) == ("extractive", plain.text)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_perfect_model_is_shown_word_for_word(samples, answering, question):
    shown = answering(20).ask(question, NOW)
    assert shown.composer == f"openai:{CHAT_MODEL}"
    assert shown.judged.repaired == shown.judged.dropped == 0
    assert faults(shown, samples) == ()


def test_hundreds_of_claims_with_one_thing_changed_are_never_shown(samples):
    library = Library(samples.store, samples.index)
    articles = library.articles(range(1, 100))
    told = [
        (one, statement)
        for number, article in sorted(articles.items())
        for statement in library.statements_of(number)
        for one in supported_claims(article, [statement])
    ]
    everything = [one for one, _ in told]
    tried = 0
    shown = []
    for one, statement in told:
        evidence = pieces(
            Evidence((FoundStatement(statement, one.article),)), library.statements_of, one.article.language
        )
        question = Question(one.text, one.text, one.article.language, "said")
        for mutant in mutants(one, everything):
            for speaker in (one.speaker, None):
                tried += 1
                model = Model(
                    lambda body, text=mutant.text, who=speaker: answer(
                        claim(text, *read(body).pieces, speaker=who)
                    )
                )
                written = writer(model).write(question, evidence, len)
                shown += [found.text for found in written.claims if found.text == mutant.text]
    assert tried >= 400
    assert shown == []
