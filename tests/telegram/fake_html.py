"""A strict reader of Telegram's HTML: refuses what Telegram refuses, and what it mends or drops in silence.

Sources: https://core.telegram.org/bots/api#html-style and the parser of the official server (parse_html in
https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp), whose error texts are kept.

Stricter than Telegram, because what is mended or dropped there is a mistake of ours: a bare "&" or ">" (the
documentation wants them escaped), an unknown attribute, an end tag without a name, nested quotations and
nested links (documented as impossible), an address that is not a web or tg address (dropped there), more than
100 entities (the rest is dropped there). Beyond 9,500 characters of source, Telegram answers
ENTITIES_TOO_LONG (https://github.com/tdlib/telegram-bot-api/issues/165).
"""

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

MOST_UNITS = 4096
MOST_ENTITIES = 100
MOST_SOURCE = 9500

TYPES = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
ATTRIBUTES = {
    "a": "href",
    "span": "class",
    "tg-emoji": "emoji-id",
    "code": "class",
    "blockquote": "expandable",
}
NEEDED = {"a", "span", "tg-emoji"}
SCHEMES = {"http", "https", "tg", "ton", "mailto"}

_TOKEN = re.compile(r"<[^>]*>?|&[^;\s<&]*;?|[^<&]+")
_TAG = re.compile(r"<(/?)([^\s>]*)\s*(.*?)\s*>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([^\s=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[\w.-]+))?\s*""")
_ENTITY = re.compile(r"&(lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});")


class TextError(Exception):
    """What the Bot API answers, without "Bad Request: "."""


@dataclass
class Open:
    """A tag that waits for its end."""

    name: str
    kind: str
    offset: int
    url: str = ""


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def parse_text(source: str, mode: str | None) -> tuple[str, list[dict]]:
    """The visible text and its entities; raises TextError for everything that must not be sent."""
    if mode not in (None, "", "HTML", "html"):
        raise TextError(f"unsupported parse_mode {mode!r}")
    text, entities = Reader(source).read() if mode else (source, [])
    if not text.strip():
        raise TextError("message text is empty")
    if units(text.strip()) > MOST_UNITS:
        raise TextError("message is too long")
    if len(entities) > MOST_ENTITIES or (mode and len(source) > MOST_SOURCE):
        raise TextError("ENTITIES_TOO_LONG")
    return text.strip(), entities


class Reader:
    """Reads one source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.open: list[Open] = []
        self.entities: list[dict] = []

    def read(self) -> tuple[str, list[dict]]:
        for token in _TOKEN.finditer(self.source):
            self._take(token[0], len(self.source[: token.start()].encode()))
        if self.open:
            self._refuse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return self.text, sorted(self.entities, key=lambda entity: (entity["offset"], -entity["length"]))

    def _take(self, token: str, at: int) -> None:
        if token[0] == "<":
            self._tag(token, at)
        elif token[0] == "&":
            if not _ENTITY.fullmatch(token):
                self._refuse(f'Unescaped "&" at byte offset {at}')
            self.text += unescape(token)
        elif ">" in token:
            self._refuse(f'Unescaped ">" after byte offset {at}')
        else:
            self.text += token

    def _tag(self, token: str, at: int) -> None:
        tag = _TAG.fullmatch(token)
        if not tag:
            self._refuse(f"Unclosed start tag at byte offset {at}")
        if tag[1]:
            self._end(tag[2].lower(), at)
        else:
            self._start(tag[2].lower(), tag[3], at)

    def _start(self, name: str, written: str, at: int) -> None:
        if name not in TYPES:
            self._refuse(f'Unsupported start tag "{name}" at byte offset {at}')
        attributes = self._attributes(name, written, at)
        url = self._value(name, attributes, at)
        kind = "expandable_blockquote" if "expandable" in attributes else TYPES[name]
        self._check_nesting(name, at)
        self.open.append(Open(name, kind, units(self.text), url))

    def _attributes(self, name: str, written: str, at: int) -> dict[str, str]:
        if written and not re.fullmatch(f"(?:{_ATTRIBUTE.pattern})+", written):
            self._refuse(f'Bad attributes of the tag "{name}" at byte offset {at}')
        found = {match[1]: unescape((match[2] or "").strip("\"'")) for match in _ATTRIBUTE.finditer(written)}
        for unknown in found.keys() - {ATTRIBUTES.get(name)}:
            self._refuse(f'Unexpected attribute "{unknown}" of the tag "{name}" at byte offset {at}')
        return found

    def _value(self, name: str, attributes: dict[str, str], at: int) -> str:
        value = attributes.get(ATTRIBUTES.get(name, ""), "")
        if name in NEEDED and not value:
            self._refuse(f'Tag "{name}" must have an attribute at byte offset {at}')
        if name == "span" and value != "tg-spoiler":
            self._refuse(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        if name == "a" and not _is_address(value):
            self._refuse(f"Bad address {value!r} of a link at byte offset {at}")
        return value

    def _check_nesting(self, name: str, at: int) -> None:
        around = {tag.name for tag in self.open}
        if name in around & {"blockquote", "a"} or around & {"code"} or ("pre" in around and name != "code"):
            self._refuse(f'Entity "{name}" can\'t be nested at byte offset {at}')

    def _end(self, name: str, at: int) -> None:
        if not self.open:
            self._refuse(f"Unexpected end tag at byte offset {at}")
        tag = self.open.pop()
        if name != tag.name:
            expected = f'expected "</{tag.name}>", found "</{name}>"'
            self._refuse(f"Unmatched end tag at byte offset {at}, {expected}")
        if length := units(self.text) - tag.offset:
            entity = {"type": tag.kind, "offset": tag.offset, "length": length}
            self.entities.append({**entity, "url": tag.url} if tag.kind == "text_link" else entity)

    def _refuse(self, words: str) -> None:
        raise TextError(f"can't parse entities: {words}")


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc or parts.path) and not re.search(r"[\s<>\"]", url)
