"""Keeps secrets and questions out of the logs; it knows nothing of what is logged otherwise."""

import json
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


class JsonFormatter(logging.Formatter):
    """A JSON object a line: time, level, logger, message, and the traceback when there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        found = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        trace = record.exc_text or (self.formatException(record.exc_info) if record.exc_info else "")
        return json.dumps({**found, "trace": trace} if trace else found, ensure_ascii=False)


def set_up_logs(level: int, *, as_json: bool) -> None:
    """Log to standard error, for people or for programs."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    if as_json:
        for handler in logging.getLogger().handlers:
            handler.setFormatter(JsonFormatter())
