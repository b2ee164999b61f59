"""Made-up news as real articles in two languages, taken in, grouped and told by the real composer.

A story goes on from fact to fact; each article opens with one fact, most with a new one, the others retell
the last in the words of another paper or the other language. Which fact a line tells is known here by its
sentence alone, so what people were told twice is found without the marks of the code under test.
"""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from bot.digests.composer import Composer
from bot.ingest.analyse import analyse
from bot.language.numbers import numbers
from bot.language.tables import rows
from bot.models import Draft, Language
from bot.store import Store
from bot.subscriptions.values import DigestItem, Scope, Window
from tests.digests.ledger import Sent
from tests.digests.world import SPEAKERS

RUSSIAN = {
    "bridge": "мост", "school": "школа", "hospital": "больница", "factory": "завод", "airport": "аэропорт",
    "museum": "музей", "theatre": "театр", "university": "университет", "port": "порт", "bank": "банк",
    "harbour": "гавань", "court": "суд", "road": "дорога", "church": "церковь", "police": "полиция",
    "stadium": "стадион", "prison": "тюрьма", "market": "рынок", "hotel": "отель", "station": "станция",
    "Ivan Stark": "Иван Старк", "Pavel Lind": "Павел Линд", "Anton Beller": "Антон Беллер",
    "Otto Riva": "Отто Рива", "Boris Tamm": "Борис Тамм",
}  # fmt: skip
SYLLABLES = (
    ("ba", "ба"), ("ro", "ро"), ("vel", "вел"), ("ti", "ти"), ("mun", "мун"), ("ka", "ка"), ("dor", "дор"),
    ("si", "си"), ("len", "лен"), ("go", "го"), ("pan", "пан"), ("zu", "зу"), ("fre", "фре"), ("nak", "нак"),
)  # fmt: skip


FRAMES = (  # of a fact: as one paper has it, as another has it, and in Russian
    (
        "The council of {place} argued about the {topic} for {n} minutes: {a}, {b}, {c} and {d} were named.",
        "{c}, {d}, {a} and {b}: about these the council of {place} argued for {n} minutes, and the {topic}.",
        "Совет в {place} спорил {n} минут, {topic}: названы {a}, {b}, {c}, {d}.",
    ),
    (
        "{chief} wants {n} crowns for the {topic} in {place} and warned of {a}, {b}, {c} and {d}.",
        "Warning of {d}, {c}, {b} and {a}, {chief} wants {n} crowns for the {topic} in {place}.",
        "{chief} требует {n} крон, {topic} в {place}, и предупреждает: {a}, {b}, {c}, {d}.",
    ),
    (
        "Visitors of the {topic} in {place} found {n} letters of {firm} on {a}, {b}, {c} and {d}.",
        "On {b}, {a}, {d} and {c} are {n} letters of {firm} that visitors of the {topic} in {place} found.",
        "Посетители нашли {n} писем, {topic} в {place}, фирма «{firm}»: {a}, {b}, {c}, {d}.",
    ),
)
SAID = (
    ("“I asked {n} times for {a}, {b},” {name} said.", "«Я просил {n} раз: {a}, {b}», — сказал {name}."),
    ("“We waited {n} weeks for {a}, {b},” {name} said.", "«Мы ждали {n} недель: {a}, {b}», — сказал {name}."),
    ("“We owe {a}, {b} and {n} answers,” {name} said.", "«За нами {a}, {b} и {n} ответов», — сказал {name}."),
)  # fmt: skip
DETAILS = "The {topic} in {street} Street belongs to {firm} and is known for {a}, {b}, {c} and {d}."
FACTS = len(FRAMES)


Told = tuple[int, int]  # a fact: of which story, and its number


@dataclass(frozen=True, slots=True)
class Written:
    """An article: what it opens with, what is said in it, and whether that was told before."""

    number: int
    story: int
    published: int
    topic: str
    source: str
    speaker: str
    line: str
    said: str
    fact: int
    is_news: bool


