const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\]:,]/gsu;

/**
 * The first key that an object of a JSON text has twice; undefined where there is none. `JSON.parse` keeps
 * the last of them, which is not what every reader of JSON does.
 * @param text - valid JSON
 */
export function repeatedKey(text: string): string | undefined {
  // Keys of the objects that are open; an array has none.
  const open: Set<string>[] = [];
  let last = "";
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") open.push(new Set());
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":") {
      const key = String(JSON.parse(last));
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
    last = token;
  }
  return undefined;
}
