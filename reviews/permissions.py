"""The only place where permission names stand, and which group has which of them.

Groups are made by migration. What is changed here needs a migration that calls for it again
(reviews/migrations/0006_groups.py shows how).
"""

SEE_UNPUBLISHED = "reviews.view_review"
# Use the desk: write drafts and corrections.
DRAFT = "reviews.change_review"
PUBLISH = "reviews.publish_review"
CORRECT = "reviews.correct_review"
WITHDRAW = "reviews.withdraw_review"

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
# Record of a document who permits a copy, its licence, until when; have it tried again.
RECORD_DOCUMENTS = "reviews.change_document"
# Code names of what an editor may do with documents: record a permission, a licence, an expiry.
KEEP_DOCUMENTS = ("view_document", "change_document")
# Code names of what a manager may do in Django's admin.
KEEP_VOCABULARIES = tuple(
    f"{verb}_{model}" for model in _KEPT_BY_EDITORS for verb in ("view", "add", "change", "delete")
)

# See who has an account; change names, groups and whether it is active; end sessions.
KEEP_ACCOUNTS = ("accounts.view_account", "accounts.change_account")
INVITE = (
    "accounts.view_invitation",
    "accounts.add_invitation",
    "accounts.change_invitation",
)

CONTRIBUTOR, EDITOR, MANAGER = "contributor", "editor", "manager"
GROUPS = {
    CONTRIBUTOR: (SEE_UNPUBLISHED, DRAFT),
    EDITOR: (
        *(SEE_UNPUBLISHED, DRAFT, PUBLISH, CORRECT, WITHDRAW),
        *(f"reviews.{code}" for code in KEEP_DOCUMENTS),
    ),
    MANAGER: (
        SEE_UNPUBLISHED,
        *(f"reviews.{code}" for code in KEEP_VOCABULARIES),
        *KEEP_ACCOUNTS,
        *INVITE,
    ),
}
# Whose members work in Django's admin too.
IN_THE_ADMIN = (EDITOR, MANAGER)
