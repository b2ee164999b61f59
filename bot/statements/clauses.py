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
    GRAMMAR,
    PUNCTUATION,
    STOPS,
    Group,
    Phrase,
    is_title,
    subject_after,
    subject_before,
    verb_group,
)
from bot.statements.subjects_en import (
    agrees,
    antecedent,
    clause_subject,
    has_clause,
    is_apposition,
    is_plain_subject,
    is_sound,
    modified_noun,
    subject_with_clause,
)

COMPOUNDS = frozenset({"think tank", "think tanks", "think piece"})
DECLINING = frozenset({"respond", "reply", "answer", "comment", "offer", "want"})
OPENING = GRAMMAR["preposition"] | GRAMMAR["subordinator"]
INVERTED_AFTER = DASHES | {",", QUOTE}
INVERTING = frozenset({"say", "tell", "show", "think", "quote"})
WITNESSING = frozenset({"see"})  # "a pass that saw them win" is nobody's view
REDUCED = (["to", "have"], ["to", "be"])
NEVER_INVERTED = frozenset({"tell", "inform", "remind", "assure"})  # always name the person addressed


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


class _Verb(NamedTuple):
    """A cue at its place: its group, and one past the cue and its particles."""

    cue: Cue
    group: Group
    end: int

    def told(self, subject: Phrase, content: int | None) -> Candidate:
        """With a subject of its own to the left."""
        return Candidate(self.cue, self.group, subject, False, subject.chunk, self.end, content)


def candidates(line: Line) -> Iterator[Candidate]:
    """All acceptable cues of a line from left to right."""
    table = english_cues()
    for i, word in enumerate(line.words):
        if word in table and (i == 0 or line.raw[i][0].islower() or _in_title_case(line)):
            found = next(filter(None, (_with_particles(line, i, cue) for cue in table[word])), None)
            if found:
                yield found


def _with_particles(line: Line, at: int, cue: Cue) -> Candidate | None:
    end = at + 1 + len(cue.particles)
    compound = " ".join(line.words[at : at + 2]) in COMPOUNDS
    if compound or tuple(line.words[at + 1 : end]) != cue.particles:
        return None
    return _candidate(line, _Verb(cue, verb_group(line, at, cue), end))


def _in_title_case(line: Line) -> bool:
    """Are the words of the line capitalised as in a headline, so that a capital tells nothing?"""
    long_words = [word for word in line.raw if len(word) > 4]
    return sum(word[0].isupper() for word in long_words) > 0.8 * len(long_words) and len(line) < 25


def _candidate(line: Line, verb: _Verb) -> Candidate | None:
    group, form = verb.group, verb.cue.form
    if group.negated:
        return _no_comment(line, verb)
    if group.modal or group.passive or _is_bare(line, verb) or _is_reduced(line, verb):
        return None
    if form in ("participle", "ing") and not _has_auxiliary(line, group):
        return _participle(line, verb) if form == "ing" else None
    return _finite(line, verb)


def _is_reduced(line: Line, verb: _Verb) -> bool:
    """ "thousands estimated to have come": a participle, as nobody estimates to have done anything."""
    return verb.cue.lemma in GRAMMAR["reduced"] and line.words[verb.end : verb.end + 2] in REDUCED


def _is_bare(line: Line, verb: _Verb) -> bool:
    """An infinitive, or a noun behind "is"."""
    group = verb.group
    be = any(word in GRAMMAR["be"] for word in line.words[group.start : group.verb])
    return verb.cue.form == "base" and (group.infinitive or be)


def _has_auxiliary(line: Line, group: Group) -> bool:
    return any(w in GRAMMAR["auxiliary"] or w in GRAMMAR["be"] for w in line.words[group.start : group.verb])


def _no_comment(line: Line, verb: _Verb) -> Candidate | None:
    """ "did not respond to a request for comment" counts as declining; other denied speech is no speech."""
    rest = line.words[verb.end : verb.end + 9]
    if not ("comment" in rest or "comments" in rest) and verb.cue.lemma != "comment":
        return None
    subject = subject_before(line, verb.group.start)
    if subject is None or verb.cue.lemma not in DECLINING:
        return None
    return verb.told(subject, verb.group.start)._replace(declined=True)


def _participle(line: Line, verb: _Verb) -> Candidate | None:
    at = verb.group.start
    before = line.words[at - 1] if at else ""
    start = content_start(line, verb.end, verb.cue)
    if start is None or before in GRAMMAR["determiner"] or before == "of":
        return None
    if at == 0 or (at == 1 and before in OPENING):
        return _opening_participle(line, verb, start)
    own = _participle_subject(line, verb, start)
    if own is not None:
        return verb.told(own, start)
    subject = clause_subject(line, at)
    orphan = subject is None and before not in (",", QUOTE)
    return None if orphan else Candidate(verb.cue, verb.group, subject, True, at, verb.end, start)


