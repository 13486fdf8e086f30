// The one entry: what every page has at once, the rest where a page has use for it.
import { watchExit } from "./exit.js";

document.documentElement.classList.add("js");
watchExit();

const boxes = document.querySelectorAll("[data-suggest]");
if (boxes.length) {
  import("./suggest.js").then(({ suggestFor }) => boxes.forEach(suggestFor));
}
if (document.querySelector("[data-copy]")) {
  import("./copy.js").then(({ offerCopies }) => offerCopies());
}
if (document.getElementById("results") && document.getElementById("filters")) {
  import("./results.js").then(({ refreshInPlace }) => refreshInPlace());
}
if (document.querySelector("[data-passkey]")) {
  import("./passkey.js").then(({ offerPasskeys }) => offerPasskeys());
}
const presence = document.querySelector("[data-presence]");
if (presence) {
  import("./desk/presence.js").then(({ keepCompany }) => keepCompany(presence));
}
if (document.querySelector("[data-most]")) {
  import("./desk/upload.js").then(({ checkFiles }) => checkFiles());
}
if (document.getElementById("edit-bar")) {
  import("./desk/edit.js").then(({ editInPlace }) => editInPlace());
}
const marked = document.querySelector("[data-marks]");
if (marked) {
  import("./desk/source.js").then(({ lightSources }) => lightSources(marked));
}
