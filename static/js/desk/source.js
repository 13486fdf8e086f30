// Lights what a field was read from, and scrolls the source to it, while the field has the pointer
// or the focus. Without this script a field's link leads there.
const IN_ROW = /^(learning|recommendations|children|documents)-n([0-9]+)-/; // of a draft's form

export function lightSources(pane) {
  document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && light(event.target));
  document.addEventListener("focusin", (event) => light(event.target));
  document.addEventListener("click", (event) => light(event.target));

  function light(element) {
    const key = keyOf(element) ?? keyOf(document.activeElement);
    for (const lit of document.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
    if (!key) return;
    element.closest?.("[data-source]")?.setAttribute("data-lit", "");
    const marks = [...pane.querySelectorAll("mark")].filter((mark) => mark.dataset.of === key);
    for (const mark of marks) mark.setAttribute("data-lit", "");
    if (marks.length) show(marks[0]);
  }

  // Only the pane is scrolled: the page stays where one reads.
  function show(mark) {
    if (pane.scrollHeight <= pane.clientHeight) return;
    const box = pane.getBoundingClientRect();
    const place = mark.getBoundingClientRect();
    if (place.top >= box.top && place.bottom <= box.bottom) return;
    pane.scrollTop += place.top - box.top - box.height / 4;
  }
}

/** The mark that a field goes with: as the page says, or by the name it has in a draft's form. */
function keyOf(element) {
  const field = element?.closest?.("[data-source]");
  if (field) return field.dataset.source;
  const name = element?.form?.id === "edit" ? element.name : "";
  const row = IN_ROW.exec(name ?? "");
  return row ? `${row[1]}-${row[2]}` : name || null;
}
