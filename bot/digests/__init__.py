"""Digests: what is new for a subscription, told in a few cited lines; it knows no front end."""
