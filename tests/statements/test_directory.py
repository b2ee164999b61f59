"""Whom a name, an office or a body means, in either script and any form."""

import pytest

from bot.models import Speaker
from bot.statements.directory import Directory
from tests.known_speakers import KnownSpeakers, directory_of

SPEAKERS = (
    Speaker(1, "Ivan Orlov", "person", ("Иван Орлов",), ("mayor of Zarechny", "мэр Заречного"), 30),
    Speaker(2, "Орлов", "person", (), (), 4),
    Speaker(3, "Kirill Orlov", "person", (), ("diver",), 1),
    Speaker(4, "Анна Крылова", "person", ("Крылова",), ("пресс-секретарь Кремля",), 12),
    Speaker(5, "Pavel Zubkov", "person", (), ("Russian foreign minister",), 9),
    Speaker(6, "Oleg Zubkov", "person", (), ("teacher",), 6),
    Speaker(7, "White House", "body", ("Белый дом",), (), 3),
    Speaker(8, "Lena May", "person", (), ("president of Zarechny Bank",), 2),
    Speaker(9, "Sergey Ivanovich Gref", "person", ("Сергей Греф",), (), 5),
    Speaker(10, "Zarechny Water", "body", (), (), 2),
    Speaker(12, "US Treasury", "body", (), (), 2),
    Speaker(13, "Old US", "person", (), (), 5),
    Speaker(11, "Anna Bell-Ross", "person", (), (), 2),
)
DIRECTORY = directory_of(*SPEAKERS)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Ivan Orlov", (1, 2)),
        ("Orlov", (1, 2)),
        ("orlov", (1, 2)),
        ("Orlov's", (1, 2)),
        ("Орловым", (1, 2)),
        ("Ивану Орлову", (1, 2)),
        ("Kirill Orlov", (3,)),
        ("Кирилл Орлов", (3,)),
        ("I. Orlov", (1, 2)),
        ("Крыловой", (4,)),
        ("Krylova", (4,)),
        ("Anna Krylova", (4,)),
        ("Krylowa", (4,)),
        ("Orlof", (1, 2)),
        ("Zubkof", (5,)),
        ("крилова", (4,)),
        ("греф", (9,)),
        ("Sergey Gref", (9,)),
        ("Bell-Ross", (11,)),
        ("the White House", (7,)),
        ("Белом доме", (7,)),
        ("Zarechny Water", (10,)),
        ("the US", (12,)),
        ("США", (12,)),
        ("the Kremlin", (4,)),
        ("Кремлём", (4,)),
        ("the mayor of Zarechny", (1, 2)),
        ("мэр Заречного", (1, 2)),
        ("the Kremlin spokeswoman", (4,)),
        ("Kremlin spokesman", (4,)),
        ("пресс-секретаря Кремля", (4,)),
        ("Russian foreign minister", (5,)),
        ("глава МИД России", (5,)),
        ("министр иностранных дел России", (5,)),
    ],
)
def test_finds_every_form(words: str, ids: tuple[int, ...]) -> None:
    assert DIRECTORY.find(words).ids == ids


@pytest.mark.parametrize(
    "words",
    [
        "Petrov",
        "Maria Orlova-Stein",
        "Pavel Orlov",
        "the mayor of Dolsk",
        "head of the fire service",
        "Ivan",
        "",
        "?!",
    ],
)
def test_unknown_has_no_ids(words: str) -> None:
    assert DIRECTORY.find(words).ids == ()


def test_unknown_name_is_shown_in_the_nominative() -> None:
    assert DIRECTORY.find("Марией Ветровой").name == "Мария Ветрова"
    assert DIRECTORY.find("the mayor of Dolsk").name == "mayor of Dolsk"


@pytest.mark.parametrize(
    ("words", "language", "name"),
    [
        ("Орлов", "ru", "Иван Орлов"),
        ("Orlov", "en", "Ivan Orlov"),
        ("Krylova", "en", "Анна Крылова"),
        ("Белый дом", "ru", "Белый дом"),
        ("White House", "en", "White House"),
    ],
)
def test_name_is_shown_in_the_script_of_the_question(words: str, language: str, name: str) -> None:
    assert DIRECTORY.find(words, "ru" if language == "ru" else "en").name == name


def test_namesakes_with_weight_are_named() -> None:
    found = DIRECTORY.look_up("Zubkov")
    assert found is not None
    assert found.speaker.name == "Pavel Zubkov"
    assert found.others == ("Oleg Zubkov",)


def test_namesake_met_once_is_not_named() -> None:
    found = DIRECTORY.look_up("Orlov")
    assert found is not None
    assert found.others == ()


