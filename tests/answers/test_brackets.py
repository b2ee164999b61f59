from bot.answers.brackets import openings, surnames, with_full_name, with_name
from bot.answers.evidence import Evidence, FoundSentence, FoundStatement
from bot.models import Article, Citation, Claim, Span, Statement

TEXT = "Ivan Gromov came late. He warned of ice. Then Gromov left."
ARTICLE = Article(1, "u", "Ice", TEXT, None, None, "en")


def said(words, mention):
    start = TEXT.index(words)
    place = TEXT.index(mention)
    span = Span(start, start + len(words))
    return Statement(
        (span,), span, "indirect", "warned", Span(place, place + len(mention)), "Ivan Gromov", "person"
    )


def claim(words, speaker="Ivan Gromov"):
    start = TEXT.index(words)
    cited = Citation(1, 1, "u", "Ice", None, None, start, start + len(words), words)
    return Claim(words, speaker, "indirect" if speaker else "fact", (cited,))


KNOWN = openings(Evidence((FoundStatement(said("He warned of ice.", "He"), ARTICLE),)))


def test_a_pronoun_is_opened_and_the_quote_stays():
    shown = with_name(claim("He warned of ice."), KNOWN)
    assert shown.text == "[Ivan Gromov] He warned of ice."
    assert shown.citations[0].quote == "He warned of ice."


def test_only_the_speaker_of_the_ledger_is_named():
    assert with_name(claim("He warned of ice.", "Petr Sedov"), KNOWN).text == "He warned of ice."
    assert with_name(claim("He warned of ice.", None), KNOWN).text == "He warned of ice."


def test_a_sentence_that_names_him_needs_none():
    known = openings(Evidence((FoundStatement(said("Then Gromov left.", "Gromov"), ARTICLE),)))
    assert not known
    assert with_name(claim("Then Gromov left."), known).text == "Then Gromov left."


def opened(text, sentence):
    article = Article(1, "u", "Ice", text, None, None, "en")
    span = Span(text.index(sentence), text.index(sentence) + len(sentence))
    cited = Citation(1, 1, "u", "Ice", None, None, *span, sentence)
    known = surnames(Evidence(sentences=(FoundSentence(span, article),)))
    return with_full_name(Claim(sentence, None, "fact", (cited,)), known).text


def test_a_surname_is_opened_by_the_name_that_the_article_gives_in_full():
    text = "The prize was given on Monday. Mayor Ada Holm sang. Holm, who won the prize, wept."
    assert opened(text, "Holm, who won the prize, wept.") == "[Ada Holm] Holm, who won the prize, wept."
    assert opened(text, "Mayor Ada Holm sang.") == "Mayor Ada Holm sang."
    assert opened(text, "The prize was given on Monday.") == "The prize was given on Monday."


def test_of_two_with_a_surname_none_is_named():
    text = "Ada Holm came with Ole Holm. Holm won the prize."
    assert opened(text, "Holm won the prize.") == "Holm won the prize."
