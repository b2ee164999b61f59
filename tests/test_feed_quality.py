"""The measuring of feeds."""

from pathlib import Path

from tests.feed_quality import read, report

FEED = (
    "<rss version='2.0'><channel><title>Lumen Post</title>"
    "<item><title>The ferry is &amp;lt;back&amp;gt;</title>"
    "<link>/ferry</link></item></channel></rss>"
)


def test_files_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "wellformed").mkdir()
    well, text, broken = (tmp_path / name for name in ("wellformed/feed.xml", "text.xml", "broken.xml"))
    well.write_text(FEED, encoding="utf-8")
    text.write_text("only words", encoding="utf-8")
    broken.write_text(FEED[:-30], encoding="utf-8")
    found = [read(path) for path in (well, text, broken)]
    assert [(each.entries, bool(each.error), each.fault) for each in found] == [
        (1, False, ""),
        (0, True, ""),
        (1, False, ""),
    ]
    assert list(report(found, tmp_path)) == [
        "3 files: 2 parse, 1 fail with a clear error",
        "faults: 0",
        "well-formed: 1 of 1 give feedparser's entries, 1.000",
    ]
