"""What finds reviews with like texts (reviews/editing/checks/duplicates.py).

A sketch of a text: of its three-word phrases the least hash in each of 16 bins, and of these every
three that follow each other as one number. Of texts that share half of their phrases six in seven
have one of these numbers in common, of those that share seven tenths nearly all, of those that
share a tenth one in seventy.
"""

from django.db import migrations

SKETCH = """
CREATE FUNCTION review_sketch(body text) RETURNS integer[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5000 AS $$
    WITH phrases AS (
        SELECT word || ' ' || lead(word) OVER places || ' ' || lead(word, 2) OVER places AS phrase
        FROM string_to_table(
            btrim(regexp_replace(lower(left(body, 20000)), '[^[:alnum:]]+', ' ', 'g')), ' '
        ) WITH ORDINALITY AS split (word, place) WINDOW places AS (ORDER BY place)
    ), hashed AS (
        SELECT hashtext(phrase) AS hash FROM phrases WHERE phrase IS NOT NULL
    ), bins AS (
        SELECT hash & 15 AS bin, min(hash) AS least FROM hashed GROUP BY 1
    ), rows AS (
        SELECT least::text || ' ' || (lead(least, 1) OVER places)::text
            || ' ' || (lead(least, 2) OVER places)::text AS three
        FROM bins WINDOW places AS (ORDER BY bin)
    )
    SELECT coalesce(array_agg(hashtext(three)), '{}') FROM rows WHERE three IS NOT NULL
$$
"""
INDEXES = """
CREATE INDEX review_sketches ON reviews_review USING gin (review_sketch(summary));
CREATE INDEX working_copy_sketches ON reviews_workingcopy
    USING gin (review_sketch(typed #>> '{summary,0}'));
CREATE INDEX point_same_words ON reviews_point (hashtext(lower(text)));
"""
NO_INDEXES = """
DROP INDEX point_same_words;
DROP INDEX working_copy_sketches;
DROP INDEX review_sketches;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0007_presence_since"),
    ]

    operations = [
        migrations.RunSQL(SKETCH, "DROP FUNCTION review_sketch(text)"),
        migrations.RunSQL(INDEXES, NO_INDEXES),
    ]
