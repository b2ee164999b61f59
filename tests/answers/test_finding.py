from dataclasses import replace
from datetime import UTC, datetime

from bot.answers.finding import find_evidence
from bot.answers.ledger import is_body
from bot.models import AskedSpeaker, Period, Question
from tests.answers.conftest import library


def ask(held, intent, names=(), topic="", **more):
    speakers = tuple(held.directory().find(name) for name in names)
    return Question("q", "q", "en", intent, speakers=speakers, topic=topic, **more)


def speakers(evidence):
    return {one.statement.speaker for one in evidence.statements}


def test_several_asked_speakers_each_have_their_lines(shelve, stories, now):
    held = library(shelve(stories))
    evidence = find_evidence(ask(held, "said", ["Orlova", "Dymov"], "pier"), held, now)
    assert speakers(evidence) == {"Vera Orlova", "Oleg Dymov"}


def test_nothing_on_the_topic_is_refused_with_what_there_is(shelve, stories, now):
    held = library(shelve(stories))
    evidence = find_evidence(ask(held, "said", ["Orlova"], "Australia"), held, now)
    assert evidence.empty
    assert evidence.refusal == "not_said"
    assert evidence.nearest.titles[0] == "Council passes the budget"


def test_somebody_mentioned_but_never_quoted(shelve, stories, now):
    held = library(shelve(stories))
    evidence = find_evidence(ask(held, "said", ["Ivan Gromov"]), held, now)
    assert evidence.refusal == "not_said"
    assert evidence.nearest.mention is not None
    assert "Gromov" in evidence.nearest.mention.words
    assert find_evidence(ask(held, "said", ["Petr Sedov"]), held, now).nearest.unknown == ("Petr Sedov",)


def test_who_said_these_words(shelve, stories, now):
    held = library(shelve(stories))
    exact = find_evidence(ask(held, "who_said", quotation="we will not raise the land tax"), held, now)
    assert speakers(exact) == {"Vera Orlova"}
    nobody = find_evidence(ask(held, "who_said", quotation="the moon is made of cheese"), held, now)
    assert nobody.refusal == "no_evidence"
    assert speakers(find_evidence(ask(held, "who_said", topic="ferries return"), held, now)) == {"Oleg Dymov"}


def test_who_else_leaves_out_those_whose_words_are_known(shelve, stories, now):
    held = library(shelve(stories))
    assert speakers(find_evidence(ask(held, "commented", topic="pier"), held, now)) == {
        "Vera Orlova",
        "Oleg Dymov",
    }
    others = find_evidence(ask(held, "commented", ["Orlova"], "pier"), held, now)
    assert speakers(others) == {"Oleg Dymov"}
    nobody = find_evidence(ask(held, "commented", ["Orlova", "Dymov"], "pier"), held, now)
    assert len(speakers(nobody)) == 2


def test_what_is_said_about_somebody_leaves_out_his_own_words(shelve, story, planted, now):
    hers = planted("Vera Orlova", "that Oleg Dymov is brave", "Vera Orlova said that Oleg Dymov is brave.")
    his = planted("Oleg Dymov", "that Oleg Dymov is tired", "Oleg Dymov said that Oleg Dymov is tired.")
    body = "Vera Orlova said that Oleg Dymov is brave. Oleg Dymov said that Oleg Dymov is tired."
    held = library(shelve([story("Praise", body, said=(hers, his))]))
    assert speakers(find_evidence(ask(held, "said_about", topic="Oleg Dymov"), held, now)) == {"Vera Orlova"}


def test_what_one_told_of_the_words_of_another(shelve, story, planted, now):
    body = "Oleg Dymov said that Orlova promised Gromov new boats. Oleg Dymov said the choir sings."
    first = planted("Oleg Dymov", "that Orlova promised Gromov new boats", body[:54])
    second = planted("Oleg Dymov", "the choir sings", body[55:])
    held = library(shelve([story("Boats", body, said=(first, second))]))
    question = ask(held, "said", ["Orlova"], "boats", relayed_by=held.directory().find("Dymov"))
    found = find_evidence(question, held, now).statements
    assert [one.statement.spans[0].start for one in found] == [7 + 16]


def test_shown_statements_are_skipped(shelve, stories, now):
    held = library(shelve(stories))
    question = ask(held, "said", ["Orlova"])
    first = find_evidence(question, held, now).statements[0].statement.id
    assert first not in {one.statement.id for one in find_evidence(question, held, now, {first}).statements}


def test_a_sentence_is_ascribed_to_whose_statement_it_is(shelve, stories, now):
    held = library(shelve(stories))
    best = find_evidence(
        ask(held, "fact", topic="repairs pier cost", wanted="how_much"), held, now
    ).sentences[0]
    assert best.statement is not None
    assert best.statement.speaker == "Vera Orlova"


