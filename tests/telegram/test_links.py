"""Links to sentences: text fragments as the specification has them."""

import pytest

from bot.telegram.links import sentence_link, web_address

PAGE = "https://news.example/a"


def test_a_short_sentence_is_written_out():
    assert sentence_link(PAGE, "The bridge opens.") == f"{PAGE}#:~:text=The%20bridge%20opens."


def test_of_a_long_sentence_the_first_and_last_words():
    words = "one two three four five six seven eight nine ten"
    assert sentence_link(PAGE, words) == f"{PAGE}#:~:text=one%20two%20three%20four,seven%20eight%20nine%20ten"


def test_marks_with_a_meaning_are_encoded():
    assert sentence_link(PAGE, "well-known, R&D") == f"{PAGE}#:~:text=well%2Dknown%2C%20R%26D"


def test_cyrillic_is_percent_encoded_utf8():
    assert sentence_link(PAGE, "мост") == f"{PAGE}#:~:text=%D0%BC%D0%BE%D1%81%D1%82"


def test_an_anchor_stays_and_an_older_directive_goes():
    assert sentence_link(f"{PAGE}#part", "Yes") == f"{PAGE}#part:~:text=Yes"
    assert sentence_link(f"{PAGE}#part:~:text=old", "Yes") == f"{PAGE}#part:~:text=Yes"
    assert sentence_link(f"{PAGE}#:~:text=old", "Yes") == f"{PAGE}#:~:text=Yes"


def test_a_quotation_over_paragraphs_starts_in_the_first_and_ends_in_the_last():
    assert sentence_link(PAGE, "First line\n\n second  line") == f"{PAGE}#:~:text=First%20line,second%20line"


def test_white_space_of_any_kind_is_one_space():
    assert sentence_link(PAGE, "a\u00a0 b\tc") == f"{PAGE}#:~:text=a%20b%20c"


def test_a_monstrous_word_gets_no_fragment():
    assert sentence_link(PAGE, "x" * 5000) == PAGE
    assert sentence_link(PAGE, " ") == PAGE


@pytest.mark.parametrize(
    "url",
    [
        "file:news.txt",
        "javascript:alert(1)",
        "ftp://x.example/a",
        "http:///nohost",
        "nonsense",
        "",
        "http://[bad",
        "https://x.example/" + "a" * 3000,
    ],
)
def test_what_the_web_does_not_open_is_no_link(url):
    assert web_address(url) == ""
    assert sentence_link(url, "words") == ""


def test_hostile_characters_of_an_address_are_encoded():
    assert web_address(' https://x.example/a b"><script> ') == "https://x.example/a%20b%22%3E%3Cscript%3E"
