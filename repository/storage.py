"""Where hosted files are kept: a folder by default, or a bucket that speaks S3."""

import os
from importlib.util import find_spec
from typing import Any

from django.core.exceptions import ImproperlyConfigured

IN_MEMORY = 1024**2  # of a file that is being served from a bucket; the rest goes to a disk


def storage() -> dict[str, Any]:
    """Django's settings for the storage that the environment asks for."""
    kind = os.environ.get("STORAGE", "folder")
    if kind == "folder":
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    if kind != "s3":
        raise ImproperlyConfigured(f"STORAGE is {kind!r}. Set it to folder or s3.")
    if find_spec("storages") is None or find_spec("boto3") is None:
        raise ImproperlyConfigured("STORAGE is 's3', which needs django-storages[s3]. Install it.")
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": bucket()}


def bucket() -> dict[str, Any]:
    """A private bucket. Without a key, boto3 looks for credentials in its own places."""
    name = os.environ.get("STORAGE_BUCKET", "")
    if not name:
        raise ImproperlyConfigured("STORAGE is 's3', but STORAGE_BUCKET is not set. Name it.")
    key, secret = os.environ.get("STORAGE_KEY", ""), os.environ.get("STORAGE_SECRET", "")
    if bool(key) != bool(secret):
        raise ImproperlyConfigured("Set both STORAGE_KEY and STORAGE_SECRET, or neither.")
    endpoint = os.environ.get("STORAGE_ENDPOINT", "")
    if endpoint and not endpoint.startswith(("https://", "http://")):
        raise ImproperlyConfigured("STORAGE_ENDPOINT must begin with https:// or http://.")
    return {
        "bucket_name": name,
        "endpoint_url": endpoint or None,
        "region_name": os.environ.get("STORAGE_REGION") or None,
        "access_key": key or None,
        "secret_key": secret or None,
        "default_acl": None,  # the bucket's own rules; it must not be public
        "file_overwrite": True,  # a file's name is its checksum
        "max_memory_size": IN_MEMORY,
    }
