"""How the time between two articles counts."""

from bot.stories.times import closeness, window

DAY = 86_400
MAY = 20_000 * DAY


def test_near_days_count_fully_and_far_ones_not_at_all():
    assert closeness(MAY, MAY + 2 * DAY) == closeness(MAY + 2 * DAY, MAY) == 1
    assert 0 < closeness(MAY, MAY + 6 * DAY) < 1
    assert closeness(MAY, MAY + 10 * DAY) == 0


def test_an_undated_article_may_be_of_any_time():
    assert closeness(0, MAY) == closeness(MAY, 0) == 1


def test_the_window_ends_where_closeness_does():
    assert [closeness(MAY, end) for end in window(MAY)] == [0, 0]
