"""Ingest killed at random moments, run twice at once, and asked meanwhile: nothing lost, half or double."""

import json
import logging
import random
import re
import sqlite3
import time
from contextlib import closing

import pytest

from tests.e2e.support import finish, run, start

log = logging.getLogger(__name__)

SEED = 20261124
ARTICLES = 300
KILLS = 4
GIVEN = {
    "en": ["Ada", "Bruno", "Clara", "Dorian", "Edith", "Felix", "Greta", "Hugo"],
    "ru": ["Глеб", "Тимур", "Егор", "Лука", "Прохор", "Савва", "Фома", "Яков"],
}
SURNAMES = {
    "en": ["Marlow", "Quill", "Sarn", "Tovey", "Umber", "Vance", "Wexley", "Yarrow"],
    "ru": ["Ключарёв", "Мостовой", "Паромов", "Рудаков", "Сенцов", "Трубин", "Уваров", "Шатров"],
}
OFFICES = {
    "en": ["harbour master", "mayor", "chief engineer", "head of the fire service"],
    "ru": ["мэр Крутояра", "главный инженер порта", "директор музея", "начальник станции"],
}
SENTENCES = {
    "en": (
        "{office} {name} said on Monday that pier {number} would be rebuilt before winter.",
        "“We counted {number} boats this morning,” {surname} told us. He added that the fog had gone.",
        "According to {surname}, the town spent {number} million crowns on the lighthouse.",
        "The ferry left {number} minutes late, and nobody on the quay was surprised by that.",
    ),
    "ru": (
        "{office} {name} сообщил, что причал № {number} достроят до зимы.",
        "«Утром мы насчитали {number} лодок», — сказал {surname}. Он добавил, что туман рассеялся.",
        "По словам {name}, на маяк потратили {number} млн рублей.",
        "Паром отошёл с опозданием на {number} минут, и на пристани никто не удивился.",
    ),
}


def made_up_article(chance, number):
    """Some 120 words by someone who does not exist; later numbers rewrite or repeat earlier articles."""
    language = chance.choice(["en", "ru"])
    surname = chance.choice(SURNAMES[language])
    name = f"{chance.choice(GIVEN[language])} {surname}"
    office = chance.choice(OFFICES[language])
    known = {"office": office[0].upper() + office[1:], "name": name, "surname": surname}
    paragraphs = [
        " ".join(
            sentence.format(**known, number=chance.randint(2, 900))
            for sentence in chance.sample(SENTENCES[language], 4)
        )
        for _ in range(3)
    ]
    day = f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return {
        "url": f"https://gazette.example.org/{number}",
        "title": f"{known['office']} {name} ({number})",
        "text": "\n\n".join(paragraphs),
        "published": f"{day}T{chance.randint(0, 23):02}:00:00Z",
        "source": chance.choice(["Gazette", "Pier Post"]),
    }


@pytest.fixture(scope="module")
def articles():
    """The articles in the order of the file: among the new ones some rewritten and some sent twice."""
    chance = random.Random(SEED)
    lines = []
    for number in range(ARTICLES):
        article = made_up_article(chance, number)
        if number % 25 == 24:
            article = {**article, "url": chance.choice(lines)["url"]}
        if number % 40 == 39:
            article = {**chance.choice(lines), "url": f"https://copies.example.org/{number}"}
        lines.append(article)
    return lines


@pytest.fixture(scope="module")
def source(articles, tmp_path_factory):
    path = tmp_path_factory.mktemp("source") / "articles.jsonl"
    path.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles), "utf-8")
    return path


@pytest.fixture(scope="module")
def undisturbed(source, tmp_path_factory):
    """The database of a run that nobody disturbs, and how many seconds it took."""
    folder = tmp_path_factory.mktemp("undisturbed")
    began = time.monotonic()
    report = ingest(folder, source)
    assert report["failed"] == []
    assert report["added"] > report["updated"] > report["duplicates"] > 0
    return folder / "library.db", time.monotonic() - began


def starting(folder, source):
    return start(folder, "ingest", "--json", str(source), WHOSAID_DB="library.db", WORKERS="2")


def ingest(folder, source):
    return report_of(starting(folder, source))


def report_of(process):
    code, out, err = finish(process)
    assert (code, told(err)) == (0, [])
    return json.loads(out)


def told(err):
    """The lines of standard error but for the progress that a slow machine gets to see."""
    return [line for line in err.splitlines() if not re.fullmatch(r".+: \d+(?: of \d+)? after \d+ s", line)]


