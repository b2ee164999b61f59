"""Texts that can be sent; it knows nothing of where to."""


def sendable(text: str) -> str:
    """The text without halves of characters, which cannot be encoded."""
    return text.encode("utf-8", "replace").decode()
