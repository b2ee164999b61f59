"""Words in quotation marks must be the source's own, but for typography and marked omissions.

It knows nothing of who said them.
"""

import re
from collections.abc import Sequence

from bot.language.quotes import quotations
from bot.support.case import Case, Reason
from bot.support.lexicon import small_words

OMISSION = re.compile(r"\s*(?:\[\s*)?(?:\.\.\.|…)(?:\s*\])?\s*")
MARKS = re.compile(r"[“”«»„\"'’‘`]")
PAIRED = re.compile(r"[“”«»„]")
CLOSING = "”“»\"'"
DASHES = re.compile(r"[—–−‑]")
SINGLE = re.compile(r"(?:(?<=\s)|^)[‘']([^‘’'\n]{3,}(?:[’'][a-z]{1,2}\b[^‘’'\n]*)*)[’'](?=[\s.,;:!?]|$)")
WORD = re.compile(r"\w+(?:['’]t)?")


def plain(text: str) -> str:
    """Without quotation marks, differences of white space, dashes, capitals and outer punctuation."""
    return " ".join(DASHES.sub("-", MARKS.sub("", text)).split()).strip(" .,;:!?-").lower()


def quoted(text: str) -> list[str]:
    """The words that a text puts in quotation marks, the outermost ones of nested quotations."""
    outer = [text[slice(*quotation.inner)] for quotation in quotations(text) if quotation.depth == 0]
    return [*outer, *SINGLE.findall(text)]


def unquoted(text: str) -> str:
    """A text without the words that it puts in quotation marks."""
    parts: list[str] = []
    end = 0
    for one in quotations(text):
        if one.depth == 0:
            parts.append(text[end : one.start])
            end = one.end
    return "".join([*parts, text[end:]])


def is_paired(text: str) -> bool:
    """Whether every quotation mark but straight ones opens or closes a quotation, and each of these ends."""
    found = quotations(text)
    closing = {one.end - 1 for one in found}
    known = closing | {one.start for one in found}
    marks = {match.start() for match in PAIRED.finditer(text)}
    return marks <= known and all(text[one.end - 1] in CLOSING for one in found)


def pieces(quotation: str) -> list[str]:
    """The parts of a quotation between its marked omissions, plain."""
    return [piece for part in OMISSION.split(quotation) if len(piece := plain(part)) > 1]


def altered_quotations(case: Case) -> list[Reason]:
    """Quoted words that no source has, has in another order, or whose omission hides a denial."""
    texts = [plain(reading.text) for reading in case.sources.readings]
    return [
        Reason("quoted words", words)
        for quotation in quoted(case.claim.text)
        if (words := broken(pieces(quotation), texts)) is not None
    ]


def broken(parts: Sequence[str], texts: Sequence[str]) -> str | None:
    """The piece at which a quotation departs from every text; None when one text has it."""
    failed: str | None = None
    for text in texts:
        failed = _departs(parts, text)
        if failed is None:
            return None
    return failed if texts else next(iter(parts), None)


def _departs(parts: Sequence[str], text: str) -> str | None:
    """The first piece that a text lacks behind the one before it; what is left out must deny nothing."""
    end = 0
    for part in parts:
        at = find_words(part, text, end)
        if at < 0 or (end and _denies(text[end:at])):
            return part
        end = at + len(part)
    return None


def find_words(words: str, text: str, start: int = 0) -> int:
    """Where whole words stand in a text; -1 when nowhere."""
    at = text.find(words, start)
    while at >= 0:
        behind = at + len(words)
        if not (text[at - 1 : at].isalnum() and at) and not text[behind : behind + 1].isalnum():
            return at
        at = text.find(words, at + 1)
    return -1


def _denies(left_out: str) -> bool:
    words = WORD.findall(left_out)
    return any(word in small_words("negators") or word.endswith(("n't", "nt")) for word in words[-3:])
