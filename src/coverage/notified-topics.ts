import type { CoverageCell } from "./coverage-report";
import type { Delivery, NotifiedTopic } from "./trace-result";

/** What deliveries say of topics and their recipients. */
export function topicsOf(deliveries: readonly Delivery[]): readonly NotifiedTopic[] {
  return deliveries.map(({ kind, severity, topic, recipients }) => ({
    kind,
    ...(severity && { severity }),
    topic,
    recipients,
  }));
}

/** The topics that the alert of each cell reaches; those of cells that reach the same are one list. */
export class NotifiedTopics {
  readonly #byCell = new Map<string, readonly NotifiedTopic[]>();
  readonly #lists = new Map<string, readonly NotifiedTopic[]>();

  keep(cell: CoverageCell, deliveries: readonly Delivery[]): void {
    const topics = topicsOf(deliveries);
    const said = JSON.stringify(topics);
    const list = this.#lists.get(said) ?? topics;
    this.#lists.set(said, list);
    this.#byCell.set(keyOf(cell), list);
  }

  /** Undefined where none were kept. */
  of(cell: CoverageCell): readonly NotifiedTopic[] | undefined {
    return this.#byCell.get(keyOf(cell));
  }

  /** Those of an account that is like another; undefined where they name the other, or none were kept. */
  ofAlike(cell: CoverageCell, model: string): readonly NotifiedTopic[] | undefined {
    const found = this.of({ ...cell, account: model });
    return found && JSON.stringify(found).includes(model) ? undefined : found;
  }
}

function keyOf({ account, region, kind }: CoverageCell): string {
  return `${account} ${region} ${kind}`;
}
