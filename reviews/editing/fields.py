"""Form fields that read what people type: dates, ages, partnerships. Errors say what to write."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from reviews import written_ages, written_dates
from reviews.ages import Age, AgeError
from reviews.dates import DateError, PartialDate


class WrittenDateField(forms.CharField):
    """A date as precise as it is known; None where nothing is typed."""

    def clean(self, value: Any) -> PartialDate | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return written_dates.read_or_none(text)
        except DateError as error:
            raise ValidationError(str(error)) from error


class MonthField(WrittenDateField):
    def clean(self, value: Any) -> PartialDate | None:
        month = super().clean(value)
        if month is not None and month.precision != "month":
            raise ValidationError("Write a month and its year, such as May 2023.")
        return month


class DayField(WrittenDateField):
    def clean(self, value: Any) -> PartialDate | None:
        day = super().clean(value)
        if day is not None and day.precision != "day":
            raise ValidationError("Write a day, such as 3 May 2023.")
        return day


class WrittenAgeField(forms.CharField):
    """An age or a range of ages; None where nothing is typed."""

    def clean(self, value: Any) -> Age | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return written_ages.read_or_none(text)
        except AgeError as error:
            raise ValidationError(str(error)) from error
