import pc from "picocolors";
import { findingText, type Finding, type Hop } from "../finding";
import type { Delivery, Silence, TraceResult } from "../trace-result";
import { commonSteps } from "./common-steps";
import { findingJson, type FindingJson } from "./coverage-json";
import { markdownFinding } from "./coverage-markdown";
import { fixLine, type TerminalStyle } from "./coverage-table";
import { markdownBlock, markdownCode, markdownResource, markdownText } from "./markdown-text";
import { messagesOf, recipientsOf, type Message } from "./messages";
import { plainLine, plainLines, resourceText } from "./plain-text";
import { stepsBefore } from "./steps-before";
import { counted } from "./wording";

/** The event that was traced, in words. */
export interface TracedEvent {
  readonly source: string;
  readonly detailType: string;
  readonly account: string;
  readonly region: string;
  /** @default - the configuration does not name it */
  readonly accountName?: string;
}

/** A trace as JSON; the same promise as for coverage. */
export interface TraceJson {
  readonly version: 2;
  /** True where the event arrives and nothing was in any of its ways: exit code 0. */
  readonly delivered: boolean;
  readonly event: TracedEvent;
  readonly deliveries: readonly Delivery[];
  readonly blockers: readonly FindingJson[];
  /** How far the event came before each of the blockers. */
  readonly blockedPaths: readonly {
    readonly hops: readonly Hop[];
    readonly blocker: FindingJson;
  }[];
  readonly findings: readonly FindingJson[];
  /**
   * Why the configuration has no recipient notified, and whether that is on purpose; `null` where it has,
   * or where there is none.
   */
  readonly silence: Silence | null;
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
    blockedPaths: (trace.blockedPaths ?? []).map(({ hops, blocker }) => ({
      hops,
      blocker: findingJson(blocker),
    })),
    findings: trace.findings.map(findingJson),
    silence: trace.silence ?? null,
  };
}

function title({ source, detailType, account, accountName, region }: TracedEvent): string {
  const where = accountName === undefined ? account : `${accountName} (${account})`;
  return `${source} "${detailType}" in ${where} ${region}`;
}

/** Where nobody is to be notified and nobody is, what blocks it is what the configuration says. */
function silenceOf({ silence, deliveries }: TraceResult): string | undefined {
  if (silence === undefined || deliveries.length > 0) return undefined;
  return `${silence.onPurpose ? ", on purpose" : ""}: ${silence.reason}`;
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
    const reason = findingText(finding);
    return [...shown(sign, { name, ...(resource && { resource }), reason }), fixLine(finding)];
  };
  const messages = messagesOf(trace.deliveries);
  const common = commonSteps(messages);
  const delivery = ({ kind, severity, recipients, hops, topic }: Delivery) => [
    "",
    ...hops.slice(common.length).flatMap((hop) => shown(paint.green("✓"), hop)),
    `${paint.green("✓ delivered")}: ${plainLine(kind)}${severity ? ` (${severity})` : ""} through ${plainLine(topic)}`,
    `    to ${recipients.map(plainLine).join(", ") || "no recipient"}`,
  ];
  const message = (each: Message) => [
    ...each.deliveries.flatMap(delivery),
    "",
    ...(each.deliveries.length > 1
      ? [`The same message to ${recipientsOf(each).map(plainLine).join(", ")}:`, ""]
      : []),
    ...(each.subject === undefined
      ? []
      : [paint.dim(`  │ Subject: ${plainLine(each.subject)}`), paint.dim("  │")]),
    ...plainLines(each.text).map((line) => paint.dim("  │ ") + line),
  ];
  const silence = silenceOf(trace);
  const blockers = silence === undefined ? trace.blockers : [];
  const before = stepsBefore(trace);
  return [
    plainLine(title(event)),
    ...(common.length > 0 ? [""] : []),
    ...common.flatMap((hop) => shown(paint.green("✓"), hop)),
    ...messages.flatMap(message),
    ...(blockers.length + trace.findings.length > 0 ? [""] : []),
    ...blockers.flatMap((each) => [
      ...before(each).flatMap((hop) => shown(paint.green("✓"), hop)),
      ...found(paint.red("✗ blocked by"), each),
    ]),
    ...trace.findings.flatMap((each) => found(paint.yellow("! finding"), each)),
    "",
    isDelivered(trace)
      ? paint.green(
          `✓ ${counted(trace.deliveries.length, "delivery").replace("deliverys", "deliveries")}`,
        )
      : paint.red(
          trace.deliveries.length > 0
            ? "✗ notified, but there are findings"
            : `✗ no recipient would be notified${plainLine(silence ?? "")}`,
        ),
    "",
  ].join("\n");
}

/** The trace as Markdown. */
export function traceMarkdown(event: TracedEvent, trace: TraceResult): string {
  const steps = (hops: readonly Hop[], before: number) =>
    hops.map(
      ({ name, resource, reason }, i) =>
        `${before + i + 1}. ${[markdownText(name), markdownResource(resource)].filter(Boolean).join(" ")} — ${markdownText(reason)}`,
    );
  const messages = messagesOf(trace.deliveries);
  const common = commonSteps(messages);
  const to = (recipients: readonly string[]) =>
    `To ${recipients.map(markdownCode).join(", ") || "no recipient"}`;
  const delivery = ({ kind, severity, recipients, hops }: Delivery, several: boolean) => [
    `## ${markdownText(kind)}${severity ? ` (${severity})` : ""}`,
    "",
    ...steps(hops.slice(common.length), common.length),
    "",
    ...(several ? [`${to(recipients)}.`, ""] : []),
  ];
  const message = (each: Message) => [
    ...each.deliveries.flatMap((way) => delivery(way, each.deliveries.length > 1)),
    `${to(recipientsOf(each))}:`,
    "",
    ...(each.subject === undefined ? [] : [`Subject: ${markdownText(each.subject)}`, ""]),
    ...markdownBlock(plainLines(each.text)),
    "",
  ];
  const silence = silenceOf(trace);
  const before = stepsBefore(trace);
  return [
    `# ${markdownText(title(event))}`,
    "",
    isDelivered(trace)
      ? "✓ Delivered."
      : silence === undefined
        ? "✗ Not delivered as it should be."
        : `✗ Not delivered${markdownText(silence)}.`,
    "",
    ...(common.length > 0 ? [...steps(common, 0), ""] : []),
    ...messages.flatMap(message),
    ...(silence === undefined ? trace.blockers : []).flatMap((blocker) => {
      const passed = steps(before(blocker), 0);
      return [
        ...passed,
        ...(passed.length > 0 ? [""] : []),
        `- ✗ blocked by ${markdownFinding(blocker)}`,
      ];
    }),
    ...trace.findings.map((finding) => `- ! ${markdownFinding(finding)}`),
    "",
  ].join("\n");
}
