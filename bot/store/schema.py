"""The tables, as migrations that are only ever appended; knows nothing of models.

Passages and statements belong to one version of an article. Those of the current version carry
`current = 1`, and queries read them through the views; those of older versions stay, so that what
was once cited can still be opened.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from bot.store.feed_schema import FEED_TABLES, FEEDS, TOLD_PAUSES, TOLD_PAUSES_TABLE
from bot.store.model_schema import MODEL_CALL_TABLE, MODEL_CALLS
from bot.store.muted import DISLIKED, DISLIKED_TABLE, MUTED, MUTED_TABLE
from bot.store.shown_schema import BEHIND, BEHIND_COLUMN, RECEIPTS, SHOWN
from bot.store.stories_schema import STORIES, STORY_TABLES
from bot.store.subscriptions_schema import SUBSCRIPTION_TABLES, SUBSCRIPTIONS, TIMES, TIMES_COLUMNS

# "Whos" in ASCII: tells our files from the databases of other programs
APPLICATION_ID = 0x57686F73

MIGRATIONS = Migrations("whosaid")

_LEDGER = """
CREATE TABLE meta (
    name TEXT PRIMARY KEY,         -- 'sequence': of the last stored article; 'speakers': of the last that
    value NOT NULL                 -- changed speakers; 'identity': tells this library from any other
) WITHOUT ROWID;

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,      -- the current one
    published_at INTEGER NOT NULL, -- seconds since the epoch, for comparing only; 0 when undated
    source TEXT,
    sequence INTEGER NOT NULL UNIQUE
);
CREATE INDEX articles_published ON articles (published_at, source);
CREATE INDEX articles_source ON articles (source);

CREATE TABLE article_versions (
    article_id INTEGER NOT NULL REFERENCES articles (id),
    version INTEGER NOT NULL,
    fingerprint TEXT NOT NULL UNIQUE, -- no title and text is ever stored twice
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    published TEXT,                -- as the source words it
    source TEXT,
    language TEXT NOT NULL,
    authors TEXT NOT NULL,         -- JSON list
    PRIMARY KEY (article_id, version)
);

CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    current INTEGER NOT NULL DEFAULT 1,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    FOREIGN KEY (article_id, version) REFERENCES article_versions (article_id, version)
);
CREATE INDEX passages_article ON passages (article_id, version);

CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE       -- of the resolved name, the same in every script and spelling
);

CREATE TABLE speaker_forms (       -- how current statements name a speaker: follows from statements
    speaker_id INTEGER NOT NULL REFERENCES speakers (id),
    sort TEXT NOT NULL,            -- 'name', 'office' or 'kind'
    form TEXT NOT NULL,
    statements INTEGER NOT NULL,   -- how many current ones; may be 0 after an article was rewritten
    first INTEGER NOT NULL,        -- the statement where it was met first
    PRIMARY KEY (speaker_id, sort, form)
) WITHOUT ROWID;

CREATE TABLE statements (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    current INTEGER NOT NULL DEFAULT 1,
    speaker_id INTEGER REFERENCES speakers (id),
    published_at INTEGER NOT NULL, -- of the article version
    start INTEGER NOT NULL,        -- of the context, as is stop
    stop INTEGER NOT NULL,
    spans TEXT NOT NULL,           -- JSON list of [start, end]: the content alone
    kind TEXT NOT NULL,
    cue TEXT NOT NULL,
    mention_start INTEGER,
    mention_stop INTEGER,
    speaker TEXT,
    speaker_kind TEXT NOT NULL,
    offices TEXT NOT NULL,         -- JSON list
    said_on TEXT,                  -- ISO date
    chain TEXT NOT NULL,           -- JSON list
    declined INTEGER NOT NULL,
    FOREIGN KEY (article_id, version) REFERENCES article_versions (article_id, version)
);
CREATE INDEX statements_article ON statements (article_id, version);
-- `current` is a column as well, or counting would look up every row to see what the condition says
CREATE INDEX statements_speaker
    ON statements (speaker_id, published_at DESC, article_id DESC, start, id, current) WHERE current;
CREATE INDEX statements_published ON statements (published_at, speaker_id, current) WHERE current;

