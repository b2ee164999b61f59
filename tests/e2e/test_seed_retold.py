"""What is asked of a news article, on the sample that retells the CIS summit and people of the town."""

import pytest

from bot.store.keys import speaker_key
from tests.e2e.support import NOW, SAMPLES, opened

SUMMIT = "https://yar-herald.example.org/archive/2023/12/cis-summit"
WATCHES = "the leaders had “synchronized watches” on international and regional matters"
SUCCESS = "He called the summit successful and stressed how much an informal meeting"
CURRENCIES = "more trade within the CIS to be settled in national currencies"
YEAR = "the outgoing year had been “exceptionally active and eventful”"
PESKOV = [
    "what did Peskov say?",
    "What did Peskow say",
    "что сказал Песков?",
    "what did the Kremlin spokesman say?",
]


@pytest.fixture(scope="module")
def ask(sample_library, tmp_path_factory):
    """Asks the sample library one question, outside of any conversation."""
    copy = tmp_path_factory.mktemp("seed") / "library.db"
    copy.write_bytes(sample_library.read_bytes())
    with opened(copy) as whosaid:
        yield lambda question: whosaid.answerer.ask(question, NOW)


def speakers(answer):
    return {claim.speaker for claim in answer.claims}


def pages(answer):
    return {citation.url for claim in answer.claims for citation in claim.citations}


def is_refused(answer, words):
    return not answer.answered and not answer.claims and "http" not in answer.text and words in answer.text


@pytest.mark.parametrize("question", PESKOV)
def test_the_two_statements_of_peskov_and_nobody_elses(ask, question):
    answer = ask(question)
    assert len(answer.claims) == 2
    assert WATCHES in answer.claims[0].text
    assert SUCCESS in answer.claims[1].text
    assert speakers(answer) == {"Dmitry Peskov"}
    assert pages(answer) == {SUMMIT}


@pytest.mark.parametrize(
    "question",
    [
        "what did the head of state say about the outgoing year?",
        "what did Putin say about the outgoing year?",
    ],
)
def test_the_head_of_state_is_putin(ask, question):
    answer = ask(question)
    assert YEAR in answer.text
    assert speakers(answer) == {"Vladimir Putin"}


@pytest.mark.parametrize(
    "question", ["what did Putin say about national currencies?", "что Путин говорил о национальных валютах?"]
)
def test_putin_on_national_currencies(ask, question):
    answer = ask(question)
    assert CURRENCIES in answer.text
    assert speakers(answer) == {"Vladimir Putin"}


@pytest.mark.parametrize("question", ["what did Tokayev say?", "Что сказал Токаев?"])
def test_tokayev_is_named_for_what_he_is_mentioned_for(ask, question):
    assert is_refused(ask(question), "prepared a report on the history of the once united country")


@pytest.mark.parametrize(
    ("question", "name"), [("what did Lukashenko say?", "Lukashenko"), ("что сказал Лукашенко?", "Лукашенко")]
)
def test_lukashenko_is_not_mentioned(ask, question, name):
    answer = ask(question)
    assert is_refused(answer, name)
    assert "report" not in answer.text


@pytest.mark.parametrize("question", ["how much was the trade turnover?", "Каким был товарооборот СНГ?"])
def test_the_turnover(ask, question):
    answer = ask(question)
    assert "$83.7 billion" in answer.text
    assert pages(answer) == {SUMMIT}


@pytest.mark.parametrize(
    "question", ["when and where was the summit?", "when was the CIS summit?", "где прошёл саммит СНГ?"]
)
def test_when_and_where_the_summit_was(ask, question):
    answer = ask(question)
    assert "met in St. Petersburg on December 26, 2023" in answer.text
    assert pages(answer) == {SUMMIT}


def test_a_question_on_the_summit_after_another_on_turnover(sample_library, tmp_path):
    copy = tmp_path / "library.db"
    copy.write_bytes(sample_library.read_bytes())
    with opened(copy) as whosaid:
        whosaid.answerer.ask("how much was the trade turnover of the CIS?", NOW, "one")
        answer = whosaid.answerer.ask("when and where was the summit?", NOW, "one")
    assert "met in St. Petersburg on December 26, 2023" in answer.text


@pytest.mark.parametrize(
    "question", ["who chairs the CIS in 2024?", "кто председательствует в СНГ в 2024 году?"]
)
def test_who_chairs_the_cis(ask, question):
    answer = ask(question)
    assert "Russia takes over the chair of the CIS from Kyrgyzstan in 2024." in answer.text


def test_two_orlovs_are_kept_apart(ask):
    builder, coach = ask("what did Pavel Orlov say?"), ask("what did Denis Orlov say?")
    assert speakers(builder) <= {"Pavel Orlov", "Павел Орлов"}
    assert speakers(coach) == {"Denis Orlov"}
    assert "“In June I promised November, and it is November,” he said." in builder.text
    assert "“We will lose some matches, but nobody will fall asleep,”" in coach.text
    assert "matches" not in builder.text
    assert "November, and" not in coach.text


@pytest.mark.parametrize("question", ["what did Orlov say?", "Что сказал Орлов?"])
def test_the_bare_surname_says_which_orlov_it_takes(ask, question):
    answer = ask(question)
    assert answer.remark
    assert len({speaker_key(speaker) for speaker in speakers(answer)}) == 1
    assert "Pavel" in answer.remark or "Павел" in answer.remark
    assert "Denis" in answer.remark or "Денис" in answer.remark


def test_orlov_declined_to_comment(ask):
    answer = ask("what did Pavel Orlov say about the costs?")
    assert "Pavel Orlov, director of Yarmost, declined to comment on the costs." in answer.text
    assert "Denis" not in answer.text


def test_offices_of_the_town(ask):
    assert {speaker_key(speaker) for speaker in speakers(ask("что сказала мэр о мосте?"))} == {
        speaker_key("Irina Sokolova")
    }
    assert "«Насосы стояли под водой четверо суток" in ask("что сказала глава водоканала?").text


def test_the_complaint_is_not_laid_in_the_mouth_of_a_woman_who_spoke_before(ask):
    assert "жалобу" not in ask("что сказала Елена Рыбакова?").text


@pytest.mark.parametrize(
    "question",
    [
        "See also",
        "Ten recipes for a summer without an oven",
        "what are the recipes for a summer without an oven?",
        "Как сварить варенье из одуванчиков?",
        "Читайте также: варенье",
        "Подписывайтесь на наш канал",
        "What did the Yar Herald say about the bridge and ovens?",
    ],
)
def test_lines_that_belong_to_the_page_are_never_shown(ask, question):
    shown = "\n".join(claim.text for claim in ask(question).claims)
    quoted = "\n".join(each.quote for claim in ask(question).claims for each in claim.citations)
    for words in ("Ten recipes", "See also", "Читайте также", "одуванчик", "Подписывайтесь"):
        assert words not in shown + quoted


def test_every_quotation_is_the_text_at_its_place(ask):
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES.iterdir()]
    for question in (
        "what did Sokolova say?",
        "что сказал Машин?",
        "what happened to the bridge?",
        PESKOV[0],
    ):
        for claim in ask(question).claims:
            assert claim.citations
            assert all(any(each.quote in text for text in texts) for each in claim.citations)
