"""Small analysed articles about made-up people, and a library in a temporary folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.models import Analysed, Annotation, Draft, Passage, Span, Statement
from bot.store import Store, open_store

MakeArticle = Callable[..., Analysed]
Says = Callable[..., Statement]


def says(speaker: str | None, start: int = 0, end: int = 5, **fields: object) -> Statement:
    known = {"kind": "direct", "cue": "said", "mention": None, "speaker_kind": "person", **fields}
    return Statement((Span(start, end),), Span(start, end), speaker=speaker, **known)


def make_article(url: str, text: str = "The mayor spoke.", *said: Statement, **fields: object) -> Analysed:
    draft = Draft(url, f"Title of {url}", text, **{"published": "2031-05-06", "source": "Gazette", **fields})
    passages = (Passage(Span(0, len(text))),)
    return Analysed(draft, "en", Annotation("en", (), ()), passages, said, f"print of {text}")


@pytest.fixture(name="says")
def _says() -> Says:
    return says


@pytest.fixture(name="make_article")
def _make_article() -> MakeArticle:
    return make_article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened
