"""Charts become pictures."""

import struct
import sys
from datetime import date

import pytest

from bot.errors import MissingExtra
from bot.pictures.chart import Chart, Stage
from bot.pictures.drawing import can_draw, draw


def chart(language="en", stages=1, text="The pier burned.", title="Timeline of the pier"):
    found = tuple(
        Stage(number, date(2025, 7, number), text, "Ann", "The Gazette", "first found")
        for number in range(1, stages + 1)
    )
    day = date(2025, 7, 1)
    return Chart(title, language, found, ((day, 3),), ())


def size(png):
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


def test_a_picture_is_as_wide_as_a_phone_and_grows_with_what_it_tells():
    width, height = size(draw(chart()))
    assert width == 1080
    assert size(draw(chart(stages=4)))[1] > height
    assert size(draw(chart(text="The pier burned. " * 12)))[1] > height


@pytest.mark.filterwarnings("error")  # a letter that the font lacks would be warned of
def test_both_scripts_are_drawn_and_what_the_font_lacks_is_left_out():
    with_faces = draw(chart("ru", 2, "Причал \U0001f525 сгорел, $5 и $7.", "Хронология: причал \u4e2d"))
    without = draw(chart("ru", 2, "Причал  сгорел, $5 и $7.", "Хронология: причал "))
    assert with_faces == without


def test_without_the_library_it_is_said_what_to_install(monkeypatch):
    assert can_draw()
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(MissingExtra, match=r"pip install 'whosaid\[pictures\]'"):
        draw(chart())
