import type { CommandResult } from "./terraform-command";

/** One of Terraform's own messages. */
export interface TerraformDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  /** The path of the block that the message is about. */
  readonly snippet?: { readonly context: string | null };
}

/** A resource that Terraform has created, updated or deleted. */
export interface AppliedChange {
  readonly address: string;
  readonly action: string;
}

/** A Terraform command that failed; the message holds Terraform's own words. */
export class TerraformError extends Error {
  override readonly name = "TerraformError";

  constructor(
    readonly command: string,
    readonly diagnostics: readonly TerraformDiagnostic[],
    output: string,
  ) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const words = errors.length === 0 ? output : errors.map(printed).join("\n\n");
    super(`${command} failed:\n\n${words}`);
  }
}

function printed({ summary, detail, address, range, snippet }: TerraformDiagnostic): string {
  const place = address ?? snippet?.context ?? undefined;
  const lines = [
    `Error: ${summary}`,
    ...(place === undefined ? [] : [`  with ${place}`]),
    ...(range === undefined ? [] : [`  on ${range.filename} line ${range.start.line}`]),
    detail,
  ];
  return lines.join("\n").trimEnd();
}

interface OutputLine {
  readonly type?: string;
  readonly diagnostic?: TerraformDiagnostic;
  readonly diagnostics?: readonly TerraformDiagnostic[];
  readonly change?: { readonly resource: { readonly addr: string }; readonly action: string };
  readonly hook?: { readonly resource?: { readonly addr: string }; readonly action?: string };
}

/** The diagnostics in the output of a command that ran with `-json`. */
export function diagnosticsOf(result: CommandResult): readonly TerraformDiagnostic[] {
  return lines(result).flatMap((line) => line.diagnostics ?? line.diagnostic ?? []);
}

/** The resources in the output of `apply` or `destroy`, in the order in which they were done. */
export function appliedIn(result: CommandResult): readonly AppliedChange[] {
  return lines(result).flatMap(({ type, hook }) =>
    type === "apply_complete" && hook?.resource
      ? [{ address: hook.resource.addr, action: hook.action ?? "" }]
      : [],
  );
}

/** What the output of `plan` says that an apply would do: an action and an address each. */
export function plannedIn(result: CommandResult): readonly string[] {
  return lines(result).flatMap(({ type, change }) =>
    type === "planned_change" && change ? [`${change.action} ${change.resource.addr}`] : [],
  );
}

/** `validate` prints one JSON document, the other commands one per line. */
function lines({ stdout }: CommandResult): readonly OutputLine[] {
  return (parsed(stdout) ? [stdout] : stdout.split("\n")).flatMap((text) => parsed(text) ?? []);
}

function parsed(text: string): OutputLine | undefined {
  try {
    // Edge: Terraform wrote this JSON.
    return JSON.parse(text) as OutputLine;
  } catch {
    return undefined;
  }
}
