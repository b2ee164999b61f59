"""Reads and checks the JSON of /embeddings; pure, it knows nothing of the wire."""

import json
import math
from collections.abc import Sequence
from typing import Any

from bot.errors import EndpointAnswerError

LONGEST_VECTOR = 8192
Vector = list[float]


def vectors_of(answer: bytes, count: int) -> list[Vector]:
    """The `count` vectors of an answer in the order of what was asked, all of one length and finite.

    Raises EndpointAnswerError for anything else.
    """
    rows = _rows(answer)
    if len(rows) != count:
        raise EndpointAnswerError(f"the endpoint gives {len(rows)} vectors for {count} texts")
    vectors = [_vector(row) for row in _in_order(rows)]
    if len({len(vector) for vector in vectors}) > 1:
        raise EndpointAnswerError("the endpoint gives vectors of different lengths")
    return vectors


def _rows(answer: bytes) -> list[Any]:
    try:
        data = json.loads(answer)
    except (ValueError, RecursionError):
        raise EndpointAnswerError("the endpoint answers with something that is no JSON") from None
    rows = data.get("data") if isinstance(data, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise EndpointAnswerError("the endpoint answers with JSON that holds no vectors")
    return rows


def _in_order(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """By the index that each row tells; as they came where a server leaves it out."""
    if all("index" not in row for row in rows):
        return list(rows)
    indexed = {row["index"]: row for row in rows if type(row.get("index")) is int}
    if sorted(indexed) != list(range(len(rows))):
        raise EndpointAnswerError("the endpoint numbers its vectors wrongly")
    return [indexed[place] for place in range(len(rows))]


def _vector(row: dict[str, Any]) -> Vector:
    values = row.get("embedding")
    if not isinstance(values, list) or not 0 < len(values) <= LONGEST_VECTOR:
        raise EndpointAnswerError("the endpoint gives a vector of no usable length")
    if not all(type(value) in (float, int) for value in values):
        raise EndpointAnswerError("the endpoint gives a vector that is not of numbers")
    try:
        vector = [float(value) for value in values]
    except OverflowError:
        vector = [math.inf]
    # a length that is nought or beyond measure gives no direction
    if not 0.0 < math.fsum(value * value for value in vector) < math.inf:
        raise EndpointAnswerError("the endpoint gives a vector without a direction: zeros, NaN or infinite")
    return vector
