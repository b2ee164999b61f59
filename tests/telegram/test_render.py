"""Answers as Telegram messages; the strict parser of the fake server reads every one."""

from bot.models import Claim
from bot.telegram.render import render, render_text
from tests.telegram.fake_html import MOST_UNITS, parse_text, units
from tests.telegram.support import answer_of, citation, quoted, said


def visible(answer):
    return [parse_text(page, "HTML")[0] for page in render(answer)]


def entities(answer, kind):
    found = [parse_text(page, "HTML") for page in render(answer)]
    marked = [(text, entity) for text, entities in found for entity in entities if entity["type"] == kind]
    return [(text[at["offset"] :][: at["length"]], at.get("url")) for text, at in marked]


def test_text_first_then_the_passages():
    whole = (
        "Marta Orlova\n• 9 July 2025: “The bridge opens on Monday.” [1]\n\n"
        "Article 1\nThe Orlov Herald, 9 July 2025\n[1] The bridge opens on Monday."
    )
    assert visible(quoted()) == [whole]


def test_numbers_open_the_page_at_the_sentence():
    links = entities(quoted(), "text_link")
    assert links[0] == ("[1]", "https://news.example/1#:~:text=The%20bridge%20opens%20on%20Monday.")
    assert links[1] == ("Article 1", "https://news.example/1")


def test_speakers_are_headings_once_for_claims_in_a_row():
    one, two = citation(1, "Yes."), citation(2, "No.")
    claims = [Claim("“Yes.”", "Ann", "direct", (one,)), Claim("“No.”", "Ann", "direct", (two,)),
              Claim("It rained.", None, "fact", (two, one))]  # fmt: skip
    text = visible(answer_of(*claims))[0]
    assert text.startswith(
        "Ann\n• 9 July 2025: “Yes.” [1]\n• 9 July 2025: “No.” [2]\n\n• 9 July 2025: It rained. [2] [1]"
    )
    assert entities(answer_of(*claims), "bold")[0][0] == "Ann"


def test_passages_of_one_article_share_a_quotation():
    both = (citation(1, "Yes."), citation(2, "No.", article_id=1, url="https://news.example/1"))
    answer = answer_of(Claim("“Yes.”", "Ann", "direct", both), Claim("“No.”", "Ann", "direct", both[1:]))
    assert [text for text, _ in entities(answer, "expandable_blockquote")] == [
        "Article 1\nThe Orlov Herald, 9 July 2025\n[1] Yes.\n[2] No."
    ]


def test_a_file_is_named_and_not_linked():
    answer = quoted(url="file:flood.txt", title="", source=None, published=None)
    assert visible(answer)[0].endswith("file:flood.txt\nundated\n[1] The bridge opens on Monday.")
    assert entities(answer, "text_link") == []


def test_dates_are_worded_in_the_language_of_the_answer():
    answer = answer_of(Claim("«Да»", "Анна", "direct", (citation(1, "Да"),)), lang="ru")
    assert "9 июля 2025" in visible(answer)[0]


def test_a_remark_stands_above():
    answer = answer_of(Claim("“Yes”", "Ann", "direct", (citation(1, "Yes"),)), remark="taking 'Anne' as Ann")
    assert visible(answer)[0].startswith("taking 'Anne' as Ann\n\nAnn")


def test_a_refusal_shows_its_words_and_no_source():
    answer = answer_of(text="with a list of sources", details="Nothing on record.", remark="taking x as y")
    assert visible(answer) == ["taking x as y\n\nNothing on record."]
    assert visible(answer_of(text="Hello!")) == ["Hello!"]


def test_hostile_words_stay_words():
    bad = '</blockquote><a href="https://evil.example">x</a> & <script>&lt;'
    answer = quoted(bad, speaker=f"<b>{bad}", title=bad, source=bad, url=f"https://news.example/{bad}")
    assert visible(answer)[0].count(bad) == 5
    assert {url.split("/")[2] for _, url in entities(answer, "text_link")} == {"news.example"}


def test_control_characters_do_not_reach_telegram():
    assert visible(quoted("a\x00\ud800b"))[0].count("ab") == 2


def test_a_long_answer_is_split_at_claims():
    passages = [citation(number, f"Passage {number} " + "слово " * 90) for number in range(1, 30)]
    claims = [Claim(f"Claim {p.number} " + "слово " * 60, "Ann", "indirect", (p,)) for p in passages]
    texts = visible(answer_of(*claims))
    assert len(texts) > 4
    assert all(units(text) <= MOST_UNITS for text in texts)
    assert all(text.startswith(("Ann", "•", "Article")) for text in texts)
    whole = "\n".join(texts)
    assert all(f"Claim {n} " in whole and f"[{n}] Passage {n} " in whole for n in range(1, 30))


def test_an_endless_claim_and_passage():
    texts = visible(answer_of(Claim("word " * 3000, "Ann", "indirect", (citation(1, "z" * 100_000),))))
    assert all(units(text) <= MOST_UNITS for text in texts)
    assert len(texts) <= 6


def test_plain_words_are_escaped_and_nothing_makes_nothing():
    assert render_text("a < b") == ["a &lt; b"]
    assert render(said("")) == []


def test_a_note_stands_behind_the_day():
    claim = Claim("“Yes.”", "Ann", "direct", (citation(1, "Yes."),), note="denied")
    assert "• 9 July 2025 (denied): “Yes.” [1]" in visible(answer_of(claim))[0]


def test_passages_are_cut_around_their_quotes_so_that_one_message_holds_the_answer():
    claims = [
        Claim(
            f"Claim {n}.",
            "Ann",
            "indirect",
            (citation(n, f"quote {n}", passage=f"{'before ' * 150}quote {n}{' after' * 150}"),),
        )
        for n in range(1, 6)
    ]
    [page] = render(answer_of(*claims))
    assert "…before" in page
    for number in range(1, 6):
        assert f"before [{number}] <b>quote {number}</b> after" in page


def test_a_single_passage_is_shown_whole():
    passage = f"{'before ' * 150}the quote{' after' * 150}"
    [page] = render(
        answer_of(Claim("A claim.", "Ann", "indirect", (citation(1, "the quote", passage=passage),)))
    )
    assert page.count("before") == 150
    assert page.count("after") == 150


def test_between_two_quotes_of_a_passage_both_ends_stay():
    passage = f"one {'between ' * 700}two"
    cited = (
        citation(1, "one", passage=passage),
        citation(
            2, "two", passage=passage, start=5, article_id=1, url="https://news.example/1", title="Article 1"
        ),
    )
    [page] = render(answer_of(Claim("A claim.", "Ann", "indirect", cited)))
    assert "<b>one</b> between" in page
    assert "between [2] <b>two</b>" in page
    assert page.count("between") < 500
