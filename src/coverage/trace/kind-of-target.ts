import { canonical } from "../network/canonical";
import {
  catalog,
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
        messageStyles.flatMap((style) =>
          partitions.map((partition) => {
            const message = inputTransformerFor({ ...kind, severity }, { partition, style });
            return [canonical(message), { kind, severity }] as const;
          }),
        ),
      ),
    ),
  );
}
