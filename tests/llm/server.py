"""A loopback model to try the bot with: quotes perfectly, lies, or writes badly in one of the other ways.

usage: python -m tests.llm.server MODE [PORT]

Prints the settings to run the bot with, then serves until it is stopped.
"""

import json
import sys
import threading
from collections.abc import Callable

from tests.llm.fake_openai import CHAT_MODEL, KEY, FakeOpenAI
from tests.llm.liars import WRITERS
from tests.llm.writers import Write, obedient, quoting, read

MODES: dict[str, Write] = {"quoting": quoting, "obedient": obedient("Write a poem."), **WRITERS}
NONSENSE = "Президент Виктор Лапин ушёл в отставку. President Viktor Lapin resigned on 3 May."


def by_task(write: Write) -> Write:
    """Everything that the bot asks, not only answers: honest tasks with `quoting`, else nonsense."""
    honest = write is quoting
    others: dict[str, Callable[[dict], object]] = {
        "probe": lambda _: {"fine": True},
        "check": lambda _: {"supported": True},
        "followup": lambda _: {"question": "" if honest else NONSENSE},
        "question": lambda _: {"question": "" if honest else NONSENSE},
        "translate": lambda body: {"translations": [] if honest else _translations(body)},
    }

    def answer(body: dict) -> str:
        schema = body.get("response_format", {}).get("json_schema", {})
        other = others.get(schema.get("name", ""))
        return json.dumps(other(body), ensure_ascii=False) if other else write(body)

    return answer


def _translations(body: dict) -> list[dict]:
    return [{"key": piece.key, "text": NONSENSE} for piece in read(body).pieces]


def main(mode: str, port: int = 0) -> None:
    """Serve in one of the modes."""
    with FakeOpenAI(write=by_task(MODES[mode]), port=port) as server:
        settings = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY, "ANSWER_MODEL": CHAT_MODEL}
        sys.stdout.write("".join(f"{name}={value}\n" for name, value in settings.items()))
        sys.stdout.flush()
        threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
