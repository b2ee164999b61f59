"""Lines and sentences of the page, one at a time."""

import pytest

from bot.articles.boilerplate import is_furniture, is_signed_off, reports_words


@pytest.mark.parametrize(
    "unit",
    [
        "Editor's note: This page follows the harbour vote of Monday.",
        "Editor’s note: This page follows the harbour vote of Monday.",
        "Advertisement",
        "Read more: Otter steals a fish",
        "Читайте также: Выдра украла рыбу",
        "Contact Ida Holm at iholm@lumen.example.",
        "***",
        "Support our work.",
        "Editor's note: As first told, the vote is on Monday, the council said.",
        "Please consider supporting the Lumen Post.",
        "Reporting by Ann Reed in Lumen; Editing by Ida Holm and Otto Reeve",
        "Tagged with: bridge, harbour",
        "Больше новостей — в нашем канале",
        "The views expressed in this article are those of the author.",
        "By submitting your address you agree to our terms.",
        "Нажимая кнопку «Подписаться», вы принимаете правила.",
        "Реклама: ООО «Порт», ИНН 0000000000",
        "Сетевое издание «Вести Люмена» зарегистрировано в 2031 году.",
        "Учредитель: мэрия Люмена",
        "Вся информация, размещенная на этом сайте, предназначена для читателей.",
        "Настоящий материал (информация) распространён порталом.",
        "Оцените, пожалуйста, статью.",
        "Purchases you make through the links below may earn the Lumen Post a commission.",
        "'A great day':Ida Holm opens the harbour of Lumen after the flood",
        "25 boats lost:The storm of Lumen, one of the worst ever seen",
        "Ida Holm/AP Fans wait for the ferry in Lumen.",
        "Ida Holm/AFP/Getty Images A ferry leaves Lumen at dawn.",
    ],
)
def test_sentences_of_the_page(unit: str) -> None:
    assert is_furniture(unit, is_line=False)


@pytest.mark.parametrize(
    "line",
    [
        "By Ida Holm",
        "28.11.2031 10:13 The ferry is back",
        "Updated 9 July 2026, 10:17",
        "Фото: Ида Хольм / ТАСС",
        "Hide Caption 3 of 9",
        "Ida Holm / Lumen Post",
        "Ida Holm/Lumen Post/Tarn Courier",
        "→ →",
    ],
)
def test_some_count_as_lines_only(line: str) -> None:
    assert is_furniture(line, is_line=True)
    assert not is_furniture(line, is_line=False)


@pytest.mark.parametrize(
    "unit",
    [
        "The editor noted that the bridge was closed.",
        "Read more: “We will pay,” said Mayor Holm.",
        "Contact was lost at noon.",
        "Support our work on the bridge, the mayor told the council.",
        "Log in to the port was possible for hours, officials said.",
        "Become a member of the choir: that is what she wants.",
        "Please consider the price of the bridge before the vote.",
        "The views expressed by the mayor angered the port.",
        "By submitting the plan on Monday, the council broke its promise.",
        "Posted in the port since 2031, the captain came home in May to see the new bridge.",
        "Учредитель компании продал завод.",
        "Нажимая кнопку, оператор остановил паром.",
        "Наша работа возможна только при поддержке города.",
        "Реклама: в Люмене запретят щиты на дорогах.",
        "Сетевое издание закрыли в мае.",
        "Поддержите нас деньгами, сказал мэр.",
        "Оцените цену моста сами.",
        "LEAD ACTRESS, SERIES/FILM",
        "Reporting by the Lumen Post showed that the mayor had known of the cracks.",
        "Filed under seal, the complaint names the mayor.",
        "Tagged with a collar, the otter swam to Tarn.",
        "Share via the port fell by half in May, to 12 boats a week.",
        "Скачать видео полиция не смогла.",
        "Больше новостей о пароме мэрия обещает в пятницу.",
        "Любое копирование паспорта будет под запретом.",
        "By noon the bridge was open again.",
        "Read more " + "about the bridge " * 20,
    ],
)
def test_what_may_be_of_the_article_stays(unit: str) -> None:
    assert not is_furniture(unit, is_line=True)


def test_titles_of_other_articles_in_a_row_are_furniture_however_long() -> None:
    titles = "The ferry is back 3 May at 10:15 Nobody was hurt 2 May at 9:40 The choir sang 1 May at 18:00 "
    assert is_furniture(titles * 10, is_line=True)
    told = "The choir goes on a tour and sings " + "in the halls and churches of many towns " * 6
    assert not is_furniture(f"{told} on 3 May at 18:00 and on 4 May at 19:30.", is_line=True)
    assert is_furniture("28.11.31 16:58 Паром вернулся 28.11.31 14:14 Хор пел в порту", is_line=True)
    assert not is_furniture("The ferry left on 3 May at 10:15 and came back in the evening.", is_line=True)
    quoted = "“We left on 3 May at 10:15 and came on 4 May at 9:00,” the captain said."
    assert not is_furniture(quoted, is_line=True)


def test_a_long_unit_is_none_of_the_pages() -> None:
    assert is_furniture("Editor's note: " + "x" * 100, is_line=True)
    assert not is_furniture("Editor's note: " + "x" * 1000, is_line=True)


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("– Ida Holm", True),
        ("-- Ida Holm and Joe Vale", True),
        ("– and the money?", False),
        ("Ida Holm", False),
    ],
)
def test_a_dash_and_names(line: str, signed: bool) -> None:
    assert is_signed_off(line) is signed


@pytest.mark.parametrize(
    ("unit", "reports"),
    [
        ("“Fine,” said Holm.", True),
        ("«Хорошо», — ответила Хольм.", True),
        ("Holm said it was fine.", False),
        ("The “Ostrich” sank.", False),
    ],
)
def test_words_of_saying_beside_quotation_marks(unit: str, reports: bool) -> None:
    assert reports_words(unit) is reports


def test_rows_of_days_and_titles_are_furniture() -> None:
    assert is_furniture("Latest 28.11 The ferry is back. 27.11 Choir sings. 26.11 Market full", is_line=True)
    assert not is_furniture("The level was 2.11 m at noon, 2.12 at one and 2.10 at two.", is_line=True)


def test_pieces_with_wide_gaps_are_furniture_unless_a_sentence_ends() -> None:
    assert is_furniture("The ferry is back        Choir sings        Tags: port, choir", is_line=False)
    assert not is_furniture("The ferry        is back.", is_line=False)
