/** The JSON that a linter printed. @throws with what it said instead, where it printed something else */
export function reading(stdout: string, stderr: string): unknown {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`not JSON: ${stdout.slice(0, 500)}\n${stderr.slice(-2000)}`);
  }
}
