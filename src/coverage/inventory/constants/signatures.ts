import type { Type } from "./types";

/** A parameter of a function. */
export interface Parameter {
  readonly type: Type;
  readonly takesNull: boolean;
}

export interface Signature {
  /** Each parameter of its own. */
  readonly parameters: readonly Parameter[];
  /** What stands any number of times behind them. */
  readonly more?: Parameter;
  /** Arguments that there must be at least, and at most. */
  readonly least: number;
  readonly most: number;
}

/**
 * Functions of Terraform 1.11, and those that OpenTofu has besides, by their parameters. A letter is a type:
 * `s`, `n` and `b` a text, number and truth value, `a` any, `L` a list, `S` a set and `M` a map of the type
 * behind it; `~` takes null. `*` may stand any number of times, `+` once or more, `?` may be left out.
 * @see https://developer.hashicorp.com/terraform/language/functions
 */
const byParameters = {
  "": "plantimestamp timestamp uuid",
  a: "can flatten keys length one reverse sum values",
  "a~": "ephemeralasnull issensitive jsonencode nonsensitive sensitive tobool tolist tomap tonumber toset tostring yamlencode",
  "a~*": "merge",
  "a~+": "coalesce coalescelist",
  "a+": "concat try",
  "a a": "contains index",
  "a a+": "setproduct",
  "a n": "element parseint",
  "a n n": "slice",
  "a s a~?": "lookup",
  "La La La": "matchkeys",
  "La n": "chunklist",
  La: "distinct",
  Lb: "alltrue anytrue",
  Ls: "compact sort",
  "Ls a": "zipmap",
  MLs: "transpose",
  "Sa Sa": "setsubtract",
  "Sa Sa*": "setintersection setunion",
  n: "abs ceil floor signum",
  "n+": "max min",
  "n n": "log pow",
  "n n? n?": "range",
  "n s": "indent",
  s: "abspath base64decode base64encode base64gunzip base64gzip base64sha256 base64sha512 basename chomp cidrnetmask csvdecode dirname file filebase64 filebase64sha256 filebase64sha512 fileexists filemd5 filesha1 filesha256 filesha512 jsondecode lower md5 pathexpand sha1 sha256 sha512 strrev title trimspace upper urldecode urlencode yamldecode",
  "s Ls+": "join",
  "s a": "templatefile templatestring",
  "s a~*": "format formatlist",
  "s n": "cidrhost",
  "s n*": "cidrsubnets",
  "s n?": "bcrypt",
  "s n n": "cidrsubnet substr",
  "s s":
    "cidrcontains endswith fileset formatdate regex regexall rsadecrypt split startswith strcontains textdecodebase64 textencodebase64 timeadd timecmp trim trimprefix trimsuffix uuidv5",
  "s s s": "replace",
} as const;

const plain: Readonly<Record<string, Type>> = {
  a: { is: "any" },
  s: { is: "string" },
  n: { is: "number" },
  b: { is: "bool" },
};

const collections = { L: "list", S: "set", M: "map" } as const;

function typeOf(letters: string): Type {
  const [first = "", ...rest] = letters;
  const is = first === "L" || first === "S" || first === "M" ? collections[first] : undefined;
  return is === undefined ? (plain[first] ?? { is: "any" }) : { is, of: typeOf(rest.join("")) };
}

function signatureOf(text: string): Signature {
  const all = text.split(" ").filter((each) => each !== "");
  const read = all.map((each) => ({
    parameter: { type: typeOf(each.replace(/\W/gu, "")), takesNull: each.includes("~") },
    times: each.at(-1) ?? "",
  }));
  const last = read.at(-1);
  const more = last !== undefined && "*+".includes(last.times) ? last.parameter : undefined;
  return {
    parameters: read.map(({ parameter }) => parameter),
    ...(more && { more }),
    least: read.filter(({ times }) => !"*?".includes(times)).length,
    most: more === undefined ? read.length : Infinity,
  };
}

/** The functions by their names. */
export const signatures: ReadonlyMap<string, Signature> = new Map(
  Object.entries(byParameters).flatMap(([parameters, names]) => {
    const signature = signatureOf(parameters);
    return names.split(" ").map((name) => [name, signature] as const);
  }),
);
