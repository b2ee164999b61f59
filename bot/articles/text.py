"""Plain text and Markdown to a draft; it knows nothing of bytes and encodings."""

import re

from bot.articles.normal import file_url, host, normal_moment, normal_text, normal_url, one_line
from bot.models import Draft

_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]*(.*)")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\s]{1,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
_EMPHASIS = re.compile(r"(\*\*|__|\*)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?!\w)")
_QUOTE_OR_RULE = re.compile(r"^(?:>[ \t]?|[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$)", re.MULTILINE)


def looks_like_markdown(text: str) -> bool:
    """Whether the text has front matter, a `#` heading or a link as Markdown writes them."""
    head = text[:20_000]
    return bool(_FRONT.match(head) or _HEADING.search(head) or _LINK.search(head))


def plain_draft(text: str, name: str) -> Draft:
    """A draft of plain text: the first line is the title and stays in the text, which is only normalised."""
    normal = normal_text(text)
    return Draft(url=file_url(name), title=one_line(normal.strip().partition("\n")[0]), text=normal)


def markdown_draft(text: str, name: str) -> Draft:
    """A draft of Markdown without its markup; the title is the front matter's, else the first heading.

    Front matter gives `title`, `url`, `source`, `date` (or `published`), `author`. ValueError when its date
    or url cannot be read.
    """
    fields, written = _front(normal_text(text))
    body = _plain(written).strip("\n")
    url = normal_url(fields["url"]) if "url" in fields else file_url(name)
    return Draft(
        url=url,
        title=one_line(fields.get("title") or _first_heading(written) or body.strip().partition("\n")[0]),
        text=body,
        published=_moment(fields.get("published") or fields.get("date")),
        source=fields.get("source") or host(url),
        authors=(fields["author"],) if "author" in fields else (),
    )


def _front(text: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter that are given, by lower-case name, and the text behind it."""
    front = _FRONT.match(text)
    if front is None:
        return {}, text
    matches = (_FIELD.fullmatch(line.strip()) for line in front.group(1).split("\n"))
    pairs = ((m.group(1).lower(), m.group(2).strip().strip("\"'")) for m in matches if m)
    return {key: value for key, value in pairs if value}, text[front.end() :]


def _first_heading(text: str) -> str:
    heading = _HEADING.search(text)
    return _plain(heading.group(0)) if heading else ""


def _moment(written: str | None) -> str | None:
    if not written:
        return None
    try:
        return normal_moment(written)
    except ValueError as error:
        raise ValueError(f"the date {written[:40]!r} of the front matter cannot be read") from error


def _plain(text: str) -> str:
    without_marks = _QUOTE_OR_RULE.sub("", _HEADING.sub(r"\1", text))
    without_links = _LINK.sub(r"\1", _IMAGE.sub("", without_marks))
    return _EMPHASIS.sub(r"\2", without_links)
