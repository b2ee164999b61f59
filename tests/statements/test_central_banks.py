"""The central bank that «регулятор» means."""

import pytest

from bot.statements.central_banks import central_bank_before


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ставку Банка России снизили. Регулятор", "Банк России"),
        ("Центробанк Норландии сохранил ставку. Регулятор", "Центробанк Норландии"),
        ("ЦБ сохранил ставку. Регулятор", "ЦБ"),
        ("Завод закрыли. Регулятор", None),
    ],
)
def test_central_bank_before(text: str, name: str | None) -> None:
    assert central_bank_before(text, len(text)) == name
