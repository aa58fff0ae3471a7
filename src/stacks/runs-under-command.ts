/** Set by the command alone, for the app that it runs. @see cdktf-cli, `synth` */
const ofCommand = /^CDKT[FN]_(?:CONTEXT_JSON|CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS)$/;

/**
 * Whether the command `cdktf` (or `cdktn`) runs the app, and not a person or npm: only it sets these
 * variables. It reports by itself, and fails where a folder is gone that it saw before it ran the app.
 */
export function runsUnderCommand(): boolean {
  return Object.keys(process.env).some((name) => ofCommand.test(name));
}
