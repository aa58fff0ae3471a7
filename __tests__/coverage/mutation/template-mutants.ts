import { brokenTemplateValues } from "./template-values";
import { bodyMutant, type Mutant, type MutableJson, type Original } from "./mutant";

type Path = readonly (string | number)[];

/** Everywhere in a template's resources, conditions and parameters: its leaves and what holds them. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.flatMap((each: unknown, index) => pathsIn(each, [...path, index]))
    : Object.entries(value).flatMap(([name, each]) => pathsIn(each, [...path, name]));
  return path.length === 0 ? inner : [path, ...inner];
}

/** Puts a value where a path leads, or takes away what is there. */
function put(holder: unknown, path: Path, value: unknown): void {
  const [step, ...rest] = path;
  const object = holder as MutableJson;
  if (step === undefined) return;
  if (rest.length > 0) put(object[step], rest, value);
  else if (value !== undefined) object[step] = value;
  else if (Array.isArray(holder)) holder.splice(Number(step), 1);
  else Reflect.deleteProperty(object, String(step));
}

/** Terraform reads `${` as its own. */
const written = (template: unknown): string =>
  JSON.stringify(template).replaceAll("${", () => "$${");
const templateOf = ({ body }: Original): MutableJson =>
  JSON.parse(String(body["template_body"]).replaceAll("$${", () => "${")) as MutableJson;

/** Each part of the template of a stack set taken away, and put in another way that loses something. */
export function templateMutants(original: Original): readonly Mutant[] {
  if (original.body["template_body"] === undefined) return [];
  const template = templateOf(original);
  const altered = (path: Path, value: unknown): Mutant =>
    bodyMutant(
      original,
      `template ${path.join(".")} ${value === undefined ? "removed" : `= ${JSON.stringify(value)}`}`,
      (body) => {
        const changed = templateOf({ ...original, body });
        put(changed, path, value);
        body["template_body"] = written(changed);
      },
    );
  const parts = ["Resources", "Conditions"].filter((part) => part in template);
  return parts
    .flatMap((part) => pathsIn(template[part], [part]))
    .flatMap((path) => [
      altered(path, undefined),
      ...brokenTemplateValues(path).map((value) => altered(path, value)),
    ]);
}
