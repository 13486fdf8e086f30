"""Pictures of the site as `make demo` shows it: for the README, and for looking at every page."""
