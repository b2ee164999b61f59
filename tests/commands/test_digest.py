"""`whosaid digest`."""

import json

import pytest

from tests.commands.conftest import Whosaid

AT = ("--now", "2026-05-05T12:00:00Z")


def test_of_the_last_day(library: Whosaid) -> None:
    code, out, _ = library("digest", *AT)
    assert code == 0
    assert "Otter steals a fish" in out
    assert "“The otter is not to blame,” fisher Joe Vale said. [1]" in out
    assert "https://tarn.example/otter" in out
    assert "Ferry" not in out


def test_as_an_object(library: Whosaid) -> None:
    code, out, _ = library("digest", "--json", "--since", "2026-05-01", *AT, "--topic", "ferry")
    assert code == 0
    digest = json.loads(out)
    assert digest["scope"] == {"kind": "topic", "value": "ferry", "about": ""}
    assert (digest["since"], digest["lang"]) == ("2026-05-01T00:00:00+00:00", "en")
    (item,) = digest["items"]
    assert (item["title"], item["articles"]) == ("Ferry sinks", 1)
    citation = item["claims"][0]["citations"][0]
    assert (citation["url"], citation["number"]) == ("https://tarn.example/ferry", 1)
    assert item["claims"][0]["text"] in digest["text"]


@pytest.mark.parametrize(
    ("options", "titles", "more"),
    [
        (("--speaker", "Холм"), ["Ferry sinks"], 0),
        (("--speaker", "Holm", "--topic", "otter"), [], 0),
        (("--source", "tarn post"), ["Otter steals a fish", "Ferry sinks"], 0),
        (("--source", "elsewhere"), [], 0),
        (("-n", "1"), ["Otter steals a fish"], 1),
        (("--until", "2026-05-04"), ["Ferry sinks"], 0),
    ],
)
def test_scopes_and_limits(library: Whosaid, options: tuple[str, ...], titles: list[str], more: int) -> None:
    code, out, _ = library("digest", "--json", "--since", "2026-05-01", *AT, *options)
    digest = json.loads(out)
    assert code == 0
    assert [item["title"] for item in digest["items"]] == titles
    assert digest["more"] == more


def test_nothing_new_names_the_newest_article(library: Whosaid) -> None:
    _, out, _ = library("digest", "--lang", "ru", "--now", "2026-08-01")
    assert "Ничего нового. Самая новая статья — 5 мая 2026." in out


@pytest.mark.parametrize("options", [("-n", "0"), ("--source", "a", "--topic", "b")])
def test_wrong_usage(library: Whosaid, options: tuple[str, ...]) -> None:
    code, _, error = library("digest", *options)
    assert code == 2
    assert error.startswith("whosaid: ")
