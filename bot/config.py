"""Settings: read once from the environment and `.env`, then immutable; it knows nothing of who uses them.

The only module that reads the environment. `.env.example` lists every setting; a test keeps the two equal.
"""

import re
from functools import partial
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import UsageError

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no time zone is called {name!r}; write it as Europe/London or UTC") from error
    return name


def _web_address(url: str) -> str:
    """An address of http or https; what is wrong with it is told without repeating it: it may hold a key."""
    parts = urlsplit(url)
    if url and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0):
        raise ValueError("write it as https://api.openai.com/v1 or http://localhost:11434/v1")
    if parts.username or parts.password:
        raise ValueError("it holds a name or password; put the key into OPENAI_API_KEY instead")
    return url


def _sendable_key(key: SecretStr | None) -> SecretStr | None:
    """A key goes into a header: what cannot stand there would fail later, with the key in the error."""
    if key is not None and not (key.get_secret_value().isascii() and key.get_secret_value().isprintable()):
        raise ValueError("it holds letters that no key has; copy it anew")
    return key


def _place(text: str) -> str:
    """A host and a port to listen at, or nothing."""
    host, _, port = text.rpartition(":")
    if text and not (host and port.isascii() and port.isdigit() and 0 < int(port) < 65_536):
        raise ValueError("write it as 127.0.0.1:8443")
    return text


def _secure_address(url: str) -> str:
    """An address that Telegram can call."""
    parts = urlsplit(url)
    if url and (parts.scheme != "https" or not parts.hostname):
        raise ValueError("Telegram calls https addresses only; write it as https://bot.example.org/telegram")
    return url


def _header_key(key: SecretStr | None) -> SecretStr | None:
    """https://core.telegram.org/bots/api#setwebhook : 1-256 letters, digits, "_" and "-"."""
    if key is not None and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", key.get_secret_value()):
        raise ValueError("take 16 to 256 letters, digits, _ and -, as from: openssl rand -hex 32")
    return key


def _numbers(text: str) -> str:
    """Numbers with commas between them."""
    if not re.fullmatch(r"\s*(\d{1,15}\s*(,\s*\d{1,15}\s*)*)?", text, re.ASCII):
        raise ValueError("write the numbers of Telegram accounts with commas between them: 12345, 67890")
    return text


NO_MODEL = "none"
OPENAI = "https://api.openai.com/v1"
Megabytes = partial(Field, ge=1, le=4096)
Count = partial(Field, ge=0, le=1_000_000)
Tokens = partial(Field, 0, ge=0, le=10**15)
Price = partial(Field, 0.0, ge=0.0, le=1e6)
Place = Annotated[str, AfterValidator(_place)]


