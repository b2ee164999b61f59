"""How documents fill fields."""

from tantivy import Index

from bot.index.fields import build_schema, sequence_document, to_document
from bot.models import SearchDocument


def test_a_passage_fills_every_field():
    source = SearchDocument(5, 2, "title words", "body words", (9, 11), -86400)
    document = to_document(source).to_dict()
    assert document == {
        "title": ["title words"],
        "body": ["body words"],
        "id": [5],
        "article_id": [2],
        "speaker_id": [9, 11],
        "published": [-86400],
    }


def test_the_sequence_document_belongs_to_no_article():
    assert sequence_document(8).to_dict() == {"article_id": [0], "sequence": [8]}


def test_the_schema_takes_every_document():
    writer = Index(build_schema()).writer(15_000_000, 1)
    writer.add_document(to_document(SearchDocument(2**40, 2**40, "ё", "", (2**40,), 2**40)))
    writer.add_document(sequence_document(2**40))
    writer.commit()
    writer.wait_merging_threads()
