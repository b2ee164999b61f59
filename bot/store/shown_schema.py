"""The tables of what was shown to whom, of access and of updates; registered by `schema`, knows no models."""

SHOWN = """
CREATE TABLE shown (               -- answers with buttons under them
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: an old button must not open a new answer
    chat INTEGER NOT NULL,
    person INTEGER NOT NULL,
    asked_in INTEGER NOT NULL,     -- the message that asked
    talk TEXT NOT NULL,            -- as turns.conversation
    turn INTEGER NOT NULL,         -- turns.id; 0 when there is none any more
    at INTEGER NOT NULL,           -- seconds since the epoch
    answer TEXT NOT NULL           -- JSON of models.Answer
);
CREATE INDEX shown_asked ON shown (chat, asked_in);
CREATE INDEX shown_person ON shown (person);
CREATE INDEX shown_at ON shown (at);
CREATE INDEX shown_talk ON shown (talk);

CREATE TABLE shown_messages (      -- the messages that an answer takes up, in order
    chat INTEGER NOT NULL,
    message INTEGER NOT NULL,
    shown_id INTEGER NOT NULL REFERENCES shown (id) ON DELETE CASCADE,
    PRIMARY KEY (chat, message)
) WITHOUT ROWID;
CREATE INDEX shown_messages_of ON shown_messages (shown_id, message);

CREATE TABLE talks (               -- conversations of people; a reply to an old answer begins a new branch
    key TEXT PRIMARY KEY,
    person INTEGER NOT NULL,
    branch INTEGER NOT NULL        -- the one in use; its turns are under 'key' (0) or 'key#branch'
) WITHOUT ROWID;
CREATE INDEX talks_person ON talks (person);

CREATE TABLE reports (             -- citations that readers call wrong
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL,
    shown_id INTEGER NOT NULL,
    number INTEGER NOT NULL,       -- of the citation
    at INTEGER NOT NULL,
    asked INTEGER NOT NULL,        -- when the answer was shown
    answer TEXT NOT NULL,          -- a copy: reports outlive what was shown
    UNIQUE (person, shown_id, number)
);

CREATE TABLE people (
    person INTEGER PRIMARY KEY,
    role TEXT NOT NULL,            -- 'editor', 'reader' or 'barred'; owners are a setting
    since INTEGER NOT NULL
);

CREATE TABLE invites (
    code TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE chat_settings (
    chat INTEGER PRIMARY KEY,
    language TEXT NOT NULL
);

CREATE TABLE usage (
    day TEXT NOT NULL,             -- ISO date in UTC
    person INTEGER NOT NULL,
    questions INTEGER NOT NULL,
    PRIMARY KEY (day, person)
) WITHOUT ROWID;

CREATE TABLE inbox (               -- updates, kept from before Telegram is told that we have them
    update_id INTEGER PRIMARY KEY,
    attempts INTEGER NOT NULL DEFAULT 0,
    body TEXT                      -- JSON; NULL when handled: only the number is remembered
);
CREATE INDEX inbox_waiting ON inbox (update_id) WHERE body IS NOT NULL;
"""

# With `sent` and `shown` (JSON lists) an update that is handled again after a crash sends nothing twice.
RECEIPTS = """
ALTER TABLE inbox ADD COLUMN person INTEGER NOT NULL DEFAULT 0; -- who wrote it; 0 when handled
ALTER TABLE inbox ADD COLUMN sent TEXT NOT NULL DEFAULT '[]';   -- messages sent while it was handled
ALTER TABLE inbox ADD COLUMN shown TEXT NOT NULL DEFAULT '[]';  -- answers kept meanwhile
CREATE INDEX inbox_person ON inbox (person) WHERE body IS NOT NULL;
"""

# A message may have been sent that is not in `sent`: then its number is higher than this one, else it is 0.
BEHIND = "0017_behind"
BEHIND_COLUMN = "ALTER TABLE inbox ADD COLUMN behind INTEGER NOT NULL DEFAULT 0;"
