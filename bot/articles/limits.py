"""How large an input may be; it knows nothing of where the figures come from."""

from dataclasses import dataclass


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
