"""From mention to speaker: names, pronouns, offices, bodies and documents, resolved within one article.

It takes what extraction found, in order of the text, and gives each statement its speaker.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from bot.language.lemmas import is_stop, lemmas
from bot.language.script import is_cyrillic
from bot.models import Span, SpeakerKind
from bot.statements.central_banks import central_bank_before
from bot.statements.found import Found
from bot.statements.groups import group_before
from bot.statements.lines import SHOUTED
from bot.statements.mentions import (
    HEAD_END,
    MENTIONS,
    WORDS,
    bare_mention,
    body_name,
    document_name,
    head_noun,
    is_common,
    is_definite,
    is_indefinite,
    is_plural,
    is_possessive,
    joins_body,
    noun_gender,
    owns,
    pronoun_gender,
    without_day,
)
from bot.statements.office_words import is_former, is_office_word
from bot.statements.offices import covers, is_body, office_key
from bot.statements.outlets import is_outlet
from bot.statements.people import Gender, People, Person, Place
from bot.statements.pronouns import Antecedents, may_be
from bot.statements.relatives import relative
from bot.statements.upright import is_proper, upright

BODIES = MENTIONS["body"]
FAR = 2000  # characters over which a pronoun reaches back
NEAR = 300  # characters over which a description without a known office may mean the last subject
CHIEF = frozenset({"top", "chief", "главный"})  # "the top diplomat" has a name
JOINING = frozenset({"and", "of", "for", "to"})
TITLE_ENDS = frozenset({"and", "of", "for", "the", "by", "with", "to"})
_NAMED = re.compile(r"\s[«А-ЯЁ]")  # «представитель «Лады»» is no word for the one just named
_CONTRACTED = re.compile(r"['’](?:s|re|m|ve|d|ll)$")
_ASIDE = re.compile(r",\s|\s(?:who|which|speaking|briefing|кто|котор\w+)\b")
_POSSESSIVE = re.compile(r"^['’]s?\s+\S")


class Resolved(NamedTuple):
    """A speaker as far as the article tells."""

    name: str | None
    kind: SpeakerKind
    person: Person | None = None
    outlet: bool = False


class _Described(NamedTuple):
    """A description taken apart: as shown, without article, its words, and its first noun phrase."""

    shown: str
    bare: str
    words: list[str]
    head: str
    start: int
    sex: Gender | None  # what verb and noun tell

    @property
    def noun(self) -> set[str]:
        """The head noun, as written and in its base forms."""
        return head_noun(self.head)

    @property
    def nouns(self) -> set[str]:
        return {lemma for word in WORDS.findall(self.head) for lemma in (word.lower(), *lemmas(word))}

    @property
    def last(self) -> str:
        """The last word of the first noun phrase in its base form."""
        words = WORDS.findall(self.head.lower()) or [""]
        return next(iter(lemmas(words[-1])), words[-1])

    @property
    def one(self) -> bool:
        return not is_indefinite(self.shown) and not is_plural(self.head)


UNKNOWN = Resolved(None, "unknown")


class Attributor:
    """Resolves the mentions of one article one after the other; remembers who spoke where."""

    def __init__(self, people: People, sentences: Sequence[Span]) -> None:
        self.text = people.text
        self.people = people
        self._antecedents = Antecedents(people, sentences)
        self._spoke: list[tuple[int, Resolved]] = []
        self._last = UNKNOWN
        self._holders: dict[frozenset[str], list[Person]] = {}
        self._last_body: Resolved | None = None
        self._last_group: Resolved | None = None
        self._documents: list[Resolved] = []
        self._bodies: list[Resolved] = []
        self._strangers: dict[str, Resolved] = {}  # those without a name, by noun: "a senior official"

    def speaker(self, found: Found) -> Resolved:
        """The speaker of the next statement in order."""
        if found.mention is None:
            return self._last
        resolved = self.mention(found.mention.start, found.mention.end, found.sex)
        if resolved.name is not None and not resolved.outlet:
            self._last = resolved
            self._spoke.append((found.mention.end, resolved))
        return resolved

    def relay(self, mention: Span) -> str | None:
        """Who passed something on, named as speakers are; it does not become the last speaker."""
        return self.mention(mention.start, mention.end).name

    def mention(self, start: int, end: int, sex: Gender | None = None) -> Resolved:
        """Who is meant by the words between two offsets; `sex` is what the verb tells of the speaker."""
        shown = without_day(self.text[start:end])
        end = start + len(shown)
        found = WORDS.findall(shown)
        if not found:
            return UNKNOWN
        alone = self._alone(found[0], start) if len(found) == 1 and found[0] not in SHOUTED else None
        return alone or self._person(start, end, shown) or self._other(shown, found, start, sex)

    def _person(self, start: int, end: int, shown: str) -> Resolved | None:
        place = self._named(start, end, shown)
        if place is None or is_outlet(place.person.name):
            return None
        place.person.sure = True
        return _person(place.person)

    def _other(self, shown: str, found: list[str], start: int, sex: Gender | None) -> Resolved:
        """Who is meant by words that hold no known name."""
        first = _CONTRACTED.sub("", found[0].lower())
        person = self.people.bearer(found[0]) if len(found) == 1 else None
        if person:
            return _person(person)
        no_one = first in MENTIONS["no_one"] and found[0] not in SHOUTED
        nobody = (no_one and len(found) <= 3) or all(map(_is_idle, found))  # "there"
        label = len(shown.strip()) == 1  # "Q" and "A" of an interview
        if nobody or label or first in MENTIONS["speaker_self"]:
            return UNKNOWN
        return self._described(shown, found, start, sex)

    def _alone(self, word: str, start: int) -> Resolved | None:
        """Who is meant by a pronoun; None for any other word."""
        first = _CONTRACTED.sub("", word.lower())
        if sex := pronoun_gender(first):
            return self._pronoun(start, sex)
        if first in MENTIONS["it"]:
            return self._last_body or UNKNOWN
        return self._group(start) if first in MENTIONS["they"] else None

    def _group(self, at: int) -> Resolved:
        """Who spoke last as several, or else was named together."""
        name = None if self._last_group else group_before(self.people, at)
        return self._last_group or (Resolved(name, "unknown") if name else UNKNOWN)

    def _named(self, start: int, end: int, shown: str) -> Place | None:
        if is_cyrillic(shown):
            return self._named_in_russian(start, end)
        head = HEAD_END.search(shown)
        if head and joins_body(shown) and not self.people.within(start + head.start(), end):
            return None
        limit = start + head.start() if head else end
        for place in reversed(self.people.within(start, limit)):
            if self._closes(place, limit):
                return place
        mark = head.group().strip() if head else ""
        if mark == ",":
            return self._in_apposition(limit, end)
        return self._last_of_title(shown[: head.start()] if head else "", end) if mark in JOINING else None

    def _closes(self, place: Place, limit: int) -> bool:
        """Does the noun phrase end with the name, so that the name is no owner?"""
        rest = self.text[place.end : limit]
        return not _POSSESSIVE.match(rest) and not rest.strip("'’s .,-") and not is_possessive(rest)

    def _last_of_title(self, title: str, end: int) -> Place | None:
        """A name that closes a long title: "the general and former director Ann Lee"."""
        inside = self.people.within(max(0, end - 40), end)
        if not inside or self.text[inside[-1].end : end].strip(" ,"):
            return None
        before = WORDS.findall(self.text[max(0, inside[-1].start - 30) : inside[-1].start])
        if not before or before[-1].lower() in TITLE_ENDS:
            return None
        opened = (WORDS.findall(title) or [""])[-1]  # "Secretary of State Ann Lee"
        titled = opened[:1].isupper() and is_office_word(opened)
        return inside[-1] if titled or is_office_word(before[-1]) else None

    def _in_apposition(self, start: int, end: int) -> Place | None:
        """ "a Twitter spokesman, Christopher Abboud,": the name behind the comma, with a title or without."""
        inside = self.people.within(start, min(end, start + 40))
        if not inside:
            return None
        before = WORDS.findall(self.text[start : inside[0].start])
        titled = not before or (is_office_word(before[-1]) and all(map(_is_of_title, before)))
        return inside[0] if titled and not self.text[inside[0].end : end].strip(" ,") else None

    def _named_in_russian(self, start: int, end: int) -> Place | None:
        inside = self.people.within(start, end)
        if not inside:
            return None
        written = self.text[inside[0].start : inside[0].end]
        if len(inside) == 1 and owns(self.text[start : inside[0].start], written):
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
            if resolved.person and may_be(resolved.person, sex):
                subject = self._antecedents.subject(place, at, sex)
                return self._learned(_person(subject) if subject else resolved, sex)
        named = self._antecedents.subject(since, at, sex) or self._antecedents.named(since, at, sex)
        return self._learned(_person(named) if named else UNKNOWN, sex)

    def _learned(self, resolved: Resolved, sex: Gender) -> Resolved:
        """Once "he" has meant a person, "she" does not."""
        if resolved.person and resolved.person.gender is None:
            resolved.person.gender = sex
        return resolved

    def _described(self, shown: str, found: list[str], start: int, sex: Gender | None) -> Resolved:
        bare = bare_mention(shown)
        if is_outlet(bare):
            return self._noted(Resolved(body_name(bare).strip('«»“”"'), "body", outlet=True))
        kin = relative(self.people, bare, start, self._last.person)
        if kin:
            return _person(kin)
        head = HEAD_END.split(bare)[0]
        told = _Described(shown, bare, found, head, start, noun_gender(head) or sex)
        return (
            self._in_office(told)
            or self._thing(told)
            or self._known_person(told)
            or self._under_own_words(told)
        )

    def _in_office(self, told: _Described) -> Resolved | None:
        """The holder of an office, as the article tells."""
        words = told.words if is_cyrillic(told.shown) else WORDS.findall(told.head)
        if not told.one or told.noun & BODIES or not any(map(is_office_word, words)):
            return None
        holder = self._holder(told.bare.split(",")[0], told.start, told.sex)
        return _person(holder) if holder else None

    def _thing(self, told: _Described) -> Resolved | None:
        noun = told.noun
        if noun & MENTIONS["document"]:
            return self._document(document_name(told.bare))
        return self._body(told.bare, told.shown, told.start) if noun & BODIES else None

    def _known_person(self, told: _Described) -> Resolved | None:
        """ "the billionaire", «председатель совета»: a person just spoken of whom no office excludes."""
        short = told.head == told.bare and len(told.bare.split()) <= 3
        if not told.one or not short or not is_definite(told.shown) or _NAMED.search(told.bare):
            return None
        if told.nouns & MENTIONS["stranger"] and not told.nouns & CHIEF:
            return self._strangers.get(told.last)
        if told.nouns & MENTIONS["person_noun"]:
            return self._last_person(told, bool(office_key(told.bare)))
        return self._last_subject(told) if any(map(is_office_word, told.words)) else None

    def _last_subject(self, told: _Described) -> Resolved | None:
        """Who spoke last in the same paragraph, if no office of his is known."""
        if not self._spoke:
            return None
        place, resolved = self._spoke[-1]
        near = told.start - place < NEAR and "\n" not in self.text[place : told.start]
        person = resolved.person
        free = person is not None and not person.offices and may_be(person, told.sex)
        return resolved if near and free else None

    def _under_own_words(self, told: _Described) -> Resolved:
        body = is_proper(told.head) or (told.head[:1].isupper() and is_body(told.head))
        office = any(is_office_word(word) for word in WORDS.findall(told.head))
        name = body_name(told.bare) if body else _ASIDE.split(told.bare)[0]
        resolved = Resolved(upright(name), "body" if body and not office else "unknown")
        if is_plural(told.head):
            self._last_group = resolved
        elif not is_definite(told.shown):
            self._strangers[told.last] = resolved
        return self._noted(resolved)

    def _document(self, name: str) -> Resolved:
        """A document under its name; a bare "the report" is the last one of that kind."""
        if " " not in name:
            for known in reversed(self._documents):
                if known.name and known.name.lower().endswith(name.lower()):
                    return known
        self._documents.append(Resolved(name, "document"))
        return self._documents[-1]

    def _body(self, bare: str, shown: str, at: int) -> Resolved:
        """A body under its name; a bare "the ministry" is the body that spoke last."""
        noun = upright(bare).lower()
        known = self._body_called(noun) if is_common(shown, bare) else None
        if noun == "регулятор" and (bank := central_bank_before(self.text, at)):
            known = Resolved(bank, "body")
        return known or self._noted(Resolved(upright(body_name(bare)), "body"))

    def _body_called(self, noun: str) -> Resolved | None:
        """The last body that a noun may mean: any one ("the agency"), or one with the noun in its name."""
        if noun in MENTIONS["any_body"]:
            return next((b for b in reversed(self._bodies) if not b.outlet), self._last_body)
        media = noun in MENTIONS["media"]
        called = (b for b in reversed(self._bodies) if (media and b.outlet) or _is_called(b.name or "", noun))
        return next(called, None)

    def _noted(self, resolved: Resolved) -> Resolved:
        if resolved.kind == "body" and resolved.name and not resolved.name.islower():
            self._last_body = resolved
            self._bodies.append(resolved)
        return resolved

    def _last_person(self, told: _Described, in_office: bool) -> Resolved | None:
        for place, resolved in reversed(self._spoke):
            if told.start - place > FAR:
                return None
            person = resolved.person
            if person and may_be(person, told.sex) and not (in_office and person.offices):
                return resolved
        return None

    def _holder(self, office: str, at: int, sex: Gender | None) -> Person | None:
        """The person of the article whose office fits; the one named last before wins.

        In Russian he who spoke last comes first: "Зимин говорил с Орловым ... Президент добавил".
        """
        key, former = office_key(office), is_former(office)
        if not key:
            return None
        if key not in self._holders:
            self._holders[key] = [p for p in self.people.all if _offices_under(p, key)]
        fitting = [p for p in self._holders[key] if may_be(p, sex)]
        # "the former president" is not he who is president, where somebody else is said to have been
        fitting = [p for p in fitting if _in_time(p, key, former)] or fitting
        before = [p for p in fitting if p.places[0] < at]
        if not before:
            return fitting[0] if fitting else None
        last = self._last.person
        if last and is_cyrillic(last.name) and any(p is last for p in before):
            return last
        return max(before, key=lambda p: p.places[bisect_left(p.places, at) - 1])


def _person(person: Person) -> Resolved:
    return Resolved(person.name, "person", person)


def _offices_under(person: Person, key: frozenset[str]) -> list[str]:
    """The offices of a person, as worded, that are the one asked for."""
    return [office for office in person.offices if person.places and covers(office_key(office), key)]


def _in_time(person: Person, key: frozenset[str], former: bool) -> bool:
    """Does the person hold the office still, or no more?"""
    return any(is_former(office) == former for office in _offices_under(person, key))


def _is_called(name: str, noun: str) -> bool:
    """Does a body's name hold the noun, or is it a ministry («Минздрав», МВД) and the noun «министерство»?"""
    ministry = name.startswith("Мин") or (name.isupper() and name.startswith("М"))
    if noun == "министерство" and ministry:
        return True
    return any(word.startswith(noun[: max(3, len(noun) - 2)]) for word in name.lower().split())


def _is_idle(word: str) -> bool:
    """Is it a word such as "there", not an acronym that looks like one (WHO)?"""
    return is_stop(word) and word not in SHOUTED


def _is_of_title(word: str) -> bool:
    """May a word stand in a title before a name ("former Ohio Governor")?"""
    return word[0].isupper() or is_former(word) or is_office_word(word)
