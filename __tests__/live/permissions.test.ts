import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drillPermissions } from "../../src/live/drill/permissions";
import { lookupPermissions } from "../../src/live/lookup/permissions";
import { replayPermissions } from "../../src/live/replay/permissions";

const root = join(__dirname, "../..");

const live = join(root, "src/live");
const text = (file: string) => readFileSync(join(live, file), "utf8");

/** The functions of a file that another one uses. */
function used(file: string, by: string): string {
  const functions = text(file).split(/^(?=export (?:async )?function )/mu);
  const names = new Set(text(by).match(/\w+/gu));
  return functions.filter((each) => names.has(/function (\w+)/u.exec(each)?.[1] ?? "")).join("");
}

/** What of AWS Organizations the inventory asks for. */
const ofOrganization = [
  text("organization/policy-calls.ts"),
  used("organization/calls.ts", "organization/tree.ts"),
];

function filesIn(folder: string): readonly string[] {
  const files = readdirSync(join(live, folder)).map((file) => text(join(folder, file)));
  return folder === "inventory" ? [...files, ...ofOrganization] : files;
}

/** Permissions of the calls in the code of a folder, by the service that each file calls, each once. */
function calledIn(folder: string): readonly string[] {
  const files = filesIn(folder);
  const prefixes = new Map(
    [...files, ...filesIn("inventory")].flatMap((code) =>
      [...code.matchAll(/const (\w+): Service<\w+> = \{\s*prefix: "([\w-]+)"/gu)].map(
        ([, name = "", prefix = ""]) => [name, prefix] as const,
      ),
    ),
  );
  const called = files.flatMap((code) =>
    [...code.matchAll(/service: (\w+),\s*operation: "(\w+)"/gu)].map(
      ([, service = "", operation = ""]) => `${prefixes.get(service) ?? service}:${operation}`,
    ),
  );
  return [...new Set(called)].sort();
}

test.each([
  ["Does AWS accept it, before it is deployed?", "documents", 2],
  ["Would you be notified, today?", "inventory", 25],
])(
  "the policies of %s allow the calls that the code makes, and no other",
  (title, folder, least) => {
    const page = readFileSync(join(root, "docs/live.md"), "utf8");
    const section = page.split(/^## /mu).find((each) => each.startsWith(title)) ?? "";
    const allowed = [...section.matchAll(/"([\w-]+:[A-Z]\w+)"/gu)].map(([, action]) => action);
    const called = calledIn(folder);
    expect(called.length).toBeGreaterThanOrEqual(least);
    expect([...allowed].sort()).toEqual(called);
  },
);

test.each([
  ["replay", replayPermissions],
  ["drill", drillPermissions],
  ["lookup", lookupPermissions],
])("the permissions of %s are those of the calls that the code makes", (folder, permissions) => {
  const called = calledIn(folder);
  expect(called.length).toBeGreaterThan(0);
  expect(permissions.map(({ action }) => action).sort()).toEqual(called);
});
