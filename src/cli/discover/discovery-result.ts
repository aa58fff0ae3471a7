import { plainLine } from "../../coverage/report/plain-text";
import type { Difference } from "../../discovery/difference";
import type { PartNotKnown } from "../../discovery/not-known";
import { printedJson } from "../../json/printed";
import { exitCodes } from "../commands/context";

/** How a configuration and its organization were found. */
export interface DiscoveryResult {
  /** The configuration, as it was named. */
  readonly file: string;
  readonly organization: string;
  readonly accounts: number;
  /** What was made to agree; nothing where nothing was to be written. */
  readonly settled: readonly Difference[];
  /** What differs still. */
  readonly left: readonly Difference[];
  /** Of those, what `--write` would make agree. */
  readonly canSettle: readonly Difference[];
  readonly notKnown: readonly PartNotKnown[];
}

/** 0 where both say the same, 1 where they differ, 2 where nobody can know. */
export function exitCodeOf({ left, notKnown }: DiscoveryResult): number {
  if (left.length > 0) return exitCodes.gap;
  return notKnown.length > 0 ? exitCodes.unusable : exitCodes.covered;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

const regionsHint =
  "account:ListRegions of other accounts takes trusted access for account.amazonaws.com, and credentials of the management account or of its delegated administrator: docs/live.md";

function ending(result: DiscoveryResult): readonly string[] {
  const { file, accounts, settled, left, canSettle, notKnown } = result;
  const differ = counted(left.length, "difference");
  return [
    ...(settled.length > 0
      ? [`Wrote ${file}: ${counted(settled.length, "difference")} settled.`]
      : []),
    ...(left.length > 0
      ? [
          `${differ} between ${file} and AWS${canSettle.length > 0 ? `; signin-alerts discover --write settles ${canSettle.length} of them` : ", for a person to settle"}.`,
        ]
      : []),
    ...(notKnown.length > 0
      ? [`${counted(notKnown.length, "part")} of the organization not known.`]
      : []),
    ...(left.length === 0 && notKnown.length === 0
      ? [`✓ ${file} says what AWS says: ${counted(accounts, "active account")}.`]
      : []),
  ];
}

/** The result for people. */
export function discoveryText(result: DiscoveryResult): string {
  const { settled, left, notKnown } = result;
  const lines = [
    ...settled.map(({ problem }) => `✓ ${problem}`),
    ...left.flatMap(({ problem, fix }) => [`✗ ${problem}`, `  fix: ${fix}`]),
    ...notKnown.map(({ what, reason }) => `? not known: ${what}: ${reason}`),
    ...(notKnown.some(({ permission }) => permission === "account:ListRegions")
      ? [`  ${regionsHint}`]
      : []),
  ];
  return [...lines, ...(lines.length > 0 ? [""] : []), ...ending(result), ""]
    .map(plainLine)
    .join("\n");
}

/** The result for programs. */
export function discoveryJson(result: DiscoveryResult): string {
  const { file, organization, accounts, settled, left, canSettle, notKnown } = result;
  const written = (difference: Difference, state: "settled" | "writable" | "by-hand") => {
    const { kind, account, region, organizationalUnit, problem, fix } = difference;
    return {
      kind,
      state,
      ...(account !== undefined && { account }),
      ...(region !== undefined && { region }),
      ...(organizationalUnit !== undefined && { organizationalUnit }),
      problem,
      fix,
    };
  };
  return printedJson({
    version: 1,
    configuration: file,
    organization,
    accounts,
    differences: [
      ...settled.map((each) => written(each, "settled")),
      ...left.map((each) => written(each, canSettle.includes(each) ? "writable" : "by-hand")),
    ],
    notKnown,
  });
}
