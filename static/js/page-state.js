// What a reader has done to the filters: what is open, how far it is scrolled, where the focus is.

export function remember() {
  const filters = document.getElementById("filters");
  return {
    wide: filters.open,
    open: new Map([...filters.querySelectorAll(".facet")].map((facet) => [facet.id, facet.open])),
    scrolled: new Map([...filters.querySelectorAll(".facet .scroll")].map((area) => [facetOf(area), area.scrollTop])),
    focus: describe(document.activeElement),
  };
}

export function recall({ wide, open, scrolled, focus }) {
  const filters = document.getElementById("filters");
  filters.open = wide;
  for (const facet of filters.querySelectorAll(".facet")) {
    if (open.has(facet.id)) facet.open = open.get(facet.id);
  }
  for (const area of filters.querySelectorAll(".facet .scroll")) {
    area.scrollTop = scrolled.get(facetOf(area)) ?? 0;
  }
  if (focus) find(filters, focus)?.focus({ preventScroll: true });
}

function facetOf(area) {
  return area.closest(".facet").id;
}

/** What had the focus, so that its successor can be found; null where it was outside the filters. */
function describe(element) {
  if (!element?.closest("#filters")) return null;
  const { name, value, id, type } = element;
  return { name, value, id, type, facet: element.closest(".facet")?.id, tag: element.localName };
}

/** The same input, else its facet's summary (an option can go when the list is shown in part). */
function find(filters, { name, value, id, type, facet, tag }) {
  if (id && filters.ownerDocument.getElementById(id)) return filters.ownerDocument.getElementById(id);
  const same = [...filters.querySelectorAll("input, button")].find(
    (input) => input.name === name && (type === "search" || input.value === value) && input.type === type,
  );
  if (name && same) return same;
  const group = facet && filters.ownerDocument.getElementById(facet);
  if (group) return (tag === "div" && group.querySelector(".scroll")) || group.querySelector("summary");
  return filters.querySelector(".apply .button");
}
