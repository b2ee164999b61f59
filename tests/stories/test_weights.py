"""The one setting: every weight has its feature, and the bounds are in order."""

from bot.models import Span
from bot.stories import weights
from bot.stories.likeness import Rarity, features, weigh
from bot.stories.profile import profile


def test_every_weight_belongs_to_a_feature():
    one = weigh(profile("Ferry", "Ferry", (Span(0, 5),)), Rarity({}, 1))
    assert features(one, one).keys() == weights.WEIGHTS.keys()


def test_what_is_kept_can_join_and_what_joins_is_related_or_less():
    assert 0 < weights.KEPT < weights.JOIN < weights.RELATED < 1
    assert weights.NEAR_DAYS < weights.FAR_DAYS
