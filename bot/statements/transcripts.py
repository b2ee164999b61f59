"""Interviews and transcripts: paragraphs that a speaker's name and a colon open, in either language.

It works on the lines of an article and is told who is named in it. A lone label proves nothing.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from bot.models import Span
from bot.statements.found import Found
from bot.statements.lexicon import sections
from bot.statements.lines import Line
from bot.statements.office_words import is_office_word
from bot.statements.ordinary_words import is_ordinary
from bot.statements.outlets import is_outlet
from bot.statements.people import Person

LONGEST_LABEL = 5  # pieces of a name with its title before the colon
Named = Callable[[str], Sequence[Person]]  # those of the text whose full name a label is or ends
FEW_SPEAKERS = 4
FEWEST = 3  # labelled paragraphs
INTERVIEWER = sections("mentions.txt")["interviewer"]
ROLES = sections("mentions.txt")["person_noun"]
NO_LABEL = sections("grammar_en.txt")["no_label"]


def transcript(lines: Sequence[Line], named: Named) -> Iterator[Found]:
    """The turns of a transcript as statements, one for every line; those of the interviewer are left out.

    Only a text with two or more speakers counts, half of whose turns are of those who have several: news of
    fifty towns, each under its name, is none, and neither is "Best: ..., Worst: ...".
    """
    labels = {n: size for n, line in enumerate(lines) if _opens(lines, n) and (size := _label(line))}
    if len(labels) < FEWEST:
        return
    shown = {n: lines[n].slice(0, size) for n, size in labels.items()}
    talking = _talking(Counter(shown.values()), small_words(lines), named)
    labels = {n: size for n, size in labels.items() if shown[n] in talking}
    turns = Counter(shown[n].lower() for n in labels)
    again = sum(count for count in turns.values() if count > 1)
    if len(labels) < FEWEST or len(turns) < 2 or again < len(labels) / 2:
        return
    number = 0
    while number < len(lines):
        if number not in labels:
            number += 1
            continue
        end = next((k for k in range(number + 1, len(lines)) if _opens(lines, k)), len(lines))
        yield from _turn(lines, number, end, labels[number])
        number = end


def _talking(turns: Counter[str], small: Collection[str], named: Named) -> set[str]:
    """The labels that are somebody's: shouted, an interviewer's, of an office, or of one who is named.

    Where a few have several turns, and an interviewer or a named person is among them, so are the others;
    without one they are if none of their names is an ordinary word.
    """
    known = {label for label in turns if may_speak(label, small, named)}
    repeated = {label for label, count in turns.items() if count > 1}
    if len(repeated) > FEW_SPEAKERS:
        return known
    talks = any(interviews(label) or named(label) for label in known & repeated)
    return (
        known | repeated if talks or not any(_is_ordinary(one, small) for one in repeated - known) else known
    )


def _is_ordinary(label: str, small: Collection[str]) -> bool:
    return _last(label).lower() in small or is_ordinary(_last(label), first=True)


def _last(label: str) -> str:
    return label.split()[-1]


def interviews(label: str) -> bool:
    """Is it whoever asks: an interviewer, a paper?"""
    return label.lower() in INTERVIEWER or is_outlet(label)


def small_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words that a text writes in small letters anywhere."""
    return frozenset(word for line in lines for word in line.raw if word.islower())


def may_speak(label: str, small: Collection[str], named: Named) -> bool:
    """May a label be somebody? What the text, or the dictionary, writes small elsewhere is no name."""
    last, bearers = _last(label), named(label)
    if any(one.gender for one in bearers) or interviews(label) or _is_role(label):
        return True
    if len(label) > 1 and last.lower() in small:
        return False
    return label.isupper() or (bool(bearers) and not is_ordinary(last, first=True))


def _is_role(label: str) -> bool:
    """Does it hold a word of office or of what somebody is: "Mayor Stone", "Witness"?"""
    return any(is_office_word(word) or word.lower() in ROLES for word in label.split())


def _opens(lines: Sequence[Line], number: int) -> bool:
    """Does the line open a paragraph?"""
    return number == 0 or lines[number - 1].paragraph != lines[number].paragraph


def _label(line: Line) -> int:
    """How many pieces the label has with which the line begins; 0 when there is none."""
    colon = next((i for i in range(1, min(LONGEST_LABEL + 1, len(line) - 1)) if line.words[i] == ":"), 0)
    named = all(word[0].isupper() or not word[0].isalpha() for word in line.raw[:colon])
    return colon if named and line.raw[0][0].isupper() and line.words[0] not in NO_LABEL else 0


def _turn(lines: Sequence[Line], number: int, end: int, size: int) -> Iterator[Found]:
    line = lines[number]
    label = line.slice(0, size)
    if interviews(label):
        return
    words = Span(line.starts[size + 1], lines[end - 1].span.end)
    letters = words.end - words.start
    mention, cue = Span(line.starts[0], line.ends[size - 1]), Span(line.starts[size], line.ends[size])
    yield Found((words,), cue, mention, number, end - 1, letters, letters, shape="label", lemma=":")
