import { cisControls } from "../../../../guards";
import type { CoverageReport } from "../../../coverage-report";
import { notSeen, onlyAwsCanTell, type OpenQuestion } from "../../only-aws";
import { escaped, list, section, withCode } from "../markup";

/** Controls of auditors that want a metric filter and an alarm, and whether they exist. */
export function controlsSection({ controls }: CoverageReport): string {
  const happened = new Map(cisControls("all").map((control) => [control.name, control.happened]));
  const items = controls.map(({ name, item, securityHub, isInPlace }) => {
    const state = isInPlace
      ? `<b class="covered">✓</b><span>in place</span>`
      : `<b class="none">–</b><span>missing</span>`;
    const numbers = `CIS 4.${String(item)} (5.${String(item)})${securityHub === undefined ? "" : `, ${securityHub}`}`;
    return `${state}<span>${escaped(happened.get(name) ?? name)}</span><small>${escaped(numbers)}</small>`;
  });
  const inPlace = controls.filter(({ isInPlace }) => isInPlace).length;
  return section(
    "controls",
    "Controls of auditors",
    `<p>${String(inPlace)} of ${String(controls.length)} controls on monitoring have a metric filter of the wanted pattern, and an alarm on it that notifies recipients. Numbers are those of the CIS AWS Foundations Benchmark 1.4 to 5, in brackets those of versions 6 and 7, and those of Security Hub CSPM.</p>
${list(items, "controls")}`,
  );
}

function questions(all: readonly OpenQuestion[]): string {
  return list(
    all.map(({ text }) => withCode(text)),
    "questions",
  );
}

/** What this report cannot show. */
export function openQuestionsSection(): string {
  return section(
    "open",
    "What only AWS can tell",
    `<p>This report follows the configuration by the documentation of EventBridge, IAM, KMS and SNS. It sends no event, and cannot show:</p>
${questions(onlyAwsCanTell)}
<p>It does not look at:</p>
${questions(notSeen)}`,
  );
}
