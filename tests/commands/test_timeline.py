"""`whosaid timeline`."""

import json
import sys
from pathlib import Path

import pytest

from bot.commands.start import SAMPLES
from tests.commands.conftest import Whosaid
from tests.pictures.test_drawing import size

SHOWN = Path(__file__).resolve().parents[1] / "pictures" / "timeline.png"
NOW = ("--now", "2026-11-20")


@pytest.fixture
def samples(whosaid: Whosaid) -> Whosaid:
    assert whosaid("ingest", str(SAMPLES))[0] == 0
    return whosaid


def test_the_picture_of_the_readme_is_that_of_the_sample_library(samples: Whosaid, tmp_path: Path) -> None:
    code, out, _ = samples("timeline", "bridge repair", "--output", "made.png", *NOW)
    assert (code, out) == (0, "")
    assert size((tmp_path / "made.png").read_bytes()) == size(SHOWN.read_bytes())


def test_stages_in_order_as_text(samples: Whosaid) -> None:
    code, out, _ = samples("timeline", "ремонт моста", *NOW)
    assert code == 0
    assert out.index("15 июня 2026") < out.index("12 августа 2026") < out.index("14 ноября 2026")


def test_a_question_is_asked_as_it_stands(samples: Whosaid) -> None:
    code, out, _ = samples("timeline", "how have Mashin's comments changed?", *NOW)
    assert code == 0
    assert "(first found)" in out


def test_json_has_the_days_of_all_articles_and_statements(samples: Whosaid) -> None:
    code, out, _ = samples("timeline", "bridge repair", "--json", *NOW)
    shown = json.loads(out)
    assert code == 0
    assert shown["answered"]
    assert "2026-08-12" in shown["articles"]
    assert shown["statements"] == sorted(shown["statements"])


def test_what_is_not_found_is_said_and_not_drawn(samples: Whosaid, tmp_path: Path) -> None:
    code, out, _ = samples("timeline", "volcano", "--output", "made.png", *NOW)
    assert code == 0
    assert "I found nothing" in out
    assert not (tmp_path / "made.png").exists()


def test_what_cannot_be_written_or_drawn_is_an_error(
    samples: Whosaid, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, _, errors = samples("timeline", "bridge repair", "--output", "nowhere/made.png", *NOW)
    assert code == 1
    assert "cannot be written" in errors
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    code, _, errors = samples("timeline", "bridge repair", "--output", "made.png", *NOW)
    assert code == 1
    assert "whosaid[pictures]" in errors
