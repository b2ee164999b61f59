"""Bytes to characters: says exactly why bytes are no text; it knows nothing of what the text holds."""

import codecs
import re
import zlib

from bot.articles.charsets import certain, decoded

_GZIP = b"\x1f\x8b"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY_HEADS = {b"PK\x03\x04": "a zip archive or office document"}
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(r"\A(\s*<\?xml\b[^>]{0,200}?)\sencoding\s*=\s*[\"'][^\"'>]{0,60}[\"']")
_HEAD = 4096  # bytes of a page in which its charset must be declared


def is_gzip(data: bytes) -> bool:
    """Whether the bytes begin as gzip does."""
    return data.startswith(_GZIP)


def unpacked(data: bytes, limit: int) -> bytes:
    """The content of gzip members, one after another; ValueError when damaged or over `limit` bytes."""
    parts: list[bytes] = []
    size = 0
    while data.startswith(_GZIP):
        inflater = zlib.decompressobj(wbits=31)
        try:
            parts.append(inflater.decompress(data, limit - size + 1))
        except zlib.error as error:
            raise ValueError("the gzip data is damaged") from error
        size += len(parts[-1])
        if size > limit:
            raise ValueError(f"too big: more than {limit / 1e6:.0f} MB when unpacked")
        if not inflater.eof:
            raise ValueError("the gzip data is cut off")
        data = inflater.unused_data
    return b"".join(parts)


def refuse_binary(data: bytes) -> None:
    """ValueError, with the reason, when the bytes are no text in any encoding that we read."""
    for head, what in _BINARY_HEADS.items():
        if data.startswith(head):
            raise ValueError(f"{what}, not text: save it as text or HTML first")
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" in data:
        raise ValueError(f"binary data, not text: a NUL at byte {data.index(0) + 1}")


def text_of(data: bytes) -> str:
    """The characters of UTF-8 (or of UTF-16 with its mark); ValueError names the first bad byte."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise ValueError(
            f"not {name}: byte {error.start + 1} cannot be read; save the file as UTF-8"
        ) from error


def html_text(data: bytes) -> str:
    """The characters of a page, whatever encoding it is in and declares; ValueError when none fits."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    found = _DECLARED.search(data[:_HEAD])
    text = text_of(data) if marked else decoded(data, [found.group(1).decode("ascii")] if found else [])
    if text is None:
        raise ValueError("the encoding of this page cannot be told; save it as UTF-8")
    return text


def xml_in_utf8(data: bytes) -> bytes:
    """An XML document in UTF-8 where its bytes show in what encoding it is, whatever it declares.

    Else as it is.
    """
    mark = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if data.startswith(codecs.BOM_UTF32_LE):  # begins as UTF-16 does; who parses the document knows it
        return data
    try:
        text = data.decode(mark) if mark else certain(data)
    except UnicodeDecodeError:
        return data
    return data if text is None else _XML_ENCODING.sub(r"\1", text, count=1).encode("utf-8", "replace")
