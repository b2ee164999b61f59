"""The tables of feeds and of what they brought, as the script of a migration; knows nothing of models."""

FEEDS = "0006_feeds"
TOLD_PAUSES = "0020_told_pauses"

FEED_TABLES = """
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,      -- where it is read; follows permanent redirects
    title TEXT NOT NULL,
    site TEXT NOT NULL,            -- the address of the site that it belongs to, or ''
    added INTEGER NOT NULL,        -- all moments in seconds since the epoch
    etag TEXT,                     -- what the server gave with the last copy, sent back as it was
    modified TEXT,
    interval INTEGER NOT NULL,     -- seconds between two looks, as often as it changed lately
    due INTEGER NOT NULL,          -- when it is looked at next
    failures INTEGER NOT NULL DEFAULT 0, -- in a row
    error TEXT,                    -- what the last look failed for; NULL after one that did not
    paused INTEGER NOT NULL DEFAULT 0,   -- 1: not looked at until somebody asks for it
    last_look INTEGER,
    last_success INTEGER
);
CREATE INDEX feeds_due ON feeds (due) WHERE NOT paused;

-- Every item that a feed ever named, until it is forgotten. An item waits here, whole, until its article is
-- stored; so a process that is killed, or a page that cannot be had today, loses nothing, although the
-- feed itself is not sent again.
CREATE TABLE feed_entries (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    key TEXT NOT NULL,             -- tells it from the other items of its feed: its address, else its guid
    guid TEXT NOT NULL,
    stamp TEXT NOT NULL,           -- changes when the feed says anything new of it
    entry TEXT,                    -- JSON of articles.entries.Entry while it waits, else NULL
    state TEXT NOT NULL,           -- 'waiting', 'done', or 'failed' when it was tried often enough
    tries INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL,
    changes INTEGER NOT NULL DEFAULT 0,  -- how often the feed said something new of it
    error TEXT,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,    -- the last copy of the feed that named it
    UNIQUE (feed_id, key)
);
CREATE INDEX feed_entries_waiting ON feed_entries (due) WHERE state = 'waiting';
CREATE INDEX feed_entries_key ON feed_entries (key, stamp) WHERE state = 'done';
"""

TOLD_PAUSES_TABLE = """
-- Paused feeds that the operator was told of; looked at again, a feed that is paused once more is told anew.
CREATE TABLE told_pauses (feed_id INTEGER PRIMARY KEY REFERENCES feeds (id) ON DELETE CASCADE);
CREATE TRIGGER told_pauses_end AFTER UPDATE OF paused ON feeds WHEN NOT new.paused BEGIN
    DELETE FROM told_pauses WHERE feed_id = new.id;
END;
"""
