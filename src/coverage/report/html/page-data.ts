import { kindTitle } from "../../../catalog";
import type { CoverageCell, CoverageReport } from "../../coverage-report";
import { findingText, type Finding, type Hop } from "../../finding";
import { commonSteps } from "../common-steps";
import { severityOf } from "../groups";
import { messagesOf } from "../messages";
import { placeFree } from "../place-free-text";
import { stepsBefore } from "../steps-before";
import type { OutlookData, PageData, StepData, TraceData } from "./page/data";

/** Values in the order they were first seen, each once. */
class DistinctValues<Value> {
  private readonly indices = new Map<string, number>();
  private readonly seen: Value[] = [];

  /** Index of the value, which is kept unless one like it is there. */
  public add(value: Value): number {
    const key = JSON.stringify(value);
    const known = this.indices.get(key);
    if (known !== undefined) return known;
    this.indices.set(key, this.seen.length);
    return this.seen.push(value) - 1;
  }

  public get values(): readonly Value[] {
    return this.seen;
  }
}

class TraceCollector {
  public readonly strings = new DistinctValues<string>();
  public readonly steps = new DistinctValues<StepData>();
  public readonly traces = new DistinctValues<TraceData>();

  public finding(finding: Finding, say?: (text: string) => string): number {
    const { rule, resource } = finding;
    return this.step(
      { name: rule, ...(resource && { resource }), reason: findingText(finding) },
      say,
    );
  }

  public step({ name, resource, reason }: Hop, say = (text: string) => text): number {
    const text = (value: string | undefined) =>
      value === undefined ? -1 : this.strings.add(say(value));
    return this.steps.add([
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
    const blockers =
      result.blockers.length === 0 && cell.blocker ? [cell.blocker] : result.blockers;
    const before = stepsBefore(result);
    const messages = messagesOf(result.deliveries);
    const common = commonSteps(messages);
    return this.traces.add({
      common: common.map((hop) => this.step(hop, say)),
      messages: messages.map(({ subject, text, deliveries }) => ({
        text: add(subject === undefined ? text : `Subject: ${subject}\n\n${text}`),
        deliveries: deliveries.map(({ topic, recipients, hops }) => ({
          topic: add(topic),
          recipients: recipients.map(add),
          hops: hops.slice(common.length).map((hop) => this.step(hop, say)),
        })),
      })),
      blocked: blockers.map((blocker) => ({
        hops: before(blocker).map((hop) => this.step(hop, say)),
        blocker: this.finding(blocker, say),
      })),
      findings: result.findings.map((finding) => this.finding(finding, say)),
    });
  }
}

/** What the page knows of a report. */
export function pageData(report: CoverageReport): PageData {
  const collector = new TraceCollector();
  const outlooks = new DistinctValues<OutlookData>();
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
  return {
    accounts: report.accounts.map(({ id, name = "" }) => ({ id, name })),
    regions: report.regions,
    kinds: report.kinds.map((name) => ({
      name,
      title: kindTitle(name) ?? "",
      severity: severityOf(name),
    })),
    strings: collector.strings.values,
    steps: collector.steps.values,
    traces: collector.traces.values,
    outlooks: outlooks.values,
    places,
  };
}
