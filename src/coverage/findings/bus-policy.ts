import { findKind, patternsByType, type TypedPattern } from "../../catalog";
import { Cache } from "../cache";
import { shownAddress, stopsOf, text, type Network } from "../network";
import { busPolicyHop, destinationBus, type BusSender } from "../trace/bus";
import type { Stop } from "../trace-result";
import { forwardingRules, isScheduled } from "../trace/rules-by-target";

const typesOf = new Cache<readonly TypedPattern[]>(100);

/**
 * Samples prove single events; that a bus takes every event of the kinds follows only from asking its
 * policy for each source and detail-type that they have.
 */
export function busPolicyFindings(
  network: Network,
  kinds: readonly string[],
  organization: string | undefined,
): readonly Stop[] {
  const types = typesOf.get(kinds.join(), () =>
    patternsByType(kinds.flatMap((name) => findKind(name) ?? [])),
  );
  const options = organization === undefined ? {} : { organization };
  const asked = new Set<string>();
  return forwardingRules(network)
    .filter(({ rule }) => !isScheduled(rule))
    .flatMap(({ targets }) => targets)
    .flatMap((target) => {
      const found: Stop[] = [];
      // What cannot be read stops the event.
      stopsOf(() => {
        const bus = destinationBus(network, target);
        const [role] = network.find("aws_iam_role", text(target, "role_arn"));
        if (role === undefined) return;
        // The targets of all regions of an account name one role.
        const question = `${bus.key} ${text(role, "arn")}`;
        if (asked.has(question)) return;
        asked.add(question);
        for (const { source, detailType } of types) {
          const event = { source, "detail-type": detailType };
          const sender: BusSender = { network, event, options };
          const refused = stopsOf(() => busPolicyHop(sender, bus, role));
          found.push(...refused.map((stop) => refusal(stop, source, detailType)));
        }
      });
      return found;
    });
}

function refusal({ resource, reason, ...stop }: Stop, source: string, detailType: string): Stop {
  const policy = resource ? `${shownAddress(resource)} ` : "";
  return {
    ...stop,
    ...(resource && { resource }),
    reason: `${policy}does not take ${source} "${detailType}", which some events of the kinds are: ${reason}`,
  };
}
