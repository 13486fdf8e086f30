from django.db import migrations, models
from django.utils import timezone


class Migration(migrations.Migration):
    dependencies = [("reviews", "0006_groups")]

    operations = [
        migrations.AddField(
            model_name="presence",
            name="since",
            field=models.DateTimeField(default=timezone.now),
            preserve_default=False,
        ),
    ]
