"""Whose verb it is."""

import pytest

from bot.support.case import make_case
from bot.support.reading import read
from bot.support.whose import is_verb, others_verbs, subjects_of, voice
from tests.support.rewordings import TRUE

ANOTHERS = (
    ("Holm designed the bridge that Brask built.", "Holm built the bridge."),
    ("Police arrested a man who had threatened a driver.", "Police threatened a driver."),
    ("Holm said the crowd cheered in Tarn.", "Holm cheered in Tarn."),
    ("When Holm arrived, the crowd cheered.", "Holm cheered."),
    ("Brask voted for the budget, and Holm against.", "Holm voted for the budget."),
    ("Brask flew to Tarn, and Holm to Dolsk.", "Holm flew to Tarn."),
    ("Фролик спроектировала мост, который построил Браск.", "Фролик построила мост."),
    ("Полиция задержала мужчину, который угрожал водителю.", "Полиция угрожала водителю."),
    ("Браск голосовал за бюджет, а Фролик — против.", "Фролик голосовала за бюджет."),
    ("The judge who sentenced Holm retired in May.", "Holm retired in May."),
    ("Holm watched as firefighters rescued a dog.", "Holm rescued a dog."),
    ("Судья, который приговорил Фролик, ушёл в мае.", "Фролик ушла в мае."),
    ("The court sentenced Otto Holm; his brother Max was acquitted.", "Otto Holm was acquitted."),
    ("Police said the fire was started by a heater.", "Police started the fire."),
    ("Суд приговорил Отто Райса; его брат Макс оправдан.", "Отто Райс оправдан."),
    ("Мэр Зорина приехала, когда рыбаки уже уплыли.", "Зорина уплыла."),
)


@pytest.mark.parametrize(("source", "claim"), ANOTHERS)
def test_the_verb_of_somebody_else(source, claim):
    assert [reason.kind for reason in others_verbs(make_case(claim, [source]))] == ["swapped"]


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        *TRUE,
        *((source, source) for source, _ in ANOTHERS),
        ("Holm designed the bridge that Brask built.", "Brask built the bridge."),
        ("Holm thanked the builders and opened the bridge.", "Holm opened the bridge."),
        ("Brask, the mayor of Tarn, opened the bridge.", "Brask opened the bridge."),
        ("Brask, Holm and Lund opened the bridge.", "Brask opened the bridge."),
        ("The lawyer of Holm, who left Tarn, was tired.", "The lawyer of Holm left Tarn."),
        ("Holm praised the newly built bridge and the town.", "Holm praised the built bridge."),
        ("Brask flew to Tarn, and Holm to Dolsk.", "Holm flew to Dolsk."),
        ("The bridge that Brask built opened in Tarn.", "The bridge opened in Tarn."),
        ("Holm said they have strong signs of life.", "They have strong signs of life."),
        ("The judge who sentenced Holm retired in May.", "The judge retired in May."),
        (
            "It showed Holm led out by officers, while other officers stood outside.",
            "Other officers stood outside.",
        ),
        ("The court sentenced Otto Holm; his brother Max was acquitted.", "Max was acquitted by the court."),
        ("Police said the fire was started by a heater.", "A heater started the fire."),
        ("Суд приговорил Отто Райса; его брат Макс оправдан.", "Макс оправдан."),
        ("The mill closed because prices had risen.", "The rise of prices closed the mill."),
        ("Судья, который приговорил Фролик, ушёл в мае.", "Судья ушёл в мае."),
        ("Браск, мэр Тарна, построил мост.", "Браск построил мост."),
        ("«Дети ничего не заметили», — рассказала Орлова.", "Орлова сказала: «Дети ничего не заметили»."),
        ("Браск полетел в Тарн, а Фролик — в Дольск.", "Фролик полетела в Дольск."),
        ("Фролик спроектировала мост, который построил Браск.", "Браск построил мост."),
        ("Полиция задержала мужчину, который угрожал водителю.", "Мужчина угрожал водителю."),
    ],
)
def test_its_own_verb(source, claim):
    assert others_verbs(make_case(claim, [source])) == []


@pytest.mark.parametrize(
    ("sentence", "verb", "subjects"),
    [
        ("In Dolsk the mayor of Tarn opened it", "opened", ["Dolsk", "mayor", "Tarn"]),
        ("Police met a man who fled", "fled", ["man"]),
        ("She thanked them and opened it", "opened", []),
        ("Мужчину, который бежал, нашли", "бежал", ["Мужчину"]),
        ("The man who fled left", "left", ["man"]),
        ("Судья, который спал, ушёл", "ушёл", ["Судья"]),
        ("Рыбаки увидели мост", "увидели", ["Рыбаки"]),
        ("Суд закрыл мост", "закрыл", []),
    ],
)
def test_subjects(sentence, verb, subjects):
    words = read(sentence).sentences[0]
    of = next(word for word in words if word.text == verb)
    assert is_verb(of, words)
    assert [word.text for word in subjects_of(of, words)] == subjects


@pytest.mark.parametrize(
    "sentence", ["It was opened", "It wants to be opened", "It has the opened", "Мост открыт"]
)
def test_no_active_verbs(sentence):
    words = read(sentence).sentences[0]
    assert not is_verb(words[-1], words)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Holm opened it", "active"),
        ("It was quickly opened", "passive"),
        ("They will open", "active"),
        ("to open", ""),
        ("Мост закрыли", "active"),
        ("Мост закрыт", "passive"),
        ("закрыть мост", ""),
    ],
)
def test_voices(sentence, told):
    words = read(sentence).sentences[0]
    voices = {voice(word, words) for word in words} - {""}
    assert (voices or {""}) == {told}
