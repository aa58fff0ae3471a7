/** What a function made, or threw, of each key: made once, given again. */
export class Cache<T> {
  readonly #made = new Map<string, { readonly value: T } | { readonly error: unknown }>();

  /** @param limit - keys that are kept; one more, and all are made again. @default no limit */
  constructor(readonly limit = Infinity) {}

  get(key: string, make: () => T): T {
    let made = this.#made.get(key);
    if (made === undefined) {
      made = outcome(make);
      if (this.#made.size >= this.limit) this.#made.clear();
      this.#made.set(key, made);
    }
    if ("error" in made) throw made.error;
    return made.value;
  }
}

/** What a function made of each object that is never changed: made once, kept as long as the object lives. */
export class ObjectCache<T> {
  readonly #made = new WeakMap<object, T>();

  get(object: object, make: () => T): T {
    const known = this.#made.get(object);
    if (known !== undefined) return known;
    const made = make();
    this.#made.set(object, made);
    return made;
  }
}

/** What a function made of the last object that it was asked about: of thousands in turn it keeps no more. */
export class LatestCache<T> {
  #latest: { readonly object: object; readonly made: T } | undefined;

  get(object: object, make: () => T): T {
    if (this.#latest?.object === object) return this.#latest.made;
    const made = make();
    this.#latest = { object, made };
    return made;
  }
}

/** A name for each object, as a part of a key: the same as long as the object lives. */
export class Names {
  readonly #given = new WeakMap<object, string>();
  #count = 0;

  of(object: object): string {
    const name = this.#given.get(object) ?? `${this.#count++}`;
    this.#given.set(object, name);
    return name;
  }
}

function outcome<T>(make: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: make() };
  } catch (error) {
    return { error };
  }
}
