"""A strict Bot API server on loopback: a stand-in for https://core.telegram.org/bots/api over real HTTP.

It enforces, with Telegram's own error bodies:
- the token: 401 "Unauthorized" for an unknown one, 404 "Not Found" for an unknown method or a malformed path
  (https://core.telegram.org/bots/api#making-requests);
- getUpdates (#getupdates): long polling, `offset` confirms what is before it and nothing else does, `limit`,
  `allowed_updates`; 409 for the earlier of two pollers and while a webhook is set;
- texts: see `fake_html`; 1-4096 UTF-16 units after parsing, Telegram's HTML only (#html-style);
- chats: 400 "chat not found" for a chat that never wrote, 403 when the person has blocked the bot;
- edits: 400 "message is not modified", "message to edit not found" (#editmessagetext);
- callback queries: 400 for an unknown or already answered one (#answercallbackquery);
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
from dataclasses import dataclass

from tests.telegram.fake_html import TextError, parse_text
from tests.telegram.fake_http import HttpServer
from tests.telegram.fake_pace import Bucket, Pace

TOKEN = "123456789:AAFakeTokenOfTheTestServer-abcdef_12345"
ME = {"id": 123456789, "is_bot": True, "first_name": "Whosaid", "username": "whosaid_test_bot"}
ACTIONS = {"typing", "upload_photo", "upload_document", "find_location", "choose_sticker", "record_voice"}


class ApiError(Exception):
    """An answer with "ok": false."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.body = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters


@dataclass(frozen=True)
class Fault:
    """A break-down: an error of the server, or (code 0) a connection that is cut.

    `done` breaks down after the request was carried out: the client cannot know that it was.
    """

    code: int = 0
    retry_after: int = 0
    done: bool = False


@dataclass(frozen=True)
class Call:
    """A request and what came of it: the HTTP status, 0 for a cut connection."""

    method: str
    params: dict
    status: int
    at: float


class FakeTelegram:
    """The server with its people; a context manager."""

    def __init__(self, pace: Pace | None = None, token: str = TOKEN) -> None:
        self.token = token
        self.pace = pace or Pace()
        self.calls: list[Call] = []
        self.messages: dict[tuple[int, int], dict] = {}
        self.chats: dict[int, dict] = {}
        self.blocked: set[int] = set()
        self.commands: dict[str, list] = {}
        self.webhook = ""
        self._faults: dict[str, list[Fault]] = {}
        self._updates: list[dict] = []
        self._allowed: list[str] = []
        self._callbacks: set[str] = set()
        self._buckets: dict[object, Bucket] = {}
        self._poller = 0
        self._next = {"update": 1000, "message": 1}
        self._changed = threading.Condition(threading.RLock())
        self._http = HttpServer(self.handle)

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

    # What people do

    def write(self, text: str, chat: int = 1, language: str = "en", **more: object) -> int:
        """A person writes in their private chat (a group for a negative id); returns the update's id."""
        person = {"id": abs(chat), "is_bot": False, "first_name": "Ann", "language_code": language}
        kind = {"id": chat, "type": "private", "first_name": "Ann"}
        if chat < 0:
            kind = {"id": chat, "type": "group", "title": "Friends"}
        content: dict = {"text": text, **more} if text else dict(more)
        if text.startswith("/"):
            length = len(text.split()[0])
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        message = {
            "message_id": self._number("message"),
            "date": int(time.time()),
            "from": person,
            "chat": kind,
        }
        self.chats[chat] = kind
        return self.update("message", {**message, **content})

    def update(self, kind: str, content: dict) -> int:
        """Any update, as Telegram would send it."""
        with self._changed:
            update_id = self._number("update")
            if not self._allowed or kind in self._allowed:
                self._updates.append({"update_id": update_id, kind: content})
            self._changed.notify_all()
            return update_id

    def press(self, data: str, chat: int = 1) -> str:
        """A person presses a button; returns the id of the callback query."""
        query = f"query-{self._number('message')}"
        self._callbacks.add(query)
        person = {"id": abs(chat), "is_bot": False, "first_name": "Ann"}
        self.update("callback_query", {"id": query, "from": person, "chat_instance": "1", "data": data})
        return query

    def repeat(self, update: dict) -> None:
        """Deliver an update once more, as Telegram does at times."""
        with self._changed:
            self._updates.append(update)
            self._changed.notify_all()

    def fail(self, method: str, *faults: Fault) -> None:
        """Break down on the next calls of a method, in this order."""
        self._faults.setdefault(method, []).extend(faults)

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
        }

    def _fault(self, method: str, done: bool) -> Fault | None:
        with self._changed:
            waiting = self._faults.get(method, [])
            return waiting.pop(0) if waiting and waiting[0].done == done else None

    def _broken(self, fault: Fault) -> tuple[int, dict]:
        if fault.retry_after:
            description = f"Too Many Requests: retry after {fault.retry_after}"
            return 429, ApiError(429, description, retry_after=fault.retry_after).body
        return fault.code, ApiError(fault.code, "Internal Server Error").body

    def _get_updates(self, params: dict) -> list[dict]:
        offset, limit = int(params.get("offset", 0)), int(params.get("limit", 100))
        with self._changed:
            if self.webhook:
                words = "can't use getUpdates method while webhook is active"
                raise ApiError(409, f"Conflict: {words}; use deleteWebhook to delete the webhook first")
            self._poller += 1
            poller, token = self._poller, self.token
            self._changed.notify_all()
            self._allowed = (
                json.loads(params["allowed_updates"]) if "allowed_updates" in params else self._allowed
            )
            self._updates = [update for update in self._updates if update["update_id"] >= offset]
            self._changed.wait_for(
                lambda: self._updates or self._poller != poller or self.token != token,
                float(params.get("timeout", 0)),
            )
            if self.token != token:
                raise ApiError(401, "Unauthorized")
            if self._poller != poller:
                words = "terminated by other getUpdates request"
                raise ApiError(409, f"Conflict: {words}; make sure that only one bot instance is running")
            return self._updates[:limit]

    def _set_webhook(self, params: dict) -> bool:
        self.webhook = params.get("url", "")
        return True

    def _delete_webhook(self, params: dict) -> bool:
        self.webhook = ""
        if params.get("drop_pending_updates") == "true":
            self._updates.clear()
        return True

    def _send_message(self, params: dict) -> dict:
        chat = self._chat(params)
        content = _content(params)
        self._keep_pace(chat["id"])
        return self._keep(chat, self._number("message"), content)

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

    def _chat_action(self, params: dict) -> bool:
        self._chat(params)
        if params.get("action") not in ACTIONS:
            raise ApiError(400, "Bad Request: wrong parameter action in request")
        return True

    def _answer_callback(self, params: dict) -> bool:
        if params.get("callback_query_id") not in self._callbacks:
            words = "query is too old and response timeout expired or query ID is invalid"
            raise ApiError(400, f"Bad Request: {words}")
        self._callbacks.remove(params["callback_query_id"])
        return True

    def _set_commands(self, params: dict) -> bool:
        commands = json.loads(params.get("commands", "[]"))
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise ApiError(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise ApiError(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[params.get("language_code", "")] = commands
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
    markup = {"reply_markup": json.loads(params["reply_markup"])} if "reply_markup" in params else {}
    return {"text": text, "entities": entities, **markup}
