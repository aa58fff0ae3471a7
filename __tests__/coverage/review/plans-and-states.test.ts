import { join } from "node:path";
import { coverageOf, inventoryOfStacks, readPlans, type Inventory } from "../../../src/coverage";
import type { Version } from "../../../src/coverage/report";
import { expectationsOf, resolve } from "../../../src/plan";
import { recorded } from "../../fixtures/real/organization";
import { synthesizedOnce } from "../../terraform/synthesized-once";
import { reviewed } from "./review-of";

const expected = expectationsOf(resolve(recorded));

/** A version without the saved queries, which the server that the plans are of has no API for. */
function versionOf(inventory: Inventory): Version {
  const resources = inventory.resources.filter(
    ({ type }) => type !== "aws_cloudwatch_query_definition",
  );
  const coverage = coverageOf(inventory, { expected });
  const findings = coverage.findings.filter(({ rule }) => rule !== "saved-query-differs");
  return {
    coverage: { ...coverage, findings },
    inventory: { ...inventory, resources },
    configuration: "signin-alerts.yaml",
  };
}

function read(kind: string): Version {
  const inventory = readPlans(join(__dirname, "../../fixtures/real", kind));
  if (inventory === undefined) throw new Error(`${kind} holds no plans`);
  return versionOf(inventory);
}

const folder = versionOf(
  inventoryOfStacks(
    synthesizedOnce(recorded).map(({ name, configuration }) => ({ name, document: configuration })),
  ),
);
const versions: Readonly<Record<string, Version>> = {
  "the generated Terraform": folder,
  "its plans": read("first-plan"),
  "its states": read("state"),
};
const names = Object.keys(versions);
const pairs = names.flatMap((one) =>
  names.flatMap((other) => (one === other ? [] : [[one, other]])),
);

test.each(pairs)(
  "%s and %s are the same: nothing is lost or left behind",
  (one = "", other = "") => {
    const [base, head] = [versions[one], versions[other]];
    if (!base || !head) throw new Error("there are three versions");
    const { review, harmless } = reviewed(base, head);
    expect(review.losses).toEqual([]);
    expect(review.others.filter(({ text }) => !text.startsWith("Changed in place"))).toEqual([]);
    expect(harmless).toBe(true);
  },
);
