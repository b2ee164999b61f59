"""The kind of thing that a question asks for; people, shops and places are made up."""

import pytest

from bot.answers.kinds import asks_several, chooses, kind_asked, names_asked
from bot.models import Question


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Which grocery chain lowered its fares?", {"grocery", "chain"}),
        ("The inspector closed which type of ferry?", {"type", "ferry"}),
        ("Which city lit up its bridge?", {"city"}),
        ("In which U.S. state was it?", {"U", "S", "state"}),
        ("Orlova left. Which choir did she join?", {"choir"}),
        ("What is the new ferry called?", {"called"}),
        ("What's the name of the ferry?", {"name"}),
        ("What was it, according to a new study?", {"study"}),
        ("What caused the flood?", set()),
        ("What happened?", set()),
        ("Who left?", set()),
        ("Какой старый мост закрыли?", {"старый", "мост"}),
        ("В какой стране открыли тоннель?", {"стране"}),
        ("", set()),
    ],
)
def test_the_words_that_say_what_is_asked_for(question, kind):
    assert kind_asked(question) == kind


@pytest.mark.parametrize(
    ("text", "wanted", "one"),
    [
        ("Which chain bought the ferry?", "which", True),
        ("What series did she write?", "what", True),
        ("What is the ferry called?", "what", True),
        ("What happened?", "what", False),
        ("Who bought the ferry?", "who", False),
    ],
)
def test_whether_one_of_a_kind_is_asked_for(text, wanted, one):
    assert chooses(Question(text, text, "en", "fact", wanted)) is one


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("Which companies left?", True),
        ("Which company left?", False),
        ("Which airport boss left?", False),
        ("Какие страны вышли?", True),
        ("Какая страна вышла?", False),
        ("Who left?", False),
    ],
)
def test_whether_several_are_asked_for(question, several):
    assert asks_several(question) is several


@pytest.mark.parametrize(
    ("question", "form", "name"),
    [
        ("Which country bought the ferry?", "japan", "Japan"),
        ("Which countries bought a ferry?", "zealand", "Zealand"),
        ("A tunnel opened in which state?", "ohio", "Ohio"),
        ("В какой стране открыли тоннель?", "япония", "Япония"),
    ],
)
def test_names_of_a_kind_are_known_from_a_list(question, form, name):
    assert names_asked(question)[form] == name


@pytest.mark.parametrize(
    "question", ["Which chain left?", "Which head of state left?", "Which country club burned?", "Who left?"]
)
def test_of_other_kinds_none_are_known(question):
    assert not names_asked(question)
