"""Which articles tell the same event: pure logic; it knows no database, and nothing of questions."""
