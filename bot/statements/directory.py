"""Who is meant by a name, an office or a body: the speakers of the library, found by any form of their name.

Built from stored speakers and never changed; it knows nothing of questions or of the store.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from bot.language.lemmas import is_stop
from bot.language.names import nominative
from bot.language.script import fold, is_cyrillic
from bot.models import AskedSpeaker, Language, Speaker
from bot.statements.name_places import LONGEST_OFFICE, Places, is_genitive, is_new_spelling
from bot.statements.speaker_index import (
    BodyIndex,
    NameIndex,
    OfficeIndex,
    bare_word,
    is_office_alone,
    keys_of,
    office_of,
    phrase_words,
)

How = Literal["name", "fuzzy", "office", "body"]
LONGEST_NAME = 5  # words
RIVAL_SHARE = 0.15  # a namesake with this share of the first one's statements is worth a remark


class DirectoryMatch(NamedTuple):
    """A speaker met in a text; `others` are namesakes with enough statements to be worth naming."""

    start: int
    end: int
    words: str
    speaker: AskedSpeaker
    how: How
    others: tuple[str, ...] = ()


class Directory:
    """All speakers of the library, in memory; the tables are made when first asked for."""

    def __init__(self, speakers: Iterable[Speaker]) -> None:
        self._speakers: Sequence[Speaker] = tuple(speakers)

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self._speakers)

    @cached_property
    def _bodies(self) -> BodyIndex:
        return BodyIndex(self._speakers)

    @cached_property
    def _offices(self) -> OfficeIndex:
        return OfficeIndex(self._speakers)

    def find(self, words: str, language: Language | None = None) -> AskedSpeaker:
        """The speaker that `words` name; `ids` is empty when the library holds none."""
        found = self.look_up(words, language)
        return found.speaker if found else AskedSpeaker(words, _unknown_name(words))

    def look_up(self, words: str, language: Language | None = None) -> DirectoryMatch | None:
        """As `find`, with how it was found; `words` as a whole must be the name, office or body."""
        parts = phrase_words(words)
        if not 0 < len(parts) <= LONGEST_OFFICE:
            return None
        shown: Language = language or ("ru" if is_cyrillic(words) else "en")
        return (
            self._by_name(words, parts, shown)
            or self._by_body(words, parts, shown)
            or self._by_office(words, shown)
            or self._by_similar_name(words, parts, shown)
        )

    def mentions(self, question: str, language: Language | None = None) -> tuple[DirectoryMatch, ...]:
        """Every speaker that a text mentions: in order, the longest first, without overlap.

        A word in small letters that is an ordinary word too never counts as a name.
        """
        reading = Places(question, language)
        found: list[DirectoryMatch] = []
        position = 0
        while position < len(reading.tokens):
            match, used = self._mention_at(reading, position)
            if match is not None:
                found.append(self._decided(reading, position, match))
            position += used
        return _joined(question, found)

    def _mention_at(self, reading: Places, position: int) -> tuple[DirectoryMatch | None, int]:
        if not reading.may_start(position):
            return None, 1
        for size in range(reading.longest(position), 0, -1):
            match = self._mention_of(reading, position, size)
            if match is not None:
                return match._replace(start=reading.start(position), end=reading.end(position, size)), size
        return None, 1

    def _decided(self, reading: Places, position: int, match: DirectoryMatch) -> DirectoryMatch:
        """Of namesakes the one whose office stands before the name: "coach Orlov"."""
        before = reading.word_at(position - 1) if position else ""
        parts = phrase_words(match.words)
        if match.how != "name" or not match.others or not before or is_stop(before):
            return match
        places = self._names.named(parts) & self._offices.worded([before])
        if not places:
            return match
        chosen = self._chosen(match.words, places, "name", reading.shown)
        return chosen._replace(start=match.start, end=match.end, others=())

    def _mention_of(self, reading: Places, position: int, size: int) -> DirectoryMatch | None:
        words = reading.words(position, size)
        parts = phrase_words(words)
        language = reading.shown
        if len(parts) == size <= LONGEST_NAME and not reading.is_small(position + size - 1):
            ordinary = reading.is_ordinary(position, size)
            named = None if ordinary else self._by_name(words, parts, language)
            if size == 1 and not named and not ordinary and reading.is_name_like(position):
                named = self._by_body(words, parts, language) or self._by_similar_name(words, parts, language)
            named = named or self._by_body(words, parts, language)
            if named:
                return named
        if not reading.has_office(position, size) or self._office_goes_on(reading, position + size):
            return None
        return self._by_office(words, language)

    def _office_goes_on(self, reading: Places, position: int) -> bool:
        """Whether the token after an office belongs to it: "mayor | of Dolsk", "глава | совета"."""
        text = reading.word_at(position)
        if text[:1].isupper():  # a name that the library knows is who holds the office
            return not self._names.holds(bare_word(text))
        return text == "of" or is_genitive(text)

    def _by_name(self, words: str, parts: Sequence[str], language: Language) -> DirectoryMatch | None:
        places = self._names.named(parts) if len(parts) <= LONGEST_NAME else set()
        if not places or (parts[-1].isupper() and self._bodies.named(parts)):  # "US" is no surname
            return None
        match = self._chosen(words, places, "name", language)
        return match._replace(how="fuzzy") if self._is_variant(parts, match.speaker.ids) else match

    def _is_variant(self, parts: Sequence[str], ids: Sequence[int]) -> bool:
        """Whether the words are spelled as none of the names are: "Peskow" for the library's Peskov."""
        found = [self._speakers[self._place_of_id[number]] for number in ids]
        known = {fold(word) for one in found for name in (one.name, *one.aliases) for word in name.split()}
        return any(is_new_spelling(fold(part), known) for part in parts)

    @cached_property
    def _place_of_id(self) -> dict[int, int]:
        return {speaker.id: place for place, speaker in enumerate(self._speakers)}

    def _by_similar_name(self, words: str, parts: Sequence[str], language: Language) -> DirectoryMatch | None:
        if len(parts) > LONGEST_NAME:
            return None
        surname = self._names.similar_surname(parts[-1])
        if surname is None:
            return None
        places = self._names.bearers(surname)
        for part in parts[:-1]:
            places = {place for place in places if self._names.keys(place) & keys_of(part)}
        return self._chosen(words, places, "fuzzy", language) if places else None

    def _by_body(self, words: str, parts: Sequence[str], language: Language) -> DirectoryMatch | None:
        body = self._bodies.named(parts)
        if body is None:
            return None
        places = {*body.positions, *self._offices.spokespersons(body), *self._bodies.within(body)}
        speaker = AskedSpeaker(words, body.shown(language), self._ids(places))
        return DirectoryMatch(0, len(words), words, speaker, "body")

    def _by_office(self, words: str, language: Language) -> DirectoryMatch | None:
        places = self._offices.holders(office_of(words)) if is_office_alone(words) else set()
        places = places or self._by_wording(words)
        return self._chosen(words, places, "office", language) if places else None

    def _by_wording(self, words: str) -> set[int]:
        parts = phrase_words(words)
        return self._offices.worded(parts) if len(parts) > 1 else set()

    def _chosen(self, words: str, places: set[int], how: How, language: Language) -> DirectoryMatch:
        first, members, rivals = self._dominant(places)
        members |= self._namesakes_of(first)
        name = shown_name(self._speakers[first], language)
        others = tuple(shown_name(self._speakers[place], language) for place in rivals)
        return DirectoryMatch(
            0, len(words), words, AskedSpeaker(words, name, self._ids(members)), how, others
        )

    def _dominant(self, places: set[int]) -> tuple[int, set[int], list[int]]:
        """The person meant, all rows that may be him, and the others who have real weight."""
        order = sorted(places, key=self._rank)
        full = [place for place in order if len(self._names.keys(place)) > 1]
        first = (full or order)[0]
        own = self._names.keys(first)
        same = {place for place in order if own <= self._names.keys(place) or self._names.keys(place) <= own}
        least = max(2.0, RIVAL_SHARE * sum(self._speakers[place].statements for place in same))
        rivals = [place for place in order if place not in same and self._speakers[place].statements >= least]
        return first, same | {first}, rivals[:3]

    def _rank(self, place: int) -> tuple[int, int]:
        return -self._speakers[place].statements, self._speakers[place].id

    def _namesakes_of(self, place: int) -> set[int]:
        """All rows of one person: the fuller forms, and the bare surname when he is its chief bearer."""
        forms = self._names.forms[place]
        if not forms:
            return {place}
        first, members, _ = self._dominant(self._names.bearers(forms[0][-1]))
        return members if place in members or first == place else {place}

    def _ids(self, places: Iterable[int]) -> tuple[int, ...]:
        order = sorted(places, key=self._rank)
        return tuple(self._speakers[place].id for place in order)


def _joined(text: str, found: Sequence[DirectoryMatch]) -> tuple[DirectoryMatch, ...]:
    """An office or body directly before a name is part of that mention: "Kremlin spokesman Ivan Orlov"."""
    joined: list[DirectoryMatch] = []
    for match in found:
        before = joined[-1] if joined else None
        if (
            before
            and before.how == "office"
            and match.how in ("name", "fuzzy")
            and not text[before.end : match.start].strip()
        ):
            joined[-1] = match._replace(start=before.start, words=text[before.start : match.end])
        else:
            joined.append(match)
    return tuple(joined)


def shown_name(speaker: Speaker, language: Language) -> str:
    """A speaker's name in the script of a language when the library holds it so, the fullest form first."""
    names = [name for name in (speaker.name, *speaker.aliases) if is_cyrillic(name) == (language == "ru")]
    return max(names, key=lambda name: (len(name.split()), -len(name)), default=speaker.name)


def _unknown_name(words: str) -> str:
    return nominative(" ".join(phrase_words(words))) if phrase_words(words) else words
