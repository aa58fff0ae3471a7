import { listIn, objectIn } from "../../json/value";
import type { ExpectedCoverage } from "../expected-coverage";
import type { ResourceAddress } from "../finding";
import type { Resource } from "../inventory";
import { shownAddress, type ResourceIndex } from "../resource-index";
import { isWholeService, ownName, reachOf } from "../resource-types";
import { sendsHeartbeats } from "./alert-buses";
import { mayMatchAlert } from "./alert-patterns";
import { callsOf } from "./calls";
import { mentionsOf, ownerArguments, tokensOf } from "./mentions";
import { ownRules } from "./own-rules";
import { isOtherTrail } from "./recorded";
import { isScheduled } from "./rules";

/** Whether a rule may match an event of the catalog or a heartbeat, or sends one. */
function concernsAlerts(index: ResourceIndex, rule: Resource): boolean {
  if (ownRules(index).has(rule)) return false;
  return isScheduled(rule) ? sendsHeartbeats(index, rule) : mayMatchAlert(rule);
}

/**
 * The resources that alerts pass, that let them pass or that watch them: from rules that may match an
 * alert on to whatever these name, and to whatever is a part of that. The others are of the team that
 * owns the stack, and nothing that is found of them is a finding. Where it is not known what a resource
 * is a part of, it is on the path.
 */
export class AlertPath {
  readonly #on = new Set<string>();
  readonly #tokens = new Set<string>();
  readonly #byToken = new Map<string, Resource[]>();
  readonly #parts = new Map<string, Resource[]>();
  readonly #byAddress = new Map<string, Resource>();

  constructor(
    readonly index: ResourceIndex,
    expected: Pick<ExpectedCoverage, "guards" | "trail"> = {},
  ) {
    const named = new Set(
      (expected.guards ?? []).flatMap(({ alarms, queries }) =>
        [...alarms, ...queries].map(({ name }) => name),
      ),
    );
    const { resources } = index.inventory;
    const analyzed = resources.filter(({ type }) => reachOf(type) === undefined);
    for (const resource of resources) this.#byAddress.set(shownAddress(resource), resource);
    for (const resource of analyzed) {
      for (const token of tokensOf(resource)) push(this.#byToken, token, resource);
    }
    const trails = new Set(index.written("aws_cloudtrail"));
    const rules = new Set(index.written("aws_cloudwatch_event_rule"));
    const begins = (resource: Resource): boolean => {
      const { type, attributes } = resource;
      if (trails.has(resource)) {
        return expected.trail !== "existing" && !isOtherTrail(index, resource);
      }
      // Each is asked what it is a part of: that is noted for those that are found later.
      const isPart = this.#isPart(resource);
      if (isPart || isWholeService(type) || named.has(ownName(type, attributes) ?? "")) return true;
      return rules.has(resource) && concernsAlerts(index, resource);
    };
    this.#follow(analyzed.filter(begins));
    this.#follow(this.#watching());
  }

  /** Whether a resource is on the path; one that is not of the inventory is. */
  has(address: ResourceAddress): boolean {
    const shown = shownAddress(address);
    return this.#on.has(shown) || !this.#byAddress.has(shown);
  }

  /** What a resource may do to the path by calls of AWS: the name of what it calls with, or the call. */
  calledBy(resource: Resource): string | undefined {
    const calls = callsOf(resource);
    if (calls === undefined) return undefined;
    const led = calls.unknown.find((expression) => this.#mayLead(resource, expression));
    return calls.ofAccount ?? [...calls.words].find((word) => this.#tokens.has(word)) ?? led;
  }

  /** Whether a resource of a type that is not analyzed may change something on the path. */
  mayBeChangedBy(resource: Resource): boolean {
    if (this.calledBy(resource) !== undefined) return true;
    const reach = reachOf(resource.type);
    if (reach === undefined || reach === "nothing") return false;
    if (reach === "anything") return true;
    const { texts, unknown } = mentionsOf(resource);
    const isNamed = [...texts].some(
      (each) =>
        this.#tokens.has(each) && (reach === "what it names" || /^(?:arn|https):/u.test(each)),
    );
    if (isNamed || reach !== "what it names") return isNamed;
    return unknown.some((expression) => this.#mayLead(resource, expression));
  }

  /** Whether an expression that is not resolved may stand for something on the path. */
  #mayLead({ stack }: Resource, expression: string): boolean {
    const addresses = expression.match(/\baws_\w+\.[\w-]+/gu) ?? [];
    if (addresses.length === 0 || /\b(?:data|var|local|module)\.|…$/u.test(expression)) return true;
    return addresses.some((address) => this.has({ stack, address }));
  }

  /**
   * Notes what a resource is a part of. True where that is the account, is not known, or is nothing of
   * the inventory.
   */
  #isPart(resource: Resource): boolean {
    const names = ownerArguments(resource.type);
    if (names === undefined) return true;
    const owners = mentionsOf({
      attributes: Object.fromEntries(names.map((name) => [name, resource.attributes[name]])),
    });
    const texts = [...owners.texts].filter((each) => each !== "" && each !== "default");
    for (const owner of texts) push(this.#parts, owner, resource);
    return owners.unknown.length > 0 || texts.some((owner) => !this.#byToken.has(owner));
  }

  #follow(begin: readonly Resource[]): void {
    const open = [...begin];
    for (let resource = open.pop(); resource; resource = open.pop()) {
      const shown = shownAddress(resource);
      if (this.#on.has(shown)) continue;
      this.#on.add(shown);
      for (const token of tokensOf(resource)) {
        this.#tokens.add(token);
        open.push(...(this.#parts.get(token) ?? []));
      }
      for (const each of mentionsOf(resource).texts) open.push(...(this.#byToken.get(each) ?? []));
    }
  }

  /** The alarms that look at something on the path, or at what a query finds. */
  #watching(): readonly Resource[] {
    const filters = this.index.written("aws_cloudwatch_log_metric_filter");
    const metrics = new Set(
      filters
        .filter((filter) => this.has(filter))
        .flatMap(({ attributes }) => listIn(attributes["metric_transformation"]))
        .map((transformation) => objectIn(transformation)["name"]),
    );
    const isSeen = (each: string): boolean =>
      this.#tokens.has(each) ||
      metrics.has(each) ||
      /\b(?:SELECT|SEARCH)\b.*\bAWS\/(?:Events|Lambda|Logs|SNS|SQS)\b/su.test(each);
    return this.index.written("aws_cloudwatch_metric_alarm").filter(({ attributes }) => {
      const { dimensions, metric_name: metric, metric_query: query } = attributes;
      const { texts, unknown } = mentionsOf({ attributes: { dimensions, metric, query } });
      return unknown.length > 0 || [...texts].some(isSeen);
    });
  }
}

function push(map: Map<string, Resource[]>, key: string, resource: Resource): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [resource]);
  else found.push(resource);
}

/** The path of an index, worked out once: only where something is found is it asked for. */
export function alertPathOf(
  index: ResourceIndex,
  expected?: Pick<ExpectedCoverage, "guards" | "trail">,
): AlertPath {
  return index.once(expected ? "path of alerts, as wanted" : "path of alerts", () => {
    return new AlertPath(index, expected);
  });
}
