// Runs inside the page: marks the first visible, usable element of a role and name, as a screen reader would name it,
// and returns whether there is one. A name is matched whole, or as a beginning that is followed by more words (a hint, or what it does).
// With a third word, only inside what is named so: a group of answers, a row, a dialog, a section.
// The fourth word says whether it is brought into sight: for the mouse it is; who works by keys must see it come by itself.
const [role, wanted, within, bring] = arguments;
const mark = "data-found-by-journey";
for (const old of document.querySelectorAll(`[${mark}]`)) old.removeAttribute(mark);

const selectors = {
  button: "button, [role=button], [role=switch], summary",
  field: "input:not([type=radio]):not([type=checkbox]), textarea, [role=textbox], [role=combobox], [role=group], select",
  radio: "input[type=radio], [role=radio]",
  checkbox: "input[type=checkbox], [role=checkbox], [role=switch]",
  link: "a[href], [role=link]",
  heading: "h1, h2, h3, h4, [role=heading]",
  row: "tr, [role=row]",
  option: "option, [role=option], [role=menuitem]",
  dialog: "dialog, [role=dialog], [role=alertdialog]",
};
const containers = "[role=radiogroup], [role=group], fieldset, section, [role=row], tr, li, dialog, [role=dialog], [role=alertdialog]";
const choice = "input[type=radio], input[type=checkbox]";

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();

function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
  return [...node.childNodes].map(textOf).join(" ");
}

function nameOf(element) {
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const labelled = tidy(ids.map((id) => document.getElementById(id)).filter((one) => one && one !== element).map(textOf).join(" "));
  const said = tidy(element.getAttribute("aria-label"));
  if (said || labelled) return labelled || said;
  if (element.matches("fieldset")) return tidy(textOf(element.querySelector("legend") ?? element));
  if (element.labels?.length) return tidy([...element.labels].map(textOf).join(" "));
  if (element.matches("input, textarea, select")) return tidy(element.title || element.placeholder);
  return tidy(textOf(element)) || tidy(element.title);
}

function shown(element) {
  const box = element.matches(choice) ? (element.closest("label") ?? element) : element;
  return box.getClientRects().length > 0 && getComputedStyle(box).visibility !== "hidden" && !box.closest("[aria-hidden=true], [inert]");
}

// A button that is at work swallows the press.
const usable = (element) =>
  !element.disabled && element.getAttribute("aria-disabled") !== "true" && !element.hasAttribute("data-busy");
const begins = (element, name) => [" ", ":"].some((after) => nameOf(element).startsWith(`${name}${after}`));

function pick(elements, name) {
  return elements.find((element) => nameOf(element) === name) ?? elements.find((element) => begins(element, name));
}

let places = [document];
if (within) {
  const all = [...document.querySelectorAll(containers)].filter(shown);
  const whole = all.filter((element) => nameOf(element) === within);
  // The inner place last: a question stands in a section, and a row may hold its words too.
  places = (whole.length ? whole : all.filter((element) => begins(element, within) || nameOf(element).includes(within))).reverse();
}
for (const place of places) {
  const candidates = [...place.querySelectorAll(selectors[role] ?? `[role=${role}]`)].filter(shown).filter(usable);
  let found = pick(candidates, wanted);
  if (!found) continue;
  // A date is a group of parts and is entered by its first; an input that is drawn over is pressed by its label.
  if (role === "field" && found.getAttribute("role") === "group") found = found.querySelector("[role=spinbutton], input") ?? found;
  if (found.matches(choice)) found = found.closest("label") ?? found;
  found.setAttribute(mark, "");
  if (bring) found.scrollIntoView({ block: "center", inline: "nearest" });
  return true;
}
return false;