def content(database):
    """Every row of every table, ids and all; without what tells one library file from another."""
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        listed = (
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*sqlite_*' ORDER BY 1"
        )
        tables = [name for (name,) in connection.execute(listed)]
        rows = {table: sorted(connection.execute(f"SELECT * FROM {table}")) for table in tables}
    rows["meta"] = [row for row in rows["meta"] if row[0] != "identity"]
    assert {"articles", "article_versions", "passages", "statements", "speakers", "speaker_forms"} <= {*rows}
    return rows


def assert_whole(found, complete):
    """What a killed run left: the first articles, each with all of its passages and statements."""
    versions = {row[:2] for row in found["article_versions"]}
    assert found["article_versions"] == [row for row in complete["article_versions"] if row[:2] in versions]
    for table in ("passages", "statements"):
        kept = [row for row in complete[table] if row[1:3] in versions]
        assert [without_current(row) for row in found[table]] == [without_current(row) for row in kept]
    assert len(found["article_versions"]) == dict(found["meta"])["sequence"]


def without_current(row):
    """An article that is rewritten later takes its old statements out of use."""
    return (*row[:3], *row[4:])


def test_killed_again_and_again_it_ends_as_if_undisturbed(source, undisturbed, tmp_path):
    database, seconds = undisturbed
    complete = content(database)
    chance = random.Random(SEED)
    held = []
    for _ in range(KILLS):
        moment = chance.uniform(0.3, 0.9) * seconds
        process = starting(tmp_path, source)
        time.sleep(moment)
        process.kill()
        # its worker processes hold the pipes as well: this ends only when they have ended by themselves
        finish(process, seconds=20)
        if (tmp_path / "library.db").exists():
            found = content(tmp_path / "library.db")
            assert_whole(found, complete)
            held.append(len(found["articles"]))
        log.warning("killed after %.3f s of %.3f s; held so far: %s", moment, seconds, held)
    assert held == sorted(held)
    last = ingest(tmp_path, source)
    assert content(tmp_path / "library.db") == complete
    assert last["added"] + last["updated"] + last["unchanged"] + last["duplicates"] == ARTICLES


def test_a_second_run_adds_nothing(source, undisturbed):
    database, _ = undisturbed
    before = content(database)
    report = ingest(database.parent, source)
    assert (report["added"], report["updated"], report["failed"]) == (0, 0, [])
    assert content(database) == before


def test_two_at_once_store_every_article_once(source, undisturbed, tmp_path):
    database, _ = undisturbed
    both = [starting(tmp_path, source), starting(tmp_path, source)]
    reports = [report_of(process) for process in both]
    complete = content(database)
    assert content(tmp_path / "library.db") == complete
    assert sum(report["added"] for report in reports) == len(complete["articles"])
    stored = sum(report["added"] + report["updated"] for report in reports)
    assert stored == len(complete["article_versions"])


def test_questions_are_answered_while_an_ingest_runs(articles, source, tmp_path):
    last = next(article for article in reversed(articles) if "gazette" in article["url"])
    texts = {(article["url"], article["title"]): article["text"] for article in articles}
    asking = start(tmp_path, "chat", "--json", "--db", "library.db", "--now", "2025-01-01")
    running = starting(tmp_path, source)
    answers = []
    try:
        while running.poll() is None or len(answers) < 3:
            answers.append(ask(asking, "what did Marlow say about the boats?"))
        assert report_of(running)["failed"] == []
        newest = ask(asking, f"what did {last['title'].split(' (')[0].split()[-1]} say?")
    finally:
        running.kill()
        code, _, err = finish(asking)
    assert (code, told(err)) == (0, [])
    assert newest["answered"]
    assert answers[-1]["answered"]
    cited = [each for answer in answers for claim in answer["claims"] for each in claim["citations"]]
    assert cited
    for each in cited:
        assert texts[each["url"], each["title"]][each["start"] : each["end"]] == each["quote"]


def ask(chat, question):
    """One line in, one line out."""
    chat.stdin.write(json.dumps({"q": question}) + "\n" + json.dumps({"reset": True}) + "\n")
    chat.stdin.flush()
    return json.loads(chat.stdout.readline())


def test_an_index_killed_while_it_catches_up_is_whole_afterwards(undisturbed, tmp_path):
    database, _ = undisturbed
    copy = tmp_path / "library.db"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    question = ("ask", "--json", "--db", str(copy), "--now", "2025-01-01", "how many boats did Quill count?")
    chance = random.Random(SEED)
    for _ in range(2):
        process = start(tmp_path, *question)
        time.sleep(chance.uniform(0.4, 1.2))
        process.kill()
        finish(process)
    answers = []
    for path in (copy, database):
        code, out, err = run(tmp_path, *question[:3], str(path), *question[4:])
        assert (code, told(err)) == (0, [])
        answers.append(json.loads(out))
    assert answers[0]["answered"]
    assert answers[0]["claims"] == answers[1]["claims"]
