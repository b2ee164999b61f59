"""Russian statements of one line, by commas, dashes and cases.

It yields cue, content and mention as spans; who the mention is, and what lies beyond the line, is decided
elsewhere.
"""

from dataclasses import replace

from bot.models import Span
from bot.statements.content_ru import (
    closes_quotation,
    content_before,
    content_end,
    content_start,
    left_border,
    right_part,
)
from bot.statements.contents import make_found
from bot.statements.found import Found
from bot.statements.hearsay_ru import headline, hearsay, is_lead, is_nested
from bot.statements.lines import QUOTE, Line
from bot.statements.noun_phrases_ru import Pieces, chunk_end, chunk_start, has_case, is_verbal, phrase_end
from bot.statements.outlets import is_outlet
from bot.statements.passed_on_ru import passed_on, passes_on
from bot.statements.people import Gender
from bot.statements.russian import GRAMMAR, RussianCue, agreement, is_finite_verb, russian_cue
from bot.statements.subjects_ru import after, before, before_asides, can_be_spoken_of, subject

Reached = tuple[Found | None, int]  # a statement, and the piece up to which it hides further cues
NOTHING: Reached = (None, 0)
LONGEST_DATE = 8  # pieces of an aside that dates: "Об этом в среду, 9 июля, сообщил ..."
GENDERS: dict[str, Gender] = {"masc": "m", "femn": "f"}


def extract_ru(line: Line, number: int, heading: bool = False) -> list[Found]:
    """All statements of a line, in order of their cues."""
    found: list[Found] = []
    hidden = 0
    for i, word in enumerate(line.words):
        if not word[0].isalpha() or (i < hidden and not is_nested(line, i) and not _is_inner(line, i)):
            continue
        one, reach = _at(line, number, i)
        if one and one.same_speaker and one.mention is None and not found:
            one = _with_doer(line, i, reach, one)
        if one:
            found.append(one)
            hidden = hidden if _only_relays(line, one) else max(hidden, reach)
    if heading and not found:
        found.extend(headline(line, number))
    return found


def _is_inner(line: Line, at: int) -> bool:
    """Is it a verb inside another's words with a named subject of its own: "сказал, что Орлов назвал ..."?"""
    cue = russian_cue(line.words[at])
    if cue is None or cue.form != "finite" or cue.frame not in ("say", "object") or _denied(line, at):
        return False
    start, own = chunk_start(line, at), subject(line, at, cue)
    if own is None or not 0 < start <= own[0] < own[1] <= at:
        return False
    named = any(word[0].isupper() for word in line.raw[own[0] : own[1]])
    return named and not any(is_finite_verb(word) for word in line.words[start:at])


def _with_doer(line: Line, at: int, reach: int, one: Found) -> Found | None:
    """The statement of a gerund with the subject of its sentence: "НКО обратились в суд, обвинив ..."."""
    verbs = (i for i in (*range(at - 1, -1, -1), *range(reach, len(line))) if is_verbal(line, i))
    verb = next((i for i in verbs if is_finite_verb(line.words[i])), None)
    if verb is None:
        return None
    gender, number = agreement(line.words[verb])
    cue = RussianCue("", "say", "finite", gender, number)
    doer = before(line, verb, cue) or after(line, verb + 1, cue) or before_asides(line, verb, cue)
    return replace(one, mention=_span(line, doer)) if doer else None


def _at(line: Line, number: int, i: int) -> Reached:
    """The statement of the word at piece `i`, and the piece up to which its content hides further cues."""
    cue = russian_cue(line.words[i])
    if cue is not None and line.words[i + 1 : i + 2] == ["ли"]:
        return NOTHING  # "говорили ли они"
    if cue is None:
        return hearsay(line, number, i)
    one, reach = _verb(line, number, i, cue)
    return (_told_by_verb(one, cue), reach) if one else NOTHING


def _only_relays(line: Line, one: Found) -> bool:
    return one.quoted == 0 and one.mention is not None and is_outlet(line.text[slice(*one.mention)])


def _told_by_verb(one: Found, cue: RussianCue) -> Found:
    """The statement with the lemma of its cue and the gender that its form tells of the speaker."""
    told = cue.form == "finite" and cue.number == "sing" and not one.chain
    return replace(one, lemma=cue.lemma, sex=GENDERS.get(cue.gender) if told else None)


