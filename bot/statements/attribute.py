"""From mention to speaker: names, pronouns, offices, bodies and documents, resolved within one article.

It takes what extraction found, in order of the text, and gives each statement its speaker.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from bot.language.lemmas import lemmas
from bot.language.morphology import morph
from bot.language.script import is_cyrillic
from bot.models import Span, SpeakerKind
from bot.statements.found import Found
from bot.statements.lexicon import sections
from bot.statements.offices import is_body, office_key
from bot.statements.outlets import is_outlet
from bot.statements.people import Gender, People, Person, Place
from bot.statements.roles import cases, is_office_word, is_owned_role
from bot.statements.upright import is_proper, upright

MENTIONS = sections("mentions.txt")
FAR = 2000  # characters over which a pronoun reaches back
_HEAD_END = re.compile(r",|\(| – | — | -- |\s(?:of|in|from|at|for|who|whose|on|with|and|to|during|via|by)\s")
_WORDS = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
TITLE_ENDS = frozenset({"and", "of", "for", "the", "by", "with", "to"})
_RELATIVE = re.compile(r",?\s+(?:who|which|that)$")
_POSSESSIVE = re.compile(r"^['’]s?\s+\S")
_OPENING = re.compile(r"(?:^|[.!?…\n;:]|[,»”\"]\s[—–-])[\s“\"«'(—–-]*(?:[\w-]+,?\s+){0,4}$")


class Resolved(NamedTuple):
    """A speaker as far as the article tells."""

    name: str | None
    kind: SpeakerKind
    person: Person | None = None
    outlet: bool = False


UNKNOWN = Resolved(None, "unknown")


class Attributor:
    """Resolves the mentions of one article one after the other; remembers who spoke where."""

    def __init__(self, people: People) -> None:
        self.text = people.text
        self.people = people
        self._spoke: list[tuple[int, Resolved]] = []
        self._last = UNKNOWN
        self._holders: dict[frozenset[str], list[Person]] = {}
        self._last_body: Resolved | None = None

    def speaker(self, found: Found) -> Resolved:
        """The speaker of the next statement in order."""
        if found.mention is None:
            return self._last
        resolved = self.mention(found.mention.start, found.mention.end)
        if resolved.name is not None and not resolved.outlet:
            self._last = resolved
            self._spoke.append((found.mention.start, resolved))
        return resolved

    def relay(self, mention: Span) -> str | None:
        """Who passed something on, named as speakers are; it does not become the last speaker."""
        return self.mention(mention.start, mention.end).name

    def mention(self, start: int, end: int) -> Resolved:
        """Who is meant by the words between two offsets."""
        shown = self.text[start:end]
        found = _WORDS.findall(shown)
        if not found:
            return UNKNOWN
        first = found[0].lower()
        if len(found) == 1 and (sex := _pronoun_gender(first)):
            return self._pronoun(start, sex)
        place = self._named(start, end, shown)
        if place and not is_outlet(place.person.name):
            place.person.sure = True
            return Resolved(place.person.name, "person", place.person)
        if len(found) == 1 and (person := self.people.bearer(found[0])):
            return Resolved(person.name, "person", person)
        if first in MENTIONS["speaker_self"] or (first in MENTIONS["no_one"] and len(found) <= 3):
            return UNKNOWN
        return self._described(shown, found, start)

    def _named(self, start: int, end: int, shown: str) -> Place | None:
        if is_cyrillic(shown):
            return self._named_in_russian(start, end)
        head = _HEAD_END.search(shown)
        limit = start + head.start() if head else end
        for place in reversed(self.people.within(start, limit)):
            rest = self.text[place.end : limit]
            if not _POSSESSIVE.match(rest) and not rest.strip("'’s .,-") and not _is_possessive(rest):
                return place
        if head and head.group() == ",":
            return self._in_apposition(limit, end)
        return self._last_of_title(end) if head and head.group().strip() in ("and", "of", "for") else None

    def _last_of_title(self, end: int) -> Place | None:
        """ "the general and former director Ann Lee": a name that closes a long title."""
        inside = self.people.within(max(0, end - 40), end)
        if not inside or self.text[inside[-1].end : end].strip(" ,"):
            return None
        before = _WORDS.findall(self.text[max(0, inside[-1].start - 30) : inside[-1].start])
        return (
            inside[-1]
            if before and before[-1].lower() not in TITLE_ENDS and is_office_word(before[-1])
            else None
        )

    def _in_apposition(self, start: int, end: int) -> Place | None:
        """ "a Twitter spokesman, Christopher Abboud,": the name right behind the comma."""
        inside = self.people.within(start, min(end, start + 40))
        if (
            inside
            and not self.text[start : inside[0].start].strip(" ,")
            and self._tail_is_free(inside[0].end, end)
        ):
            return inside[0]
        return None

    def _tail_is_free(self, start: int, end: int) -> bool:
        return not self.text[start:end].strip(" ,")

    def _named_in_russian(self, start: int, end: int) -> Place | None:
        inside = self.people.within(start, end)
        if not inside:
            return None
        written = self.text[inside[0].start : inside[0].end]
        if len(inside) == 1 and _owns(self.text[start : inside[0].start], written):
            return None
        upright = [
            p
            for p in inside
            if self.text[p.start : p.end] == p.person.name
            or p.person.name.endswith(self.text[p.start : p.end])
        ]
        return upright[-1] if upright else inside[-1]

    def _pronoun(self, at: int, sex: Gender) -> Resolved:
        """The nearest earlier speaker, or subject of a sentence since, of that gender."""
        since = max(0, at - FAR)
        for place, resolved in reversed(self._spoke):
            if place < since:
                break
            if resolved.person and _may_be(resolved.person, sex):
                return self._subject(place, at, sex) or resolved
        return self._subject(since, at, sex) or self._any(since, at, sex)

    def _subject(self, start: int, end: int, sex: Gender) -> Resolved | None:
        """The last person of that gender who opens a sentence between two places."""
        for place in reversed(self.people.within(start + 1, end)):
            if _may_be(place.person, sex) and self._opens(place.start):
                return Resolved(place.person.name, "person", place.person)
        return None

    def _opens(self, at: int) -> bool:
        """Does a sentence begin shortly before the place, without another name between?"""
        window = max(0, at - 70)
        opening = _OPENING.search(self.text[window:at])
        return opening is not None and not self.people.within(window + opening.start() + 1, at)

    def _any(self, start: int, end: int, sex: Gender) -> Resolved:
        for place in reversed(self.people.within(start, end)):
            if _may_be(place.person, sex):
                return Resolved(place.person.name, "person", place.person)
        return UNKNOWN

    def _described(self, shown: str, found: list[str], start: int) -> Resolved:
        bare = _RELATIVE.sub("", _ARTICLE.sub("", shown.strip(" ,.—–-'")))
        if is_outlet(bare):
            return self._noted(Resolved(bare.strip('«»“”"'), "body", outlet=True))
        head = _HEAD_END.split(bare)[0]
        nouns = {lemma for word in _WORDS.findall(head) for lemma in (word.lower(), *lemmas(word))}
        unique = not shown.lower().startswith(("a ", "an ")) and not _is_plural(head)
        if unique and any(is_office_word(word) for word in found):
            holder = self._holder(office_key(bare.split(",")[0]), start)
            if holder:
                return Resolved(holder.name, "person", holder)
        if nouns & MENTIONS["document"]:
            return Resolved(upright(bare), "document")
        if nouns & MENTIONS["body"]:
            return self._body(bare, shown)
        short = head == bare and len(bare.split()) <= 3
        if nouns & MENTIONS["person_noun"] and short and _is_definite(shown) and not _is_plural(head):
            return self._last_person(start) or Resolved(upright(bare), "unknown")
        return self._noted(
            Resolved(
                upright(bare),
                "body" if is_proper(head) or (head[:1].isupper() and is_body(head)) else "unknown",
            )
        )

    def _body(self, bare: str, shown: str) -> Resolved:
        """A body under its name; a bare "the ministry" is the body that spoke last."""
        plain = bare.islower() and " " not in bare and (is_cyrillic(bare) or shown.lower().startswith("the "))
        if plain and self._last_body is not None:
            return self._last_body
        return self._noted(Resolved(upright(bare), "body"))

    def _noted(self, resolved: Resolved) -> Resolved:
        if resolved.kind == "body" and resolved.name and not resolved.name.islower():
            self._last_body = resolved
        return resolved

    def _last_person(self, at: int) -> Resolved | None:
        for place, resolved in reversed(self._spoke):
            if at - place > FAR:
                return None
            if resolved.person:
                return resolved
        return None

    def _holder(self, key: frozenset[str], at: int) -> Person | None:
        """The person of the article whose office fits; the one named last before wins."""
        if not key:
            return None
        if key not in self._holders:
            self._holders[key] = [p for p in self.people.all if _holds(p, key)]
        fitting = [p for p in self._holders[key] if p.sure]
        before = [p for p in fitting if p.places[0] < at]
        if not before:
            return fitting[0] if fitting else None
        return max(before, key=lambda p: p.places[bisect_left(p.places, at) - 1])


def _holds(person: Person, key: frozenset[str]) -> bool:
    return bool(person.places) and any(_covers(office_key(office), key) for office in person.offices)


def _covers(office: frozenset[str], asked: frozenset[str]) -> bool:
    """Is an office the one asked for, or a special case of it (foreign minister of minister)?"""
    return all(key in office or any(one.endswith(" " + key) for one in office) for key in asked)


def _is_plural(head: str) -> bool:
    """Are several persons meant ("experts", «аналитики»), so that no single office fits?"""
    word = head.split()[-1].lower() if head.split() else ""
    if not is_cyrillic(head):
        return word.endswith("s") and not word.endswith("ss")
    noun = next((p for part in head.split() if (p := morph(part.lower())[0]).pos == "NOUN"), None)
    return noun is not None and noun.number == "plur"


def _may_be(person: Person, sex: Gender) -> bool:
    return person.sure and person.gender in (sex, None)


def _is_possessive(rest: str) -> bool:
    return rest.startswith(("'s ", "’s ", "' ", "’ "))


def _pronoun_gender(word: str) -> Gender | None:
    if word in MENTIONS["he"]:
        return "m"
    return "f" if word in MENTIONS["she"] else None


def _is_definite(shown: str) -> bool:
    lowered = shown.lower()
    return lowered.startswith("the ") or (is_cyrillic(shown) and len(shown.split()) <= 2)


def _owns(before: str, name: str) -> bool:
    """Is the name only the owner of what is named before it («структуры Орлова», «представитель Орлова»)?"""
    nouns = [word for word in _WORDS.findall(before) if morph(word.lower())[0].pos == "NOUN"]
    if not nouns:
        return False
    if " " not in name and any(is_owned_role(word) for word in nouns):
        return True
    named = [cases(word) for word in name.split() if cases(word)]
    return bool(named) and not any(cases(nouns[0]) & one for one in named)
