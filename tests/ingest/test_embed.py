"""Vectors for what has none: over real HTTP, resumed, with texts that the endpoint cannot bear."""

import pytest

from bot.errors import EndpointAnswerError, EndpointFailed, EndpointRefused, EndpointUnreachable
from bot.ingest.embed import BATCH, POISONED, SAMPLE, VectorFiller
from bot.llm.embeddings import Embedder
from bot.llm.endpoint import Endpoint
from bot.llm.retry import Retry
from bot.models import Analysed, Annotation, Draft, Passage, Span
from bot.search.vectors import cosine, unit
from bot.store import open_store
from tests.llm.fake_openai import DIM, KEY, MODEL, FakeOpenAI, Fault, toy_vector

PASSAGES = 150
BROKEN = Fault(500, b"{}")


def article(number):
    text = f"Otter number {number} stole a fish. The ferry waited for {number} minutes."
    draft = Draft(f"http://tarn.example/{number}", f"Title {number}", text)
    passages = (Passage(Span(0, len(text))),)
    return Analysed(draft, "en", Annotation("en", (), ()), passages, (), f"print {number}")


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "library.db") as opened:
        opened.articles.save([article(number) for number in range(PASSAGES)])
        yield opened


@pytest.fixture
def api():
    with FakeOpenAI(models=(MODEL, "other")) as server:
        yield server


@pytest.fixture
def filler(store, api):
    endpoint = Endpoint(api.url, KEY)
    yield lambda model=MODEL: VectorFiller(
        store.vectors, Embedder(endpoint, model, 5, Retry(sleep=lambda _: None))
    )
    endpoint.close()


def test_every_passage_gets_its_vector(store, api, filler):
    told = []
    filled = filler().fill(lambda done, total: told.append((done, total)))
    assert (filled.vectors, filled.passages, filled.refused, filled.failure) == (PASSAGES, PASSAGES, 0, None)
    assert told[0] == (0, PASSAGES)
    assert told[-1] == (PASSAGES, PASSAGES)
    model = store.vectors.model(MODEL)
    assert model.dim == DIM
    (stored,) = store.vectors.get(model, [7])
    expected = unit(toy_vector("Title 6\nOtter number 6 stole a fish. The ferry waited for 6 minutes."))
    assert cosine(expected, stored.vector) == pytest.approx(1.0, abs=1e-3)
    assert len(store.vectors.sketches(model, 0, 999)) == PASSAGES


def test_a_second_run_sends_nothing_again(api, filler):
    filler().fill()
    api.calls.clear()
    assert filler().fill().vectors == PASSAGES
    assert api.texts() == ["news"]


def test_an_empty_library_asks_nothing(tmp_path, api):
    with open_store(tmp_path / "empty.db") as store, FakeOpenAI() as nobody:
        endpoint = Endpoint(nobody.url, KEY)
        filled = VectorFiller(store.vectors, Embedder(endpoint, MODEL, 5)).fill()
        endpoint.close()
        assert (filled.vectors, filled.passages, filled.failure) == (0, 0, None)
        assert nobody.calls == []


def test_a_run_that_is_stopped_goes_on_where_it_was(store, api, filler):
    class Killed(BaseException):
        pass

    def stop(done, _total):
        if done >= 2 * BATCH:
            raise Killed

    with pytest.raises(Killed):
        filler().fill(stop)
    held = store.vectors.count(store.vectors.model(MODEL))
    assert held == 2 * BATCH
    api.calls.clear()
    assert filler().fill().vectors == PASSAGES
    assert len(api.texts()) == PASSAGES - held + 1


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (BROKEN, EndpointFailed),
        (Fault(200, b"<html>"), EndpointAnswerError),
        (Fault(401, b"{}"), EndpointRefused),
        (Fault(cut=0), EndpointUnreachable),
    ],
)
def test_an_endpoint_that_fails_ends_the_run_and_what_is_stored_stays(store, api, filler, fault, expected):
    def break_down(done, _total):
        if done == BATCH:
            api.fail(fault, times=100)

    filled = filler().fill(break_down)
    assert type(filled.failure) is expected
    assert (filled.vectors, filled.refused) == (BATCH, filled.refused)
    assert filled.refused < POISONED
    api.recover()
    assert filler().fill().vectors == PASSAGES


def test_a_passing_fault_is_waited_out(api, filler):
    api.fail(Fault(), Fault(429, b"{}", {"Retry-After": "1"}), BROKEN, Fault(cut=0))
    filled = filler().fill()
    assert (filled.vectors, filled.failure) == (PASSAGES, None)


@pytest.mark.parametrize("fault", [BROKEN, Fault(400, b"{}"), Fault(200, b'{"data": []}')])
def test_a_text_that_it_cannot_bear_does_not_stop_the_others(store, api, filler, fault):
    api.faulty_texts = {"Otter number 17 ": fault, "Otter number 101 ": fault}
    filled = filler().fill()
    assert (filled.vectors, filled.refused, filled.failure) == (PASSAGES - 2, 2, None)
    model = store.vectors.model(MODEL)
    assert sorted(found.title for found in store.vectors.missing(model, 9)) == ["Title 101", "Title 17"]
    api.faulty_texts = {}
    assert filler().fill().vectors == PASSAGES


def test_another_model_begins_anew_and_the_old_vectors_are_replaced(store, api, filler):
    filler().fill()

    def check(done, _total):
        held = store.vectors.count(store.vectors.model(MODEL))
        assert held + done == PASSAGES

    filled = filler("other").fill(check)
    assert filled.vectors == PASSAGES
    assert store.vectors.count(store.vectors.model(MODEL)) == 0


def test_another_length_under_the_same_name_begins_anew(store, api, filler):
    filler().fill()
    api.dim = 32
    assert filler().fill().vectors == PASSAGES
    assert store.vectors.model(MODEL).dim == 32


def test_a_length_that_changes_in_the_middle_is_refused(store, api, filler):
    def shorten(done, _total):
        api.dim = 32 if done else DIM

    filled = filler().fill(shorten)
    assert isinstance(filled.failure, EndpointAnswerError)
    assert filled.vectors == BATCH


def test_the_centre_is_that_of_a_sample(store, api, filler):
    filler().fill()
    sample = [call for call in api.calls if len(call.body["input"]) == BATCH][: SAMPLE // BATCH]
    titles = {text.split("\n")[0] for call in sample for text in call.body["input"]}
    numbers = sorted(int(title.split()[1]) for title in titles)
    assert len(numbers) == SAMPLE
    assert numbers[0] < 20
    assert numbers[-1] > PASSAGES - 20
