"""XML to a tree, safely: no entities, no network, bounded depth; it knows nothing of what the tree means."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from bot.articles.decode import xml_in_utf8

Element = Any  # lxml has no types of its own


def read_xml(data: bytes) -> Element:
    """The root of a document, mended where it is ill-formed; ValueError when there is nothing to be read."""
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml_in_utf8(data).strip(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise ValueError("the markup of this document cannot be read") from error
    if root is None:
        raise ValueError("no markup that can be read in this document")
    return root


def local_name(element: Element) -> str:
    """The name of an element without its namespace, in lower case; "" for comments."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of a name, whatever their namespace."""
    return (child for child in element if local_name(child) == name)


def text_of(element: Element, *path: str) -> str:
    """The text at the end of a path of names, without surrounding space; "" when there is none."""
    for name in path:
        element = next(children(element, name), None)
        if element is None:
            return ""
    return (element.text or "").strip()
