/** Ids of events that were seen. Several sets, as one holds at most 16 million. */
export class SeenEvents {
  readonly #sets = new Map<string, Set<string>>();

  /** Whether an event is new; an event without an id always is. */
  isNew(id: string): boolean {
    if (id === "") return true;
    const shelf = id.slice(0, 2);
    const set = this.#sets.get(shelf) ?? new Set<string>();
    this.#sets.set(shelf, set);
    if (set.has(id)) return false;
    set.add(id);
    return true;
  }
}
