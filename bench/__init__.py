"""What the site costs: a fixed mix of selections, answered by gunicorn as `make demo` runs it."""
