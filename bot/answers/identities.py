"""What tells who somebody is, and who did something, in one sentence. Pure.

Both are strong answers to "who": a sentence that holds some other name is a weak one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile

from bot.answers.lexicon import word_list
from bot.answers.predicates import is_passive
from bot.language.dates import timestamp
from bot.language.lemmas import is_stop, lemmas
from bot.language.names import Name, find_names, gender
from bot.language.script import fold
from bot.models import Article, Question
from bot.search.coverage import Word, bag, match
from bot.statements.lexicon import sections
from bot.statements.office_words import is_deputy, is_former, is_office_word

TIMES = sections("grammar_en.txt")["time"]
PERSON_NOUNS = sections("mentions.txt")["person_noun"]
YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
REACH = 4  # words from who did it to what was done
SHORT_NAME = 2  # words
OBJECT_REACH = 6  # from what was done to whom
OBJECTS = frozenset({"him", "her", "it", "them", "его", "ее", "их"})
OFFICE_REACH = 4  # words of an office before a name
CLAUSE_START = re.compile(r"[,;:.!?«»“”\"()—–]")
QUOTATION_MARK = re.compile(r"[«»“”\"]")
APPOSITION = re.compile(r",\s([^,;:.!?]{3,60})")
POSSESSIVE = ("'s", "’s", "s'", "s’")
WORD = re.compile(r"\w+")
WHO_CLAUSE = re.compile(r"^,\s(?:who|which|который|которая)\s")  # "Ann Lee, who won"
ROLE_ENDINGS = ("er", "or", "ist", "star", "man", "woman", "ian")
CLAUSE_END = re.compile(r"[;:—–]|, (?:and|but|who|which|а|но|котор\w+)\s")
BEHIND = re.compile(
    r"(?:,? \(?\d{1,3}\)?)?"  # his age
    r"(?:,\s(?:who\s(?:is|was)\s|then\s|now\s)?(?:an?|the|one of|his|her|its)\s(?=[a-z\d])"
    r"|\s(?:is|was)\s(?:(?:also|now|then|currently)\s)?(?:an?|the|one of)\s"
    r"|\s[—–-]\s(?:[а-яё-]+\s)?[а-яё]{4,})"
)
BEFORE = re.compile(r"([^\W\d_][\w’'-]+),?\s(?:«[^»]+»\s)?$")
NOUN_ENDINGS = ("ment", "ion")
AWAITED = re.compile(
    r"\bwho(?:['’]ll|\s(?:will|would|could|can|may|might|should|is\sgoing\sto))\b|\bкто\s(?:будет|может)\b",
    re.IGNORECASE,
)
DOER_ENDINGS = ("er", "or", "ers", "ors")  # "commander" of "who commands it?"
YET_TO = frozenset({"to", "will", "would", "could", "can", "might", "may", "should"})
SUCCEEDING = frozenset({"replac", "succeed", "сменить", "заменить"})
SUCCESSOR = re.compile(
    r"\b(?:successor|(?:in|into) (?:his|her) place|instead of|took over from|преемни\w+|вместо|на смену)\b",
    re.IGNORECASE,
)
HEADING = frozenset(
    {"heads", "leads", "runs", "manages", "руководит", "возглавляет", "управляет", "командует"}
)
LEADER = re.compile(
    r"\b(?:head|chief(?=\s(?:executive|of)\b|\s(?-i:[A-Z])|$)|director|ceo|chair(?:man|woman|person)?|president|leader"
    r"|mayor|governor|prime minister|premier|commander|глав[ауы]|руководител\w+|(?:ген)?директор\w*"
    r"|председател\w+|президент\w*|премьер\w*|министр\w*|начальник\w*|командующ\w+|мэр\w*|губернатор\w*)\b",
    re.IGNORECASE,
)
PART = re.compile(
    r"\b(?:department|division|branch|office|program\w*|департамент\w*|отдел\w*|управлени\w+|филиал\w*)"
)
OFFICE_BEHIND = re.compile(r"(?:,|\s[—–-]|,?\s(?:who\s)?(?:is|was))\s(?P<office>[^.;:!?]{1,80})")
WINNING = frozenset({"win", "receive", "get", "выиграть", "получить", "победить"})
# "the Harbour Prize was awarded to the painter Ann Lee", "goes jointly to Ann Lee and Jo Orr"
GIVEN = re.compile(
    r"\b(?:(?:awarded|given|presented|handed|go|goes|going|went|gone)"
    r"\s(?:(?:\w+ly|today|this year|on \w+day)\s){0,2}to"
    r"|присужден\w*|вручен\w*|достал\w+)(?:\s[^\W\d_][\w’'-]*){0,5}\s$"
)
BY = re.compile(r"\b(?:by|with)\s$")
SUSPECTED = re.compile(
    r"\b(?:suspect|gunman|shooter|attacker|assailant|killer|perpetrator"
    r"|подозреваем\w+|стрел(?:ок|ка|ком)|нападавш\w+|убийц\w+)\b",
    re.IGNORECASE,
)
CHARGED = re.compile(
    r"\b(?:(?:was|were|been|is)\s(?:also\s)?(?:arrested|charged|accused|suspected|convicted|sentenced)"
    r"|confessed|admitted|pleaded|in custody"
    r"|арестован\w*|задержан\w*|обвин\w+|призна(?:лся|лась)|осужден\w*|приговор\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WhoAsked:
    """What a who-question asks for: who did something, who holds an office, or who somebody is."""

    words: Sequence[Word]
    key: Word | None  # what was done
    office: Sequence[Word]  # else the office that is held, if any
    passive: bool  # it was done to who is asked for
    dated: bool  # the question names a year
    awaited: bool = False  # it asks who will do it

    def is_told(self, sentence: str) -> bool:
        """Whether a sentence tells that, not merely some other name."""
        if self.key is not None:
            done = does(sentence, self.key, self.words, passive=self.passive)
            return (done and self._is_direct(sentence)) or self.is_told_otherwise(sentence)
        return holds(sentence, self.office) if self.office else describes(sentence, self.words)

    def is_told_otherwise(self, sentence: str) -> bool:
        """Whether a sentence tells it without the word for what was done."""
        return self.is_given(sentence) or self.is_succeeded(sentence) or self.is_headed(sentence)

    @property
    def heads(self) -> bool:
        """Whether it is asked who heads something: "who runs Yarmost?", not "who runs for president?"."""
        return self.key is not None and fold(self.key.text) in HEADING and bool(self._behind)

    @property
    def _behind(self) -> Sequence[Word]:
        """The names behind what was done: to whom, or what, it was."""
        return _asked_behind(self.key, self.words) if self.key is not None else ()

    def _is_direct(self, sentence: str) -> bool:
        """Of who heads something, whether that stands behind the very verb: no "show runs until May"."""
        if self.key is None or not self.heads:
            return True
        told, asked = WORD.findall(sentence), self._behind
        places = [place + 1 for place, word in enumerate(told) if fold(word) == fold(self.key.text)]
        return any(_names(told[place : place + len(asked) + 1], asked) for place in places)

    def is_headed(self, sentence: str) -> bool:
        """Whether a sentence names the head of what is asked about: "Ann Lee, the director of Yarmost,"."""
        return self.heads and any(
            _is_named_with(sentence, name, self._behind)
            if _is_asked(name, self.words)
            else _leads(sentence, name, self._behind)
            for name in find_names(sentence)
        )

    def is_given(self, sentence: str) -> bool:
        """Whether a sentence tells to whom the prize went that was won."""
        key = self.key
        if key is None or WINNING.isdisjoint(lemmas(key.text)):
            return False
        asked = self._behind
        others = (name for name in find_names(sentence) if not _is_asked(name, self.words))
        given = (sentence[: name.start] for name in others if GIVEN.search(sentence[: name.start]))
        return bool(asked) and any(all(match(one, bag(before)) for one in asked) for before in given)

    def is_succeeded(self, sentence: str) -> bool:
        """Whether a sentence names somebody beside the one asked about as the next in a place."""
        key = self.key
        if key is None or SUCCEEDING.isdisjoint(lemmas(key.text)) or not SUCCESSOR.search(sentence):
            return False
        asked = self._behind
        others = any(not _is_asked(name, self.words) for name in find_names(sentence))
        return others and bool(asked) and _names(WORD.findall(sentence), asked)

    def is_done(self, sentence: str) -> bool:
        """Whether a sentence tells that it was done at all: no "running to replace her", no "replacement"."""
        if self.key is None or self.awaited:
            return True
        if self.heads:
            return False  # "the festival runs until May"
        told, key = WORD.findall(sentence), self.key
        return any(_is_deed(told, place, match(key, bag(word))) for place, word in enumerate(told))

    def is_reversed(self, sentence: str) -> bool:
        """Whether whom the question names did it to another: "Lee replaced Orr" of "who replaced Lee?"."""
        if self.key is None or self.passive:
            return False
        key, told = self.key, WORD.findall(sentence)
        asked = self._behind
        if asked and self._succeeds_other(told, asked):
            return True
        places = [place for place, word in enumerate(told) if match(key, bag(word))]
        return bool(asked and places) and all(_did_itself(told[place + 1 :], asked) for place in places)

    def _succeeds_other(self, told: Sequence[str], asked: Sequence[Word]) -> bool:
        """ "She replaced him": of who replaced somebody else it tells nothing."""
        succeeds = self.key is not None and not SUCCEEDING.isdisjoint(lemmas(self.key.text))
        return succeeds and not _names(told, asked)

    def is_bygone(self, sentence: str, article: Article) -> bool:
        """Whether a sentence names only years before its article's, and the question none."""
        years = [] if self.dated else [int(year) for year in YEAR.findall(sentence)]
        published = timestamp(article.published)
        return bool(years and published) and max(years) < datetime.fromtimestamp(published, UTC).year


