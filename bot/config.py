"""Settings: read once from the environment and `.env`, then immutable; it knows nothing of who uses them.

The only module that reads the environment. `.env.example` lists every setting; a test keeps the two equal.
"""

from functools import partial
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import UsageError

LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"no time zone is called {name!r}; write it as Europe/London or UTC") from error
    return name


Megabytes = partial(Field, ge=1, le=4096)


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

    @property
    def zone(self) -> ZoneInfo:
        """The zone that the clock is read in."""
        return ZoneInfo(self.time_zone)

    @property
    def token(self) -> str | None:
        """The Telegram token in clear, for the one place that connects."""
        return self.telegram_token.get_secret_value().strip() or None if self.telegram_token else None


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings once; a bad one raises UsageError that names it and never shows a secret."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "settings"
        raise UsageError(f"the setting {name} cannot be used: {first['msg']}") from None
