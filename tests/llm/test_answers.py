"""What is accepted as vectors and what is not."""

import json

import pytest

from bot.errors import EndpointAnswerError
from bot.llm.answers import LONGEST_VECTOR, vectors_of


def answer(*rows):
    return json.dumps({"data": list(rows)}).encode()


def test_the_order_is_that_of_the_index():
    rows = [{"index": 1, "embedding": [0, 2]}, {"index": 0, "embedding": [1.5, 0]}]
    assert vectors_of(answer(*rows), 2) == [[1.5, 0.0], [0.0, 2.0]]


def test_servers_may_leave_the_index_out():
    assert vectors_of(answer({"embedding": [1.0]}, {"embedding": [2.0]}), 2) == [[1.0], [2.0]]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"null", "no vectors"),
        (b"\xff\xfe", "no JSON"),
        (b'{"data": [1, 2]}', "no vectors"),
        (b'{"data": {"0": [1]}}', "no vectors"),
        (answer({"embedding": [1]}), "1 vectors for 2 texts"),
        (answer(*[{"embedding": [1]}] * 3), "3 vectors for 2 texts"),
        (answer({"index": 0, "embedding": [1]}, {"index": 0, "embedding": [1]}), "numbers its vectors"),
        (answer({"index": 0, "embedding": [1]}, {"embedding": [1]}), "numbers its vectors"),
        (answer({"index": True, "embedding": [1]}, {"index": 0, "embedding": [1]}), "numbers its vectors"),
        (answer({"embedding": [1]}, {"embedding": [1, 2]}), "different lengths"),
        (answer({"embedding": []}, {"embedding": []}), "no usable length"),
        (answer({"embedding": [1.0] * (LONGEST_VECTOR + 1)}, {"embedding": [1]}), "no usable length"),
        (answer({"embedding": "AAAA"}, {"embedding": [1]}), "no usable length"),
        (answer({"embedding": ["1"]}, {"embedding": [1]}), "not of numbers"),
        (answer({"embedding": [True]}, {"embedding": [1]}), "not of numbers"),
        (answer({"embedding": [None]}, {"embedding": [1]}), "not of numbers"),
        (answer({"embedding": [0, 0]}, {"embedding": [1, 1]}), "without a direction"),
        (answer({"embedding": [float("nan")]}, {"embedding": [1]}), "without a direction"),
        (answer({"embedding": [float("-inf")]}, {"embedding": [1]}), "without a direction"),
        (answer({"embedding": [1e308, 1e308]}, {"embedding": [1, 1]}), "without a direction"),
        (answer({"embedding": [10**400]}, {"embedding": [1]}), "without a direction"),
        (b'{"data": [{"embedding": [' + b"1" * 5000 + b"]}]}", "no JSON"),
    ],
)
def test_anything_else_is_refused(data, says):
    with pytest.raises(EndpointAnswerError, match=says):
        vectors_of(data, 2)
