"""What the words for a speaker tell."""

import pytest

from bot.statements.mentions import body_name


@pytest.mark.parametrize(
    ("shown", "name"),
    [
        ("NordGas, which owns the pier", "NordGas"),
        ("On Friday, the Harbour Board, an agency of the city", "Harbour Board"),
        ("Ministry of Health, Labour and Ports", "Ministry of Health, Labour and Ports"),
        ("Министерство развития, связи и портов", "Министерство развития, связи и портов"),
        ("In Touch Weekly, a magazine", "In Touch Weekly"),
        ("school board in Dolsk, Ladoga", "school board in Dolsk, Ladoga"),
        ("Harbour Board (of Dolsk, since 1990)", "Harbour Board (of Dolsk, since 1990)"),
    ],
)
def test_a_body_is_named_without_what_is_told_of_it(shown: str, name: str) -> None:
    assert body_name(shown) == name
