const TOKEN = /"(?:[^"\\]+|\\.)*"|-?\d[\d.eE+-]*/gsu;
const NUMBER = /^-?(?<whole>\d+)(?:\.(?<fraction>\d+))?(?:[eE](?<exponent>[+-]?\d+))?$/u;

/** Digits that JavaScript keeps of any number. */
const kept = 15;

/**
 * The first number of a JSON text of which `JSON.parse` keeps not all digits, as it is written; undefined where there
 * is none. Terraform keeps them.
 * @param text - valid JSON
 */
export function inexactNumber(text: string): string | undefined {
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('"') || (token.length <= kept && !/e/iu.test(token))) continue;
    if (decimal(token) !== decimal(String(Number(token)))) return token;
  }
  return undefined;
}

/** A number without its sign, in one spelling for each value; undefined for what is infinite. */
function decimal(text: string): string | undefined {
  const { whole, fraction = "", exponent = "0" } = NUMBER.exec(text)?.groups ?? {};
  if (whole === undefined) return undefined;
  const all = `${whole}${fraction}`.replace(/^0+/u, "");
  const digits = all.replace(/0+$/u, "");
  if (digits === "") return "0";
  return `${digits}e${Number(exponent) - fraction.length + all.length - digits.length}`;
}
