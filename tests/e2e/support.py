"""The whole of Whosaid as its users meet it: real processes, real files, the sample library."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.app.library import Whosaid, open_whosaid
from bot.config import Settings

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "bot" / "samples"
NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)  # after every sample article
YAR = "https://yar-herald.example.org/"
VESTI = "https://yar-vesti.example.org/"


def environment(**chosen: str) -> dict[str, str]:
    """This process's environment with the given settings and no others of ours."""
    ours = {name.upper() for name in Settings.model_fields}
    kept = {name: value for name, value in os.environ.items() if name.upper() not in ours}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **chosen}


def start(folder: Path, *arguments: str, **chosen: str) -> subprocess.Popen[str]:
    """`whosaid` as a process of its own that works in `folder`; its streams are pipes."""
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=folder,
        env=environment(**chosen),
    )


def finish(process: subprocess.Popen[str], stdin: str = "", seconds: float = 60) -> tuple[int, str, str]:
    """Wait for the end: exit code, standard output, standard error. The process never outlives the call."""
    try:
        out, err = process.communicate(stdin, seconds)
    finally:
        process.kill()
    return process.returncode, out, err


def run(folder: Path, *arguments: str, stdin: str = "", **chosen: str) -> tuple[int, str, str]:
    """A whole run of `whosaid`: exit code, standard output, standard error."""
    return finish(start(folder, *arguments, **chosen), stdin)


def opened(database: Path, **chosen: str) -> Whosaid:
    """The real library over a database, whatever the settings of this machine, but for those chosen."""
    ours = {"telegram_token": None, "openai_api_key": None, "openai_base_url": "", "time_zone": "UTC"}
    settings = Settings(_env_file=None, whosaid_db=database, workers=1, **{**ours, **chosen})
    return open_whosaid(settings)


@contextmanager
def sampled(database: Path) -> Iterator[Whosaid]:
    """The same over a new database, with the sample articles."""
    with opened(database) as whosaid:
        assert not whosaid.ingester().ingest([str(SAMPLES)]).failed
        yield whosaid
