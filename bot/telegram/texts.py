"""The words of the interface in both languages, with their plural forms; it knows no Telegram."""

from bot.language.dates import readable_date
from bot.models import Language
from bot.telegram.ports import Overview
from bot.telegram.wording import LONGEST_QUESTION, Texts
from bot.telegram.wording_en import EN
from bot.telegram.wording_ru import RU

__all__ = ["EN", "LONGEST_QUESTION", "RU", "TEXTS", "Texts"]

TEXTS: dict[Language, Texts] = {"en": EN, "ru": RU}

_COUNTED: dict[Language, dict[str, tuple[str, ...]]] = {
    "en": {
        "articles": ("article", "articles"),
        "sources": ("source", "sources"),
        "statements": ("statement", "statements"),
        "speakers": ("speaker", "speakers"),
        "seconds": ("second", "seconds"),
        "days": ("day", "days"),
        "questions": ("question", "questions"),
        "people": ("person", "people"),
        "messages": ("message", "messages"),
        "items": ("item", "items"),
    },
    "ru": {
        "articles": ("статья", "статьи", "статей"),
        "sources": ("источник", "источника", "источников"),
        "statements": ("высказывание", "высказывания", "высказываний"),
        "speakers": ("говорящий", "говорящих", "говорящих"),
        "seconds": ("секунду", "секунды", "секунд"),
        "days": ("день", "дня", "дней"),
        "questions": ("вопрос", "вопроса", "вопросов"),
        "people": ("человека", "человек", "человек"),
        "messages": ("сообщение", "сообщения", "сообщений"),
        "items": ("новость", "новости", "новостей"),
    },
}
_HELD = ("articles", "sources", "statements", "speakers")
_LABELS: dict[Language, tuple[str, str, str]] = {
    "en": ("I have read:", "Published:", "Most quoted:"),
    "ru": ("Прочитано:", "Опубликовано:", "Чаще всего цитируются:"),
}


def language_of(code: str | None) -> Language:
    """The interface language for a person's IETF language tag: Russian for "ru", "ru-RU", else English."""
    return "ru" if (code or "").lower().split("-")[0] == "ru" else "en"


def counted(number: int, thing: str, language: Language) -> str:
    """A number with its noun in the right form: "1 article", "21 статья", "5 статей"."""
    forms = _COUNTED[language][thing]
    return f"{number} {forms[_plural_form(number, language)]}"


def _plural_form(number: int, language: Language) -> int:
    """Which form a number takes, by the plural rules of Unicode CLDR for whole numbers."""
    if language == "en":
        return 0 if number == 1 else 1
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14} else 2


def library_summary(held: Overview, language: Language) -> str:
    """What the library holds, in some lines."""
    if not held.articles:
        return TEXTS[language].empty_library
    read, published, quoted = _LABELS[language]
    counts = ", ".join(counted(getattr(held, thing), thing, language) for thing in _HELD)
    days = [day for day in (readable_date(held.first, language), readable_date(held.last, language)) if day]
    lines = [f"{read} {counts}."]
    if days:
        lines.append(f"{published} {' – '.join(dict.fromkeys(days))}.")
    if held.top_speakers:
        lines.append(f"{quoted} {', '.join(f'{name} ({count})' for name, count in held.top_speakers[:5])}.")
    return "\n".join(lines)


def start_text(held: Overview, language: Language) -> str:
    """The first message: what this is, what it has read, and a question that has an answer."""
    texts = TEXTS[language]
    parts = [texts.greeting, library_summary(held, language)]
    if held.articles:
        parts.append(texts.how_to)
    if held.top_speakers:
        parts[-1] += " " + texts.example.format(name=held.top_speakers[0][0])
    return "\n\n".join([*parts, "/help"])


def about_text(held: Overview, language: Language) -> str:
    """What the library holds and the promise that goes with it."""
    return f"{library_summary(held, language)}\n\n{TEXTS[language].about}"
