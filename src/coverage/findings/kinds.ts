import type { ExpectedCoverage } from "../expected-coverage";
import type { Network } from "../network";
import { stationAt } from "../station";
import { kindsFor } from "../trace/kinds-of-rules";
import { alertRules } from "../trace/rules-by-target";
import type { Stop } from "../trace-result";

/** Kinds that no rule handles, and rules for kinds that nobody asked for. */
export function kindFindings(network: Network, expected: ExpectedCoverage): readonly Stop[] {
  const { kinds } = expected;
  const handled = new Set(
    alertRules(network).flatMap(({ rule }) =>
      kindsFor(network, rule, expected).map(({ name: kind }) => kind),
    ),
  );
  const name = "alert rule";
  const [bus] = network.all("aws_cloudwatch_event_bus");
  return [
    ...kinds
      .filter((kind) => !handled.has(kind))
      .map((kind) =>
        stationAt(name, bus, `no rule that publishes to a topic handles the kind ${kind}`),
      ),
    ...alertRules(network).flatMap(({ rule }) =>
      kindsFor(network, rule, expected)
        .filter((kind) => !kinds.includes(kind.name))
        .map((kind) =>
          stationAt(
            name,
            rule,
            `it handles the kind ${kind.name}, which the configuration has not enabled: it is of an older one`,
          ),
        ),
    ),
  ];
}
