"""An editor's hands: everything is done with keys, and the keys are counted.

No pointer, no script that sets a value: what the focus does not reach can't be typed here.
"""

import time

from playwright.sync_api import Error

PATIENCE = 20  # seconds for an answer, on a machine that is busy
LONG = 90  # a text of more characters was written elsewhere, and is pasted

# What has the focus: its name in the form, what it says, and in which part of the page it is.
FOCUS = """() => {
  const focus = document.activeElement;
  return {
    name: focus.name ?? "",
    value: String(focus.value ?? ""),
    says: (focus.labels?.[0] ?? focus).textContent.replace(/\\s+/g, " ").trim(),
    part: focus.closest(".part")?.id ?? "",
    role: focus.getAttribute("role") ?? "",
    option: focus.getAttribute("aria-activedescendant") ?? "",
  };
}"""


class Typist:
    def __init__(self, page):
        self.page = page
        self.presses = 0
        self.passed = 0  # of these, keys that only went from one field to the next
        self.pasted = 0  # characters

    def press(self, key, times=1):
        for _ in range(times):
            self.page.keyboard.press(key)
        self.presses += times

    def type(self, text):
        """Type a text; a long one, or one of several lines, is pasted."""
        if len(text) > LONG or "\n" in text:
            self.page.keyboard.insert_text(text)
            self.presses += 1
            self.pasted += len(text)
        else:
            self.page.keyboard.type(text)
            self.presses += len(text)

    def focus(self):
        return self.page.evaluate(FOCUS)

    def go(self, most=400, key="Tab", **wanted):
        """Go on from stop to stop until one has this name, value, part, or says this."""
        stops = []
        for _ in range(most):
            focus = self.focus()
            if all(focus[kind] == text for kind, text in wanted.items()):
                return focus
            stops.append((focus["name"], focus["value"][:20], focus["says"][:30]))
            self.press(key)
            self.passed += 1
        raise AssertionError(f"no stop is {wanted}: {stops[:60]}")

    def fill(self, name, text):
        """Go to a field and type in place of what it has."""
        focus = self.go(name=name)
        if focus["value"] and text:
            self.press("ControlOrMeta+a")
        if text:
            self.type(text)

    def choose(self, name, label):
        """Go to a list and type the beginning of what is wanted, as far as it takes."""
        self.go(name=name)
        if label:
            self.type(label)
            assert self.chosen(name) == label

    def chosen(self, name):
        script = "(list) => list.selectedOptions[0].textContent"
        return self.page.locator(f"select[name='{name}']").evaluate(script)

    def follow(self, says, **more):
        """Go to a link and press Enter."""
        self.go(says=says, **more)
        self.turn("Enter")

    def turn(self, key):
        """Press a key that leads to another page, and wait for that."""
        with self.page.expect_navigation(timeout=PATIENCE * 1000):
            self.press(key)

    def button(self, do):
        self.go(name="do", value=do)

    def wait(self, **wanted):
        """Wait until what has the focus is like this."""
        end = time.monotonic() + PATIENCE
        focus = {}
        while time.monotonic() < end:
            try:
                focus = self.focus()
            except Error:  # one page goes and the next has not come
                continue
            if all(focus[kind] == text for kind, text in wanted.items()):
                return
        raise AssertionError(f"the focus is {focus}, not {wanted}")
