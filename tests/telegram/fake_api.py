"""A strict Bot API server on loopback: a stand-in for https://core.telegram.org/bots/api over real HTTP.

It enforces, with Telegram's own error bodies:
- the token: 401 "Unauthorized" for an unknown one, 404 "Not Found" for an unknown method or a malformed path
  (https://core.telegram.org/bots/api#making-requests);
- getUpdates (#getupdates): long polling, `offset` confirms what is before it and nothing else does, `limit`,
  `allowed_updates`; 409 for the earlier of two pollers and while a webhook is set;
- texts: see `fake_html`; 1-4096 UTF-16 units after parsing, Telegram's HTML only (#html-style);
- chats: 400 "chat not found" for a chat that never wrote, 403 when the person has blocked the bot;
- edits: 400 "message is not modified", "message to edit not found", "message can't be edited" for one of a
  person (#editmessagetext);
- callback and inline queries: 400 for an unknown, expired or already answered one (#answercallbackquery);
- buttons and inline results: see `fake_checks`; topics and replied messages must exist;
- commands: names and descriptions (#setmycommands), chat actions by name (#sendchataction), drafts in private
  chats with a draft_id other than 0 (#sendmessagedraft);
- pace: 429 "Too Many Requests: retry after N" with `retry_after` beyond one message a second in a chat
  (bursts are let through), 20 a minute in a group and 30 a second in all
  (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). A draft and an action are
  not counted.

It records every call, plays the people (`write`) and breaks down on request (`fail`).
"""

import json
import math
import re
import threading
import time
from collections.abc import Callable

from tests.telegram.fake_checks import check_keyboard, read_results
from tests.telegram.fake_errors import ApiError, Call, Fault
from tests.telegram.fake_files import Files
from tests.telegram.fake_html import TextError, parse_text
from tests.telegram.fake_http import HttpServer
from tests.telegram.fake_pace import Bucket, Pace
from tests.telegram.fake_people import People, someone
from tests.telegram.fake_updates import Updates
from tests.telegram.fake_webhook import Hook

TOKEN = "123456789:AAFakeTokenOfTheTestServer-abcdef_12345"
ME = {"id": 123456789, "is_bot": True, "first_name": "Whosaid", "username": "whosaid_test_bot"}
DOCUMENT = {"file_id": "1", "file_unique_id": "1"}
PHOTO = {"file_id": "2", "file_unique_id": "2", "width": 1080, "height": 1080}
RIGHTS = tuple(
    f"can_{right}"
    for right in [
        "manage_chat",
        "delete_messages",
        "manage_video_chats",
        "restrict_members",
        "promote_members",
        "change_info",
        "invite_users",
        "post_stories",
        "edit_stories",
        "delete_stories",
    ]
)
ACTIONS = {"typing", "upload_photo", "upload_document", "find_location", "choose_sticker", "record_voice"}


