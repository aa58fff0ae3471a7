import fc from "fast-check";
import { globalRegion } from "../../src/aws";
import { partitionOfRegion } from "../../src/aws/regions";
import { catalog } from "../../src/catalog";
import type { SignInAlertsProps } from "../../src/stacks";
import { HUB, MANAGEMENT, UNIT } from "./accounts";

function without<T extends object, K extends keyof T>(group: T, ...keys: readonly K[]): Omit<T, K> {
  const rest = { ...group };
  for (const key of keys) Reflect.deleteProperty(rest, key);
  return rest;
}

/** Makes another configuration of one. */
export type Change = (configuration: SignInAlertsProps) => SignInAlertsProps;

/** Covered by a stack set: one more account, and by the root all but the management account. */
const rolledOut =
  (unit: string, keys: { readonly account?: string; readonly optInRegions?: string[] }): Change =>
  ({ accounts, ...rest }) => ({
    ...rest,
    rollout: { type: "stack-set", organizationalUnits: [unit], accounts: 12, ...keys },
    accounts: [
      ...accounts
        .map((account) => without(account, "retiredRegions"))
        .map((account) =>
          unit.startsWith("r-") && account.id !== MANAGEMENT
            ? { id: account.id, name: account.name, organizationalUnit: unit }
            : account,
        ),
      { id: "444444444444", name: "unit member", organizationalUnit: unit },
    ],
  });

/** In another partition, with all keys that have a meaning there; events stay in the hub region. */
const inPartitionOf =
  (region: string): Change =>
  (configuration) => {
    const plain = without(configuration, "userNotifications");
    const partition = partitionOfRegion(region);
    const text = JSON.stringify(plain)
      .replaceAll("arn:aws:", `arn:${partition}:`)
      .replaceAll(/eu-central-1|us-east-1/g, region);
    const { trail, kinds = {}, accounts, routes, ...rest } = JSON.parse(text) as SignInAlertsProps;
    const elsewhere = catalog.filter(
      ({ recordedIn }) => recordedIn === "global-region" && region !== globalRegion(partition),
    );
    return {
      ...rest,
      ...(trail && { trail }),
      regions: [region],
      kinds: { ...kinds, ...Object.fromEntries(elsewhere.map(({ name }) => [name, "off"])) },
      accounts: accounts.map((account) => ({
        ...without(account, "regions", "optInRegions", "newRegions"),
        retiredRegions: [partition === "aws-cn" ? "cn-north-1" : "us-gov-east-1"].filter(
          (each) => each !== region,
        ),
      })),
      ...(routes && {
        routes: routes.map(({ slack, teams, ...route }) => ({
          ...route,
          ...((slack ?? teams) && { recipients: ["security@example.com"] }),
        })),
      }),
    };
  };

/** What some configurations are besides: covered by a stack set, moved, or in another partition. */
export const shape = fc.constantFrom<Change>(
  (plain) => plain,
  (plain) => plain,
  rolledOut(UNIT, {}),
  rolledOut("r-ab12", { account: HUB, optInRegions: ["eu-south-1"] }),
  (plain) => ({
    ...plain,
    regionStrategy: "region-argument",
    movedFrom: "provider-per-region",
  }),
  (plain) => ({
    ...plain,
    regions: ["us-east-1", "us-east-2"],
    acceptMissingRegions: ["us-west-2", "eu-north-1", "ap-southeast-2"],
  }),
  ({ accounts: [management, ...others], ...plain }) => ({
    ...plain,
    accounts: [
      ...(management
        ? [
            {
              ...management,
              regions: ["us-east-1"],
              acceptMissingRegions: ["us-east-2", "us-west-2", "eu-north-1", "ap-southeast-2"],
            },
          ]
        : []),
      ...others,
    ],
  }),
  inPartitionOf("us-gov-west-1"),
  (plain) => inPartitionOf("us-gov-west-1")(rolledOut(UNIT, {})(plain)),
  inPartitionOf("us-gov-east-1"),
  inPartitionOf("cn-north-1"),
  inPartitionOf("cn-northwest-1"),
);
