// The house rule of the window: rooms know the parts and the hatch, and nothing of each other; only the hatch knows Tauri.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const SOURCE = resolve(__dirname, "..");

/** Every file of ours with what it imports: package names, or paths from the source folder. */
function imports(): { file: string; from: string }[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(join(SOURCE, file), "utf8");
    const named = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
    return named.map((name) => ({
      file,
      from: name.startsWith(".") ? relative(SOURCE, resolve(SOURCE, dirname(file), name)) : name,
    }));
  });
}

test("rooms import parts, the hatch, libraries and their own room, nothing else", () => {
  const ours = (from: string) => /^(app|rooms|parts|practice|testing)(\/|$)/.test(from);
  const wrong = imports()
    .filter(({ file, from }) => file.startsWith("rooms/") && ours(from))
    .filter(({ file, from }) => {
      const room = file.split("/").slice(0, 2).join("/");
      const test = /\.test\.tsx?$/.test(file) && from.startsWith("testing");
      return !(/^parts(\/|$)/.test(from) || from === "practice" || from.startsWith(`${room}/`) || test);
    });
  expect(wrong).toEqual([]);
});

test("only the hatch speaks to Tauri, and parts know no practice", () => {
  const tauri = imports().filter(({ file, from }) => from.startsWith("@tauri-apps/") && !file.startsWith("practice/"));
  const parts = imports().filter(
    ({ file, from }) => file.startsWith("parts/") && /^(practice|rooms|app)(\/|$)/.test(from),
  );
  expect([...tauri, ...parts]).toEqual([]);
});

test("nothing in the window reaches the network or writes style by hand", () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\./.test(file),
  );
  const reaching = files.filter((file) =>
    /\bfetch\(|XMLHttpRequest|new WebSocket|dangerouslySetInnerHTML/.test(readFileSync(join(SOURCE, file), "utf8")),
  );
  expect(reaching).toEqual([]);
});
