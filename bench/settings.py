"""The project's settings, plus one view to compare with. Only the benchmark uses them."""

from repository.settings import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
