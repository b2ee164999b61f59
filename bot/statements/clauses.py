"""Candidates of an English line: every cue with its verb group, subject and the place of its content.

It sees one line and decides nothing about where contents end or who is meant.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bot.statements.after_cue import content_start
from bot.statements.cues import Cue, english_cues
from bot.statements.lines import QUOTE, Line
from bot.statements.phrases import (
    DASHES,
    FINAL,
    GRAMMAR,
    PUNCTUATION,
    STOPS,
    Group,
    Phrase,
    subject_after,
    subject_before,
    verb_group,
)

OBJECT_OPENERS = (
    GRAMMAR["determiner"] | GRAMMAR["pronoun"] | GRAMMAR["object_pronoun"] | GRAMMAR["object_opener"]
)


class Candidate(NamedTuple):
    """A cue in its clause; `first` and `last` bound the pieces of the attribution itself."""

    cue: Cue
    group: Group
    subject: Phrase | None
    same: bool  # the subject is that of the clause before
    first: int  # where the attributing chunk begins
    last: int  # one past the cue with its particles, or past the inverted subject
    content: int | None  # where its content to the right begins
    inverted: bool = False
    declined: bool = False
    until: int | None = None  # where its content ends, when the clause tells


def candidates(line: Line) -> Iterator[Candidate]:
    """All acceptable cues of a line from left to right."""
    table = english_cues()
    for i, word in enumerate(line.words):
        if word not in table or (i and line.raw[i][0].isupper() and not _in_title_case(line, i)):
            continue
        for cue in table[word]:
            end = i + 1 + len(cue.particles)
            if tuple(line.words[i + 1 : end]) == cue.particles:
                found = _candidate(line, i, end, cue)
                if found:
                    yield found
                    break


def _in_title_case(line: Line, i: int) -> bool:
    """Are the words of the line capitalised as in a headline, so that a capital tells nothing?"""
    long_words = [word for word in line.raw if len(word) > 4]
    return sum(word[0].isupper() for word in long_words) > 0.8 * len(long_words) and len(line) < 25 and i > 0


def _candidate(line: Line, verb: int, end: int, cue: Cue) -> Candidate | None:
    group = verb_group(line, verb, cue)
    if group.negated:
        return _no_comment(line, group, cue, end)
    if cue.form == "base" and any(w in GRAMMAR["be"] for w in line.words[group.start : verb]):
        return None
    if group.modal or group.passive or _is_bare_infinitive(group, cue):
        return None
    if cue.form == "participle" and not _has_auxiliary(line, group):
        return None
    if cue.form == "ing" and not _has_auxiliary(line, group):
        return _participle(line, group, cue, end)
    return _finite(line, group, cue, end)


def _has_auxiliary(line: Line, group: Group) -> bool:
    return any(w in GRAMMAR["auxiliary"] or w in GRAMMAR["be"] for w in line.words[group.start : group.verb])


def _is_bare_infinitive(group: Group, cue: Cue) -> bool:
    return group.infinitive and cue.form == "base"


def _no_comment(line: Line, group: Group, cue: Cue, end: int) -> Candidate | None:
    """ "did not respond to a request for comment" counts as declining; other denied speech is no speech."""
    rest = line.words[end : end + 9]
    if not ("comment" in rest or "comments" in rest) and cue.lemma != "comment":
        return None
    subject = subject_before(line, group.start)
    if subject is None or cue.lemma not in ("respond", "reply", "answer", "comment", "offer", "want"):
        return None
    return Candidate(cue, group, subject, False, subject.chunk, end, group.start, declined=True)


def _participle(line: Line, group: Group, cue: Cue, end: int) -> Candidate | None:
    before = line.words[group.start - 1] if group.start else ""
    if before in GRAMMAR["determiner"] or before == "of":
        return None
    start = content_start(line, end, cue)
    if start is None:
        return None
    if group.start == 0 or (group.start == 1 and before in GRAMMAR["preposition"] | GRAMMAR["subordinator"]):
        return _opening_participle(line, group, cue, end)
    subject = clause_subject(line, group.start)
    if subject is None and before not in (",", QUOTE):
        return None
    return Candidate(cue, group, subject, True, group.start, end, start)


def _opening_participle(line: Line, group: Group, cue: Cue, end: int) -> Candidate | None:
    """ "Citing the cost, the mayor left": the subject stands behind the comma that ends the content."""
    start = content_start(line, end, cue)
    for i in range(start or len(line), len(line) - 1):
        closes = line.words[i] == QUOTE and line.text[line.quotes[i].inner.end - 1] == ","
        if line.words[i] == "," or closes:
            subject = subject_after(line, i + 1)
            return (
                Candidate(cue, group, subject, False, group.start, end, start, until=i + closes)
                if subject
                else None
            )
    return None


def _finite(line: Line, group: Group, cue: Cue, end: int) -> Candidate | None:
    inverted = _inverted(line, group, cue, end)
    if inverted:
        return inverted
    subject = subject_before(line, group.start)
    if subject is None and cue.frame in ("say", "tell", "show") and not cue.noun:
        subject = _subject_with_clause(line, group.start)
    same = subject is None
    if subject is None:
        subject = _subject_shared(line, group, cue)
    elif not _agrees(line, subject, group, cue, end):
        return None
    if subject is None:
        return None
    first = subject.chunk if not same else group.start
    subject = _antecedent(line, subject)
    start = content_start(line, end, cue)
    declined = cue.frame == "refuse" and "comment" in line.words[end : end + 6]
    return Candidate(cue, group, subject, same, first, end, start, declined=declined)


def _subject_shared(line: Line, group: Group, cue: Cue) -> Phrase | None:
    """The subject that a second verb of a clause shares with the first ("came and said")."""
    passive = cue.form == "past" and line.words[group.start - 1] in GRAMMAR["opens_subordinate"]
    if group.start == 0 or passive or (cue.noun and cue.form == "base"):
        return None
    return clause_subject(line, group.start)


def _subject_with_clause(line: Line, at: int) -> Phrase | None:
    """ "Officials whose laws have failed say": the head stands before the relative pronoun."""
    if at < 3 or line.words[at - 1] in PUNCTUATION or line.words[at - 1] in ("and", "but", "or"):
        return None
    for i in range(at - 2, max(0, at - 14), -1):
        if line.words[i] in PUNCTUATION:
            return None
        if line.words[i] in ("who", "whose", "that", "which"):
            head = subject_before(line, i)
            return Phrase(head.start, at, head.chunk) if head else None
    return None


def _agrees(line: Line, subject: Phrase, group: Group, cue: Cue, following: int) -> bool:
    """Sorts out nouns, adjectives and impersonal subjects by what stands around the cue."""
    last = line.words[group.start - 1]
    if last in GRAMMAR["determiner"] and last not in GRAMMAR["subject_determiner"]:
        return False
    if last in GRAMMAR["preposition"] or last.endswith(("'s", "’s", "'", "’")) or last in ("i", "you", "we"):
        return False
    if subject.chunk and line.words[subject.chunk - 1] in ("what", "whatever"):
        return cue.frame == "object" and line.words[following : following + 1] == [QUOTE]
    if (
        subject.chunk
        and line.words[subject.chunk - 1] == "which"
        and (subject.chunk < 2 or line.words[subject.chunk - 2] not in ("to", "in", "of"))
    ):
        return False
    if last == "that" and subject.end - subject.start == 1 and cue.noun:
        return False
    if last == "it" and cue.frame not in ("say", "show", "tell"):
        return False
    bare = group.start == group.verb
    if cue.form == "base" and bare and not _is_plural(line, subject, last):
        return False
    after_quotation = subject.chunk > 0 and line.words[subject.chunk - 1] == QUOTE
    return not (cue.noun and bare) or after_quotation or _has_object(line, subject, following, last)


def _is_plural(line: Line, subject: Phrase, last: str) -> bool:
    if last in GRAMMAR["relative"]:
        antecedent = line.words[subject.end - 2] if subject.end > 1 else ""
        return last != "which" and subject.chunk > 0 and antecedent.endswith("s")
    inside = line.words[subject.start : subject.end]
    return (
        "and" in inside
        or inside[0] in ("those", "these", "many", "some")
        or any(map(_is_plural_noun, inside))
    )


def _is_plural_noun(word: str) -> bool:
    return word in GRAMMAR["plural"] or (word.endswith("s") and not word.endswith(("ss", "us")))


def _has_object(line: Line, subject: Phrase, following: int, last: str) -> bool:
    """A cue that may be a noun is a verb when an object follows a plain subject."""
    if following >= len(line):
        return False
    word = line.words[following]
    if last in GRAMMAR["pronoun"] or last in GRAMMAR["relative"]:
        return True
    if last[0].isdigit() or last.endswith(("ive", "ous", "ful", "est")):
        return False
    if word in OBJECT_OPENERS or word == QUOTE or word == ":" or line.raw[following][0].isupper():
        return True
    named = line.raw[group_end(subject) - 1][0].isupper()
    return named and word not in (
        "and",
        "or",
        "of",
        "in",
        "on",
        "at",
        "from",
        "by",
        "with",
        ",",
        "rather",
        "is",
        "are",
        "was",
        "were",
    )


def group_end(subject: Phrase) -> int:
    """One past the last piece of the phrase itself."""
    return subject.end


def _antecedent(line: Line, subject: Phrase) -> Phrase:
    """The noun phrase before "who", "which" or "that"; the pronoun itself when there is none."""
    at = subject.end - 1
    if line.words[at] not in GRAMMAR["relative"] or subject.end - subject.start > 1:
        return subject
    while at > 0 and line.words[at - 1] in (",", *DASHES):
        at -= 1
    before = subject_before(line, at)
    return Phrase(before.start, subject.end, subject.chunk) if before else subject


def _inverted(line: Line, group: Group, cue: Cue, end: int) -> Candidate | None:
    """ "...", said Ann Lee: a cue of speech right after a quotation or a comma, its subject behind it."""
    if cue.frame not in ("say", "tell", "show", "think", "quote") or cue.form == "ing" or cue.form == "base":
        return None
    at = group.start - 1
    if at < 0:
        return _opening_cue(line, group, cue, end)
    if line.words[at] not in (",", QUOTE) and line.words[at] not in DASHES:
        return None
    if (
        end >= len(line)
        or line.words[end] in PUNCTUATION
        or line.words[end] in STOPS
        or line.words[end] in GRAMMAR["time"]
    ):
        return None
    if line.words[at] == "," and (not has_clause(line, at) or _is_apposition(line, group.start)):
        return None
    subject = subject_after(line, end)
    if subject is None or not _is_plain_subject(line, subject, after_comma=line.words[at] != QUOTE):
        return None
    return Candidate(cue, group, subject, False, group.start, subject.end, None, inverted=True)


def _is_apposition(line: Line, at: int) -> bool:
    """Does a name with an aside in commas stand before piece `at` ("Ann Lee, a lawyer from Ohio, said")?"""
    named = subject_before(line, at)
    if named is None or named.end != at or not line.raw[named.start][0].isupper():
        return False
    comma = next((i for i in range(named.start, at) if line.words[i] == ","), at)
    title = line.raw[named.start : comma]
    return comma < at - 1 and all(word[0].isupper() or word in ("of", "de", "van") for word in title)


def has_clause(line: Line, end: int) -> bool:
    """Does a finite verb or a quotation stand before piece `end`?"""
    table = english_cues()
    for i in range(end):
        word = line.words[i]
        if (
            word in GRAMMAR["finite"]
            or word == QUOTE
            or word in GRAMMAR["modal"]
            or (word in table and table[word][-1].form in ("past", "s"))
        ):
            return True
        if word.endswith(("ed", "n't")) or (i and line.words[i - 1] in GRAMMAR["pronoun"]):
            return True
    return False


def _opening_cue(line: Line, group: Group, cue: Cue, end: int) -> Candidate | None:
    """ "Said Ann Lee: ..." """
    subject = (
        subject_after(line, end)
        if cue.frame == "say" and cue.form in ("past", "s") and not cue.noun
        else None
    )
    if subject is None or subject.end + 1 >= len(line) or line.words[subject.end] not in (":", ","):
        return None
    return Candidate(cue, group, subject, False, 0, subject.end, subject.end + 1)


def _is_plain_subject(line: Line, subject: Phrase, after_comma: bool) -> bool:
    opened = (
        any(word[0].isupper() for word in line.raw[subject.start : subject.end])
        or line.words[subject.start] in GRAMMAR["determiner"]
        or line.words[subject.start] in GRAMMAR["pronoun"]
    )
    if not after_comma:
        return True
    following = line.words[subject.end] if subject.end < len(line) else "."
    closed = following in PUNCTUATION or following in (
        "in",
        "on",
        "at",
        "during",
        "who",
        "of",
        "for",
        "from",
        "with",
        "last",
    )
    verbs = any(w in STOPS for w in line.words[subject.start : subject.end])
    return opened and closed and not verbs


def _is_whole(line: Line, i: int) -> bool:
    """Is the piece a quotation of whole sentences?"""
    if line.words[i] != QUOTE:
        return False
    return line.text[line.quotes[i].inner.end - 1 : line.quotes[i].inner.end] in (",", ".", "?", "!", "…")


def clause_subject(line: Line, before: int) -> Phrase | None:
    """The subject of the clause that piece `before` continues: the first noun phrase before a finite verb."""
    start = before
    while start > 0 and line.words[start - 1] not in FINAL and not _is_whole(line, start - 1):
        start -= 1
    table = english_cues()
    for i in range(start, before):
        word = line.words[i]
        is_cue = (
            word in table
            and table[word][-1].form in ("past", "s")
            and not (table[word][-1].noun and table[word][-1].form == "s")
        )
        if is_cue or word in GRAMMAR["finite"] or (i > start and word.endswith("ed")):
            k = i
            while k > start and (line.words[k - 1] in GRAMMAR["adverb"] or line.words[k - 1].endswith("ly")):
                k -= 1
            subject = subject_before(line, k)
            if subject is not None:
                return _antecedent(line, subject)
    return None
