"""Speakers: one for each key, their forms counted over current statements only."""

import random
import sqlite3
from contextlib import closing

from bot.models import Speaker
from bot.statements.speaker_keys import keys_of, office_of
from bot.statements.speaker_source import MOST
from bot.store import open_store
from tests.known_speakers import KnownSpeakers

DERIVED = """
    SELECT speaker_id, 'name', speaker, count(*) FROM current_statements WHERE speaker_id > 0 GROUP BY 1, 3
    UNION ALL
    SELECT speaker_id, 'kind', speaker_kind, count(*) FROM current_statements
        WHERE speaker_id > 0 GROUP BY 1, 3
    UNION ALL
    SELECT speaker_id, 'office', value, count(DISTINCT s.id) FROM current_statements AS s, json_each(offices)
        WHERE speaker_id > 0 GROUP BY 1, 3
"""


def test_both_scripts_are_one_speaker_named_by_the_most_frequent_form(store, make_article, says):
    store.articles.save(
        [
            make_article("u1", "one", says("Dmitry Orlov", offices=("mayor", "mayor")), says("Bo Ray")),
            make_article("u2", "two", says("Дмитрий Орлов", offices=("мэр",)), says("Дмитрий Орлов")),
        ]
    )
    orlov, ray = store.speakers.get(range(1, 100))
    assert orlov == Speaker(1, "Дмитрий Орлов", "person", ("Dmitry Orlov",), ("mayor", "мэр"), 3)
    assert (ray.id, ray.name, ray.statements) == (2, "Bo Ray", 1)


def test_a_tie_goes_to_the_form_met_first(store, make_article, says):
    store.articles.save([make_article("u1", "one", says("Дмитрий Орлов"), says("Dmitry Orlov"))])
    assert store.speakers.get(range(1, 100))[0].name == "Дмитрий Орлов"


def test_an_unknown_kind_does_not_outvote_a_known_one(store, make_article, says):
    unknown = says("Harbour Office", speaker_kind="unknown")
    store.articles.save(
        [make_article("u1", "one", unknown, unknown, says("Harbour Office", speaker_kind="body"))]
    )
    assert store.speakers.get(range(1, 100))[0].kind == "body"


def test_a_rewritten_article_takes_its_speakers_back(store, make_article, says):
    store.articles.save([make_article("u1", "one", says("Ann Lee"), says("Bo Ray", offices=("cook",)))])
    before = store.speakers.revision()
    store.articles.save([make_article("u1", "two", says("Ann Lee"))])
    assert store.speakers.revision() != before
    assert [(speaker.name, speaker.statements) for speaker in store.speakers.get(range(1, 100))] == [
        ("Ann Lee", 1)
    ]


def test_revision_stays_when_no_speaker_changed(store, make_article, says):
    assert store.speakers.revision() == 0
    store.articles.save([make_article("u1", "one", says("Ann Lee"))])
    before = store.speakers.revision()
    store.articles.save([make_article("u1", "one", says("Ann Lee")), make_article("u2", "nobody speaks")])
    assert store.speakers.revision() == before


def test_counted_forms_equal_what_statements_say(path, make_article, says):
    dice = random.Random(5)
    names = ["Ann Lee", "Энн Ли", "Bo Ray", "Harbour Office", None]
    with open_store(path) as store:
        for number in range(120):
            said = [says(dice.choice(names), offices=("cook",)[: dice.randint(0, 1)]) for _ in range(4)]
            store.articles.save([make_article(f"u{dice.randint(1, 30)}", f"text {number}", *said)])
    with closing(sqlite3.connect(path)) as file:
        counted = file.execute(
            "SELECT speaker_id, sort, form, statements FROM speaker_forms WHERE statements <> 0"
        ).fetchall()
        assert sorted(counted) == sorted(file.execute(DERIVED).fetchall())


def test_an_office_read_once_into_somebody_of_many_statements_is_not_his(store, make_article, says):
    said = [says("Ann Lee", offices=("mayor",)) if place == 0 else says("Ann Lee") for place in range(11)]
    store.articles.save(
        [make_article("u1", "one", *said, says("Bo Ray", offices=("mayor",)), says("Bo Ray"))]
    )
    ann, bo = store.speakers.get(range(1, 100))
    assert (ann.statements, bo.statements) == (11, 2)
    assert store.speakers.holders("office", [[key] for key in office_of("mayor")]) == [bo.id]


def test_look_ups_give_what_reading_all_speakers_gives(store, make_article, says):
    dice = random.Random(11)
    given, family = ("Ann", "Иван", "Ivan", "Bo", "Anna"), ("Lee", "Орлов", "Orlov", "Ray", "Bell-Ross")
    offices = ("mayor of Dolsk", "мэр Дольска", "Kremlin spokesman", "cook")
    for number in range(40):
        said = [
            says(
                f"{dice.choice(given)} {dice.choice(family)}",
                speaker_kind="body" if dice.random() < 0.1 else "person",
                offices=tuple(dice.sample(offices, dice.randint(0, 2))),
            )
            for _ in range(3)
        ]
        store.articles.save([make_article(f"u{dice.randint(1, 15)}", f"text {number}", *said)])
    kept = store.speakers
    known = KnownSpeakers(kept.get(range(1, 100)))
    words = [keys_of(word) for word in (*given, *family, "Smith")]
    for one in words:
        assert kept.known("word", one) == known.known("word", one)
        assert kept.persons([one]) == known.persons([one])
        assert [kept.persons([one, other]) for other in words] == [
            known.persons([one, other]) for other in words
        ]
    for office in offices[:3]:
        keys = [[key] for key in office_of(office)]
        assert kept.holders("office", keys) == known.holders("office", keys)
    assert kept.most_heard(range(5, 20)) == known.most_heard(range(5, 20))
    assert set(kept.surnames("o", range(3, 9))) == set(known.surnames("o", range(3, 9)))


def test_surnames_met_later_are_noticed(store, make_article, says):
    assert store.speakers.surnames("l", range(1, 9)) == []
    store.articles.save([make_article("u1", "one", says("Ann Lind"))])
    assert store.speakers.surnames("l", range(1, 9)) == ["lind"]
    store.articles.save([make_article("u2", "two", says("Bo Lund"), says("Cy Lind"))])
    assert store.speakers.surnames("l", range(1, 9)) == ["lind", "lund"]
    assert store.speakers.surnames("l", range(5, 9)) == []


def test_those_with_most_statements_come_first_and_not_all(store, make_article, says):
    syllables = [one + other for one in "bdgklmnprs" for other in "ao"]
    names = [f"{one}{other} Lind" for one in syllables for other in syllables][: MOST + 20]
    said = [says(name.title()) for number, name in enumerate(names) for _ in range(1 + (number == 215))]
    store.articles.save([make_article("u1", "one", *said)])
    found = store.speakers.persons([["lind"]])
    assert len(found) == MOST
    assert store.speakers.get(found[:1])[0].statements == 2