def _participle_subject(line: Line, verb: _Verb, content: int) -> Phrase | None:
    """ "He's claiming that ...", "footage of Ann Lee saying, ...", "with voters saying ..."."""
    at = verb.group.start
    if line.words[at - 1] in GRAMMAR["contracted"]:
        return Phrase(at - 1, at, at - 1)
    named = line.raw[at - 1][0].isupper() and verb.cue.frame in ("say", "tell")
    if named and line.words[content] in ("that", QUOTE):
        return subject_before(line, at)
    return modified_noun(line, at, verb.cue)


def _opening_participle(line: Line, verb: _Verb, start: int) -> Candidate | None:
    """ "Citing the cost, the mayor left": the subject stands behind the comma that ends the content."""
    for i in range(start, len(line) - 1):
        closes = line.words[i] == QUOTE and line.text[line.quotes[i].inner.end - 1] == ","
        if line.words[i] == "," or closes:
            subject = subject_after(line, i + 1)
            if subject is None:
                return None
            found = verb.told(subject, start)
            return found._replace(first=verb.group.start, until=i + closes)
    return None


def _finite(line: Line, verb: _Verb) -> Candidate | None:
    inverted = _inverted(line, verb)
    if inverted:
        return inverted
    subject = subject_before(line, verb.group.start)
    if subject is not None and not is_sound(line, subject):
        subject = None
    if subject is None and verb.cue.frame in ("say", "tell", "show") and not verb.cue.noun:
        subject = subject_with_clause(line, verb.group.start)
    if subject is None:
        return _shared(line, verb)
    if verb.cue.lemma in WITNESSING and line.words[subject.end - 1] in ("that", "which"):
        return None
    if not agrees(line, subject, verb.group, verb.cue, verb.end):
        return None
    return _with_content(line, verb.told(subject, None))


def _with_content(line: Line, cand: Candidate) -> Candidate:
    """The candidate with the antecedent of its subject and the place of its content."""
    subject = antecedent(line, cand.subject) if cand.subject else None
    declined = cand.cue.frame == "refuse" and "comment" in line.words[cand.last : cand.last + 6]
    start = content_start(line, cand.last, cand.cue)
    return cand._replace(subject=subject, content=start, declined=declined)


def _shared(line: Line, verb: _Verb) -> Candidate | None:
    """A second verb of a clause that shares its subject with the first ("came and said")."""
    group, cue = verb.group, verb.cue
    if group.start == 0 or (cue.noun and cue.form == "base"):
        return None
    subordinate = line.words[group.start - 1] in GRAMMAR["opens_subordinate"]
    if subordinate and (cue.noun or cue.form == "past"):
        return None  # "as polls show", "if asked": a noun, a passive
    subject = clause_subject(line, group.start)
    if subject is None:
        return None
    return _with_content(line, verb.told(subject, None)._replace(same=True, first=group.start))


def _inverted(line: Line, verb: _Verb) -> Candidate | None:
    """ "...", said Ann Lee: a cue of speech right after a quotation or a comma, its subject behind it."""
    if verb.cue.frame not in INVERTING or verb.cue.form in ("ing", "base"):
        return None
    at = verb.group.start - 1
    if at < 0:
        return _opening_cue(line, verb)
    if line.words[at] not in INVERTED_AFTER or not _may_invert(line, verb, at):
        return None
    subject = subject_after(line, verb.end)
    if subject is None or not is_plain_subject(line, subject, after_comma=line.words[at] != QUOTE):
        return None
    found = verb.told(subject, None)._replace(first=verb.group.start, last=subject.end, inverted=True)
    return _after_comma(line, found) if line.words[at] == "," else found


def _after_comma(line: Line, cand: Candidate) -> Candidate | None:
    """Behind a comma a clause must precede, or a colon and a quotation follow ("In short, said Lee: ...")."""
    start = cand.first
    if has_clause(line, start - 1) and not is_apposition(line, start):
        return cand
    announces = line.words[cand.last : cand.last + 2] == [":", QUOTE]
    return cand._replace(content=cand.last + 1, inverted=False) if announces else None


def _may_invert(line: Line, verb: _Verb, at: int) -> bool:
    telling = verb.cue.lemma in NEVER_INVERTED
    return not telling and not is_title(line, at) and _may_open_subject(line, verb.end)


def _may_open_subject(line: Line, i: int) -> bool:
    if i >= len(line):
        return False
    word = line.words[i]
    return not (word in PUNCTUATION or word in STOPS or word in GRAMMAR["time"])


def _opening_cue(line: Line, verb: _Verb) -> Candidate | None:
    """ "Said Ann Lee: ..." """
    cue = verb.cue
    if cue.frame != "say" or cue.form not in ("past", "s") or cue.noun:
        return None
    subject = subject_after(line, verb.end)
    if subject is None or subject.end + 1 >= len(line) or line.words[subject.end] not in (":", ","):
        return None
    return verb.told(subject, subject.end + 1)._replace(first=0, last=subject.end)
