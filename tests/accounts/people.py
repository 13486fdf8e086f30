"""Accounts for tests, and what people do with them."""

import base64
import hmac
import re
import struct
import time

from django.contrib.auth.models import Group

from accounts import members

PASSWORD = "orchard window pencil"
LOGIN = "/account/login/"
ADMIN = "/admin/"


def make_account(email="ada@example.org", *groups, **changes):
    """An account in these groups; `changes` are fields of the user."""
    found = Group.objects.filter(name__in=groups)
    user = members.admit(email=email, name="Ada Example", password=PASSWORD, groups=found)
    for name, value in changes.items():
        setattr(user, name, value)
    user.save()
    return user


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(LOGIN, {"login": email, "password": password, **more})


def is_signed_in(client):
    return client.get("/account/").status_code == 200


def confirm(client, address, password=PASSWORD):
    """Say again that it is oneself, on the way to an address that asks for it."""
    client.post(f"/account/reauthenticate/?next={address}", {"password": password})


def code(secret, later=0):
    """What an authenticator app shows (RFC 6238), `later` steps of 30 seconds from now."""
    counter = struct.pack(">Q", int(time.time()) // 30 + later)
    found = hmac.new(base64.b32decode(secret), counter, "sha1").digest()
    start = found[-1] & 15
    number = struct.unpack(">I", found[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def set_up_app(client):
    """Set up an authenticator app as one does, and give its secret."""
    address = "/account/second-factor/totp/activate/"
    confirm(client, address)
    secret = client.get(address).context["form"].secret
    assert client.post(address, {"code": code(secret)}).status_code == 302
    return secret


def link_in(text, path):
    """The first link of a mail whose address begins like this."""
    return re.search(rf"http://testserver({path}\S*)", text)[1]


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def comparable(response):
    """What an answer says, without what differs each time or was typed by who asked."""
    page = response.content.decode()
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
    return response.status_code, re.sub(r'value="[^"@]+@[^"]+"', "", page)
