"""The only place where permission names stand."""

SEE_UNPUBLISHED = "reviews.view_review"
