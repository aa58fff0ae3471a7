import { findKind } from "../../src/catalog";
import { numberProblems, organizationProblems, refuse, retryProblems } from "../property-checks";
import type { AlertHubProps } from "./alert-hub";

/** Refuses what would lose alerts, all at once. @throws RangeError */
export function checkHub(props: AlertHubProps): void {
  const { organizationId, routes, ignored = [], heartbeat, retryPolicy } = props;
  refuse([
    ...organizationProblems(organizationId),
    ...routes.flatMap(({ kinds, name }, i) =>
      kinds.length > 0
        ? []
        : [
            `'routes[${i}].kinds' must hold at least 1 kind, got: 0 in ${name ?? "the default route"}`,
          ],
    ),
    ...ignored.flatMap(({ kinds, principalArn }, i) => [
      ...kinds
        .filter((kind) => /(^|-)root(-|$)/u.test(findKind(kind)?.name ?? ""))
        .map((kind) => `'ignored[${i}].kinds' must name no kind of root's, got: ${kind}`),
      ...(principalArn !== undefined && /^\**$/u.test(principalArn)
        ? [`'ignored[${i}].principalArn' must not mean everybody, got: ${principalArn}`]
        : []),
    ]),
    ...numberProblems("heartbeat.forwarders", heartbeat?.forwarders, 1),
    ...retryProblems(retryPolicy),
  ]);
}
