"""What the words of a claim weigh that its sources do not cover.

Fitted by a logistic regression, leaving out one document at a time, on two public sets of claims about news;
then rounded, since the figures of so few documents carry no more.
"""

LIMIT = 1.0  # a claim whose words weigh this much together is not supported
SHARE = 0.08  # nor is a short one whose words weigh this much for each plain word that it has
LEAST = 3  # plain words: one that stands elsewhere in the source is no fault even in the shortest claim
JUMP = 0.1  # each time that neighbouring words rest on different sentences
UNCOVERED: dict[tuple[str, str], float] = {
    # what the word rests on, what the source has in its place
    ("none word", "replaced"): 1.0,
    ("none word", "free"): 0.6,
    ("none word", "beside"): 0.5,
    ("none word", "inserted"): 0.4,
    ("same word", "beside"): 0.5,
    ("same word", "free"): 0.3,
    ("same word", "replaced"): 0.5,
    ("brought word", "replaced"): 0.5,
    ("light word", "free"): 0.2,
}
