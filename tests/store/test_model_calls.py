"""What models were asked and what it took."""

from bot.store import ModelCall, ModelUse

DAY = 86_400


def call(at, chat="telegram:7", outcome="done", tokens=(700, 90)):
    return ModelCall(at, chat, "answer", "abcd1234", "toy", outcome, *tokens, 0.25, 900.0, 2, 1, 0)


def test_nothing_was_asked(store):
    assert store.model_calls.tokens() == 0
    assert store.model_calls.use() == ModelUse(0, 0, 0, 0.0, 0, 0, 0)


def test_tokens_by_day_by_chat_and_in_all(store):
    for one in (
        call(DAY),
        call(2 * DAY),
        call(2 * DAY + 5, "telegram:8"),
        call(2 * DAY, "", "failed", (10, 0)),
    ):
        store.model_calls.add(one)
    assert store.model_calls.tokens() == 3 * 790 + 10
    assert store.model_calls.tokens(2 * DAY) == 2 * 790 + 10
    assert store.model_calls.tokens(2 * DAY, "telegram:7") == 790
    assert store.model_calls.tokens(2 * DAY, "telegram:9") == 0


def test_sums_of_calls(store):
    store.model_calls.add(call(DAY))
    store.model_calls.add(call(2 * DAY, outcome="failed"))
    assert store.model_calls.use() == ModelUse(2, 1, 1580, 0.5, 4, 2, 0)
    assert store.model_calls.use(2 * DAY).calls == 1
