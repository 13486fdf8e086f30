"""Values that this process keeps because they will be asked for again."""

import threading
from collections import OrderedDict
from collections.abc import Hashable

from django.conf import settings


class Recent[Key: Hashable, Kept]:
    """As many values as a setting says; the least recently used go first. Safe between threads."""

    def __init__(self, setting: str) -> None:
        self._setting = setting
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> Kept | None:
        with self._lock:
            value = self._kept.get(key)
            if value is not None:
                self._kept.move_to_end(key)
            return value

    def keep(self, key: Key, value: Kept) -> None:
        with self._lock:
            self._kept[key] = value
            while len(self._kept) > getattr(settings, self._setting):
                self._kept.popitem(last=False)