def who_asked(question: Question, words: Sequence[Word], key: Word | None) -> WhoAsked | None:
    """What a who-question asks for, None for any other; `key` is the word that tells what was done."""
    if question.wanted != "who":
        return None
    held = [word for word in words if not word.name or is_office_word(word.text)]  # "CEO"
    office = held if key is None else []
    dated = YEAR.search(question.text) is not None
    awaited = AWAITED.search(question.text) is not None
    return WhoAsked(words, key, office, is_passive(question.text), dated, awaited)


def describes(sentence: str, words: Sequence[Word]) -> bool:
    """Whether a sentence says what the one asked about is: "Ann Lee, a painter,", "painter Ann Lee"."""
    for name in find_names(sentence):
        asked = words if " " in name.text else words[-1:]  # Ada Orlova is no Vera Orlova
        if not all(match(word, bag(name.text)) for word in asked):
            continue
        before = BEFORE.search(sentence[: name.start])
        if BEHIND.match(sentence, name.end) or (before and _is_role(before[1])):
            return True
    return False


def holds(sentence: str, office: Sequence[Word]) -> bool:
    """Whether a sentence names who holds an office: "Mayor Ann Lee", "Ann Lee, the mayor of Dolsk,"."""
    for name in find_names(sentence):
        before = CLAUSE_START.split(sentence[: name.start])[-1].split()[-OFFICE_REACH:]
        behind = APPOSITION.match(sentence, name.end)
        placed = bool(before) and fold(before[-1]) in word_list("placing") | {"of"}  # "the mayor of Dolsk"
        titled = [] if placed else [*before, *name.text.split()[:-1]]
        if _is_office(titled, office) or (behind and _is_office(behind[1].split(), office)):
            return True
    return False


