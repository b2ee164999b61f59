from bot.answers.kept import Kept


def kept(asked, most=2):
    def look_up(ids):
        asked.append(sorted(ids))
        return {number: str(number) for number in ids if number < 10}

    return Kept(look_up, most)


def test_what_is_kept_is_not_looked_up_again():
    asked = []
    values = kept(asked)
    assert values.get([1, 2]) == {1: "1", 2: "2"}
    assert values.get([2, 3, 99]) == {2: "2", 3: "3"}
    assert asked == [[1, 2], [3, 99]]


def test_the_oldest_go_first_and_clear_forgets_all():
    asked = []
    values = kept(asked)
    values.get([1])
    values.get([2])
    assert values.get([3, 4, 5]) == {3: "3", 4: "4", 5: "5"}
    assert values.get([1]) == {1: "1"}
    values.clear()
    values.get([1])
    assert asked == [[1], [2], [3, 4, 5], [1], [1]]
