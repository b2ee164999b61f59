"""Citations that readers called wrong, as cases of an evaluation; it knows no files and no readers.

What is true nobody has said yet: a case expects no more than that what was reported is not said again, until
somebody who has looked at it writes down what should be.
"""

import re
from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import Any

from bot.models import Answer, Citation, Claim
from bot.store import Report

CATEGORY = "reported"
CORPUS = "reports"


def reported_cases(reports: Iterable[Report], zone: tzinfo) -> list[dict[str, Any]]:
    """A Case object for each citation of each answer, oldest first; more than one may have reported it.

    Moments are of `zone`. The question is the one that was understood: it needs no conversation.
    """
    cases: dict[tuple[str, int, int], dict[str, Any]] = {}
    for report in reports:
        key = (report.answer.question, report.asked, report.number)
        if key in cases:
            cases[key]["notes"]["reports"] += 1
        elif found := citing(report.answer, report.number):
            cases[key] = _case(report, found, zone)
    return list(cases.values())


def citing(answer: Answer, number: int) -> list[tuple[Claim, Citation]]:
    """The claims of an answer that rest on the citation of a number."""
    return [
        (claim, citation)
        for claim in answer.claims
        for citation in claim.citations
        if citation.number == number
    ]


def _case(report: Report, found: list[tuple[Claim, Citation]], zone: tzinfo) -> dict[str, Any]:
    _, citation = found[0]
    asked = datetime.fromtimestamp(report.asked, zone).isoformat()
    expect = {
        "answered": None,
        "must": [],
        "must_not": [_pattern(claim.text) for claim, _ in found],
        "cite_any": [],
        "speaker": None,
    }
    return {
        "id": f"report-{report.id}",
        "corpus": CORPUS,
        "category": CATEGORY,
        "turns": [{"q": report.answer.standalone_question, "now": asked, "expect": expect}],
        "notes": {
            "asked": report.answer.question,
            "claims": [
                {"speaker": claim.speaker, "kind": claim.kind, "text": claim.text} for claim, _ in found
            ],
            "quote": citation.quote,
            "url": citation.url,
            "title": citation.title,
            "reports": 1,
        },
    }


def _pattern(text: str) -> str:
    """A regular expression for these words, however they are broken into lines."""
    return r"\s+".join(map(re.escape, text.split()))
