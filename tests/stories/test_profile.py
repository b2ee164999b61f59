"""What an article tells of its event."""

from bot.models import Span
from bot.stories.profile import from_json, profile, to_json

LINES = (
    "A ferry with 214 people ran aground near Tarnholm on 5 May.",
    "Mayor Ida Holm thanked the crew.",
)
TEXT = " ".join(LINES)
SPANS = (Span(0, len(LINES[0])), Span(len(LINES[0]) + 1, len(TEXT)))


def test_words_names_numbers_and_days():
    told = profile("Ferry aground", TEXT, SPANS)
    assert {"ferri", "aground"} <= told.head
    assert told.head <= told.lead <= told.counts.keys()
    assert told.numbers >= {"214"}
    assert told.days == {(5, 5)}
    assert any("tarn" in name for name in told.lead_names)


def test_a_title_that_was_cut_from_the_text_is_not_counted_twice():
    assert profile(TEXT[:40], TEXT, SPANS).counts["ferri"] == 1
    assert profile("Ferry aground", TEXT, SPANS).counts["ferri"] == 2


def test_background_and_addresses_do_not_count():
    long = ["The otter sat by the mill and sang loudly about winter."] * 40 + ["Zeppelin."]
    spans, at = [], 0
    for line in long:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    told = profile("News", " ".join(long), spans)
    assert "otter" in told.counts
    assert "zeppelin" not in told.counts
    address = "Read more at https://zeppelin.example/otter"
    assert profile("News", address, (Span(0, len(address)),)).counts.keys() == {"news"}


def test_json_gives_the_same_profile():
    told = profile("Ferry aground", TEXT, SPANS)
    assert from_json(to_json(told)) == told


def test_nothing_at_all():
    told = profile("", "", ())
    assert not told.counts
    assert from_json(to_json(told)) == told
