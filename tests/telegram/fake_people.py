"""The people of the fake Bot API server: they write, edit, press buttons and type inline queries."""

import re
import threading
import time
from collections.abc import Callable


class People:
    """What people do, as the updates that Telegram makes of it; a part of the fake server."""

    chats: dict[int, dict]
    _changed: threading.Condition
    _allowed: list[str]
    _updates: list[dict]
    _callbacks: set[str]
    _queries: set[str]
    _number: Callable[[str], int]

    def __init__(self) -> None:
        super().__init__()
        self.written: dict[int, dict] = {}  # messages of people by the number of the update
        self.topics: set[tuple[int, int]] = set()
        self.administrators: set[tuple[int, int]] = set()  # chat, person

    def write(
        self,
        text: str,
        chat: int = 1,
        language: str = "en",
        person: int = 0,
        topic: int = 0,
        reply_to: dict | None = None,
        **more: object,
    ) -> int:
        """A person writes in their private chat (a group for a negative id); returns the update's id."""
        kind = {"id": chat, "type": "private", "first_name": "Ann"}
        if chat < 0:
            kind = {"id": chat, "type": "supergroup" if topic else "group", "title": "Friends"}
        self.chats[chat] = kind
        message = {
            "message_id": self._number("message"),
            "date": int(time.time()),
            "from": someone(person or abs(chat), language),
            "chat": kind,
            **({"reply_to_message": reply_to} if reply_to else {}),
        }
        if topic:
            self.topics.add((chat, topic))
            message |= {"message_thread_id": topic, "is_topic_message": True}
        message |= ({"text": text, "entities": self._entities(text)} if text else {}) | more
        number = self.update("message", message)
        self.written[number] = message
        return number

    def edit(self, number: int, text: str) -> int:
        """A person changes a message; returns the id of the new update."""
        message = {
            **self.written[number],
            "text": text,
            "entities": self._entities(text),
            "edit_date": int(time.time()),
        }
        again = self.update("edited_message", message)
        self.written[again] = message
        return again

    def update(self, kind: str, content: dict) -> int:
        """Any update, as Telegram would send it."""
        with self._changed:
            update_id = self._number("update")
            if not self._allowed or kind in self._allowed:
                self._updates.append({"update_id": update_id, kind: content})
            self._changed.notify_all()
            return update_id

    def press(
        self, data: str, chat: int = 1, message: dict | None = None, person: int = 0, language: str = "en"
    ) -> str:
        """A person presses a button, under a message if one is given; returns the id of the query."""
        query = f"query-{self._number('message')}"
        self._callbacks.add(query)
        under = {"message": message} if message else {}
        sender = someone(person or abs(chat), language)
        self.update(
            "callback_query", {"id": query, "from": sender, "chat_instance": "1", "data": data, **under}
        )
        return query

    def press_text(self, text: str, message: dict, person: int = 0, language: str = "en") -> str:
        """A person presses the button with this text under a message."""
        rows = message["reply_markup"]["inline_keyboard"]
        [data] = [button["callback_data"] for row in rows for button in row if button["text"] == text]
        return self.press(data, message["chat"]["id"], message, person, language)

    def type_inline(self, text: str, person: int = 1, language: str = "en") -> str:
        """A person types "@bot text" in some chat; returns the id of the inline query."""
        query = f"inline-{self._number('message')}"
        self._queries.add(query)
        sender = someone(person, language)
        self.update("inline_query", {"id": query, "from": sender, "query": text, "offset": ""})
        return query

    def repeat(self, update: dict) -> None:
        """Deliver an update once more, as Telegram does at times."""
        with self._changed:
            self._updates.append(update)
            self._changed.notify_all()

    def _entities(self, text: str) -> list[dict]:
        found = [("bot_command", match) for match in re.finditer(r"^/\w+(@\w+)?", text)]
        found += [("mention", match) for match in re.finditer(r"(?<!\w)@\w{4,32}", text)]
        return [
            {"type": kind, "offset": _units(text[: match.start()]), "length": _units(match[0])}
            for kind, match in found
        ]


def someone(person: int, language: str) -> dict:
    return {"id": person, "is_bot": False, "first_name": "Ann", "language_code": language}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
