"""Whosaid reads the news for people and answers who said what, with the sentence it came from."""

__version__ = "0.1.0"
