import { type JsonStep, memberAt } from "../../json/path";
import type { JsonObject, JsonValue } from "../../json/value";
import { InvalidInputTransformerError, shown } from "./errors";
import { INPUT_PATH_FORMS, parseInputPath } from "./input-path";

/** Variables an input transformer may define. */
const MAXIMUM_INPUT_PATHS = 100;

/** The rule that delivers an event, and when the event came in. */
export interface DeliveringRule {
  readonly ruleArn: string;
  readonly ruleName: string;
  /**
   * When EventBridge received the event, ISO 8601.
   * @default - the event's own time
   */
  readonly ingestionTime?: string;
}

/** Gives the value a variable has for an event, `undefined` when the event has none. */
export type InputVariable = (event: JsonObject, rule: DeliveringRule) => JsonValue | undefined;

/** The reserved variables that are text, by name. */
const reservedTexts: Readonly<Record<string, InputVariable>> = {
  "aws.events.rule-arn": (_event, rule) => rule.ruleArn,
  "aws.events.rule-name": (_event, rule) => rule.ruleName,
  "aws.events.event.ingestion-time": (event, rule) => rule.ingestionTime ?? event["time"],
};

/** The reserved variables that are whole objects, by name: not escaped, so not inside quotes. */
const reservedObjects: Readonly<Record<string, InputVariable>> = {
  "aws.events.event": (event) => withoutDetail(event),
  "aws.events.event.json": (event) => event,
};

/**
 * The variable that `<name>` in a template stands for.
 *
 * @throws InvalidInputTransformerError for a name that is neither defined nor reserved (PutTargets
 * refuses it), and for a reserved object inside quotes
 */
export function inputVariable(
  name: string,
  isQuoted: boolean,
  defined: ReadonlyMap<string, readonly JsonStep[]>,
): InputVariable {
  const steps = defined.get(name);
  if (steps !== undefined) return (event) => memberAt(event, steps);
  const reserved = { ...reservedTexts, ...(isQuoted ? {} : reservedObjects) };
  const variable = Object.hasOwn(reserved, name) ? reserved[name] : undefined;
  if (variable !== undefined) return variable;
  throw new InvalidInputTransformerError(
    "inputTemplate",
    `uses the variable <${name}>${isQuoted ? " inside quotes" : ""}`,
    [...defined.keys(), ...Object.keys(reserved)].join(", "),
  );
}

/**
 * Reads the variables a transformer defines.
 *
 * @throws InvalidInputTransformerError for more than 100, for a name that is not 1 to 256 letters,
 * digits, `-` and `_` or begins with AWS in any case, and for an uncertain path
 */
export function parseInputPaths(
  inputPaths: Readonly<Record<string, string>>,
): ReadonlyMap<string, readonly JsonStep[]> {
  const entries = Object.entries(inputPaths);
  if (entries.length > MAXIMUM_INPUT_PATHS) {
    const found = `defines ${entries.length} variables`;
    throw new InvalidInputTransformerError("inputPaths", found, `at most ${MAXIMUM_INPUT_PATHS}`);
  }
  return new Map(
    entries.map(([name, path]) => {
      if (!/^(?!aws)[\w-]{1,256}$/i.test(name)) {
        const allowed = "1 to 256 letters, digits, '-' and '_', not beginning with AWS";
        throw new InvalidInputTransformerError("inputPaths", `names ${shown(name)}`, allowed);
      }
      const steps = parseInputPath(path);
      if (steps !== undefined) return [name, steps];
      const place = `inputPaths.${name}`;
      throw new InvalidInputTransformerError(place, `is ${shown(path)}`, INPUT_PATH_FORMS);
    }),
  );
}

/** AWS delivers this variable without `detail` and with `detailType` for `detail-type`. */
function withoutDetail(event: JsonObject): JsonObject {
  const kept = Object.entries(event).filter(([key]) => key !== "detail");
  return Object.fromEntries(
    kept.map(([key, value]) => [key === "detail-type" ? "detailType" : key, value]),
  );
}
