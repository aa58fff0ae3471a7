/**
 * The environment without what `npm run` adds: its options for Node.js change how modules are loaded,
 * which ts-node cannot stand, and nobody else's app has them.
 */
export function plainEnvironment(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS$|npm_)/.test(name));
  return { ...Object.fromEntries(kept), ...added };
}
