import {
  contains,
  ignoredEvents,
  type AlertKind,
  type EventEnvelope,
  type EventSet,
} from "../catalog";
import type { ExpectedCoverage, ExpectedRoute } from "./expected-coverage";
import type { CoverageCell } from "./coverage-report";
import { finding } from "./finding";
import type { TraceResult } from "./trace-result";

/** What a configuration wants of single alerts. */
export class WantedAlerts {
  readonly #ignored = new Map<string, EventSet>();

  constructor(private readonly expected: ExpectedCoverage | undefined) {}

  /** The routes that are to be told; undefined where any is enough. */
  routesFor(account: string, kind: AlertKind): readonly ExpectedRoute[] | undefined {
    return this.expected?.routes?.filter(
      ({ kinds, accounts, exceptAccounts }) =>
        kinds.includes(kind.name) &&
        (accounts?.includes(account) ?? true) &&
        exceptAccounts?.includes(account) !== true,
    );
  }

  /** Whether nobody is to be told of an event, on purpose. */
  isIgnored(kind: AlertKind, event: EventEnvelope): boolean {
    const { ignored = [] } = this.expected ?? {};
    const set = this.#ignored.get(kind.name) ?? ignoredEvents(kind, ignored);
    this.#ignored.set(kind.name, set);
    return contains(set, { ...event });
  }

  /** A cell in which every route that is to be told is told, and no other. */
  judged(cell: CoverageCell, kind: AlertKind, { deliveries, blockers }: TraceResult): CoverageCell {
    const routes = this.routesFor(cell.account, kind);
    if (routes === undefined || !cell.covered) return cell;
    // User Notifications tell by a configuration of their own, beside the routes.
    const told = deliveries.map(({ topic }) => topic).filter((topic) => topic.includes(":sns:"));
    const missed = routes.find(({ topicArn }) => !told.includes(topicArn));
    const extra = told.find((topic) => !routes.some(({ topicArn }) => topicArn === topic));
    if (missed === undefined && extra === undefined) return cell;
    const resource = blockers[0]?.resource;
    const blocker = missed
      ? finding("route-not-notified", resource, `${missed.name}, ${missed.topicArn}`)
      : finding("route-unexpected", resource, extra);
    return { ...cell, covered: false, blocker };
  }
}
