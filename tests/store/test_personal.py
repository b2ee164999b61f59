"""A person's data: all of it is given out, all of it is erased, nothing of anybody else's."""

import json
from datetime import UTC, datetime

import pytest

from bot.models import Answer, Citation, Claim, Question, Turn
from bot.store import Decided, Disliked, Edition, Head, ModelCall
from bot.store.inbox import Arrived
from bot.store.shown import Shown
from bot.subscriptions.schedule import QuietHours, Schedule
from bot.subscriptions.subscription import Manner, Place, Times
from bot.subscriptions.values import DigestItem, Scope

DAY = 86_400
NOW = 50 * DAY


def answer(words):
    cited = Citation(1, 1, "https://tarn.example/1", "Ice", "Tarn", "2031-05-06", 0, 3, "Ice")
    return Answer(words, words, "en", True, None, (Claim("Ice", None, "fact", (cited,)),), words)


def turn(words, asked="2031-05-06T10:00:00+00:00"):
    question = Question(words, words, "en", "said")
    return Turn(question, answer(words), datetime.fromisoformat(asked), ())


def fill(store, person, words, at=50 * DAY, asked="2031-05-06T10:00:00+00:00"):
    """All that there can be of a person; the id of the answer that was shown."""
    talk = f"telegram:{person}"
    store.talks.owned(talk, person)
    store.conversations.add(talk, turn(words, asked))
    shown_id = store.shown.keep(Shown(person, person, 5, talk, 1, at, answer(words)))
    store.shown.place(shown_id, person, [40 + person])
    store.reports.add(store.shown.get(shown_id, person), 1, person, at)
    store.people.set_role(person, "reader", at)
    store.people.set_language(person, "ru")
    store.people.count(person, "2031-05-06", 2)
    store.model_calls.add(
        ModelCall(at, talk, "answer", "abcd1234", "toy", "done", 700, 90, 0.1, 900.0, 2, 1, 0)
    )
    store.inbox.take([Arrived(900 + person, person, json.dumps({"text": f"waiting {words}"}))])
    return shown_id


def dump(store):
    """Every row of every table that people fill, as text."""
    tables = ("turns", "shown", "shown_messages", "talks", "reports", "chat_settings", "usage", "inbox")
    rows = {table: store._connections.rows(f"SELECT * FROM {table}") for table in tables}
    return {table: [tuple(row) for row in found] for table, found in rows.items()}


def test_export_holds_every_text(store):
    fill(store, 7, "secret seven")
    fill(store, 8, "secret eight")
    found = json.dumps(store.personal.export(7))
    exported = store.personal.export(7)
    assert "secret eight" not in found
    assert exported["use_by_day"] == [{"day": "2031-05-06", "questions": 2, "additions": 0}]
    assert (exported["role"], exported["language"]) == ("reader", "ru")
    assert exported["conversations"][0]["question"]["text"] == "secret seven"
    assert exported["answers_shown"][0]["answer"]["text"] == "secret seven"
    (report,) = exported["wrong_citations"]
    assert (report["number"], report["answer"]["claims"][0]["citations"][0]["quote"]) == (1, "Ice")
    assert [call["tokens_in"] for call in exported["model_calls"]] == [700]
    assert exported["not_answered_yet"] == [{"text": "waiting secret seven"}]


def test_erasing_leaves_nothing_but_the_role_and_all_of_others(store):
    fill(store, 8, "secret eight")
    others = dump(store)
    fill(store, 7, "secret seven")
    store.personal.erase(7)
    left = dump(store)
    number = [(907, 0, None, 0, "[]", "[]", 0)]  # so that Telegram's repetition of it is known
    assert left == {**others, "inbox": sorted([*others["inbox"], *number])}
    assert store.people.roles() == {7: "reader", 8: "reader"}
    assert [store.model_calls.tokens(chat=f"telegram:{person}") for person in (7, 8)] == [0, 790]
    assert store.model_calls.tokens() == 2 * 790


def test_erasing_takes_along_what_others_reported_of_answers_to_this_person(store):
    shown_id = fill(store, 7, "secret seven")
    store.reports.add(store.shown.get(shown_id, 7), 1, 8, 60)
    store.personal.erase(7)
    assert store.reports.all() == []


@pytest.mark.parametrize(("before", "left"), [(49, 1), (51, 0)])
def test_what_is_too_old_goes(store, before, left):
    moment = datetime.fromtimestamp(50 * DAY, UTC)
    fill(store, 7, "old", at=50 * DAY, asked=moment.isoformat())
    day = datetime.fromtimestamp(before * DAY, UTC).date().isoformat()
    assert store.personal.prune(before * DAY, day) == 1 - left
    found = store.personal.export(7)
    kinds = ("conversations", "answers_shown", "wrong_citations", "model_calls")
    assert [len(found[name]) for name in kinds] == [left] * 4
    assert len(found["use_by_day"]) == 1  # of another day
    assert found["not_answered_yet"]


def test_subscriptions_and_digests_are_a_persons_own(store):
    def count(table: str) -> int:
        return store._connections.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"]

    for chat in (7, 8, -5):
        place = Place(f"telegram:{chat}")
        one = store.subscriptions.save(place, Scope("topic", "water"), "en", Manner(Schedule("daily")), NOW)
        items = (DigestItem("story", f"Prices for {chat}", (), (f"article:{chat}",)),)
        edition = Edition(Head(one.scope, "en", 0, NOW, "UTC"), items)
        store.outbox.commit([Decided(one.id, one.next_due, NOW, NOW, 0, False, edition)], NOW)
    store.muted.add(Place("telegram:7"), Disliked("Ferry"), ["article:5"])
    store.subscriptions.keep_times(Place("telegram:7"), Times("Asia/Tokyo", QuietHours(1320, 480)), NOW)
    found = store.personal.export(7)
    assert found["muted"] == ["article:5"]
    assert found["disliked"] == [{"title": "Ferry", "names": []}]
    assert found["times"] == [{"thread": 0, "zone": "Asia/Tokyo", "quiet_start": 1320, "quiet_end": 480}]
    assert found["subscriptions"][0]["value"] == "water"
    assert [item["title"] for sent in found["digests_sent"] for item in sent["items"]] == ["Prices for 7"]
    store.personal.erase(7)
    assert "water" not in str(store.personal.export(7))
    assert "Prices for 7" not in str(store.personal.export(7))
    again = store.personal.export(7)
    assert (again["muted"], again["disliked"], again["times"]) == ([], [], [])
    tables = ("places", "subscriptions", "deliveries", "editions", "items", "item_marks", "edition_items")
    assert [count(table) for table in tables] == [2] * 7


def test_old_digests_are_forgotten_once_they_are_sent(store):
    for chat in (7, 8):
        place = Place(f"telegram:{chat}")
        one = store.subscriptions.save(place, Scope(), "en", Manner(Schedule("daily")), NOW)
        edition = Edition(Head(one.scope, "en", 0, NOW, "UTC"), (DigestItem("story", f"{chat}", (), ("a",)),))
        store.outbox.commit([Decided(one.id, one.next_due, NOW, NOW, 0, False, edition)], NOW)
    store.outbox.delivered(store.outbox.waiting(NOW, 1)[0].id, [1], NOW, done=True)
    store.personal.prune(NOW, "2031-01-01")
    assert store.outbox.counts() == {"pending": 1, "sent": 1}
    store.personal.prune(NOW + 1, "2031-01-01")
    assert store.outbox.counts() == {"pending": 1}
    assert len(store.subscriptions.of_place(Place("telegram:7"))) == 1
