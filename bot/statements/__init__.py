"""Who said what in an article (extraction and attribution), and who is meant by a name; pure, without I/O."""
