"""A step may say that an edition was looked at again."""

from django.db import migrations, models

KNOWN = [
    *("loaded", "begun", "offered", "taken-back", "published", "corrected", "superseded"),
    *("discarded", "withdrawn", "restored", "looked-at"),
]


class Migration(migrations.Migration):
    dependencies = [("briefings", "0001_initial")]

    operations = [
        migrations.RemoveConstraint("step", "step_verb_known"),
        migrations.AlterField(
            "step",
            "verb",
            models.CharField(
                choices=[
                    ("loaded", "Loaded"),
                    ("begun", "Begun"),
                    ("offered", "Offered for publication"),
                    ("taken-back", "Taken back to be worked on"),
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
        migrations.AddConstraint(
            "step",
            models.CheckConstraint(condition=models.Q(verb__in=KNOWN), name="step_verb_known"),
        ),
    ]
