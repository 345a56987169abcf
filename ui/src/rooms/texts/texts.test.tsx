// The consent texts: what changed is said in words, and a review stands beside its fields until it is whole.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { TextReading, TextView } from "../../practice";
import { refusal } from "../../testing/fake";
import { faults, stand } from "../../testing/show";

const TEXT: TextView = {
  id: "dre",
  kind: "dre",
  language: "es",
  version: "1.1.0",
  title: "Exploración de la próstata con un dedo",
  sha256: "9f2c",
  approval: "not-reviewed-by-a-translator",
  effectiveFrom: "2026-11-22",
  effectiveUntil: null,
  inForce: true,
  earlier: "1.0.0",
  review: null,
};

const READING = {
  text: { groups: [], risks: [], statement: "Doy mi consentimiento." },
  changes: [
    {
      statement: "right-to-stop",
      change: "changed",
      words: [
        { change: "same", text: "Puede decir que no," },
        { change: "removed", text: "ahora," },
        { change: "added", text: "en todo momento," },
      ],
    },
  ],
} as unknown as TextReading;

test("a translation is read with what changed in it, and marked reviewed by name", async () => {
  const reviewed = { ...TEXT, approval: "awaiting-clinical-sign-off" as const };
  const markTranslationReviewed = vi
    .fn()
    .mockRejectedValueOnce(
      refusal("fields", "Name the translator who read it.", [
        { field: "reviewer", message: "Name the translator who read it." },
      ]),
    )
    .mockResolvedValue([reviewed]);
  stand({ name: "texts" }, "s3", {
    consentTexts: async () => [TEXT],
    readConsentText: async () => READING,
    markTranslationReviewed,
  });
  await userEvent.click(await screen.findByText("DRE"));
  await screen.findByRole("heading", { name: "What has changed since 1.0.0" });
  expect(screen.getByText("removed:", { exact: false }).closest("del")?.textContent).toBe("removed: ahora,");
  expect(screen.getByText("added:", { exact: false }).closest("ins")?.textContent).toBe("added: en todo momento,");
  expect(await faults()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Mark as reviewed" }));
  const keep = () => screen.getAllByRole("button", { name: "Mark as reviewed" }).at(-1) as HTMLElement;
  await userEvent.click(keep());
  await screen.findByText("Name the translator who read it.");
  await userEvent.type(screen.getByLabelText("Translator who read it"), "Marta Ruiz");
  await userEvent.type(screen.getByLabelText("Qualification"), "sworn translator");
  await userEvent.click(keep());
  const { id, language, version } = TEXT;
  expect(markTranslationReviewed).toHaveBeenLastCalledWith(
    expect.objectContaining({ which: { id, language, version }, reviewer: "Marta Ruiz" }),
  );
});
