"""Claims that the sample library supports, and what liars make of them: one thing changed in each.

The tables here are the test's own: the gate's lexicons are not read, so that a gap in them shows.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.models import Article, Statement

NUMBERS = re.compile(r"(?<![\w№-])(?:№ )?\d+(?![\w-])")
MONTHS_EN = ("January", "March", "May", "June", "July", "August", "October", "November", "December")
MONTHS_RU = ("января", "марта", "мая", "июня", "июля", "августа", "октября", "ноября", "декабря")
DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS_RU = ("понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье")
NEGATED_EN = (("will ", "will not "), ("would ", "would not "), ("is ", "is not "), ("are ", "are not "),
              ("was ", "was not "), ("has ", "has not "), ("had ", "had not "),
              ("We counted", "We did not count"))  # fmt: skip
NEGATED_RU = (("не будет", "будет"), ("будет", "не будет"), ("обойдётся", "не обойдётся"),
              ("выйдут", "не выйдут"),
              ("проедут", "не проедут"), ("сохранятся", "не сохранятся"),
              ("отремонтируют", "не отремонтируют"),
              ("пойдут", "не пойдут"), ("разместили", "не разместили"), ("подорожает", "не подорожает"),
              ("открыли", "не открыли"), ("закрыт", "не закрыт"), ("заплатил", "не заплатил"),
              ("остановлены", "не остановлены"), ("стоят", "не стоят"),
              ("поддержал", "не поддержал"))  # fmt: skip
TURNED_EN = (("dearer", "cheaper"), ("more", "less"), ("lost", "gained"), ("late", "early"),
             ("at least", "at most"),
             ("before", "after"), ("closed", "opened"), ("closes", "opens"), ("opened", "closed"),
             ("reopens", "closes"),
             ("added", "removed"), ("hardest", "easiest"), ("start", "end"), ("successful", "unsuccessful"),
             ("up to", "at least"), ("public", "secret"), ("shut", "open"),
             ("in advance", "in arrears"))  # fmt: skip
TURNED_RU = (("больше", "меньше"), ("закрыт", "открыт"), ("открыли", "закрыли"), ("подорожает", "подешевеет"),
             ("не меньше", "не больше"), ("до", "после"), ("после", "до"), ("повышение", "снижение"),
             ("незаконным", "законным"), ("громче", "тише"), ("самая трудная", "самая лёгкая"),
             ("остановлены", "начаты"), ("в безопасности", "в опасности"),
             ("спадать", "прибывать"))  # fmt: skip
NAMES = {"en": "Viktor Lapin", "ru": "Виктор Лапин"}
PLACES = (("Yarmost", "Dolstroy"), ("Luda", "Volma"), ("Verkhny Yar", "Nizhny Log"), ("Ярмост", "Дольстрой"),
          ("Луду", "Вольму"), ("Верхнем Яре", "Нижнем Логе"))  # fmt: skip
EXTRA = {
    "en": (
        ", and two engineers were arrested",
        ", although nobody had asked the governor",
        ", which pleased the unions",
    ),
    "ru": (
        ", а двух инженеров арестовали",
        ", хотя губернатора никто не спрашивал",
        ", чему обрадовались профсоюзы",
    ),
}  # fmt: skip
OTHER_WORDS = {
    "en": ("quarrelled", "resigned", "dancing", "penguins"),
    "ru": ("поссорились", "уволился", "танцевать", "пингвины"),
}  # fmt: skip
PLAIN = re.compile(r"(?<=\w )[a-zа-яё]{5,}(?=\W*$)")
DENIED = ("denied", "отрицал", "отрицала")
WOMEN = ("а", "я", "a")


@dataclass(frozen=True)
class Told:
    """A claim that its article supports, with what the mutations need to know of it."""

    text: str
    article: Article
    speaker: str | None = None
    direct: bool = False


@dataclass(frozen=True)
class Mutant:
    """A claim with one thing changed."""

    kind: str
    text: str
    told: Told


Mutation = Callable[[Told, Sequence[Told]], Iterator[str]]


def supported_claims(article: Article, ledger: Sequence[Statement]) -> list[Told]:
    """What the article says of who said what, in the order of speaker and words that it does not have."""
    found: list[Told] = []
    for one in ledger:
        if one.speaker is None or one.speaker_kind != "person" or one.declined or len(one.spans) > 1:
            continue
        if one.cue in DENIED:
            continue  # who denied it did not say it
        words = article.text[slice(*one.spans[0])]
        if one.kind == "direct":
            text = _quoting(words.strip('“”«»"., '), one.speaker, article.language)
            found.append(Told(text, article, one.speaker, direct=True))
        elif words.startswith(("that ", "что ")):
            text = _saying(words, one.speaker, article.language)
            found.append(Told(text, article, one.speaker))
    return found


def _quoting(words: str, speaker: str, language: str) -> str:
    if language == "en":
        return f"{speaker} said: “{words}.”"
    return f"{speaker} {_said(speaker)}: «{words}»."


def _saying(words: str, speaker: str, language: str) -> str:
    return f"{speaker} said {words}." if language == "en" else f"{speaker} {_said(speaker)}, {words}."


def _said(speaker: str) -> str:
    return "сказала" if speaker.endswith(WOMEN) else "сказал"


def _changed(text: str, one: str, other: str) -> Iterator[str]:
    changed = re.sub(
        rf"(?<!\w){re.escape(one)}(?!\w)" if one.strip() == one else rf"(?<!\w){re.escape(one)}",
        other,
        text,
        count=1,
    )
    if changed != text:
        yield changed


def altered_number(told: Told, _others: Sequence[Told]) -> Iterator[str]:
    for match in NUMBERS.finditer(told.text):
        if match.group().isdigit():
            yield f"{told.text[: match.start()]}{int(match.group()) + 3}{told.text[match.end() :]}"


def swapped_speaker(told: Told, others: Sequence[Told]) -> Iterator[str]:
    speakers = {one.speaker for one in others if one.article.language == told.article.language}
    for other in sorted(speaker for speaker in speakers if speaker and speaker != told.speaker)[:6]:
        if told.speaker:
            yield told.text.replace(told.speaker, other)


def negated_verb(told: Told, _others: Sequence[Told]) -> Iterator[str]:
    table = NEGATED_EN if told.article.language == "en" else NEGATED_RU
    for one, other in table:
        if f"не {one}" not in told.text:
            yield from _changed(told.text, one, other)


def flipped_direction(told: Told, _others: Sequence[Told]) -> Iterator[str]:
    for one, other in TURNED_EN if told.article.language == "en" else TURNED_RU:
        yield from _changed(told.text, one, other)


def changed_date(told: Told, _others: Sequence[Told]) -> Iterator[str]:
    for table in (MONTHS_EN, MONTHS_RU, DAYS_EN, DAYS_RU):
        for at, word in enumerate(table):
            yield from _changed(told.text, word, table[(at + 2) % len(table)])


def changed_name(told: Told, _others: Sequence[Told]) -> Iterator[str]:
    if told.speaker:
        yield told.text.replace(told.speaker, NAMES[told.article.language])
    for one, other in PLACES:
        yield from _changed(told.text, one, other)


def merged_quotations(told: Told, others: Sequence[Told]) -> Iterator[str]:
    """The words of two quotations inside one pair of marks."""
    if not told.direct:
        return
    for other in others:
        if other.direct and other.text != told.text and other.article.language == told.article.language:
            first, second = _inside(told.text), _inside(other.text)
            yield told.text.replace(first, f"{first} {second}")


def _inside(text: str) -> str:
    match = re.search(r"[“«](.+)[”»]", text)
    return match[1] if match else text


def extra_clause(told: Told, _others: Sequence[Told]) -> Iterator[str]:
    for clause in EXTRA[told.article.language]:
        yield f"{told.text.rstrip('.')}{clause}."


def another_word(told: Told, _others: Sequence[Told]) -> Iterator[str]:
    """An indirect claim that ends with something that no source has."""
    if not told.direct:
        for other in OTHER_WORDS[told.article.language]:
            changed = PLAIN.sub(other, told.text)
            if changed != told.text:
                yield changed


MUTATIONS: tuple[Mutation, ...] = (
    altered_number,
    swapped_speaker,
    negated_verb,
    flipped_direction,
    changed_date,
    changed_name,
    merged_quotations,
    extra_clause,
    another_word,
)


def mutants(told: Told, others: Sequence[Told]) -> Iterator[Mutant]:
    """Every change of one claim that the tables know."""
    for mutation in MUTATIONS:
        for text in mutation(told, others):
            yield Mutant(mutation.__name__, text, told)
