import { countedRepetitions, countOf, repetitionsOf, type Repetition } from "./instances";
import { isList, isUnresolved, unresolved, type Value } from "./value";

/** References that lead to one another: l1 to l2 to l3. */
const LONGEST_CHAIN = 30;

/** What all references of a stack may stand for: values, and hundreds of characters of texts. */
const LARGEST = 1_000_000;

/** Instances that `count` and `for_each` of a stack may create. */
const MOST_INSTANCES = 20_000;

/** The instances of a block; where they are not known, what decides about them. */
export type Repeated = readonly [repetitions: readonly Repetition[] | undefined, by?: Value];

/**
 * What the evaluation of one stack may cost. A few lines of locals, each twice the next, stand for more
 * than any memory holds; counted in values, not by a clock, the answer is the same on any machine.
 */
export class EvaluationBounds {
  #chain = 0;
  #size = 0;
  #instances = 0;

  /** The value of a reference, or unresolved where the bounds do not allow it. */
  reference(text: string, resolve: () => Value): Value {
    if (this.#chain >= LONGEST_CHAIN) {
      return unresolved(text, `it is one of over ${LONGEST_CHAIN} references in a row`);
    }
    this.#chain++;
    const value = resolve();
    this.#chain--;
    this.#size += sizeOf(value, LARGEST - this.#size);
    if (this.#size < LARGEST) return value;
    return unresolved(text, `the references of the stack stand for over ${LARGEST} values`);
  }

  /** The instances that `count` makes. */
  counted(count: Value): Repeated {
    const number = countOf(count);
    if (number === undefined) return [undefined, count];
    return this.#bounded("count", number, () => countedRepetitions(number));
  }

  /** The instances that `for_each` makes. */
  each(collection: Value): Repeated {
    const repetitions = repetitionsOf(collection);
    if (repetitions === undefined) return [undefined, collection];
    return this.#bounded("for_each", repetitions.length, () => repetitions);
  }

  #bounded(name: string, more: number, repetitions: () => readonly Repetition[]): Repeated {
    if (this.#instances + more > MOST_INSTANCES) {
      const most = MOST_INSTANCES.toLocaleString("en-US");
      const reason = `it makes ${more} instances, and over ${most} in a stack are not analyzed`;
      return [undefined, unresolved(name, reason)];
    }
    this.#instances += more;
    return [repetitions()];
  }
}

/** The values in a value, at most so many. */
function sizeOf(value: Value, most: number): number {
  if (typeof value === "string") return Math.min(1 + value.length / 100, most);
  if (typeof value !== "object" || value === null || isUnresolved(value)) return 1;
  let size = 1;
  for (const part of isList(value) ? value : Object.values(value)) {
    if (size >= most) return most;
    size += sizeOf(part, most - size);
  }
  return size;
}
