"""Decides who is sent what: subscriptions that are due, grouped, so that what many want is composed once.

    due -> in quiet hours? put off
        -> grouped by scope, language and window -> composed once a group
        -> without what each place had, in the order that it leans to -> editions, shared by all alike
        -> worded by a model, if there is one, a story once for all -> committed

Deciding only writes to the outbox; it sends nothing and knows no front end. A time missed while the program
stood still is made up for by one digest, however many were missed. A clock that was wrong and goes back sends
nothing twice: what was decided stays decided, and subscriptions wait for their next time but one. What such a
clock has taken for old is looked at again.
"""

import logging
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple, Protocol

from bot.digests.choosing import unseen
from bot.digests.leaning import ordered
from bot.digests.text import SHOWN
from bot.digests.writing import StoryWriter, Worded
from bot.errors import WhosaidError
from bot.models import Language
from bot.store import Decided, Edition, Had, Head, Store
from bot.subscriptions.schedule import DAY, HOUR, next_due, out_of_quiet, period
from bot.subscriptions.subscription import Place, Subscription
from bot.subscriptions.values import DigestItem, Scope, Window
from bot.subscriptions.wording import scope_key

log = logging.getLogger(__name__)

LATE = DAY  # how long after its publication an article may come in and still be news
AHEAD = DAY  # how far in the future an article may be dated: clocks and zones of sites are wrong at times
FURTHEST = 16 * DAY  # that a digest looks back after a long stop; a weekly one may miss a time
BATCH = 10_000  # subscriptions that are decided in one transaction: half a second of the one writer
WRITTEN_WITHIN = 180.0  # seconds of a round that models get; what is due after them is told by the sources
_SPECIFIC_FIRST = ("speaker", "topic", "source", "everything")  # who tells what two subscriptions share


Word = Callable[[Sequence[DigestItem], Language], Worded]


class ComposerProtocol(Protocol):
    """Finds what is new of a scope in a window, best first."""

    def compose(self, scope: Scope, window: Window, language: Language) -> Sequence[DigestItem]:
        """The items; those that some people had may be among them."""

    def touching(self, scope: Scope, window: Window) -> frozenset[str]:
        """Marks of all that is new of a scope in a window."""


@dataclass(frozen=True, slots=True)
class Group:
    """Subscriptions that are told of the same."""

    scope: Scope
    language: Language
    window: Window
    since: int  # that its heading tells; the window begins earlier, for articles that come in late
    subscriptions: tuple[Subscription, ...]


class Decider:
    """Decides for one library; for one thread at a time."""

    def __init__(self, store: Store, composer: ComposerProtocol, writer: StoryWriter | None = None) -> None:
        self._store = store
        self._composer = composer
        self._writer = writer
        self._written_until = 0.0
        self._seen = 0  # the latest moment that it was told of

    def decide(self, now: int, sequence: int) -> Counter[str]:
        """Decide all that is due at a moment, of the articles up to a sequence number.

        Returns how many subscriptions were due, groups composed, digests written, times put off, and groups
        that failed, which are tried again the next time.
        """
        self._trust_no_clock(now)
        self._written_until = time.monotonic() + WRITTEN_WITHIN
        due = self._store.subscriptions.due(now, sequence)
        quiet = [(one, until) for one in due if (until := _quiet_until(one, now)) > now]
        self._store.subscriptions.move_due(quiet)
        put_off = {one.id for one, _ in quiet}
        groups = grouped((one for one in due if one.id not in put_off), now)
        count = Counter(due=len(due), put_off=len(quiet), groups=len(groups))
        # what a model takes its time over is sent as soon as it is written
        for batch in batches(groups, BATCH if self._writer is None else 0):
            made: list[Decided] = []
            for group in batch:
                with self._noting(count):
                    made += self._decided(group, now, sequence)
            with self._noting(count):
                count["digests"] += self._store.outbox.commit(made, now)
        return count

    @contextmanager
    def _noting(self, count: Counter[str]) -> Iterator[None]:
        """What fails here fails alone."""
        try:
            yield
        except WhosaidError as error:
            count["failed"] += 1
            log.warning("a digest could not be made, which is tried again: %s", error)

    def _trust_no_clock(self, now: int) -> None:
        """At the start, and when the clock goes back, undo what only a wrong one can have said."""
        subscriptions = self._store.subscriptions
        if not 0 < self._seen <= now:
            subscriptions.look_again(now)
            subscriptions.move_due(list(_called_back(subscriptions.far_off(now), now)))
        self._seen = now

    def _decided(self, group: Group, now: int, sequence: int) -> list[Decided]:
        items = self._composer.compose(group.scope, group.window, group.language)
        traces = {trace for item in items for trace in item.traces}
        numbers = [one.id for one in group.subscriptions]
        known = Known(
            self._store.outbox.had(numbers, traces),
            self._store.muted.of(numbers, traces),
            self._liked(group.window, numbers, traces) if items else {},
            self._store.muted.names(numbers),
        )
        editions = Editions(group, items, known, now, self._worded)
        return [decided(one, editions.of(one), now, sequence) for one in group.subscriptions]

    def _liked(self, window: Window, numbers: list[int], traces: set[str]) -> dict[int, frozenset[str]]:
        """Of some traces those that the places of subscriptions follow elsewhere, too."""
        others = self._store.subscriptions.others(numbers)
        scopes = {scope for held in others.values() for scope in held}
        touched = {scope: self._composer.touching(scope, window) & traces for scope in scopes}
        return {
            number: marks
            for number, held in others.items()
            if (marks := frozenset[str]().union(*(touched[scope] for scope in held)))
        }

    def _worded(self, items: Sequence[DigestItem], language: Language) -> Worded:
        if self._writer is None:
            return Worded(tuple(items))
        left = self._written_until - time.monotonic()
        return self._writer.worded(items, language, min(left, self._writer.seconds))


