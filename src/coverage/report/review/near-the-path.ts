import { Cache } from "../../../cache";
import { objectIn, listIn } from "../../../json/value";
import type { Inventory } from "../../inventory";
import { serviceOf } from "../../resource-types";
import { mayMatchAlert } from "../../trace/alert-patterns";
import type { PlacedResource } from "./same-on-aws";

/** Services whose resources are here for alerts alone. */
const services = new Set(["chatbot", "cloudformation", "notifications"]);

/** The resources of a version, and those of one type. */
interface Placed {
  readonly inventory: Pick<Inventory, "documents">;
  readonly placed: readonly PlacedResource[];
  written(type: string): readonly PlacedResource[];
}

/** What certainly is of alerts: the trail that records them, rules that match them, and what is here for them alone. */
function certainlyNear(side: Placed): readonly PlacedResource[] {
  const trails = side.written("aws_cloudtrail");
  const ofOrganization = trails.filter(
    ({ resource: { attributes } }) => attributes["is_organization_trail"] === true,
  );
  const rules = side.written("aws_cloudwatch_event_rule");
  return [
    ...(ofOrganization.length > 0 ? ofOrganization : trails),
    ...rules.filter(
      ({ resource }) =>
        resource.attributes["event_pattern"] !== undefined && mayMatchAlert(resource),
    ),
    ...side.placed.filter(({ resource: { type } }) => services.has(serviceOf(type) ?? "")),
  ];
}

/** Texts by which others name a resource: its address, ARN and name, and the metric that it counts for. */
function namesOf({ resource, name }: PlacedResource): readonly string[] {
  const { address, attributes } = resource;
  const metric = objectIn(listIn(attributes["metric_transformation"])[0]);
  const [written] = address.split("[");
  return [written, name, attributes["arn"], metric["name"]].filter(
    (text): text is string => typeof text === "string" && text !== "",
  );
}

/** Words by the JSON: most of what one side has, the other one has to the letter. */
const known = new Cache<readonly string[]>(10_000);

/** Every text in some JSON that may be a name, once: of documents, queries and references in it, too. */
function wordsOf(json: string): readonly string[] {
  return known.get(json, () => {
    const words = new Set(json.match(/[\w+.@/:-]+/gu) ?? []);
    for (const word of [...words]) {
      const parts = word.split(":");
      words.add(word.split(".").slice(0, 2).join("."));
      for (const part of parts.flatMap((each) => [each, ...each.split("/")])) words.add(part);
    }
    return [...words];
  });
}

/**
 * The resources that have to do with alerts: those that alerts pass, those that name one of them or are named
 * by one, and so on. Undefined where it is not known, for what is generated is not at hand.
 */
export function nearThePath(side: Placed): ReadonlySet<PlacedResource> | undefined {
  const { placed, inventory } = side;
  if ((inventory.documents ?? []).length === 0) return undefined;
  const names = new Set(placed.flatMap(namesOf));
  const saidBy = new Map<string, PlacedResource[]>();
  const namesIn = new Map<PlacedResource, readonly string[]>();
  // Most of what one account has, such as a pattern, the others have to the letter.
  const inJson = new Cache<readonly string[]>();
  const namesInJson = (json: string): readonly string[] =>
    inJson.get(json, () => wordsOf(json).filter((word) => names.has(word)));
  for (const each of placed) {
    const { attributes } = each.resource;
    const written = Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [...namesInJson(name), ...namesInJson(JSON.stringify(value))],
    );
    const said = [...new Set([...namesOf(each), ...written])];
    namesIn.set(each, said);
    for (const word of said) {
      const others = saidBy.get(word);
      if (others) others.push(each);
      else saidBy.set(word, [each]);
    }
  }
  const found = new Set(certainlyNear(side));
  // A set gives what is added while it is gone through.
  for (const each of found) {
    for (const word of namesIn.get(each) ?? []) {
      for (const other of saidBy.get(word) ?? []) found.add(other);
      saidBy.delete(word);
    }
  }
  return found;
}
