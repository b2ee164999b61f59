"""Persons of an article: one under all his names, two of one surname apart."""

from bot.statements.people import People
from bot.statements.roles import learn_offices


def names_of(text):
    return [person.name for person in People(text).all]


def test_surname_joins_the_full_name():
    assert names_of("President Ann Lee came. Lee spoke.") == ["Ann Lee"]


def test_full_name_may_come_later():
    people = People("Lee spoke. It was Ann Lee.")
    assert [place.person.name for place in people.places] == ["Ann Lee", "Ann Lee"]


def test_namesakes_stay_apart():
    assert names_of("Ann Lee met Boris Lee.") == ["Ann Lee", "Boris Lee"]


def test_bodies_and_places_are_no_persons():
    assert names_of("The White House and the Supreme Court of Ohio State spoke on Monday.") == []


def test_russian_case_forms_are_one_person():
    assert names_of("Иван Орлов приехал. Ивану Орлову рады. С Орловым говорили.") == ["Иван Орлов"]


def test_two_russian_names_in_a_row():
    assert names_of("Пресс-секретарь Ивана Орлова Петр Зимин уехал.") == ["Иван Орлов", "Петр Зимин"]


def test_title_tells_the_gender():
    (person,) = People("Mrs. Stone came with friends.").all
    assert person.gender == "f"


def test_offices_before_and_behind_a_name():
    people = People("Kremlin spokesman Peter Zimin met Ann Lee, head of Acme, there.")
    learn_offices(people)
    assert [p.offices for p in people.all if p.sure] == [["Kremlin spokesman"], ["head of Acme"]]


def test_office_of_somebody_else_is_not_his():
    people = People("Представитель Орлова уехал, а Иван Орлов остался.")
    learn_offices(people)
    assert [p.offices for p in people.all] == [[]]


def test_an_office_may_stand_before_a_colon():
    people = People("The rowing club has a new coach: Peter Zimin, 39, of Zarechny.")
    learn_offices(people)
    assert [p.offices for p in people.all if p.sure] == [["new coach"]]


def test_before_a_surname_without_cases_the_given_name_alone_is_bent():
    assert names_of("Лидии Брандт вручили приз.") == ["Лидия Брандт"]
    assert names_of("Илон Брандт приехал.") == ["Илон Брандт"]


def test_an_office_may_end_in_the_name_of_what_it_is_held_in():
    people = People("Об этом сказал глава партии «Северный путь» Пётр Сомов.")
    learn_offices(people)
    assert [p.offices for p in people.all] == [["глава партии"]]


def test_what_a_country_is_named_is_no_office():
    people = People("Он доволен переговорами с США Петр Сомов рядом.")
    learn_offices(people)
    assert [p.offices for p in people.all] == [[]]


def test_a_shortened_office_ends_no_sentence():
    people = People("In the evening, Dolsk Gov. Ann Lee met Bob Stone.")
    learn_offices(people)
    assert [p.offices for p in people.all if p.sure] == [["Dolsk Gov."], []]
