"""`whosaid stories`."""

import json

import pytest

from tests.commands.conftest import Whosaid


def test_an_object_a_line(library: Whosaid) -> None:
    code, out, _ = library("stories", "--json")
    assert code == 0
    first, second = map(json.loads, out.splitlines())
    assert (first["title"], second["title"]) == ("Otter steals a fish", "Ferry sinks")
    assert second["articles"] == ["https://tarn.example/ferry"]
    assert (second["first"], second["speakers"]) == ("2026-05-03T10:00:00+00:00", ["Ida Holm"])


@pytest.mark.parametrize(
    ("filters", "titles"),
    [
        (("--since", "2026-05-04"), ["Otter steals a fish"]),
        (("--until", "2026-05-04"), ["Ferry sinks"]),
        (("--now", "2026-05-04"), ["Ferry sinks"]),
        (("--since", "2026-06-01"), []),
    ],
)
def test_periods(library: Whosaid, filters: tuple[str, ...], titles: list[str]) -> None:
    code, out, _ = library("stories", "--json", *filters)
    assert code == 0
    assert [json.loads(line)["title"] for line in out.splitlines()] == titles


def test_readable(library: Whosaid) -> None:
    code, out, _ = library("stories")
    assert code == 0
    assert "Ferry sinks (2026-05-03; 1 articles)" in out
    assert "Quoted: Ida Holm" in out
