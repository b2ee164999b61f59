"""The parts of an endpoint, put together."""

from bot.llm.connect import Connection
from tests.llm.fake_openai import KEY, MODEL, Fault, toy_vector


def test_passages_are_embedded_with_patience_and_questions_without(api):
    connection = Connection(api.url, KEY)
    assert connection.passages(MODEL).model == MODEL
    api.fail(Fault(500, b"{}"))
    assert connection.passages(MODEL).embed(["otter"]) == [toy_vector("otter")]
    api.fail(Fault(500, b"{}"))
    questions = connection.questions(MODEL)
    assert questions.vector("ferry") is None
    assert questions.vector("ferry") == toy_vector("ferry")
    connection.close()
