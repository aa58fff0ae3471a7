import { canonical } from "../network/canonical";
import {
  catalog,
  chatTransformerFor,
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
}

let messages: ReadonlyMap<string, CatalogMessage> | undefined;

/** What the catalog has this message for; undefined when the message is none of the catalog's. */
export function catalogMessage(transformer: InputTransformer): CatalogMessage | undefined {
  messages ??= allMessages();
  return messages.get(canonical(transformer));
}

function allMessages(): ReadonlyMap<string, CatalogMessage> {
  return new Map(
    catalog.flatMap((kind) =>
      severities.flatMap((severity) =>
        partitions.flatMap((partition): (readonly [string, CatalogMessage])[] => {
          const graded = { ...kind, severity };
          const chat = chatTransformerFor(graded, { partition });
          return [
            ...messageStyles.map((style) => {
              const mail = inputTransformerFor(graded, { partition, style });
              return [canonical(mail), { kind, severity, form: "mail" }] as const;
            }),
            [canonical(chat), { kind, severity, form: "chat" }] as const,
          ];
        }),
      ),
    ),
  );
}