class FakeTelegram(Updates, People, Files, Hook):
    """The server with its people; a context manager."""

    def __init__(self, pace: Pace | None = None, token: str = TOKEN) -> None:
        super().__init__()
        self.token = token
        self.pace = pace or Pace()
        self.calls: list[Call] = []
        self.messages: dict[tuple[int, int], dict] = {}
        self.chats: dict[int, dict] = {}
        self.blocked: set[int] = set()
        self.commands: dict[str, list] = {}  # of the default scope, by language
        self.scoped_commands: dict[tuple[str, str], list] = {}
        self.offers: dict[str, list[dict]] = {}  # results by the id of their inline query
        self.toasts: dict[str, tuple[str, bool]] = {}  # words and whether they were an alert, by query
        self._faults: dict[str, list[Fault]] = {}
        self._callbacks: set[str] = set()
        self._queries: set[str] = set()
        self._buckets: dict[object, Bucket] = {}
        self._next = {"update": 1000, "message": 1}
        self._changed = threading.Condition(threading.RLock())
        self._http = HttpServer(self.handle, self.download)

    def __enter__(self) -> "FakeTelegram":
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._poller += 1
            self._changed.notify_all()
        self._http.shutdown()
        self._http.server_close()

    @property
    def base_url(self) -> str:
        """As PTB takes it."""
        return f"http://127.0.0.1:{self._http.server_port}/bot"

    # How Telegram breaks down

    def fail(self, method: str, *faults: Fault) -> None:
        """Break down on the next calls of a method, in this order."""
        self._faults.setdefault(method, []).extend(faults)

    def expire_queries(self) -> None:
        """Callback and inline queries can no longer be answered, as after some seconds."""
        with self._changed:
            self._callbacks.clear()
            self._queries.clear()

    def revoke_token(self) -> None:
        """From now on the token is unknown; a waiting poller learns it at once."""
        with self._changed:
            self.token = "1:revoked"
            self._changed.notify_all()

    # What tests look at

    @property
    def pending(self) -> list[dict]:
        """Updates that were not confirmed."""
        return list(self._updates)

    def sent(self, chat: int | None = None) -> list[dict]:
        """Messages of the bot that exist now, in order."""
        with self._changed:
            own = [message for message in self.messages.values() if message["from"]["is_bot"]]
        return [message for message in own if chat is None or message["chat"]["id"] == chat]

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def wait(self, is_so: Callable[[], object], seconds: float = 5.0) -> None:
        """Wait for something to become true, from a thread that is not the bot's."""
        with self._changed:
            assert self._changed.wait_for(is_so, seconds), f"not within {seconds} s; calls: {self.calls[-5:]}"

    def wait_for_sent(self, count: int, chat: int | None = None, seconds: float = 5.0) -> list[dict]:
        """Wait for so many messages of the bot."""
        self.wait(lambda: len(self.sent(chat)) >= count, seconds)
        return self.sent(chat)

    # The API

    def handle(self, path: str, params: dict) -> tuple[int, dict] | None:
        """Carry out a request: status and body, or None for a connection that is to be cut."""
        method = path.rsplit("/", 1)[-1]
        status, body = 0, {}
        try:
            action = self._find(path)
            fault = self._fault(method, done=False)
            if fault is None:
                body = {"ok": True, "result": action(params)}
                fault, status = self._fault(method, done=True), 200
            if fault is not None:
                time.sleep(fault.silence)
                status, body = self._broken(fault)
        except ApiError as error:
            status, body = error.code, error.body
        with self._changed:
            self.calls.append(Call(method, params, status, time.monotonic()))
            self._changed.notify_all()
        return (status, body) if status else None

    def _find(self, path: str) -> Callable[[dict], object]:
        match = re.fullmatch(r"/bot([^/]+)/(\w+)", path)
        if not match or ":" not in match[1]:
            raise ApiError(404, "Not Found")
        if match[1] != self.token:
            raise ApiError(401, "Unauthorized")
        action = self._methods().get(match[2])
        if action is None:
            raise ApiError(404, "Not Found")
        return action

    def _methods(self) -> dict[str, Callable[[dict], object]]:
        return {
            "getMe": lambda _: ME,
            "getUpdates": self._get_updates,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "sendMessage": self._send_message,
            "sendMessageDraft": self._send_draft,
            "editMessageText": self._edit_message,
            "sendChatAction": self._chat_action,
            "answerCallbackQuery": self._answer_callback,
            "setMyCommands": self._set_commands,
            "editMessageReplyMarkup": self._edit_markup,
            "deleteMessage": self._delete_message,
            "getChatMember": self._chat_member,
            "sendDocument": self._send_document,
            "sendPhoto": self._send_photo,
            "getFile": self._get_file,
            "answerInlineQuery": self._answer_inline,
        }

    def _fault(self, method: str, done: bool) -> Fault | None:
        with self._changed:
            self._changed.notify_all()
            waiting = self._faults.get(method, [])
            return waiting.pop(0) if waiting and waiting[0].done == done else None

    def _broken(self, fault: Fault) -> tuple[int, dict]:
        if fault.retry_after:
            description = f"Too Many Requests: retry after {fault.retry_after}"
            return 429, ApiError(429, description, retry_after=fault.retry_after).body
        return fault.code, ApiError(fault.code, "Internal Server Error").body

    def _send_message(self, params: dict) -> dict:
        chat = self._chat(params)
        content = {**_content(params), **self._place(chat, params)}
        self._keep_pace(chat["id"])
        return self._keep(chat, self._number("message"), content)

    def _send_document(self, params: dict) -> dict:
        chat = self._chat(params)
        if not params.get("document"):
            raise ApiError(400, "Bad Request: there is no document in the request")
        self._keep_pace(chat["id"])
        content = {"caption": params.get("caption", ""), "document": DOCUMENT, "content": params["document"]}
        return self._keep(chat, self._number("message"), content)

    def _send_photo(self, params: dict) -> dict:
        chat = self._chat(params)
        if not params.get("photo"):
            raise ApiError(400, "Bad Request: there is no photo in the request")
        self._keep_pace(chat["id"])
        content = {"photo": [PHOTO], "content": params["photo"], **self._place(chat, params)}
        return self._keep(chat, self._number("message"), content)

    def _place(self, chat: dict, params: dict) -> dict:
        """Topic and replied message, both of which must exist."""
        found: dict = {}
        if topic := int(params.get("message_thread_id", 0)):
            if (chat["id"], topic) not in self.topics:
                raise ApiError(400, "Bad Request: message thread not found")
            found |= {"message_thread_id": topic, "is_topic_message": True}
        if reply := json.loads(params.get("reply_parameters", "{}")):
            known = [*self.written.values(), *self.messages.values()]
            number, place = reply["message_id"], chat["id"]
            replied = [one for one in known if (one["message_id"], one["chat"]["id"]) == (number, place)]
            if not replied and not reply.get("allow_sending_without_reply"):
                raise ApiError(400, "Bad Request: message to be replied not found")
            found["replied"] = number
        return found

    def _send_draft(self, params: dict) -> bool:
        chat = self._chat(params)
        if chat["type"] != "private":
            raise ApiError(400, "Bad Request: TEXTDRAFT_PEER_INVALID")
        if not int(params.get("draft_id", 0)):
            raise ApiError(400, "Bad Request: draft_id must be non-zero")
        if params.get("text"):
            _content(params)
        return True

    def _edit_message(self, params: dict) -> dict:
        chat = self._chat(params)
        number = int(params.get("message_id", 0))
        before = self.messages.get((chat["id"], number))
        if before is None:
            raise ApiError(400, "Bad Request: message to edit not found")
        content = _content(params)
        if all(before.get(key) == content.get(key) for key in ("text", "entities", "reply_markup")):
            words = "specified new message content and reply markup are exactly the same as a current content"
            raise ApiError(
                400, f"Bad Request: message is not modified: {words} and reply markup of the message"
            )
        self._keep_pace(chat["id"])
        return self._keep(chat, number, content)

    def _edit_markup(self, params: dict) -> dict:
        chat = self._chat(params)
        place = chat["id"], int(params.get("message_id", 0))
        before = self.messages.get(place)
        if before is None:
            is_there = place in {(one["chat"]["id"], one["message_id"]) for one in self.written.values()}
            words = "can't be edited" if is_there else "to edit not found"
            raise ApiError(400, f"Bad Request: message {words}")
        after = {key: value for key, value in before.items() if key != "reply_markup"} | _markup(params)
        if after == before:
            raise ApiError(400, "Bad Request: message is not modified")
        return self._keep(chat, before["message_id"], after)

    def _delete_message(self, params: dict) -> bool:
        chat = self._chat(params)
        with self._changed:
            if self.messages.pop((chat["id"], int(params.get("message_id", 0))), None) is None:
                raise ApiError(400, "Bad Request: message to delete not found")
        return True

    def _chat_member(self, params: dict) -> dict:
        chat, person = self._chat(params), int(params["user_id"])
        user = someone(person, "en")
        if (chat["id"], person) in self.administrators:
            rights = dict.fromkeys((*RIGHTS, "is_anonymous"), False)
            return {"status": "administrator", "user": user, "can_be_edited": False, **rights}
        return {"status": "member", "user": user}

    def _answer_inline(self, params: dict) -> bool:
        query = params.get("inline_query_id", "")
        if query not in self._queries:
            words = "query is too old and response timeout expired or query ID is invalid"
            raise ApiError(400, f"Bad Request: {words}")
        try:
            self.offers[query] = read_results(params)
        except TextError as error:
            raise ApiError(400, f"Bad Request: {error}") from error
        self._queries.remove(query)
        return True

    def _chat_action(self, params: dict) -> bool:
        self._chat(params)
        if params.get("action") not in ACTIONS:
            raise ApiError(400, "Bad Request: wrong parameter action in request")
        return True

    def _answer_callback(self, params: dict) -> bool:
        if params.get("callback_query_id") not in self._callbacks:
            words = "query is too old and response timeout expired or query ID is invalid"
            raise ApiError(400, f"Bad Request: {words}")
        query, words = params["callback_query_id"], params.get("text", "")
        if len(words) > 200:
            raise ApiError(400, "Bad Request: MESSAGE_TOO_LONG")
        self._callbacks.remove(query)
        self.toasts[query] = (words, params.get("show_alert") == "true")
        return True

    def _set_commands(self, params: dict) -> bool:
        commands = json.loads(params.get("commands", "[]"))
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        scope, language = json.loads(params.get("scope", "{}")), params.get("language_code", "")
        kind = scope.get("type", "default")
        if kind == "chat" and int(scope["chat_id"]) not in self.chats:
            raise ApiError(400, "Bad Request: chat not found")
        if kind == "default":
            self.commands[language] = commands
        self.scoped_commands[kind, language] = commands
        return True

    def _chat(self, params: dict) -> dict:
        if not params.get("chat_id"):
            raise ApiError(400, "Bad Request: chat_id is empty")
        chat = self.chats.get(int(params["chat_id"]))
        if chat is None:
            raise ApiError(400, "Bad Request: chat not found")
        if chat["id"] in self.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user")
        return chat

    def _keep_pace(self, chat: int) -> None:
        kind = self.pace.group if chat < 0 else self.pace.chat
        with self._changed:
            now = time.monotonic()
            for key, shape in ((chat, kind), ("overall", self.pace.overall)):
                bucket = self._buckets.setdefault(key, Bucket(*shape))
                if seconds := math.ceil(bucket.missing(now)):
                    raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

    def _keep(self, chat: dict, number: int, content: dict) -> dict:
        message = {"message_id": number, "date": int(time.time()), "from": ME, "chat": chat, **content}
        with self._changed:
            self.messages[chat["id"], number] = message
        return message

    def _number(self, of: str) -> int:
        with self._changed:
            self._next[of] += 1
            return self._next[of]


def _content(params: dict) -> dict:
    try:
        text, entities = parse_text(params.get("text", ""), params.get("parse_mode"))
    except TextError as error:
        raise ApiError(400, f"Bad Request: {error}") from error
    return {"text": text, "entities": entities, **_markup(params)}


def _markup(params: dict) -> dict:
    if "reply_markup" not in params:
        return {}
    markup = json.loads(params["reply_markup"])
    try:
        check_keyboard(markup)
    except TextError as error:
        raise ApiError(400, f"Bad Request: {error}") from error
    return {"reply_markup": markup}
