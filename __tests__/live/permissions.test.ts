import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const folder = join(root, "src/live/inventory");

/** Permissions of the calls in the code, by the service that each file calls. */
function called(): readonly string[] {
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  const prefixes = new Map(
    files.flatMap((text) =>
      [...text.matchAll(/const (\w+): Service<\w+> = \{\s*prefix: "(\w+)"/gu)].map(
        ([, name = "", prefix = ""]) => [name, prefix] as const,
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
  const section = page.slice(page.indexOf("## Would you be notified, today?"));
  const allowed = [...section.matchAll(/"(\w+:[A-Z]\w+)"/gu)].map(([, action]) => action);
  expect(called().length).toBeGreaterThan(25);
  expect([...allowed].sort()).toEqual([...new Set(called())].sort());
});
