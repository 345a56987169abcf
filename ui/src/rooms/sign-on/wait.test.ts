// The count on the lock page is the one the vault keeps.
import { expect, test } from "vitest";
import { secondsToWait } from "./wait";

test("the seconds are read from the refusal, and from no other", () => {
  const refusal = (code: string, message: string) => ({ code, message, fields: [], incident: null });
  expect(
    secondsToWait(refusal("sign-on-wait", "Name and passphrase do not fit. The next try counts after 30 s.")),
  ).toBe(30);
  expect(secondsToWait(refusal("sign-on-refused", "Name and passphrase do not fit."))).toBe(0);
  expect(secondsToWait(null)).toBe(0);
});
