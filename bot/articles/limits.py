"""How large an input may be, and how many tags it may have; it knows nothing of its meaning."""

from dataclasses import dataclass

TAGS = 60_000  # of a page: the largest of 165 news pages has 3,900; parsers need seconds for this many
FEED_TAGS = 400_000  # of a feed, which is read faster


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds in bytes: of one file (unpacked), and of one article's text in UTF-8.

    JSON Lines may be of any size, for they are read a line at a time; there `file` bounds a line.
    """

    file: int = 512 * 1024 * 1024
    text: int = 5 * 1024 * 1024


def too_long(text: str, limits: Limits) -> str | None:
    """The sentence that refuses a text over the limit, else None."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size <= limits.text:
        return None
    return f"the text is too long: {size / 1e6:.1f} MB, and {limits.text / 1e6:.1f} MB are allowed"


def too_much_markup(data: bytes, tags: int = TAGS) -> str | None:
    """The sentence that refuses what is made of tags to keep a parser busy, else None."""
    count = data.count(b"<")
    if count > tags:
        return f"too much markup: {count} tags, and {tags} are allowed"
    return None
