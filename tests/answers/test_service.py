from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.answers.service import Answerer


@pytest.fixture
def answerer(shelve, stories):
    shelf = shelve(stories)
    return Answerer(shelf.store, shelf.index)


def quotes(answer):
    return [cited.quote for claim in answer.claims for cited in claim.citations]


def test_what_somebody_said_with_the_sentence(answerer, now):
    answer = answerer.ask("What did Vera Orlova say about the land tax?", now)
    assert answer.answered
    assert [claim.speaker for claim in answer.claims] == ["Vera Orlova"]
    assert quotes(answer) == ["“We will not raise the land tax,” Vera Orlova said."]
    assert "[1]" in answer.text
    assert "Council passes the budget" in answer.text
    assert answer.ms > 0


def test_a_refusal_has_no_claims_and_says_what_was_searched(answerer, now):
    answer = answerer.ask("What did Orlova say about Australia?", now)
    assert (answer.answered, answer.refusal, answer.claims) == (False, "not_said", ())
    assert "Australia" in answer.text
    assert "2 articles" in answer.text


def test_a_checked_claim_is_shown_within_its_passage(answerer, now):
    (claim,) = answerer.check("Vera Orlova said: “We will not raise the land tax.”", now).claims
    assert claim.verdict == "supported"
    assert "Ivan Gromov attended" in claim.citations[0].passage


def test_a_russian_question_finds_english_articles(answerer, now):
    answer = answerer.ask("что сказала Орлова?", now)
    assert answer.answered
    assert answer.lang == "ru"
    assert "Источники:" in answer.text


def test_a_fact_and_a_false_premise(answerer, now):
    assert "14 million" in answerer.ask("How much did the repairs of the pier cost?", now).claims[0].text
    assert not answerer.ask("Why did Orlova resign?", now).answered


@pytest.mark.parametrize(
    "text", ["thanks", "hello", "help", "напиши стихотворение про весну", "сколько будет 2+2?"]
)
def test_small_talk_gets_a_short_reply_and_no_answer(answerer, now, text):
    answer = answerer.ask(text, now)
    assert not answer.answered
    assert answer.refusal == "off_topic"
    assert answer.text


@pytest.mark.parametrize("text", ["", "  ", "?", "…"])
def test_nothing_asked_is_unclear(answerer, now, text):
    assert answerer.ask(text, now).refusal in {"unclear", "off_topic"}


def test_a_conversation_is_kept_and_goes_on(answerer, now):
    first = answerer.ask("What did Orlova say about the land tax?", now, "c1")
    source = answerer.ask("source?", now, "c1")
    assert quotes(source) == quotes(first)
    assert not answerer.ask("and about Australia?", now, "c1").answered
    answerer.reset("c1")
    assert answerer.ask("source?", now, "c1").answered is False


def test_more_shows_what_was_not_yet_shown_and_then_ends(shelve, story, planted, now):
    topics = ["bridge", "choir", "market", "museum", "school", "tower", "library", "theatre"]
    sentences = [f"Vera Orlova said that the {word} needs {n} men." for n, word in enumerate(topics, 2)]
    said = tuple(planted("Vera Orlova", sentence[21:-1], sentence) for sentence in sentences)
    shelf = shelve([story("Needs of the town", " ".join(sentences), said=said)])
    held = Answerer(shelf.store, shelf.index)
    seen = quotes(held.ask("What did Orlova say?", now, "c"))
    further = quotes(held.ask("more", now, "c"))
    assert further
    assert not set(seen) & set(further)
    assert set(seen) | set(further) == set(sentences)
    assert not held.ask("more", now, "c").answered


def test_in_short_shows_fewer_lines(answerer, now):
    first = answerer.ask("What did Orlova say?", now, "c")
    short = answerer.ask("in short", now, "c")
    assert len(first.claims) == 3
    assert short.claims == first.claims[:2]


def test_the_language_of_the_answer_can_be_given(answerer, now):
    assert answerer.ask("thanks", now, language="ru").text == answerer.ask("спасибо", now).text


def test_search_gives_passages(answerer, now):
    (result, *_) = answerer.search("budget of Ladozhsk", now, 5)
    assert result.title == "Council passes the budget"
    assert result.text.startswith("The council")
    assert len(answerer.search("Ladozhsk", now, 1)) == 1
    assert answerer.search("?", now, 5) == []


def test_two_threads_may_ask_at_once(answerer, now):
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: answerer.ask("What did Orlova say?", now), range(8)))
    assert len({answer.text for answer in answers}) == 1


def test_warming_up_changes_no_answer(answerer, now):
    answerer.warm_up(now)
    assert answerer.ask("What did Vera Orlova say about the land tax?", now).answered


def test_she_may_be_whom_the_answer_named(answerer, now):
    answerer.ask("How much did the repairs of the pier cost?", now, "talk")
    again = answerer.ask("and what did she say about the land tax?", now, "talk")
    assert [claim.speaker for claim in again.claims] == ["Vera Orlova"]


def test_one_good_line_beats_three(answerer, now):
    assert len(answerer.ask("When does the pier open?", now).claims) == 1


@pytest.mark.parametrize("text", ["what's new?", "latest news"])
def test_news_of_no_topic_are_those_of_the_newest_articles(answerer, now, text):
    answer = answerer.ask(text, now)
    assert answer.claims[0].text.startswith("The council of Ladozhsk passed the budget")
    assert answer.claims[1].text.startswith("The pier of Ladozhsk opens on July 20")


