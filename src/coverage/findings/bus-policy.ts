import { patternsByType, type TypedPattern } from "../../catalog";
import { Cache } from "../../cache";
import { blockersOf, withDetail, type Finding } from "../finding";
import type { ExpectedCoverage } from "../expected-coverage";
import { kindNamed } from "../kinds";
import { text, type ResourceIndex } from "../resource-index";
import { busPolicyHop, destinationBus, type BusSender } from "../trace/bus";
import { forwardingRules, isScheduled } from "../trace/rules";

const typesOf = new Cache<readonly TypedPattern[]>(100);

/**
 * Samples prove single events; that a bus takes every event of the kinds follows only from asking its
 * policy for each source and detail-type that they have.
 */
export function busPolicyFindings(
  index: ResourceIndex,
  kinds: readonly string[],
  expected: Pick<ExpectedCoverage, "organization" | "watches"> | undefined,
): readonly Finding[] {
  // Forwarded is what kinds of the catalog forward, whoever is watched.
  const forwarded = kinds.flatMap((name) => {
    const kind = kindNamed(name, expected);
    return kind?.forwardedAs ?? kind ?? [];
  });
  const types = typesOf.get(forwarded.map(({ name }) => name).join(), () =>
    patternsByType(forwarded),
  );
  const organization = expected?.organization;
  const options = organization === undefined ? {} : { organization };
  const asked = new Set<string>();
  return forwardingRules(index)
    .filter(({ rule }) => !isScheduled(rule))
    .flatMap(({ rule, targets }) => targets.map((target) => ({ rule, target })))
    .flatMap(({ rule, target }) => {
      const found: Finding[] = [];
      // What cannot be read stops the event.
      blockersOf(() => {
        const bus = destinationBus(index, target);
        const [role] = index.find("aws_iam_role", text(target, "role_arn"));
        if (role === undefined) return;
        // The targets of all regions of an account name one role.
        const question = `${bus.key} ${text(role, "arn")}`;
        if (asked.has(question)) return;
        asked.add(question);
        for (const { source, detailType } of types) {
          const event = { source, "detail-type": detailType };
          const sender: BusSender = { index, event, options };
          const refused = blockersOf(() => busPolicyHop(sender, bus, role, rule));
          found.push(...refused.map((blocker) => refusal(blocker, source, detailType)));
        }
      });
      return found;
    });
}

function refusal(refused: Finding, source: string, detailType: string): Finding {
  const which = `${source} "${detailType}", which some events of the kinds are`;
  return withDetail(refused, (detail) => `${which}: ${detail}`);
}
