"""Lays out the results of an evaluation, for a person and as JSON; it knows nothing of how they came."""

from collections.abc import Iterator, Mapping, Sequence

from bot.evaluation.results import CaseResult, Tally, TurnResult, percentile, tallies


def table(results: Sequence[CaseResult]) -> str:
    """Rates a category, then every failure, then the times of answers."""
    rows = tallies(results)
    width = max(len("category"), *(len(row.category) for row in rows))
    head = f"{'category':{width}}{'cases':>7}{'as expected':>17}{'grounded':>17}"
    lines = [head, *(_row(row, width) for row in rows), "", *_failures(results), _times(results)]
    return "\n".join(lines)


def _row(row: Tally, width: int) -> str:
    return f"{row.category:{width}}{row.cases:7}{_rate(row.expected, row)}{_rate(row.grounded, row)}"


def _rate(count: int, row: Tally) -> str:
    return f"{count:11}{_share(count, row.cases):6.0%}"


def _share(count: int, cases: int) -> float:
    return count / cases if cases else 0.0


def _failures(results: Sequence[CaseResult]) -> Iterator[str]:
    for result, number, turn in _failed(results):
        yield f"{result.id} ({result.category}), turn {number}: {turn.question}"
        yield from (f"    {words}" for words in turn.misses)
        yield from (f"    UNGROUNDED {words}" for words in turn.violations)
        yield ""


def _failed(results: Sequence[CaseResult]) -> Iterator[tuple[CaseResult, int, TurnResult]]:
    for result in results:
        for number, turn in enumerate(result.turns, 1):
            if turn.misses or turn.violations:
                yield result, number, turn


def _times(results: Sequence[CaseResult]) -> str:
    answers = sum(len(result.turns) for result in results)
    p50, p95 = percentile(results, 0.5), percentile(results, 0.95)
    return f"{answers} answers, p50 {p50:.1f} ms, p95 {p95:.1f} ms"


def results_json(results: Sequence[CaseResult]) -> Mapping[str, object]:
    """The same as one JSON object; rates are shares of 1."""
    *categories, total = tallies(results)
    turns = [turn for result in results for turn in result.turns]
    return {
        **_tally_json(total),
        "claims": sum(turn.claims for turn in turns),
        "violations": sum(len(turn.violations) for turn in turns),
        "answers": len(turns),
        "p50_ms": round(percentile(results, 0.5), 1),
        "p95_ms": round(percentile(results, 0.95), 1),
        "categories": {row.category: _tally_json(row) for row in categories},
        "failures": [_failure_json(*failed) for failed in _failed(results)],
    }


def _tally_json(row: Tally) -> dict[str, object]:
    return {
        "cases": row.cases,
        "expected": row.expected,
        "expected_rate": round(_share(row.expected, row.cases), 4),
        "grounded": row.grounded,
        "grounded_rate": round(_share(row.grounded, row.cases), 4),
    }


def _failure_json(result: CaseResult, number: int, turn: TurnResult) -> dict[str, object]:
    return {
        "id": result.id,
        "category": result.category,
        "turn": number,
        "question": turn.question,
        "misses": list(turn.misses),
        "violations": list(turn.violations),
    }
