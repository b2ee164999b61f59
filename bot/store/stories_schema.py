"""The tables of stories, as the script of a migration; knows nothing of models."""

STORIES = "0007_stories"

STORY_TABLES = """
CREATE TABLE stories (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: people have been sent stories by it
    articles INTEGER NOT NULL,
    first INTEGER NOT NULL,        -- of the dated articles, seconds since the epoch; 0 when none has a date
    last INTEGER NOT NULL
);
CREATE INDEX stories_last ON stories (last, id);

CREATE TABLE story_articles (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id),
    story_id INTEGER REFERENCES stories (id), -- NULL: counted, and waiting for its place
    published_at INTEGER NOT NULL,
    profile TEXT NOT NULL          -- JSON of stories.profile.Profile
);
CREATE INDEX story_articles_story ON story_articles (story_id, published_at);

CREATE TABLE story_words (         -- how many articles hold a word: how little it tells
    word TEXT PRIMARY KEY,
    articles INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE story_leads (         -- whose lead holds a word, for finding what may tell the same event
    word TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (word, published_at, article_id)
) WITHOUT ROWID;

CREATE TABLE story_links (         -- how surely two articles tell one event; each pair both ways round
    one INTEGER NOT NULL,
    other INTEGER NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;

-- the last article that was counted; how many there are; and the PROFILE_VERSION of all profiles
INSERT INTO meta VALUES ('stories', 0), ('stories_counted', 0), ('stories_version', 0);
"""
