"""Bytes to characters, and the reasons why not."""

import gzip

import pytest

from bot.articles.decode import html_text, is_gzip, refuse_binary, text_of, unpacked, xml_in_utf8


def test_gzip_members_are_joined() -> None:
    packed = gzip.compress(b"one ", mtime=0) + gzip.compress(b"two")
    assert is_gzip(packed)
    assert unpacked(packed, 100) == b"one two"


@pytest.mark.parametrize(
    ("packed", "reason"),
    [
        (gzip.compress(b"x" * 5000, mtime=0)[:-9], "cut off"),
        (gzip.compress(b"x" * 5000, mtime=0), "too big"),
        (b"\x1f\x8b nothing of the kind", "damaged"),
    ],
)
def test_why_gzip_is_refused(packed: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        unpacked(packed, 4000 if reason == "too big" else 9000)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"PK\x03\x04", "zip"), (b"abc\0", "NUL at byte 4")],
)
def test_binary_data_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        refuse_binary(data)


def test_utf16_holds_nuls_and_is_text() -> None:
    data = "Мост".encode("utf-16")
    refuse_binary(data)
    assert text_of(data) == "Мост"


def test_the_first_bad_byte_is_named() -> None:
    with pytest.raises(ValueError, match="byte 4 "):
        text_of(b"abc\xff")


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-8"])
def test_a_page_declares_its_charset(encoding: str) -> None:
    page = f'<html><meta charset="{encoding}"><p>Мост в Люмене открыт'
    assert html_text(page.encode(encoding)) == page


def test_a_false_declaration_does_not_hide_utf8() -> None:
    page = '<meta charset="windows-1251"><p>Мост'
    assert html_text(page.encode()) == page


def test_an_unknown_charset_is_guessed() -> None:
    page = '<meta charset="no-such">' + "Мост в Люмене открыли во вторник утром. " * 20
    assert "Люмене" in html_text(page.encode("windows-1251"))


FEED = "<rss version='2.0'><channel><title>Вести</title><item><title>{0}</title></item></channel></rss>"
TITLE = "Паром вернулся в порт после ремонта, сообщила мэр города Ида Хольм на встрече с жителями"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1251", "koi8-r", "iso-8859-1", "nonsense"])
def test_xml_is_in_the_encoding_that_its_bytes_show(encoding: str, declared: str) -> None:
    head = f"<?xml version='1.0' encoding='{declared}' standalone='yes'?>\n" if declared else ""
    text = xml_in_utf8((head + FEED.format(TITLE)).encode(encoding)).decode()
    assert TITLE in text
    assert "encoding" not in text
    assert text.startswith("<?xml version='1.0' standalone='yes'?>" if declared else "<rss")


def test_xml_whose_bytes_show_nothing_is_left_as_it_is() -> None:
    plain, western = b"<?xml version='1.0' encoding='koi8-r'?><a/>", b"<a>caf\xe9 na\xefve</a>"
    for data in (plain, western, b"\xff\xfeodd\xd8", "\ufeff<a/>".encode("utf-32-le")):
        assert xml_in_utf8(data) == data
