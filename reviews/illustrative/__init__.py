"""Illustrative reviews: invented, varied and repeatable, for demonstration and for measurement.

No person, place or event in them is real.
"""

from reviews.illustrative.generation import UnknownTerms, illustrative_reviews

__all__ = ["UnknownTerms", "illustrative_reviews"]
