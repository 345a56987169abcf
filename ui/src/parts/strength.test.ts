// The measure must never call a passphrase good that the vault refuses for length.
import { expect, test } from "vitest";
import { strengthOf } from "./strength";

const check = (text: string, level: string) => expect(strengthOf(text, ["Ines Marchetti"]).level, text).toBe(level);

test("strength is length first, then names and repetition", () => {
  check("", "short");
  check("fourteen chars", "short");
  check("marchetti likes tea", "weak");
  check("aaaaaaaaaaaaaaaaaaaaaa", "weak");
  check("passwordpassword", "weak");
  check("electroencephalogram1", "good");
  check("kettle north amber", "fair");
  check("kettle north amber violin", "good");
});
