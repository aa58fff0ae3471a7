import { listIn, type Json } from "../../json/value";
import { argumentNames, shown, unknownIn } from "./block-arguments";
import { conditionProblems } from "./condition-problems";

/** `deprecated` is OpenTofu's. */
const known = argumentNames(
  "value description depends_on sensitive ephemeral precondition deprecated",
);

/**
 * What Terraform refuses of an output of a root module.
 * @see https://developer.hashicorp.com/terraform/language/block/output
 */
export function outputProblems(body: Json): readonly string[] {
  return [
    ...("value" in body ? [] : ["value is missing"]),
    ...unknownIn(body, known),
    ...["sensitive", "ephemeral"].flatMap((name) => switchProblems(body, name)),
    ...(String(body["ephemeral"]) === "true"
      ? ["ephemeral: only an output of a module that another one calls may be ephemeral"]
      : []),
    ...descriptionProblems(body["description"]),
    ...orderProblems(body["depends_on"]),
    ...listIn(body["precondition"] ?? undefined).flatMap((each) =>
      conditionProblems(each, "precondition"),
    ),
  ];
}

function switchProblems(body: Json, name: string): readonly string[] {
  if (!Object.hasOwn(body, name)) return [];
  return [true, false, "true", "false"].some((right) => right === body[name])
    ? []
    : [`${name} must be true or false, not ${shown(body[name])}`];
}

/** A description is a text, or what is made one. */
export function descriptionProblems(description: unknown): readonly string[] {
  return typeof description === "object" && description !== null
    ? [`description must be a text, not ${shown(description)}`]
    : [];
}

/** What is wrong with an order in which blocks are made. */
export function orderProblems(waits: unknown): readonly string[] {
  if (waits === undefined) return [];
  if (!Array.isArray(waits)) return [`depends_on must be a list, not ${shown(waits)}`];
  return waits
    .filter(
      (each) =>
        typeof each !== "string" ||
        !/^\s*[A-Za-z_][\w-]*(?:[.[].*)?$/u.test(each) ||
        // What an instance has is no whole object.
        /\[\*\]|\]\s*\./u.test(each),
    )
    .map((each) => `depends_on must hold addresses, not ${shown(each)}`);
}
