"""All statements of an article: extraction line by line, quotations that go on, then attribution.

This is the package's front door; it reads an annotated text and returns statements, no more.
"""

from collections.abc import Collection, Sequence
from itertools import chain

from bot.language.commands import command_verbs
from bot.language.quotes import quotations
from bot.language.script import fold
from bot.models import Annotation, PullQuote, Span, Statement, StatementKind
from bot.statements.attribute import Attributor
from bot.statements.continued import continued
from bot.statements.extract_en import extract_en
from bot.statements.extract_ru import extract_ru
from bot.statements.found import Found
from bot.statements.lines import Line, cut_lines, outer_quotations, sentences_by_paragraph
from bot.statements.offices import is_body
from bot.statements.people import People
from bot.statements.relays import linked, referring_back
from bot.statements.roles import learn_offices
from bot.statements.split_quotes import split_inner
from bot.statements.times import said_on
from bot.statements.transcripts import interviews, may_speak, small_words, transcript


def find_statements(text: str, annotation: Annotation, published: str | None) -> tuple[Statement, ...]:
    """Who said what in `text`, in order of appearance; `published` dates words such as "yesterday"."""
    lines, people = _lines(text, annotation), People(text)
    found = _without_headed(text, lines, _extracted(lines, annotation, people), people)
    extracted = [one for one in found if not _is_command(text, lines, one)]
    found = linked(text, referring_back(lines, continued(lines, extracted)))
    learn_offices(people)
    attributor = Attributor(people, annotation.sentences)
    statements = [_statement(text, lines, one, attributor, published) for one in found]
    pulled = [_pulled(text, quote, people) for quote in annotation.pull_quotes]
    return tuple(sorted(chain(statements, pulled), key=lambda s: s.spans[0]))


def _lines(text: str, annotation: Annotation) -> list[Line]:
    paragraphs = annotation.paragraphs
    quoted = outer_quotations(quotations(text), paragraphs)
    if annotation.language == "ru":
        quoted = [split_inner(text, inside) for inside in quoted]
    grouped = sentences_by_paragraph(annotation.sentences, paragraphs)
    lines: list[Line] = []
    for number, sentences in enumerate(grouped):
        lines.extend(cut_lines(text, sentences, quoted[number], number))
    return lines


def _extracted(lines: Sequence[Line], annotation: Annotation, people: People) -> list[Found]:
    headings = {span.start for span in annotation.headings}
    extract = extract_ru if annotation.language == "ru" else extract_en
    found: list[Found] = list(transcript(lines, people.in_full))
    told = {number for one in found for number in range(one.line, one.last_line + 1)}
    pulled = [(quote.spans[0].start, quote.signature.end) for quote in annotation.pull_quotes]
    for number, line in enumerate(lines):
        if number in told or any(start <= line.span.start < end for start, end in pulled):
            continue
        found.extend(extract(line, number, number == 0 or line.span.start in headings))
    return sorted(found, key=lambda one: one.line)


def _without_headed(text: str, lines: Sequence[Line], found: list[Found], people: People) -> list[Found]:
    """Without what stands behind a colon that nobody opens: "Best: ...", "Where: ...", "News: ..."."""
    labels = {one.mention for one in found if one.mention and _is_labelled(one)}
    small = small_words(lines) if labels else frozenset[str]()
    nobody = {label for label in labels if not _is_somebody(text[slice(*label)], small, people)}
    return [one for one in found if one.lemma != ":" or one.mention not in nobody]


def _is_labelled(one: Found) -> bool:
    return one.lemma == ":" and one.shape != "trail" and not one.quoted


def _is_somebody(label: str, small: Collection[str], people: People) -> bool:
    return is_body(label) or (not interviews(label) and may_speak(label, small, people.in_full))


def _is_command(text: str, lines: Sequence[Line], one: Found) -> bool:
    """Whether it is a verb with its object ("Compose a letter asking for ...") that looks like somebody."""
    mention = one.mention
    if mention is None or mention.start != lines[one.line].span.start:
        return False
    return fold(text[slice(*mention)]) in command_verbs()


def _statement(
    text: str, lines: Sequence[Line], one: Found, attributor: Attributor, published: str | None
) -> Statement:
    speaker = attributor.speaker(one)
    context = _context(lines, one)
    relays = [attributor.relay(mention) for mention in one.chain]
    return Statement(
        spans=one.spans,
        context=context,
        kind=_kind(one),
        cue=text[one.cue.start : one.cue.end] if one.cue else "",
        mention=one.mention,
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        offices=tuple(speaker.person.offices) if speaker.person else (),
        said_on=said_on(text, context, one, published),
        chain=tuple(dict.fromkeys(name for name in relays if name and name != speaker.name)),
        declined=one.declined,
    )


def _context(lines: Sequence[Line], one: Found) -> Span:
    """The whole sentences that hold content, cue and mention."""
    first, last = lines[one.line].span, lines[max(one.line, one.last_line)].span
    return Span(min(first.start, *(s.start for s in one.spans)), max(last.end, *(s.end for s in one.spans)))


def _kind(one: Found) -> StatementKind:
    if one.quoted == 0:
        return "indirect"
    return "direct" if one.quoted >= one.letters * 0.9 else "mixed"


def _pulled(text: str, quote: PullQuote, people: People) -> Statement:
    signature = text[slice(*quote.signature)]
    inside = people.within(*quote.signature)
    place = inside[0] if inside else None
    office = text[place.end : quote.signature.end].strip(" ,") if place else ""
    offices = tuple(dict.fromkeys([*([office] if office else []), *(place.person.offices if place else [])]))
    return Statement(
        spans=quote.spans,
        context=Span(quote.spans[0].start, quote.signature.end),
        kind="direct",
        cue="",
        mention=Span(place.start, place.end) if place else quote.signature,
        speaker=place.person.name if place else signature,
        speaker_kind="person" if place else "unknown",
        offices=offices,
    )