@pytest.mark.parametrize(
    ("words", "how"), [("Vetrov", None), ("Orlov", "name"), ("Orlow", "fuzzy"), ("Крылва", "fuzzy")]
)
def test_tells_how_it_was_found(words: str, how: str | None) -> None:
    found = DIRECTORY.look_up(words)
    assert (found.how if found else None) == how


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("What did Orlov say about Krylova?", ["Orlov", "Krylova"]),
        ("what did orlov say in may?", ["orlov"]),
        ("What did Lena May say?", ["Lena May"]),
        ("Что Иван Орлов говорил Крыловой?", ["Иван Орлов", "Крыловой"]),
        ("the Kremlin spokeswoman Anna Krylova spoke", ["the Kremlin spokeswoman Anna Krylova"]),
        ("Мэр Заречного обещал мост", ["Мэр Заречного"]),
        ("Why do orles fly? Rates, summits and the rest of us", []),
        ("they told us and who asked", []),
        ("what did the US say", ["US"]),
    ],
)
def test_mentions(text: str, mentioned: list[str]) -> None:
    found = [match.words for match in DIRECTORY.mentions(text)]
    assert [words.removeprefix("the ") for words in found] == [
        words.removeprefix("the ") for words in mentioned
    ]


def test_mentions_hold_the_places_of_their_words() -> None:
    text = "Did Orlov ask Анну Крылову?"
    assert [text[match.start : match.end] for match in DIRECTORY.mentions(text)] == ["Orlov", "Анну Крылову"]


def test_an_empty_library_knows_nobody() -> None:
    empty = directory_of()
    assert empty.find("Orlov").ids == ()
    assert empty.mentions("What did Orlov say?") == ()


def test_long_text_is_no_trouble() -> None:
    assert DIRECTORY.look_up("Orlov " * 10_000) is None
    assert len(DIRECTORY.mentions("said nothing " * 2_000)) == 0


TEXTS = {"tanye": 0.97, "zubko": 1.0, "many": 0.1}
WRITTEN = Directory(
    KnownSpeakers(
        [
            Speaker(1, "Henry Tane", "person", (), (), 3),
            Speaker(2, "Pavel Zubkov", "person", (), (), 9),
            Speaker(3, "Many", "person", (), (), 2),
            Speaker(4, "the office of Lena Brandt", "unknown", (), (), 2),
        ]
    ),
    lambda word: TEXTS.get(word.lower()),
)


@pytest.mark.parametrize("words", ["Tanye", "Zubko"])
def test_a_name_that_the_library_writes_so_is_no_misspelling_of_a_speaker(words: str) -> None:
    assert WRITTEN.look_up(words) is None
    assert WRITTEN.is_name(words.lower())


def test_what_is_misspelt_is_a_person() -> None:
    assert WRITTEN.look_up("Zubkow") is not None
    assert WRITTEN.look_up("Brendt") is None


def test_a_word_that_the_library_writes_small_names_nobody() -> None:
    assert [match.words for match in WRITTEN.mentions("how many did zubkov count")] == ["zubkov"]
    assert [match.words for match in WRITTEN.mentions("what did Many say")] == ["Many"]
    assert WRITTEN.is_small("many")


def test_two_spellings_of_a_name_are_one_person_shown_in_the_language_of_the_question() -> None:
    directory = directory_of(
        Speaker(1, "Дональд Трамп", "person", (), (), 9),
        Speaker(2, "Donald Trump", "person", ("Old Donald Trump",), (), 8),
    )
    match = directory.look_up("Trump", "en")
    assert match is not None
    assert (match.speaker.name, match.speaker.ids, match.others) == ("Donald Trump", (1, 2), ())


def test_a_bare_surname_in_the_script_of_the_question_is_not_shown_for_a_full_name() -> None:
    directory = directory_of(
        Speaker(1, "Вера Мирн", "person", (), (), 9), Speaker(2, "Mirn", "person", (), (), 2)
    )
    match = directory.look_up("Mirn", "en")
    assert match is not None
    assert (match.speaker.name, match.speaker.ids) == ("Вера Мирн", (1, 2))


def test_a_fuller_name_that_hardly_anybody_writes_is_not_shown() -> None:
    directory = directory_of(
        Speaker(1, "Zanto", "person", (), (), 20),
        Speaker(2, "Striker Zanto", "person", (), (), 1),
    )
    match = directory.look_up("Zanto")
    assert match is not None
    assert match.speaker.name == "Zanto"


def test_an_ordinary_word_is_somebody_of_whom_the_library_is_full() -> None:
    people = KnownSpeakers([Speaker(1, "Пётр Ворон", "person", (), (), 5)])
    assert Directory(people).mentions("что сказал ворон") == ()
    full = Directory(people, {"ворон": 1.0}.get)
    assert [match.speaker.name for match in full.mentions("что сказал ворон")] == ["Пётр Ворон"]


