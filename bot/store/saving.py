"""Writes one article with everything found in it, inside a transaction of the caller; decides nothing."""

import sqlite3
from collections import Counter

from bot.language.dates import timestamp
from bot.models import Analysed, Statement
from bot.store.counting import take_in
from bot.store.decide import Decision, Known
from bot.store.keys import speaker_key
from bot.store.naming import note_offices, note_speakers
from bot.store.reprints import note_origin
from bot.store.rows import statement_of, statement_record, to_json

_INSERT_STATEMENT = """
    INSERT INTO statements (
        article_id, version, speaker_id, published_at, start, stop, spans, kind, cue, mention_start,
        mention_stop, speaker, speaker_kind, offices, said_on, chain, declined
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_COUNT_FORM = """
    INSERT INTO speaker_forms (speaker_id, sort, form, statements, first) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (speaker_id, sort, form) DO UPDATE SET statements = statements + excluded.statements
"""
_KNOWN_FORM = "SELECT 1 FROM speaker_forms WHERE speaker_id = ? AND sort = ? AND form = ?"
Form = tuple[int, str, str]  # speaker id, sort, form


def look_up(connection: sqlite3.Connection, url: str, fingerprint: str) -> Known | None:
    """What the library holds under an address and a fingerprint."""
    at_url = connection.execute("SELECT id, version FROM articles WHERE url = ?", (url,)).fetchall()
    holding = connection.execute(
        "SELECT article_id FROM article_versions WHERE fingerprint = ?", (fingerprint,)
    ).fetchall()
    if not at_url and not holding:
        return None
    article_id, version = at_url[0] if at_url else (None, 0)
    return Known(article_id, version, holding[0]["article_id"] if holding else None)


def write_article(connection: sqlite3.Connection, item: Analysed, decision: Decision, sequence: int) -> None:
    """Store an article, or a new version of one, under the given sequence number."""
    published_at = timestamp(item.draft.published)
    retired = 0
    if decision.article_id is None:
        article_id = _insert_article(connection, item, published_at, sequence)
    else:
        article_id = decision.article_id
        retired = _retire(connection, article_id)
        _update_article(connection, item, decision, (published_at, sequence))
    _insert_version(connection, item, article_id, decision.version)
    note_origin(connection, article_id, item.draft.text)
    connection.executemany(
        "INSERT INTO passages (article_id, version, start, stop) VALUES (?, ?, ?, ?)",
        [(article_id, decision.version, *passage.span) for passage in item.passages],
    )
    _insert_statements(connection, item.statements, (article_id, decision.version, published_at))
    if retired or item.statements:
        connection.execute("UPDATE meta SET value = ? WHERE name = 'speakers'", (sequence,))
    if item.profile:
        take_in(connection, article_id, published_at, item.profile, sequence)


def _insert_article(connection: sqlite3.Connection, item: Analysed, published_at: int, sequence: int) -> int:
    cursor = connection.execute(
        "INSERT INTO articles (url, version, published_at, source, sequence) VALUES (?, 1, ?, ?, ?)",
        (item.draft.url, published_at, item.draft.source, sequence),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _update_article(
    connection: sqlite3.Connection, item: Analysed, decision: Decision, moment: tuple[int, int]
) -> None:
    connection.execute(
        "UPDATE articles SET version = ?, published_at = ?, sequence = ?, source = ? WHERE id = ?",
        (decision.version, *moment, item.draft.source, decision.article_id),
    )


def _insert_version(connection: sqlite3.Connection, item: Analysed, article_id: int, version: int) -> None:
    draft = item.draft
    connection.execute(
        "INSERT INTO article_versions"
        " (article_id, version, fingerprint, title, text, published, source, language, authors, partial)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article_id,
            version,
            item.fingerprint,
            draft.title,
            draft.text,
            draft.published,
            draft.source,
            item.language,
            to_json(draft.authors),
            int(draft.partial),
        ),
    )


def _insert_statements(
    connection: sqlite3.Connection, statements: tuple[Statement, ...], place: tuple[int, int, int]
) -> None:
    """`place` is article id, version and moment of publication."""
    article_id, version, published_at = place
    forms: Counter[Form] = Counter()
    first: dict[Form, int] = {}
    for statement in statements:
        speaker_id = _speaker_id(connection, statement.speaker) if statement.speaker else None
        cursor = connection.execute(
            _INSERT_STATEMENT,
            (article_id, version, speaker_id, published_at, *statement_record(statement)),
        )
        if speaker_id is not None and cursor.lastrowid is not None:
            for form in _forms(speaker_id, statement):
                forms[form] += 1
                first.setdefault(form, cursor.lastrowid)
    fresh = [form for form in forms if connection.execute(_KNOWN_FORM, form).fetchone() is None]
    connection.executemany(_COUNT_FORM, [(*form, count, first[form]) for form, count in forms.items()])
    renamed = {speaker_id for speaker_id, sort, _ in fresh if sort != "office"}
    note_speakers(connection, {speaker_id for speaker_id, _, _ in forms}, renamed)
    note_offices(connection, dict.fromkeys(form for _, sort, form in forms if sort == "office"))


def _speaker_id(connection: sqlite3.Connection, name: str) -> int:
    key = speaker_key(name)
    connection.execute("INSERT INTO speakers (key) VALUES (?) ON CONFLICT DO NOTHING", (key,))
    speaker_id: int = connection.execute("SELECT id FROM speakers WHERE key = ?", (key,)).fetchone()[0]
    return speaker_id


def _forms(speaker_id: int, statement: Statement) -> list[Form]:
    forms = [(speaker_id, "kind", statement.speaker_kind), (speaker_id, "name", statement.speaker or "")]
    return forms + [(speaker_id, "office", office) for office in dict.fromkeys(statement.offices)]


def _retire(connection: sqlite3.Connection, article_id: int) -> int:
    """Take the current statements and passages of an article out of use; returns how many statements."""
    rows = connection.execute(
        "SELECT * FROM current_statements WHERE article_id = ?", (article_id,)
    ).fetchall()
    forms = Counter(
        form
        for row in rows
        if row["speaker_id"] is not None
        for form in _forms(row["speaker_id"], statement_of(row))
    )
    connection.executemany(
        "UPDATE speaker_forms SET statements = statements - ? WHERE (speaker_id, sort, form) = (?, ?, ?)",
        [(count, *form) for form, count in forms.items()],
    )
    note_speakers(connection, {speaker_id for speaker_id, _, _ in forms}, ())
    connection.execute("UPDATE statements SET current = 0 WHERE article_id = ? AND current", (article_id,))
    connection.execute("UPDATE passages SET current = 0 WHERE article_id = ? AND current", (article_id,))
    return len(rows)
