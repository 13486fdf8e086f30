"""Texts that are read in at the desk, and what editors decide about what they propose.

`read_in` reads, `deciding` accepts, skips and undoes, `doubles` finds what may be here already;
the rest are the pages.
"""
