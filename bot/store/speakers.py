"""Speakers, and the look-ups that a question finds them by; knows nothing of matching names."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from bot.models import Speaker, SpeakerKind
from bot.statements.speaker_keys import NameSort, OfficeSort
from bot.statements.speaker_source import COMMON, MOST
from bot.store.connection import Connections
from bot.store.rows import ids_json, to_json

_FORMS = """
    SELECT speaker_id, sort, form, statements FROM speaker_forms
    WHERE speaker_id IN (SELECT value FROM json_each(?)) AND statements > 0
    ORDER BY speaker_id, statements DESC, first
"""
# stops at the first speaker of each key: some have thousands
_KNOWN = """
    SELECT value FROM json_each(?)
    WHERE EXISTS (SELECT 1 FROM speaker_keys WHERE sort = ? AND key = value)
"""
_MOST_HEARD = "SELECT id FROM speakers WHERE id IN (SELECT value FROM json_each(?)) AND statements > 0"
_WITH = """
    SELECT speaker_id FROM speaker_keys
    WHERE sort = 'word' AND key IN (SELECT value FROM json_each(?)) LIMIT ?
"""
_PERSONS = """
    SELECT id FROM speakers WHERE id IN (SELECT speaker_id FROM speaker_keys
        WHERE sort = 'surname' AND key IN (SELECT value FROM json_each(?)))
    AND kind NOT IN ('body', 'document') AND statements > 0
"""
_WITH_WORD = """
    AND EXISTS (SELECT 1 FROM speaker_keys WHERE sort = 'word' AND speaker_id = speakers.id
        AND key IN (SELECT value FROM json_each(?)))
"""
_BODIES = """
    SELECT id FROM speakers WHERE id IN (SELECT speaker_id FROM speaker_keys
        WHERE sort = ? AND key IN (SELECT value FROM json_each(?)))
    AND kind = 'body' AND statements > 0
"""
_OFFICES_WITH = "SELECT office_id FROM office_keys WHERE sort = ? AND key IN (SELECT value FROM json_each(?))"
# "Mayor Bell" may once be read as the president's office: of many statements, some have every office
_HOLDERS = """
    SELECT id, held FROM speakers JOIN (SELECT speaker_id, sum(statements) AS held FROM speaker_forms
        WHERE sort = 'office' AND statements > 0
        AND form IN (SELECT form FROM offices WHERE id IN ({offices})) {among} GROUP BY speaker_id
    ) ON speaker_id = id WHERE held >= {held_share} * statements
