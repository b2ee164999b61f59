"""Two sentences about one thing that differ, and many that only seem to."""

import pytest

from bot.answers.conflicts import conflict


@pytest.mark.parametrize(
    ("one", "other", "differing"),
    [
        ("The fire in Dolsk destroyed 48 houses.", "Fire destroys 52 houses in Dolsk.", ("48", "52")),
        (
            "The repair of the bridge will cost 410 million roubles.",
            "Теперь ремонт моста стоит 475 млн рублей.",
            ("410 million", "475 млн"),
        ),
        (
            "В Дольске при пожаре погибли 12 человек.",
            "Число погибших при пожаре в Дольске — 15 человек.",
            ("12", "15"),
        ),
    ],
)
def test_another_figure_of_the_same(one, other, differing):
    found = conflict(one, other)
    assert found is not None
    assert (found.kind, found.one, found.other) == ("figure", *differing)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The warning to the town came too late.", "The warning to the town did not come too late."),
        (
            "The council of Dolsk will sell the old harbour.",
            "The council of Dolsk will not sell the old harbour.",
        ),
        ("Совет Дольска продаст старую гавань.", "Совет Дольска не продаст старую гавань."),
    ],
)
def test_what_the_other_denies(one, other):
    found = conflict(one, other)
    assert found is not None
    assert found.kind == "denial"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same
        ("The fire in Dolsk destroyed 48 houses.", "В Дольске пожар уничтожил 48 домов."),
        # another thing is counted
        ("The fire in Dolsk destroyed 48 houses.", "The fire in Dolsk drove 112 people out."),
        # rounded, and bounds
        ("The fire in Dolsk destroyed about 50 houses.", "The fire in Dolsk destroyed 48 houses."),
        ("The fire in Dolsk destroyed more than 40 houses.", "The fire in Dolsk destroyed 48 houses."),
        ("В Дольске сгорело не менее 40 домов.", "В Дольске сгорело 48 домов."),
        ("The fire in Dolsk destroyed 40 houses or more.", "The fire in Dolsk destroyed 48 houses."),
        # two figures of one thing
        ("Water in Dolsk will cost 44 roubles instead of 38 roubles.", "Water in Dolsk costs 38 roubles."),
        # days, years, numbers of things
        ("The bridge in Dolsk opens on July 6.", "The bridge in Dolsk opens on July 9."),
        ("School No. 3 of Dolsk took families in.", "School No. 5 of Dolsk took families in."),
        # other matters
        (
            "The bridge in Dolsk cost 40 million roubles.",
            "The pier of Ladozhsk was sold for 7 million roubles.",
        ),
        ("The council will not sell the harbour.", "The mayor is proud of the harbour."),
        ("", "The mayor is proud of the harbour."),
    ],
)
def test_no_conflict_where_it_is_not_sure(one, other):
    assert conflict(one, other) is None
    assert conflict(other, one) is None
