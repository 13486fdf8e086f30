"""Files that come with a form: written to disk as they arrive, no further than is allowed.

What is too large, or comes from nobody who is signed in, is read to its end and not kept: so the
form around it is read whole, and the page can say what was wrong. `size` of such a file is what
came; what is on the disk is less. A view that takes files from everybody sets `left` before it
reads the form (reviews/submissions/files.py).
"""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

TOGETHER = 4  # times the largest file: what one form may leave on the disk


class ToDisk(TemporaryFileUploadHandler):
    """One for each request."""

    left: int | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        largest = settings.DOCUMENT_MEGABYTES * 1024**2
        if self.left is None:
            user = getattr(self.request, "user", None)
            self.left = TOGETHER * largest if user and user.is_authenticated else 0
        self.most = min(largest, self.left)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) <= self.most:
            self.file.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        if file_size > self.most:
            self.file.seek(0)
            self.file.truncate()
        else:
            self.left = (self.left or 0) - file_size
        return super().file_complete(file_size)