def _leads(sentence: str, name: Name, asked: Sequence[Word]) -> bool:
    """Whether an office beside a name is that of the head of what is asked about, now."""
    behind = OFFICE_BEHIND.match(sentence, name.end)
    before = CLAUSE_START.split(QUOTATION_MARK.sub("", sentence[: name.start]))[-1].split()[-OBJECT_REACH:]
    closes = bool(before) and (
        LEADER.fullmatch(before[-1]) or any(match(one, bag(before[-1])) for one in asked)
    )
    offices = [behind["office"] if behind else "", " ".join(before) if closes else ""]
    return any(_heads(office, asked) for office in offices)


def _is_named_with(sentence: str, name: Name, asked: Sequence[Word]) -> bool:
    """«глава МИД Сергей Лавров»: whom a run of capitals names behind what is asked about, by office."""
    office = sentence[: name.start].split()[-OFFICE_REACH:]
    *body, first, last = name.text.split() if name.text.count(" ") > 1 else ("", "", "")
    person = gender(f"{first} {last}") is not None
    return person and bool(office) and _heads(" ".join([*office, *body]), asked)


def _heads(office: str, asked: Sequence[Word]) -> bool:
    """Whether words are an office at its head: "Yarmost's director", not "head of Yarmost's archive"."""
    shown = " ".join(
        word for word in office.split() if not word.endswith(POSSESSIVE) or word == office.split()[0]
    )
    held = LEADER.search(office) is not None and PART.search(fold(office)) is None
    held = held and not is_former(office) and not is_deputy(office)
    return held and all(match(one, bag(shown)) for one in asked)


def _is_office(told: Sequence[str], office: Sequence[Word]) -> bool:
    """Whether words beside a name are an office that is held now: no "former mayor", no "mayor's aide"."""
    shown = " ".join(word for word in told if not word.endswith(POSSESSIVE))
    held = bool(shown) and not is_former(shown) and not is_deputy(shown)
    text = bag(shown)
    return held and all(match(word, text) == 1.0 for word in office)


