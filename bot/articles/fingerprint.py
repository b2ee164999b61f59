"""Tells whether two articles are the same words; it knows nothing of urls, dates or stores."""

import hashlib


def fingerprint(title: str, text: str) -> str:
    """32 hex digits, equal for equal title and text, whatever the white space."""
    words = " ".join(title.split()) + "\n" + " ".join(text.split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
