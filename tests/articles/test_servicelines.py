"""Lines by which a page serves itself."""

import time

import pytest

from bot.articles.servicelines import is_biography, serves_page


@pytest.mark.parametrize(
    "line",
    [
        "© 2031 Lumen Post. All rights reserved, whatever you do with it.",
        "Ида Хольм © «Вести Люмена»",
        "Copyright Lumen Post 2031",
        "https://lumen.example/bridge",
        "Просмотров: 128 | Комментариев: 3",
        "Views 1204",
        "1 | 2 | 3 | 4",
        "Пн | Вт | Ср | Чт | 1 | 2",
        "previous | 1 | 2 | next",
        "март",
        "Home » News » Harbour",
        "Главная > Новости > Порт",
        "// Порт //",
        "Источник: lumen.example",
        "Source: News agencies",
        "По материалам «Вестей Люмена» и РИА Рыба",
        "Ann Reed contributed reporting from Lumen.",
        "Reporters Ann Reed and Ida Holm contributed to this report.",
        "ЛЮМЕН, 3 мая — LUMEN.EXAMPLE",
        "Тел.: +7 (000) 000-00-00, факс: +7 (000) 000-00-01",
        "Наш адрес: г. Люмен, ул. Портовая, 1, desk@lumen.example",
        "Мост после ремонта. Фото lumen.example",
        "Фото пресс-службы порта",
        "5 min read",
        "Архив 10 апреля 9 апреля 8 апреля Новости порта",
        "Время чтения: 5 минут",
        "18+",
        "(c) Lumen Post, 2031",
        "Ferries at noon. COPYRIGHT 2031",
        "Тел./факс: +7 (000) 000-00-00",
        "Phone: 000-00-00, Skype: lumen.post",
    ],
)
def test_lines_of_the_page(line: str) -> None:
    assert serves_page(line)


@pytest.mark.parametrize(
    "line",
    [
        "The firm holds the copyright to the song.",
        "0|²",  # a digit that is no number
        "Комментариев мэрия не дала.",
        "Views of the harbour have changed.",
        "Dead: 28",
        "12 | 40 | 7",
        "Lumen | 3,200 | 41 %",
        "2031",
        "Источник в порту: паром вернётся к зиме",
        "По данным порта, паром вернётся к зиме.",
        "Citizens contributed 3 million to the bridge.",
        "Люмен, 3 мая — в порту открыли мост.",
        "Call the town hall: tel. 000-00-00",
        "Фото показало, что мост цел.",
        "The court heard the copyright claim that the choir had filed in 2031.",
        "Copyright claims of 2031 were heard.",
        "The runway of Tarn has grown since spring, an image shows. Satellite image © 2031 Lumen Space. "
        + "Planes that stood in the open are under roofs now, and a road leads to the harbour. " * 4,
        "Sales of Brinol® rose by 40 % in 2031, the firm reported.",
        "The council asks for (a) a bridge, (b) a ferry and (c) the money by 2031.",
        "The mayor gave her address to the council over Skype.",
        "Her address was sent to every port by fax.",
        "The port sent the order by fax: 12 copies.",
        "More > less, they say.",
        "Паром не ходил 9 апреля и 10 апреля.",
    ],
)
def test_lines_of_the_article(line: str) -> None:
    assert not serves_page(line)


@pytest.mark.parametrize(
    "piece", ["Ab ", "« ", "a.b", "| ", "© ", "views ", "A, B and ", "1 | ", "a » ", "a // ", "«A» ", "A, "]
)
def test_long_lines_take_no_time(piece: str) -> None:
    began = time.perf_counter()
    serves_page(piece * 20_000)
    for times in (5, 10, 17, 19, 40, 90, 130):
        serves_page(piece * times)
        is_biography(piece * times)
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    "line",
    [
        "Ann Reed is a reporter at the Lumen Post. She covers the harbour and the town hall.",
        "Ida Holm is the Lumen Post's senior science writer, based in Tarn.",
        "Анна Рид — корреспондент «Вестей Люмена», пишет о порте и мэрии.",
    ],
)
def test_who_wrote_a_text(line: str) -> None:
    assert is_biography(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ann Reed, a reporter who covers the harbour, was arrested on Monday.",
        "The reporter Ann Reed writes about the harbour.",
        "Ann Reed is a fisherwoman who writes poems.",
        "Анна Рид — журналист, её задержали в порту.",
    ],
)
def test_who_is_written_about(line: str) -> None:
    assert not is_biography(line)
