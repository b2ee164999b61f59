"""The table of what language models were asked and what it took; registered by `schema`, knows no models."""

MODEL_CALLS = "0016_model_calls"
MODEL_CALL_TABLE = """
CREATE TABLE model_calls (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,           -- seconds since the epoch
    chat TEXT NOT NULL,            -- as talks.key; '' for none, or one that is forgotten
    task TEXT NOT NULL,            -- the name of the prompt
    version TEXT NOT NULL,         -- of the prompt
    model TEXT NOT NULL,
    outcome TEXT NOT NULL,         -- 'done' or 'failed'
    tokens_in INTEGER NOT NULL,
    tokens_out INTEGER NOT NULL,
    cost REAL NOT NULL,            -- by the prices that were set at that time
    ms REAL NOT NULL,
    kept INTEGER NOT NULL,         -- claims that the gate let pass
    repaired INTEGER NOT NULL,     -- replaced by the sentence of their source
    dropped INTEGER NOT NULL
);
-- all that a budget is counted by
CREATE INDEX model_calls_at ON model_calls (at, tokens_in, tokens_out);
CREATE INDEX model_calls_chat ON model_calls (chat, at, tokens_in, tokens_out);
"""
