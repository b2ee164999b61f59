"""Whether a message is meant for the bot, and the questions in it; it knows nothing of answers."""

import re

from telegram import Message, MessageEntity

MOST_QUESTIONS = 5  # of one message
_END = re.compile(r"\?[?!]*(?=\s)|\n+")
_MARKS = str.maketrans(dict.fromkeys('"“”«»„', "\x00"))


def addressed(message: Message, bot_id: int, username: str) -> str | None:
    """What the message says to the bot, without its mention; None when it is not meant for it.

    In a group that is a message that mentions the bot or replies to it.
    """
    text = message.text or message.caption or ""
    without = _without_mention(message, username)
    if message.chat.type == "private" or without != text or _replies_to(message, bot_id):
        return re.sub(r" {2,}", " ", without).strip()
    return None


def _without_mention(message: Message, username: str) -> str:
    entities = message.parse_entities([MessageEntity.MENTION])
    if not message.text:
        entities = message.parse_caption_entities([MessageEntity.MENTION])
    text = message.text or message.caption or ""
    for words in entities.values():
        if words.lower() == f"@{username}".lower():
            text = re.sub(rf"\s*{re.escape(words)}\b[,:]?", " ", text, count=1)
    return text


def _replies_to(message: Message, bot_id: int) -> bool:
    replied = message.reply_to_message
    # the first message of a forum topic counts as replied to by every other
    is_topic_start = replied is not None and replied.forum_topic_created is not None
    return bool(replied and not is_topic_start and replied.from_user and replied.from_user.id == bot_id)


def questions(text: str) -> list[str]:
    """The questions of a message, each with the words before it; the whole when it holds but one.

    A question mark ends a question unless it stands in quotation marks; words after the last one go with it.
    """
    parts: list[str] = []
    start = 0
    for match in _END.finditer(text):
        part = text[start : match.end()]
        if "?" in part and not part.translate(_MARKS).count("\x00") % 2:
            parts.append(part.strip())
            start = match.end()
    rest = text[start:].strip()
    if rest and (not parts or "?" in rest):
        parts.append(rest)
    elif rest:
        parts[-1] += f" {rest}"
    asking = [part for part in parts if any(letter.isalnum() for letter in part)]
    return asking if len(asking) > 1 else [text.strip()]
