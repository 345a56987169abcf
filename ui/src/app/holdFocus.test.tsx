// The focus after an act: it stays in its place, goes to the heading when the place is gone, and leaves a chosen field alone.
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useEffect, useState } from "react";
import { expect, test } from "vitest";
import { enterRoom, holdFocus } from "./holdFocus";

function Room({ children }: { children: ReactNode }) {
  useEffect(holdFocus, []);
  return (
    <main>
      <h1>Check-in</h1>
      {children}
    </main>
  );
}

/** A button that leaves once it was pressed. */
function Once({ words, onPress }: { words: string; onPress?: () => void }) {
  const [there, setThere] = useState(true);
  const press = () => (onPress ? onPress() : setThere(false));
  return there ? (
    <button type="button" onClick={press}>
      {words}
    </button>
  ) : null;
}

const focused = () => document.activeElement?.textContent;

test("an answer that takes its button away leads to the next question of the list", async () => {
  render(
    <Room>
      <section>
        <button type="button">Before</button>
        <Once words="None of these" />
        <button type="button">First question</button>
      </section>
      <button type="button">Elsewhere</button>
    </Room>,
  );
  await userEvent.click(screen.getByText("None of these"));
  await waitFor(() => expect(focused()).toBe("First question"));
});

test("the last button of a list leads back to the one before it", async () => {
  render(
    <Room>
      <section>
        <button type="button">Before</button>
        <button type="button" disabled>
          Cannot be pressed
        </button>
        <Once words="None of these" />
      </section>
      <button type="button">Elsewhere</button>
    </Room>,
  );
  await userEvent.click(screen.getByText("None of these"));
  await waitFor(() => expect(focused()).toBe("Before"));
});

test("when the whole list goes, the heading has the focus, and Tab goes on from there", async () => {
  function Going() {
    const [there, setThere] = useState(true);
    return there ? (
      <section>
        <Once words="Receive" onPress={() => setThere(false)} />
        <button type="button">Beside</button>
      </section>
    ) : (
      <button type="button">Next act</button>
    );
  }
  render(
    <Room>
      <Going />
    </Room>,
  );
  await userEvent.click(screen.getByText("Receive"));
  await waitFor(() => expect(focused()).toBe("Check-in"));
  await userEvent.tab();
  expect(focused()).toBe("Next act");
});

test("another room has the focus at its heading, unless a field of it took it", async () => {
  render(
    <>
      <nav>
        <button type="button">Find</button>
      </nav>
      <Room>
        <input aria-label="Name" />
      </Room>
    </>,
  );
  screen.getByLabelText("Name").focus();
  enterRoom();
  expect(document.activeElement).toBe(screen.getByLabelText("Name"));
  screen.getByText("Find").focus();
  enterRoom();
  await waitFor(() => expect(focused()).toBe("Check-in"));
});
