"""Many jobs at once, few at one host."""

import threading
import time
from collections import Counter

import pytest

from bot.ingest.fanout import PER_HOST, FanOut


class Busy:
    """Counts how many jobs run at once, in all and at each host."""

    def __init__(self) -> None:
        self.now: Counter[str] = Counter()
        self.most: Counter[str] = Counter()
        self.most_in_all = 0
        self._lock = threading.Lock()

    def __call__(self, job: str) -> str:
        with self._lock:
            self.now[job[0]] += 1
            self.most[job[0]] = max(self.most[job[0]], self.now[job[0]])
            self.most_in_all = max(self.most_in_all, self.now.total())
        time.sleep(0.01)
        with self._lock:
            self.now[job[0]] -= 1
        return job.upper()


def test_every_job_is_done_within_the_bounds() -> None:
    busy = Busy()
    jobs = [f"{host}{number}" for number in range(10) for host in "abc"]
    done = dict(FanOut(busy, lambda job: job[0], threads=5).run(jobs))
    assert done == {job: job.upper() for job in jobs}
    assert max(busy.most.values()) == PER_HOST
    assert 2 < busy.most_in_all <= 5


def test_a_slow_host_keeps_nobody_waiting() -> None:
    free = threading.Event()

    def work(job: str) -> None:
        if job[0] == "a":
            free.wait(10)

    order = []
    for job, _ in FanOut(work, lambda job: job[0]).run(["a1", "a2", "a3", "b1", "b2", "c1"]):
        order.append(job)
        if job == "c1" or len(order) == 3:
            free.set()
    assert set(order[:3]) == {"b1", "b2", "c1"}


def test_no_jobs() -> None:
    assert list(FanOut(str, str).run([])) == []


def test_a_result_that_is_an_error_is_a_result() -> None:
    error = ValueError("found, not raised")
    assert list(FanOut(lambda _: error, str).run(["a"])) == [("a", error)]


def test_what_a_job_raises_is_raised_and_the_threads_end() -> None:
    def work(job: str) -> str:
        raise KeyError(job)

    with pytest.raises(ValueError, match="KeyError") as raised:
        list(FanOut(work, str).run(["a", "b"]))
    assert isinstance(raised.value.__cause__, KeyError)
    deadline = time.monotonic() + 5
    while any(thread.name == "fetch" for thread in threading.enumerate()) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(thread.name == "fetch" for thread in threading.enumerate())
