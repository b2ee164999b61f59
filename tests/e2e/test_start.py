"""`whosaid start`, which `make run` calls, as a person who has just cloned the project meets it."""

import shutil
import socket
import sqlite3
import time
from contextlib import closing

import pytest

from tests.e2e.support import SAMPLES, run
from tests.telegram.fake_api import TOKEN

NOW = ("--now", "2026-12-01")
BOTH_OF_PESKOV = (
    "“synchronized watches” on international and regional matters. [1]",
    "He called the summit successful",
)


def rows(folder):
    with closing(sqlite3.connect(folder / ".whosaid" / "sample.db")) as connection:
        tables = ("articles", "article_versions", "passages", "statements", "speakers")
        return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}


def test_an_empty_folder_gets_to_an_answer(tmp_path):
    code, out, err = run(tmp_path, "start", stdin="what did Peskov say?\n")
    assert code == 0
    assert all(words in out for words in BOTH_OF_PESKOV)
    assert "https://yar-herald.example.org/archive/2023/12/cis-summit" in out
    assert err == "No TELEGRAM_TOKEN in .env, so here is a chat over 13 sample articles.\n"
    assert [path.name for path in tmp_path.iterdir()] == [".whosaid"]


def test_the_second_start_is_quick_and_adds_nothing(tmp_path):
    run(tmp_path, "start", stdin="what did Peskov say?")
    before = rows(tmp_path)
    assert len(before["articles"]) == len(list(SAMPLES.iterdir()))
    began = time.monotonic()
    code, out, _ = run(tmp_path, "start", stdin="что сказал Песков?\n")
    assert time.monotonic() - began < 10  # under a second on an idle machine
    assert code == 0
    assert "He called the summit successful" in out
    assert rows(tmp_path) == before


def test_a_follow_up_in_one_run_and_in_the_next(tmp_path):
    first = "What did Irina Sokolova say about the bridge?\nand what did she say about the flood?\n"
    code, out, _ = run(tmp_path, "start", *NOW, stdin=first)
    assert code == 0
    bridge, flood = out.strip().split("\n\n\n") if "\n\n\n" in out else out.split("Irina Sokolova:")[1:]
    assert "creaks more than the bridge" in bridge
    assert "Sirens sounded" not in bridge
    assert "Sirens sounded" in flood
    assert "Sirens sounded" in run(tmp_path, "start", *NOW, stdin="and what did she say about the sirens?")[1]


def test_commands_and_blank_lines(tmp_path):
    lines = "\n   \n/help\nwhat did Peskov say?\n/new\nsource?\n/quit\nwhat did Putin say?\n"
    code, out, _ = run(tmp_path, "start", stdin=lines)
    assert code == 0
    assert "The conversation is forgotten." in out
    forgotten = out.split("The conversation is forgotten.")[1]
    assert "https://" not in forgotten
    assert "national currencies" not in forgotten


def test_input_that_ends_at_once(tmp_path):
    assert run(tmp_path, "start")[:2] == (0, "")


def test_a_token_in_env_means_telegram(tmp_path, api):
    (tmp_path / ".env").write_text(f"TELEGRAM_TOKEN=1{TOKEN}\nTELEGRAM_BASE_URL={api.base_url}\n", "utf-8")
    code, out, err = run(tmp_path, "start")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert err.startswith("whosaid: Telegram refuses the token")
    assert TOKEN.split(":")[1] not in err


@pytest.mark.parametrize("command", ["start", "run"])
def test_an_unreachable_telegram_is_one_clear_line(tmp_path, command):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/bot"
        code, out, err = run(tmp_path, command, TELEGRAM_TOKEN=TOKEN, TELEGRAM_BASE_URL=address)
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert err.startswith("whosaid: Telegram cannot be reached")
    assert TOKEN.split(":")[1] not in err


def test_a_database_that_is_none_is_one_clear_line(tmp_path):
    (tmp_path / ".whosaid").mkdir()
    (tmp_path / ".whosaid" / "sample.db").write_text("not a database, " * 99, "utf-8")
    code, out, err = run(tmp_path, "start", stdin="what did Peskov say?")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "is not a database" in err


def test_a_backup_that_is_put_back_is_searched_as_it_was(tmp_path):
    database, backup = tmp_path / "library.db", tmp_path / "backup.db"
    first, rest = sorted(map(str, SAMPLES.iterdir()))[:5], str(SAMPLES)
    options = ("--db", str(database), *NOW)
    run(tmp_path, "ingest", *options, *first)
    shutil.copy(database, backup)
    run(tmp_path, "ingest", *options, rest)
    assert "met in St. Petersburg" in run(tmp_path, "ask", *options, "when was the CIS summit?")[1]
    shutil.copy(backup, database)
    assert "met in St. Petersburg" not in run(tmp_path, "ask", *options, "when was the CIS summit?")[1]
    run(tmp_path, "ingest", *options, str(SAMPLES / "13-cis-summit.md"))
    assert "met in St. Petersburg" in run(tmp_path, "ask", *options, "when was the CIS summit?")[1]


def test_a_mention_inside_the_words_of_another_is_not_denied(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(
        "Talks in Tarn\n\nMayor Olga Brandt said that Councillor Nils Arden had prepared a secret report.\n",
        encoding="utf-8",
    )
    options = ("--db", str(tmp_path / "library.db"))
    run(tmp_path, "ingest", *options, str(story))
    reply = run(tmp_path, "ask", *options, "what did Arden say?")[1]
    assert "does not mention" not in reply
    assert "secret report" in reply
    assert "does not mention Zubkin at all" in run(tmp_path, "ask", *options, "what did Zubkin say?")[1]
