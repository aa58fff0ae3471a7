import type { TerraformDiagnostic } from "../../terraform/diagnostics";
import type { SynthesizedStack } from "../../terraform/synthesized-stacks";

/** What version 6 of the provider has and version 5 does not: name of the argument, and where it may stand. */
const sinceSix: Readonly<Record<string, RegExp>> = {
  region: /^(resource|data)\.aws_/,
  log_config: /^resource\.aws_cloudwatch_event_bus\./,
};

/** An argument that this version of the provider cannot know. */
export interface UnknownArgument {
  readonly type: string;
  readonly argument: string;
}

/** The argument that a message is about, where only a newer provider knows it. */
export function unknownArgument(
  { summary, detail, snippet }: TerraformDiagnostic,
  version: string,
): UnknownArgument | undefined {
  if (Number(version.split(".")[0]) >= 6 || summary !== "Extraneous JSON object property") return;
  const argument = /No argument or block type is named "(\w+)"/.exec(detail)?.[1];
  const place = snippet?.context ?? "";
  if (argument === undefined || sinceSix[argument]?.test(place) !== true) return;
  return { argument, type: place.split(".").slice(0, 2).join(".") };
}

/** The stack without arguments that the provider cannot know; everything else of it is as generated. */
export function withoutArguments(
  stack: SynthesizedStack,
  unknown: readonly UnknownArgument[],
): SynthesizedStack {
  const strip = (section: "resource" | "data") =>
    Object.fromEntries(
      Object.entries(stack.configuration[section] ?? {}).map(([type, named]) => {
        const gone = unknown.filter((each) => each.type === `${section}.${type}`);
        const kept = Object.entries(named).map(([name, block]: [string, object]) => [
          name,
          Object.fromEntries(
            Object.entries(block).filter(([key]) => !gone.some(({ argument }) => argument === key)),
          ),
        ]);
        return [type, Object.fromEntries(kept)];
      }),
    );
  const configuration = {
    ...stack.configuration,
    resource: strip("resource"),
    data: strip("data"),
  };
  return { ...stack, configuration };
}
