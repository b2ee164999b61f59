"""The conversation in a terminal: reads lines, shows answers; knows nothing of how they are made."""
