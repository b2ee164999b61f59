"""Which models are asked for what, by the settings."""

import pytest

from bot.answers.meaning import nothing_near
from bot.app.endpoint import Tasks, connected, near_in, vector_filler
from bot.config import Settings
from bot.errors import UsageError
from bot.store import open_store


def settings_of(**chosen):
    ours = {"openai_api_key": None, "openai_base_url": "", "embed_model": "", "prompts_dir": None}
    models = {"answer_model": "toy", "question_model": "", "check_model": ""}
    return Settings(_env_file=None, **{**ours, **models, **chosen})


@pytest.fixture
def assistants(tmp_path):
    with open_store(tmp_path / "x.db") as store:
        yield lambda **chosen: Tasks(
            store, settings_of(**chosen), connected(settings_of(**chosen))
        ).assistants()


def test_without_an_endpoint_there_are_none(assistants):
    found = assistants()
    assert (found.writer, found.understander, found.translator) == (None, None, None)
    assert connected(settings_of()) is None


@pytest.mark.parametrize(
    "endpoint", [{"openai_api_key": "sk-x"}, {"openai_base_url": "http://127.0.0.1:1/v1"}]
)
def test_a_key_or_an_address_makes_all(assistants, endpoint):
    found = assistants(**endpoint, check_model="strict")
    assert found.writer is not None
    assert found.understander is not None
    assert found.translator is not None


def test_each_can_be_left_out(assistants):
    endpoint = {"openai_base_url": "http://127.0.0.1:1/v1"}
    assert assistants(**endpoint, question_model="none").understander is None
    found = assistants(**endpoint, answer_model="None", question_model="toy")
    assert (found.writer, found.translator) == (None, None)
    assert found.understander is not None
    assert assistants(**endpoint, answer_model="none").understander is None


def test_digests_have_the_model_of_answers_or_their_own_or_none(tmp_path):
    endpoint = {"openai_base_url": "http://127.0.0.1:1/v1"}
    with open_store(tmp_path / "y.db") as store:

        def made(**chosen):
            settings = settings_of(**chosen)
            writer = Tasks(store, settings, connected(settings)).story_writer()
            if writer:
                writer.close()
            return writer is not None

        assert not made()
        assert made(**endpoint)
        assert not made(**endpoint, digest_model="none")
        assert not made(**endpoint, answer_model="none")
        assert made(**endpoint, answer_model="none", digest_model="toy")


def test_a_folder_without_prompts_is_a_usage_error(assistants, tmp_path):
    with pytest.raises(UsageError, match=r"answer\.md"):
        assistants(openai_base_url="http://127.0.0.1:1/v1", prompts_dir=tmp_path)


def test_vectors_are_another_matter(tmp_path):
    chosen = settings_of(openai_base_url="http://127.0.0.1:1/v1")
    with open_store(tmp_path / "x.db") as store:
        assert near_in(store, chosen, connected(chosen)) is nothing_near
        assert vector_filler(store, chosen, connected(chosen)) is None
