"""`whosaid statements`."""

import json

import pytest

from tests.commands.conftest import Whosaid


@pytest.mark.parametrize(
    ("filters", "speakers"),
    [
        ((), ["Ida Holm", "Joe Vale"]),
        (("--speaker", "Хольм"), ["Ida Holm"]),
        (("--speaker", "Zubkin"), []),
        (("--about", "otter"), ["Joe Vale"]),
        (("--since", "2026-05-05"), ["Joe Vale"]),
        (("--until", "2026-05-04"), ["Ida Holm"]),
        (("--since", "2026-05-04", "--until", "2026-05-04"), []),
        (("--article", "https://tarn.example/ferry"), ["Ida Holm"]),
    ],
)
def test_filters(library: Whosaid, filters: tuple[str, ...], speakers: list[str]) -> None:
    code, out, _ = library("statements", *filters)
    assert code == 0
    assert sorted(json.loads(line)["speaker"] for line in out.splitlines()) == speakers


def test_a_bad_date_is_a_wrong_usage(library: Whosaid) -> None:
    code, out, err = library("statements", "--since", "May")
    assert (code, out) == (2, "")
    assert "May" in err
