"""The one setting for all news: what each feature weighs, and when articles are one story.

Chosen by annealing on the B-cubed F1 of ECB+ (every topic holds two look-alike events, no dates) and the pair
F1 of two Russian-English sets of headlines, all under one setting; see the CHANGELOG for the figures of each
and of the halves. A positive weight speaks for one event, a negative one against it.
"""

WEIGHTS = {
    "headlines": 3.93,  # cosine of the heads
    "head_in_lead": 1.99,  # how much of each head the other's lead holds
    "head_in_body": -4.87,  # ... the other's body: background that two events of one matter share
    "head_in_body_least": 4.78,  # the lesser of both: each must tell what the other is about
    "numbers": 2.41,  # cosine of the numbers
    "leads": 1.63,  # logarithm of what both leads say, by weight
    "length": 0.06,  # logarithm of the words: long articles share less of what they hold
    "other_days": -1.39,  # both name days, none in common
    "other_head_days": -5.02,  # ... already in their heads: tomorrow's forecast
    "other_numbers": -0.51,  # both leads tell numbers, none in common
    "other_names": -4.19,  # the more words they share while the names of both heads differ: one template
}
BIAS = -3.04
UNTOLD = 0.4  # a head without telling words agrees with anything so far

JOIN = 0.239  # from this mean on, two groups are one story
DOUBT = 2.0  # pairs that every mean is drawn by ...
DOUBTED = 0.1  # ... towards this
KEPT = 0.06  # lower scores are not worth keeping

NEAR_DAYS = 2  # reports of one event come within these days of one another ...
FAR_DAYS = 10  # ... and none after these: what goes on longer becomes linked stories
RELATED = 0.35  # the best score between two stories that makes one the background of the other
