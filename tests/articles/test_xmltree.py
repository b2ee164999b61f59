"""XML to a tree: mended, and without entities."""

import pytest

from bot.articles.xmltree import children, local_name, read_xml, text_of


def test_names_without_namespaces() -> None:
    root = read_xml(b'<a xmlns="u"><B xmlns:c="v"><c:d> x </c:d></B><!-- no --></a>')
    assert local_name(root) == "a"
    assert text_of(root, "b", "d") == "x"
    assert text_of(root, "b", "e") == ""
    assert len(list(children(root, "b"))) == 1


def test_ill_formed_markup_is_mended() -> None:
    assert text_of(read_xml(b"<a><b>x & y</a>"), "b").startswith("x")


@pytest.mark.parametrize("data", [b"", b"words", b"\0\0"])
def test_nothing_to_be_read(data: bytes) -> None:
    with pytest.raises(ValueError, match="markup"):
        read_xml(data)


def test_entities_stay_shut() -> None:
    entities = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyy">]>'
    root = read_xml(entities + b"<a><b>&x;</b><c>&y;</c></a>")
    assert (text_of(root, "b"), text_of(root, "c")) == ("", "")
