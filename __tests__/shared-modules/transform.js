const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { createTransformer } = require("@swc/jest");

const swc = createTransformer({ jsc: { target: "es2022" } });

/** Before a module, whose own names may hide `Symbol` and others: takes what the environment shares, where it shares the module. */
const sharing = `{ const shared = globalThis["signin-alerts.shared-modules"];
  if (shared?.has(__filename)) return void (module.exports = shared.load(__filename)); }`.replace(
  /\s+/g,
  " ",
);

function code(source, file, options) {
  const own = file.endsWith(".ts");
  const compiled = own ? swc.process(source, file, options) : { code: source };
  // Tests are never shared, and what counts its lines is not either.
  if (file.endsWith(".test.ts") || options.instrument) return compiled;
  return { ...compiled, code: `${sharing}${compiled.code}` };
}

module.exports = {
  canInstrument: swc.canInstrument,
  process: code,
  getCacheKey: (source, file, options) =>
    createHash("sha1")
      .update(readFileSync(__filename))
      .update(swc.getCacheKey(source, file, options))
      .digest("hex"),
};
