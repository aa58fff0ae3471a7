import { type Finding, type ResourceAddress } from "../finding";
import { counted, firstOf } from "./wording";

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

/** Findings by rule and resource, in the order in which they were found. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { stack = "", address = "" } = finding.resource ?? {};
    const key = JSON.stringify([finding.rule, anywhere(stack), anywhere(address)]);
    const alike = groups.get(key);
    if (alike) alike.push(finding);
    else groups.set(key, [finding]);
  }
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
