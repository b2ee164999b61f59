import gc

import pytest

from bot.app.library import COLLECTIONS, open_whosaid
from bot.config import load_settings


@pytest.fixture(autouse=True)
def _collector_as_before():
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_no_full_collection_interrupts_questions(tmp_path):
    settings = load_settings(None).model_copy(update={"whosaid_db": tmp_path / "x.db"})
    with open_whosaid(settings):
        assert gc.get_threshold() == COLLECTIONS
