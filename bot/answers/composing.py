"""How the evidence for each kind of question is composed; it composes nothing itself."""

from bot.answers.compose import Composed, compose
from bot.answers.disagreements import compose_disagreements
from bot.answers.evidence import Evidence
from bot.answers.ledger import COURSES
from bot.answers.positions import compose_positions
from bot.models import Question


def composed(question: Question, evidence: Evidence) -> Composed:
    """Claims for a question: with notes on statements over time or on differing sources, else as found."""
    if question.intent == "disagreement":
        return compose_disagreements(question, evidence)
    return (
        compose_positions(question, evidence)
        if is_course(question, evidence)
        else compose(question, evidence)
    )


def is_course(question: Question, evidence: Evidence) -> bool:
    """Whether statements are to be shown in the order of time."""
    return bool(evidence.statements) and question.intent in COURSES


def has_notes(question: Question, evidence: Evidence) -> bool:
    """Whether an answer is of claims and notes that belong together, so that nobody may word it anew."""
    return question.intent == "disagreement" or is_course(question, evidence)
