"""Packing, sketches and the nearest of many."""

import math
import random

import pytest

from bot.search.vectors import Sketches, centre_of, cosine, packed, sketch, unit, unpacked
from bot.search.weights import SKETCH_BITS

NEVER = 2**62


def made_up(chance, dim, common=0.0):
    """A unit vector of its own direction, and `common` of a direction that all share."""
    return unit([chance.gauss(0, 1) + common for _ in range(dim)])


def sketches_of(vectors, centre, moments=None):
    held = Sketches()
    for owner, vector in enumerate(vectors):
        held.add(owner, moments[owner] if moments else 1, sketch(vector, centre))
    return held


def test_a_unit_vector_keeps_its_direction():
    assert unit([3.0, -4.0]) == [0.6, -0.8]
    assert math.isclose(math.hypot(*unit([1e300, 1e300])), 1.0)


def test_packing_keeps_three_digits():
    vector = made_up(random.Random(1), 384)
    assert len(packed(vector)) == 768
    assert unpacked(packed(vector)) == pytest.approx(vector, abs=2e-4)
    assert cosine(vector, packed(vector)) == pytest.approx(1.0, abs=1e-3)
    assert cosine(vector, packed([-value for value in vector])) == pytest.approx(-1.0, abs=1e-3)


def test_a_sketch_has_a_bit_for_each_dimension():
    assert sketch([1.0, -1.0, 0.5], [0.0, 0.0, 0.6]) == b"\x04"
    assert len(sketch([1.0] * 3072, [0.0] * 3072)) == SKETCH_BITS // 8


@pytest.mark.parametrize("common", [0.0, 3.0])
def test_the_true_neighbours_are_among_the_nearest_sketches(common):
    chance = random.Random(7)
    vectors = [made_up(chance, 256, common) for _ in range(2000)]
    centre = centre_of(vectors[:64])
    held = sketches_of(vectors, centre)
    for owner in range(0, 2000, 200):
        noisy = unit([value + chance.gauss(0, 0.03) for value in vectors[owner]])
        near = held.nearest(sketch(noisy, centre), 20, None, NEVER)
        assert owner in near
        assert 20 <= len(near) < 60


def test_a_library_of_fewer_gives_all():
    vectors = [made_up(random.Random(1), 16) for _ in range(5)]
    held = sketches_of(vectors, [0.0] * 16)
    assert len(held) == 5
    assert held.nearest(sketch(vectors[0], [0.0] * 16), 20, None, NEVER) == [0, 1, 2, 3, 4]
    assert Sketches().nearest(b"\1", 20, None, NEVER) == []


def test_only_those_of_the_time_asked_for():
    vectors = [made_up(random.Random(seed), 16) for seed in range(4)]
    held = sketches_of(vectors, [0.0] * 16, moments=[0, 10, 20, 30])
    bits = sketch(vectors[3], [0.0] * 16)
    assert held.nearest(bits, 9, None, 31) == [0, 1, 2, 3]
    assert held.nearest(bits, 9, None, 30) == [0, 1, 2]
    assert held.nearest(bits, 9, 10, 30) == [1, 2]
    assert held.nearest(bits, 9, -5, 20) == [1]  # undated ones lie in no period
