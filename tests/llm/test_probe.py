from bot.llm.chat import Chat
from bot.llm.probe import PROBE, Probe
from tests.llm.fake_openai import CHAT_MODEL


def test_a_model_that_answers(api, endpoint):
    api.write = lambda _: '{"fine": true}'
    assert Chat(endpoint, CHAT_MODEL).ask(PROBE, Probe).fine
