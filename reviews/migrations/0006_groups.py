"""The groups of people who work here, each with the permissions that reviews.permissions names."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

from reviews.permissions import GROUPS


def make_groups(apps, schema_editor):
    """Can be run again: a group has these permissions afterwards and no others."""
    for label in ("reviews", "accounts"):
        _make_permissions(apps, label)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, held in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(
            permission
            for permission in Permission.objects.select_related("content_type")
            if f"{permission.content_type.app_label}.{permission.codename}" in held
        )


def _make_permissions(apps, label):
    """What Django does after all migrations: on a fresh database that would be too late."""
    config = apps.get_app_config(label)
    config.models_module = True
    create_permissions(config, verbosity=0, apps=apps)
    config.models_module = None


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0005_desk"),
        ("accounts", "0002_cache"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
