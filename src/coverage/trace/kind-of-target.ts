import { canonical } from "../../json/canonical";
import {
  catalog,
  chatTransformerFor,
  formatterInputFor,
  inputTransformerFor,
  messageStyles,
  severities,
  type AlertKind,
  type InputTransformer,
  type Severity,
} from "../../catalog";
import { partitions } from "../../aws";

/** Kind and severity that a message of the catalog is for. */
export interface CatalogMessage {
  readonly kind: AlertKind;
  readonly severity: Severity;
  /** Who it is written for. */
  readonly form: "mail" | "chat";
  /** Whether it is the text itself, for a topic, or the input of a function that writes it. */
  readonly as: "text" | "input";
}

let messages: ReadonlyMap<string, CatalogMessage> | undefined;

/** What the catalog has this message for; undefined when the message is none of the catalog's. */
export function catalogMessage(transformer: InputTransformer): CatalogMessage | undefined {
  messages ??= allMessages();
  return messages.get(canonical(transformer));
}

function allMessages(): ReadonlyMap<string, CatalogMessage> {
  return new Map<string, CatalogMessage>(
    catalog.flatMap((kind) =>
      severities.flatMap((severity) =>
        partitions.flatMap((partition): (readonly [string, CatalogMessage])[] => {
          const graded = { ...kind, severity };
          const chat = chatTransformerFor(graded, { partition });
          const said = { kind, severity, form: "mail", as: "text" } as const;
          return [
            ...messageStyles.flatMap((style): (readonly [string, CatalogMessage])[] => [
              [canonical(inputTransformerFor(graded, { partition, style })), said],
              [canonical(formatterInputFor(graded, style)), { ...said, as: "input" }],
            ]),
            [canonical(chat), { ...said, form: "chat" }] as const,
          ];
        }),
      ),
    ),
  );
}
