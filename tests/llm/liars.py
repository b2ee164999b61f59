"""Models that write badly, each in its own way; nothing of what they write may be shown as it is."""

import json
from collections.abc import Callable, Iterator

from bot.language.script import detect_language
from bot.models import Article
from tests.llm.writers import Piece, Write, answer, claim, quoting, read
from tests.support.mutations import Told, mutants

HUGE = 10_000_000
OTHER = {"en": "Viktor Lapin", "ru": "Виктор Лапин"}
EXTRA = {"en": " Two engineers were arrested.", "ru": " Двух инженеров арестовали."}
FOREIGN = {"en": "Мост на реке закрыли надолго.", "ru": "The bridge has been shut for a long while."}


def _each(change: Callable[[Piece, tuple[Piece, ...]], dict]) -> Write:
    """A model that makes one claim of each piece."""

    def write(body: dict) -> str:
        pieces = read(body).pieces
        return answer(*(change(piece, pieces) for piece in pieces[:5]))

    return write


def _told(piece: Piece) -> Told:
    language = detect_language(piece.text)
    article = Article(1, "u", "t", piece.text, None, None, language)
    return Told(piece.text, article, piece.speaker, direct=piece.text[:1] in "“«")


def lies(pieces: tuple[Piece, ...]) -> Iterator[dict]:
    """One thing changed in each piece, in every way that the tables of the mutations know."""
    told = [_told(piece) for piece in pieces]
    for piece, one in zip(pieces, told, strict=True):
        for mutant in mutants(one, told):
            yield claim(mutant.text, piece, speaker=piece.speaker)
            yield claim(mutant.text, piece)
        yield claim(piece.text, piece, speaker=OTHER[detect_language(piece.text)])


def liar(body: dict) -> str:
    """A model that changes one thing in each piece, another one at every question."""
    asked = read(body)
    told = list(lies(asked.pieces))
    first = sum(map(ord, asked.question)) % len(told)
    return answer(*(told[(first + step * 7) % len(told)] for step in range(6)))


def _long_key(piece: Piece, _pieces: tuple[Piece, ...]) -> dict:
    return {"text": piece.text, "speaker": piece.speaker, "keys": ["abcdef0123", "[1]", ""]}


def _figure(piece: Piece, _pieces: tuple[Piece, ...]) -> dict:
    changed = "".join(
        str((int(one) + 3) % 10) if one.isascii() and one.isdigit() else one for one in piece.text
    )
    text = changed if changed != piece.text else f"{piece.text[:-1]} 17 000."
    return claim(text, piece, speaker=piece.speaker)


def _speaker(piece: Piece, _pieces: tuple[Piece, ...]) -> dict:
    return claim(piece.text, piece, speaker=OTHER[detect_language(piece.text)])


def _merged(piece: Piece, pieces: tuple[Piece, ...]) -> dict:
    other = pieces[-1] if piece is not pieces[-1] else pieces[0]
    words = f"{piece.text.strip('“”«».')} {other.text.strip('“”«».')[:-9]} тоже also"
    return claim(f"“{words}”", piece, other, speaker=piece.speaker)


def _longer(piece: Piece, _pieces: tuple[Piece, ...]) -> dict:
    return claim(piece.text + EXTRA[detect_language(piece.text)], piece, speaker=piece.speaker)


def _foreign(piece: Piece, _pieces: tuple[Piece, ...]) -> dict:
    return claim(FOREIGN[detect_language(piece.text)], piece, speaker=piece.speaker)


def _echo(body: dict) -> str:
    system, user = (message["content"] for message in body["messages"])
    pieces = read(body).pieces
    return answer(claim(system, *pieces), claim(user, *pieces), claim("You are an editor.", *pieces))


def _prose(body: dict) -> str:
    return f"Here is what I found:\n\n{quoting(body)}\n\nShall I go on?"


def _broken(body: dict) -> str:
    return quoting(body)[:-20]


def _wrong_shape(body: dict) -> str:
    return json.dumps({"claims": [{"claim": "All is lost.", "sources": ["1"]}], "note": "made up"})


WRITERS: dict[str, Write] = {
    "liar": liar,
    "invented key": _each(_long_key),
    "altered figure": _each(_figure),
    "swapped speaker": _each(_speaker),
    "merged quotes": _each(_merged),
    "extra sentence": _each(_longer),
    "wrong language": _each(_foreign),
    "prompt echoed": _echo,
    "broken JSON": _broken,
    "JSON in prose": _prose,
    "another shape": _wrong_shape,
    "empty": lambda _: "",
    "no claims": lambda _: answer(),
    "null": lambda _: "null",
    "huge": lambda _: "x" * HUGE,
    "huge claim": lambda body: answer(claim("The bridge is long. " * 2000, *read(body).pieces)),
    "deep": lambda _: "[" * 30_000,
}
