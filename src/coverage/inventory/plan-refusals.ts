import {
  fifoTypes,
  packageTypes,
  schemaOf,
  type BlockSchema,
  type FifoType,
} from "../resource-types";
import { attempt, converted } from "./constants";
import { shown } from "./limit-problems";
import { blocksOf } from "./nested-blocks";
import { isList, isUnresolved, type Value, type ValueObject } from "./value";

/**
 * What the provider accepts when it validates a resource and refuses when it plans it, by what several arguments
 * say together.
 */
export function planProblems(type: string, written: ValueObject): readonly string[] {
  const schema = schemaOf(type);
  const fifo = fifoTypes[type];
  const ofPackage = packageTypes[type] ?? [];
  return [
    ...(schema !== undefined && isOfOlderKind(schema) ? ofOlderKind(schema, written) : []),
    ...(fifo === undefined ? [] : fifoProblems(fifo, written)),
    ...packageProblems(ofPackage, written),
  ];
}

/**
 * Whether a type is made with the older of the two kits that providers are made with. Its types say that an `id` may be
 * written.
 * @see https://developer.hashicorp.com/terraform/plugin/sdkv2
 */
function isOfOlderKind({ arguments: names }: BlockSchema): boolean {
  return names.get("id")?.use === "optional";
}

function ofOlderKind(schema: BlockSchema, written: ValueObject): readonly string[] {
  const id = written["id"] ?? null;
  return [
    ...(id === null || isUnresolved(id) ? [] : ["id: the provider sets it"]),
    ...nullProblems(schema, written, ""),
  ];
}

function nullProblems(
  { arguments: names, blocks }: BlockSchema,
  written: ValueObject,
  path: string,
): readonly string[] {
  const own = [...names].flatMap(([name, { kind }]) => {
    const value = written[name];
    const hasNull = kind === "list" && isList(value) && value.includes(null);
    return hasNull ? [`${path}${name} must hold no null, as in ${shown(value)}`] : [];
  });
  const inner = [...blocks].flatMap(([name, { block }]) =>
    isUnresolved(written[name])
      ? []
      : (blocksOf(written[name]) ?? []).flatMap((each) =>
          nullProblems(block, each, `${path}${name}.`),
        ),
  );
  return [...own, ...inner];
}

/** What the provider puts behind a prefix: a time and a number. */
const SUFFIX = 26;
const END = ".fifo";

function fifoProblems(
  { what, flag, longest, only }: FifoType,
  written: ValueObject,
): readonly string[] {
  const isFifo = truthOf(written[flag]);
  if (isFifo === undefined) return [];
  const { name, name_prefix: prefix } = written;
  const end = isFifo ? END : "";
  const most = longest - end.length;
  const signs = "letters, digits, _ and -";
  return [
    ...(isBadName(name, most, end)
      ? [`name must be 1 to ${most} ${signs}${isFifo ? `, then ${END}` : ""}, not ${shown(name)}`]
      : []),
    ...(isBadName(prefix, most - SUFFIX, "")
      ? [`name_prefix must be 1 to ${most - SUFFIX} ${signs}, not ${shown(prefix)}`]
      : []),
    ...only
      .filter((argument) => !isFifo && isMeant(written[argument]))
      .map((argument) => `${argument} is of a FIFO ${what} alone`),
  ];
}

function isBadName(name: Value, most: number, end: string): boolean {
  if (name === undefined || name === null || name === "" || typeof name === "object") return false;
  const text = String(name);
  const own = text.endsWith(end) ? text.slice(0, text.length - end.length) : "";
  return !/^[\w-]+$/u.test(own) || own.length > most;
}

/** A switch; undefined where it is not known, or none. */
function truthOf(value: Value): boolean | undefined {
  if (value === undefined || value === null) return false;
  if (typeof value === "object") return undefined;
  const outcome = attempt(() => converted(String(value), { is: "bool" }));
  return "value" in outcome && typeof outcome.value === "boolean" ? outcome.value : undefined;
}

/** Whether an argument is there, and says something else than no. */
function isMeant(value: Value): boolean {
  if (value === undefined || value === null || typeof value === "object") return false;
  return !["", "false", "0"].includes(String(value));
}

/** What is made from a file names what is called in it, and by what. */
function packageProblems(
  needed: readonly string[],
  { package_type: type, ...written }: ValueObject,
): readonly string[] {
  if ((type ?? "Zip") !== "Zip") return [];
  return needed
    .filter((name) => [undefined, null, ""].some((none) => none === written[name]))
    .map((name) => `${name} is missing, which a function has whose package_type is Zip`);
}
