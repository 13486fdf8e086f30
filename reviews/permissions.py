"""The only place where permission names stand."""

SEE_UNPUBLISHED = "reviews.view_review"

_KEPT_BY_EDITORS = (
    "reviewtype",
    "outcome",
    "harm",
    "theme",
    "agency",
    "documentkind",
    "ageband",
    "partnership",
    "succession",
)
# Code names of what an editor may do with documents: record a permission, a licence, an expiry.
KEEP_DOCUMENTS = ("view_document", "change_document")
# Code names of what an editor may do in Django's admin.
KEEP_VOCABULARIES = tuple(
    f"{verb}_{model}" for model in _KEPT_BY_EDITORS for verb in ("view", "add", "change", "delete")
)
