import { defaultRegions, optInRegions } from "../../src/aws";
import type { Account, SignInAlertsProps } from "../../src/config";
import type { Discovered } from "../../src/discovery/compare";
import type { AccountDetails, Answer, LiveAccount } from "../../src/live";

export const MANAGEMENT = "111111111111";
export const HUB = "222222222222";
export const MEMBER = "333333333333";
export const JOINED = "777777777777";
export const UNIT = "ou-ab12-c3d4e5f6";
export const OTHER_UNIT = "ou-ab12-00000001";

export const denied: Answer<never> = {
  state: "not known",
  notKnown: {
    account: MANAGEMENT,
    region: "us-east-1",
    permission: "account:ListRegions",
    reason: "access denied: account:ListRegions is needed",
  },
};
export const known = <T>(value: T): Answer<T> => ({ state: "known", value });

/** The regions of an account, with those opt-in regions on. */
export function regionsWith(...enabled: readonly string[]): ReadonlyMap<string, string> {
  return new Map([
    ...defaultRegions("aws").map((region) => [region, "ENABLED_BY_DEFAULT"] as const),
    ...optInRegions("aws").map((region) => [region, "DISABLED"] as const),
    ...enabled.map((region) => [region, "ENABLED"] as const),
  ]);
}

/** A configuration of three accounts. */
export function configured(change: Partial<SignInAlertsProps> = {}): SignInAlertsProps {
  return {
    organization: { id: "o-a1b2c3d4e5", managementAccount: MANAGEMENT },
    hub: { account: HUB, region: "eu-central-1" },
    accounts: [
      { id: MANAGEMENT, name: "management", roleName: "none" },
      { id: HUB, name: "security-tooling" },
      { id: MEMBER, name: "payments" },
    ],
    recipients: ["security@example.com"],
    ...change,
  };
}

/** What AWS says where a configuration is right. */
export interface Said {
  readonly accounts?: readonly LiveAccount[];
  readonly units?: Readonly<Record<string, Answer<readonly string[]>>>;
  readonly administrators?: Readonly<Record<string, Answer<readonly string[]>>>;
  readonly details?: Readonly<Record<string, Partial<AccountDetails>>>;
  readonly managementAccount?: string;
}

export const active = (id: string, name: string): LiveAccount => ({ id, name, state: "ACTIVE" });

/** The organization of a configuration, with what AWS says otherwise. */
export function discovered({ accounts }: SignInAlertsProps, said: Said = {}): Discovered {
  const listed = said.accounts ?? accounts.map(({ id, name }) => active(id, name));
  const entry = (id: string): Partial<Account> => accounts.find((each) => each.id === id) ?? {};
  return {
    organization: {
      id: "o-a1b2c3d4e5",
      managementAccount: said.managementAccount ?? MANAGEMENT,
      accounts: listed,
      units: new Map(Object.entries(said.units ?? {})),
      administrators: new Map(Object.entries(said.administrators ?? {})),
    },
    details: new Map(
      listed.map(({ id }) => [
        id,
        {
          regions: known(
            regionsWith(...(entry(id).optInRegions ?? []), ...(entry(id).newRegions ?? [])),
          ),
          ...said.details?.[id],
        },
      ]),
    ),
  };
}
