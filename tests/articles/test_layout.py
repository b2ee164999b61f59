"""The layout of a text: headings, furniture, pull quotes, sentences; all spans in order and apart."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles.layout import annotate
from bot.models import Annotation, Span


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def furniture(text: str, title: str = "") -> list[str]:
    return words(text, annotate(text, title).boilerplate)


def test_headings() -> None:
    text = (
        "Bridge opens in Lumen\n\nThe town opened its bridge on Tuesday, and many came to see it open.\n\n"
        "Money for the market\n\nMayor Holm said the market would get its new stalls before the summer.\n\n"
        "What comes next?\n\nThe council will vote in June on the harbour, the last part of its plan.\n\n"
        "# Notes\n\nIt rained."
    )
    found = annotate(text, "Bridge  opens in Lumen")
    assert words(text, found.headings) == [
        "Bridge opens in Lumen",
        "Money for the market",
        "What comes next?",
        "# Notes",
    ]
    assert set(found.headings) <= set(found.sentences)
    assert found.boilerplate == ()


def test_the_last_line_and_questions_of_an_interview_are_no_headings() -> None:
    text = "Lead.\n\n– And the money?\n\nAll of it is there, and we will spend it on the bridge.\n\nAnn Reed"
    assert annotate(text, "").headings == ()


@pytest.mark.parametrize(
    "line",
    [
        "Read more: The bridge that took a century to build",
        "Related: Who pays for the bridge?",
        "More:Who pays for the bridge",
        "Harbour vote:Council splits over the cost of the bridge",
        "Читайте также: Кто заплатит за мост",
        "Sign up here for the morning newsletter.",
        "Subscribe to The Lumen Letter for news every day",
        "Подписывайтесь на «Вести Люмена» в Telegram",
        "Читайте «Вести Люмена» в Telegram.",
        "ADVERTISEMENT",
        "Реклама",
        "We use cookies to make this site better.",
        "Мы используем файлы cookie, чтобы сайт работал лучше.",
        "© 2026 Lumen Post. All rights reserved.",
        "Contributing: Ann Reed, Joe Vale",
        "Reach Ann Reed at areed@lumen.example or follow her on X.",
        "By Ann Reed and Joe Vale",
        "– Ann Reed",
        "March 17, 2026 Updated March 18, 2026, 4:08 p.m. ET",
        "Опубликовано 9 июля 2026, 10:17",
        "The new bridge at dawn on Tuesday, before it opened. Ann Reed/Getty Images",
        "Photo: Ann Reed / Lumen Post",
        "Фото: Анна Рид / ТАСС",
        "Washington CNN —",
        "***",
        "Video Ad Feedback The bridge opens 02:17 - Source: CNN",
        "Материал дополняется",
    ],
)
def test_lines_of_the_page(line: str) -> None:
    text = f"The town opened its bridge on Tuesday, they say.\n\n{line}\n\nMany people came to see it happen."
    assert furniture(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Related costs rose by a tenth, the council said.",
        "Contact between the two towns at the border was lost.",
        "Video from the scene shows the bridge in flames.",
        "Подробнее о встрече рассказал мэр Орлов.",
        "Politics is dull, Holm said.",
        "Общество не готово к этому, сказал Орлов.",
        "Follow the money, she said.",
        "2026",
        "$2.139",
        "По его словам, фото сделаны в июне.",
        "Министр осмотрел мост (фото есть в редакции) и уехал.",
        "She met Prime Minister of Norland Ida Holm.",
        "Reuters said the bridge had closed.",
        "Связь с сайтом lumen.ru Пропала в полдень.",
    ],
)
def test_sentences_of_the_article_stay(line: str) -> None:
    text = f"The town opened its bridge on Tuesday, they say.\n\n{line}\n\nMany people came to see it happen."
    assert furniture(text) == []


def test_words_of_saying_behind_see_also_stay() -> None:
    assert furniture('Lead.\n\nRead more: "We will pay," said Mayor Holm.') == ["Read more:"]


def test_datelines() -> None:
    assert furniture("LUMEN (Reuters) - The bridge opened.") == ["LUMEN (Reuters) -"]
    assert furniture("(CNN) The bridge opened.") == ["(CNN)"]
    assert furniture("ЛЮМЕН, 9 июля — РИА Новости. Мост открыт.") == ["ЛЮМЕН, 9 июля — РИА Новости."]


def test_a_caption_ends_the_lead() -> None:
    text = (
        "Мост в Люмене открыли раньше, сообщила мэрия Ида Хольм (Фото: Анна Рид / ТАСС) Мэр Хольм рада ему."
    )
    found = annotate(text, "")
    assert words(text, found.boilerplate) == ["Ида Хольм (Фото: Анна Рид / ТАСС)"]
    assert words(text, found.sentences) == [
        "Мост в Люмене открыли раньше, сообщила мэрия",
        "Мэр Хольм рада ему.",
    ]


def test_credits_without_brackets() -> None:
    text = "Мост в Люмене открыли досрочно Фото: Анна Рид / ТАСС В среду мэр Хольм перерезала ленту."
    assert furniture(text) == ["Фото: Анна Рид / ТАСС"]
    text = "Мост в Люмене открыли досрочно Фото: соцсети В среду мэр Хольм перерезала ленту."
    assert furniture(text) == ["Фото: соцсети"]
    text = "Мост в Люмене открыли досрочно Фото: Анна Рид Мэр города перерезала ленту."
    assert furniture(text) == ["Фото: Анна Рид"]


def test_blocks_of_a_flattened_page() -> None:
    text = (
        "Мост открыли во вторник. lumen.group Мэр Люмена рассказала о цене моста Политика lumen.group "
        "Мэр Хольм довольна. lumen.group Работы шли год. "
        "В Люмене нашли старый клад Общество Рабочие устали, сказала она."
    )
    assert furniture(text) == [
        "lumen.group Мэр Люмена рассказала о цене моста Политика lumen.group",
        "lumen.group",
        "В Люмене нашли старый клад Общество",
    ]


SIGNED = "We are convinced that this bridge will bring both towns together and keep our markets alive"


@pytest.mark.parametrize(
    "signature",
    ["Ida Holm Mayor of Lumen", "Ida Holm, Mayor of Lumen", "Anna-Maria Holm Lumen official spokeswoman"],
)
def test_pull_quotes(signature: str) -> None:
    text = f"Lead sentence of the article here.\n\n{SIGNED} {signature}\n\nThe mayor left."
    (quote,) = annotate(text, "").pull_quotes
    assert words(text, quote.spans) == [SIGNED]
    assert text[quote.signature.start : quote.signature.end] == signature


def test_pull_quotes_in_russian() -> None:
    content = "Мы уверены, что этот мост сблизит оба города и сохранит наши рынки"
    text = f"{content} Ида Хольм мэр города Люмен"
    (quote,) = annotate(text, "").pull_quotes
    assert words(text, quote.spans) == [content]


def test_see_also_inside_a_pull_quote_reaches_to_its_signature() -> None:
    text = f"{SIGNED} See also Otter steals a fish and gives it back Ida Holm Mayor of Lumen"
    found = annotate(text, "")
    assert words(text, found.boilerplate) == ["See also Otter steals a fish and gives it back"]
    assert words(text, found.pull_quotes[0].spans) == [SIGNED]


def test_see_also_inside_a_paragraph_leaves_the_next_sentence() -> None:
    text = (
        "The town is glad See also Otter steals a fish and gives it back The mayor said that work was done."
    )
    assert furniture(text) == ["See also Otter steals a fish and gives it back"]


def test_a_signature_on_a_line_of_its_own() -> None:
    text = f"Lead.\n\n{SIGNED}.\n\nIda Holm Mayor of Lumen\n\nThe mayor left, and people went home."
    (quote,) = annotate(text, "").pull_quotes
    assert words(text, quote.spans) == [SIGNED + "."]


@pytest.mark.parametrize(
    "text",
    [
        "On a tour of the museum the president met Prime Minister of Norland Ida Holm",
        "The plan was discussed at length on Tuesday with Ida Holm Mayor of Lumen",
        "The plan was discussed at length on Tuesday, said Ida Holm, head of the Ministry.",
        "“We are convinced that this bridge will bring both towns together” Ida Holm Mayor of Lumen",
        "Ida Holm Mayor of Lumen",
    ],
)
def test_ordinary_sentences_are_no_pull_quotes(text: str) -> None:
    assert annotate(text, "").pull_quotes == ()


def test_the_language_is_told_or_given() -> None:
    assert annotate("Мост открыт.", "").language == "ru"
    assert annotate("Мост открыт.", "", "en").language == "en"
    assert annotate("", "") == Annotation(annotate("", "").language, (), ())


FURNITURE = [
    "See also ",
    "Фото: ",
    "(Фото: a / ТАСС) ",
    "Mayor of Lumen",
    "rbc.group ",
    "Политика ",
    "CNN — ",
]
MARKS = ["\n", "\n\n", "# ", "“", "”", "«", "»", ". ", "? ", ":", "– ", "12:30 "]
PIECES = [*FURNITURE, *MARKS, "Sign up for ", "Ida Holm ", "we said ", "Слово ", "word "]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60))
@settings(max_examples=400, deadline=None)
def test_spans_are_in_order_inside_and_apart(parts: list[str]) -> None:
    text = "".join(parts)
    found = annotate(text, text[:20])
    for spans in (found.paragraphs, found.sentences, found.headings, found.boilerplate):
        check(text, spans)
    check(text, tuple(sorted([*found.sentences, *found.boilerplate])))
    for quote in found.pull_quotes:
        check(text, (*quote.spans, quote.signature))


def check(text: str, spans: tuple[Span, ...]) -> None:
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_who_wrote_a_text_is_told_at_its_end_only() -> None:
    bio = "Ann Reed is a reporter at the Lumen Post. She covers the harbour and the town hall."
    prose = "The council of Lumen voted on Tuesday to rebuild the old harbour bridge within a year."
    assert furniture(f"{prose}\n\n{prose}\n\n{prose}\n\n{bio}") == [bio]
    assert furniture(f"{bio}\n\n{prose}\n\n{prose}\n\n{prose}") == []


def test_what_an_author_said_stays() -> None:
    told = "Ann Reed is a former editor of the Lumen Post. “I am writing the truth,” she said."
    text = f"The bridge will be rebuilt, the council decided on Tuesday.\n\n{told}"
    assert annotate(text, "The bridge").boilerplate == ()


def test_names_of_sections_above_the_title_are_none_of_the_article() -> None:
    prose = "The council of Lumen voted on Tuesday to rebuild the old harbour bridge within a year."

    def marked(*lines: str) -> list[str]:
        text = "\n\n".join((*lines, prose, prose))
        found = annotate(text, "Bridge to be rebuilt | Lumen Post")
        return [text[span.start : span.end] for span in found.boilerplate]

    assert marked("News of the harbour", "Lumen", "Bridge to be rebuilt") == ["News of the harbour", "Lumen"]
    assert marked("The council has voted.", "Bridge to be rebuilt") == []
    assert marked("News of the harbour") == []
    assert marked("Bridge to be rebuilt", "News of the harbour") == []
