"""The library as the Telegram front end wants it; it knows neither how answers are made nor how they look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.answers.drafting import unheard
from bot.app.library import Whosaid
from bot.language.script import is_cyrillic
from bot.models import Answer, Article, Check, Citation, Language, SearchResult, Turn
from bot.statements.directory import shown_name
from bot.store import Overview
from bot.telegram.ports import Excerpt, OnClaims
from bot.telegram.split import shorten
from bot.telegram.texts import TEXTS

AROUND = 600  # characters shown before and after a quote
EXAMPLES = 3
SEARCHED = 40  # passages that those of other sources are picked from
ELSEWHERE = 4


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers questions and opens sources."""

    whosaid: Whosaid
    _examples: dict[Language, tuple[int, tuple[str, ...]]] = field(default_factory=dict)

    def turn(
        self, text: str, now: datetime, conversation: str | None = None, on_claims: OnClaims | None = None
    ) -> Turn:
        """Answer one question of a conversation; `on_claims` hears of what a model writes.

        Without a model the answer follows at once, and to show a part of it before would only cost time.
        """
        heard = on_claims if on_claims and self.whosaid.settings.writing_model else unheard
        return self.whosaid.answerer.turn(text, now, conversation, on_claims=heard)

    def look(self, text: str, now: datetime) -> Answer:
        """Answer a question in the words of the sources, at once."""
        return self.whosaid.answerer.look(text, now)

    def check(self, text: str, now: datetime) -> Check:
        """What holds of each claim of a message."""
        return self.whosaid.answerer.check(text, now)

    def reset(self, conversation: str) -> None:
        """Forget a conversation."""
        self.whosaid.store.talks.reset(conversation)

    def overview(self, language: Language) -> Overview:
        """What the library holds now, with names as readers of a language know them."""
        store = self.whosaid.store
        held = store.articles.overview()
        names = {speaker.id: shown_name(speaker, language) for speaker in store.speakers.get(held.top_ids)}
        top = zip(held.top_ids, held.top_speakers, strict=True)
        return replace(
            held, top_speakers=tuple((names.get(number, name), count) for number, (name, count) in top)
        )

    def evidence(self, citation: Citation) -> Excerpt | None:
        """A citation in the version of the article that it was taken from."""
        articles = self.whosaid.store.articles
        article = articles.get([citation.article_id]).get(citation.article_id)
        if article is None:
            return None
        for number in range(article.version, 0, -1):
            held = article if number == article.version else articles.version(article.id, number)
            if held and held.text[citation.start : citation.end] == citation.quote:
                return _excerpt(held, citation.start, citation.end, is_current=held is article)
        return None

    def elsewhere(self, answer: Answer, now: datetime) -> Sequence[Excerpt]:
        """The best passages of articles by other sources, one an article."""
        cited = [citation for claim in answer.claims for citation in claim.citations]
        sources = {citation.source for citation in cited if citation.source}
        found = self.whosaid.answerer.search(answer.standalone_question, now, SEARCHED)
        best: dict[int, SearchResult] = {}
        for result in found:
            best.setdefault(result.article_id, result)
        articles = self.whosaid.store.articles.get(best)
        others = [article for key in best if (article := articles.get(key)) and article.source not in sources]
        return [_passage(article, best[article.id]) for article in others[:ELSEWHERE]]

    def examples(self, language: Language, now: datetime) -> Sequence[str]:
        """Questions for the news and for those quoted most; looked for again when an article comes in."""
        sequence = self.whosaid.store.sequence()
        kept = self._examples.get(language)
        if kept is None or kept[0] != sequence:
            found = tuple(dict.fromkeys(self._answered(language, now)))[:EXAMPLES]
            kept = self._examples[language] = (sequence, found)
        return kept[1]

    def _answered(self, language: Language, now: datetime) -> Iterator[str]:
        texts = TEXTS[language]
        speakers = [name for name, _ in self.overview(language).top_speakers[: 2 * EXAMPLES]]
        if self.look(texts.example_latest, now).claims:
            yield texts.example_latest
        for name in speakers:
            claims = self.look(texts.example_said.format(name=name), now).claims
            # the answer names the speaker in its own language, where the library knows how
            shown = next((claim.speaker for claim in claims if claim.speaker), None)
            if shown and is_cyrillic(shown) == (language == "ru"):
                yield texts.example_said.format(name=shown)


def _excerpt(article: Article, start: int, end: int, *, is_current: bool) -> Excerpt:
    before = article.text[max(0, start - AROUND) : start]
    if start > AROUND:
        before = "…" + before[before.find(" ") :] if " " in before else before
    after = shorten(article.text[end : end + AROUND + 1], AROUND)
    return Excerpt(
        article.title, article.source, article.published, article.url,
        article.text[start:end], before, after, is_current,
    )  # fmt: skip


def _passage(article: Article, found: SearchResult) -> Excerpt:
    return Excerpt(article.title, article.source, article.published, article.url, shorten(found.text, AROUND))
