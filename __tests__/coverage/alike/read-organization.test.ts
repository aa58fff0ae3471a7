import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { coverageOf, readInventory } from "../../../src/coverage";
import { readOrganization } from "../../../src/coverage/alike";
import { alikeOrganization, judgedOf, MEMBERS, said } from "./alike-organization";

const { stacks, expected } = judgedOf(alikeOrganization);
const dir = mkdtempSync(join(tmpdir(), "signin-alike-"));
const manifest = join(dir, "manifest.json");
const pathOf = (name: string): string => `stacks/${name}/cdk.tf.json`;
const [some] = MEMBERS;
const own = pathOf(`signin-account-${some}`);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

beforeEach(() => {
  rmSync(dir, { recursive: true });
  write(
    "manifest.json",
    JSON.stringify({
      stacks: Object.fromEntries(
        stacks.map(({ name }) => [name, { synthesizedStackPath: pathOf(name) }]),
      ),
    }),
  );
  for (const { name, document } of stacks) write(pathOf(name), JSON.stringify(document, null, 2));
});

afterAll(() => {
  rmSync(dir, { recursive: true });
});

/** What is said of the folder, found to be the same as when each account is read and judged by itself. */
function saidOfFolder(): string {
  const organization = readOrganization(dir, manifest);
  const text = said(organization.coverage({ expected }));
  const inventory = readInventory(dir);
  expect(text).toBe(said(coverageOf(inventory, { expected })));
  expect(organization.inventory).toStrictEqual(inventory);
  return text;
}

test("a folder of accounts that are alike is judged as it is account by account, with the file of each", () => {
  expect(saidOfFolder()).toContain(own);
});

const beside: readonly (readonly [string, string, string, string])[] = [
  ["a folder that the manifest does not have", "stacks/old/cdk.tf.json", "{}", "stale-stack"],
  ["a file beside a stack", join(dirname(own), "more.tf.json"), "{}", "not-analyzed-block"],
];

test.each(beside)("%s is a finding", (_, path, text, rule) => {
  write(path, text);
  expect(saidOfFolder()).toContain(rule);
});

test("a key that an object of one stack has twice is a finding", () => {
  const text = readFileSync(join(dir, own), "utf8");
  write(own, text.replace(/\{/u, '{"locals":{},"locals":{},'));
  expect(saidOfFolder()).toContain("twice");
});

test("fails on a stack that is cut off, and on one that is gone, with the name of its file", () => {
  write(own, readFileSync(join(dir, own), "utf8").slice(0, -9));
  expect(() => readOrganization(dir, manifest)).toThrow(`${join(dir, own)} is not valid JSON`);
  rmSync(join(dir, dirname(own)), { recursive: true });
  expect(() => readOrganization(dir, manifest)).toThrow(`${join(dir, own)} cannot be read`);
});

test("whoever waits is told of every stack that is read", () => {
  const told: string[] = [];
  readOrganization(dir, manifest, (done, total) => told.push(`${done} of ${total}`));
  const accounts = stacks.filter(({ name }) => /\d{12}/u.test(name)).length;
  expect(told).toEqual(Array.from({ length: accounts }, (_, i) => `${i + 1} of ${accounts}`));
});

test("stacks of another configuration are told apart as they are account by account", () => {
  const other = judgedOf({
    ...alikeOrganization,
    organization: { id: "o-zzzzzzzzzz", managementAccount: "909090909090" },
    hub: { account: "808080808080", region: "us-east-1" },
    accounts: [
      { id: "909090909090", name: "management", roleName: "none" },
      { id: "808080808080", name: "security-tooling" },
    ],
  }).expected;
  const organization = readOrganization(dir, manifest);
  expect(organization.otherConfiguration(expected)).toBeUndefined();
  expect(organization.otherConfiguration(other)?.found).toContain(`${MEMBERS.length + 2} accounts`);
});
