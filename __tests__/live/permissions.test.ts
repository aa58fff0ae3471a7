import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { replayPermissions } from "../../src/live/replay/permissions";

const root = join(__dirname, "../..");

/** Permissions of the calls in the code of a folder, by the service that each file calls. */
function calledIn(name: string): readonly string[] {
  const folder = join(root, "src/live", name);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  const prefixes = new Map(
    files.flatMap((text) =>
      [...text.matchAll(/const (\w+): Service<\w+> = \{\s*prefix: "(\w+)"/gu)].map(
        ([, service = "", prefix = ""]) => [service, prefix] as const,
      ),
    ),
  );
  return files.flatMap((text) =>
    [...text.matchAll(/service: (\w+),\s*operation: "(\w+)"/gu)].map(
      ([, service = "", operation = ""]) => `${prefixes.get(service) ?? service}:${operation}`,
    ),
  );
}

test("the policies of the page allow the calls that the code makes, and no other", () => {
  const page = readFileSync(join(root, "docs/live.md"), "utf8");
  const from = page.indexOf("## Would you be notified, today?");
  const section = page.slice(from, page.indexOf("\n## ", from));
  const allowed = [...section.matchAll(/"(\w+:[A-Z]\w+)"/gu)].map(([, action]) => action);
  const called = calledIn("inventory");
  expect(called.length).toBeGreaterThan(25);
  expect([...allowed].sort()).toEqual([...new Set(called)].sort());
});

test.each([["replay", replayPermissions]])(
  "the permissions of %s are those of the calls that the code makes",
  (folder, permissions) => {
    const called = [...new Set(calledIn(folder))].sort();
    expect(called.length).toBeGreaterThan(0);
    expect(permissions.map(({ action }) => action).sort()).toEqual(called);
  },
);
