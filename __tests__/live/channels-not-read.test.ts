import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { coverageOf, inventoryOfStacks, type CoverageReport } from "../../src/coverage";
import { isCovered } from "../../src/coverage/report";
import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { MANAGEMENT, organizationWith, stacksOf } from "../coverage/small-organization";

const folder = join(__dirname, "../../src/live/inventory");
const code = readdirSync(folder)
  .map((file) => readFileSync(join(folder, file), "utf8"))
  .join("\n");

/** Types of resources that the live inventory holds, as its code names them. */
const read = new Set(code.match(/"aws_\w+"/gu)?.map((each) => each.slice(1, -1)));
const channels = /^aws_(?:chatbot|notifications|notificationscontacts)_/u;

/** What Terraform creates, as far as `coverage --live` reads it. */
function readReport(replaced: Partial<SignInAlertsProps>): CoverageReport {
  const all = inventoryOfStacks(stacksOf(replaced));
  const resources = all.resources.filter(({ type }) => read.has(type));
  const expected = expectationsOf(resolve(organizationWith(replaced)));
  return coverageOf({ ...all, resources }, { expected });
}

const mail = { name: "mail", recipients: ["security@example.com"] };
const operations = { recipients: ["operations@example.com"] };
const slack = { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" };
const teams = {
  tenantId: "11111111-2222-3333-4444-555555555555",
  teamId: "66666666-7777-8888-9999-000000000000",
  channelId: "19%3aexample%40thread.tacv2",
};
const withUserNotifications = {
  routes: [mail],
  userNotifications: {
    emails: [{ name: "security", address: "security@example.com" }],
    accounts: ["management"],
  },
};

test("what is read is enough for mail to be covered, and has no channel", () => {
  const report = readReport({ routes: [mail] });
  expect(report.findings).toEqual([]);
  expect(isCovered(report)).toBe(true);
  expect([...read].filter((type) => channels.test(type))).toEqual([]);
});

test.each<[string, Partial<SignInAlertsProps>]>([
  ["Slack", { routes: [{ name: "chat", slack }], operations }],
  ["Microsoft Teams", { routes: [{ name: "chat", teams }], operations }],
])("no alert for %s alone is called covered, as its channel is not read", (_, replaced) => {
  const { cells } = readReport(replaced);
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.filter(({ covered }) => covered)).toEqual([]);
});

test("an organization with chat beside mail is not called covered, and its channel is named", () => {
  const report = readReport({ routes: [mail, { name: "chat", slack }] });
  expect(isCovered(report)).toBe(false);
  expect(report.findings.map(({ rule }) => rule)).toContain("chat-message-without-channel");
});

test("an organization with User Notifications is not called covered, and what is missing is named", () => {
  const report = readReport(withUserNotifications);
  expect(isCovered(report)).toBe(false);
  expect(report.findings.map(({ rule, detail }) => [rule, detail])).toContainEqual([
    "destination-missing",
    expect.stringMatching(
      new RegExp(`^the notification configuration .+ in account ${MANAGEMENT}$`, "u"),
    ),
  ]);
});
