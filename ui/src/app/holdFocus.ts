// The focus is always somewhere. When what had it leaves the page, or can no longer be pressed, it goes to what comes next in the same place; when the place is gone too, to the heading.

/** What a person sees as one place; while it stands, the focus stays in it. */
const PLACES = "section, fieldset, li, aside, [role=row], [role=dialog], [role=alertdialog]";
const STOPS = "a[href], button, input, textarea, select, summary, [tabindex]:not([tabindex='-1'])";

type Held = { element: HTMLElement; place: Element | null; after: HTMLElement[]; before: HTMLElement[] };

/** Whether a person could go there with Tab now. */
function stands(element: HTMLElement): boolean {
  if (!element.isConnected || element.matches(":disabled") || element.closest("[inert]")) return false;
  return getComputedStyle(element).visibility !== "hidden";
}

/** The heading of what is in front: a dialog, or the room. */
function heading(): HTMLElement | null {
  const front = [...document.querySelectorAll<HTMLElement>("[role=dialog], [role=alertdialog]")].at(-1);
  return (front ?? document.querySelector("main"))?.querySelector<HTMLElement>("h1, h2") ?? null;
}

/** Puts the focus on the heading, from which Tab goes on to the first thing to do. */
function toHeading(): void {
  const there = heading();
  if (!there) return;
  // A heading is no stop of its own: it takes the focus, and Tab does not come back to it.
  there.tabIndex = -1;
  there.focus();
}

function remember(element: HTMLElement): Held {
  const place = element.closest(PLACES);
  const stops = place ? [...place.querySelectorAll<HTMLElement>(STOPS)] : [];
  const at = stops.indexOf(element);
  return { element, place, after: stops.slice(at + 1), before: stops.slice(0, Math.max(0, at)).reverse() };
}

/** What has the focus, or had it last; null before the first key or press. */
let held: Held | null = null;
let looking = 0;

function isLost(): boolean {
  if (held === null || (document.activeElement ?? document.body) !== document.body) return false;
  return !stands(held.element);
}

function look() {
  if (!isLost() || !held) return;
  const next = held.place?.isConnected ? [...held.after, ...held.before].find(stands) : undefined;
  if (next) next.focus();
  else toHeading();
}

function lookSoon() {
  if (!isLost()) return;
  cancelAnimationFrame(looking);
  // A dialog that gives the focus back, or a field that takes it by itself, comes first; both do so within a frame.
  looking = requestAnimationFrame(() => {
    looking = requestAnimationFrame(look);
  });
}

/** Another room stands, seen from its top: unless it took the focus by itself, its heading has it as soon as there is one. */
export function enterRoom(): void {
  // The rooms share what scrolls: one that was left at its foot must not open the next at its own.
  const room = document.querySelector("main");
  if (room) room.scrollTop = 0;
  const now = document.activeElement;
  if (!held || !(now instanceof HTMLElement) || now.closest("main")) return;
  now.blur();
  held = { element: document.createElement("i"), place: null, after: [], before: [] };
  lookSoon();
}

/** Watches the page until the returned function is called. */
export function holdFocus(): () => void {
  const hold = (event: FocusEvent) => {
    if (event.target instanceof HTMLElement) held = remember(event.target);
  };
  const changes = new MutationObserver(lookSoon);
  document.addEventListener("focusin", hold);
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  return () => {
    document.removeEventListener("focusin", hold);
    changes.disconnect();
    cancelAnimationFrame(looking);
    held = null;
  };
}
