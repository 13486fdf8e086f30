"""Briefings and articles: pieces, their editions, what those rest on, and how they came about."""

from briefings.models.evidence import Citation, Pin
from briefings.models.history import Step
from briefings.models.piece import Edition, Piece
from briefings.models.working_copy import Presence, Revision, WorkingCopy

__all__ = ["Citation", "Edition", "Piece", "Pin", "Presence", "Revision", "Step", "WorkingCopy"]
