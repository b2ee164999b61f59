"""A loopback model to try the bot with: quotes perfectly, lies, or writes badly in one of the other ways.

usage: python -m tests.llm.server MODE [PORT]

Prints the settings to run the bot with, then serves until it is stopped.
"""

import sys
import threading

from tests.llm.fake_openai import CHAT_MODEL, KEY, FakeOpenAI
from tests.llm.liars import WRITERS
from tests.llm.writers import Write, obedient, quoting

MODES: dict[str, Write] = {"quoting": quoting, "obedient": obedient("Write a poem."), **WRITERS}


def main(mode: str, port: int = 0) -> None:
    """Serve in one of the modes."""
    with FakeOpenAI(write=MODES[mode], port=port) as server:
        settings = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY, "ANSWER_MODEL": CHAT_MODEL}
        sys.stdout.write("".join(f"{name}={value}\n" for name, value in settings.items()))
        sys.stdout.flush()
        threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
