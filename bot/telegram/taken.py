"""Shows what became of what was handed over, what is followed, how the library does; it takes nothing in."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.ingest.handed import Taken
from bot.language.dates import readable_date
from bot.models import Language
from bot.telegram.links import web_address
from bot.telegram.ports import Followed, Source, Status
from bot.telegram.reasons import reason
from bot.telegram.richtext import Block, Run, plain
from bot.telegram.texts import TEXTS, counted

SHOWN = 8  # articles; of more, only those that were refused and the counts
_LONGEST_URL = 200


def taken_blocks(taken: Sequence[Taken], language: Language) -> Iterator[Block]:
    """A block an article, or counts and what was refused when there are many."""
    texts = TEXTS[language].adding
    shown = list(taken)
    if len(taken) > SHOWN:
        outcomes = Counter(each.outcome for each in taken)
        new, refused = outcomes["added"] + outcomes["updated"], outcomes["failed"]
        yield plain(texts.counts.format(new=new, had=len(taken) - new - refused, refused=refused))
        shown = [each for each in taken if each.outcome == "failed"][:SHOWN]
    for each in shown:
        yield _refused(each, language) if each.outcome == "failed" else _article(each, language)


def _article(taken: Taken, language: Language) -> Block:
    texts = TEXTS[language].adding
    heading = {"added": texts.new, "updated": texts.updated}.get(taken.outcome, texts.had)
    address = web_address(taken.url)
    name = taken.title or taken.url
    about = [taken.source or taken.url.removeprefix("file:"), readable_date(taken.published, language)]
    about.append(counted(taken.statements, "statements", language))
    words = ", ".join(filter(None, about))
    return Block((Run(f"{heading} "), Run(name, bold=True, href=address), Run(f"\n{words}", italic=True)))


def _refused(taken: Taken, language: Language) -> Block:
    what = (taken.title or taken.url)[:_LONGEST_URL]
    head = Run(f"{TEXTS[language].adding.refused} ")
    return Block((head, Run(what, bold=True), Run(f"\n{reason(taken.error, language)}")))


def refusal_block(what: str, error: str, language: Language) -> Block:
    """Something as a whole that was not taken in."""
    return _refused(Taken("failed", what, error=error), language)


def followed_blocks(followed: Followed, language: Language) -> Iterator[Block]:
    """What is followed now, what was before, and what else could be."""
    texts = TEXTS[language].adding
    groups = (
        (texts.followed, followed.added),
        (texts.followed_before, followed.known),
        (texts.declared, followed.others),
    )
    for heading, feeds in groups:
        if feeds:
            yield plain(heading)
            for url, title in feeds[:SHOWN]:
                yield Block(tuple(_feed(url, title)), gap="\n")


def _feed(url: str, title: str) -> Iterator[Run]:
    if title and title != url:
        yield Run(title, bold=True)
        yield Run("\n")
    yield Run(url)


def sources_blocks(sources: Sequence[Source], language: Language) -> Iterator[Block]:
    """Every feed with its number."""
    texts = TEXTS[language].adding
    if not sources:
        yield plain(texts.sources_none)
        return
    yield plain(texts.sources.format(sources=counted(len(sources), "sources", language)))
    for number, source in enumerate(sources, 1):
        yield Block(
            (Run(f"{number}. "), *_feed(source.url, source.title), Run("\n"), _state(source, language))
        )


def _state(source: Source, language: Language) -> Run:
    texts = TEXTS[language].adding
    last = texts.read_at.format(moment=f"{source.last:%d.%m.%Y %H:%M}") if source.last else texts.read_never
    return Run(
        f"{texts.a_day.format(number=f'{source.a_day:.1f}')}; {last}{_trouble(source, language)}", italic=True
    )


def _trouble(source: Source, language: Language) -> str:
    texts, error = TEXTS[language].adding, reason(source.error, language)
    if source.is_paused:
        return f"; {texts.paused.format(error=error)}"
    if source.failures:
        return f"; {texts.failing.format(times=source.failures, error=error)}"
    return ""


def status_blocks(status: Status, language: Language) -> Iterator[Block]:
    """The library in figures, then the sources that need somebody."""
    texts = TEXTS[language].adding
    yield plain(
        texts.status.format(
            articles=counted(status.articles, "articles", language),
            statements=counted(status.statements, "statements", language),
            a_day=f"{status.a_day:.1f}",
            sources=counted(len(status.sources), "sources", language),
            waiting=status.waiting,
            given_up=status.given_up,
            megabytes=status.megabytes,
            free=status.free_megabytes,
        )
    )
    if status.behind:
        yield plain(texts.behind.format(changes=status.behind))
    troubled = [
        (number, source)
        for number, source in enumerate(status.sources, 1)
        if source.failures or source.is_paused
    ]
    if troubled:
        yield plain(texts.troubles)
    for number, source in troubled:
        words = _trouble(source, language).removeprefix("; ")
        yield Block((Run(f"{number}. {source.title}: "), Run(words, italic=True)), gap="\n")
