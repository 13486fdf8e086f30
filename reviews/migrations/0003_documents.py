"""Hosted files of documents and how their links fare; the text of hosted files."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0002_collection_and_anonymous"),
    ]

    operations = [
        migrations.CreateModel(
            name="DocumentText",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="extracted",
                        serialize=False,
                        to="reviews.document",
                    ),
                ),
                ("text", models.TextField()),
            ],
        ),
        migrations.AddField(
            model_name="document",
            name="fetch_due_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="fetch_problem",
            field=models.CharField(blank=True, db_default="", default="", max_length=300),
        ),
        migrations.AddField(
            model_name="document",
            name="fetched_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="has_text",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="licence",
            field=models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.AddField(
            model_name="document",
            name="link_checked_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="link_due_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="link_failing_since",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="link_failures",
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name="document",
            name="link_problem",
            field=models.CharField(blank=True, db_default="", default="", max_length=300),
        ),
        migrations.AddField(
            model_name="document",
            name="permission",
            field=models.CharField(blank=True, db_default="", default="", max_length=300),
        ),
        migrations.AddField(
            model_name="document",
            name="permitted_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="document",
            name="file",
            field=models.FileField(blank=True, max_length=200, upload_to=""),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("fetch_due_at__isnull", False)),
                fields=["fetch_due_at"],
                name="document_fetch_due",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("url", ""), _negated=True),
                fields=["link_due_at"],
                name="document_link_due",
            ),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("file", ""), _negated=True),
                fields=["expires_on"],
                name="document_expiry",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("file", ""), models.Q(("permission", ""), _negated=True), _connector="OR"
                ),
                name="document_file_is_permitted",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("file", ""),
                    models.Q(("expires_on__isnull", False), ("fetched_at__isnull", False)),
                    _connector="OR",
                ),
                name="document_file_expires",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("permission", ""), ("permitted_on__isnull", True)),
                    models.Q(
                        models.Q(("permission", ""), _negated=True), ("permitted_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="document_permission_has_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("link_failing_since__isnull", True), ("link_failures", 0)),
                    models.Q(("link_failing_since__isnull", False), ("link_failures__gt", 0)),
                    _connector="OR",
                ),
                name="document_failures_have_begun",
            ),
        ),
    ]
