"""Pure text analysis for English and Russian; it knows nothing of articles, questions or storage."""
