import gc
import platform
import subprocess
import sys

import pytest

from bot.app.library import COLLECTIONS, open_whosaid
from bot.config import load_settings


@pytest.fixture(autouse=True)
def _collector_as_before():
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_no_full_collection_interrupts_questions(tmp_path):
    settings = load_settings(None).model_copy(update={"whosaid_db": tmp_path / "x.db"})
    with open_whosaid(settings):
        assert gc.get_threshold() == COLLECTIONS


HELD = """
import ctypes, sys, threading
from pathlib import Path
from bot.app.library import open_whosaid
from bot.config import load_settings

libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
with open_whosaid(load_settings(None).model_copy(update={"whosaid_db": Path(sys.argv[1])})):
    held, everybody = [], threading.Barrier(8)

    def take():
        everybody.wait()
        held.append(libc.malloc(1000))
        everybody.wait()

    threads = [threading.Thread(target=take) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    print(len({address >> 26 for address in held}))  # heaps of threads lie at multiples of 64 MB
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library has heaps of its own")
def test_threads_share_two_heaps(tmp_path):
    shown = subprocess.run(
        [sys.executable, "-c", HELD, str(tmp_path / "x.db")], capture_output=True, text=True, check=True
    )
    assert int(shown.stdout) <= 2
