"""The one error tree: what went wrong, what the reader is told, and whether trying again helps.

    WhosaidError
    ├── UsageError       the command or a setting is wrong (exit code 2)
    ├── InputError       an article, file or line cannot be taken in; carries its place
    ├── StoreError       the database cannot be used
    │   └── StoreBusy    another process holds the database; a retry helps
    ├── FetchError       something on the web cannot be had
    │   ├── UnsafeAddress    it must not be asked for: not public, not http(s)
    │   ├── Unreachable      no answer, or one cut off; a retry helps
    │   ├── RetryLater       the server asks us to wait, perhaps says how long; a retry helps
    │   ├── PageMissing      404, or 410 when it is gone for good
    │   └── BadResponse      too big, damaged, refused, or a circle of redirects
    ├── SearchIndexError the derived index cannot be used; a rebuild helps
    ├── TelegramError    Telegram refuses or cannot be reached
    └── EndpointError    the model endpoint does not do what it was asked
        ├── EndpointUnreachable  no connection, or no answer in time; a retry helps
        ├── EndpointBusy         it asks us to slow down; a retry helps, after a while
        ├── EndpointFailed       it broke down over this request; a retry may help
        ├── EndpointRefused      key, address or model are not accepted
        └── EndpointAnswerError  what was asked or answered cannot be used
            └── EndpointUnsuited     it is what was asked, or the way of asking

Foreign exceptions are wrapped once, at the module that owns the library, with their cause chained.
"""


class WhosaidError(Exception):
    """Base of all errors that Whosaid raises on purpose; `str(error)` is one sentence for a person."""

    retry_helps = False
    exit_code = 1


class UsageError(WhosaidError):
    """Wrong words on the command line or a setting that cannot be understood."""

    exit_code = 2


class MissingExtra(WhosaidError):
    """Something needs a library that is not installed; says of which extra it is a part."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs what is not installed: pip install 'whosaid[{extra}]'")


class InputError(WhosaidError):
    """An input that cannot be read as an article; `place` says where it stands."""

    def __init__(self, message: str, place: str = "") -> None:
        super().__init__(message)
        self.place = place


class StoreError(WhosaidError):
    """The database is missing, damaged, not ours, or of a newer version."""


class StoreBusy(StoreError):
    """Another process is writing to the database for longer than we wait."""

    retry_helps = True


class FetchError(WhosaidError):
    """Something on the web cannot be had."""


class UnsafeAddress(FetchError):
    """The address must not be asked for."""


class Unreachable(FetchError):
    """No answer in time, no connection, or an answer that was cut off."""

    retry_helps = True


class RetryLater(FetchError):
    """The server is busy or out of order; `seconds` is how long it asks us to wait, None when it does not."""

    retry_helps = True

    def __init__(self, message: str, seconds: int | None = None) -> None:
        super().__init__(message)
        self.seconds = seconds


class PageMissing(FetchError):
    """The server has no such page; `gone` when it says that there never will be one again."""

    def __init__(self, message: str, gone: bool = False) -> None:
        super().__init__(message)
        self.gone = gone


class BadResponse(FetchError):
    """An answer that cannot be used, and will be no better the next time."""


class SearchIndexError(WhosaidError):
    """The search index is damaged or locked; it is derived and can be rebuilt."""

    retry_helps = True


class TelegramError(WhosaidError):
    """Telegram refuses the token, or cannot be reached at all."""


class EndpointError(WhosaidError):
    """The model endpoint does not do what it was asked; no message ever repeats what it sent."""


class EndpointUnreachable(EndpointError):
    """No connection to the endpoint, or none that lasted until the answer."""

    retry_helps = True


class EndpointBusy(EndpointError):
    """The endpoint asks us to slow down; `retry_after` is in seconds, None when it does not say."""

    retry_helps = True

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class EndpointFailed(EndpointError):
    """The endpoint reports a fault of its own, which may be due to what it was sent."""

    retry_helps = True


class EndpointRefused(EndpointError):
    """The endpoint does not accept the key, the address or the model."""


class EndpointAnswerError(EndpointError):
    """The endpoint cannot use what it was asked, or its answer is not what was asked for."""


class EndpointUnsuited(EndpointAnswerError):
    """The endpoint cannot use what it was asked, or the way in which: another way may do."""
