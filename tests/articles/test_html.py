"""Web pages: main text, title, moment, address, charset, hostile markup."""

import pytest

from bot.articles.parse import parse
from bot.models import Draft, Failure

BODY = (
    "<article><p>The council of Lumen voted on Tuesday to rebuild the old harbour bridge within a year.</p>"
    "<p>Mayor Ida Holm said the work would begin in spring, and that the town had saved for it for long.</p>"
    "<p>Traders at the market welcomed the vote, although some of them fear a quiet summer.</p></article>"
)


def page(head: str = "", body: str = BODY) -> Draft:
    (draft,) = parse(
        f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>".encode(), "p.html"
    )
    assert isinstance(draft, Draft), draft
    return draft


def test_paragraphs_are_kept_apart() -> None:
    draft = page()
    assert draft.text.startswith("The council of Lumen voted")
    assert draft.text.count("\n\n") == 2
    assert "<" not in draft.text
    assert (draft.url, draft.language, draft.published) == ("file:p.html", "en", None)


def test_json_ld_knows_best() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": ['
        '{"@type": "WebSite", "datePublished": "2020-01-01"},'
        ' {"@type": "NewsArticle", "headline": "Bridge &amp; market",'
        ' "datePublished": "2026-05-04T10:30:00+03:00",'
        ' "author": [{"name": "Ann Reed"}], "publisher": {"name": "Lumen Post"}}]}</script>'
        "<meta property='article:published_time' content='2026-01-01T00:00:00Z'>"
        "<link rel='canonical' href='https://www.lumen.example/bridge'><title>Site</title>"
    )
    draft = page(head)
    assert (draft.title, draft.published) == ("Bridge & market", "2026-05-04T10:30:00+03:00")
    assert (draft.source, draft.authors, draft.url) == (
        "Lumen Post",
        ("Ann Reed",),
        "https://www.lumen.example/bridge",
    )


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        (
            "<meta property='article:published_time' content='2026-05-04T10:30:00Z'>",
            "2026-05-04T10:30:00+00:00",
        ),
        ("<meta itemprop='datePublished dateCreated' content='2026-05-04T10:30'>", "2026-05-04T10:30:00"),
        ("<meta name='date' content='2026-05-04'>", "2026-05-04"),
        ("<meta name='pubdate' content='Mon, 04 May 2026 10:30:00 +0300'>", "2026-05-04T10:30:00+03:00"),
        ("<meta name='date' content='0001-01-01'>", None),
        ("<meta name='date' content='yesterday'>", None),
    ],
)
def test_the_moment_of_publication(markup: str, published: str | None) -> None:
    assert page(markup).published == published


def test_time_elements() -> None:
    body = (
        "<time datetime='2026-05-05'>today</time><time itemprop='datePublished' datetime='2026-05-04'></time>"
        + BODY
    )
    assert page(body=body).published == "2026-05-04"


def test_the_source_is_the_site_else_the_host() -> None:
    link = "<meta property='og:url' content='https://www.lumen.example/bridge'>"
    assert page(link).source == "lumen.example"
    assert page(link + "<meta property='og:site_name' content='Lumen Post'>").source == "Lumen Post"


def test_a_script_is_no_address() -> None:
    assert page("<link rel='canonical' href='javascript:alert(1)'>").url == "file:p.html"


def test_the_name_of_the_site_is_no_headline() -> None:
    body = "<h1>LUMEN POST</h1>" + BODY
    assert page("<title>Council votes for the bridge</title>", body).title == "Council votes for the bridge"


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r"])
def test_old_charsets(charset: str) -> None:
    words = "Городской совет Люмена проголосовал за восстановление старого моста через гавань. " * 3
    data = f"<html><head><meta charset={charset}></head><body><p>{words}</p></body></html>".encode(charset)
    (draft,) = parse(data, "p.html")
    assert isinstance(draft, Draft)
    assert draft.text.startswith("Городской совет")


def test_a_false_charset_is_no_trouble() -> None:
    data = f"<html><head><meta charset='nonsense'></head><body>{BODY}</body></html>".encode()
    assert isinstance(next(parse(data, "p.html")), Draft)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000,
        "<table><tr><td>" * 3_000,
        "<p><a href='" * 5_000,
        "<!--" * 20_000,
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>",
        "<p " + "a=b " * 20_000 + ">",
    ],
)
def test_hostile_markup_ends_in_a_failure_or_an_article(body: str) -> None:
    (item,) = parse(f"<html><body>{body}".encode(), "p.html")
    assert isinstance(item, Draft | Failure)
