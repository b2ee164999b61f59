"""Does a text support a claim: checks of words, numbers, names and speakers. Pure.

It knows texts and the ledger's statements; it knows nothing of answers, stores and front ends.
"""
