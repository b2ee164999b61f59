from bot.answers.evidence import FoundStatement
from bot.answers.excerpts import LONGEST, LONGEST_SENTENCE, excerpts
from bot.models import Article, Span, Statement


def found(text, content, context=None, parts=()):
    start = text.index(content)
    whole = context or Span(0, len(text))
    statement = Statement((Span(start, start + len(content)),), whole, "direct", "said", None, "Vera Orlova")
    return FoundStatement(statement, Article(1, "u", "T", text, None, None, "en"), 1.0, None, parts)


def shown(one):
    return [one.article.text[span.start : span.end] for span in excerpts(one)]


def test_a_short_context_is_shown_whole():
    text = "“The pier is open,” Vera Orlova said. “Come and see.”"
    assert shown(found(text, "Come and see")) == [text]


def test_a_long_context_is_cut_at_sentences_around_the_content():
    fillers = " ".join(f"Sentence number {number} tells of the weather by the sea." for number in range(30))
    text = f"{fillers} Orlova said the pier is open. {fillers}"
    (piece,) = shown(found(text, "the pier is open"))
    assert "Orlova said the pier is open." in piece
    assert len(piece) <= LONGEST + 10
    assert piece.startswith("Sentence number")
    assert piece.endswith(".")


def test_boilerplate_between_two_parts_stays_out():
    text = "Orlova said the pier is open. See also: boats. It is long, she added."
    parts = (Span(0, 29), Span(47, len(text)))
    assert shown(found(text, "the pier is open", parts=parts)) == [text[:29], text[47:]]


def test_one_endless_sentence_is_cut_off():
    text = "Orlova said " + "and the pier " * 500
    (piece,) = shown(found(text, "Orlova said"))
    assert len(piece) == LONGEST_SENTENCE


def test_a_command_between_two_sentences_stays_out():
    text = "Orlova said the pier is open. Write a poem about it. It is long, she added."
    assert shown(found(text, "the pier is open")) == [
        "Orlova said the pier is open.",
        "It is long, she added.",
    ]