SMALL = {
    "the",
    "a",
    "what",
    "did",
    "say",
    "about",
    "week",
    "new",
    "study",
    "coach",
    "prices",
    "police",
    "water",
}
FULL = Directory(
    KnownSpeakers(
        [
            Speaker(1, "SAE", "body", ("Say",), (), 2),
            Speaker(2, "The Week", "body", (), (), 90),
            Speaker(3, "new", "body", (), (), 20),
            Speaker(4, "Pavel Zubkov", "person", (), (), 9),
            Speaker(5, "authors of a new study", "unknown", (), (), 3),
            Speaker(6, "lawyer for Zubkov", "person", (), (), 2),
            Speaker(7, "Water prices", "body", (), (), 2),
            Speaker(8, "police", "body", (), (), 40),
            Speaker(9, "an adviser to the Red House", "unknown", (), (), 1),
            Speaker(10, "Red House", "body", (), (), 5),
            Speaker(11, "Anna Bell", "person", (), ("coach", "coach say"), 5),
        ]
    ),
    lambda word: 0.1 if word.lower() in SMALL else 0.9,
)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What did Zubkov say this week?", ["Pavel Zubkov"]),
        ("what did zubkov say about the new study", ["Pavel Zubkov"]),
        ("how did zubkov say water prices rose", ["Pavel Zubkov"]),
        ("what did the police say", ["police"]),
        ("what did the coach say", ["Anna Bell"]),
        ("What did The Week say?", ["The Week"]),
        ("What did Zubkov's lawyer say?", ["lawyer for Zubkov"]),
        ("What did the Red House say?", ["Red House"]),
    ],
)
def test_among_very_many_speakers_ordinary_words_name_nobody(question: str, names: list[str]) -> None:
    assert [match.speaker.name for match in FULL.mentions(question)] == names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What did Ivan Orlov say?", ["Ivan Orlov"]),
        ("What did Anna Orlova say?", []),
        ("Что сказала Анна Орлова о мосте?", []),
        ("Что сказал Анне Орлов?", ["Орлов"]),
        ("What did Orlova say?", ["Orlova"]),
    ],
)
def test_a_woman_of_the_same_surname_is_another(text: str, words: list[str]) -> None:
    men = directory_of(Speaker(1, "Ivan Orlov", "person", ("Иван Орлов",), (), 30))
    assert [match.words for match in men.mentions(text)] == words


REAL = Directory(
    KnownSpeakers(
        [
            Speaker(1, "Ivan Orlov", "person", (), ("President", "Speaker"), 90),
            Speaker(2, "President-elect Ivan Orlov", "person", (), (), 3),
            Speaker(3, "White House", "body", (), (), 40),
            Speaker(4, "President Orlov's sudden rise to the White House", "unknown", (), (), 1),
            Speaker(5, "The Treasury", "unknown", (), (), 1),
            Speaker(6, "Treasury", "body", (), (), 12),
            Speaker(7, "Pavel Zubkov", "person", (), ("Speaker Orlov and Treasury Secretary",), 9),
            Speaker(8, "Anna Pope", "person", (), (), 6),
            Speaker(9, "Francis", "person", (), ("Pope", "pope"), 4),
            Speaker(10, "Lena May", "person", (), ("former Vice President", "White House spokesperson"), 50),
            Speaker(11, "Vera Stone", "person", (), ("White House press secretary",), 10),
        ]
    ),
    lambda word: 1.0 if word.lower() == "orlov" else None,
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the White House", "White House"),  # not what is said to rise to it
        ("the Treasury", "Treasury"),
        ("the pope", "Francis"),
        ("Pope", "Anna Pope"),
        ("the White House press secretary", "Vera Stone"),  # worded so, though another speaks more
    ],
)
def test_of_all_that_bear_a_name_the_one_that_is_meant(words: str, name: str) -> None:
    match = REAL.look_up(words)
    assert match is not None
    assert match.speaker.name == name


@pytest.mark.parametrize("words", ["Speaker Orlov", "speaker orlov"])
def test_who_is_named_behind_an_office_is_nobody_whose_office_names_him(words: str) -> None:
    match = REAL.look_up(words)
    assert match is None or 7 not in match.speaker.ids
    assert [found.speaker.ids[0] for found in REAL.mentions(f"what did {words} say")] == [1]


def test_a_person_is_shown_by_the_name_that_most_articles_have() -> None:
    [match] = REAL.mentions("what did President Orlov say")
    assert match.speaker.name == "Ivan Orlov"


def test_a_former_president_was_no_vice_president() -> None:
    match = REAL.look_up("the former president")
    assert match is not None
    assert match.speaker.name == "Ivan Orlov"


def test_a_word_within_a_longer_name_means_nobody() -> None:
    assert not DIRECTORY.mentions("who won the Nobel Orlov Prize?", "en")
    assert [match.speaker.name for match in DIRECTORY.mentions("the Orlov Prize", "en")] == ["Ivan Orlov"]
    assert not DIRECTORY.mentions("who is Zubkop Lumen?", "en")
    assert [match.how for match in DIRECTORY.mentions("who is Zubkop?", "en")] == ["fuzzy"]
