"""{% kept %}: like {% include %}, for components that are the same on very many pages."""

from collections.abc import Hashable
from functools import cache

from django import template
from django.utils.safestring import SafeString

from reviews.patterns import Pattern

register = template.Library()


@register.simple_tag
def kept(component: str, **inputs: Hashable) -> SafeString:
    """A component made from these inputs alone, rendered once for each set of them."""
    return _pattern(component).fill({}, **inputs)


@cache
def _pattern(component: str) -> Pattern:
    return Pattern(component)
