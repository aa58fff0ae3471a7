import type { ExpectedCoverage } from "../expected-coverage";
import { addressOf, type Network } from "../network";
import type { Stop } from "../trace-result";
import { alertRules, handledKinds, kindsOf } from "./alert-rules";

/** Kinds that no rule handles, and rules for kinds that nobody asked for. */
export function kindFindings(network: Network, { kinds }: ExpectedCoverage): readonly Stop[] {
  const handled = new Set(handledKinds(network).map(({ name }) => name));
  const name = "alert rule";
  const [bus] = network.all("aws_cloudwatch_event_bus");
  const resource = bus && addressOf(bus);
  return [
    ...kinds
      .filter((kind) => !handled.has(kind))
      .map((kind) => ({
        name,
        ...(resource && { resource }),
        reason: `no rule that publishes to a topic handles the kind ${kind}`,
      })),
    ...alertRules(network).flatMap(({ rule }) =>
      kindsOf(network, rule)
        .filter((kind) => !kinds.includes(kind.name))
        .map((kind) => ({
          name,
          resource: addressOf(rule),
          reason: `it handles the kind ${kind.name}, which the configuration has not enabled: it is of an older one`,
        })),
    ),
  ];
}
