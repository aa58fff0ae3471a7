import pc from "picocolors";
import type { Delivery, Stop, TraceResult } from "../trace-result";
import { stopJson, type StopJson } from "./coverage-json";
import { markdownStop } from "./coverage-markdown";
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
  readonly version: 1;
  /** True where the event arrives and nothing was in any of its ways: exit code 0. */
  readonly delivered: boolean;
  readonly event: TracedEvent;
  readonly deliveries: readonly Delivery[];
  readonly stops: readonly StopJson[];
  readonly findings: readonly StopJson[];
}

/** True where the event arrives and nothing was in any of its ways. */
export function isDelivered({ deliveries, stops, findings }: TraceResult): boolean {
  return deliveries.length > 0 && stops.length === 0 && findings.length === 0;
}

/** The trace as JSON. */
export function traceJson(event: TracedEvent, trace: TraceResult): TraceJson {
  return {
    version: 1,
    delivered: isDelivered(trace),
    event,
    deliveries: trace.deliveries,
    stops: trace.stops.map(stopJson),
    findings: trace.findings.map(stopJson),
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
  const station = (sign: string, { name, resource, reason }: Stop): readonly string[] => [
    [`${sign} ${plainLine(name)}`, paint.dim(resourceText(resource))].filter(Boolean).join("  "),
    `    ${plainLine(reason)}`,
  ];
  const delivery = ({ kind, severity, recipients, subject, text, hops, topic }: Delivery) => [
    "",
    ...hops.flatMap((hop) => station(paint.green("✓"), hop)),
    `${paint.green("✓ delivered")}: ${plainLine(kind)}${severity ? ` (${severity})` : ""} through ${plainLine(topic)}`,
    `    to ${recipients.map(plainLine).join(", ") || "nobody"}`,
    "",
    ...(subject === undefined
      ? []
      : [paint.dim(`  │ Subject: ${plainLine(subject)}`), paint.dim("  │")]),
    ...plainLines(text).map((line) => paint.dim("  │ ") + line),
  ];
  return [
    plainLine(title(event)),
    ...trace.deliveries.flatMap(delivery),
    ...(trace.stops.length + trace.findings.length > 0 ? [""] : []),
    ...trace.stops.flatMap((stop) => station(paint.red("✗ stopped at"), stop)),
    ...trace.findings.flatMap((finding) => station(paint.yellow("! finding at"), finding)),
    "",
    isDelivered(trace)
      ? paint.green(
          `✓ ${counted(trace.deliveries.length, "delivery").replace("deliverys", "deliveries")}`,
        )
      : paint.red(
          trace.deliveries.length === 0 ? "✗ nobody would be told" : "✗ told, but not all is well",
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
    `To ${recipients.map(markdownCode).join(", ") || "nobody"}:`,
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
    ...trace.stops.map((stop) => `- ✗ stopped at ${markdownStop(stop)}`),
    ...trace.findings.map((finding) => `- ! ${markdownStop(finding)}`),
    "",
  ].join("\n");
}
