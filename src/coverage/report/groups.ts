import { findKind, severities, type Severity } from "../../catalog";
import type { CoverageCell } from "../coverage-report";
import type { Finding, ResourceAddress } from "../finding";
import type { RuleId } from "../finding-rules";
import { placeFree } from "./place-free-text";
import { counted, firstOf } from "./wording";

/** Stands in where a gap says nothing of its cause. */
const unexplained: Finding = { rule: "not-delivered", detail: "" };

const noResource: ResourceAddress = { stack: "", address: "" };

/** Findings of one rule at one resource, or at its like in other accounts and regions. */
export interface FindingGroup {
  readonly findings: readonly [Finding, ...Finding[]];
  /** The same wherever the resource is: neither account nor region is in it. */
  readonly key: string;
}

const account = /(?<!\d)\d{12}(?!\d)/gu;
const region = /(?<![a-z])[a-z]{2}(?:-[a-z]+)+-\d(?!\d)/gu;
// Terraform names of cdktf end in eight digits that differ from place to place.
const uniqueSuffix = /_[0-9A-F]{8}\b/gu;

/** A text without the account and region that it names. */
function anywhere(text: string): string {
  return text.replace(account, "#").replace(region, "#").replace(uniqueSuffix, "");
}

/** Things by what they have in common, in the order in which each group was first met. */
export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly [Item, ...Item[]]> {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const alike = groups.get(key);
    if (alike) alike.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Rules whose findings come in crowds, of one change: one row says it of all resources of a type. */
const saidOfTypes: ReadonlySet<RuleId> = new Set(["stale-resource"]);

/** The type in the address of a resource, which may stand in modules and have an index. */
function typeIn(address: string): string {
  return (
    address
      .replace(/\[[^\]]*\]/gu, "")
      .split(".")
      .at(-2) ?? address
  );
}

/**
 * Findings by rule and resource, or by rule and type of resource where a change leaves many of one
 * behind, in the order in which they were found.
 */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = groupBy(findings, ({ rule, resource: { stack, address } = noResource }) =>
    JSON.stringify([
      rule,
      anywhere(stack),
      anywhere(saidOfTypes.has(rule) ? typeIn(address) : address),
    ]),
  );
  return [...groups].map(([key, alike]) => ({ key, findings: alike }));
}

/** Each resource of some findings once. */
export function resourcesOf(findings: readonly Finding[]): readonly ResourceAddress[] {
  const resources = new Map<string, ResourceAddress>();
  for (const { resource } of findings) {
    if (resource) resources.set(JSON.stringify([resource.stack, resource.address]), resource);
  }
  return [...resources.values()];
}

/** A group as one finding: the first, with the details of the others and how many are like it. */
export function summaryOf({ findings }: FindingGroup): Finding {
  const [first] = findings;
  const details = [...new Set(findings.map(({ detail }) => detail).filter(Boolean))];
  const others = resourcesOf(findings).length - 1;
  const more = others > 0 ? [`(and ${counted(others, "resource")} like it)`] : [];
  return { ...first, detail: [firstOf(details, 3), ...more].filter(Boolean).join(" ") };
}

/** Severity of a kind by the catalog; one that the catalog does not know is taken for the worst. */
export function severityOf(kind: string): Severity {
  return findKind(kind)?.severity ?? "critical";
}

/** Whether a gap is one only because what stands in the way is not known. */
export function isUndecided(blocker: Finding | undefined): boolean {
  return blocker !== undefined && /^(?:not-analyzed-|value-unknown$)/u.test(blocker.rule);
}

/** `critical`, or that it cannot be decided, for what is critical if it is a gap. */
export function worstText({ blocker, worst }: Pick<GapGroup, "blocker" | "worst">): string {
  return isUndecided(blocker) ? `cannot be decided, ${worst} if lost` : worst;
}

/** Gaps that have one cause, or the same cause in each of several places. */
export interface GapGroup {
  /** What stops the first of them. */
  readonly blocker: Finding;
  readonly cells: readonly CoverageCell[];
  /** The worst severity of their kinds. */
  readonly worst: Severity;
  /** The same wherever they are: neither account nor region is in it. */
  readonly cause: string;
  /** Resources of the same sort that block the others. */
  readonly otherResources: number;
}

function causeOf(cell: CoverageCell): string {
  const { rule, resource, detail } = cell.blocker ?? unexplained;
  const { stack, address } = resource ?? noResource;
  const texts = [stack, address, detail].map((text) => placeFree(text, cell));
  return JSON.stringify([rule, ...texts.map((text) => text.replace(uniqueSuffix, ""))]);
}

/** The worst severity of some gaps. */
export function worstOf(cells: readonly CoverageCell[]): Severity {
  const worst = cells.reduce(
    (most, { kind }) => Math.max(most, severities.indexOf(severityOf(kind))),
    -1,
  );
  return severities[worst] ?? "critical";
}

/** Gaps by cause: the worst severity first, then the cause of most gaps. */
export function groupGaps(cells: readonly CoverageCell[]): readonly GapGroup[] {
  const badness = ({ worst }: GapGroup) => severities.indexOf(worst);
  return [...groupBy(cells, causeOf)]
    .map(([cause, alike]): GapGroup => {
      const blockers = alike.map(({ blocker }) => blocker ?? unexplained);
      const resources = new Set(blockers.map(({ resource }) => JSON.stringify(resource ?? null)));
      return {
        blocker: alike[0].blocker ?? unexplained,
        cells: alike,
        worst: worstOf(alike),
        cause,
        otherResources: resources.size - 1,
      };
    })
    .sort((a, b) => badness(b) - badness(a) || b.cells.length - a.cells.length);
}
