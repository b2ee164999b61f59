"""Where the content of a Russian cue begins and ends, on either side of it, by commas, dashes and cases.

It sees one line and gives pieces; what is a statement is decided elsewhere.
"""

from bot.language.morphology import morph
from bot.statements.lines import QUOTE, Line
from bot.statements.noun_phrases_ru import (
    BREAKS,
    DASHES,
    Pieces,
    breaks,
    chunk_end,
    chunk_start,
    has_case,
    is_name_quote,
    is_noun,
)
from bot.statements.russian import GRAMMAR, RussianCue, best_case, is_finite_verb, russian_cue
from bot.statements.subjects_ru import after

SPEECH = frozenset({"say", "think", "to", "found", "quote"})
RELAYING = GRAMMAR["relaying"]
NO_RIGHT_PART = GRAMMAR["relative"] | {"но", "передает", "пишет"}
COMMA_OR_DASH = DASHES | {","}
BETWEEN = DASHES | {",", ".", ":"}
LONGEST_ASIDE = 16


def content_start(line: Line, at: int, cue: RussianCue) -> int | None:
    """The piece where content to the right of a cue begins."""
    end = chunk_end(line, at + 1)
    if end >= len(line):
        return _object(line, at, cue, end)
    marked = _marked(line, at, end, cue)
    if marked is None or not _is_loose(line, at, end, cue):
        return marked if marked is not None else _object(line, at, cue, end)
    held = _object(line, at, cue, end)
    return held if held is not None else marked


def _is_loose(line: Line, at: int, end: int, cue: RussianCue) -> bool:
    """May the clause behind the comma belong to the object: "рассказал о городе, где"?"""
    if line.words[end] != ",":
        return False
    between = (word for word in line.words[at + 1 : end] if word[0].isalpha())
    if any(is_finite_verb(word) and word not in GRAMMAR["adverb"] for word in between):
        return True
    return line.words[end + 1] != "что" if cue.frame in SPEECH else True


def _marked(line: Line, at: int, end: int, cue: RussianCue) -> int | None:
    """Content that punctuation announces: a colon, ", что", a quotation."""
    mark = line.words[end]
    following = line.words[end + 1] if end + 1 < len(line) else ""
    if mark == QUOTE and end == at + 1:
        return end
    if (mark == ":" and following) or (mark in DASHES and following == QUOTE):
        return end + 1
    return _behind_comma(line, end, following, cue) if mark == "," else None


def _behind_comma(line: Line, comma: int, following: str, cue: RussianCue) -> int | None:
    if following in GRAMMAR["content"]:
        return comma + 1 if cue.frame != "quote" else None
    return _past_aside(line, comma) if cue.frame not in ("object", "quote") else None


def _past_aside(line: Line, comma: int) -> int | None:
    """The content behind an aside: "заявил, выступая на форуме, что"."""
    close = chunk_end(line, comma + 1)
    if close + 1 >= len(line) or close - comma >= LONGEST_ASIDE:
        return None
    opened = line.words[close] == ":" or (
        line.words[close] == "," and line.words[close + 1] in ("что", "чтобы")
    )
    return close + 1 if opened else None


def _object(line: Line, at: int, cue: RussianCue, end: int) -> int | None:
    """An object or an infinitive as content; "о ..." for verbs of speech."""
    if at + 1 >= end:
        return None
    if cue.frame in ("object", "to"):
        return at + 1
    return _speech_object(line, at, cue, end) if cue.frame in ("say", "think") else None


def _speech_object(line: Line, at: int, cue: RussianCue, end: int) -> int | None:
    if _denies(line.words[at + 1], cue):
        return at + 1
    about = next((i for i in range(at + 1, min(end, at + 8)) if line.words[i] in GRAMMAR["about"]), None)
    if about is not None:
        return about if line.words[about + 1 : about + 2] != ["этом"] else None
    bare = cue.form == "short" or cue.lemma in GRAMMAR["no_object"]
    return at + 1 if not bare and _takes_object(line, at + 1, end, cue) else None


def _takes_object(line: Line, first: int, end: int, cue: RussianCue) -> bool:
    """ "сообщил подробности", "считает повышение незаконным"."""
    word = line.words[first]
    if not word[0].isalpha() or word in GRAMMAR["preposition"]:
        return False
    if cue.lemma in GRAMMAR["takes_predicate"]:
        return any(_is_instrumental(line.words[i]) for i in range(first, end))
    return best_case(word) == "accs"


