"""An edition may be published at a day and time; a step says so."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("briefings", "0003_said"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="step",
            name="step_verb_known",
        ),
        migrations.AddField(
            model_name="workingcopy",
            name="publish_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="workingcopy",
            name="schedule_problem",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="workingcopy",
            name="scheduled_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="step",
            name="verb",
            field=models.CharField(
                choices=[
                    ("loaded", "Loaded"),
                    ("begun", "Begun"),
                    ("offered", "Offered for publication"),
                    ("taken-back", "Taken back to be worked on"),
                    ("scheduled", "Publication scheduled"),
                    ("unscheduled", "Schedule removed"),
                    ("published", "Published"),
                    ("corrected", "Corrected"),
                    ("superseded", "Superseded by a new edition"),
                    ("discarded", "Changes discarded"),
                    ("withdrawn", "Withdrawn"),
                    ("restored", "Restored"),
                    ("looked-at", "Looked at again, and left as it is"),
                ],
                max_length=16,
            ),
        ),
        migrations.AddIndex(
            model_name="workingcopy",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)),
                fields=["publish_at"],
                name="edition_copy_publish_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="step",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "verb__in",
                        [
                            "loaded",
                            "begun",
                            "offered",
                            "taken-back",
                            "scheduled",
                            "unscheduled",
                            "published",
                            "corrected",
                            "superseded",
                            "discarded",
                            "withdrawn",
                            "restored",
                            "looked-at",
                        ],
                    )
                ),
                name="step_verb_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="workingcopy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("publish_at__isnull", True), ("scheduled_by__isnull", False), _connector="OR"
                ),
                name="edition_schedule_has_owner",
            ),
        ),
    ]
