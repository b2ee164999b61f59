"""Answers of a made-up library, for judging them."""

from bot.models import Answer, Article, Citation, Claim

TEXT = (
    "Holm put 1,200 lamps along the pier on 5 May. “The pier is lit,” harbour master Mira Holm said. "
    "Гавань откроют в июне, добавила Мира Холм."
)
ARTICLE = Article(7, "https://herald.example.org/pier", "Pier lit", TEXT, "2026-05-06", "Herald", "en")
ARTICLES = {7: ARTICLE}


def citation(quote: str, number: int = 1, **changed: object) -> Citation:
    start = TEXT.index(quote) if quote in TEXT else 0
    values = {
        "article_id": 7,
        "url": ARTICLE.url,
        "title": ARTICLE.title,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        **changed,
    }
    return Citation(number=number, source="Herald", published="2026-05-06", **values)


def claim(quote: str, text: str | None = None, speaker: str | None = None, **changed: object) -> Claim:
    kind = "direct" if speaker else "fact"
    return Claim(quote if text is None else text, speaker, kind, (citation(quote, **changed),))


def answer(*claims: Claim, text: str | None = None, question: str = "what is lit?") -> Answer:
    shown = "\n".join(one.text for one in claims) or "I found nothing." if text is None else text
    refusal = None if claims else "no_evidence"
    return Answer(question, question, "en", bool(claims), refusal, claims, shown)


LIT = "“The pier is lit,” harbour master Mira Holm said."
LAMPS = "Holm put 1,200 lamps along the pier on 5 May."
JUNE = "Гавань откроют в июне, добавила Мира Холм."
