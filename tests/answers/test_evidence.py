from bot.answers.evidence import Evidence, FoundSentence
from bot.models import Article, Span


def test_evidence_is_empty_without_statements_and_sentences():
    assert Evidence(refusal="no_evidence").empty
    sentence = FoundSentence(Span(0, 4), Article(1, "u", "T", "text", None, None, "en"))
    assert not Evidence(sentences=(sentence,)).empty
