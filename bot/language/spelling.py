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
_NO_LETTERS = re.compile(r"[^a-z]")
# Applied in order to the romanised, unaccented lower-case word; each folds one habit of transliterators. The
# letters after a rule are the parts of which a word needs one for the rule to change anything: most words
# need few rules, and a part is looked for in a tenth of the time of a pattern.
_RULES = tuple(
    (re.compile(pattern), folded, parts.split(" "))
    for pattern, folded, parts in (
        (r"tsch", "ch", "tsch"),
        (r"dzh|dj|zh", "j", "dj zh"),
        (r"shch|sch", "sh", "sch shch"),
        (r"tch", "ch", "tch"),
        (r"kh", "h", "kh"),
        (r"ph", "f", "ph"),
        (r"th", "t", "th"),
        (r"ck|q", "k", "ck q"),
        (r"tz|ts|cz", "z", "tz ts cz"),
        (r"ch", "č", "ch"),
        (r"c(?=[eiy])", "s", "ce ci cy"),
        (r"c", "k", "c"),
        (r"x", "ks", "x"),
        (r"w", "v", "w"),
        (r"(.)\1+", r"\1", ""),
        (r"(?<=[aeou])f$", "v", "f"),
        (r"(č|j|sh)ov(?=a?$)", r"\1ev", "ov"),
        (r"(?<=[bdflmnprstv])yo(?=[a-z])|(?<=^f)eo(?=d)", "e", "yo feod"),
        (r"(?<=[lnrsv])ija$", "ia", "ija"),
        (r"y", "i", "y"),
        (r"i+", "i", "ii"),
        (r"i(?=e)|(?<=[aeou])i(?=[aou])", "", "ie ia io iu"),
        (r"(?<=[bdgkptv])er$", "r", "er"),
        (r"(?<=[aeou])i$", "", "ai ei oi ui"),
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
    key = fold(word)
    if not key.isascii():
        # accents come off as letters of their own
        key = unicodedata.normalize("NFKD", key.translate(_ROMAN))
    key = _NO_LETTERS.sub("", key)
    for pattern, folded, parts in _RULES:
        for part in parts:
            if part in key:
                key = pattern.sub(folded, key)
                break
    return key


def initials(key: str) -> str:
    """The Latin letters, in lower case, with which a word of that key may begin."""
    return _INITIALS.get(key[:1], key[:1])
