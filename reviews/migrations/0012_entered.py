from django.conf import settings
from django.db import migrations, models

# As `reviews.entries` writes it from now on.
FILL = """
UPDATE reviews_entry AS entry
SET entered = least(review.released_at, CASE WHEN EXISTS (
        SELECT FROM reviews_auditentry step WHERE step.review_id = review.id
        AND step.verb = 'loaded') THEN
    (to_date(review.added, 'YYYY-MM') + interval '1 month') AT TIME ZONE %s
    - interval '1 microsecond' END)
FROM reviews_review AS review
WHERE review.id = entry.review_id AND entry.listed
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0011_submissions")]

    operations = [
        migrations.AddField(
            model_name="entry", name="entered", field=models.DateTimeField(null=True)
        ),
        migrations.RunSQL([(FILL, [settings.TIME_ZONE])], migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                name="entry_entered_if_listed",
                condition=models.Q(("entered__isnull", False), ("listed", True))
                | models.Q(("entered__isnull", True), ("listed", False)),
            ),
        ),
    ]
