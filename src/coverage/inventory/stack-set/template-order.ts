import { isJsonObject, type Json } from "../../../json/value";

/** Names that a text of `Fn::Sub` or `Fn::GetAtt` begins with. */
function named(text: string): string {
  return text.split(".")[0] ?? "";
}

/** What a value refers to, whichever branch of a condition it is in: resources and pseudo parameters. */
function referred(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referred);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, argument]) => {
    const [first] = Array.isArray(argument) ? (argument as readonly unknown[]) : [argument];
    if (typeof first !== "string") return referred(argument);
    if (name === "Ref" || name === "Fn::GetAtt") return [named(first)];
    if (name !== "Fn::Sub") return referred(argument);
    const variables = [...first.matchAll(/\$\{([^!}][^}]*)\}/gu)].map(([, each = ""]) =>
      named(each),
    );
    return [...variables, ...referred(argument)];
  });
}

/** A resource and what it waits for, as far as this is known of it. */
interface Ordered {
  readonly DependsOn?: string | readonly string[] | undefined;
  readonly Properties?: Json | undefined;
}

/**
 * The resources of a template that wait for each other in a circle, in this order, or none.
 * CloudFormation refuses such a template as a whole.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html
 */
export function circleIn(resources: Readonly<Record<string, Ordered>>): readonly string[] {
  const settled = new Set<string>();
  const circleFrom = (id: string, way: readonly string[]): readonly string[] => {
    const at = way.indexOf(id);
    if (at >= 0) return way.slice(at);
    if (settled.has(id) || !Object.hasOwn(resources, id)) return [];
    const { DependsOn: order = [], Properties: properties } = resources[id] ?? {};
    for (const next of new Set([...[order].flat(), ...referred(properties)])) {
      const circle = circleFrom(next, [...way, id]);
      if (circle.length > 0) return circle;
    }
    settled.add(id);
    return [];
  };
  for (const id of Object.keys(resources)) {
    const circle = circleFrom(id, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
