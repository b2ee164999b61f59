"""What a page says about itself."""

import json

import pytest
import trafilatura

from bot.articles.metadata import PageFacts, page_facts


def facts(head: str, body: str = "<p>It sank.</p>", language: str = "") -> PageFacts:
    return page_facts(trafilatura.load_html(f"<html{language}><head>{head}</head><body>{body}</body></html>"))


def linked_data(**fields: object) -> str:
    block = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(block)}</script>'


def test_nothing_is_made_up() -> None:
    assert facts("") == PageFacts("", None, None, None, (), None, "", True)


def test_linked_data() -> None:
    found = facts(
        linked_data(
            headline="Ferry &amp; bridge",
            datePublished="2026-05-03T10:00:00+03:00",
            author=[{"name": "Ida Holm"}, {"name": "Joe Vale"}, "nobody"],
            publisher={"name": "Tarn Post"},
        )
    )
    assert (found.title, found.published) == ("Ferry & bridge", "2026-05-03T10:00:00+03:00")
    assert (found.site, found.authors) == ("Tarn Post", ("Ida Holm", "Joe Vale"))


def test_linked_data_inside_a_graph_and_broken_blocks() -> None:
    graph = {"@graph": [{"@type": "WebPage"}, {"@type": ["ReportageNewsArticle"], "headline": "Ferry sinks"}]}
    broken = '<script type="application/ld+json">{"headline": </script>'
    assert (
        facts(f'{broken}<script type="application/ld+json">{json.dumps(graph)}</script>').title
        == "Ferry sinks"
    )


@pytest.mark.parametrize("kind", ["WebPage", "Person", None, 7, ["Event"]])
def test_only_articles_count(kind: object) -> None:
    assert facts(linked_data(**{"@type": kind, "headline": "Tarn Post"})).title == ""


@pytest.mark.parametrize(
    "tag",
    [
        '<meta property="article:published_time" content="2026-05-03T10:00:00Z">',
        '<meta name="pubdate" content="2026-05-03T10:00:00Z">',
        '<meta itemprop="datePublished" content="2026-05-03T10:00:00Z">',
        '<meta name="date" content=" "><meta name="DC.date" content="Sun, 03 May 2026 10:00:00 GMT">',
    ],
)
def test_moments_of_meta_tags(tag: str) -> None:
    assert facts(tag).published == "2026-05-03T10:00:00+00:00"


def test_a_bad_moment_gives_way_to_the_next() -> None:
    head = linked_data(datePublished="soon") + '<meta name="date" content="2026-05-03">'
    assert facts(head).published == "2026-05-03"


def test_a_marked_time_comes_before_the_first() -> None:
    times = (
        '<time datetime="2026-01-01">a</time><time itemprop="datePublished" datetime="2026-05-03">b</time>'
    )
    assert facts("", times).published == "2026-05-03"
    assert facts("", times.replace(' itemprop="datePublished"', "")).published == "2026-01-01"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            '<meta property="og:title" content="Ferry sinks"><title>Tarn</title>',
            "<h1>Post</h1>",
            "Ferry sinks",
        ),
        ("<title>Ferry sinks | Post</title>", "<h1>Post of Tarn</h1><h1>Ferry sinks</h1>", "Ferry sinks"),
        ("<title>Ferry sinks</title>", "<h1>Tarn Post</h1>", "Ferry sinks"),
        ("", "<h1>Ferry <b>sinks</b></h1>", "Ferry sinks"),
    ],
)
def test_titles(head: str, body: str, title: str) -> None:
    assert facts(head, body).title == title


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://tarn.example/1">', "https://tarn.example/1"),
        (
            '<link rel="canonical" href="/1"><meta property="og:url" content="http://t.example">',
            "http://t.example",
        ),
        ('<link rel="stylesheet" href="https://tarn.example/1">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="https://a b">', None),
    ],
)
def test_addresses(head: str, url: str | None) -> None:
    assert facts(head).url == url


@pytest.mark.parametrize(("code", "language"), [("ru-RU", "ru"), ("EN", "en"), ("de", None), ("", None)])
def test_languages(code: str, language: str | None) -> None:
    assert facts("", language=f' lang="{code}"').language == language


def test_a_site_may_be_named_by_its_address() -> None:
    assert facts('<meta property="og:site_name" content="https://www.tarn.example/">').site == "tarn.example"
