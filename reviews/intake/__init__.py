"""A month's text becomes proposed reviews: pure functions over text, without a database.

`reading.read` is the way in. Nothing is guessed silently: each field has the place it was read
from and how sure that is; what may be wrong carries a warning; what belongs to nothing is listed.
"""
