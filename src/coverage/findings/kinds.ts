import type { ExpectedCoverage } from "../expected-coverage";
import { finding, type Finding } from "../finding";
import type { ResourceIndex } from "../resource-index";
import { kindsFor } from "../trace/kinds-of-rules";
import { alertRules } from "../trace/rules";

/** Kinds that no rule handles, and rules for kinds that are not expected. */
export function kindFindings(index: ResourceIndex, expected: ExpectedCoverage): readonly Finding[] {
  const { kinds } = expected;
  const handled = new Set(
    alertRules(index).flatMap(({ rule }) =>
      kindsFor(index, rule, expected).map(({ name: kind }) => kind),
    ),
  );

  const [bus] = index.all("aws_cloudwatch_event_bus");
  return [
    ...kinds
      .filter((kind) => !handled.has(kind))
      .map((kind) => finding("alert-rule-missing", bus, `the kind ${kind}`)),
    ...alertRules(index).flatMap(({ rule }) =>
      kindsFor(index, rule, expected)
        .filter((kind) => !kinds.includes(kind.name))
        .map((kind) => finding("stale-resource", rule, `the kind ${kind.name}`)),
    ),
  ];
}
