"""Who is meant by a name, an office or a body: the speakers of the library, found by any form of their name.

It looks up what it needs in a source and remembers it, so it is made anew when speakers change; it knows
nothing of questions or of where speakers are kept.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from bot.language.lemmas import is_stop
from bot.language.names import gender, joint_key, nominative
from bot.language.script import fold, is_cyrillic
from bot.models import AskedSpeaker, Language, Speaker
from bot.statements.descriptions import is_proper, told_keys
from bot.statements.holders import Holders
from bot.statements.name_parts import NOT_PERSONS, is_body_noun
from bot.statements.name_places import LONGEST_OFFICE, Places, is_genitive, is_new_spelling, may_be_office
from bot.statements.namesakes import RIVAL_SHARE, dominant
from bot.statements.offices import is_speaker_phrase
from bot.statements.speaker_index import KEPT, BodyIndex, NameIndex, OfficeIndex, name_forms
from bot.statements.speaker_keys import bare_word, keys_of, phrase_words
from bot.statements.speaker_source import SpeakerSource

How = Literal["name", "fuzzy", "office", "body"]
LONGEST_NAME = 5  # words
KNOWN = 3  # statements of somebody whose surname is an ordinary word
MET = 500  # texts whose mentions are remembered
ALWAYS, MOSTLY = 0.9, 0.5  # share of texts that write a word as a name


class DirectoryMatch(NamedTuple):
    """A speaker met in a text; `others` are namesakes with enough statements to be worth naming."""

    start: int
    end: int
    words: str
    speaker: AskedSpeaker
    how: How
    others: tuple[str, ...] = ()

    @property
    def by_name(self) -> bool:
        """Whether a name was met, spelt rightly or not; no office, no body."""
        return self.how in ("name", "fuzzy")


def unheard_of(_: str) -> float | None:
    """What a library without texts knows of a word."""
    return None


class Directory:
    """The speakers of the library as one question after another needs them; for one thread at a time."""

    def __init__(self, source: SpeakerSource, large: Callable[[str], float | None] = unheard_of) -> None:
        """`large` tells in what share of the texts that have a word it is a name; None without such texts."""
        self._source = source
        self._large = lru_cache(KEPT)(large)
        self._names = NameIndex(source)
        self._bodies = BodyIndex(source)
        self._offices = OfficeIndex(source)
        self._holders = Holders(self._offices, self._speakers)
        self._kept: dict[int, Speaker] = {}
        self._key_sets: dict[int, frozenset[str]] = {}
        self._joint_sets: dict[int, frozenset[str]] = {}
        # the question before is read again with each that goes on from it
        self._met: dict[tuple[str, Language | None], tuple[DirectoryMatch, ...]] = {}

    def _speakers(self, ids: Iterable[int]) -> list[Speaker]:
        """Speakers by id, those with most statements first."""
        wanted = set(ids)
        # not as a difference of sets, which would go through all that are kept
        if missing := {number for number in wanted if number not in self._kept}:
            if len(self._kept) > KEPT:
                self._kept.clear()
                self._key_sets.clear()
                self._joint_sets.clear()
                missing = wanted
            self._kept.update((speaker.id, speaker) for speaker in self._source.get(missing))
        found = (self._kept[number] for number in wanted if number in self._kept)
        return sorted(found, key=lambda speaker: (-speaker.statements, speaker.id))

    def _keys(self, speaker: Speaker) -> frozenset[str]:
        """All name keys of one speaker."""
        if speaker.id not in self._key_sets:
            self._key_sets[speaker.id] = frozenset(key for form in name_forms(speaker) for key in form)
        return self._key_sets[speaker.id]

    def _joint(self, speaker: Speaker) -> frozenset[str]:
        """As `_keys`, the same for a name in either script."""
        if speaker.id not in self._joint_sets:
            names = () if speaker.kind in ("body", "document") else (speaker.name, *speaker.aliases)
            words = (word for name in names for word in name.replace("-", " ").split() if word[:1].isalnum())
            self._joint_sets[speaker.id] = frozenset(map(joint_key, words))
        return self._joint_sets[speaker.id]

    def is_name(self, word: str) -> bool:
        """Whether the library, which names more than speak in it, writes a word as a name."""
        share = self._large(word)
        return share is not None and share >= ALWAYS

    def _is_surname(self, word: str) -> bool:
        """Whether an ordinary Russian word is rather somebody of whom the library is full: «макрона»."""
        if not is_cyrillic(word) or not self.is_name(word):
            return False
        known = self._speakers(self._names.named([word]))
        return any(is_cyrillic(one.name) and one.statements >= KNOWN for one in known)

    def is_small(self, word: str) -> bool:
        """Whether the library writes a word in small letters, whoever has it for a name: "many"."""
        share = self._large(word) if word.islower() else None
        return share is not None and share < MOSTLY

    def _is_common(self, parts: Sequence[str]) -> bool:
        """Whether words are what the library writes small and no noun of somebody who speaks: "this week".

        Of a hundred thousand speakers somebody is named by nearly any word, were it by a slip.
        """
        return self._are_small(parts) and not is_speaker_phrase(parts)

    def _are_small(self, parts: Sequence[str]) -> bool:
        words = (word for part in parts for word in part.split("-"))
        return all(word.islower() and (is_stop(word) or self.is_small(word)) for word in words)

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
        if not self._are_small(parts):
            return self._by_any(words, parts, shown)
        return self._by_office(words, shown) or (
            self._by_any(words, parts, shown) if is_speaker_phrase(parts) else None
        )

    def _by_any(self, words: str, parts: Sequence[str], shown: Language) -> DirectoryMatch | None:
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
        key = (question, language)
        if key not in self._met:
            if len(self._met) >= MET:
                self._met.clear()
            self._met[key] = self._mentions(question, language)
        return self._met[key]

    def _mentions(self, question: str, language: Language | None) -> tuple[DirectoryMatch, ...]:
        reading = Places(question, language)
        words = phrase_words(question)
        self._names.expect(words)
        self._bodies.expect(words)
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
        return (chosen or match)._replace(start=match.start, end=match.end, others=())

    def _mention_of(self, reading: Places, position: int, size: int) -> DirectoryMatch | None:
        named = self._named(reading, position, size)
        if named:
            return named
        if not reading.may_be_office(position, size) or self._office_goes_on(reading, position + size):
            return None
        return self._by_office(reading.words(position, size), reading.shown)

    def _named(self, reading: Places, position: int, size: int) -> DirectoryMatch | None:
        words, language = reading.words(position, size), reading.shown
        parts = phrase_words(words)
        before = reading.word_at(position - 1) if position and size == 1 else ""
        if len(parts) != size or not self._may_be_named(reading, position, parts, before):
            return None
        ordinary = self._is_ordinary(reading, position, size)
        titled = f"the {words}" if fold(before) == "the" else words
        named = None if ordinary else self._by_name(titled, parts, language)
        named = named or self._by_body(words, parts, language)
        alone = not reading.word_at(position + 1)[:1].isupper()  # "Dogu Jota" is no misspelt Snoop Dogg
        if named is None and size == 1 and not ordinary and alone and reading.is_name_like(position):
            named = self._by_similar_name(words, parts, language)
        return None if named and self._is_another(before, named) else named

    def _may_be_named(self, reading: Places, position: int, parts: Sequence[str], before: str) -> bool:
        """Whether words may be a name where they stand; "New York" is no Mr. York."""
        if len(parts) > LONGEST_NAME or reading.is_small(position + len(parts) - 1):
            return False
        if self._is_common(parts) or is_body_noun(before):
            return False
        behind = reading.word_at(position + len(parts))
        return not (len(parts) == 1 and behind in NOT_PERSONS and before[:1].isupper())  # "Nobel Peace Prize"

    def _is_another(self, before: str, match: DirectoryMatch) -> bool:
        """Whether the given name before a surname is no man's, or no woman's: "Anna Orlova" is no Pavel."""
        sex = gender(before) if before[:1].isupper() else None
        found = self._speakers(match.speaker.ids) if sex and match.by_name else []
        sexes = {gender(name) for one in found for name in (one.name, *one.aliases)} - {None}
        return bool(sexes) and sex not in sexes

    def _is_ordinary(self, reading: Places, position: int, size: int) -> bool:
        return reading.is_ordinary(position, size) and not self._is_surname(reading.words(position, size))

    def _office_goes_on(self, reading: Places, position: int) -> bool:
        """Whether the token after an office belongs to it: "mayor | of Dolsk", "глава | совета"."""
        text = reading.word_at(position)
        if text[:1].isupper():  # a name that the library knows is who holds the office
            return not self._names.holds(bare_word(text))
        return text == "of" or is_genitive(text)

    def spokespersons(self, words: Sequence[Collection[str]]) -> tuple[int, ...]:
        """Who speaks by office for a country or body, given the index terms of each word of its name."""
        return tuple(sorted(self._source.holders("spokes", words))) if words else ()

    def _by_name(self, words: str, parts: Sequence[str], language: Language) -> DirectoryMatch | None:
        match = self._of_name(words, parts, language)
        if match is None or self._is_of_holder(match) or self._is_of_body(match, parts):
            return None
        if not self._is_variant(parts, match.speaker.ids):
            return match
        return None if self.is_name(parts[-1]) else match._replace(how="fuzzy")  # "Tanye" is no "Tane"

    def _of_name(self, words: str, parts: Sequence[str], language: Language) -> DirectoryMatch | None:
        if len(parts) > LONGEST_NAME or self._is_office_in_small(words, parts):
            return None
        ids = self._names.named(parts)
        if not ids or (parts[-1].isupper() and self._bodies.named(parts)):  # "US" is no surname
            return None
        return self._chosen(words, self._called(ids, parts), "name", language)

    def _is_office_in_small(self, words: str, parts: Sequence[str]) -> bool:
        """Whether "the pope" or "the Pope" was met, whom the library knows, and not somebody of that name."""
        small = parts[0].islower() or fold(words).startswith("the ")
        return small and len(parts) == 1 and may_be_office(parts) and bool(self._holders.of_concept(words))

    def _is_of_holder(self, match: DirectoryMatch) -> bool:
        """Whether an unnamed "US president" was met, and the library knows who that is."""
        if self._has_person(match.speaker.ids):
            return False
        return self._has_person(self._holders.of_concept(match.words))

    def _is_of_body(self, match: DirectoryMatch, parts: Sequence[str]) -> bool:
        """Whether what some articles name like a person is a body that is heard more: "The Treasury"."""
        body = None if self._has_person(match.speaker.ids) else self._bodies.named(parts)
        heard = max((one.statements for one in self._speakers(body.ids if body else ())), default=0)
        return heard > max(one.statements for one in self._speakers(match.speaker.ids))

    def _has_person(self, ids: Iterable[int]) -> bool:
        return any(one.kind == "person" for one in self._speakers(ids))

    def _called(self, ids: Iterable[int], parts: Sequence[str]) -> set[int]:
        """Those of some speakers whom the words name: a description must be all there.

        "Trump's lawyer" is "lawyer for Trump"; "the White House" is not "an adviser to the White House".
        """
        asked, small = frozenset[str]().union(*map(keys_of, parts)), self._are_small(parts)
        return {
            one.id
            for one in self._speakers(ids)
            for name in (one.name, *one.aliases)
            if (is_proper(name) and not small) or told_keys(name) <= asked
        }

    def _is_variant(self, parts: Sequence[str], ids: Sequence[int]) -> bool:
        """Whether the words are spelled as none of the names are: "Peskow" for the library's Peskov."""
        found = self._speakers(ids)
        known = {fold(word) for one in found for name in (one.name, *one.aliases) for word in name.split()}
        return any(is_new_spelling(fold(part), known) for part in parts)

    def _by_similar_name(self, words: str, parts: Sequence[str], language: Language) -> DirectoryMatch | None:
        if len(parts) > LONGEST_NAME or self.is_name(parts[-1]):
            return None  # spelled right, of somebody who does not speak
        surname = self._names.similar_surname(parts[-1])
        if surname is None:
            return None
        found = [one for one in self._speakers(self._names.bearers(surname)) if one.kind == "person"]
        for part in parts[:-1]:
            found = [speaker for speaker in found if self._keys(speaker) & keys_of(part)]
        return self._chosen(words, self._called([one.id for one in found], parts), "fuzzy", language)

    def _by_body(self, words: str, parts: Sequence[str], language: Language) -> DirectoryMatch | None:
        body = self._bodies.named(parts)
        if body is None:
            return None
        ids = {*body.ids, *self._offices.spokespersons(body), *self._bodies.within(body)}
        speaker = AskedSpeaker(words, body.shown(language), tuple(self._source.most_heard(ids)))
        return DirectoryMatch(0, len(words), words, speaker, "body")

    def _by_office(self, words: str, language: Language) -> DirectoryMatch | None:
        parts = phrase_words(words)
        if not may_be_office(parts) or self._ends_in_name(parts):
            return None
        return self._chosen(words, self._holders.of(words), "office", language)

    def _ends_in_name(self, parts: Sequence[str]) -> bool:
        """Whether somebody is named behind an office: "Speaker Orlova" means nobody but her."""
        word = parts[-1]
        written = word[:1].isupper() or self.is_name(word)
        if len(parts) < 2 or not written or is_stop(parts[-2]) or nominative(word) != word:
            return False
        named = self._speakers(self._names.named([word]))
        return any(one.kind == "person" and one.statements >= KNOWN for one in named)

    def _chosen(self, words: str, ids: set[int], how: How, language: Language) -> DirectoryMatch | None:
        if not (found := self._speakers(ids)):
            return None
        first, members, rivals = dominant(found, self._keys, self._joint)
        members |= self._namesakes_of(first)
        name = self._shown(self._best_known(first, members), members, language)
        others = tuple(shown_name(rival, language) for rival in rivals)
        meant = tuple(speaker.id for speaker in self._speakers(members))
        return DirectoryMatch(0, len(words), words, AskedSpeaker(words, name, meant), how, others)

    def _best_known(self, first: Speaker, members: Collection[int]) -> Speaker:
        """Of the rows that are one person the one to show: not "President-elect Orlov", Ivan Orlov."""
        people = (one for one in self._speakers(members) if one.kind == "person" and len(self._keys(one)) > 1)
        best = next(people, first)
        return best if first.statements < RIVAL_SHARE * best.statements else first

    def _shown(self, first: Speaker, members: Collection[int], language: Language) -> str:
        """A name in the script of the language, if any of the rows that are one person has one."""
        for one in (first, *self._speakers(members)):
            name = shown_name(one, language)
            if is_cyrillic(name) == (language == "ru") and (one is first or " " in name):
                return name
        return shown_name(first, language)

    def _namesakes_of(self, speaker: Speaker) -> set[int]:
        """All rows of one person: the fuller forms, and the bare surname when he is its chief bearer."""
        forms = name_forms(speaker)
        bearers = self._speakers(self._names.bearers(forms[0][-1])) if forms else []
        if not bearers:
            return {speaker.id}
        first, members, _ = dominant(bearers, self._keys, self._joint)
        return members if speaker.id in members or first.id == speaker.id else {speaker.id}


def _joined(text: str, found: Sequence[DirectoryMatch]) -> tuple[DirectoryMatch, ...]:
    """An office or body directly before a name is part of that mention: "Kremlin spokesman Ivan Orlov"."""
    joined: list[DirectoryMatch] = []
    for match in found:
        before = joined[-1] if joined else None
        if before and before.how == "office" and match.by_name and not text[before.end : match.start].strip():
            joined[-1] = match._replace(start=before.start, words=text[before.start : match.end])
        else:
            joined.append(match)
    return tuple(joined)


def shown_name(speaker: Speaker, language: Language) -> str:
    """A speaker's name in the script of a language when the library holds it so.

    Of several the most frequent one that has more than a word.
    """
    names = [name for name in (speaker.name, *speaker.aliases) if is_cyrillic(name) == (language == "ru")]
    return max(names, key=lambda name: len(name.split()) > 1, default=speaker.name)


def _unknown_name(words: str) -> str:
    return nominative(" ".join(phrase_words(words))) if phrase_words(words) else words
