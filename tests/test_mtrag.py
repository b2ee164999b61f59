"""The scorer of rewritten follow-ups, on two conversations."""

import json

from tests.mtrag import score, scored

LINES = [
    json.dumps(
        {
            "questions": "|user|: Why did the bridge in Dolsk fall?\n|user|: When was it built?",
            "lastturn": "|user|: When was it built?",
            "rewrite": "|user|: When was the collapsed bridge in Dolsk built?",
        }
    ),
    json.dumps(
        {
            "questions": "|user|: Why did the bridge in Dolsk fall?\n|user|: Who won the race in Gorelovo?",
            "lastturn": "|user|: Who won the race in Gorelovo?",
            "rewrite": "|user|: Who won the race in Gorelovo?",
        }
    ),
]


def test_kept_carried_and_foreign_words() -> None:
    rows = list(scored(LINES))
    assert rows[0].added == {"collaps", "bridg", "dolsk"}
    assert rows[0].carried == {"bridg", "dolsk"}
    assert score(rows) == {
        "conversations": 2,
        "adding": 1,
        "words_added": 3,
        "kept": 0.667,
        "words_carried": 2,
        "carried": 1.0,
        "foreign_per_100": 0.0,
        "quiet": 1.0,
        "quiet_turns": 1,
    }