CREATE TABLE turns (
    id INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL,    -- the caller's key, as 'telegram:12345'
    asked TEXT NOT NULL,           -- ISO moment
    question TEXT NOT NULL,        -- JSON of models.Question
    answer TEXT NOT NULL,          -- JSON of models.Answer
    shown TEXT NOT NULL            -- JSON list of statement ids
);
CREATE INDEX turns_conversation ON turns (conversation, id);

CREATE VIEW current_articles AS
    SELECT a.id, a.url, a.version, a.sequence, a.published_at, v.title, v.text, v.published, v.source,
        v.language, v.authors
    FROM articles AS a JOIN article_versions AS v ON v.article_id = a.id AND v.version = a.version;
CREATE VIEW current_passages AS SELECT * FROM passages WHERE current;
CREATE VIEW current_statements AS SELECT * FROM statements WHERE current;

INSERT INTO meta VALUES ('sequence', 0), ('speakers', 0), ('identity', lower(hex(randomblob(8))));
"""


@MIGRATIONS(name="0001_ledger")
def _ledger(database: Database) -> None:
    _run_script(database, _LEDGER)
    database.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


_SPEAKER_KEYS = """
ALTER TABLE speakers ADD COLUMN kind TEXT NOT NULL DEFAULT 'unknown';      -- both follow from
ALTER TABLE speakers ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;     -- speaker_forms

CREATE TABLE speaker_keys (        -- what a question finds a speaker by; see statements.speaker_keys
    sort TEXT NOT NULL,            -- a NameSort
    key TEXT NOT NULL,
    speaker_id INTEGER NOT NULL REFERENCES speakers (id),
    PRIMARY KEY (sort, key, speaker_id)
) WITHOUT ROWID;

CREATE TABLE surnames (            -- every surname key once, in the order met, for misspelt ones
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
);

CREATE TABLE offices (
    id INTEGER PRIMARY KEY,
    form TEXT NOT NULL UNIQUE      -- as speaker_forms words it
);

CREATE TABLE office_keys (
    sort TEXT NOT NULL,            -- an OfficeSort
    key TEXT NOT NULL,
    office_id INTEGER NOT NULL REFERENCES offices (id),
    PRIMARY KEY (sort, key, office_id)
) WITHOUT ROWID;

CREATE INDEX speaker_forms_form ON speaker_forms (form, speaker_id) WHERE sort = 'office';

INSERT INTO meta VALUES ('keys', 0); -- the KEYS_VERSION that all keys are of
"""


@MIGRATIONS(name="0002_speaker_keys")
def _speaker_keys(database: Database) -> None:
    _run_script(database, _SPEAKER_KEYS)


_VECTORS = """
CREATE TABLE vector_models (
    id INTEGER PRIMARY KEY,        -- the highest of a name is the one in use
    name TEXT NOT NULL,            -- as the endpoint knows it
    dim INTEGER NOT NULL,          -- another number of dimensions is another model, whatever its name
    centre BLOB NOT NULL,          -- float16: what all vectors have in common, taken off before sketching
    UNIQUE (name, dim)
);

CREATE TABLE vectors (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: readers ask for what is newer than they know
    passage_id INTEGER NOT NULL UNIQUE REFERENCES passages (id) ON DELETE CASCADE,
    model_id INTEGER NOT NULL REFERENCES vector_models (id),
    published_at INTEGER NOT NULL, -- of the article version
    sketch BLOB NOT NULL,          -- a bit a dimension
    vector BLOB NOT NULL           -- float16, of length 1
);
CREATE VIEW passage_texts AS
    SELECT p.id, p.start, p.stop, a.title, a.text FROM passages AS p
    JOIN current_articles AS a ON a.id = p.article_id WHERE p.current;
-- all that a scan reads, without the vectors themselves, which are twenty times as long
CREATE INDEX vectors_sketches ON vectors (model_id, id, passage_id, published_at, sketch);
-- what was once cited stays, but nobody searches the passages of older versions
CREATE TRIGGER vectors_follow_passages AFTER UPDATE OF current ON passages WHEN NOT new.current
BEGIN
    DELETE FROM vectors WHERE passage_id = new.id;
