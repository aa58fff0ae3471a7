import type { ExpectedCoverage } from "../expected-coverage";
import { finding, type Finding } from "../finding";
import type { Network } from "../network";
import { kindsFor } from "../trace/kinds-of-rules";
import { alertRules } from "../trace/rules-by-target";

/** Kinds that no rule handles, and rules for kinds that nobody asked for. */
export function kindFindings(network: Network, expected: ExpectedCoverage): readonly Finding[] {
  const { kinds } = expected;
  const handled = new Set(
    alertRules(network).flatMap(({ rule }) =>
      kindsFor(network, rule, expected).map(({ name: kind }) => kind),
    ),
  );

  const [bus] = network.all("aws_cloudwatch_event_bus");
  return [
    ...kinds
      .filter((kind) => !handled.has(kind))
      .map((kind) => finding("alert-rule-missing", bus, `the kind ${kind}`)),
    ...alertRules(network).flatMap(({ rule }) =>
      kindsFor(network, rule, expected)
        .filter((kind) => !kinds.includes(kind.name))
        .map((kind) => finding("stale-kind", rule, kind.name)),
    ),
  ];
}
