"""Where hosted files are kept: a folder, or a bucket that speaks S3."""

import io
from urllib.parse import unquote

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files import File
from django.core.files.storage import InvalidStorageError, StorageHandler
from django.core.files.storage.filesystem import FileSystemStorage

from repository.storage import storage
from tests.web_server import answer, website

NAMES = ("STORAGE", "STORAGE_BUCKET", "STORAGE_ENDPOINT", "STORAGE_REGION")
SECRETS = ("STORAGE_KEY", "STORAGE_SECRET")
BUCKET = {"STORAGE": "s3", "STORAGE_BUCKET": "reviews"}


@pytest.fixture
def environment(monkeypatch):
    for name in (*NAMES, *SECRETS):
        monkeypatch.delenv(name, raising=False)

    def given(**values):
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        return storage()

    return given


def made(settings):
    return StorageHandler({"default": settings})["default"]


def test_a_folder_unless_something_else_is_asked_for(environment):
    assert isinstance(made(environment()), FileSystemStorage)
    assert isinstance(made(environment(STORAGE="folder")), FileSystemStorage)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"STORAGE": "S3"}, "STORAGE is 'S3'. Set it to folder or s3."),
        ({"STORAGE": ""}, "STORAGE is ''."),
        ({"STORAGE": "s3"}, "STORAGE_BUCKET is not set"),
        ({**BUCKET, "STORAGE_KEY": "a"}, "both STORAGE_KEY and STORAGE_SECRET"),
        ({**BUCKET, "STORAGE_SECRET": "a"}, "both STORAGE_KEY and STORAGE_SECRET"),
        ({**BUCKET, "STORAGE_ENDPOINT": "s3.example"}, "STORAGE_ENDPOINT must begin with"),
    ],
)
def test_what_can_not_be_used_is_refused(environment, values, said):
    with pytest.raises(ImproperlyConfigured, match=said):
        environment(**values)


def test_a_bucket_without_the_library_is_refused(environment, monkeypatch):
    monkeypatch.setattr("repository.storage.find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match="needs django-storages"):
        environment(**BUCKET)


class Bucket:
    """As much of S3 as it takes: objects are put, looked at, read and deleted by name."""

    def __init__(self, site):
        self.objects = {}
        site.pages = self

    def get(self, path, otherwise):
        return lambda handler: self.answer(handler, unquote(path.partition("?")[0]))

    def answer(self, handler, path):
        if handler.command == "PUT":
            self.objects[path] = self.body(handler)
            return answer(b"", ETag='"tag"')(handler)
        if handler.command == "DELETE":
            self.objects.pop(path, None)
            return answer(b"", 204)(handler)
        if path not in self.objects:
            return answer(b"", 404)(handler)
        content = self.objects[path]
        return answer(content, ETag='"tag"', Last_Modified="Sun, 22 Nov 2026 08:00:00 GMT")(handler)

    def body(self, handler):
        content = handler.rfile.read(int(handler.headers["Content-Length"]))
        if "aws-chunked" not in handler.headers.get("Content-Encoding", ""):
            return content
        found, stream = b"", io.BytesIO(content)
        while size := int(stream.readline().split(b";")[0], 16):
            found += stream.read(size)
            stream.readline()
        return found


def test_files_go_into_the_bucket_and_out_of_it_again(environment):
    with website() as site:
        bucket = Bucket(site)
        held = made(
            environment(
                **BUCKET,
                STORAGE_ENDPOINT=site.url(""),
                STORAGE_REGION="eu-west-2",
                STORAGE_KEY="key",
                STORAGE_SECRET="secret",
            )
        )
        content = b"%PDF-" + bytes(range(256)) * 1000
        name = held.save("hosted/ab/report.pdf", File(io.BytesIO(content)))
        assert bucket.objects == {"/reviews/hosted/ab/report.pdf": content}
        with held.open(name, "rb") as file:
            file.seek(1000)
            assert file.read(10) == content[1000:1010]
            file.seek(0)
            assert file.read() == content
        held.delete(name)
        assert bucket.objects == {}
        assert not held.exists(name)
        with pytest.raises(FileNotFoundError):
            held.open(name, "rb")


def test_a_storage_that_there_is_not_is_told_at_once():
    with pytest.raises(InvalidStorageError):
        made({"BACKEND": "reviews.nowhere.Storage"})
