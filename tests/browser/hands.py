"""Two ways to work a page: with a pointer, and by keyboard alone. The same verbs for both."""

from playwright.sync_api import expect

MOST = 600  # stops between two controls of a page: more than any has
HAS_FOCUS = "one => one === document.activeElement"
COMES_BEFORE = """one => Boolean(
  document.activeElement.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING
)"""


class Pointer:
    def __init__(self, page):
        self.page = page

    def press(self, control):
        control.click()

    def write(self, field, text):
        field.fill(text)

    def choose(self, field, label):
        field.select_option(label=label)

    def tick(self, box):
        box.check()

    def open(self, summary):
        summary.click()


class Keys:
    """Tab, Space, Enter and letters: nothing is ever clicked."""

    def __init__(self, page):
        self.page = page

    def press(self, control):
        self.reach(control)
        self.page.keyboard.press("Enter")

    def write(self, field, text):
        self.reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, field, label):
        self.reach(field)
        self.page.keyboard.type(label)
        expect(field.locator("option:checked")).to_have_text(label)

    def tick(self, box):
        self.reach(box)
        self.page.keyboard.press("Space")

    def open(self, summary):
        self.press(summary)

    def reach(self, control):
        """Go there, forwards or backwards, stop by stop."""
        expect(control).to_be_visible()
        key = "Shift+Tab" if control.evaluate(COMES_BEFORE) else "Tab"
        for _ in range(MOST):
            if control.evaluate(HAS_FOCUS):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"not reached by keyboard: {control}")
