from dataclasses import replace

from bot.answers.text import render_text
from bot.models import Answer, Citation, Claim


def cite(number, article_id=1, published="2025-07-09", source="The Gazette"):
    return Citation(
        number, article_id, f"http://x/{article_id}", "Pier opens", source, published, 0, 3, "The"
    )


def answer(claims=(), lang="en", **more):
    return Answer("q", "q", lang, bool(claims), None, tuple(claims), "", **more)


def test_speakers_are_headings_with_dated_lines_and_marks():
    claims = [
        Claim("“One.”", "Vera Orlova", "direct", (cite(1),)),
        Claim("Two.", "Vera Orlova", "direct", (cite(2),)),
    ]
    text = render_text(answer(claims))
    assert text.count("Vera Orlova:") == 1
    assert "– 9 July 2025: “One.” [1]" in text
    assert text.index("[1]") < text.index("[2]")


def test_sources_stand_once_an_article_with_all_their_numbers():
    text = render_text(answer([Claim("One.", None, "fact", (cite(1), cite(2), cite(3, article_id=2)))]))
    assert "[1][2] Pier opens — The Gazette, 9 July 2025, http://x/1" in text
    assert "[3] Pier opens" in text


def test_undated_sources_say_so_in_the_language_of_the_answer():
    text = render_text(
        answer([Claim("One.", None, "fact", (cite(1, published=None, source=None),))], lang="ru")
    )
    assert "без даты" in text
    assert "Источники:" in text
    assert "– One. [1]" in text


def test_a_refusal_has_no_sources():
    assert render_text(answer(details="Nothing found.")) == "Nothing found."


def test_the_remark_stands_first():
    text = render_text(
        answer([Claim("One.", None, "fact", (cite(1),))], remark="Taking 'Orlva' as Vera Orlova.")
    )
    assert text.startswith("Taking 'Orlva'")


def test_a_source_tells_of_its_reprints_and_that_it_is_not_whole():
    cited = replace(cite(1), reprints=4, partial=True)
    claims = [Claim("One.", None, "fact", (cited,))]
    assert "9 July 2025, and 4 reprints, only its beginning is known, http://x/1" in render_text(
        answer(claims)
    )
    assert "перепечаток: 4, известно только начало" in render_text(answer(claims, lang="ru"))
    one = [Claim("One.", None, "fact", (replace(cited, reprints=1),))]
    assert "and 1 reprint," in render_text(answer(one))


def test_a_note_stands_behind_the_day():
    noted = Claim("One.", None, "fact", (cite(1),), note="first found; again on 9 August 2025")
    assert "– 9 July 2025 (first found; again on 9 August 2025): One. [1]" in render_text(answer([noted]))
    undated = Claim("One.", None, "fact", (cite(1, published=None),), note="first found")
    assert "– first found: One. [1]" in render_text(answer([undated]))
