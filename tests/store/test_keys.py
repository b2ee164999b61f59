"""One key for one name in every script."""

import pytest

from bot.store.keys import speaker_key


@pytest.mark.parametrize("name", ["Дмитрий Орлов", "Dmitri Orlov", "Dmitry  Orlov", "Дмитрия Орлова"])
def test_one_key_in_every_script_and_case(name):
    assert speaker_key(name) == speaker_key("Dmitry Orlov")


def test_other_people_have_other_keys():
    names = ["Dmitry Orlov", "Orlov", "Anna Orlova", "Harbour Office", "—", "№ 5"]
    assert len({speaker_key(name) for name in names}) == len(names)
    assert all(speaker_key(name) for name in names)
