"""What a person reads in the terminal."""

from io import StringIO

from rich.console import Console

from bot.models import Answer, Citation, Claim
from bot.terminal.render import render


def shown(answer: Answer) -> str:
    out = StringIO()
    Console(file=out, width=100, no_color=True).print(render(answer))
    return out.getvalue()


def cited(number: int, url: str = "https://x.example.org/a") -> Citation:
    return Citation(number, 1, url, "[bold]Ferry[/bold]", "Herald", "2026-06-29", 0, 5, "Late.")


def test_claims_stand_under_their_speaker_with_their_sources() -> None:
    claims = (
        Claim("“Late,” she said.", "Mira Holm", "direct", (cited(1), cited(2, "https://x.example.org/b"))),
        Claim("She blamed the fog.", "Mira Holm", "indirect", (cited(1),)),
    )
    text = shown(Answer("q", "q", "en", True, None, claims, "", remark="taking 'Mira' as the harbour master"))
    assert text.count("Mira Holm\n") == 1
    assert "“Late,” she said. [1][2]" in text
    assert "[1] [bold]Ferry[/bold] (Herald, 29 June 2026)" in text
    assert text.count("https://x.example.org/") == 2
    assert text.startswith("taking 'Mira'")


def test_a_refusal_is_its_own_words_and_no_markup() -> None:
    answer = Answer("q", "q", "en", False, "not_said", (), "text", details="Nothing by [red]Holm[/red].")
    assert shown(answer).strip() == "Nothing by [red]Holm[/red]."


def test_a_note_stands_before_the_claim() -> None:
    claims = (Claim("“Late.”", "Mira Holm", "direct", (cited(1),), note="first found"),)
    assert "(first found) “Late.” [1]" in shown(Answer("q", "q", "en", True, None, claims, ""))
