import pc from "picocolors";
import { findingText, type Finding, type Hop } from "../finding";
import type { Delivery, TraceResult } from "../trace-result";
import { findingJson, type FindingJson } from "./coverage-json";
import { markdownFinding } from "./coverage-markdown";
import type { TerminalStyle } from "./coverage-table";
import { markdownBlock, markdownCode, markdownResource, markdownText } from "./markdown-text";
import { plainLine, plainLines, resourceText } from "./plain-text";
import { counted } from "./wording";

/** The event that was traced, in words. */
export interface TracedEvent {
  readonly source: string;
  readonly detailType: string;
  readonly account: string;
  readonly region: string;
}

/** A trace as JSON; the same promise as for coverage. */
export interface TraceJson {
  readonly version: 2;
  /** True where the event arrives and nothing was in any of its ways: exit code 0. */
  readonly delivered: boolean;
  readonly event: TracedEvent;
  readonly deliveries: readonly Delivery[];
  readonly blockers: readonly FindingJson[];
  readonly findings: readonly FindingJson[];
}

/** True where the event arrives and nothing was in any of its ways. */
export function isDelivered({ deliveries, blockers, findings }: TraceResult): boolean {
  return deliveries.length > 0 && blockers.length === 0 && findings.length === 0;
}

/** The trace as JSON. */
export function traceJson(event: TracedEvent, trace: TraceResult): TraceJson {
  return {
    version: 2,
    delivered: isDelivered(trace),
    event,
    deliveries: trace.deliveries,
    blockers: trace.blockers.map(findingJson),
    findings: trace.findings.map(findingJson),
  };
}

function title({ source, detailType, account, region }: TracedEvent): string {
  return `${source} "${detailType}" in ${account} ${region}`;
}

/** The trace for people at a terminal: hop by hop, then the mail. */
export function traceText(
  event: TracedEvent,
  trace: TraceResult,
  { colors }: TerminalStyle,
): string {
  const paint = pc.createColors(colors);
  const shown = (sign: string, { name, resource, reason }: Hop): readonly string[] => [
    [`${sign} ${plainLine(name)}`, paint.dim(resourceText(resource))].filter(Boolean).join("  "),
    `    ${plainLine(reason)}`,
  ];
  const found = (sign: string, finding: Finding): readonly string[] => {
    const { rule: name, resource } = finding;
    return shown(sign, { name, ...(resource && { resource }), reason: findingText(finding) });
  };
  const delivery = ({ kind, severity, recipients, subject, text, hops, topic }: Delivery) => [
    "",
    ...hops.flatMap((hop) => shown(paint.green("✓"), hop)),
    `${paint.green("✓ delivered")}: ${plainLine(kind)}${severity ? ` (${severity})` : ""} through ${plainLine(topic)}`,
    `    to ${recipients.map(plainLine).join(", ") || "no recipient"}`,
    "",
    ...(subject === undefined
      ? []
      : [paint.dim(`  │ Subject: ${plainLine(subject)}`), paint.dim("  │")]),
    ...plainLines(text).map((line) => paint.dim("  │ ") + line),
  ];
  return [
    plainLine(title(event)),
    ...trace.deliveries.flatMap(delivery),
    ...(trace.blockers.length + trace.findings.length > 0 ? [""] : []),
    ...trace.blockers.flatMap((each) => found(paint.red("✗ blocked by"), each)),
    ...trace.findings.flatMap((each) => found(paint.yellow("! finding"), each)),
    "",
    isDelivered(trace)
      ? paint.green(
          `✓ ${counted(trace.deliveries.length, "delivery").replace("deliverys", "deliveries")}`,
        )
      : paint.red(
          trace.deliveries.length === 0
            ? "✗ no recipient would be notified"
            : "✗ notified, but there are findings",
        ),
    "",
  ].join("\n");
}

/** The trace as Markdown. */
export function traceMarkdown(event: TracedEvent, trace: TraceResult): string {
  const delivery = ({ kind, severity, recipients, subject, text, hops }: Delivery) => [
    `## ${markdownText(kind)}${severity ? ` (${severity})` : ""}`,
    "",
    ...hops.map(
      ({ name, resource, reason }, i) =>
        `${i + 1}. ${[markdownText(name), markdownResource(resource)].filter(Boolean).join(" ")} — ${markdownText(reason)}`,
    ),
    "",
    `To ${recipients.map(markdownCode).join(", ") || "no recipient"}:`,
    "",
    ...(subject === undefined ? [] : [`Subject: ${markdownText(subject)}`, ""]),
    ...markdownBlock(plainLines(text)),
    "",
  ];
  return [
    `# ${markdownText(title(event))}`,
    "",
    isDelivered(trace) ? "✓ Delivered." : "✗ Not delivered as it should be.",
    "",
    ...trace.deliveries.flatMap(delivery),
    ...trace.blockers.map((blocker) => `- ✗ blocked by ${markdownFinding(blocker)}`),
    ...trace.findings.map((finding) => `- ! ${markdownFinding(finding)}`),
    "",
  ].join("\n");
}
