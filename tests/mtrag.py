"""How much of a human's stand-alone wording of a follow-up the rewriting without a model carries over.

usage: python -m tests.mtrag FILE.jsonl [--show]

A line is {"questions", "lastturn", "rewrite"}: the turns of one speaker ("|user|: ..." each on a line), the
last of them, and what a human made of it. Words are compared by stem, without stop words and the filler
words of questions. For a conversation whose rewrite adds words to the last turn:

- kept: the share of the added words that our stand-alone question holds;
- carried: the same, over the added words that stand in an earlier turn, so could be carried over at all;
- foreign: words that we add and the human does not, in a hundred turns, also over turns to which the human
  adds nothing from before ("quiet": the share of these that we leave alone).

It knows no answers: the conversations have none, so nothing that only an answer named can be carried.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from bot.answers.followups import resolve
from bot.answers.lexicon import word_list
from bot.language.lemmas import content_words, lemmas
from bot.language.script import fold
from bot.models import Answer, Turn
from tests.known_speakers import directory_of

NOW = datetime(2025, 7, 14, 12, tzinfo=UTC)
USER = "|user|:"


class Scored(NamedTuple):
    """One conversation: its last turns, ours and the human's wording, the stems that each adds."""

    turns: Sequence[str]
    ours: str
    rewrite: str
    asked: frozenset[str]
    added: frozenset[str]
    before: frozenset[str]

    @property
    def carried(self) -> frozenset[str]:
        """What the human took from an earlier turn."""
        return self.added & self.before


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry meaning."""
    fillers = word_list("fillers")
    return frozenset(lemmas(word)[0] for word in content_words(text) if fold(word) not in fillers)


def standalone(turns: Sequence[str]) -> str:
    """Our wording of the last turn after the others, over a library that knows nobody."""
    directory, told = directory_of(), list[Turn]()
    for text in turns:
        question = resolve(text, told, directory, NOW)
        told.append(Turn(question, Answer("", "", question.language, False, None, (), ""), NOW))
    return told[-1].question.standalone


def scored(lines: Iterable[str]) -> Iterator[Scored]:
    """Every conversation of a file."""
    for row in map(json.loads, lines):
        turns = [turn.strip() for turn in row["questions"].split(USER) if turn.strip()]
        rewrite = row["rewrite"].replace(USER, "").strip()
        last, ours = stems(turns[-1]), standalone(turns)
        before = frozenset(stem for turn in turns[:-1] for stem in stems(turn))
        yield Scored(turns, ours, rewrite, stems(ours) - last, stems(rewrite) - last, before)


def score(rows: Sequence[Scored]) -> dict[str, float]:
    """The measures of the module, with how many conversations and words each rests on."""
    adding = [row for row in rows if row.added]
    quiet = [row for row in rows if len(row.turns) > 1 and not row.carried]
    return {
        "conversations": len(rows),
        "adding": len(adding),
        "words_added": sum(len(row.added) for row in adding),
        "kept": _share((row.asked & row.added, row.added) for row in adding),
        "words_carried": sum(len(row.carried) for row in adding),
        "carried": _share((row.asked & row.carried, row.carried) for row in adding),
        "foreign_per_100": round(100 * sum(len(row.asked - row.added) for row in rows) / len(rows), 1),
        "quiet": round(sum(not row.asked for row in quiet) / len(quiet), 3) if quiet else 0.0,
        "quiet_turns": len(quiet),
    }


def _share(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> float:
    held, all_ = 0, 0
    for part, whole in pairs:
        held, all_ = held + len(part), all_ + len(whole)
    return round(held / all_, 3) if all_ else 0.0


def shown(row: Scored) -> str:
    """A conversation to be read by hand."""
    lines = [*(f"  . {turn}" for turn in row.turns[:-1]), f"  > {row.turns[-1]}", f"  = {row.ours}"]
    lines.append(f"  H {row.rewrite}")
    lines.append(f"    ours {sorted(row.asked)} human {sorted(row.added)} carried {sorted(row.carried)}")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Print the figures, with `--show` every conversation as well."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args(arguments)
    with chosen.file.open(encoding="utf-8") as file:
        rows = list(scored(file))
    if chosen.show:
        sys.stdout.write("\n".join(map(shown, rows)))
    sys.stdout.write(json.dumps(score(rows), indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
