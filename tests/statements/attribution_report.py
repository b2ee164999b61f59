"""What our code makes of the hand-made articles: rates by measure and class, and every miss.

usage: python -m tests.statements.attribution_report [en|ru]
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.models import Language
from tests.statements.attribution.gold import FILES, read
from tests.statements.attribution.scoring import Verdict, judge, rates


def report(language: Language) -> Iterator[str]:
    """The lines of the report on one language."""
    verdicts = [verdict for article in read(language) for verdict in judge(article)]
    yield f"# {language}"
    yield from (f"{measure:10} {_rate(counts)}" for measure, counts in rates(verdicts).items())
    yield "\n## Found and credited to the right speaker, by class"
    credited = sorted((one for one in verdicts if one.measure == "credited"), key=_group)
    for group, members in groupby(credited, key=_group):
        yield f"{group:16} {_rate(rates(members)['credited'])}"
    for measure in (name for name in rates(verdicts) if name != "credited"):
        yield f"\n## Misses: {measure}"
        missed = [one for one in verdicts if one.measure == measure and not one.right]
        yield from (one.note for one in sorted(missed, key=_group))
    yield ""


def _group(verdict: Verdict) -> str:
    return verdict.group


def _rate(counts: Sequence[int]) -> str:
    right, total = counts
    return f"{right:3} of {total:3}  {right / total:.2f}"


if __name__ == "__main__":
    for asked in FILES:
        if asked in (sys.argv[1:] or FILES):
            sys.stdout.write("\n".join(report(asked)) + "\n")
