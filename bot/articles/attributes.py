"""Takes hundreds of attributes out of one tag: these only keep a parser busy, which compares them all.

It knows nothing of what tags mean and where one may stand.
"""

import re

_MOST = 500  # attributes of a tag; 20,000 take lxml half a second and feedparser four
_SHORT = 2000  # characters inside a tag, which are not counted
_VALUE = r"=\s*+(?:\"[^\"]*\"|'[^']*')"
_VALUES = re.compile(_VALUE)
_TAG = re.compile(rf"(<[a-zA-Z][^\s/>]*+)((?:{_VALUE}|[^>])*+)")  # to a parser, "<" inside is part of it
_ATTRIBUTE = re.compile(r"[^\s/=\"']+")
_ENDS = re.compile(r"</(?:script|style)|\]\]", re.IGNORECASE)


def without_floods(markup: str) -> str:
    """The markup in which no tag has more attributes than anybody writes; nothing else of it changes."""
    return _TAG.sub(_spared, markup)


def _spared(tag: re.Match[str]) -> str:
    name, inside = tag.groups()
    if len(inside) <= _SHORT or len(_ATTRIBUTE.findall(_VALUES.sub(" ", inside))) <= _MOST:
        return tag.group()
    ends = _ENDS.search(inside)  # of a script or a section in which something only looked like a tag
    return f"{name} {ends.group()}" if ends else name
