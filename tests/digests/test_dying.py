"""Processes that are really killed, while they decide and while they send."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from bot.store import open_store
from tests.digests.dying import PLACES, subscribe

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.timeout(300)
def test_whoever_is_killed_sends_nothing_twice_and_forgets_nothing(tmp_path):
    database, telegram = tmp_path / "library.db", tmp_path / "telegram.txt"
    with open_store(database) as store:
        subscribe(store)
    draw, killed = random.Random(), 0
    # the first is killed while it decides, the last is not
    for seconds in (0.02, *(draw.uniform(0.05, 0.5) for _ in range(5)), 0.0):
        command = [sys.executable, "-m", "tests.digests.dying", str(database), str(telegram), str(seconds)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode in {0, -9}, done.stderr
        killed += done.returncode == -9
    lines = telegram.read_text("ascii").splitlines()
    assert sorted(line.split()[1] for line in lines) == sorted(f"telegram:{n + 1}" for n in range(PLACES))
    with open_store(database) as store:
        assert store.outbox.counts() == {"sent": PLACES}
    assert killed, "none was killed in time"
