"""Items of a digest as values."""

from dataclasses import replace

from bot.models import Citation, Claim
from bot.subscriptions.values import DigestItem


def test_an_item_is_known_by_any_mark_in_common() -> None:
    item = DigestItem("story", "Bridge reopened", (), ("article:1", "article:2"))
    assert item.known_to({"article:2", "article:9"})
    assert not item.known_to({"article:9"})


def test_an_item_without_marks_is_new_to_everybody() -> None:
    assert not DigestItem("story", "Bridge reopened", (), ()).known_to({"article:1"})


def test_a_line_leaves_a_trace_where_it_stands() -> None:
    cited = Citation(1, 7, "https://tarn.example/7", "Bridge", None, None, 10, 24, "It is open now")
    item = DigestItem(
        "statement", "Bridge", (Claim("It is open now", "Orlov", "direct", (cited,)),), ("said:a",)
    )
    mark, place, words = item.traces
    assert (mark, place) == ("said:a", "line:7:1:10:24")
    elsewhere = replace(cited, article_id=9, start=0, end=14)
    assert words == replace(item, claims=(replace(item.claims[0], citations=(elsewhere,)),)).traces[2]
    assert words != replace(item, claims=(replace(item.claims[0], text="It is shut now"),)).traces[2]


def test_the_words_of_a_line_leave_one_trace_in_whatever_order() -> None:
    traces = {
        DigestItem("story", "Bridge", (Claim(text, None, "fact", ()),), ()).traces
        for text in (
            "The mayor warned of floods and wants 40 crowns.",
            "Warning of floods, the mayor wants 40 crowns.",
        )
    }
    assert len(traces) == 1
