"""The tables of subscriptions and of what they are told, as the script of a migration; knows no models.

What many are told is kept once: items, and editions of them. What a place has had follows from its
deliveries, so nothing else is written for a subscriber.
"""

SUBSCRIPTIONS = "0011_subscriptions"

TIMES = "0019_times_of_places"
TIMES_COLUMNS = """
ALTER TABLE places ADD COLUMN zone TEXT; -- also of what it follows later; NULL: never told
ALTER TABLE places ADD COLUMN quiet_start INTEGER;
ALTER TABLE places ADD COLUMN quiet_end INTEGER;
"""

SUBSCRIPTION_TABLES = """
CREATE TABLE places (              -- chats and topics in them
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat TEXT NOT NULL,            -- as 'telegram:12345'
    thread INTEGER NOT NULL,       -- 0 for the chat itself
    state TEXT NOT NULL DEFAULT 'open', -- or 'blocked', 'deleted': nothing is sent there
    since INTEGER NOT NULL,        -- of the state, seconds since the epoch, as all moments here
    UNIQUE (chat, thread)
);

CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place_id INTEGER NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,            -- of the scope, as are value and about
    value TEXT NOT NULL,
    about TEXT NOT NULL,
    scope TEXT NOT NULL,           -- the same for every spelling of the scope
    recurrence TEXT NOT NULL,
    minute INTEGER NOT NULL,
    weekday INTEGER NOT NULL,
    zone TEXT NOT NULL,
    quiet_start INTEGER,           -- minutes of the day; NULL for no quiet hours
    quiet_end INTEGER,
    when_empty TEXT NOT NULL,
    empty_told INTEGER NOT NULL DEFAULT 0,
    next_due INTEGER NOT NULL,
    looked INTEGER NOT NULL,       -- until when it was told; 0 for never
    after INTEGER NOT NULL,        -- the sequence number up to which it was told
    UNIQUE (place_id, scope)
);
CREATE INDEX subscriptions_due ON subscriptions (recurrence, next_due, after);

CREATE TABLE items (               -- of digests, as they were told
    id INTEGER PRIMARY KEY,
    print TEXT NOT NULL UNIQUE,    -- of the payload: equal items are kept once
    payload TEXT NOT NULL          -- JSON of subscriptions.values.DigestItem
);

CREATE TABLE item_marks (          -- DigestItem.traces
    mark TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES items (id) ON DELETE CASCADE,
    PRIMARY KEY (mark, item_id)
) WITHOUT ROWID;
CREATE INDEX item_marks_item ON item_marks (item_id);

CREATE TABLE editions (            -- digests that any number of places are sent
    id INTEGER PRIMARY KEY,
    print TEXT NOT NULL UNIQUE,
    head TEXT NOT NULL,            -- JSON of outbox_values.Head
    made INTEGER NOT NULL
);
CREATE INDEX editions_made ON editions (made);

CREATE TABLE edition_items (
    edition_id INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,       -- the best is 0
    item_id INTEGER NOT NULL REFERENCES items (id),
    shown INTEGER NOT NULL,        -- 0 for those that only "and N more" tells of
    PRIMARY KEY (edition_id, number)
) WITHOUT ROWID;
CREATE INDEX edition_items_item ON edition_items (item_id, edition_id, shown);

CREATE TABLE deliveries (          -- the outbox
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place_id INTEGER NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    subscription_id INTEGER NOT NULL, -- which may be gone
    edition_id INTEGER NOT NULL REFERENCES editions (id),
    made INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending', -- 'sending': Telegram is being asked; 'unknown': it did not
                                   -- answer; 'sent' and 'failed' are for good
    page INTEGER NOT NULL DEFAULT 0, -- the message of the digest that comes next
    attempts INTEGER NOT NULL DEFAULT 0, -- that failed
    next_try INTEGER NOT NULL,
    behind INTEGER NOT NULL DEFAULT 0, -- the courier's mark from before, to look for what was sent since
    messages TEXT NOT NULL DEFAULT '[]', -- JSON list of the numbers of what was sent
    reason TEXT NOT NULL DEFAULT '', -- why it failed
    ended INTEGER                  -- when it was sent or failed
);
CREATE INDEX deliveries_waiting ON deliveries (next_try, id) WHERE ended IS NULL;
CREATE INDEX deliveries_open ON deliveries (place_id, id) WHERE ended IS NULL;
CREATE INDEX deliveries_edition ON deliveries (edition_id, place_id, state);
CREATE INDEX deliveries_place ON deliveries (place_id);

CREATE VIEW placed_subscriptions AS
    SELECT s.*, p.chat, p.thread, p.state FROM subscriptions AS s JOIN places AS p ON p.id = s.place_id;
CREATE VIEW placed_deliveries AS
    SELECT d.*, p.chat, p.thread FROM deliveries AS d JOIN places AS p ON p.id = d.place_id;
"""