END;
"""


@MIGRATIONS(name="0003_vectors")
def _vectors(database: Database) -> None:
    _run_script(database, _VECTORS)


_READING = """
DROP INDEX articles_source;
CREATE INDEX articles_source ON articles (source, published_at); -- whether a source was there by a moment
-- where the passages of an article lie, in the order of its text, without reading them
CREATE INDEX passages_reading ON passages (article_id, start, id, stop, current) WHERE current;
"""


@MIGRATIONS(name="0004_reading")
def _reading(database: Database) -> None:
    _run_script(database, _READING)


@MIGRATIONS(name=FEEDS)
def _feeds(database: Database) -> None:
    _run_script(database, FEED_TABLES)


@MIGRATIONS(name=STORIES)
def _stories(database: Database) -> None:
    _run_script(database, STORY_TABLES)


@MIGRATIONS(name="0008_shown")
def _shown(database: Database) -> None:
    _run_script(database, SHOWN)


_REPRINTS = """
ALTER TABLE articles ADD COLUMN origin_id INTEGER REFERENCES articles (id); -- NULL for an original
ALTER TABLE article_versions ADD COLUMN partial INTEGER NOT NULL DEFAULT 0; -- only a summary or beginning
CREATE INDEX articles_origin ON articles (origin_id, published_at) WHERE origin_id IS NOT NULL;
CREATE TABLE sketches (            -- of originals; see articles.reprints
    hash INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id),
    PRIMARY KEY (hash, article_id)
) WITHOUT ROWID;
CREATE INDEX sketches_article ON sketches (article_id);
DROP VIEW current_articles;
CREATE VIEW current_articles AS
    SELECT a.id, a.url, a.version, a.sequence, a.published_at, v.title, v.text, v.published, v.source,
        v.language, v.authors, coalesce(a.origin_id, a.id) AS origin_id, v.partial
    FROM articles AS a JOIN article_versions AS v ON v.article_id = a.id AND v.version = a.version;
"""


@MIGRATIONS(name="0010_reprints")
def _reprints(database: Database) -> None:
    _run_script(database, _REPRINTS)


@MIGRATIONS(name=SUBSCRIPTIONS)
def _subscriptions(database: Database) -> None:
    _run_script(database, SUBSCRIPTION_TABLES)


@MIGRATIONS(name="0012_receipts")
def _receipts(database: Database) -> None:
    _run_script(database, RECEIPTS)


@MIGRATIONS(name="0013_additions")
def _additions(database: Database) -> None:
    # links, posts, files and feeds that a person added to the library
    database.conn.execute("ALTER TABLE usage ADD COLUMN additions INTEGER NOT NULL DEFAULT 0")


@MIGRATIONS(name=MUTED)
def _muted(database: Database) -> None:
    _run_script(database, MUTED_TABLE)


@MIGRATIONS(name=MODEL_CALLS)
def _model_calls(database: Database) -> None:
    _run_script(database, MODEL_CALL_TABLE)


@MIGRATIONS(name=BEHIND)
def _behind(database: Database) -> None:
    _run_script(database, BEHIND_COLUMN)


@MIGRATIONS(name=DISLIKED)
def _disliked(database: Database) -> None:
    _run_script(database, DISLIKED_TABLE)


@MIGRATIONS(name=TIMES)
def _times(database: Database) -> None:
    _run_script(database, TIMES_COLUMNS)


@MIGRATIONS(name=TOLD_PAUSES)
def _told_pauses(database: Database) -> None:
    _run_script(database, TOLD_PAUSES_TABLE)


MIGRATION_NAMES = (
    "0001_ledger", "0002_speaker_keys", "0003_vectors", "0004_reading", FEEDS, STORIES, "0008_shown",
    "0010_reprints", SUBSCRIPTIONS, "0012_receipts", "0013_additions", MUTED, MODEL_CALLS, BEHIND,
    DISLIKED, TIMES, TOLD_PAUSES,
)  # fmt: skip


def _run_script(database: Database, script: str) -> None:
    """Run statements one by one inside the open transaction, which `executescript` would commit."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            database.conn.execute(statement)
            statement = ""
