"""The project's own evaluation: cases with expectations, run over a library, scored and laid out in a table.

It knows nothing of how answers are made: it asks as a reader would and judges what comes back.
"""
