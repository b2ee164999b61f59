"""Every weight of ranking in one place, each with its reason; it holds numbers only.

BM25 scores of a question of some eight words lie between 5 and 40; the additive weights are on that scale.
"""

NAME_TERM = 1.6  # a name tells more about what is asked for than a plain word
PLAIN_TERM = 1.0

# Added to BM25 as RECENCY * exp(-age / RECENCY_DAYS), a prior only, never a filter. Measured on dated news
# questions: hit@1 .534 -> .592, hit@5 .738 -> .816. The scale for this index, hit@1 on 330 and 74 development
# questions: 6 gives .639 and .541, 10 gives .645 and .581, 14 gives .658 and .595.
RECENCY = 14.0
RECENCY_DAYS = 14.0
# A slower prior beside it, since news of years ago outranked that of months ago: hit@1 .664 -> .688 on the
# 330 questions (both halves of them gain), .608 -> .635 on the 74; 120 days as good as any up to 700.
ERA = 8.0
ERA_DAYS = 120.0

ARTICLE = 0.25  # share of an article's other passages' scores that its best passage gains
ARTICLE_PASSAGES = 3  # further passages that count, so that long articles do not win by length
TITLE = 6.0  # all content words of the question in the title
# All content words of the question in the passage, rare ones more: on 330 questions answer@5 .776 without
# that weighting, .782 with it. With 8, hit@10 is .882 on them, with 10 .885, with 12 .888.
COVERAGE = 12.0
NAMES = 4.0  # all names of the question in the passage or its title

EXACT = 1.0  # a word of the question found in any of its forms or translations
SYNONYM = 0.7  # found as a word with the same translation: "exchange" for "swap"
DERIVED = 0.6  # found as a word of the same root only: "commander" for "commands"

INDEX_HITS = 250  # candidates taken from the index: beyond them gold documents are lost by chance only
EXACT_HITS = 40  # candidates whose text is looked at word by word; 60 find no more
PASSAGES_IN_DEPTH = 6  # for an answer, which may stand in any part of a long article
# More of one article hide what others say, but the best one answers most often: three of an article among
# the first five places and one beyond give hit@10 .888 and answer@5 .782, two everywhere .879 and .773,
# three everywhere .876 and .785.
PASSAGES_PER_ARTICLE = 3
FIRST_PLACES = 5
PASSAGES_FURTHER = 1

# Where a statement covers its topic; a title tells less than the words themselves.
IN_CONTEXT = 1.0
IN_NEIGHBOURHOOD = 0.7
IN_TITLE = 0.65
IN_LEAD = 0.4

# Search by meaning. None of these was tuned: no multilingual embedding model can be had where the figures
# above were measured, and made-up vectors say nothing about ranks. 60 is what the authors of reciprocal rank
# fusion found to be robust, and both orders count alike.
RANK_DAMPING = 60
MEANING = 1.0
NEAR_HITS = 40  # nearest passages that take part, as many as are looked at word by word
SKETCH_HITS = 200  # nearest by sketch whose vectors are compared: 5 to 12 ms
# Longer vectors are sketched by their first dimensions: a million sketches of 1,024 bits take 190 MB.
SKETCH_BITS = 1024