"""
_AMONG = "AND speaker_id IN (SELECT value FROM json_each(?))"
HELD_SHARE = 0.1  # of somebody's statements that make an office his; slips have less than 0.02
NAMED_SHARE = 0.02  # the same for an office told with its country, where it is his without
_MOST_FIRST = f" ORDER BY statements DESC, id LIMIT {MOST}"


class Speakers:
    """Who speaks in the library: one speaker for each key of a resolved name; see `SpeakerSource`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._surnames: dict[tuple[str, int], list[str]] = defaultdict(list)
        self._last_surname = 0

    def get(self, ids: Iterable[int]) -> tuple[Speaker, ...]:
        """Speakers in the order in which they were met; names, offices most frequent first."""
        rows = self._connections.rows(_FORMS, ids_json(ids))
        groups = groupby(rows, key=lambda row: int(row["speaker_id"]))
        return tuple(_speaker(speaker_id, list(forms)) for speaker_id, forms in groups)

    def known(self, sort: NameSort, keys: Collection[str]) -> set[str]:
        """Those of some keys that any speaker has."""
        return {row[0] for row in self._connections.rows(_KNOWN, _json(keys), sort)} if keys else set()

    def most_heard(self, ids: Collection[int]) -> list[int]:
        """Those of some speakers that have statements, with most of them first."""
        return self._ids(_MOST_HEARD, ids_json(ids))

    def with_word(self, keys: Collection[str]) -> set[int]:
        """Whose names have a word with one of these keys; COMMON of them when there are as many or more."""
        return {row[0] for row in self._connections.rows(_WITH, _json(keys), COMMON)}

    def persons(self, words: Sequence[Collection[str]]) -> list[int]:
        """Who has a key of each word in his names, and one of all these as surname."""
        surnames = _json(key for keys in words for key in keys)
        others = [_json(keys) for keys in words] if len(words) > 1 else []
        return self._ids(_PERSONS + _WITH_WORD * len(others), surnames, *others)

    def bodies(self, sort: NameSort, keys: Collection[str]) -> list[int]:
        """Bodies with one of these keys."""
        return self._ids(_BODIES, sort, _json(keys))

    def holders(self, sort: OfficeSort, words: Sequence[Collection[str]]) -> list[int]:
        """Who has an office with one key of each word."""
        found = self._holders(sort, words, HELD_SHARE) if words else {}
        if sort != "office" or len(words) < 2:
            return list(found)
        return [*self._seldom_told(words, found), *found]

    def _seldom_told(self, words: Sequence[Collection[str]], found: dict[int, int]) -> set[int]:
        """Who has an office more often than those found, though most statements leave its country away.

        Of a US president's one in sixteen has it.
        """
        least = max(found.values(), default=0)
        told = self._holders("office", words, NAMED_SHARE)
        further = [number for number, held in told.items() if number not in found and held > least]
        return {one for keys in words for one in self._holders("office", [keys], HELD_SHARE, further)}

    def _holders(
        self,
        sort: OfficeSort,
        words: Sequence[Collection[str]],
        share: float,
        among: Collection[int] | None = None,
    ) -> dict[int, int]:
        """By id in how many statements an office is held, where that is a share of all."""
        if among is not None and not among:
            return {}
        offices = " INTERSECT ".join([_OFFICES_WITH] * len(words))
        parameters = [value for keys in words for value in (sort, _json(keys))]
        sql = _HOLDERS.format(offices=offices, among="" if among is None else _AMONG, held_share=share)
        rows = self._connections.rows(
            sql + _MOST_FIRST, *parameters, *([] if among is None else [ids_json(among)])
        )
        return {row["id"]: row["held"] for row in rows}

    def surnames(self, letter: str, lengths: range) -> list[str]:
        """Surname keys that begin with a letter and have one of these lengths."""
        rows = self._connections.rows("SELECT id, key FROM surnames WHERE id > ?", self._last_surname)
        for row in rows:
            self._surnames[row["key"][:1], len(row["key"])].append(row["key"])
            self._last_surname = row["id"]
        return [key for length in lengths for key in self._surnames.get((letter, length), ())]

    def revision(self) -> int:
        """A number that changes whenever a look-up may give something else."""
        revision: int = self._connections.rows("SELECT value FROM meta WHERE name = 'speakers'")[0][0]
        return revision

    def _ids(self, sql: str, *parameters: str) -> list[int]:
        return [row["id"] for row in self._connections.rows(sql + _MOST_FIRST, *parameters)]


def _json(keys: Iterable[str]) -> str:
    return to_json(list(keys))


def _speaker(speaker_id: int, rows: list[sqlite3.Row]) -> Speaker:
    names = list(_forms(rows, "name"))
    kinds: list[SpeakerKind] = [row["form"] for row in rows if row["sort"] == "kind"]
    return Speaker(
        id=speaker_id,
        name=names[0],
        # one article that leaves it open does not outvote those that tell
        kind=next((kind for kind in kinds if kind != "unknown"), "unknown"),
        aliases=tuple(names[1:]),
        offices=tuple(_forms(rows, "office")),
        statements=sum(row["statements"] for row in rows if row["sort"] == "name"),
    )


def _forms(rows: list[sqlite3.Row], sort: str) -> Iterator[str]:
    return (row["form"] for row in rows if row["sort"] == sort)
