"""The table and the JSON object of an evaluation."""

import json

from bot.evaluation.results import CaseResult, TurnResult
from bot.evaluation.table import results_json, table

RESULTS = [
    CaseResult("s-1", "said", (TurnResult("who?", (), (), 2, 3.0),)),
    CaseResult(
        "f-1",
        "follow-up",
        (
            TurnResult("who?", (), (), 1, 5.0),
            TurnResult("and?", ("missing: x",), ("empty quote [1]",), 1, 9.0),
        ),
    ),
]
TABLE = """\
category   cases      as expected         grounded
follow-up      1          0    0%          0    0%
said           1          1  100%          1  100%
all            2          1   50%          1   50%

f-1 (follow-up), turn 2: and?
    missing: x
    UNGROUNDED empty quote [1]

3 answers, p50 5.0 ms, p95 9.0 ms"""


def test_the_table():
    assert table(RESULTS) == TABLE


def test_the_json_object():
    shown = json.loads(json.dumps(results_json(RESULTS)))
    assert (shown["cases"], shown["expected"], shown["grounded"], shown["expected_rate"]) == (2, 1, 1, 0.5)
    assert (shown["claims"], shown["violations"], shown["answers"]) == (4, 1, 3)
    assert (shown["p50_ms"], shown["p95_ms"]) == (5.0, 9.0)
    assert list(shown["categories"]) == ["follow-up", "said"]
    assert shown["failures"] == [
        {
            "id": "f-1",
            "category": "follow-up",
            "turn": 2,
            "question": "and?",
            "misses": ["missing: x"],
            "violations": ["empty quote [1]"],
        }
    ]


def test_nothing_to_show():
    assert "0 answers" in table([])
