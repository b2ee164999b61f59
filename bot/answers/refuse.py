"""What is said instead of an answer: what was looked for, where, and the nearest thing held. Pure.

It repeats the asker's words only as what was looked for, and cites nothing.
"""

from bot.answers.evidence import Nearest
from bot.answers.phrases import counted, phrase
from bot.language.dates import readable_date
from bot.language.nominal import named
from bot.models import Intent, Language, Question, Refusal
from bot.store import Overview

SMALL_TALK: dict[Intent, Refusal] = {
    "greeting": "off_topic",
    "thanks": "off_topic",
    "help": "off_topic",
    "about_bot": "off_topic",
    "not_news": "off_topic",
    "opinion": "off_topic",
}
NOT_FOUND: dict[Intent, str] = {  # the phrase by intent
    "changes": "nothing_new",
    "commented": "no_comments",
    "disagreement": "no_disagreement",
}
LONGEST_TOPIC = 120


def small_talk(intent: Intent, language: Language) -> str | None:
    """The short reply to what is not a question about the news; None for what is one."""
    return phrase(intent, language) if intent in SMALL_TALK else None


def refusal_text(question: Question, refusal: Refusal, nearest: Nearest, overview: Overview) -> str:
    """What was looked for and not found, what was searched, and what is nearest, a line each."""
    language = question.language
    if refusal in {"unclear", "off_topic"}:
        return phrase(refusal, language)
    lines = [_not_found(question, refusal), _searched(overview, language)]
    return "\n".join(lines + _nearest(question, nearest))


def _not_found(question: Question, refusal: Refusal) -> str:
    language = question.language
    period = phrase("period", language, words=question.period.words) if question.period else ""
    topic = asked_stretch(question)
    if refusal == "not_said" and question.speakers:
        return _nothing_said(question, topic, period)
    if question.intent == "who_said" and question.quotation:
        return phrase("no_quotation", language, period=period)
    if question.intent in NOT_FOUND:
        about = phrase("on", language, topic=named(topic)) if topic else ""
        return phrase(NOT_FOUND[question.intent], language, about=about, period=period)
    return phrase("nothing_found", language, question=_cut(question.standalone or question.text))


def _cut(text: str) -> str:
    """The beginning of a question, to the end of a word."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_TOPIC else text[:LONGEST_TOPIC].rsplit(" ", 1)[0] + " …"


def asked_stretch(question: Question) -> str:
    """The topic as it was asked, with the small words between: "taxes and bees".

    Its bare words where a speaker or a time stands among them, or where they come from elsewhere.
    """
    topic, text = question.topic, question.standalone
    words = topic.split()
    start = text.find(words[0]) if words else -1
    end = text.rfind(words[-1]) + len(words[-1]) if words else -1
    between = text[start:end] if 0 <= start < end else ""
    foreign = [
        *(speaker.words for speaker in question.speakers),
        question.period.words if question.period else "",
    ]
    held = between.lower()
    if not all(word in between for word in words) or any(part and part.lower() in held for part in foreign):
        between = topic
    if between.count("(") != between.count(")"):  # what the conversation adds to a question stands in them
        between = between.replace(" (", ", ").replace("(", "").replace(")", "")
    return " ".join(between.split())[:LONGEST_TOPIC]


def _nothing_said(question: Question, topic: str, period: str) -> str:
    language = question.language
    who = phrase("and", language).join(speaker.name for speaker in question.speakers)
    about = phrase("about", language, topic=named(topic)) if topic else ""
    return phrase("nothing_said", language, who=who, about=about, period=period)


def _searched(overview: Overview, language: Language) -> str:
    if not overview.articles:
        return phrase("searched_none", language)
    dates = ""
    if overview.first and overview.last:
        first, last = readable_date(overview.first, language), readable_date(overview.last, language)
        dates = phrase("dates", language, first=first, last=last)
    articles, sources = counted(overview.articles, language, 0), counted(overview.sources, language, 1)
    return phrase("searched", language, articles=articles, sources=sources, dates=dates)


def _nearest(question: Question, nearest: Nearest) -> list[str]:
    language = question.language
    lines: list[str] = []
    if nearest.titles:
        titles = ", ".join(phrase("title", language, title=title) for title in nearest.titles)
        lines.append(phrase("quoted_on" if question.speakers else "related", language, titles=titles))
    if nearest.mention:
        lines.append(phrase("mentioned", language, title=nearest.mention.title, words=nearest.mention.words))
    if nearest.figure:
        lines.append(phrase("figure", language, title=nearest.figure.title, words=nearest.figure.words))
    if nearest.unknown:
        lines.append(phrase("unknown", language, who=", ".join(nearest.unknown)))
    return lines
