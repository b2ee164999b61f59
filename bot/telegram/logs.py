"""Keeps secrets and questions out of the logs; it knows nothing of what is logged otherwise."""

import logging
import re

# https://core.telegram.org/bots/features#botfather : digits, a colon, 35 letters, digits, "-" and "_".
_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
HIDDEN = "<token>"
# httpx logs every address, which holds the token; PTB logs every update, which holds the question.
# openai logs what it sends, which is a question, and httpx2 where to.
_QUIET = {
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "telegram": logging.INFO,
    "httpx2": logging.WARNING,
    "httpcore2": logging.WARNING,
    "openai": logging.WARNING,
}


def without_tokens(text: str) -> str:
    """The text with everything that looks like a token hidden."""
    return _TOKEN.sub(HIDDEN, text)


class TokenFilter(logging.Filter):
    """Hides tokens in the message, its arguments and the traceback of every record; lets all records pass."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record where it is needed."""
        message = record.getMessage()
        if _TOKEN.search(message):
            record.msg, record.args = without_tokens(message), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text and _TOKEN.search(record.exc_text):
            record.exc_text, record.exc_info = without_tokens(record.exc_text), None
        return True


def guard_logs() -> None:
    """Put the filter on the handlers of the root logger and quieten talkative libraries; idempotent."""
    for name, level in _QUIET.items():
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, level))
    handlers = [*logging.getLogger().handlers, *filter(None, [logging.lastResort])]
    for handler in handlers:
        if not any(isinstance(each, TokenFilter) for each in handler.filters):
            handler.addFilter(TokenFilter())
