"""How the desk says when an edition is to be published."""

from datetime import datetime

from django.utils import timezone


def when(at: datetime) -> str:
    """ "3 May 2027 at 9:30"; the day alone where it is to be published as that begins."""
    local = timezone.localtime(at)
    is_midnight = (local.hour, local.minute) == (0, 0)
    return f"{local:%-d %B %Y}" if is_midnight else f"{local:%-d %B %Y at %-H:%M}"
