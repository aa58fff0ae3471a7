import type { CoverageReport } from "../../../coverage-report";
import { findingRules } from "../../../finding-rules";
import { resourceText } from "../../plain-text";
import { leftOutText, uncoveredTexts } from "../../coverage-summary";
import { counted } from "../../wording";
import { escaped, list, section } from "../markup";
import { kindList } from "./kinds";

function codes(texts: readonly string[]): string {
  return texts.map((text) => `<code>${escaped(text)}</code>`).join(", ");
}

function ignored({ ignored: entries }: CoverageReport): readonly string[] {
  return entries.map(({ kinds, principalArns, accounts, sourceCidrs, note }) => {
    const which = [
      ...(principalArns ? [`by ${codes(principalArns)}`] : []),
      ...(accounts ? [`to ${codes(accounts)}`] : []),
      ...(sourceCidrs ? [`from ${codes(sourceCidrs)}`] : []),
    ];
    return `<p>${which.join(", ")}: ${escaped(note ?? "no reason given")}</p>${kindList(kinds)}`;
  });
}

function notRouted({ notRouted: entries }: CoverageReport): readonly string[] {
  return entries.map(({ kinds, accounts, reason }) => {
    const why = reason === undefined ? "no route names them" : `accepted: ${reason}`;
    return `<p>${counted(kinds.length, "kind")} in ${escaped(accounts.join(", "))}: ${escaped(why)}</p>${kindList(kinds)}`;
  });
}

function accepted({ accepted: entries, unusedAcceptances }: CoverageReport): readonly string[] {
  return [
    ...entries.map(({ finding: { rule, resource }, reason, until }) => {
      const at = resource ? ` at <code>${escaped(resourceText(resource))}</code>` : "";
      return `<p>Until ${escaped(until)}: <code class="rule">${rule}</code>${at}: ${escaped(findingRules[rule].title)}. Reason: ${escaped(reason)}</p>`;
    }),
    ...unusedAcceptances.map(
      ({ rule, resource, detail }) =>
        `<p>Accepted, but not found: <code class="rule">${rule}</code>${resource === undefined ? "" : ` at <code>${escaped(resource)}</code>`}${detail === undefined ? "" : `: ${escaped(detail)}`}</p>`,
    ),
  ];
}

function drift({ drift: entries }: CoverageReport): readonly string[] {
  return entries.map(({ stack, address, attributes, isGone, isRepaired }) => {
    const what = isGone ? "is gone" : `has another ${attributes.join(", ")}`;
    const then = isRepaired ? "the plan makes it good" : "no change of the plan makes it good";
    return `<p><code>${escaped(`${stack} ${address}`)}</code> ${escaped(what)}; ${then}</p>`;
  });
}

function part(title: string, items: readonly string[], none: string): string {
  return `<h3>${title}</h3>\n${list(items, "plain") || `<p>${none}</p>`}`;
}

/** What no recipient is notified of, and what somebody accepted. */
export function exceptionsSection(report: CoverageReport): string {
  const { switchedOff } = report;
  return section(
    "exceptions",
    "What nobody is notified of, and why",
    [
      part("Ignored on purpose", ignored(report), "Nothing is ignored."),
      part("Not routed", notRouted(report), "Every kind that is on has a route."),
      part(
        "Not covered",
        [...report.leftOut.map(leftOutText), ...uncoveredTexts(report)].map(
          (text) => `<p>${escaped(text)}</p>`,
        ),
        "Nothing is left out of the accounts and regions of the map. Others were not looked at.",
      ),
      part(
        "Assumed, not checked",
        report.assumptions.map((text) => `<p>${escaped(text)}</p>`),
        "No existing trail, topic or policy is assumed.",
      ),
      part(
        "Off",
        switchedOff.length > 0 ? [kindList(switchedOff)] : [],
        "Every kind that is on by default is on.",
      ),
      part("Accepted findings", accepted(report), "No finding is accepted."),
      part("Changed outside of Terraform", drift(report), "Nothing that a plan or state shows."),
    ].join("\n"),
  );
}
