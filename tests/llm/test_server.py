import json

import pytest

from tests.llm.server import MODES, NONSENSE, by_task
from tests.llm.writers import quoting

TEXTS = {"content": "<<<a\n[ab12] (2031-01-02, Gazette) The pier is open.\na>>>"}


def asked(name):
    return {"messages": [{"content": ""}, TEXTS], "response_format": {"json_schema": {"name": name}}}


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_answers_the_probe(mode):
    assert json.loads(by_task(MODES[mode])(asked("probe"))) == {"fine": True}


def test_a_perfect_model_quotes_and_leaves_the_rest_alone():
    write = by_task(quoting)
    (claim,) = json.loads(write(asked("answer")))["claims"]
    assert claim == {"text": "The pier is open.", "speaker": None, "keys": ["ab12"]}
    assert json.loads(write(asked("translate"))) == {"translations": []}


def test_a_liar_lies_in_every_task():
    write = by_task(MODES["liar"])
    assert json.loads(write(asked("question"))) == {"question": NONSENSE}
    assert json.loads(write(asked("translate"))) == {"translations": [{"key": "ab12", "text": NONSENSE}]}
