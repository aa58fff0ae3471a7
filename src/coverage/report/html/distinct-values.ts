/** Values in the order they were first seen, each once. */
export class DistinctValues<Value> {
  private readonly indices = new Map<string, number>();
  private readonly seen: Value[] = [];

  /** Index of the value, which is kept unless one like it is there. */
  public add(value: Value): number {
    const key = JSON.stringify(value);
    const known = this.indices.get(key);
    if (known !== undefined) return known;
    this.indices.set(key, this.seen.length);
    return this.seen.push(value) - 1;
  }

  public get values(): readonly Value[] {
    return this.seen;
  }
}
