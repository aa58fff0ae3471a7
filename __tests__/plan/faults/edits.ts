import { catalog } from "../../../src/catalog";
import type { SignInAlertsProps } from "../../../src";
import type { Edit } from "../../../src/config/edit";

/** What breaks a configuration that was right. */
export type CrossFieldFault = (configuration: SignInAlertsProps) => readonly Edit[];

/** By the name of the check that must refuse them. */
export type CrossFieldFaults = Readonly<Record<string, readonly CrossFieldFault[]>>;

export const set = (path: string, value: unknown): Edit => ({
  path: path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
  set: value,
});
export const always =
  (...edits: readonly Edit[]): CrossFieldFault =>
  () =>
    edits;
export const remove = (key: string): Edit => ({ path: [key], remove: true });

export const mail = ["security@example.com"];
export const unit = "ou-ab12-c3d4e5f6";
export const rollout = { type: "stack-set", organizationalUnits: [unit] };
export const routes = (...keys: readonly object[]): readonly Edit[] => [
  remove("recipients"),
  set(
    "routes",
    keys.map((each, i) => ({
      name: `r${i}`,
      ...(["topicArn", "teams", "slack"].some((key) => key in each) ? {} : { recipients: mail }),
      ...each,
    })),
  ),
];
export const teams = {
  tenantId: "0a1b2c3d-0000-1111-2222-333344445555",
  teamId: "0a1b2c3d-0000-1111-2222-333344446666",
  channelId: "19%3aabcdef%40thread.tacv2",
};
export const slack = { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" };
export const entry = { until: "2027-06-30", reason: "a robot" };
export const robot = { ...entry, principalArn: "arn:aws:sts::*:assumed-role/robot/*" };
export const switches = (choice: (kind: (typeof catalog)[number]) => string) =>
  Object.fromEntries(catalog.map((kind) => [kind.name, choice(kind)]));
export const manyAccounts = (count: number, keys: (i: number) => object) =>
  Array.from({ length: count }, (_, i) => ({
    id: String(111_111_111_111 + i),
    name: `account ${i}`,
    ...keys(i),
  }));
export const commercial = (hub = "eu-central-1") => [
  set("hub.region", hub),
  set("organization.managementAccount", "111111111111"),
];
