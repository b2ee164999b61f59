"""Keys under which spellings of one name meet, whatever the script; it knows nothing of case forms.

A key is for looking up, never for showing.
"""

import re
import unicodedata
from functools import lru_cache

from bot.language.script import fold

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
}  # fmt: skip
_ROMAN = str.maketrans(_LATIN)
# Applied in order to the romanised, unaccented lower-case word; each folds one habit of transliterators.
_RULES = tuple(
    (re.compile(pattern), folded)
    for pattern, folded in (
        (r"[^a-z]", ""),
        (r"tsch", "ch"),
        (r"dzh|dj|zh", "j"),
        (r"shch|sch", "sh"),
        (r"tch", "ch"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck|q", "k"),
        (r"tz|ts|cz", "z"),
        (r"ch", "č"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[aeou])f$", "v"),
        (r"(č|j|sh)ov(?=a?$)", r"\1ev"),
        (r"(?<=[bdflmnprstv])yo(?=[a-z])|(?<=^f)eo(?=d)", "e"),
        (r"(?<=[lnrsv])ija$", "ia"),
        (r"y", "i"),
        (r"i+", "i"),
        (r"i(?=e)|(?<=[aeou])i(?=[aou])", ""),
        (r"(?<=[bdgkptv])er$", "r"),
        (r"(?<=[aeou])i$", ""),
    )
)

# what the rules above and the English J for Й make of a first letter, backwards
_INITIALS = {
    "e": "eiy", "f": "fp", "h": "hk", "i": "ijy", "j": "djz", "k": "ckqx", "s": "cs", "v": "vw", "z": "ctz",
    "č": "ct",
}  # fmt: skip


def romanise(text: str) -> str:
    """Cyrillic letters in Latin ones, for reading; capitals are kept."""
    return "".join(_romanised(letter) for letter in text)


def _romanised(letter: str) -> str:
    latin = _LATIN.get(fold(letter))
    if latin is None:
        return letter
    return latin.capitalize() if letter.isupper() else latin


@lru_cache(100_000)
def word_key(word: str) -> str:
    """The key of one name word as it stands: Peskov, Peskow, Peskof and Песков share theirs."""
    latin = fold(word).translate(_ROMAN)
    key = "".join(
        letter for letter in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(letter)
    )
    for pattern, folded in _RULES:
        key = pattern.sub(folded, key)
    return key


def initials(key: str) -> str:
    """The Latin letters, in lower case, with which a word of that key may begin."""
    return _INITIALS.get(key[:1], key[:1])
