"""The model endpoint: the one importer of `openai`; it knows nothing of articles, nor settings.

Import its modules one by one: only `endpoint` and what builds on it loads `openai`, which takes 0.4 s.
"""
