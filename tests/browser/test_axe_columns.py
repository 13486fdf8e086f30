"""The columns of a table in a real browser: axe, and the whole way without JavaScript."""

import pytest
from django.core.cache import cache
from django.test import Client

from reviews.models import ColumnMapping
from tests import drafts
from tests.accounts.people import make_account
from tests.batches import make_table
from tests.browser.test_axe import examine

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

TABLE = (
    "Reviews of a year;;;;\n"
    "Alias;Review type;Year;Learning 1;A column with a name that is rather long\n"
    "Child A;Serious case review;2018;Ask who lives in the home.;https://example.org/a.pdf\n"
    ";;;;\n"
    "Child B;Inspection;Sping 2019;Tell.;=A1\n"
)


@pytest.fixture
def editor(transactional_db):
    cache.clear()
    drafts.make_terms()
    return make_account("okafor@example.org", "editor")


@pytest.fixture
def signed_in(open_page, editor):
    """A page of a browser in which the editor is signed in."""
    client = Client()
    client.force_login(editor)
    kept = client.cookies["sessionid"]
    place = {"domain": "localhost", "path": "/", "expires": -1, "sameSite": "Lax"}
    cookie = {"name": "sessionid", "value": kept.value, "httpOnly": True, "secure": False, **place}

    def open_signed_in(**options):
        return open_page(storage_state={"cookies": [cookie], "origins": []}, **options)

    return open_signed_in


def test_the_page_and_its_mistakes(signed_in, editor):
    batch = make_table(editor, TABLE)
    page = signed_in()
    page.goto(f"/desk/intake/{batch.pk}/")
    page.get_by_role("heading", name="What the columns are").wait_for()
    examine(page)
    page.get_by_label("What Review type (column B) is").select_option("title")
    page.get_by_role("button", name="Read the table").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    examine(page)


def test_from_a_table_to_an_entry_without_scripts(signed_in, editor):
    batch = make_table(editor, TABLE)
    page = signed_in(java_script_enabled=False)
    page.goto(f"/desk/intake/{batch.pk}/columns/")
    page.get_by_label("What Alias (column A) is").select_option("ignore")
    page.get_by_role("button", name="Read the table").click()
    page.get_by_role("link", name="No column is the title").click()
    page.get_by_label("What Alias (column A) is").select_option(label="Title")
    page.get_by_role("button", name="Show what this makes").click()
    page.get_by_role("heading", name="Child A").wait_for()
    page.get_by_role("button", name="Read the table").click()
    page.get_by_text("2 entries were read from the table.").wait_for()
    page.get_by_role("link", name="What its columns are").click()
    page.get_by_text("for “May table.csv”").wait_for()
    page.get_by_role("button", name="Forget that").click()
    page.get_by_text("is forgotten").wait_for()
    assert not ColumnMapping.objects.exists()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_runs_out_of_the_page(signed_in, editor, width):
    long = "Title," + "x" * 70 + "\n" + f"{'y' * 200},{'z' * 400}\n"
    batch = make_table(editor, long)
    page = signed_in(viewport={"width": width, "height": 800})
    page.goto(f"/desk/intake/{batch.pk}/columns/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
