"""What the front end needs of the library is what the library gives."""

from datetime import UTC, datetime
from pathlib import Path

from bot.app.desk import Desk
from bot.app.library import open_whosaid
from bot.config import load_settings
from bot.telegram.ports import AnswererProtocol, Overview


def test_the_desk_of_the_library_is_such_an_answerer(tmp_path: Path) -> None:
    settings = load_settings(None).model_copy(update={"whosaid_db": tmp_path / "library.db"})
    with open_whosaid(settings) as whosaid:
        answerer: AnswererProtocol = Desk(whosaid)
        overview: Overview = answerer.overview("en")
        answer = answerer.turn("what did Holm say?", datetime(2026, 5, 3, tzinfo=UTC), "c").answer
        answerer.reset("c")
    assert not answer.answered
    assert (overview.articles, overview.statements, overview.speakers, overview.sources) == (0, 0, 0, 0)
    assert (overview.first, overview.last, overview.top_speakers) == (None, None, ())
