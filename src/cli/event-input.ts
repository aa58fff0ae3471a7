import type { EventEnvelope } from "../catalog";
import { eventInJson } from "../catalog/event-in-json";
import { isJsonObject, type Json } from "../json/value";
import { UnusableInputError } from "../json/read-json";
import type { InventoryPlace } from "./generated-terraform";

/** An account and region, where a person names them. */
export type WantedPlace = Partial<InventoryPlace>;

function onlyRecord(name: string, json: Json): Json {
  const records: unknown = json["Records"];
  if (!Array.isArray(records)) return json;
  const record: unknown = records[0];
  if (records.length !== 1 || !isJsonObject(record)) {
    throw new UnusableInputError(
      `${name} is a CloudTrail log file of ${records.length} records: give one of them`,
    );
  }
  return record;
}

/**
 * The event that a JSON text holds: an EventBridge envelope, or a bare CloudTrail record, which is
 * put into one.
 * @throws UnusableInputError saying what is missing
 */
export function eventFrom(name: string, json: unknown, wanted: WantedPlace): EventEnvelope {
  if (!isJsonObject(json))
    throw new UnusableInputError(
      `${name} is not a valid EventBridge event: it is not a JSON object`,
    );
  const found = eventInJson(onlyRecord(name, json), wanted);
  if ("event" in found) return found.event;
  throw new UnusableInputError(`${name} is ${found.problem}`);
}
