"""A citation keeps what its point said when the edition was published or last corrected.

Of what was cited before, as far as it can be known: where the review was not corrected since.
"""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce


def keep_words(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    point = apps.get_model("reviews", "Point").objects.filter(pk=OuterRef("point_id"))
    cited = apps.get_model("briefings", "Citation").objects.filter(point__isnull=False)
    since = Coalesce("edition__corrected_at", "edition__released_at")
    known = cited.filter(Q(review__corrected_at=None) | Q(review__corrected_at__lte=since))
    known.update(said=Subquery(point.values("text")[:1]))


class Migration(migrations.Migration):
    dependencies = [("briefings", "0002_looked_at"), ("reviews", "0011_submissions")]

    operations = [
        migrations.AddField("citation", "said", models.TextField(blank=True, default=""), False),
        migrations.RunPython(keep_words, migrations.RunPython.noop),
    ]
