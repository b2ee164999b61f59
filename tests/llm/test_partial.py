import pytest
from pydantic import BaseModel, ConfigDict

from bot.llm.partial import finished


class Fish(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    long: int


WHOLE = '{"fish": [{"name": "щука }", "long": 5}, {"name": "a \\"b\\"", "long": 7}]}'


def names(text: str) -> list[str]:
    return [fish.name for fish in finished(text, "fish", Fish)]


def test_an_object_is_there_with_its_last_letter() -> None:
    seen = [names(WHOLE[:end]) for end in range(len(WHOLE) + 1)]
    first, second = WHOLE.index(", {"), WHOLE.index("]}")
    assert seen[:first] == [[]] * first
    assert seen[first:second] == [["щука }"]] * (second - first)
    assert set(map(tuple, seen[second:])) == {("щука }", 'a "b"')}


def test_between_fences() -> None:
    assert names(f"```json\n{WHOLE}\n```") == ["щука }", 'a "b"']


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "[]", "Here it is: " + WHOLE, '{"other": [], "fish": [{"name": "a", "long": 1}]}',
        '{"fish": ["x"]}', '{"fish": [{"name": "a"}]}', '{"fish": [{"name": "a", "long": "1"}]}',
        '{"fish": [{"name": "a", "long": 1, "more": 2}]}', '{"fish": ' + "[" * 100_000, '{"fish": [}]}',
    ],
)  # fmt: skip
def test_nothing_else_is_taken(text: str) -> None:
    assert names(text) == []


def test_what_follows_another_shape_is_left() -> None:
    assert names('{"fish": [{"name": "a", "long": 1}, 7, {"name": "b", "long": 2}]}') == ["a"]
