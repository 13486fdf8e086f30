"""What a process keeps: as much as a setting says, the least recently used dropped first."""

from concurrent.futures import ThreadPoolExecutor

from reviews.recent import Recent


def test_what_is_kept_is_found(settings):
    settings.KEPT_CARDS = 2
    recent = Recent("KEPT_CARDS")
    recent.keep("a", 1)
    assert recent.get("a") == 1
    assert recent.get("b") is None


def test_the_least_recently_used_goes_first(settings):
    settings.KEPT_CARDS = 2
    recent = Recent("KEPT_CARDS")
    recent.keep("a", 1)
    recent.keep("b", 2)
    recent.get("a")
    recent.keep("c", 3)
    assert [recent.get(key) for key in "abc"] == [1, None, 3]


def test_none_are_kept_when_the_setting_is_none(settings):
    settings.KEPT_CARDS = 0
    recent = Recent("KEPT_CARDS")
    recent.keep("a", 1)
    assert recent.get("a") is None


def test_threads_may_keep_at_once(settings):
    settings.KEPT_CARDS = 0
    recent = Recent("KEPT_CARDS")

    def use(thread):
        for number in range(2000):
            recent.keep((thread, number), number)
            recent.get((thread, number - 1))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(use, range(8)))
    assert len(recent._kept) == 0
