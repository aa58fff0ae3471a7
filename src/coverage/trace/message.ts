import { partitions } from "../../aws";
import { InvalidInputTransformerError, mailText } from "../../aws/eventbridge";
import {
  catalog,
  chatTransformerFor,
  formatterInputFor,
  inputTransformerFor,
  kindsWith,
  messageStyles,
  noteProblem,
  plainParts,
  severities,
  type AlertKind,
  type InputTransformer,
  type Severity,
} from "../../catalog";
import { Cache } from "../../cache";
import { canonical } from "../../json/canonical";
import { blocked } from "../finding";
import type { Resource } from "../inventory";
import { isObjectValue } from "../inventory/value";
import { block as blockOf, isBlank, known, shownAddress, text } from "../resource-index";
import type { Delivery } from "../trace-result";
import type { Run } from "./run";

/** Input paths and template of a target; undefined where it has no transformer. */
export function transformerOf(
  target: Resource,
): Pick<InputTransformer, "inputPaths" | "inputTemplate"> | undefined {
  const transformer = blockOf(target, "input_transformer");
  if (transformer === undefined) return undefined;
  const paths = known(target, "input_paths", transformer["input_paths"]) ?? {};
  if (!isObjectValue(paths))
    return blocked("transformer-invalid", target, "input_paths is not a map");
  const inputPaths = Object.fromEntries(
    Object.keys(paths).map((name) => [name, text(target, name, paths)]),
  );
  return { inputPaths, inputTemplate: text(target, "input_template", transformer) };
}

/** @throws BlockedError for a target that does not pass events on as they are */
export function requireWholeEvent(target: Resource, before: string): void {
  for (const input of ["input", "input_path", "input_transformer"]) {
    if (isBlank(target.attributes[input])) continue;
    blocked("target-alters-event", target, `${input} before ${before}`);
  }
}

/** The message that a target makes of an event, as its reader sees it. */
export function messageOf(run: Run, rule: Resource, target: Resource): string {
  const input = renderedInput(run, rule, target);
  return transformerOf(target) === undefined ? input : mailText(input);
}

/**
 * What a target is given of an event.
 * @throws BlockedError when EventBridge would refuse the transformer or could not deliver its text
 */
export function renderedInput(run: Run, rule: Resource, target: Resource): string {
  for (const other of ["input", "input_path"]) {
    if (!isBlank(target.attributes[other])) blocked("not-analyzed-setting", target, other);
  }
  const transformer = transformerOf(target);
  if (transformer === undefined) return JSON.stringify(run.event);
  try {
    const render = run.index.transformer(transformer.inputPaths, transformer.inputTemplate);
    const rendered = render(run.json, { ruleArn: text(rule, "arn"), ruleName: text(rule, "name") });
    return rendered.delivered
      ? rendered.text
      : blocked("transformer-invalid", target, rendered.reason);
  } catch (error) {
    if (error instanceof InvalidInputTransformerError)
      blocked("transformer-invalid", target, error.message);
    throw error;
  }
}

/** Kind and severity that a message of the catalog is for. */
export interface CatalogMessage {
  readonly kind: AlertKind;
  readonly severity: Severity;
  /** Who it is written for. */
  readonly form: "mail" | "chat";
  /** Whether it is the text itself, for a topic, or the input of a function that writes it. */
  readonly as: "text" | "input";
  /** The organization's own line. */
  readonly note?: string;
}

let messages: ReadonlyMap<string, CatalogMessage> | undefined;

// A watch has the words of the catalog, so what it says depends on its name and on the sort of principal.
const ofWatch = new Cache<ReadonlyMap<string, CatalogMessage>>(100);

function messagesOfWatch(name: string): ReadonlyMap<string, CatalogMessage> {
  return ofWatch.get(name, () =>
    messagesOf(
      ["user/x", "role/x", "federated-user/x"].flatMap((principal) =>
        kindsWith([{ name, principals: [principal], severity: "critical" }]).filter(
          ({ parts }) => parts,
        ),
      ),
    ),
  );
}

/** What the catalog has this message for, where it has no note. */
function plainCatalogMessage(transformer: InputTransformer): CatalogMessage | undefined {
  const [, watch] =
    /\bwatch-([a-z0-9-]+?)(?:-failed)?(?![a-z0-9-])/u.exec(transformer.inputTemplate) ?? [];
  messages ??= messagesOf(catalog);
  const known = watch === undefined ? messages : messagesOfWatch(watch);
  return known.get(canonical(transformer));
}

/** Where the note of a kind stands: in the text of a mail, in that of chat, in the input of a function. */
const noted = [
  /(?<=\))\\nNote: ([^"\\]+)(?=\\n)/u,
  /\\n- Note: ([^"\\]+)(?=\\n<replayName>")/u,
  /,"note":"([^"\\]+)"/u,
] as const;

/**
 * What the catalog has this message for, with any note; undefined when the message is none of the
 * catalog's.
 */
export function catalogMessage(transformer: InputTransformer): CatalogMessage | undefined {
  const { inputPaths, inputTemplate } = transformer;
  const found = noted
    .map((pattern) => pattern.exec(inputTemplate))
    .find((match) => match?.[1] !== undefined && noteProblem(match[1]) === undefined);
  const [line, note] = found ?? [];
  if (line === undefined || note === undefined) return plainCatalogMessage(transformer);
  const plain = { inputPaths, inputTemplate: inputTemplate.replace(line, () => "") };
  const said = plainCatalogMessage(plain);
  return said && { ...said, note };
}

function messagesOf(kinds: readonly AlertKind[]): ReadonlyMap<string, CatalogMessage> {
  return new Map<string, CatalogMessage>(
    kinds.flatMap((kind) =>
      severities.flatMap((severity) =>
        partitions.flatMap((partition): (readonly [string, CatalogMessage])[] => {
          const graded = { ...kind, severity };
          const said = { kind, severity, form: "mail", as: "text" } as const;
          return messageStyles.flatMap((style) => [
            ...plainParts(graded).flatMap((part): (readonly [string, CatalogMessage])[] => [
              [canonical(formatterInputFor(part, style)), { ...said, as: "input" }] as const,
              [canonical(inputTransformerFor(part, { partition, style })), said],
              [canonical(chatTransformerFor(part, { partition })), { ...said, form: "chat" }],
            ]),
          ]);
        }),
      ),
    ),
  );
}

/** The kind and severity that a target notifies of: those of its message, else the event's kind. */
export function alertOf(run: Run, target: Resource): Pick<Delivery, "kind" | "severity"> {
  const said = run.index.once(`message of ${shownAddress(target)}`, () => {
    const transformer = transformerOf(target);
    return transformer && catalogMessage(transformer);
  });
  return said ? { kind: said.kind.name, severity: said.severity } : { kind: run.kind() ?? "" };
}
