"""Everything that is found out about a draft."""

import pickle

from bot.ingest.analyse import analyse
from bot.models import Draft

TEXT = (
    "Ferry sinks\n\nMayor Ida Holm said that it would be raised. She left.\n\nRead more: Otter steals a fish"
)


def test_the_parts_are_of_one_text() -> None:
    found = analyse(Draft("u", "Ferry sinks", TEXT, published="2026-05-03"))
    (statement,) = found.statements
    assert found.language == "en"
    assert statement.speaker == "Ida Holm"
    assert [TEXT[span.start : span.end] for span in found.annotation.boilerplate] == [
        TEXT.rpartition("\n")[2]
    ]
    assert all("Otter" not in TEXT[p.span.start : p.span.end] for p in found.passages)


def test_the_language_given_counts() -> None:
    assert analyse(Draft("u", "T", "Мост открыт.", language="en")).language == "en"


def test_equal_words_have_equal_fingerprints() -> None:
    one, two = analyse(Draft("u", "T", "It  sank.")), analyse(Draft("v", "T", "It sank.\n"))
    assert one.fingerprint == two.fingerprint != analyse(Draft("u", "T", "It swam.")).fingerprint


def test_the_result_can_be_sent_between_processes() -> None:
    found = analyse(Draft("u", "T", TEXT))
    assert pickle.loads(pickle.dumps(found)) == found
