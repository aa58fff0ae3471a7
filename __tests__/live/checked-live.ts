import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { matchesPattern, type EventPattern } from "../../src/aws/eventbridge";
import type { JsonObject } from "../../src/json/value";
import { catalog } from "../../src/catalog";
import { loadLive } from "../../src/cli/load-live";
import type { Io } from "../../src/cli/io";
import { run } from "../../src/cli/run";
import { inventoryOfStacks } from "../../src/coverage";
import { patternTestsOf } from "../../src/coverage/documents/pattern-tests";
import { policyDocumentsOf } from "../../src/coverage/documents/policy-documents";
import { organizationWith, stacksOf } from "../coverage/small-organization";
import { callerIdentity, standInOfSuite, type StandInAnswer } from "./stand-in";

/** The stand-in that a suite with this file asks. */
export const standIn = standInOfSuite();
const folder = mkdtempSync(join(tmpdir(), "signin-check-live-"));
/** A configuration file of a small organization. */
export const config = join(folder, "signin-alerts.json");
const on = ["root-sign-in", "failed-sign-in", "iam-user-sign-in", "root-credential-change"];
/** Few kinds, and so few calls. */
const change = {
  kinds: Object.fromEntries(
    catalog.flatMap(({ name, onByDefault }) =>
      onByDefault && !on.includes(name) ? [[name, "off" as const]] : [],
    ),
  ),
};
writeFileSync(config, JSON.stringify(organizationWith(change)));
// The SDK takes its time.
beforeAll(async () => {
  await loadLive();
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What was generated from it. */
export const inventory = inventoryOfStacks(stacksOf(change));
export const { policies } = policyDocumentsOf(inventory);
export const patterns = patternTestsOf(inventory, []);

interface Tested {
  readonly EventPattern: string;
  readonly Event: string;
}

interface Validated {
  readonly policyDocument: string;
  readonly policyType: string;
  readonly validatePolicyResourceType?: string;
}

export const result = (value: boolean): StandInAnswer => ({
  body: JSON.stringify({ Result: value }),
});
export const findings = (...all: readonly object[]): StandInAnswer => ({
  body: JSON.stringify({ findings: all }),
});

/** As EventBridge answers, by the matcher of this package. */
export function tested({ EventPattern, Event }: Tested): StandInAnswer {
  const pattern = JSON.parse(EventPattern) as EventPattern;
  return result(matchesPattern(pattern, JSON.parse(Event) as JsonObject));
}

/** How AWS answers, where it is not well. */
export interface Ways {
  readonly test?: (sent: Tested) => StandInAnswer;
  /** @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html */
  readonly validate?: (sent: Validated) => StandInAnswer;
}

/** What a command writes to that nobody looks at, and that nothing interrupts. */
export function quietIo() {
  const written = { out: "", err: "" };
  const io: Io = {
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    env: {},
    now: () => 0,
    wait: () => Promise.resolve(),
    interruption: () => ({ signal: new AbortController().signal, end: () => undefined }),
    input: () => "",
  };
  return { io, written };
}

/** Runs `check --live` against answers. */
export async function check(
  { test: answer = tested, validate = () => findings() }: Ways,
  ...more: string[]
) {
  const tests: Tested[] = [];
  const validated: Validated[] = [];
  standIn().respond = (operation, sent) => {
    if (operation === "GetCallerIdentity") return callerIdentity("222222222222");
    if (operation === "TestEventPattern") {
      const json = JSON.parse(sent) as Tested;
      tests.push(json);
      return answer(json);
    }
    const json = JSON.parse(sent) as Validated;
    validated.push(json);
    return validate(json);
  };
  const { io, written } = quietIo();
  const argv = ["check", "--config", config, "--live", ...more];
  const code = await run(argv, io, () => ({
    places: [],
    inventory,
    otherConfiguration: () => undefined,
    coverage: () => {
      throw new Error("not asked for");
    },
    trace: () => {
      throw new Error("not asked for");
    },
  }));
  return { code, ...written, tests, validated };
}