def test_what_happened_in_a_period_in_the_order_of_time(answerer, now):
    first, second = answerer.ask("What happened last week?", now).claims
    assert first.text.startswith("The pier of Ladozhsk opens on July 20")
    assert second.text.startswith("The council of Ladozhsk passed the budget")


def test_no_news_in_a_period_offers_the_newest(answerer, now):
    answer = answerer.ask("что случилось вчера?", now)
    assert answer.refusal == "no_evidence"
    assert "Council passes the budget" in answer.details


def test_the_latest_from_somebody_are_their_newest_words(answerer, now):
    answer = answerer.ask("What is the latest from Orlova?", now)
    assert answer.claims[0].text == "“We will not raise the land tax,” Vera Orlova said."
    assert {claim.speaker for claim in answer.claims} == {"Vera Orlova"}


def test_the_newest_figure_comes_first_whatever_its_language(shelve, story, now):
    old = story("Bridge", "The repair of the bridge will cost 14 million crowns. Work began.", "2025-06-02")
    new = story("Мост", "Теперь ремонт моста стоит 16 млн крон. Работы идут.", "2025-07-02", language="ru")
    shelf = shelve([old, new])
    answer = Answerer(shelf.store, shelf.index).ask("How much does the repair of the bridge cost?", now)
    assert [("16" in claim.text, "14" in claim.text) for claim in answer.claims] == [
        (True, False),
        (False, True),
    ]


def test_what_is_recalled_is_not_the_news(shelve, story, now):
    body = (
        "Orlova recalled that on May 2, at the fair in Gorelovo, a contract was signed."
        " On July 9, the builders of the province gathered in Ladozhsk for a fair of the trade."
    )
    shelf = shelve([story("Builders meet", body, "2025-07-09")])
    answer = Answerer(shelf.store, shelf.index).ask("When and where was the fair?", now)
    assert answer.claims[0].text.startswith("On July 9")


def test_two_questions_in_one_message_are_both_answered(answerer, now):
    both = answerer.ask("How much did the repairs of the pier cost and who is Oleg Dymov?", now, "c2")
    assert "14 million" in both.claims[0].text
    assert any("Oleg Dymov" in claim.text for claim in both.claims)
    assert both.standalone_question.startswith("How much did the repairs of the pier cost? Who is Oleg Dymov")


def test_a_pronoun_of_the_second_question_means_whom_the_first_one_finds(answerer, now):
    answerer.ask("What did Oleg Dymov say?", now, "c3")
    both = answerer.ask("Who opens the pier and what did Orlova say about the land tax?", now, "c3")
    assert both.claims[-1].speaker == "Vera Orlova"
    asked = answerer.ask("Who left before the vote on the budget and what did he say?", now, "c3")
    assert "Gromov" in asked.text
    assert "Dymov" not in asked.standalone_question


def test_of_two_questions_the_one_without_an_answer_is_named(answerer, now):
    both = answerer.ask("How much did the repairs of the pier cost and who painted the moon?", now)
    assert both.answered
    assert "moon" in both.remark
    neither = answerer.ask("Who painted the moon and when did Mars vote?", now)
    assert (neither.answered, neither.claims) == (False, ())
    assert "moon" in neither.details
    assert "when did Mars vote" in neither.details


def test_a_first_question_without_an_answer_takes_none_from_the_second(answerer, now):
    both = answerer.ask("Who painted the moon and what did Orlova say?", now)
    assert {claim.speaker for claim in both.claims} == {"Vera Orlova"}
    assert "moon" in both.remark


def test_two_questions_share_an_answer(shelve, story, planted, now):
    words = ["bridge", "choir", "market", "museum", "school", "tower"]
    first = [f"Vera Orlova said that the {word} needs paint." for word in words]
    second = [f"Oleg Dymov said that the {word} needs light." for word in words]
    said = (
        *(planted("Vera Orlova", one[21:-1], one) for one in first),
        *(planted("Oleg Dymov", one[20:-1], one) for one in second),
    )
    shelf = shelve([story("A long day", " ".join([*first, *second]), said=said)])
    both = Answerer(shelf.store, shelf.index).ask("What did Orlova say and what did Dymov say?", now)
    assert {claim.speaker for claim in both.claims} == {"Vera Orlova", "Oleg Dymov"}
    assert len(both.claims) <= 5


def test_a_double_question_is_looked_up_as_it_is_asked(answerer, now):
    text = "How much did the repairs of the pier cost and who is Oleg Dymov?"
    assert answerer.look(text, now).claims == answerer.ask(text, now).claims


def test_a_follow_up_goes_on_from_the_second_of_two_questions(answerer, now):
    answerer.ask("How much did the repairs of the pier cost and when was the fair in Dolsk?", now, "c9")
    again = answerer.ask("and in Ladozhsk?", now, "c9").standalone_question
    assert again.rstrip("?") == "When was the fair in Ladozhsk"


def test_what_nothing_was_found_of_is_no_matter_to_go_on_from(answerer, now):
    assert answerer.ask("What did the minister say about the tunnel?", now, "talk").refusal
    answer = answerer.ask("Who is the mayor?", now, "talk")
    assert answer.standalone_question == "Who is the mayor?"
    assert "Mayor Vera Orlova" in quotes(answer)[0]
