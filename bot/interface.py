"""The public JSON objects of the command line, made from models; it knows nothing of commands and streams.

Keys are a public contract: additions are free, removals and renames are not.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, tzinfo

from bot.answers.stories import Story
from bot.digests.text import Digest
from bot.ingest.poll import PollReport
from bot.models import (
    Answer,
    Article,
    Check,
    CheckedClaim,
    Citation,
    Claim,
    IngestReport,
    SearchResult,
    Span,
    Statement,
)
from bot.store import Feed, FeedCounts
from bot.subscriptions.values import DigestItem

JSON = Mapping[str, object]


def line(value: JSON) -> str:
    """One JSON object as one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def answer_json(answer: Answer, identity: object = None) -> JSON:
    """The Answer object; `identity` is the id of a batch line, left out when there is none."""
    head = {} if identity is None else {"id": identity}
    return {
        **head,
        "question": answer.question,
        "standalone_question": answer.standalone_question,
        "lang": answer.lang,
        "answered": answer.answered,
        "refusal": answer.refusal,
        "claims": [_claim_json(claim) for claim in answer.claims],
        "text": answer.text,
        "composer": answer.composer,
        "ms": round(answer.ms, 1),
        "judged": asdict(answer.judged),
    }


def _claim_json(claim: Claim) -> JSON:
    citations = _citations_json(claim.citations)
    more = {name: text for name in ("note", "translation") if (text := getattr(claim, name))}
    return {"text": claim.text, "speaker": claim.speaker, "kind": claim.kind, "citations": citations, **more}


def _citations_json(citations: Sequence[Citation]) -> list[JSON]:
    return [asdict(citation) for citation in citations]


def check_json(check: Check, identity: object = None) -> JSON:
    """The Check object; `claims` has every claim of the message by itself."""
    head = {} if identity is None else {"id": identity}
    told = [reason for claim in check.claims for reason in claim.reasons]
    cited = {citation.number: citation for claim in check.claims for citation in claim.citations}
    return {
        **head,
        "claim": check.claim,
        "supported": check.verdict == "supported",
        "verdict": check.verdict,
        "reasons": list(dict.fromkeys([*told, *(["too long"] if check.cut else [])])),
        "citations": _citations_json([cited[number] for number in sorted(cited)]),
        "claims": [_checked_json(claim) for claim in check.claims],
    }


def _checked_json(claim: CheckedClaim) -> JSON:
    return {
        "text": claim.text,
        "verdict": claim.verdict,
        "reasons": list(claim.reasons),
        "speaker": claim.speaker,
        "citations": [citation.number for citation in claim.citations],
    }


def search_json(query: str, results: Sequence[SearchResult], ms: float, identity: object = None) -> JSON:
    """The Search result object: passages, best first."""
    head = {} if identity is None else {"id": identity}
    return {**head, "query": query, "results": [asdict(result) for result in results], "ms": round(ms, 1)}


def statement_json(statement: Statement, article: Article) -> JSON:
    """The Statement object; `text` joins the spans of the content by an ellipsis."""
    spans = statement.spans
    mention = statement.mention
    return {
        "article_id": article.id,
        "url": article.url,
        "start": spans[0].start,
        "end": spans[-1].end,
        "text": " … ".join(_cut(article, span) for span in spans),
        "speaker": statement.speaker,
        "speaker_mention": _cut(article, mention) if mention else None,
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
        "cue": statement.cue,
        "kind": statement.kind,
        "published": article.published,
        "said_on": statement.said_on.isoformat() if statement.said_on else None,
        "spans": [list(span) for span in spans],
        "chain": list(statement.chain),
        "declined": statement.declined,
    }


def _cut(article: Article, span: Span) -> str:
    return article.text[span.start : span.end]


def report_json(report: IngestReport) -> JSON:
    """The Ingest report object."""
    return {**asdict(report), "failed": [asdict(failure) for failure in report.failed]}


def story_json(story: Story) -> JSON:
    """The Story object; `related` are ids of other stories of the same matter."""
    return {
        "id": story.id,
        "title": story.title,
        "articles": [article.url for article in story.articles],
        "first": story.first,
        "last": story.last,
        "speakers": list(story.speakers),
        "sources": list(story.sources),
        "summary": [asdict(citation) for citation in story.summary],
        "related": list(story.related),
    }


def digest_json(digest: Digest, text: str, zone: tzinfo) -> JSON:
    """The Digest object; an item's citations are numbered within it, `marks` tell it from other items."""
    since, until = (datetime.fromtimestamp(one, zone) for one in (digest.window.since, digest.window.until))
    return {
        "scope": asdict(digest.scope),
        "since": since.isoformat(),
        "until": until.isoformat(),
        "lang": digest.language,
        "items": [_item_json(item) for item in digest.items],
        "more": digest.more,
        "text": text,
    }


def _item_json(item: DigestItem) -> JSON:
    return {
        "kind": item.kind,
        "title": item.title,
        "update": item.update,
        "articles": item.articles,
        "origins": item.origins,
        "claims": [_claim_json(claim) for claim in item.claims],
        "marks": list(item.marks),
    }


def feed_json(feed: Feed, counts: FeedCounts, zone: tzinfo) -> JSON:
    """The Feed object; moments are ISO 8601 in the operator's zone, null for what never was."""
    return {
        "url": feed.url,
        "title": feed.title,
        "site": feed.site,
        "added": _moment(feed.added, zone),
        "paused": feed.paused,
        "failures": feed.failures,
        "error": feed.error,
        "last_look": _moment(feed.last_look, zone),
        "last_success": _moment(feed.last_success, zone),
        "next": None if feed.paused else _moment(feed.due, zone),
        "interval_seconds": feed.interval,
        "articles": counts.articles,
        "articles_per_day": round(counts.last_week / 7, 1),
        "waiting": counts.waiting,
        "given_up": counts.failed,
    }


def _moment(seconds: int | None, zone: tzinfo) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, zone).isoformat(timespec="seconds")


def poll_json(report: PollReport) -> JSON:
    """The Poll report object."""
    outcomes = report.outcomes
    return {
        "looked": report.looked,
        "unchanged_feeds": report.unchanged,
        "added": outcomes["added"],
        "updated": outcomes["updated"],
        "duplicates": outcomes["duplicate"],
        "unchanged": outcomes["unchanged"],
        "postponed": report.postponed,
        "failed": [asdict(failure) for failure in report.failed],
        "paused": [failure.source for failure in report.paused],
    }
