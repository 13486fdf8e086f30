"""How well search finds what people ask for, side by side with BM25 engines."""