def _verb(line: Line, number: int, at: int, cue: RussianCue) -> Reached:
    """The statement of a cue verb."""
    if cue.frame == "denied":
        return _doubly_denied(line, number, at, cue) if _denied(line, at) else NOTHING
    if _denied(line, at) or cue.form == "infinitive" or cue.frame == "refuse":
        return _refusal(line, number, at, cue)
    if cue.form == "gerund":
        if _leads_over(line, at):
            return NOTHING
        return _made(line, number, (at, at + 1), None, content_start(line, at, cue))
    if passes_on(line, at, cue):
        return passed_on(line, number, at, cue)
    if cue.frame == "found":
        return _spoken(line, number, at, cue, _venue(line, at) or _agent(line, at, cue))
    return _finite(line, number, at, cue)


def _leads_over(line: Line, at: int) -> bool:
    """ "Говоря о санкциях, Орлов пояснил, что": the gerund names the topic of another verb."""
    end = chunk_end(line, at + 1)
    return line.words[at] in GRAMMAR["attributing_gerund"] and line.words[end + 1 : end + 2] != ["что"]


def _doubly_denied(line: Line, number: int, at: int, cue: RussianCue) -> Reached:
    """ "не исключил, что": who does not rule it out says that it may be."""
    if cue.form != "finite":
        return NOTHING
    one, reach = _finite(line, number, at, cue._replace(frame="think"))
    begun = Span(line.starts[at - 1], line.ends[at])
    return (replace(one, cue=begun), reach) if one and one.shape == "lead" else NOTHING


def _finite(line: Line, number: int, at: int, cue: RussianCue) -> Reached:
    if cue.frame == "quote" and any(line.words[i] in GRAMMAR["relative"] for i in _clause(line, at)):
        return NOTHING  # "слова которого приводит «Маяк»": told with the verb of the sentence
    mention = subject(line, at, cue)
    relayed = _source_behind(line, at)
    if mention and cue.frame == "say" and _refers_back(line, at):
        return _back(line, number, at, (mention, relayed))
    relay = mention if relayed else _quoted_by(line, at, mention)
    one, reach = _spoken(line, number, at, cue, (relayed and mention and relayed) or mention)
    return (replace(one, chain=(_span(line, relay),)) if relay else one, reach) if one else NOTHING


def _quoted_by(line: Line, at: int, mention: Pieces | None) -> Pieces | None:
    """Who brings the words, told in an aside: "Орлов, слова которого приводит «Маяк», считает"."""
    if mention is None or mention[1] >= at:
        return None
    asides = ((i, russian_cue(line.words[i])) for i in range(mention[1] + 1, chunk_start(line, at)))
    return next((after(line, i + 1, cue) for i, cue in asides if cue and cue.frame == "quote"), None)


def _clause(line: Line, at: int) -> range:
    return range(chunk_start(line, at), at)


def _span(line: Line, pieces: Pieces) -> Span:
    return Span(line.starts[pieces[0]], line.ends[pieces[1] - 1])


def _denied(line: Line, at: int) -> bool:
    return at > 0 and line.words[at - 1] in GRAMMAR["negation"]


def _refers_back(line: Line, at: int) -> bool:
    """Does "об этом" in the clause stand for the sentence before?"""
    start, end = chunk_start(line, at), chunk_end(line, at)
    inside = line.words[start:end]
    pair = any(inside[i : i + 2] == ["об", "этом"] for i in range(len(inside)))
    dated = line.words[:2] == ["об", "этом"] and start <= LONGEST_DATE
    return (dated or (pair and start <= 2)) and not (
        end + 1 < len(line) and line.words[end + 1] in ("что", "как")
    )


def _back(line: Line, number: int, at: int, told: tuple[Pieces, Pieces | None]) -> Reached:
    """The statement before, told by the first of two, on the word of the second if there is one."""
    relay, source = told
    cue = Span(line.starts[at], line.ends[at])
    mention, chain = _span(line, source or relay), (_span(line, relay),) if source else ()
    back = Found((), cue, mention, number, number, shape="back", lemma=line.words[at], chain=chain)
    return back, len(line)


