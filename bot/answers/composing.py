"""How the evidence for each kind of question is composed; it composes nothing itself."""

from bot.answers.compose import Composed, compose
from bot.answers.evidence import Evidence
from bot.answers.positions import compose_positions
from bot.models import Question


def composed(question: Question, evidence: Evidence) -> Composed:
    """Claims for a question: statements over time with what became of them, everything else as found."""
    if is_course_of_words(question, evidence):
        return compose_positions(question, evidence)
    return compose(question, evidence)


def is_course_of_words(question: Question, evidence: Evidence) -> bool:
    """Whether statements are to be shown as a course, which nobody may word anew."""
    return bool(evidence.statements) and question.intent in ("position", "timeline")
