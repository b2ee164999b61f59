"""All checks together, for plain texts."""

import pytest

from bot.support.judging import unsupported
from tests.support.rewordings import TRUE

SOURCE = "Mayor Vera Holm said the pier would open on 7 July after two years of repairs."


@pytest.mark.parametrize(
    "claim", [SOURCE, "The pier would open on 7 July", "Vera Holm said the pier would open"]
)
def test_supported(claim):
    assert unsupported(claim, [SOURCE]) == ()


@pytest.mark.parametrize(("source", "claim"), TRUE)
def test_other_words_for_the_same(source, claim):
    assert unsupported(claim, [source]) == ()


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("The pier would open on 7 July after three years of repairs", "number"),
        ("The pier would not open on 7 July", "negation"),
        ("Mayor Anna Holm said the pier would open", "name"),
        ("The pier would close on 7 July", "opposite"),
        ("“The pier will be gone”", "quoted words"),
    ],
)
def test_unsupported_and_why(claim, kind):
    assert kind in [reason.kind for reason in unsupported(claim, [SOURCE])]


def test_nothing_supports_a_claim_without_sources():
    assert unsupported("The pier opened in Lund", [])