def test_countries_and_bodies_are_no_persons():
    assert is_body(AskedSpeaker("NATO", "NATO"))
    assert not is_body(AskedSpeaker("Sedov", "Sedov"))


def test_what_answers_less_well_is_kept_apart(shelve, stories, now):
    held = library(shelve(stories))
    evidence = find_evidence(ask(held, "fact", topic="pier of Ladozhsk repairs"), held, now)
    assert evidence.further
    assert not set(evidence.further) & set(evidence.sentences)


def test_of_a_body_only_what_it_is_told_to_have_said_is_shown(shelve, story, now):
    body = "Turkey watched the pier of Dolsk. Turkey has denied that it bought the pier of Dolsk for ships."
    held = library(shelve([story("Pier of Dolsk sold", body)]))
    asked = ask(held, "said", ["Turkey"], "pier Dolsk")
    assert [one.text for one in find_evidence(asked, held, now).sentences] == [
        "Turkey has denied that it bought the pier of Dolsk for ships."
    ]
    quiet = library(shelve([story("Pier of Dolsk sold", "Turkey watched the pier of Dolsk for a year.")]))
    assert find_evidence(ask(quiet, "said", ["Turkey"], "pier Dolsk"), quiet, now).refusal == "not_said"


def test_who_criticised_something_is_no_joke_on_it(shelve, story, planted, now):
    joke = "“People ask me when the pier opens,” Vera Orlova joked."
    blame = "Oleg Dymov criticised the costs of the pier."
    said = (
        planted("Vera Orlova", "People ask me when the pier opens", joke, "direct"),
        planted("Oleg Dymov", "the costs of the pier", blame),
    )
    held = library(shelve([story("Pier of Ladozhsk", f"{joke} {blame}", said=said)]))
    asked = ask(held, "who_said", topic="criticised costs pier", wanted="who")
    assert [one.statement.speaker for one in find_evidence(asked, held, now).statements] == ["Oleg Dymov"]


def test_words_of_somebody_are_rather_shown_on_the_matter_that_is_spoken_of(shelve, stories, now):
    held = library(shelve(stories))
    asked = ask(held, "said", ["Orlova"])
    assert len(find_evidence(asked, held, now).statements) > 1
    (only,) = find_evidence(replace(asked, context="land tax"), held, now).statements
    assert "land tax" in only.article.text[slice(*only.statement.context)]
    assert find_evidence(replace(asked, context="zebras"), held, now).statements


def test_a_bare_question_asks_of_what_was_just_told(shelve, story, now):
    told = story("Orlova held in Dolsk", "Vera Orlova was held in Dolsk over a stolen boat on Friday.")
    other = story(
        "Orlova held in court", "Vera Orlova was held in court because of the crowd before the doors."
    )
    held = library(shelve([told, other]))
    asked = replace(ask(held, "fact", topic="Orlova held", wanted="why"), text="why so?")
    article = next(one for one in held.newest_articles(now, None, 9) if one.title == told.title)
    start = article.text.index("Vera Orlova was")
    first = find_evidence(asked, held, now, cited=frozenset({(article.id, start)})).sentences[0]
    assert "stolen boat" in first.text


def test_a_date_before_the_question_does_not_bind_its_answer(shelve, story, now):
    told = "The pier of Ladozhsk reopens on July 20, the port said."
    held = library(shelve([story("Pier of Ladozhsk reopens", told)]))
    spring = Period(datetime(2025, 3, 1, tzinfo=UTC), datetime(2025, 6, 1, tzinfo=UTC), "in spring")
    text = "The pier of Ladozhsk was closed in spring. When does it reopen?"
    asked = Question(text, text, "en", "fact", "when", topic="pier Ladozhsk closed reopen", period=spring)
    assert [one.text for one in find_evidence(asked, held, now).sentences] == [told]
    own = replace(asked, text="When does the pier of Ladozhsk reopen, in spring?")
    assert find_evidence(own, held, now).empty
    assert find_evidence(replace(asked, wanted="how_much"), held, now).empty


def test_who_heads_something_is_told_by_his_office(shelve, story, now):
    told = "“This is the hardest job,” said Oleg Dymov, director of Yarmost."
    held = library(shelve([story("Pier", f"The crane creaks. She laughed at it. {told}")]))
    text = "Who runs Yarmost?"
    asked = Question(text, text, "en", "fact", "who", topic="runs Yarmost")
    assert [one.text for one in find_evidence(asked, held, now).sentences] == [told]
    show = library(shelve([story("Show", "The show of Oleg Dymov runs until May near Yarmost.")]))
    assert find_evidence(asked, show, now).empty
