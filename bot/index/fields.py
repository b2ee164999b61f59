"""The fields of the index and how a document fills them; knows nothing of files."""

from tantivy import Document, Schema, SchemaBuilder

from bot.models import SearchDocument

# goes into the name of the folder: an index of another version is never read; raise it with every change
VERSION = 4

TITLE = "title"
BODY = "body"


def build_schema() -> Schema:
    """Integer fields are signed: a Python int in an unsigned fast field ends the writer."""
    builder = SchemaBuilder()
    for name in (TITLE, BODY):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    builder.add_integer_field("id", fast=True)
    builder.add_integer_field("article_id", indexed=True, fast=True)
    builder.add_integer_field("speaker_id", indexed=True)
    builder.add_integer_field("published", fast=True)
    # only in the one document that says how far the index has followed the library
    builder.add_integer_field("sequence", indexed=True, fast=True)
    return builder.build()


def to_document(source: SearchDocument) -> Document:
    """A passage as tantivy takes it."""
    document = Document()
    document.add_text(TITLE, source.title)
    document.add_text(BODY, source.body)
    document.add_integer("id", source.id)
    document.add_integer("article_id", source.article_id)
    for speaker_id in source.speaker_ids:
        document.add_integer("speaker_id", speaker_id)
    document.add_integer("published", source.published)
    return document


def sequence_document(sequence: int) -> Document:
    """The document that is replaced with every commit, and so is true of exactly what is committed."""
    document = Document()
    document.add_integer("article_id", SEQUENCE_ARTICLE)
    document.add_integer("sequence", sequence)
    return document


# no article has this id, so replacing "its" documents replaces the sequence document
SEQUENCE_ARTICLE = 0
