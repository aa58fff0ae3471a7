import { isAccountId } from "../../../aws/organizations";
import { canonical } from "../../../json/canonical";
import { listIn, objectIn, textIn, type Json } from "../../../json/value";
import { counted, firstOf } from "../wording";
import type { OtherChange, Side } from "./side";

/** The provider of each account, from generated Terraform; those of its other regions are alike. */
function providersOf({ inventory }: Side): ReadonlyMap<string, Json> {
  const blocks = (inventory.documents ?? []).flatMap(({ document }) =>
    Object.values(objectIn(document["provider"])).flatMap(listIn).map(objectIn),
  );
  return new Map(
    blocks.flatMap((block) => {
      const account = accountOf(block);
      return isAccountId(account) ? [[account, block] as const] : [];
    }),
  );
}

function roleOf(block: Json): Json {
  // Roles assumed one after another: the last one acts.
  return objectIn(listIn(block["assume_role"]).at(-1));
}

function accountOf(block: Json): string {
  const [account] = listIn(block["allowed_account_ids"]);
  return textIn(account) ?? textIn(roleOf(block)["role_arn"])?.split(":")[4] ?? "";
}

const roleArn = /^arn:[\w-]+:iam::\d{12}:role\/([\w+=,.@/-]+)$/u;

function roleName(block: Json): string | undefined {
  return roleArn.exec(textIn(roleOf(block)["role_arn"]) ?? "")?.[1];
}

/** The providers of one account before and after. */
type Pair = readonly [account: string, before: Json, after: Json];

function roleChange(pairs: readonly Pair[]): readonly OtherChange[] {
  const different = pairs.flatMap(([account, before, after]) => {
    const [was, is] = [roleName(before), roleName(after)];
    return was === undefined || is === undefined || was === is ? [] : [{ account, was, is }];
  });
  if (different.length === 0) return [];
  const roles = [...new Set(different.map(({ is }) => is))];
  const were = [...new Set(different.map(({ was }) => was))];
  return [
    {
      text: `Terraform assumes ${firstOf(roles, 3)} instead of ${firstOf(were, 3)} in ${shownAccounts(different.map(({ account }) => account))}: where that role does not exist or may do less, nothing can be applied.`,
      isLoss: false,
    },
  ];
}

function shownAccounts(accounts: readonly string[]): string {
  return `${counted(accounts.length, "account")} (${firstOf(accounts, 3)})`;
}

/** What else of a provider says whether Terraform may act, and what it changes. */
const settings: readonly {
  readonly of: (block: Json) => unknown;
  readonly change: string;
  readonly effect: string;
}[] = [
  {
    of: (block) => roleOf(block)["external_id"],
    change: "sends another external id",
    effect: "where the trust policy of the role asks for the one before, nothing can be applied",
  },
  {
    of: (block) => roleOf(block)["session_name"],
    change: "names its sessions otherwise",
    effect: "where a trust policy or an entry of ignore names the sessions, they no longer fit",
  },
  {
    of: (block) => block["profile"],
    change: "uses another profile",
    effect: "where whoever runs it has no profile of that name, nothing can be applied",
  },
  {
    of: (block) => block["ignore_tags"],
    change: "ignores other tags",
    effect: "tags that it no longer ignores and did not set are removed",
  },
];

/** What changes of the credentials and tags of providers, by account. */
export function providerChanges(base: Side, head: Side): readonly OtherChange[] {
  const before = providersOf(base);
  const pairs = [...providersOf(head)].flatMap(([account, after]): readonly Pair[] => {
    const was = before.get(account);
    return was === undefined ? [] : [[account, was, after]];
  });
  const others = settings.flatMap(({ of, change, effect }) => {
    const accounts = pairs
      .filter(([, was, is]) => canonical(of(was) ?? null) !== canonical(of(is) ?? null))
      .map(([account]) => account);
    if (accounts.length === 0) return [];
    return [
      { text: `Terraform ${change} in ${shownAccounts(accounts)}: ${effect}.`, isLoss: false },
    ];
  });
  return [...roleChange(pairs), ...others];
}
