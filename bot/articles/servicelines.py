"""Lines by which a page serves itself: owners, counts, addresses, calendars, trails, where a text is from.

Each is told by its form; phrases are listed in `data/furniture.txt`. It knows nothing of what is around.
"""

import re
from itertools import pairwise

from bot.articles.lexicon import word_set

_LONGEST_OWNED = 1200  # characters of a line that opens with a mark of ownership
_LONGEST_MARKED = 300  # ... of one that has it elsewhere: a longer one may name the owner of a picture
_WORD = r"[^\W\d_][\w'’.-]*"
_DOMAIN = r"[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,10}"
_NAME = rf"(?:[«\"“]?(?=[A-ZА-ЯЁ]){_WORD}[»\"”]?|[«\"“][^«»\"“”]{{1,60}}[»\"”]|{_DOMAIN})"
_NAMES = rf"{_NAME}(?:(?:,|\s+and|\s+и|\s*&|\s*[|/])?\s+{_NAME}){{0,7}}"
_OWNED = re.compile(
    r"©[^.!?]{0,80}\b(?:19|20)\d\d|©\s*[«\"“A-Za-zА-Яа-яЁё]"
    rf"|(?:\([cC]\)|\b[Cc]opyright|\bCOPYRIGHT)\s(?:by\s)?(?:{_NAMES},?\s)?(?:19|20)\d\d\b"
)
_URL = re.compile(r"(?:https?://|www\.)\S+")
_CELL = re.compile(
    r"\d{1,4}|[^\W\d_]{2,3}|(?:предыдущ|следующ|перв|последн)\w+|назад|вперёд|previous|next|first|last",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"[^.!?:»>→/]{2,40}(?:\s(?:»|>|→|//|::)\s[^.!?:»>→/]{2,60}){2,}")
_SLASHED = re.compile(r"//\s?[^/.!?]{2,60}(?:\s?//.*)?|[^/.!?]{2,60}\s//")
_FROM = re.compile(
    rf"(?:Источники?|Первоисточник|Via)\s*:\s*(?:{_NAMES})?\.?|(?:SOURCES?|Sources?):(?:\s[^\s.!?]+){{0,4}}"
    rf"|0?(?:По|С)\s(?:материал|информаци|данны|сообщени)\w*\s{_NAMES}\.?"
)
_HELPED = re.compile(
    r"[A-ZА-ЯЁ][^.!?“”\"]{3,240}\scontributed\s(?:reporting|to\sth(?:is|e)\s(?:report|story|article))\b[^!?“”\"]{0,60}"
)
_CITY_AND_DAY = re.compile(
    rf"[A-ZА-ЯЁ][\w-]+(?:\s[A-ZА-ЯЁ][\w-]+)?[.,]?\s\d{{1,2}}\s[а-яё]{{3,8}}\.?\s*[–—-]\s*{_NAMES}\.?"
)
_PICTURED = re.compile(r"(?:^|[.!?…»]\s)Фото(?:графи[яи])?\s(?:с\sсайта\s)?(?:[\w-]+\.)+[a-z]{2,10}$")
_PICTURE_OF = re.compile(r"(?:Фото|Фотографии|Снимок)\s[^.!?:«»]{3,70}[^.!?:«»…]")
_READING = re.compile(
    r"(?:reading time:?\s*)?\d{1,2}[\s-]min(?:ute)?s?(?:\s(?:read|listen|watch))?"
    r"|(?:время чтения|читать)\W{0,3}\d{1,2}\sмин\w*\.?",
    re.IGNORECASE,
)
_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*"
_DAYS_IN_A_ROW = re.compile(rf"\b\d{{1,2}}\s{_MONTH}\s\d{{1,2}}\s{_MONTH}\b", re.IGNORECASE)
_AGE = re.compile(r"(?:0|6|12|16|18)\s?\+")
_BIOGRAPHY = re.compile(
    rf"{_NAMES}(?:\sis\b|\s[—–]\s)[^.!?]{{0,80}}"
    r"\b(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|producer|blogger"
    r"|корреспондент\w*|редактор\w*|журналист\w*|обозревател\w*|колумнист\w*|автор\w*)\b"
)
_DOES = re.compile(
    r"\b(?:covers|covering|writes|writing|reports on|focus(?:es|ing)|based in|speciali[sz]\w+|reached at"
    r"|пишет|освещает|специализируется|ведёт|ведет|работает)\b"
)
_WAYS = (  # to reach an editor: a line with two of them is none of the article
    re.compile(r"\b(?:тел|telephone|phone)\b[./]*(?:факс|fax)?\.?\s*:?\s*[+(\d]", re.IGNORECASE),
    re.compile(r"\b(?:факс|fax)\b\.?\s*:?\s*[+(\d]", re.IGNORECASE),
    re.compile(r"\b(?:icq|skype)\s*[:#]|\bicq\s\d", re.IGNORECASE),
    re.compile(r"\w@\w+(?:-\w+)*\.\w"),
    re.compile(r"\b(?:адрес|address)\s*:|\bул\.\s[А-ЯЁ]", re.IGNORECASE),
)
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_COUNTED = 120  # characters
_LONGEST_REACHED = 500  # characters of such a line


def serves_page(line: str) -> bool:
    """Whether a whole line is of one of these forms."""
    return any(test(line) for test in _TESTS)


def is_biography(line: str) -> bool:
    """Whether a line, which stands at the end of a text, tells who the author is and what he does there."""
    return len(line) <= _LONGEST_REACHED and bool(_BIOGRAPHY.match(line) and _DOES.search(line))


def _owned(line: str) -> bool:
    if len(line) > _LONGEST_MARKED:
        return len(line) <= _LONGEST_OWNED and _OWNED.match(line) is not None
    return _OWNED.search(line) is not None


def _matched(line: str) -> bool:
    short = line[:400]
    return len(line) == len(short) and any(form.fullmatch(short) for form in _FORMS)


def _counts(line: str) -> bool:
    """Names of what is counted, with figures and strokes alone between them."""
    named = _LETTERS.findall(line[:_LONGEST_COUNTED].lower())
    return len(line) < _LONGEST_COUNTED and bool(named) and word_set("counted").issuperset(named)


def _calendar(line: str) -> bool:
    """A month alone, or a row of days or of pages: consecutive numbers, names of weekdays."""
    cells = [cell.strip() for cell in line.split("|") if cell.strip()]
    if len(cells) == 1:
        return cells[0].lower() in word_set("months")
    numbers = [int(cell) for cell in cells if cell.isdecimal()]
    in_row = all(after == before + 1 for before, after in pairwise(numbers))
    return in_row and all(map(_CELL.fullmatch, cells))


def _archived(line: str) -> bool:
    """A row of days without a word between them, as archives of a site have."""
    return len(line) <= _LONGEST_REACHED and _DAYS_IN_A_ROW.search(line) is not None


def _reached(line: str) -> bool:
    return len(line) <= _LONGEST_REACHED and sum(bool(way.search(line)) for way in _WAYS) > 1


def _pictured(line: str) -> bool:
    return len(line) <= _LONGEST_REACHED and bool(_PICTURED.search(line) or _PICTURE_OF.fullmatch(line))


_FORMS = (_AGE, _READING, _URL, _TRAIL, _SLASHED, _FROM, _HELPED, _CITY_AND_DAY)
_TESTS = (_archived, _owned, _matched, _counts, _calendar, _reached, _pictured)
