"""Thematic briefings and articles, composed from `reviews`, which knows nothing of them."""
