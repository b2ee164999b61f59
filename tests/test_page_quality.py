"""The measuring of pages."""

from pathlib import Path

import pytest

from tests.page_quality import Page, known_boilerplate, pages_of, quotes, read, share_within, shows, token_f1

TEXT = (
    "The council of Lumen voted on Tuesday to rebuild the old harbour bridge within a year of the flood. "
    "“We will pay for it ourselves,” Mayor Ida Holm said."
)
FOOT = "The Post is printed on paper"


def page(name: str, *lines: str) -> Page:
    body = "".join(f"<p>{line}</p>" for line in (TEXT, *lines))
    return Page(
        name, f"<html><head><title>Bridge {name}</title></head><body>{body}</body></html>".encode(), TEXT
    )


def test_token_f1_counts_words_as_often_as_they_stand() -> None:
    assert token_f1("a bridge, a boat", "A bridge. A boat!") == 1
    assert token_f1("bridge bridge", "bridge") == pytest.approx(2 / 3)
    assert token_f1("", "bridge") == 0


def test_known_boilerplate_stands_on_several_pages_and_in_no_reference() -> None:
    pages = [page("one", FOOT, "Only here once"), page("two", FOOT)]
    known = known_boilerplate(pages)
    assert known == {tuple(FOOT.lower().split())}
    assert shows(f"“{FOOT}!”", known)
    assert not shows(TEXT, known)


def test_share_of_a_quote_that_a_reference_has() -> None:
    assert share_within("to rebuild the old harbour bridge", TEXT) == 1
    assert share_within("Ida Holm sold the harbour", TEXT) == 0


def test_answers_over_the_pages_are_what_is_counted(tmp_path: Path) -> None:
    ((_, draft),) = read([page("one", FOOT)])
    assert draft is not None
    told = list(quotes(tmp_path, [draft]))
    assert any("We will pay" in quote for quote in told)


def test_pages_with_a_folder_of_references(tmp_path: Path) -> None:
    for folder, text in (("html", "<p>x</p>"), ("reference", "<p>A &amp; b</p>")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "p").write_text(text, encoding="utf-8")
    assert list(pages_of(tmp_path)) == [Page("p", b"<p>x</p>", "A & b")]