@dataclass(slots=True)
class RealNews:
    """A library that grows article by article, and its composer."""

    store: Store
    articles: list[Written] = field(default_factory=list)
    facts: dict[str, Told] = field(default_factory=dict)  # by the sentence that tells each
    composer: Composer = field(init=False)
    _of_story: dict[int, list[Written]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.composer = Composer(self.store)

    @property
    def sequence(self) -> int:
        return self.composer.catch_up()

    def compose(self, scope: Scope, window: Window, language: Language) -> Sequence[DigestItem]:
        return self.composer.compose(scope, window, language)

    def touching(self, scope: Scope, window: Window) -> frozenset[str]:
        return self.composer.touching(scope, window)

    def tell(self, story: int, published: int, topic: str, source: str, **_others: str) -> Written:
        """One more article of a story: of the next fact, or of the last one in other words.

        Who speaks is a matter of the story.
        """
        before = self._of_story[story]
        fact = before[-1].fact + 1 if before else 0
        is_russian = source == "Вестник"
        is_news = not before or (fact < FACTS and not is_russian and len(before) % 3 != 2)
        fact -= not is_news
        said_by = SPEAKERS[story % len(SPEAKERS)]
        telling = Telling(story, topic, said_by, is_russian)
        lines = [telling.line(fact, again=not is_news), telling.said(fact)]
        if not is_russian:
            lines.append(telling.details)
            self.facts[telling.details] = story, -1
        self.facts.update({lines[0]: (story, fact), lines[1]: (story, fact + FACTS)})
        if fact:
            lines.append(telling.line(fact - 1, again=False))
            self.facts[lines[-1]] = story, fact - 1
        number = self._save(published, source, telling.title(fact), lines)
        one = Written(number, story, published, topic, source, said_by, *lines[:2], fact, is_news)
        self.articles.append(one)
        before.append(one)
        return one

    def _save(self, published: int, source: str, title: str, lines: Sequence[str]) -> int:
        """The number of the article; 0 for the same words once more, which are not kept."""
        at = datetime.fromtimestamp(published, UTC).isoformat()
        url = f"https://news.example.org/{len(self.articles)}"
        self.store.articles.save([analyse(Draft(url, title, "\n\n".join(lines), at, source))])
        kept = self.store.articles.by_url(url)
        return kept.id if kept else 0

    def in_first_words(self, sent: Sequence[Sent]) -> list[Sent]:
        """The same with every fact in the words that told it first, so that words tell facts apart."""
        first: dict[Told, str] = {}
        for line, fact in self.facts.items():
            first.setdefault(fact, line)
        return [
            one._replace(
                items=tuple(
                    item._replace(lines=tuple(first[self._fact(line)] for line in item.lines))
                    for item in one.items
                ),
                counted=tuple(
                    first[self.facts[told]] if told in self.facts else told for told in one.counted
                ),
            )
            for one in sent
        ]

    def _fact(self, line: str) -> Told:
        return next(fact for sentence, fact in self.facts.items() if sentence in line)


@cache
def _pairs() -> list[tuple[str, str]]:
    """English words of the lexicon with the Russian ones."""
    found = [(one, other) for one, other in rows("en_ru.tsv") if one.isalpha() and one.islower()]
    return [pair for pair in found if len(pair[0]) > 4 and not any(map(numbers, pair))]


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of a story in a language: those of one fact are drawn for it alone."""

    story: int
    topic: str
    speaker: str
    is_russian: bool

    def title(self, fact: int) -> str:
        return self._fill("{topic}, {place}: {a}, {b}", fact)

    def line(self, fact: int, *, again: bool) -> str:
        """The sentence of a fact; `again` as another paper has it."""
        return self._fill(FRAMES[fact][2 if self.is_russian else int(again)], fact)

    def said(self, fact: int) -> str:
        return self._fill(SAID[fact][self.is_russian], fact + FACTS)

    @property
    def details(self) -> str:
        """What every English article of the story tells."""
        return self._fill(DETAILS, -1)

    def _fill(self, frame: str, fact: int) -> str:
        draw = random.Random(f"{self.story} {fact}")
        own = {"topic": self.topic, "name": self.speaker}
        if self.is_russian:
            own = {key: RUSSIAN[value] for key, value in own.items()}
        made = {part: self._name(part) for part in ("place", "street", "firm", "chief")}
        words = {
            key: pair[self.is_russian] for key, pair in zip("abcd", draw.sample(_pairs(), 4), strict=True)
        }
        filled = frame.format(n=10 * draw.randrange(2, 90) + 5, **own, **made, **words)
        return filled[:1].upper() + filled[1:]

    def _name(self, part: str) -> str:
        """A name made up for this story alone; a Russian one keeps its form in every case."""
        draw = random.Random(f"{self.story} {part}")
        parts = [*draw.sample(SYLLABLES, 3), ("ko", "ко")]
        return "".join(one[self.is_russian] for one in parts).capitalize()
