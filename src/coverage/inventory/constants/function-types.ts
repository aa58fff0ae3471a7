import { signatures, type Parameter } from "./signatures";
import type { Type } from "./types";

const any: Type = { is: "any" };
const text: Type = { is: "string" };

const results: readonly (readonly [Type, string])[] = [
  [
    text,
    "abspath base64decode base64encode base64gzip base64sha256 base64sha512 basename bcrypt chomp cidrhost cidrnetmask cidrsubnet dirname file filebase64 filebase64sha256 filebase64sha512 filemd5 filesha1 filesha256 filesha512 format formatdate indent join jsonencode lower md5 pathexpand plantimestamp replace rsadecrypt sha1 sha256 sha512 strrev substr textdecodebase64 textencodebase64 timeadd timestamp title tostring trim trimprefix trimspace trimsuffix upper urldecode urlencode uuid uuidv5 yamlencode",
  ],
  [
    { is: "number" },
    "abs ceil floor index length log max min parseint pow signum sum timecmp tonumber",
  ],
  [
    { is: "bool" },
    "alltrue anytrue can cidrcontains contains endswith fileexists issensitive startswith strcontains tobool",
  ],
  [{ is: "list", of: text }, "cidrsubnets compact formatlist keys sort split"],
  [{ is: "list", of: { is: "number" } }, "range"],
  [
    { is: "list", of: any },
    "chunklist coalescelist concat csvdecode flatten matchkeys regexall setproduct tolist values",
  ],
  [{ is: "set", of: any }, "setintersection setsubtract setunion toset"],
  [{ is: "set", of: text }, "fileset"],
  [{ is: "map", of: any }, "merge tomap transpose zipmap"],
];

const byName: ReadonlyMap<string, Type> = new Map(
  results.flatMap(([type, names]) => names.split(" ").map((name) => [name, type] as const)),
);

/** What functions take that their signatures say of any type. */
const wanted: ReadonlyMap<string, Type> = new Map<string, Type>([
  ...["keys", "values", "lookup", "merge", "tomap"].map(
    (name) => [name, { is: "map", of: any }] as const,
  ),
  ...["concat", "element", "tolist", "toset"].map(
    (name) => [name, { is: "list", of: any }] as const,
  ),
  ["tobool", { is: "bool" }],
  ["tonumber", { is: "number" }],
  ["tostring", text],
]);

/** Functions all of whose arguments are of one type. */
const ofAll: ReadonlySet<string> = new Set(["concat", "merge"]);

/** The type of what a function makes; any where that depends on what it is given. */
export function resultOf(name: string): Type {
  return byName.get(name) ?? any;
}

/** The type that a function wants at a place. */
export function parameterOf(name: string, at: number): Type {
  const { parameters = [], more } = signatures.get(name) ?? {};
  const own = wanted.get(name);
  if (own !== undefined && (at === 0 || ofAll.has(name))) return own;
  const parameter: Parameter | undefined = parameters[at] ?? more;
  return parameter?.type ?? any;
}
