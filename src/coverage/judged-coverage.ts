import { globalRegion } from "../aws";
import { partitionOfRegion } from "../aws/regions";
import { catalog, type AlertKind } from "../catalog";
import { assumptionsOf } from "./assumptions";
import type { CoverageCell, CoverageReport, HeartbeatCell } from "./coverage-report";
import { distinctFindings } from "./distinct-findings";
import type { ExpectedCoverage } from "./expected-coverage";
import type { Finding } from "./finding";
import { kindsOf } from "./kinds";
import { findingsOf } from "./findings/findings-of";
import { floodFindings } from "./findings/floods";
import { expandStackSets, type Inventory } from "./inventory";
import { namedUnit, withUnits } from "./inventory/stack-set";
import { controlStates } from "./guards/controls";
import { scheduledRules, traceHeartbeat } from "./guards/heartbeats";
import { NotifiedTopics, topicsOf } from "./notified-topics";
import { organizationOf, resourceIndexOf, type ResourceIndex } from "./resource-index";
import { traceThrough, type TraceOptions } from "./trace";
import { handledKinds } from "./trace/kinds-of-rules";
import type { TraceResult } from "./trace-result";
import { traceOptionsOf } from "./trace-wanted";
import { samplesAt } from "./samples-at";
import { WantedAlerts } from "./wanted-alerts";

/** How coverage is to be judged. */
export interface CoverageOptions {
  /**
   * What the configuration asks for.
   * @default - the accounts and regions that have a rule, and the kinds that the hub handles
   */
  readonly expected?: ExpectedCoverage;
  /** Told of every account that is done, of so many. */
  readonly onProgress?: (done: number, total: number) => void;
}

type CoveredAccount = ExpectedCoverage["accounts"][number];

/** Accounts that are judged as another one is. The inventory has nothing of them. */
export interface AlikeAccounts {
  /** The account that each of them is like, by its id. Of two that are alike the model's id is first. */
  readonly models: ReadonlyMap<string, string>;
  /** The inventory with what one of these accounts has. */
  readonly inventoryWith: (account: string) => Inventory;
}

/**
 * Who would be notified of what: each kind's sample, traced from every account and region. The inventory
 * may have but one of several accounts that are alike.
 */
export function judgedCoverage(
  inventory: Inventory,
  options: CoverageOptions,
  alike: AlikeAccounts,
): CoverageReport {
  const expected = options.expected && withUnits(options.expected, inventory);
  const index = resourceIndexOf(expandStackSets(inventory, expected));
  const accounts = (expected?.accounts ?? accountsIn(index))
    .map(namedUnit)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const kinds = kindsToTrace(index, expected);
  const traceOptions = traceOptionsOf(expected);
  const wanted = new WantedAlerts(expected);
  /** A kind is told of by several rules where texts may be hostile: each has a sample of its own. */
  const trace = (
    account: string,
    region: string,
    kind: AlertKind,
    through = index,
  ): readonly JudgedTrace[] =>
    samplesAt(account, region, kind)
      .filter((sample) => !wanted.isIgnored(kind, sample))
      .map((sample) => {
        const result = traceThrough(through, sample, traceOptions);
        return { result, cell: wanted.judged(cellOf(account, region, kind, result), kind, result) };
      });
  let last: { readonly account: string; readonly index: ResourceIndex } | undefined;
  const indexFor = (account: string): ResourceIndex => {
    if (!alike.models.has(account)) return index;
    // Cells are asked for one account after another.
    if (last?.account !== account) {
      const found = expandStackSets(alike.inventoryWith(account), expected);
      last = { account, index: resourceIndexOf(found) };
    }
    return last.index;
  };
  const cells: CoverageCell[] = [];
  const models = new Set(alike.models.values());
  const cellsOf = new Map<string, readonly CoverageCell[]>();
  const findings: Finding[] = [];
  const notified = new Map<string, Set<AlertKind>>();
  const topics = new NotifiedTopics();
  accounts.forEach(({ id, regions }, i) => {
    const model = alike.models.get(id);
    const before = cells.length;
    for (const cell of cellsOf.get(model ?? "") ?? []) cells.push({ ...cell, account: id });
    for (const region of model === undefined ? [...regions].sort() : []) {
      for (const kind of kinds.filter((each) => occursIn(each, id, region))) {
        if (wanted.routesFor(id, kind)?.length === 0) continue;
        const traces = trace(id, region, kind);
        const worst = worstOf(traces);
        if (worst === undefined) continue;
        cells.push(worst.cell);
        topics.keep(worst.cell, worst.result.deliveries);
        for (const { result } of traces) {
          for (const { topic } of result.deliveries) {
            notified.set(topic, (notified.get(topic) ?? new Set()).add(kind));
          }
          // A path that ends beside one that arrives is a route that is not notified.
          findings.push(
            ...result.findings,
            ...(result.deliveries.length > 0 ? result.blockers : []),
          );
        }
      }
    }
    if (models.has(id)) cellsOf.set(id, cells.slice(before));
    options.onProgress?.(i + 1, accounts.length);
  });
  const heartbeats = heartbeatsOf(index, accounts, { ...traceOptions, expected, alike });
  findings.push(...floodFindings(index, notified));
  findings.push(...heartbeats.flatMap(({ blocker }) => blocker ?? []));
  const names = kinds.map(({ name }) => name);
  const traceOf: CoverageReport["traceOf"] = (cell) => {
    const kind = kinds.find(({ name }) => name === cell.kind);
    if (kind === undefined) throw new RangeError(`the report has no kind ${cell.kind}`);
    const worst = worstOf(trace(cell.account, cell.region, kind, indexFor(cell.account)));
    if (worst === undefined) throw new RangeError(`the report has no event of ${cell.kind}`);
    return worst.result;
  };
  const organization = expected?.organization ?? organizationOf(index);
  return {
    ...(organization !== undefined && { organization }),
    accounts: accounts.map(({ id, name }) => ({ id, ...(name !== undefined && { name }) })),
    regions: [...new Set(accounts.flatMap(({ regions }) => regions))].sort(),
    kinds: names,
    cells,
    heartbeats,
    routes: (expected?.routes ?? []).map(({ name, topicArn }) => ({ name, topicArn })),
    controls: controlStates(index, expected?.existing ?? []),
    ignored: expected?.ignored ?? [],
    notRouted: expected?.notRouted ?? [],
    leftOut: expected?.leftOut ?? [],
    assumptions: cells.length > 0 ? assumptionsOf(index, expected) : [],
    accepted: [],
    unusedAcceptances: [],
    switchedOff: expected ? (expected.switchedOff ?? []) : unhandled(names),
    drift: inventory.drift ?? [],
    stackFiles: inventory.stackFiles ?? new Map(),
    findings: distinctFindings([...findingsOf(index, names, expected, alike.models), ...findings]),
    traceOf,
    notifiedOf: (cell) => {
      const model = alike.models.get(cell.account);
      const kept = model === undefined ? topics.of(cell) : topics.ofAlike(cell, model);
      return kept ?? topicsOf(traceOf(cell).deliveries);
    },
  };
}

