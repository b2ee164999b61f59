"""Passages: about 120 words, whole sentences, no boilerplate."""

from bot.articles.layout import annotate
from bot.articles.passages import cut_passages
from bot.models import Annotation, Span


def annotation(sentences: list[Span], **parts: tuple[Span, ...]) -> Annotation:
    return Annotation("en", (), tuple(sentences), **parts)


def sentences_of(*sizes: int) -> tuple[str, list[Span]]:
    text, spans = "", []
    for size in sizes:
        start = len(text)
        text += "word " * (size - 1) + "end. "
        spans.append(Span(start, len(text) - 1))
    return text, spans


def test_every_sentence_is_in_one_passage() -> None:
    text, spans = sentences_of(*[25] * 20)
    passages = cut_passages(annotation(spans), text)
    sizes = [len(text[start:end].split()) for start, end in passages]
    assert sum(sizes) == 500
    assert all(100 <= size <= 150 for size in sizes)


def test_a_short_text_is_one_passage() -> None:
    text, spans = sentences_of(5, 6)
    assert cut_passages(annotation(spans), text) == (Span(0, spans[-1].end),)
    assert cut_passages(annotation([]), "") == ()


def test_boilerplate_is_between_passages() -> None:
    text, spans = sentences_of(10, 5, 10)
    passages = cut_passages(annotation([spans[0], spans[2]], boilerplate=(spans[1],)), text)
    assert passages == (spans[0], spans[2])


def test_a_heading_stays_with_what_follows() -> None:
    text, spans = sentences_of(60, 58, 4, 60, 60)
    passages = cut_passages(annotation(spans, headings=(spans[2],)), text)
    assert spans[2].start in {passage.start for passage in passages}


def test_a_monster_is_cut_at_white_space() -> None:
    text, spans = sentences_of(1000)
    passages = cut_passages(annotation(spans), text)
    assert all(len(text[start:end].split()) <= 240 for start, end in passages)
    assert passages[-1].end == spans[0].end


def test_passages_of_an_article() -> None:
    text = (
        "Bridge opens\n\n" + "Mayor Holm opened the bridge. " * 40 + "\n\nSee also: Old bridge\n\nIt rained."
    )
    passages = cut_passages(annotate(text, "Bridge opens"), text)
    assert not any("See also" in text[start:end] for start, end in passages)
    assert text[passages[-1].start : passages[-1].end] == "It rained."
