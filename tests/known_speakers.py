"""Speakers in memory, for tests of what looks them up: they need no database."""

from collections.abc import Collection, Iterable, Sequence

from bot.models import Speaker
from bot.statements.directory import Directory
from bot.statements.speaker_keys import NameSort, OfficeSort, body_keys, name_keys, office_keys
from bot.statements.speaker_source import MOST


class KnownSpeakers:
    """A SpeakerSource that reads all of its speakers for every look-up."""

    def __init__(self, speakers: Iterable[Speaker]) -> None:
        self._speakers = sorted(speakers, key=lambda one: (-one.statements, one.id))

    def get(self, ids: Iterable[int]) -> Sequence[Speaker]:
        wanted = set(ids)
        return sorted((one for one in self._speakers if one.id in wanted), key=lambda one: one.id)

    def known(self, sort: NameSort, keys: Collection[str]) -> Collection[str]:
        return {key for one in self._speakers for key in keys if (sort, key) in _keys(one)}

    def most_heard(self, ids: Collection[int]) -> Sequence[int]:
        return [one.id for one in self._speakers if one.id in ids][:MOST]

    def with_word(self, keys: Collection[str]) -> Collection[int]:
        return {one.id for one in self._speakers if any(("word", key) in _keys(one) for key in keys)}

    def persons(self, words: Sequence[Collection[str]]) -> Sequence[int]:
        surnames = {("surname", key) for keys in words for key in keys}
        wanted = [{("word", key) for key in keys} for keys in words] if len(words) > 1 else []
        return [
            one.id
            for one in self._speakers
            if one.kind not in ("body", "document")
            and surnames & _keys(one)
            and all(keys & _keys(one) for keys in wanted)
        ][:MOST]

    def bodies(self, sort: NameSort, keys: Collection[str]) -> Sequence[int]:
        wanted = {(sort, key) for key in keys}
        return [one.id for one in self._speakers if one.kind == "body" and wanted & _keys(one)][:MOST]

    def holders(self, sort: OfficeSort, words: Sequence[Collection[str]]) -> Sequence[int]:
        wanted = [{(sort, key) for key in keys} for keys in words]
        return [
            one.id
            for one in self._speakers
            if any(all(keys & set(office_keys(office)) for keys in wanted) for office in one.offices)
        ][:MOST]

    def surnames(self, letter: str, lengths: range) -> Sequence[str]:
        found = (key for one in self._speakers for sort, key in _keys(one) if sort == "surname")
        return [key for key in dict.fromkeys(found) if key[:1] == letter and len(key) in lengths]


def _keys(speaker: Speaker) -> set[tuple[NameSort, str]]:
    names = (speaker.name, *speaker.aliases)
    of_body = speaker.kind == "body"
    return {key for name in names for key in (*name_keys(name), *(body_keys(name) if of_body else ()))}


def directory_of(*speakers: Speaker) -> Directory:
    """The directory of some speakers."""
    return Directory(KnownSpeakers(speakers))
