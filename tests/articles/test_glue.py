"""Tokens of a page between its sentences."""

import pytest

from bot.articles.glue import find_domains, find_labels, find_tickers


def domains(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_domains(text)]


def labels(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_labels(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Мост открыли. lumen.group Мэр довольна.",
        "Мост открыли. lumen.group 30 июня закроют паром.",
        "Мост открыли. lumen.group № 7 пойдет в обход.",
        "«Мост открыт», — сказала Хольм. lumen.media «Это хорошо».",
        "Что было в докладе lumen.group В мае мэр получила поручение.",
        "lumen.group Мэр довольна.",
        "Мост открыли. lumen.group",
        "Закрыты: lumen.group мост в Люмене; паром в Тарне и т.д.; тоннель.",
        "Выдра украла рыбу Политика lumen.group 7 июля ее нашли.",
        "The bridge opened. lumen.news The mayor was glad.",
    ],
)
def test_domains_between_sentences(text: str) -> None:
    assert len(domains(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Доступ к сайту lumen.org закрыт.",
        "Об этом сообщает lumen.ru со ссылкой на мэрию.",
        "По данным lumen.ru Мэрия закроет мост.",
        "Мост закрыт. lumen.ru сообщает об этом первым.",
        "Он назвал сайт: lumen.ru стоит читать.",
        "Visit www.lumen.org for news.",
        "She left at noon.Then it rained.",
        "Write to holm@lumen.org The end.",
        "т.д. Мост",
    ],
)
def test_domains_that_the_article_speaks_of(text: str) -> None:
    assert domains(text) == []


def test_a_domain_that_once_stands_alone_is_the_pages_everywhere() -> None:
    text = "Мост открыли. lumen.group Мэр рада. Кто платит lumen.group Европейские банки. На lumen.group все."
    assert domains(text) == ["lumen.group", "lumen.group"]
    assert domains("Кто платит lumen.group Европейские банки.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Возгорание потушили Video В среду пришел мэр.", ["Video"]),
        ("Video 26 июня мост закрыли.", ["Video"]),
        ("Мост открыт. Video lumen.group Мэр рада.", ["Video"]),
        ("Сервис Google Video Россия закрыла.", []),
        ("Video from the bridge shows an otter.", []),
        ("Фильм «Video Дом» сняли в мае.", []),
        ("Сколько стоит мост Подписка на Вести Мэр рада.", ["Подписка на Вести"]),
        ("Кто «за» Подписка на «Вести Люмена» В мае мост закрыли.", ["Подписка на «Вести Люмена»"]),
        ("Подписка на Вести подорожала.", []),
        ("Мост закрыт. Подписка на Вести Люмена подорожала.", []),
    ],
)
def test_labels(text: str, found: list[str]) -> None:
    assert labels(text) == found


def test_linear() -> None:
    assert len(find_domains("a.ru " * 40_000)) == 40_000
    assert find_labels("Video " * 40_000) == []


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("Цены упали «Ладога» LADG ₽120,26 +0,49% Купить Мост MOST -1,5% Порт открыли.", True),
        ("Цены упали Индекс Дольска DOLX -0,52% Порт открыли.", True),
        ("Ладога LADG ₽0,601 (-10,74%) 1д 1н 1м 3м 1г Все Порт открыли.", True),
        ("Ладога LADG — — Купить Порт открыли.", True),
        ("Заболеваемость COVID +5% за неделю.", False),
        ("Доля Ладоги в TASS выросла на 3% за год.", False),
        ("Ладога LADG — крупная компания.", False),
    ],
)
def test_quotations_of_shares_between_sentences(words: str, quoted: bool) -> None:
    found = find_tickers(words)
    assert bool(found) is quoted
    assert all(words[span.end :].startswith(" Порт открыли.") for span in found)
