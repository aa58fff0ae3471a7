import { isJsonObject, shownJson, type Json } from "../../json/value";

/** One thing wrong in a policy document, and where. */
export interface PolicyProblem {
  /** Where in the document, for example `Statement[0].Condition.StringEquals`. */
  readonly path: string;
  /** What was found, what is allowed. */
  readonly message: string;
}

/** A policy document that is malformed, or that says something this evaluator does not understand. */
export class PolicyParseError extends Error {
  override readonly name = "PolicyParseError";

  /** @param problems - every problem of the document, not only the first */
  constructor(readonly problems: readonly PolicyProblem[]) {
    super(
      `the policy cannot be evaluated:\n${problems
        .map(({ path, message }) => `  ${path === "" ? "document" : path}: ${message}`)
        .join("\n")}`,
    );
  }
}

/** Where the parser is in the document, and the list that collects what is wrong there. */
export class PolicyPlace {
  constructor(
    readonly path: string,
    private readonly problems: PolicyProblem[],
  ) {}

  /** The place of a member of an object. */
  member(name: string): PolicyPlace {
    return new PolicyPlace(this.path === "" ? name : `${this.path}.${name}`, this.problems);
  }

  /** The place of an element of a list. */
  element(index: number): PolicyPlace {
    return new PolicyPlace(`${this.path}[${String(index)}]`, this.problems);
  }

  /** Notes a problem here; parsing goes on, so that all of them are reported at once. */
  refuse(message: string): void {
    this.problems.push({ path: this.path, message });
  }
}

/** The value as an object, or a problem. */
export function readObject(value: unknown, place: PolicyPlace): Json | undefined {
  if (isJsonObject(value)) return value;
  place.refuse(`must be an object, got: ${shownJson(value)}`);
  return undefined;
}

/** Refuses each member of an object that is not in the list: it may change what the policy means. */
export function refuseOthers(object: Json, known: readonly string[], place: PolicyPlace): void {
  for (const name of Object.keys(object)) {
    if (!known.includes(name)) {
      place.member(name).refuse(`is not supported, only ${known.join(", ")}`);
    }
  }
}

/** A string or a list of strings as a list; an empty list is a problem, as it is for AWS. */
export function readStrings(value: unknown, place: PolicyPlace): readonly PlacedText[] {
  return readList(value, place).flatMap(({ value: element, place: where }) => {
    if (typeof element === "string" && element !== "") return [{ text: element, place: where }];
    where.refuse(`must be a string that is not empty, got: ${shownJson(element)}`);
    return [];
  });
}

/** A text of the policy and where it stands. */
export interface PlacedText {
  readonly text: string;
  readonly place: PolicyPlace;
}

/** A value or a list of values as a list; an empty list is a problem. */
export function readList(
  value: unknown,
  place: PolicyPlace,
): readonly { readonly value: unknown; readonly place: PolicyPlace }[] {
  if (!Array.isArray(value)) return [{ value, place }];
  if (value.length === 0) place.refuse("must not be empty");
  return value.map((element: unknown, index) => ({ value: element, place: place.element(index) }));
}
