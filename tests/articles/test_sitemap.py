"""Sitemaps: news, dates, indexes."""

import pytest

from bot.articles.sitemap import read_sitemap

NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)


def test_news() -> None:
    data = f"""<?xml version="1.0"?><urlset {NAMESPACES}><url><loc>https://tarn.example/1</loc><news:news>
    <news:publication><news:name>Tarn Post</news:name><news:language>ru</news:language></news:publication>
    <news:publication_date>2031-05-06T10:00:00+03:00</news:publication_date><news:title>Паром</news:title>
    </news:news></url><url><loc>https://tarn.example/about</loc></url></urlset>"""
    feed = read_sitemap(data.encode())
    (entry,) = feed.entries
    assert (feed.title, entry.url, entry.title) == ("Tarn Post", "https://tarn.example/1", "Паром")
    assert (entry.published, entry.language) == ("2031-05-06T10:00:00+03:00", "ru")


def test_of_a_plain_sitemap_the_newest_dated_pages_count() -> None:
    pages = "".join(
        f"<url><loc>https://tarn.example/{n}</loc><lastmod>2031-01-{n % 28 + 1:02}</lastmod></url>"
        for n in range(300)
    )
    data = f"<urlset {NAMESPACES}><url><loc>https://tarn.example/about</loc></url>{pages}</urlset>"
    entries = read_sitemap(data.encode()).entries
    assert len(entries) == 200
    assert entries[0].updated == "2031-01-28"


def test_an_index_names_its_parts_those_of_news_first() -> None:
    names = ("old", "2031-01-01"), ("new", "2031-05-01"), ("news", "2030-01-01"), ("newer", "2031-05-02")
    parts = "".join(
        f"<sitemap><loc>https://tarn.example/{n}.xml</loc><lastmod>{d}</lastmod></sitemap>" for n, d in names
    )
    found = read_sitemap(f"<sitemapindex {NAMESPACES}>{parts}</sitemapindex>".encode()).parts
    assert found == tuple(f"https://tarn.example/{name}.xml" for name in ("news", "newer", "new"))


@pytest.mark.parametrize("data", [b"words", b"<rss/>", b""])
def test_what_is_no_sitemap_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"sitemap|markup"):
        read_sitemap(data)
