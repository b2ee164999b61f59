"""Pure search logic: what is indexed, what is asked, and in which order results stand; it does no I/O."""
