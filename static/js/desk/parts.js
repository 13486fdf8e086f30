// Alt with Page Down or Page Up goes from part to part of the edit page: its parts, the sections of
// a briefing, the panel of evidence, the buttons. Each can be reached by links as well.
const PARTS = "#edit-contents, #edit .part, #edit .section-row, #builder, #edit-bar";

export function goByParts() {
  document.documentElement.classList.add("by-parts"); // what says so is shown from now on
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const find = { PageDown: next, PageUp: previous }[event.key];
    if (!find) return;
    event.preventDefault();
    const part = find([...document.querySelectorAll(PARTS)], document.activeElement);
    part?.focus({ preventScroll: true });
    part?.scrollIntoView({ block: "start", behavior: "instant" });
  });
}

/** The first that begins behind what has the focus. */
function next(parts, focus) {
  return parts.find((one) => focus.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The beginning of the part that has the focus, or of the one before. */
function previous(parts, focus) {
  return parts.findLast((one) => focus.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING);
}