def _source_behind(line: Line, at: int) -> Pieces | None:
    """ "пишет Bloomberg со ссылкой на Орлова": the one referred to is the speaker."""
    end = chunk_end(line, at + 1)
    for i in range(chunk_start(line, at), end - 2):
        if line.words[i : i + 2] in (["ссылкой", "на"], ["со", "слов"]):
            return i + 2, at if i < at else end
    return None


def _spoken(line: Line, number: int, at: int, cue: RussianCue, mention: Pieces | None) -> Reached:
    start = chunk_start(line, at)
    if mention and line.words[start] == "как" and all(is_lead(line, i) for i in range(start)):
        content = min(chunk_end(line, at) + 1, len(line) - 1)
        return _made(line, number, (start, at + 1), mention, content)
    right = content_start(line, at, cue)
    if right is None or closes_quotation(line, at):
        left = content_before(line, at, cue, mention)
        if left is not None:
            return _trail(line, number, at, left, mention)
    return _made(line, number, (at, at + 1), mention, right) if mention else NOTHING


def _refusal(line: Line, number: int, at: int, cue: RussianCue) -> Reached:
    """ "отказался от комментариев", "не стал комментировать": recorded as declining."""
    start, end = chunk_start(line, at), chunk_end(line, at)
    comment = next((i for i in range(start, end) if line.words[i] in GRAMMAR["common_comment"]), None)
    if comment is None or not _refuses(line, at, start, cue):
        return NOTHING
    verb = at if cue.frame == "refuse" else at - 1
    begins = verb - _denied(line, verb)
    mention = subject(line, verb, RussianCue(cue.lemma, cue.frame, "finite", cue.gender, cue.number))
    if mention is None:
        return NOTHING
    first = comment - 1 if comment < verb else begins
    made = make_found(line, number, [(max(first, start), end)], (begins, at + 1), mention)
    return (replace(made, declined=True), end) if made else NOTHING


def _refuses(line: Line, at: int, start: int, cue: RussianCue) -> bool:
    if cue.frame == "refuse":
        return not _denied(line, at)
    return cue.form == "infinitive" and "не" in line.words[max(start, at - 3) : at]


def _made(line: Line, number: int, cue: Pieces, mention: Pieces | None, content: int | None) -> Reached:
    if content is None:
        return NOTHING
    end = content_end(line, content)
    made = make_found(line, number, _beside(mention, content, end), cue, mention)
    return (replace(made, same_speaker=mention is None), end) if made else NOTHING


def _beside(mention: Pieces | None, first: int, end: int) -> list[Pieces]:
    """The pieces of a content without a mention at its border; none when a mention parts it."""
    if mention is None or mention[1] <= first or mention[0] >= end:
        return [(first, end)]
    if mention[0] > first and mention[1] < end:
        return []
    return [(mention[1], end)] if mention[0] <= first else [(first, mention[0])]


def _trail(line: Line, number: int, at: int, left: int, mention: Pieces | None) -> Reached:
    pieces = [(left_border(line, left), left)]
    end = chunk_end(line, max(at + 1, mention[1] if mention else 0))
    right = right_part(line, end, quoted=line.words[left - 1] == QUOTE)
    if right:
        pieces.append(right)
    made = make_found(line, number, pieces, (at, at + 1), mention)
    return (replace(made, shape="trail"), right[1] if right else end) if made else NOTHING


def _agent(line: Line, at: int, cue: RussianCue) -> Pieces | None:
    """ "Как заявлено Орловой", «мэром было сказано»: the instrumental."""
    if cue.form != "short":
        return None
    end = chunk_end(line, at + 1)
    for i in range(chunk_start(line, at), end):
        alone = i == 0 or line.words[i - 1] not in GRAMMAR["preposition"]
        named = line.raw[i][0].isupper() or can_be_spoken_of(line.words[i])
        if alone and named and i != at and has_case(line.words[i], "ablt"):
            return i, phrase_end(line, i, end)
    return None


def _venue(line: Line, at: int) -> Pieces | None:
    """ "говорится в сообщении ведомства": the document and its owner."""
    end = chunk_end(line, at + 1)
    for i in range(at + 1, end):
        if line.words[i] in ("в", "во", "на"):
            return i + 1, end
    for i in range(chunk_start(line, at), at):
        if line.words[i] in ("в", "во", "на"):
            return i + 1, at
    return None
