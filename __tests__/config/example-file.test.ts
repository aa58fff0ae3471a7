import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultRegions } from "../../src/aws";
import { loadConfiguration } from "../../src/stacks";
import { resolve } from "../../src/plan";

const file = join(__dirname, "../../signin-alerts.yaml");
const configuration = loadConfiguration(file);

test("the checked-in organization has six accounts", () => {
  expect(configuration.accounts).toHaveLength(6);
});

test("one of its accounts has one opt-in region, and one has fewer regions", () => {
  const standard = defaultRegions("aws").length;
  const counts = resolve(configuration).accounts.map(({ regions }) => regions.length);
  expect(standard).toBe(17);
  expect(counts.filter((count) => count === standard + 1)).toHaveLength(1);
  expect(counts.filter((count) => count < standard)).toHaveLength(1);
  expect(configuration.accounts.flatMap(({ optInRegions = [] }) => optInRegions)).toHaveLength(1);
});

test("its first line names the schema for editors", () => {
  const [first = ""] = readFileSync(file, "utf8").split("\n");
  expect(first).toBe("# yaml-language-server: $schema=./schema/signin-alerts.schema.json");
});
