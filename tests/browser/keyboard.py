"""A keyboard, and what has the focus as the browser tells assistive technology."""

# Whether the focus can be seen: an outline, and the element itself under no other.
SEEN = """() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const line = [...element.getClientRects()].find((rect) => rect.width > 1);
  const middle = line && [line.x + line.width / 2, line.y + line.height / 2];
  const found = line && document.elementFromPoint(...middle);
  return {
    outline: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    uncovered: Boolean(found && (element.contains(found) || found.contains(element))),
  };
}"""

# What can be reached, in the order of the page.
REACHABLE = """() => {
  const kinds = "a[href], button, input, summary, [tabindex='0']";
  window.reachable = [...document.querySelectorAll(kinds)].filter(
    (one) => one.checkVisibility({ visibilityProperty: true }),
  );
  return window.reachable.length;
}"""

PLACE = """() => {
  const { x, y, height } = document.activeElement.getBoundingClientRect();
  return [window.reachable.indexOf(document.activeElement), x, y + scrollY, height];
}"""


class Keyboard:
    def __init__(self, page):
        self.page = page
        self.devtools = page.context.new_cdp_session(page)

    def press(self, key):
        self.page.keyboard.press(key)

    def tab(self, key="Tab"):
        """Go on to the next stop, which has to be seen; its role and name."""
        self.press(key)
        stop = self.stop()
        if stop:
            assert self.page.evaluate(SEEN) == {"outline": True, "uncovered": True}, stop
        return stop

    def until(self, name, most=150):
        """Go on until the stop whose name begins so."""
        passed = []
        for _ in range(most):
            passed.append(self.tab())
            if passed[-1] and passed[-1][1].startswith(name):
                return passed[-1]
        raise AssertionError(f"no stop is named {name}: {passed}")

    def stops(self):
        """All stops of the page, until the focus leaves it."""
        return list(iter(self.tab, None))

    def places(self):
        """For each stop of the page: its number in the page, where it begins, and its height."""
        self.reachable()
        return [self.page.evaluate(PLACE) for _ in iter(self.tab, None)]

    def reachable(self):
        """How many elements of the page should be stops."""
        return self.page.evaluate(REACHABLE)

    def stop(self):
        """Role and name of what has the focus; None where nothing has."""
        if self.page.evaluate("document.activeElement === document.body"):
            return None
        focus = self.devtools.send("Runtime.evaluate", {"expression": "document.activeElement"})
        found = self.devtools.send(
            "Accessibility.getPartialAXTree",
            {"objectId": focus["result"]["objectId"], "fetchRelatives": False},
        )["nodes"][0]
        return found["role"]["value"], found["name"]["value"].strip()
