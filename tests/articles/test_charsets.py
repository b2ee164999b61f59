"""The encodings of pages, declared rightly, wrongly or not at all."""

import pytest

from bot.articles.charsets import certain, decoded

RUSSIAN = "<p>Мост через Люмену открыли во вторник, сообщила мэр Анна Орлова. Его строили три года.</p>"
ENGLISH = "<p>Mayor Zoë Müller opened the café “Lumen” on Tuesday – it cost €3 million.</p>"


@pytest.mark.parametrize("real", ["cp1251", "koi8-r", "cp866", "iso8859-5", "utf-8"])
@pytest.mark.parametrize("declared", [[], ["windows-1251"], ["koi8-r"], ["iso-8859-1"], ["no-such"]])
def test_russian_is_read_whatever_the_page_declares(real: str, declared: list[str]) -> None:
    assert decoded(RUSSIAN.encode(real), declared) == RUSSIAN


def test_capitals_do_not_mislead() -> None:
    text = f"<h1>МОСТ ОТКРЫТ</h1>{RUSSIAN}"
    assert decoded(text.encode("koi8-r"), ["windows-1251"]) == text


@pytest.mark.parametrize("declared", [["windows-1252"], []])
def test_western_letters_are_not_taken_for_russian(declared: list[str]) -> None:
    assert decoded((ENGLISH * 5).encode("cp1252"), declared) == ENGLISH * 5


def test_a_page_cut_inside_a_character_loses_that_character_alone() -> None:
    cut = RUSSIAN.removesuffix(".</p>").encode()[:-1] + b"</p>"
    assert decoded(cut, ["windows-1251"]) == RUSSIAN.removesuffix("а.</p>") + "\ufffd</p>"


def test_bytes_that_show_their_encoding_are_certain() -> None:
    for encoding in ("utf-8", "windows-1251", "koi8-r"):
        assert certain(RUSSIAN.encode(encoding)) == RUSSIAN
    assert certain(b"plain") is None
    assert certain((ENGLISH * 5).encode("cp1252")) is None
