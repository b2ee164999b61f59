"""The fake server answers as Telegram does, errors included."""

import threading
import time

import httpx
import pytest

from tests.telegram.fake_api import ME, FakeTelegram, Fault
from tests.telegram.fake_pace import Pace


@pytest.fixture
def call(api):
    """Calls a method and gives the HTTP status and the body."""
    api.write("hello", chat=1)
    api.write("hello", chat=-2)
    with httpx.Client() as client:

        def post(method, **params):
            answer = client.post(f"{api.base_url}{api.token}/{method}", data=params)
            return answer.status_code, answer.json()

        yield post


def refused(answer, code, description):
    status, body = answer
    assert (status, body["ok"], body["error_code"]) == (code, False, code)
    assert body["description"].startswith(description)


def test_the_bot_itself(call):
    assert call("getMe") == (200, {"ok": True, "result": ME})


def test_unknown_tokens_and_methods(api, call):
    refused(call("flyAway"), 404, "Not Found")
    api.token = "1:another"
    assert httpx.post(f"{api.base_url}1:wrong/getMe").json() == {
        "ok": False,
        "error_code": 401,
        "description": "Unauthorized",
    }
    assert httpx.post(f"{api.base_url}nonsense/getMe").status_code == 404


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": "a"}, "Bad Request: chat_id is empty"),
        ({"chat_id": 99, "text": "a"}, "Bad Request: chat not found"),
        ({"chat_id": 1}, "Bad Request: message text is empty"),
        ({"chat_id": 1, "text": "x" * 4097}, "Bad Request: message is too long"),
        (
            {"chat_id": 1, "text": "<p>", "parse_mode": "HTML"},
            "Bad Request: can't parse entities: Unsupported",
        ),
    ],
)
def test_messages_that_are_refused(api, call, params, description):
    refused(call("sendMessage", **params), 400, description)
    assert api.sent() == []


def test_blocked(api, call):
    api.blocked.add(1)
    refused(call("sendMessage", chat_id=1, text="a"), 403, "Forbidden: bot was blocked by the user")


def test_edits(api, call):
    number = call("sendMessage", chat_id=1, text="<b>a</b>", parse_mode="HTML")[1]["result"]["message_id"]
    again = {"chat_id": 1, "message_id": number}
    refused(
        call("editMessageText", **again, text="<b>a</b>", parse_mode="HTML"),
        400,
        "Bad Request: message is not m",
    )
    assert call("editMessageText", **again, text="a")[1]["result"]["entities"] == []
    refused(
        call("editMessageText", chat_id=1, message_id=77, text="b"),
        400,
        "Bad Request: message to edit not found",
    )
    assert [message["text"] for message in api.sent()] == ["a"]


def test_callbacks_are_answered_once(api, call):
    query = api.press("more")
    assert call("answerCallbackQuery", callback_query_id=query)[0] == 200
    refused(call("answerCallbackQuery", callback_query_id=query), 400, "Bad Request: query is too old")


def test_actions_commands_and_drafts(api, call):
    assert call("sendChatAction", chat_id=1, action="typing")[0] == 200
    refused(call("sendChatAction", chat_id=1, action="dancing"), 400, "Bad Request: wrong parameter action")
    refused(
        call("setMyCommands", commands='[{"command": "Bad!", "description": "a"}]'),
        400,
        "Bad Request: BOT_COM",
    )
    refused(
        call("setMyCommands", commands='[{"command": "a", "description": ""}]'), 400, "Bad Request: BOT_COM"
    )
    assert call("sendMessageDraft", chat_id=1, draft_id=5, text="a")[0] == 200
    refused(call("sendMessageDraft", chat_id=1, draft_id=0, text="a"), 400, "Bad Request: draft_id")
    refused(call("sendMessageDraft", chat_id=-2, draft_id=5, text="a"), 400, "Bad Request: TEXTDRAFT")
    assert api.sent() == []


def test_pace_of_a_chat_and_of_all():
    with FakeTelegram(Pace(chat=(2, 1.0), overall=(3, 30.0))) as api:
        for chat in (1, 2):
            api.write("hello", chat=chat)
        url = f"{api.base_url}{api.token}/sendMessage"
        send = [httpx.post(url, data={"chat_id": chat, "text": "a"}) for chat in (1, 1, 1, 2, 2)]
    assert [answer.status_code for answer in send][:4] == [200, 200, 429, 200]
    assert send[2].json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }


def test_updates_stay_until_an_offset_confirms_them(api, call):
    first, second = call("getUpdates")[1]["result"]
    assert call("getUpdates", limit=1)[1]["result"] == [first]
    assert call("getUpdates", offset=second["update_id"])[1]["result"] == [second]
    assert call("getUpdates", offset=second["update_id"] + 1)[1]["result"] == []
    assert api.pending == []


def test_unwanted_kinds_of_updates_are_not_kept(api, call):
    call("getUpdates", offset=10_000, allowed_updates='["message"]')
    api.press("more")
    assert api.pending == []


def test_long_polling_waits_and_a_second_poller_ends_the_first(api, call):
    call("getUpdates", offset=10_000)
    answers = []

    def poll():
        url = f"{api.base_url}{api.token}/getUpdates"
        answers.append(httpx.post(url, data={"timeout": 5, "offset": 1002}, timeout=9).json())

    first = threading.Thread(target=poll)
    first.start()
    time.sleep(0.1)
    second = threading.Thread(target=poll)
    second.start()
    first.join()
    assert answers[0]["description"].startswith("Conflict: terminated by other getUpdates request")
    api.write("news")
    second.join()
    assert [update["message"]["text"] for update in answers[1]["result"]] == ["news"]


def test_no_polling_under_a_webhook(call):
    call("setWebhook", url="https://x.example")
    refused(call("getUpdates"), 409, "Conflict: can't use getUpdates method while webhook is active")
    call("deleteWebhook", drop_pending_updates="true")
    assert call("getUpdates")[1]["result"] == []


def test_faults_come_in_order(api, call):
    api.fail("sendMessage", Fault(502), Fault(retry_after=7), Fault(500, done=True))
    refused(call("sendMessage", chat_id=1, text="a"), 502, "Internal Server Error")
    status, body = call("sendMessage", chat_id=1, text="a")
    assert (status, body["parameters"]) == (429, {"retry_after": 7})
    refused(call("sendMessage", chat_id=1, text="b"), 500, "Internal Server Error")
    assert [message["text"] for message in api.sent()] == ["b"]


def test_a_cut_connection(api, call):
    api.fail("getMe", Fault())
    with pytest.raises(httpx.RemoteProtocolError):
        call("getMe")
    assert call("getMe")[0] == 200
