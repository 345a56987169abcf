// Runs inside the page, after find.js has marked something: how many keys, and which, lead the focus there. It only counts; the keys move.
const marked = document.querySelector("[data-found-by-journey]");
const target = marked?.control ?? marked;
const here = document.activeElement;
if (!target) return { by: "nothing", steps: 0 };
if (!here || here === document.body) return { by: "lost", steps: 0 };
if (here === target) return { by: "there", steps: 0 };

// Only the front-most dialog can be walked, when there is one.
const front = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")].at(-1);
const seen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
const named = (element) => [element.tagName, element.getAttribute("aria-label") ?? element.textContent].join(" ").slice(0, 60);
const group = (element) => (element.matches("input[type=radio]") ? element.name : null);

if (group(target) && group(here) === group(target)) {
  const answers = [...document.getElementsByName(target.name)];
  return { by: "arrows", steps: answers.indexOf(target) - answers.indexOf(here) };
}
const stops = [...(front ?? document).querySelectorAll("a[href], button, input, textarea, select, summary, [tabindex]")]
  .filter((element) => element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]") && seen(element.labels?.[0] ?? element))
  // One stop a question: the answer that stands, or the first.
  .filter((element, _, all) => {
    if (!group(element)) return true;
    const answers = all.filter((one) => group(one) === group(element));
    return element === (answers.find((one) => one === here) ?? answers.find((one) => one.checked) ?? answers[0]);
  });
const goal = stops.findIndex((stop) => stop === target || (group(stop) && group(stop) === group(target)));
if (goal < 0) return { by: "nothing", steps: 0, goal: named(target), from: named(here) };
const before = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
const at = stops.indexOf(here);
// From a place that is no stop itself, Tab goes to the first stop after it.
const from = at >= 0 ? at : stops.filter((stop) => before(stop, here)).length - 1;
const steps = goal - from;
return { by: "tab", steps: at < 0 && steps <= 0 ? steps - 1 : steps };
