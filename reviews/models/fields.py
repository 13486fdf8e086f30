"""Model fields for partial dates and ages: stored as ISO 8601 text, read as value types."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from reviews.ages import Age
from reviews.dates import PartialDate


class _IsoField(models.CharField):
    """Text in the database, a value type in Python, NULL where nothing is known."""

    value_type: Any  # a type with parse() and iso

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 32)
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return None if value is None else self.value_type.parse(value)

    def to_python(self, value: Any) -> Any:
        if value in (None, "") or isinstance(value, self.value_type):
            return value or None
        try:
            return self.value_type.parse(value)
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def get_prep_value(self, value: Any) -> str | None:
        parsed = self.to_python(value)
        return None if parsed is None else parsed.iso

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def run_validators(self, value: Any) -> None:
        super().run_validators(value.iso if isinstance(value, self.value_type) else value)


class PartialDateField(_IsoField):
    value_type = PartialDate


class AgeField(_IsoField):
    value_type = Age
