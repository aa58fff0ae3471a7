import {
  placeSample,
  type AlertKind,
  type EventEnvelope,
  type SampleEvent,
} from "../../src/catalog";

/** What a visitor can write into a sign-in: the name typed, and what the browser says it is. */
const visitorFields = [
  "userIdentity.userName",
  "userIdentity.arn",
  "userAgent",
  "errorMessage",
] as const;

/** Values that break texts, by what they are. */
export const hostileValues: Readonly<Record<string, string>> = {
  "a quote": 'a"b',
  "a backslash at the end": "a\\",
  "a backslash before n": "a\\nb",
  "a new line": "a\nb",
  "an angle bracket": "<script>",
  "a template of Terraform": "${aws_sns_topic.x.arn}",
  "a right-to-left mark": "a\u202eb",
  "1,000 characters": "x".repeat(1000),
};

function replaced(
  detail: SampleEvent["detail"],
  path: string,
  value: string,
): SampleEvent["detail"] {
  const [key = "", ...rest] = path.split(".");
  const inner = detail[key];
  if (rest.length === 0) return { ...detail, [key]: value };
  const object = typeof inner === "object" && inner !== null ? inner : {};
  return { ...detail, [key]: replaced(object as SampleEvent["detail"], rest.join("."), value) };
}

/** An event with one value at a path such as `$.detail.errorMessage`. */
export function replacedIn(event: EventEnvelope, path: string, value: string): EventEnvelope {
  return { ...event, detail: replaced(event.detail, path.replace("$.detail.", ""), value) };
}

/** The sample of a kind with one value at one place. */
function hostileEvent(kind: AlertKind, path: string, value: string): EventEnvelope {
  const event = placeSample(kind.sample, { account: "111111111111", region: "us-east-1" });
  return { ...event, detail: replaced(event.detail, path, value) };
}

/** A sample with one hostile value. */
export interface HostileEvent {
  /** Kind, place and value, in words. */
  readonly name: string;
  readonly path: string;
  readonly value: string;
  readonly event: EventEnvelope;
}

/** The sample of a kind with every hostile value at every place, and one that closes the text. */
export function hostileEvents(kind: AlertKind): readonly HostileEvent[] {
  const values = { ...hostileValues, "a member of JSON": '","injected":"x' };
  return visitorFields.flatMap((path) =>
    Object.entries(values).map(([name, value]) => ({
      name: `${kind.name}, ${path}: ${name}`,
      path,
      value,
      event: hostileEvent(kind, path, value),
    })),
  );
}
