// Each room as it is heard: a changed word, role or order shows here before a person meets it.
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { openFor } from "../testing/fake";
import { show } from "../testing/show";
import { tree } from "../testing/tree";

test("the first run", async () => {
  const { container } = show({ state: "empty", folder: "/srv/fourglass" });
  await screen.findByRole("heading", { name: "Fourglass" });
  expect(tree(container)).toMatchSnapshot();
});

test("the lock page", async () => {
  const { container } = show({
    state: "locked",
    people: [
      { staffId: "s2", name: "okafor" },
      { staffId: "s1", name: "marchetti" },
    ],
  });
  await userEvent.click(await screen.findByRole("button", { name: "okafor" }));
  expect(tree(container)).toMatchSnapshot();
});

test("Today", async () => {
  const { container } = show(openFor("s2"));
  await screen.findByRole("grid");
  expect(tree(container)).toMatchSnapshot();
});

test("the chart", async () => {
  const { container } = show(openFor("s2"));
  await userEvent.click(await screen.findByText("Raymond", { exact: false }));
  await screen.findByRole("heading", { name: "Chart" });
  expect(tree(container)).toMatchSnapshot();
});

test("Practice", async () => {
  const { container } = show(openFor("s3"));
  await screen.findByText("okafor");
  expect(tree(container)).toMatchSnapshot();
});