/** Kinds that are on by default, without those that rules handle. */
function unhandled(handled: readonly string[]): readonly string[] {
  return catalog
    .filter(({ name, onByDefault }) => onByDefault && !handled.includes(name))
    .map(({ name }) => name);
}

/** What becomes of one sample. */
interface JudgedTrace {
  readonly result: TraceResult;
  readonly cell: CoverageCell;
}

/** The one of which nobody is notified, else the first. */
function worstOf(traces: readonly JudgedTrace[]): JudgedTrace | undefined {
  return traces.find(({ cell }) => !cell.covered) ?? traces[0];
}

/** The heartbeats that are wanted, or that are there. */
function heartbeatsOf(
  index: ResourceIndex,
  accounts: readonly CoveredAccount[],
  { expected, alike, ...options }: TraceOptions & HeartbeatsWanted,
): readonly HeartbeatCell[] {
  const hours = expected?.heartbeatHours;
  const found = new Map<string, readonly HeartbeatCell[]>();
  return accounts.flatMap(({ id: account, regions }) => {
    const model = alike.models.get(account);
    const own =
      model === undefined
        ? [...regions].sort().flatMap((region) => {
            const isThere = scheduledRules(index, { account, region }).length > 0;
            if (!isThere && (hours === undefined || hours === 0)) return [];
            const wanted = hours !== undefined && hours > 0 ? { ...options, hours } : options;
            return [traceHeartbeat(index, { account, region }, wanted)];
          })
        : (found.get(model) ?? []).map((cell) => ({ ...cell, account }));
    found.set(account, own);
    return own;
  });
}

interface HeartbeatsWanted {
  readonly expected: ExpectedCoverage | undefined;
  readonly alike: AlikeAccounts;
}

function cellOf(
  account: string,
  region: string,
  kind: AlertKind,
  result: TraceResult,
): CoverageCell {
  const covered = result.deliveries.length > 0;
  const [blocker] = result.blockers;
  return { account, region, kind: kind.name, covered, ...(!covered && blocker && { blocker }) };
}

/** Events of global services are recorded in one region of the partition, those of a user in one account. */
function occursIn(kind: AlertKind, account: string, region: string): boolean {
  if (kind.accounts?.includes(account) === false) return false;
  if (kind.recordedIn === "every-region") return true;
  return region === globalRegion(partitionOfRegion(region));
}

function kindsToTrace(
  index: ResourceIndex,
  expected: ExpectedCoverage | undefined,
): readonly AlertKind[] {
  if (expected === undefined) return handledKinds(index);
  return kindsOf(expected).filter(({ name }) => expected.kinds.includes(name));
}

/** The accounts and regions that have a rule on their default bus. */
function accountsIn(index: ResourceIndex): readonly CoveredAccount[] {
  const regions = new Map<string, string[]>();
  for (const key of index.keys("aws_cloudwatch_event_rule")) {
    const [account = "", region = "", bus] = key.split("/");
    if (bus === "default") regions.set(account, [...(regions.get(account) ?? []), region]);
  }
  return [...regions].map(([id, found]) => ({ id, regions: found }));
}
