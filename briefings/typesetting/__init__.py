"""Briefings as PDF files: a page's values become data (`sheet`), Typst sets them (`press`).

What editors typed is handed to Typst as data and never as source, so it can be no code. The
templates are a folder of their own, the only one that Typst can read; nothing is downloaded.
"""
