"""Who is sent what: once, what is new to them, composed once for all who want it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.answers.spending import Limits
from bot.digests.composer import FURTHER, Composer
from bot.digests.deciding import AHEAD, LATE, Decider, batches, grouped
from bot.digests.text import SHOWN
from bot.digests.writing import StoryWriter
from bot.errors import StoreError
from bot.ingest.analyse import analyse
from bot.models import Draft
from bot.store import Decided, Delivery, Disliked, Store, open_store
from bot.subscriptions.schedule import DAY, HOUR, QuietHours, Schedule
from bot.subscriptions.subscription import Manner, Place, Subscription
from bot.subscriptions.values import Scope, Window, article_mark
from bot.telegram.digest_buttons import digest_of
from tests.digests.conftest import ORCHARD, PIER
from tests.digests.made_up import MadeUpNews, Told
from tests.llm.writers import Model, quoting, scribe

NINE = 1_940_058_000  # 2031-06-24 09:00:00 UTC, a Tuesday
WATER = Scope("topic", "water")
DAILY = Manner(Schedule("daily", 540))
Follow = Callable[..., Subscription]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Without articles: those of a made-up composer have their own numbers."""
    with open_store(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def news() -> MadeUpNews:
    return MadeUpNews()


@pytest.fixture
def decider(store: Store, news: MadeUpNews) -> Decider:
    return Decider(store, news)


@pytest.fixture
def follow(store: Store) -> Follow:
    """Subscribes the hour before nine."""

    def save(
        scope: Scope = WATER, chat: int = 1, manner: Manner = DAILY, now: int = NINE - HOUR
    ) -> Subscription:
        return store.subscriptions.save(Place(f"telegram:{chat}"), scope, "en", manner, now)

    return save


@pytest.fixture
def add_all(store: Store) -> Callable[[], None]:
    """Two stories of the morning, of real text."""

    def add() -> None:
        drafts = [
            Draft(f"http://{title}".replace(" ", "-"), title, text, "2031-06-24T07:00:00Z", "Gazette")
            for title, text in (PIER, ORCHARD)
        ]
        store.articles.save([analyse(draft) for draft in drafts])

    return add


def sent(store: Store, now: int) -> list[Delivery]:
    """Everything that waits is sent; what that was."""
    found = []
    while waiting := store.outbox.waiting(now, 100):
        for one in waiting:
            store.outbox.delivered(one.id, [1], now, done=True)
            found.append(one)
    return found


def titles(deliveries: list[Delivery]) -> list[list[str]]:
    return [
        [("update " if item.update else "") + item.title for item in one.edition.items] for one in deliveries
    ]


def test_nothing_before_its_time_and_once_at_it(store, news, decider, follow):
    follow()
    news.tell(1, NINE - 5 * HOUR)
    assert decider.decide(NINE - 1, 1)["due"] == 0
    assert decider.decide(NINE, 1)["digests"] == 1
    assert titles(sent(store, NINE)) == [["Story 1"]]
    assert decider.decide(NINE + 1, 1)["due"] == 0


def test_a_first_digest_is_of_the_last_day(store, news, decider, follow):
    follow()
    news.tell(1, NINE - DAY - 1)
    news.tell(2, NINE - DAY)
    decider.decide(NINE, 2)
    assert titles(sent(store, NINE)) == [["Story 2"]]


def test_what_came_since_the_last_one(store, news, decider, follow):
    follow()
    news.tell(1, NINE - HOUR)
    decider.decide(NINE, 1)
    sent(store, NINE)
    news.tell(2, NINE - HOUR)  # came in late
    news.tell(3, NINE - 2 * LATE)  # too late
    news.tell(1, NINE + HOUR)
    decider.decide(NINE + DAY, 4)
    assert titles(sent(store, NINE + DAY)) == [["update Story 1", "Story 2"]]


def test_an_article_that_is_dated_a_little_ahead_is_not_lost(store, news, decider, follow):
    follow()
    news.tell(1, NINE + AHEAD - 1)
    decider.decide(NINE, 1)
    assert titles(sent(store, NINE)) == [["Story 1"]]


def test_missed_times_are_made_up_for_by_one_digest(store, news, decider, follow):
    follow()
    news.tell(1, NINE)
    decider.decide(NINE, 1)
    sent(store, NINE)
    for number in range(5):
        news.tell(10 + number, NINE + number * DAY)
    late = NINE + 4 * DAY + 5 * HOUR
    decider.decide(late, news.sequence)
    (one,) = sent(store, late)
    assert titles([one]) == [[f"Story {10 + number}" for number in (4, 3, 2, 1, 0)]]
    assert store.subscriptions.get(one.subscription_id).next_due == NINE + 5 * DAY


def test_a_clock_that_goes_back_sends_nothing_twice(store, news, decider, follow):
    follow()
    news.tell(1, NINE - HOUR)
    decider.decide(NINE + 5, 1)
    sent(store, NINE + 5)
    news.tell(2, NINE - HOUR)
    for now in (NINE - 300, NINE - 1, NINE, NINE + 5 * HOUR):
        assert decider.decide(now, 2)["due"] == 0
    assert decider.decide(NINE + DAY, 2)["digests"] == 1


def test_a_clock_that_was_far_ahead_does_not_silence_anybody(store, news, decider, follow):
    one = follow()
    news.tell(1, NINE - HOUR)
    assert decider.decide(NINE + 400 * DAY, 1)["due"] == 1
    assert store.subscriptions.get(one.id).next_due == NINE + 401 * DAY
    decider.decide(NINE - 60, 1)
    assert store.subscriptions.get(one.id).next_due == NINE + DAY, "today's was told already"


def test_what_came_after_a_wrong_clock_was_right_again_is_not_lost(store, news, decider, follow):
    one = follow(manner=Manner(Schedule("weekly", 540, 2)))
    decider.decide(NINE + 3 * DAY, 0)
    assert store.subscriptions.get(one.id).looked == NINE + 3 * DAY
    decider.decide(NINE, 0)
    assert store.subscriptions.get(one.id).looked == NINE
    news.tell(1, NINE + HOUR)
    decider.decide(NINE + 7 * DAY, 1)
    assert titles(sent(store, NINE + 7 * DAY)) == [["Story 1"]]


def test_the_same_after_a_restart(store, news, decider, follow):
    one = follow()
    decider.decide(NINE + 400 * DAY, 1)
    Decider(store, news).decide(NINE - 60, 1)
    assert store.subscriptions.get(one.id).next_due == NINE + DAY


def test_in_quiet_hours_it_is_put_off(store, news, decider, follow):
    one = follow(manner=Manner(Schedule("at_once"), quiet=QuietHours(22 * 60, 8 * 60)), now=NINE)
    night = NINE + 14 * HOUR
    news.tell(1, night)
    assert decider.decide(night, 1)["put_off"] == 1
    assert sent(store, night) == []
    assert store.subscriptions.get(one.id).next_due == NINE + 23 * HOUR
    decider.decide(NINE + 23 * HOUR, 1)
    assert titles(sent(store, NINE + 23 * HOUR)) == [["Story 1"]]


def test_the_same_is_composed_once(store, news, decider, follow):
    for chat in range(20):
        follow(chat=chat, scope=Scope("topic", "Water" if chat % 2 else "water"))
    news.tell(1, NINE - HOUR)
    assert decider.decide(NINE, 1) == {"due": 20, "put_off": 0, "groups": 1, "digests": 20}
    assert len(news.composed) == 1
    found = sent(store, NINE)
    assert {one.place.chat for one in found} == {f"telegram:{chat}" for chat in range(20)}
    assert titles(found) == [["Story 1"]] * 20


def test_windows_that_differ_a_little_are_composed_together(store, news, follow):
    early, late = follow(), follow(chat=2)
    for one, looked, after in ((early, NINE - DAY + 1, 4), (late, NINE - DAY + 90, 6)):
        store.outbox.commit(
            [decided_at(one, looked, after)],
            NINE,
        )
    due = [store.subscriptions.get(one.id) for one in (early, late)]
    (group,) = grouped(due, NINE)
    assert group.window == Window(4, NINE - DAY - LATE, NINE + AHEAD)
    assert group.since == NINE - DAY


def decided_at(one: Subscription, looked: int, after: int) -> Decided:
    return Decided(one.id, one.next_due, one.next_due, looked, after, False, None)


def test_each_gets_what_is_new_to_them(store, news, decider, follow):
    follow(chat=1)
    news.tell(1, NINE - HOUR)
    decider.decide(NINE, 1)
    sent(store, NINE)
    follow(chat=2, now=NINE + HOUR)
    news.tell(1, NINE + HOUR)
    news.tell(2, NINE + 2 * HOUR)
    decider.decide(NINE + DAY, 3)
    assert titles(sent(store, NINE + DAY)) == [["Story 2", "update Story 1"], ["Story 2", "Story 1"]]


def test_two_subscriptions_of_a_place_do_not_repeat_each_other(store, news, decider, follow):
    follow(Scope())
    follow(WATER)
    news.tell(1, NINE - HOUR)
    news.tell(2, NINE - HOUR, "ferry")
    decider.decide(NINE, 2)
    found = sent(store, NINE)
    assert [(one.edition.head.scope.kind, titles([one])[0]) for one in found] == [
        ("topic", ["Story 1"]),
        ("everything", ["Story 2"]),
    ]


def test_a_statement_that_a_story_told_is_not_told_again(store, news, decider, follow):
    follow(Scope("speaker", "orlov"))
    follow(WATER)
    news.tell(1, NINE - HOUR)
    decider.decide(NINE, 1)
    assert [one.edition.head.scope.kind for one in sent(store, NINE)] == ["speaker"]


def test_a_line_is_not_told_again_in_another_order_by_another_story(store, decider, news, follow):
    class Turned(Told):
        line = "Line 1 on water of story 1."

    follow()
    news.tell(1, NINE - HOUR)
    decider.decide(NINE, 1)
    assert titles(sent(store, NINE)) == [["Story 1"]]
    news.articles.append(Turned(2, 2, NINE + HOUR, "water"))
    news.stories[2].append(2)
    decider.decide(NINE + DAY, 2)
    assert sent(store, NINE + DAY) == []


def test_a_statement_is_told_once(store, news, decider, follow):
    follow(Scope("speaker", "orlov", "water"), manner=Manner(Schedule("at_once")))
    news.tell(1, NINE)
    news.tell(2, NINE, "ferry")
    for minute in range(3):
        decider.decide(NINE + 60 * minute, 2)
    assert titles(sent(store, NINE)) == [["Story 1"]]


def test_at_most_so_many_and_the_rest_is_kept(store, news, decider, follow):
    follow()
    for number in range(SHOWN + 3):
        news.tell(number, NINE - HOUR)
    decider.decide(NINE, news.sequence)
    (one,) = sent(store, NINE)
    assert (len(one.edition.items), len(one.edition.rest)) == (SHOWN, 3)


def test_no_news_is_not_sent_unless_wanted_and_then_once(store, news, decider, follow):
    follow(chat=1)
    follow(chat=2, manner=Manner(Schedule("daily", 540), when_empty="once"))
    follow(chat=3, manner=Manner(Schedule("at_once"), when_empty="once"))
    days = []
    for day in range(6):
        if day == 3:
            news.tell(1, NINE + 3 * DAY)
        decider.decide(NINE + day * DAY, news.sequence)
        found = sent(store, NINE + day * DAY)
        days.append(sorted((one.place.chat[-1], len(one.edition.items)) for one in found))
    assert days == [[("2", 0)], [], [], [("1", 1), ("2", 1), ("3", 1)], [("2", 0)], []]


def test_while_a_digest_waits_no_further_one_piles_up(store, news, decider, follow):
    follow(manner=Manner(Schedule("hourly", 0)))
    for hour in range(5):
        news.tell(hour, NINE + hour * HOUR)
        decider.decide(NINE + hour * HOUR, news.sequence)
    assert titles(sent(store, NINE + 5 * HOUR)) == [["Story 0"]]
    decider.decide(NINE + 5 * HOUR, news.sequence)
    assert titles(sent(store, NINE + 5 * HOUR)) == [["Story 4", "Story 3", "Story 2", "Story 1"]]


def test_one_scope_that_fails_does_not_hold_up_the_others(store, follow):
    class Failing(MadeUpNews):
        def compose(self, scope, window, language):
            if scope.kind == "topic":
                raise StoreError("no luck")
            return super().compose(scope, window, language)

    news = Failing()
    news.tell(1, NINE - HOUR)
    follow(WATER)
    follow(Scope(), chat=2)
    decider = Decider(store, news)
    assert decider.decide(NINE, 1)["failed"] == 1
    assert [one.place.chat for one in sent(store, NINE)] == ["telegram:2"]
    assert decider.decide(NINE + 30, 1)["failed"] == 1, "it is tried again"


def test_groups_are_written_together_while_they_share_no_place(follow):
    found = grouped(
        [follow(Scope("topic", word), chat) for word, chat in (("a", 1), ("b", 2), ("c", 1))], NINE
    )
    assert [[group.scope.value for group in batch] for batch in batches(found)] == [["a", "b"], ["c"]]


def test_a_batch_has_an_end(follow):
    found = grouped([follow(Scope("topic", word), chat) for chat, word in enumerate("aaabcd", 1)], NINE)
    assert [[group.scope.value for group in batch] for batch in batches(found, 2)] == [
        ["a"],
        ["b", "c"],
        ["d"],
    ]
    assert [len(batch) for batch in batches(found, 0)] == [1, 1, 1, 1]
    assert list(batches([])) == []


def test_after_a_long_stop_a_digest_looks_back_some_days_only(store, news, decider, follow):
    follow()
    news.tell(0, NINE)
    decider.decide(NINE, 1)
    sent(store, NINE)
    news.tell(1, NINE + DAY)
    news.tell(2, NINE + 59 * DAY)
    decider.decide(NINE + 60 * DAY, 3)
    assert titles(sent(store, NINE + 60 * DAY)) == [["Story 2"]]


def test_what_a_place_wants_no_more_of_is_left_out(store, decider, news, follow):
    mine, theirs = follow(chat=1), follow(chat=2)
    first = news.tell(1, NINE - HOUR)
    store.muted.add(mine.place, Disliked("Ferry"), [article_mark(first.number)])
    news.tell(1, NINE - 60)
    other = news.tell(2, NINE - 60)
    decider.decide(NINE, news.sequence)
    told = {one.subscription_id: one.edition.items for one in sent(store, NINE)}
    assert [item.marks for item in told[mine.id]] == [(article_mark(other.number),)]
    assert len(told[theirs.id]) == 2


def test_a_story_of_another_subscription_comes_further_up(store, decider, news, follow):
    follow(Scope(), chat=1)
    follow(Scope(), chat=2)
    store.subscriptions.save(Place("telegram:2"), WATER, "en", Manner(Schedule("weekly")), NINE - HOUR)
    for story in range(1, 9):
        news.tell(story, NINE - HOUR + story, topic="water" if story == 3 else "bread")
    decider.decide(NINE, news.sequence)
    told = {one.place.chat: titles([one])[0] for one in sent(store, NINE)}
    assert told["telegram:1"] == ["Story 8", "Story 7", "Story 6", "Story 5", "Story 4", "Story 3"]
    assert told["telegram:2"] == ["Story 8", "Story 7", "Story 3", "Story 6", "Story 5", "Story 4"]


def test_a_story_like_a_disliked_one_comes_last(store, decider, news, follow):
    mine = follow(chat=1)
    store.muted.add(mine.place, Disliked("Ferry", ("Story",)), [])
    store.muted.add(mine.place, Disliked("Line"), [])
    for story in range(1, 4):
        news.tell(story, NINE - HOUR + story)
    decider.decide(NINE, news.sequence)
    assert titles(sent(store, NINE)) == [["Story 3", "Story 2", "Story 1"]]


def test_a_model_words_a_story_once_for_all_subscribers(store, add_all, follow):
    add_all()
    composer = Composer(store, FURTHER)
    sequence = composer.catch_up()
    model = Model(quoting)
    writer = StoryWriter(store, scribe("digest", model), 20)
    for chat in range(1, 6):
        follow(Scope(), chat)
        follow(Scope("topic", "pier"), chat + 10)
    Decider(store, composer, writer).decide(NINE, sequence)
    writer.close()
    found = sent(store, NINE)
    assert len(found) == 10
    assert len(model.asked) == 2  # the stories, for both scopes
    items = [item for one in found for item in (*one.edition.items, *one.edition.rest)]
    assert all(item.claims and not item.further for item in items)


@pytest.mark.parametrize(("limits", "is_spent"), [(Limits(per_day=60), True), (Limits(), False)])
def test_a_digest_says_that_the_budget_of_the_model_is_used_up(store, add_all, follow, limits, is_spent):
    add_all()
    composer = Composer(store, FURTHER)
    sequence = composer.catch_up()
    writer = StoryWriter(store, scribe("digest", Model(quoting), limits=limits), 20)
    follow(Scope())
    Decider(store, composer, writer).decide(NINE, sequence)
    writer.close()
    (one,) = sent(store, NINE)
    assert one.edition.head.spent is is_spent
    assert digest_of(one.edition).spent is is_spent


def test_what_is_due_when_the_models_time_is_over_is_told_by_the_sources(store, add_all, follow, monkeypatch):
    add_all()
    monkeypatch.setattr("bot.digests.deciding.WRITTEN_WITHIN", 0.0)
    composer = Composer(store, FURTHER)
    sequence = composer.catch_up()
    model = Model(quoting)
    writer = StoryWriter(store, scribe("digest", model), 20)
    follow(Scope())
    Decider(store, composer, writer).decide(NINE, sequence)
    writer.close()
    (one,) = sent(store, NINE)
    assert (len(one.edition.items), model.asked) == (2, [])
