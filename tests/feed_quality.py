"""How feeds are read beside feedparser as it comes: same entries, or a clear error.

usage: python -m tests.feed_quality FOLDER, whose files in `wellformed/` are those that must give the same
entries: as many, with the same link and the words of the same title. A file that raises anything but a
ValueError is a fault.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

import feedparser

from bot.articles.feeds import read_feed
from bot.articles.fragment import fragment_text
from bot.articles.normal import one_line
from bot.articles.weburl import web_url

HOME = "https://feeds.example/feed"


class Read(NamedTuple):
    """What became of one file."""

    path: Path
    entries: int = 0
    error: str = ""  # what was wrong with it, as a user is told
    fault: str = ""  # what was raised in place of that
    differs: str = ""  # from feedparser's entries


def read(path: Path) -> Read:
    """One file."""
    data = path.read_bytes()
    theirs = feedparser.parse(data, response_headers={"content-location": HOME}).entries
    try:
        ours = read_feed(data, HOME).entries
    except ValueError as error:
        return Read(path, error=str(error), differs=f"{len(theirs)} entries" if theirs else "")
    except Exception as error:  # noqa: BLE001  (whatever else is raised is what is looked for)
        return Read(path, fault=repr(error))
    if len(ours) != len(theirs):
        return Read(path, len(ours), differs=f"{len(ours)} entries for {len(theirs)}")
    pairs = zip(ours, theirs, strict=True)
    other = [
        at for at, (own, item) in enumerate(pairs) if own.url != _link(item) or own.title != _title(item)
    ]
    return Read(path, len(ours), differs=f"entries {other}" if other else "")


def _link(item: feedparser.FeedParserDict) -> str:
    link = item.get("link") or ""
    return web_url(urljoin(HOME, link)) if link else web_url(str(item.get("id") or ""))


def _title(item: feedparser.FeedParserDict) -> str:
    return one_line(fragment_text(item.get("title") or ""))[:500]


def report(found: Sequence[Read], folder: Path) -> Iterator[str]:
    """Lines that tell it."""
    well = [each for each in found if "wellformed" in each.path.relative_to(folder).parts]
    same = sum(not each.differs and not each.fault for each in well)
    refused = sum(bool(each.error) for each in found)
    yield f"{len(found)} files: {len(found) - refused} parse, {refused} fail with a clear error"
    yield f"faults: {sum(bool(each.fault) for each in found)}"
    yield f"well-formed: {same} of {len(well)} give feedparser's entries, {same / max(1, len(well)):.3f}"
    for each in found:
        if each.fault or (each.differs and each in well):
            yield f"  {each.path.relative_to(folder)}: {each.fault or each.differs} {each.error}"


def main(folder: Path) -> None:
    """Print it."""
    found = [read(path) for path in sorted(folder.rglob("*")) if path.is_file()]
    sys.stdout.write("".join(f"{line}\n" for line in report(found, folder)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