def _denies(word: str, cue: RussianCue) -> bool:
    """ "опроверг слухи о ...", "ожидает новых повышений": the object tells what is meant."""
    bare = cue.form != "short" and word[0].isalpha() and word not in GRAMMAR["preposition"]
    denied = cue.lemma in GRAMMAR["denies"] and has_case(word, "accs") and is_noun(word)
    return bare and (denied or (cue.lemma in GRAMMAR["awaits"] and best_case(word) == "gent"))


def _is_instrumental(word: str) -> bool:
    return word[0].isalpha() and any(p.case == "ablt" for p in morph(word)[:3])


def closes_quotation(line: Line, at: int) -> bool:
    """Does the cue come right after a quotation and a dash?"""
    start = chunk_start(line, at)
    return start >= 2 and line.words[start - 1] in DASHES and (line.words[start - 2] in (QUOTE, ","))


def content_before(line: Line, at: int, cue: RussianCue, mention: Pieces | None) -> int | None:
    """One past the content that precedes the cue's clause; None when nothing precedes."""
    start = chunk_start(line, at)
    if start == 0 or cue.frame not in SPEECH or _stands_before(line, start, at, mention):
        return None
    inside = mention is not None and mention[0] >= start
    if not inside and cue.frame != "found":
        return None
    end = start
    while end > 0 and line.words[end - 1] in COMMA_OR_DASH:
        end -= 1
    return end or None


def _stands_before(line: Line, start: int, at: int, mention: Pieces | None) -> bool:
    """Does the subject precede the verb in a clause that no dash and no "как" opens?"""
    if mention is None or not start <= mention[0] < at:
        return False
    return line.words[start] != "как" and line.words[start - 1] not in DASHES


def left_border(line: Line, left: int) -> int:
    """A preceding content begins at the line's start, or at its quotation when a colon or dash opens it."""
    at = left - 1
    whole = line.words[at] == QUOTE and not is_name_quote(line, at)
    if whole and at > 0 and line.words[at - 1] in (":", ".", "?", "!"):
        return at
    start = 0
    while start < left and line.words[start] in (",", *DASHES):
        start += 1
    return start


def right_part(line: Line, end: int, quoted: bool) -> Pieces | None:
    """Content that goes on: "«А, — сказал он, — Б»" is one quotation or two, or ", сказал он, ..."."""
    i = end
    while i < len(line) and line.words[i] in BETWEEN:
        i += 1
    if i >= len(line) or i == end:
        return None
    if line.words[i] == QUOTE:
        return i, _past_quotations(line, i)
    closed = quoted or line.words[end] == "." or line.words[i] in NO_RIGHT_PART
    return None if closed or _opens_attribution(line, i) else (i, len(line))


def _past_quotations(line: Line, i: int) -> int:
    while i < len(line) and line.words[i] == QUOTE:
        i += 1
    return i


def _opens_attribution(line: Line, i: int) -> bool:
    near = (w for w in line.words[i : i + 3] if w[0].isalpha())
    return line.words[i] in GRAMMAR["attributing_gerund"] or any(map(russian_cue, near))


def content_end(line: Line, start: int) -> int:
    """At a relay («передает ТАСС»), a continuing gerund or the line's end."""
    if line.words[start] == QUOTE and not is_name_quote(line, start):
        end = _past_quotations(line, start)
        if end >= len(line) or line.words[end] in BREAKS:
            return end
    return next((i for i in range(start + 1, len(line) - 1) if _ends(line, start, i)), len(line))


def _ends(line: Line, start: int, i: int) -> bool:
    word = line.words[i]
    if word == ")":
        return "(" not in line.words[start:i]
    if word in (";", "!", "?", "…"):
        return word == ";" or not breaks(line, i + 1)
    return word in COMMA_OR_DASH and _is_closed_by(line, start, i)


def _is_closed_by(line: Line, start: int, i: int) -> bool:
    """Does what follows the comma or dash at piece `i` belong to the content no more?"""
    following = line.words[i + 1]
    if following in RELAYING or (following == "но" and line.words[i] == "," and i - start > 3):
        return True
    if following == "а" and line.words[i + 2 : i + 3] and line.words[i + 2] in GRAMMAR["personal"]:
        return any(map(russian_cue, line.words[i + 3 : i + 4]))
    cue = russian_cue(following) if following[0].isalpha() else None
    if cue is None:
        return False
    told = cue.form == "finite" and cue.frame == "say" and after(line, i + 2, cue) is not None
    return cue.form == "gerund" or told
