"""The demonstration: everything from an empty folder to a running site, in one command."""