class Known(NamedTuple):
    """What the places of a group had, hear no more of, follow elsewhere and dislike, by subscription."""

    had: Had
    muted: Mapping[int, frozenset[str]]
    liked: Mapping[int, frozenset[str]] = MappingProxyType({})  # marks
    disliked: Mapping[int, tuple[tuple[str, ...], ...]] = MappingProxyType({})  # names of each matter


class Editions:
    """The editions of a group: one for all with the same history, leanings and zone, as `word` words it."""

    def __init__(self, group: Group, items: Sequence[DigestItem], known: Known, now: int, word: Word) -> None:
        self._group = group
        self._items = items
        self._known = known
        self._now = now
        self._word = word
        self._made: dict[tuple[frozenset[int], frozenset[str], tuple[int, ...], str], Edition] = {}

    def of(self, one: Subscription) -> Edition:
        """What a subscription is told; without items when that is nothing."""
        had, muted = self._known.had, self._known.muted.get(one.id, frozenset())
        order = self._order(one.id)
        key = had.editions.get(one.id, frozenset()), muted, order, one.manner.zone
        if key not in self._made:
            group = self._group
            wanted = [item for place in order if not (item := self._items[place]).known_to(muted)]
            items = unseen(wanted, had.items_of(key[0]))
            told = self._word(items[:SHOWN], group.language)
            rest = tuple(replace(item, further=()) for item in items[SHOWN:])
            head = Head(group.scope, group.language, group.since, self._now, one.manner.zone, told.spent)
            self._made[key] = Edition(head, told.items, rest)
        return self._made[key]

    def _order(self, number: int) -> tuple[int, ...]:
        liked, disliked = self._known.liked.get(number), self._known.disliked.get(number)
        if not liked and not disliked:
            return tuple(range(len(self._items)))
        return ordered(self._items, liked or frozenset(), disliked or ())


def batches(groups: Iterable[Group], size: int = BATCH) -> Iterator[list[Group]]:
    """Groups in their order, in batches that are written in one transaction each.

    Subscribers of a topic are strewn over the tables, so that a transaction for each group would write nearly
    every page anew. A place is in one group of a batch at most: what it is told by one, the next must know.
    A batch has at most `size` subscriptions, or one group.
    """
    batch: list[Group] = []
    places: set[Place] = set()
    count = 0
    for group in groups:
        own = {one.place for one in group.subscriptions}
        if batch and (count + len(group.subscriptions) > size or not places.isdisjoint(own)):
            yield batch
            batch, places, count = [], set(), 0
        batch.append(group)
        places |= own
        count += len(group.subscriptions)
    if batch:
        yield batch


def decided(one: Subscription, edition: Edition, now: int, sequence: int) -> Decided:
    """Where a subscription stands after being told an edition, which is not sent when it is empty.

    Unless the person wants to hear of that once; nobody wants to hear that there is no alert.
    """
    is_empty = not edition.items
    says_so = one.manner.when_empty == "once" and one.manner.schedule.recurrence != "at_once"
    tells_empty = is_empty and says_so and not one.empty_told
    return Decided(
        subscription_id=one.id,
        was_due=one.next_due,
        next_due=_next(one, now),
        looked=now,
        after=sequence,
        empty_told=is_empty and (one.empty_told or tells_empty),
        edition=edition if tells_empty or not is_empty else None,
    )


def grouped(due: Iterable[Subscription], now: int) -> list[Group]:
    """Groups, those of one window one after the other, and in a window the most specific first.

    Windows are made alike: they begin at full hours and at the lowest sequence number of all that begin
    there. Who was told more than others is not told it again, because it is known what they had.
    """
    held: dict[tuple[int, int, str, Language], list[Subscription]] = defaultdict(list)
    after: dict[tuple[int, int], int] = {}
    for one in due:
        begins = _begins(one, now)
        held[(*begins, scope_key(one.scope), one.language)].append(one)
        after[begins] = min(one.after, after.get(begins, one.after))
    found = [
        _group(tuple(members), Window(after[since, first], first, now + AHEAD), since)
        for (since, first, _, _), members in held.items()
    ]
    return sorted(found, key=_order)


def _order(group: Group) -> tuple[int, int, int, bool]:
    is_general = not group.scope.about
    return group.window.since, group.window.after, _SPECIFIC_FIRST.index(group.scope.kind), is_general


def _group(members: tuple[Subscription, ...], window: Window, since: int) -> Group:
    return Group(members[0].scope, members[0].language, window, since, members)


def _begins(one: Subscription, now: int) -> tuple[int, int]:
    """What the heading of a digest begins with, and what its window does."""
    looked = one.looked or now - period(one.manner.schedule.recurrence)
    since = max(looked - looked % HOUR, now - FURTHEST)
    # a first digest, which no sequence number bounds, would tell of two days instead of one
    return since, since - LATE if one.looked else since


def _called_back(far_off: Iterable[Subscription], now: int) -> Iterator[tuple[Subscription, int]]:
    """Those that a wrong clock has sent too far: they are due the next time but one, as the next was told."""
    for one in far_off:
        latest = _next(one, _next(one, now))
        if one.next_due > latest:
            yield one, latest


def _quiet_until(one: Subscription, now: int) -> int:
    return out_of_quiet(now, one.manner.time_zone, one.manner.quiet)


def _next(one: Subscription, now: int) -> int:
    return next_due(one.manner.schedule, one.manner.time_zone, now, one.manner.quiet)
