import { findKind, type Severity } from "../../../catalog";
import type { CoverageCell, CoverageReport } from "../../coverage-report";
import type { Hop, Stop } from "../../trace-result";
import { severityOf } from "../kind-severity";
import { placeFree } from "../place-free-text";
import { DistinctValues } from "./distinct-values";

/** Indices of name, stack, address and reason in the strings; -1 where there is none. */
type StationData = readonly [name: number, stack: number, address: number, reason: number];

/** One trace: everything in it is an index, texts are without their place. */
export interface TraceData {
  readonly deliveries: readonly {
    readonly kind: number;
    readonly topic: number;
    readonly recipients: readonly number[];
    readonly text: number;
    readonly hops: readonly number[];
  }[];
  readonly stops: readonly number[];
  readonly findings: readonly number[];
}

/** What the page knows. Each text, station and trace is in it once, however large the organization. */
export interface PageData {
  readonly accounts: readonly { readonly id: string; readonly name: string }[];
  readonly regions: readonly string[];
  readonly kinds: readonly {
    readonly name: string;
    readonly title: string;
    readonly severity: Severity;
  }[];
  readonly strings: readonly string[];
  readonly stations: readonly StationData[];
  readonly traces: readonly TraceData[];
  /** What a place can be like: per kind 1 covered, 0 a gap, -1 cannot occur; and its trace or -1. */
  readonly outlooks: readonly {
    readonly states: readonly number[];
    readonly traces: readonly number[];
  }[];
  /** Per account and region, which outlook; -1 where the account is not covered there at all. */
  readonly places: readonly (readonly number[])[];
  /** Indices of stations. */
  readonly findings: readonly number[];
}

class TraceCollector {
  public readonly strings = new DistinctValues<string>();
  public readonly stations = new DistinctValues<StationData>();
  public readonly traces = new DistinctValues<TraceData>();

  public station({ name, resource, reason }: Hop | Stop, say = (text: string) => text): number {
    const text = (value: string | undefined) =>
      value === undefined ? -1 : this.strings.add(say(value));
    return this.stations.add([
      text(name),
      text(resource?.stack),
      text(resource?.address),
      text(reason),
    ]);
  }

  public trace(report: CoverageReport, cell: CoverageCell): number {
    const say = (text: string) => placeFree(text, cell);
    const add = (text: string) => this.strings.add(say(text));
    const result = report.traceOf(cell);
    const stops = result.stops.length === 0 && cell.stop ? [cell.stop] : result.stops;
    return this.traces.add({
      deliveries: result.deliveries.map(({ kind, topic, recipients, subject, text, hops }) => ({
        kind: add(kind),
        topic: add(topic),
        recipients: recipients.map(add),
        text: add(subject === undefined ? text : `Subject: ${subject}\n\n${text}`),
        hops: hops.map((hop) => this.station(hop, say)),
      })),
      stops: stops.map((stop) => this.station(stop, say)),
      findings: result.findings.map((finding) => this.station(finding, say)),
    });
  }
}

/** What the page knows of a report. */
export function pageData(report: CoverageReport): PageData {
  const collector = new TraceCollector();
  const outlooks = new DistinctValues<PageData["outlooks"][number]>();
  const cells = new Map(
    report.cells.map((cell) => [`${cell.account} ${cell.region} ${cell.kind}`, cell]),
  );
  const outlook = (account: string, region: string): number => {
    const here = report.kinds.map((kind) => cells.get(`${account} ${region} ${kind}`));
    if (here.every((cell) => cell === undefined)) return -1;
    return outlooks.add({
      states: here.map((cell) => (cell ? Number(cell.covered) : -1)),
      traces: here.map((cell) => (cell ? collector.trace(report, cell) : -1)),
    });
  };
  const places = report.accounts.map(({ id }) =>
    report.regions.map((region) => outlook(id, region)),
  );
  const findings = report.findings.map((finding) => collector.station(finding));
  return {
    accounts: report.accounts.map(({ id, name = "" }) => ({ id, name })),
    regions: report.regions,
    kinds: report.kinds.map((name) => ({
      name,
      title: findKind(name)?.title ?? "",
      severity: severityOf(name),
    })),
    strings: collector.strings.values,
    stations: collector.stations.values,
    traces: collector.traces.values,
    outlooks: outlooks.values,
    places,
    findings,
  };
}
