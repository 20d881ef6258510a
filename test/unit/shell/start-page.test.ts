import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const read = (file: string): string => readFileSync(path.resolve(root, file), "utf8");
const page = read("renderer/index.html");

it("W50: the page asks for every face that the styles name", () => {
  const named = [...read("renderer/styles/fonts.css").matchAll(/url\("([^"]+)"\)/g)].map(([, url]) => url);
  const asked = [...page.matchAll(/rel="preload"[^>]*?href="\.\.\/node_modules\/([^"]+)"/g)].map(([, url]) => url);
  expect(named.length).toBeGreaterThan(0);
  expect(asked).toEqual(named);
});

it("W50: the page has the id by which the library of controls looks for its rule, and the styles have the rule", () => {
  const press = read("node_modules/react-aria/dist/private/interactions/usePress.mjs");
  const id = /STYLE_ID = '([^']+)'/.exec(press)?.[1];
  expect(page).toContain(`<template id="${id}">`);
  const own = /@layer \{\s*\[data-react-aria-pressable\] (\{[^}]*\})/.exec(read("renderer/styles/base.css"))?.[1];
  expect(own).toContain("touch-action");
  expect(own?.replace(/\s+/g, " ")).toBe(/textContent = `[^`]*\] (\{[^}]*\})/.exec(press)?.[1]?.replace(/\s+/g, " "));
});
