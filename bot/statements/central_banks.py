"""The central bank that «регулятор» means: the last one named before, as an article of finance has it.

It looks a short way back and knows no other regulators: where no central bank is named there is none.
"""

import re

from bot.statements.upright import upright

REACH = 1500  # characters
_OF = r"(?: [А-ЯЁ][а-яё]+)?"
_BANK = re.compile(
    rf"\b(?:ЦБ(?: РФ)?|Банк\w{{0,2}} России|Центробанк\w{{0,2}}{_OF}|Центральн\w+ банк\w{{0,2}}{_OF})\b"
)


def central_bank_before(text: str, at: int) -> str | None:
    """The name of the central bank named last before an offset, in the nominative; None for none."""
    last = None
    for match in _BANK.finditer(text, max(0, at - REACH), at):
        last = match
    return upright(last.group()) if last else None