def does(sentence: str, key: Word, words: Sequence[Word], *, passive: bool = False) -> bool:
    """Whether a sentence tells who did what the key says, to whom the question names behind it if it does.

    `passive` tells that it was done to who is asked for: "who was arrested in Dolsk?"
    """
    asked = [] if passive else _asked_behind(key, words)
    harm = fold(key.text) in word_list("harm")
    return any(
        _did(sentence, name, key, asked) or (harm and _is_suspect(sentence, name))
        for name in find_names(sentence)
        if not _is_asked(name, words)
    )


def _asked_behind(key: Word, words: Sequence[Word]) -> list[Word]:
    """The names right behind what was done: to whom, or what, it was."""
    return list(takewhile(lambda word: word.name, words[words.index(key) + 1 :]))


def _did(sentence: str, name: Name, key: Word, asked: Sequence[Word]) -> bool:
    return _is_subject(sentence, name, key, asked) or _is_agent(sentence, name, key, asked)


def _is_role(word: str) -> bool:
    """A word of office, or of what somebody is, right before a name."""
    if is_office_word(word) or not PERSON_NOUNS.isdisjoint({fold(word), *lemmas(word)}):
        return True
    ends = word.endswith(ROLE_ENDINGS) and word not in word_list("no_roles")
    return ends and word.islower() and not is_stop(word)


def _is_asked(name: Name, words: Sequence[Word]) -> bool:
    return any(match(word, bag(name.text)) for word in words) or _is_day(name.text)


def _is_day(name: str) -> bool:
    return TIMES.issuperset(fold(name).split())


def _is_subject(sentence: str, name: Name, key: Word, asked: Sequence[Word]) -> bool:
    """ "Argentina won the cup", "Rishi Sunak has replaced her": the key follows, and what is asked about."""
    placed = word_list("placing").intersection(fold(sentence[: name.start]).split()[-1:])
    if placed and fold(name.text.split()[0]) not in TIMES:  # "in Dolsk", not "on Sunday Dolsk won"
        return False
    following = WORD.findall(CLAUSE_END.split(WHO_CLAUSE.sub(" ", sentence[name.end :]))[0])
    place = _verb_at(following, key)
    told = following[place + 1 : place + 1 + OBJECT_REACH]
    return place >= 0 and (_names(told, asked) or not OBJECTS.isdisjoint(map(fold, told)))


def _verb_at(following: Sequence[str], key: Word) -> int:
    """Where the key stands as a verb shortly behind a name; -1 when something else is told of it."""
    for place, word in enumerate(following[:REACH]):
        if match(key, bag(word)) == 1.0 and not word.endswith("ing"):
            return place
        if fold(word) not in word_list("helping") and not word.endswith("ly"):
            return -1  # "could win", "denied that he won", "the attack"
    return -1


def _is_agent(sentence: str, name: Name, key: Word, asked: Sequence[Word]) -> bool:
    """ "She was replaced by Rishi Sunak"."""
    before = sentence[: name.start]
    done = BY.search(before) is not None and any(match(key, bag(word)) for word in before.split()[-REACH:])
    return done and _names(WORD.findall(before), asked)


def _is_deed(told: Sequence[str], place: int, likeness: float) -> bool:
    """Whether a word that is like the key tells who does it ("commander"), or that it was done."""
    word, before = told[place], told[max(0, place - 2) : place]
    if not YET_TO.isdisjoint(before) and before[-1] != "have":  # "to have sued" is done
        return False
    if likeness and word.endswith(DOER_ENDINGS):
        return True
    return likeness == 1.0 and not word.endswith(NOUN_ENDINGS)


def _did_itself(behind: Sequence[str], asked: Sequence[Word]) -> bool:
    """Whether another name follows a deed, or "by" and the one asked about."""
    near = behind[:OBJECT_REACH]
    if "by" in near:
        by = near.index("by") + 1
        return _names(behind[by : by + OBJECT_REACH], asked)
    return any(word[0].isupper() for word in near[:REACH]) and not _names(near, asked)


def _names(told: Sequence[str], asked: Sequence[Word]) -> bool:
    """Whether some words name what is asked about: a person by surname, "the Nobel Peace Prize" in full."""
    needed = asked if len(asked) > SHORT_NAME else asked[-1:]
    text = bag(" ".join(told))
    return all(match(one, text) for one in needed)


def _is_suspect(sentence: str, name: Name) -> bool:
    near = slice(max(0, name.start - 60), name.start)
    return bool(SUSPECTED.search(sentence[near]) or CHARGED.search(sentence[name.end : name.end + 60]))
