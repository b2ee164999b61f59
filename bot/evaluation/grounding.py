"""Whether an answer says only what its sources say, checked from outside. Pure.

Written independently of the gate in `bot.answers` on purpose, and sharing none of its code: a fault of the
gate must not hide itself. It knows nothing of what was expected of the answer.
"""

import re
from collections.abc import Iterator, Mapping

from bot.language.names import word_key
from bot.models import Answer, Article, Citation, Claim

DIGITS = re.compile(r"\d+")
GROUPS = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+")
LETTERS = re.compile(r"[^\W\d_]+")
MARK = re.compile(r"\[(\d+)\]")
ADDRESS = re.compile(r"https?://[^\s<>]+")
PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ('"', '"'))
ALIKE = 4  # letters of a name that a declined or foreign spelling of it keeps


def violations(answer: Answer, articles: Mapping[int, Article]) -> tuple[str, ...]:
    """What the answer shows without support, in words; `articles` holds the cited articles by id."""
    found = [fault for claim in answer.claims for fault in _claim_faults(claim, articles)]
    if answer.answered != bool(answer.claims):
        found.append("claims under a refusal" if answer.claims else "an answer without claims")
    return (*found, *_loose_ends(answer))


def _claim_faults(claim: Claim, articles: Mapping[int, Article]) -> Iterator[str]:
    if not claim.citations:
        yield f"no citation: {claim.text[:60]}"
    for citation in claim.citations:
        yield from _citation_faults(citation, articles.get(citation.article_id))
    quotes = "\n".join(citation.quote for citation in claim.citations)
    about = "\n".join(f"{citation.published} {citation.title}" for citation in claim.citations)
    for number in sorted(_numbers(claim.text) - _numbers(f"{quotes}\n{about}") - _grouped(quotes)):
        yield f"number not in the quotes: {number}"
    for words in _quoted(claim.text):
        if f" {_bare(words)} " not in f" {_bare(quotes)} ":
            yield f"quoted words not in the quotes: {words.strip()[:60]}"
    yield from _speaker_faults(claim, articles)


def _citation_faults(citation: Citation, article: Article | None) -> Iterator[str]:
    if article is None:
        yield f"cited article unknown: {citation.url}"
        return
    if not citation.quote.strip():
        yield f"empty quote [{citation.number}]"
    elif citation.start < 0 or article.text[citation.start : citation.end] != citation.quote:
        yield f"quote [{citation.number}] is not the text from {citation.start} to {citation.end}"
    if (citation.url, citation.title) != (article.url, article.title):
        yield f"address or title of [{citation.number}] is not the article's"


def _speaker_faults(claim: Claim, articles: Mapping[int, Article]) -> Iterator[str]:
    """A speaker must be named in the articles cited, in whatever case and script."""
    if (claim.kind == "fact") != (claim.speaker is None):
        yield f"a claim of kind {claim.kind} with the speaker {claim.speaker}"
    if claim.speaker is None:
        return
    names = {_stem(word) for word in LETTERS.findall(claim.speaker)}
    for identity in {citation.article_id for citation in claim.citations} & articles.keys():
        if not names & {_stem(word) for word in LETTERS.findall(articles[identity].text)}:
            yield f"{claim.speaker} is not named in {articles[identity].url}"


def _loose_ends(answer: Answer) -> Iterator[str]:
    """Marks and addresses in the text that belong to no citation."""
    cited = [citation for claim in answer.claims for citation in claim.citations]
    known = " ".join((answer.question, answer.standalone_question, *(one.quote for one in cited)))
    numbers = {str(citation.number) for citation in cited}
    for mark in sorted(set(MARK.findall(answer.text)) - numbers - set(MARK.findall(known))):
        yield f"mark [{mark}] without a citation"
    addresses = {citation.url for citation in cited} | set(ADDRESS.findall(known))
    for address in sorted(set(ADDRESS.findall(answer.text)) - addresses):
        yield f"address without a citation: {address}"


def _numbers(text: str) -> set[str]:
    """Runs of digits, so that 1,000 and 1 000 and dates written either way compare by their parts."""
    return {run.lstrip("0") or "0" for run in DIGITS.findall(MARK.sub(" ", text))}


def _grouped(text: str) -> set[str]:
    """Numbers written in groups of three digits, as one number each: "1,200" is 1200."""
    return {re.sub(r"\D", "", match) for match in GROUPS.findall(text)}


def _quoted(text: str) -> Iterator[str]:
    """What stands in quotation marks, in pieces where the quotation leaves something out."""
    for opening, closing in PAIRS:
        for match in re.finditer(f"{opening}([^{opening}{closing}]{{2,}}){closing}", text):
            yield from (piece for piece in re.split(r"\.\.\.|…", match[1]) if _bare(piece))


def _bare(text: str) -> str:
    """Only letters and digits, lower case, one blank between words."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _stem(word: str) -> str:
    return word_key(word)[:ALIKE]
