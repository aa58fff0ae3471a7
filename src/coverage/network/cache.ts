/** What a function made, or threw, of each key: made once, given again. */
export class Cache<T> {
  readonly #made = new Map<string, { readonly value: T } | { readonly error: unknown }>();

  get(key: string, make: () => T): T {
    let made = this.#made.get(key);
    if (made === undefined) {
      made = outcome(make);
      this.#made.set(key, made);
    }
    if ("error" in made) throw made.error;
    return made.value;
  }
}

function outcome<T>(make: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: make() };
  } catch (error) {
    return { error };
  }
}