class Settings(BaseSettings):
    """Everything an operator can choose; see `.env.example` for a line on each."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, frozen=True, extra="ignore"
    )

    telegram_token: SecretStr | None = Field(None, description="token of the bot, as @BotFather gives it")
    telegram_base_url: str = Field(
        "https://api.telegram.org/bot", description="Bot API server; change it only for a server of your own"
    )
    whosaid_db: Path = Field(
        Path("whosaid.db"), description="database file; the search index is kept beside it"
    )
    time_zone: Annotated[str, AfterValidator(_known_zone)] = Field(
        "UTC", description="zone of words such as 'yesterday', as Europe/London"
    )
    workers: int = Field(0, ge=0, le=64, description="processes that read articles; 0 means one a core")
    max_article_mb: int = Megabytes(5, description="articles with a longer text are refused, in megabytes")
    max_file_mb: int = Megabytes(
        512, description="larger files are refused, in megabytes; JSON Lines may be of any size"
    )
    log_level: LogLevel = Field("INFO", description="DEBUG, INFO, WARNING or ERROR; never logs questions")
    allow_private_addresses: bool = Field(
        False,
        description="True lets sources lie on this machine itself (loopback), for tests; other inner networks"
        " are never asked",
    )
    openai_api_key: Annotated[SecretStr | None, AfterValidator(_sendable_key)] = Field(
        None, description="key of the model endpoint; a server of your own may need none"
    )
    openai_base_url: Annotated[str, AfterValidator(_web_address)] = Field(
        "", description="model endpoint, as http://localhost:11434/v1 for Ollama; empty means OpenAI's"
    )
    embed_model: str = Field(
        "", description="embedding model for search by meaning, across languages; empty means none"
    )

    answer_model: str = Field(
        "gpt-4.1-mini",
        description="model that writes answers, where an endpoint is set above; none means that none does",
    )
    digest_model: str = Field(
        "", description="model that words the stories of digests; empty: as above; none means that none does"
    )
    question_model: str = Field(
        "",
        description="model that words questions anew that the rules do not understand; empty: as answers",
    )
    check_model: str = Field(
        "", description="model that may reject claims of the one that writes answers; empty means none"
    )
    model_seconds: float = Field(
        40.0, ge=1, le=600, description="seconds that a model may take; after that the sources answer"
    )
    model_tokens_per_day: int = Tokens(
        description="tokens that models may use a day (UTC); then the sources answer; 0 means any"
    )
    model_tokens_per_chat: int = Tokens(description="tokens that one chat may use a day (UTC); 0 means any")
    model_tokens_in_all: int = Tokens(description="tokens that models may ever use; 0 means any")
    model_price_in: float = Price(
        description="price of a million tokens sent; `whosaid doctor` tells the sum"
    )
    model_price_out: float = Price(description="price of a million tokens received")
    prompts_dir: Path | None = Field(
        None, description="folder with prompts of your own; empty means those that come with the bot"
    )

    access: Literal["open", "invite", "list"] = Field(
        "open",
        description="who may ask: open, invite (whoever has a link that /invite makes) or list (/role)",
    )
    owners: Annotated[str, AfterValidator(_numbers)] = Field(
        "", description="numbers of the Telegram accounts that own the bot, with commas between them"
    )
    questions_per_minute: int = Count(20, description="questions a person may ask a minute; 0 means any")
    group_questions_per_minute: int = Count(20, description="questions a group may ask a minute; 0 means any")
    questions_per_day: int = Count(300, description="questions a person may ask a day (UTC); 0 means any")
    questions_per_day_all: int = Count(0, description="questions of everyone a day (UTC); 0 means any")
    additions_per_day: int = Count(
        200, description="links, posts, files and feeds that an editor may add a day (UTC); 0 means any"
    )
    keep_days: int = Count(180, description="days that questions and answers are kept; 0 means for ever")
    webhook_url: Annotated[str, AfterValidator(_secure_address)] = Field(
        "", description="address that Telegram calls, behind a proxy with TLS; empty means polling"
    )
    webhook_key: Annotated[SecretStr | None, AfterValidator(_header_key)] = Field(
        None, description="what Telegram proves itself with at the webhook, as from: openssl rand -hex 32"
    )
    webhook_place: Place = Field("127.0.0.1:8443", description="where the proxy finds the webhook")
    metrics_place: Place = Field(
        "", description="where Prometheus finds /metrics, as 127.0.0.1:9464; empty means nowhere"
    )
    log_format: Literal["text", "json"] = Field("text", description="log lines as text or as json")

    @model_validator(mode="after")
    def _webhook_needs_a_key(self) -> Self:
        if self.webhook_url and not self.webhook_key:
            raise ValueError("WEBHOOK_URL needs a WEBHOOK_KEY, as from: openssl rand -hex 32")
        return self

    @model_validator(mode="after")
    def _embedding_needs_an_endpoint(self) -> Self:
        if self.embedding_model and not self.has_endpoint:
            raise ValueError(
                "EMBED_MODEL needs an endpoint: set OPENAI_API_KEY,"
                " or OPENAI_BASE_URL for a server that takes no key"
            )
        return self

    @property
    def owner_numbers(self) -> tuple[int, ...]:
        """The accounts that own the bot."""
        return tuple(int(number) for number in self.owners.split(",") if number.strip())

    @property
    def webhook_listen(self) -> tuple[str, int]:
        """Host and port of the webhook."""
        return _host_and_port(self.webhook_place)

    @property
    def metrics_listen(self) -> tuple[str, int] | None:
        """Host and port of the metrics; None for nowhere."""
        return _host_and_port(self.metrics_place) if self.metrics_place else None

    @property
    def has_endpoint(self) -> bool:
        """Whether a model endpoint is named, by its key or its address."""
        return bool(self.endpoint_key or self.openai_base_url)

    @property
    def embedding_model(self) -> str:
        """The model that makes vectors; empty for none."""
        return self.embed_model.strip()

    @property
    def writing_model(self) -> str:
        """The model that writes answers; empty for none."""
        return self._model(self.answer_model.strip())

    @property
    def telling_model(self) -> str:
        """The model that words the stories of digests; empty for none."""
        return self._model(self.digest_model.strip() or self.writing_model)

    @property
    def wording_model(self) -> str:
        """The model that words questions anew; empty for none."""
        return self._model(self.question_model.strip() or self.writing_model)

    def _model(self, name: str) -> str:
        return name if self.has_endpoint and name.lower() != NO_MODEL else ""

    @property
    def asks_a_model(self) -> bool:
        """Whether anything is ever sent to the endpoint."""
        models = (self.embedding_model, self.writing_model, self.telling_model, self.wording_model)
        return any(models)

    @property
    def endpoint_key(self) -> str:
        """The key of the model endpoint in clear, for the one place that connects; empty for none."""
        return self.openai_api_key.get_secret_value().strip() if self.openai_api_key else ""

    @property
    def endpoint_url(self) -> str:
        """The address of the model endpoint."""
        return self.openai_base_url or OPENAI

    @property
    def zone(self) -> ZoneInfo:
        """The zone that the clock is read in."""
        return ZoneInfo(self.time_zone)

    @property
    def token(self) -> str | None:
        """The Telegram token in clear, for the one place that connects."""
        return self.telegram_token.get_secret_value().strip() or None if self.telegram_token else None


def _host_and_port(place: str) -> tuple[str, int]:
    host, _, port = place.rpartition(":")
    return host, int(port)


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings once; a bad one raises UsageError that names it and never shows a secret."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        message = first["msg"].removeprefix("Value error, ")
        if not first["loc"]:
            raise UsageError(message) from None
        name = str(first["loc"][0]).upper()
        raise UsageError(f"the setting {name} cannot be used: {message}") from None
