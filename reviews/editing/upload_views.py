"""Files that were added at the desk, for those who work there."""

import logging
from typing import Any

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.csp import CSP
from django.utils.decorators import method_decorator
from django.utils.text import slugify
from django.views.decorators.csp import csp_override

from reviews.document_views import Pieces
from reviews.editing.access import DeskView
from reviews.models import Upload
from reviews.ranges import Part

logger = logging.getLogger(__name__)


# That of pages keeps browsers' viewers from drawing.
@method_decorator(csp_override({"frame-ancestors": [CSP.NONE]}), name="dispatch")
class UploadView(DeskView):
    """The file as it was added. Its name is ours; that on the editor's machine may be anything."""

    http_method_names = ("get", "head")

    def get(self, request: HttpRequest, pk: int, *args: Any, **kwargs: Any) -> HttpResponseBase:
        upload = get_object_or_404(Upload.objects.select_related("review"), pk=pk)
        name = slugify(f"{upload.review.reference} added {upload.pk}")
        return pdf_response(upload.file, upload.bytes, name, f"upload {upload.pk}")


def pdf_response(held: FieldFile, size: int, name: str, whose: str) -> HttpResponseBase:
    """A stored PDF, piece by piece. 404 if the storage has lost it, and a line in the log."""
    try:
        file = held.open("rb")
    except OSError as error:
        logger.error("The file of %s is not in the storage.", whose)
        raise Http404 from error
    response = StreamingHttpResponse(
        Pieces(file, Part(0, size - 1)), content_type="application/pdf"
    )
    response["Content-Length"] = str(size)
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
