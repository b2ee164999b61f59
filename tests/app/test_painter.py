"""Pictures of answers over a real library."""

import gc
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.app.library import open_whosaid
from bot.app.painter import painter
from bot.commands.start import SAMPLES
from bot.config import load_settings

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _collector_as_before():
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_an_answer_is_drawn_when_it_has_a_date(tmp_path):
    settings = load_settings(None).model_copy(update={"whosaid_db": tmp_path / "x.db"})
    with open_whosaid(settings) as whosaid:
        whosaid.ingester().ingest([str(SAMPLES)])
        drawing = painter(whosaid)
        answer = whosaid.answerer.ask("хронология ремонта моста", NOW)
        assert drawing.picture(answer, NOW)[:4] == b"\x89PNG"
        assert drawing.picture(replace(answer, claims=()), NOW) is None
