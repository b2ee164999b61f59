import pytest

from bot.answers.drafting import WrittenAnswer
from bot.answers.spending import Account, Limits
from bot.answers.tasks import BudgetSpent, Task
from bot.errors import EndpointAnswerError
from bot.llm.prompts import load_prompt, shipped
from bot.models import Judged
from tests.llm.writers import Book, Model, answer

VALUES = {"question": "Who?", "language": "English", "evidence": "[a] E.", "opening": "<<<", "closing": ">>>"}


def task(model, book, limits=None):
    return Task(model, load_prompt("answer", shipped()), Account(book, limits, clock=lambda: 5.0))


def test_what_is_asked_is_booked_with_what_became_of_the_claims():
    book = Book()
    done = task(Model(lambda _: answer()), book)
    assert done.ask(VALUES, WrittenAnswer, "a#1", judged=lambda: Judged(0, 0, 1)).claims == []
    (call,) = book.calls
    assert (call.chat, call.task, call.dropped, call.tokens_in) == ("a", "answer", 1, 500)
    assert call.version == load_prompt("answer", shipped()).version
    assert done.model == "toy"


def test_what_failed_is_booked_as_well():
    book = Book()
    with pytest.raises(EndpointAnswerError):
        task(Model(lambda _: "no"), book).ask(VALUES, WrittenAnswer)
    assert len(book.calls) == 1


def test_without_budget_nothing_is_asked():
    model = Model(lambda _: answer())
    with pytest.raises(BudgetSpent):
        task(model, Book(), Limits(per_day=50)).ask(VALUES, WrittenAnswer)
    assert model.asked == []
