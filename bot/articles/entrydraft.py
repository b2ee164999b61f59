"""From an entry of a feed to a draft, as far as the feed itself gives the article; it knows no pages.

A feed may name articles of other sites, but what it says they say is its own: such words are kept under the
address of the feed, or anybody could put words into the mouth of any newspaper.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.articles.entries import Entry
from bot.articles.normal import host
from bot.articles.weburl import folded, one_owner, web_url
from bot.models import Draft

_FULL = 700  # characters that a text has, if it is more than the beginning of one
_FULL_SUMMARY = 2500  # the same where the feed does not claim to give the whole
_ENOUGH = 200  # characters of a summary that are worth keeping when there is no page
_CUT_OFF = ("...", "…", "[…]", "[...]", "more", "»", "→", "далее", "полностью")
_ANY_ZONE = timedelta(hours=14)  # how far a moment without a zone may seem to be ahead
_FIRST_YEAR = 1971


def has_full_text(entry: Entry) -> bool:
    """Whether the feed itself gives the article, so that its page need not be asked for."""
    text = entry.content if len(entry.content) >= len(entry.summary) else entry.summary
    enough = _FULL if entry.content == text else _FULL_SUMMARY
    return len(text) >= enough and not text.rstrip(" .\n").lower().endswith(_CUT_OFF) and "\n\n" in text


def speaks_for(home: str, entry: Entry) -> bool:
    """Whether the words of the feed at `home` count as those of the page that an entry leads to.

    A feed that is a file has been chosen by who handed it in.
    """
    return not entry.url or not web_url(home) or one_owner(home, entry.url)


def believed(entry: Entry, home: str) -> Entry:
    """The entry without the words that the feed at `home` has for another site's article."""
    return entry if speaks_for(home, entry) else replace(entry, content="", summary="")


def entry_draft(entry: Entry, home: str, seen: datetime | None) -> Draft:
    """The article as the feed at `home` gives it, whole or not; ValueError when there is too little text."""
    text = max(entry.content, entry.summary, key=len)
    if len(text) < _ENOUGH:
        raise ValueError("the feed gives too little of this article")
    own = folded(entry.url) if speaks_for(home, entry) else ""
    url = own or f"{home.partition('#')[0]}#{entry.stamp()}"
    return Draft(
        url=url,
        title=entry.title or text.partition("\n")[0][:200],
        text=text,
        published=sane_moment(entry.published, seen),
        source=host(url),
        authors=entry.authors,
        language=entry.language,
        partial=not has_full_text(entry),
    )


def sane_moment(published: str | None, seen: datetime | None) -> str | None:
    """The moment as worded; the moment of reading, if known, for one that lies ahead of it.

    None for one that is none: the first of 1970, as systems write that lost a date.
    """
    if published is None:
        return None
    moment = datetime.fromisoformat(published)
    if moment.year < _FIRST_YEAR:
        return None
    ahead = timedelta() if moment.tzinfo else _ANY_ZONE
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if seen is None or known <= seen + ahead:
        return published
    return seen.isoformat(timespec="seconds")
