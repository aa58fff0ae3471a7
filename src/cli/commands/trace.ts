import type { Command } from "commander";
import type { EventEnvelope } from "../../catalog";
import { isDelivered, traceJson, traceMarkdown, traceText } from "../../coverage/report";
import { eventFrom, type WantedPlace } from "../event-input";
import { kindNamed, sampleEvent } from "../kind-input";
import type { GeneratedTerraform } from "../generated-terraform";
import { usesColors, type Io } from "../io";
import { checkPlace } from "../known-place";
import { parseJson, readText, UnusableInputError } from "../../json/read-json";
import { exitCodes, formatOption, jsonText, type CommandContext } from "./context";

interface TraceOptions {
  readonly format: "table" | "json" | "markdown";
  readonly kind?: string;
  readonly event?: string;
  readonly account?: string;
  readonly region?: string;
}

const examples = `
Examples:
  $ signin-alerts trace --kind root-sign-in --account 444444444444 --region us-east-1
  $ signin-alerts trace --event event.json
  $ aws cloudtrail lookup-events --query 'Events[0].CloudTrailEvent' --output text | signin-alerts trace --event -`;

function eventOf(options: TraceOptions, { places }: GeneratedTerraform, io: Io): EventEnvelope {
  const { kind, event, account, region } = options;
  const wanted: WantedPlace = {
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
  };
  if (kind !== undefined && event === undefined) {
    return sampleEvent(kindNamed(kind), places, wanted);
  }
  if (event === undefined || kind !== undefined) {
    throw new UnusableInputError("give one event: either --kind NAME or --event FILE");
  }
  const name = event === "-" ? "standard input" : event;
  return eventFrom(name, parseJson(name, event === "-" ? io.input() : readText(event)), wanted);
}

/** Adds `trace`: one event, hop by hop. */
export function addTrace(program: Command, { io, open, progress, exit }: CommandContext): void {
  program
    .command("trace")
    .summary("one event, hop by hop, with the mail as its reader sees it")
    .description(
      "Follows one event through the generated Terraform. Ends with 0 if it arrives, 1 if there is a blocker, 2 if the input cannot be used.",
    )
    .argument("[dir]", "generated Terraform, or the JSON of a plan or state", "cdktf.out")
    .option("-k, --kind <name>", "trace the sample event of this alert kind")
    .option(
      "-e, --event <file>",
      "trace this EventBridge event or CloudTrail record; - reads standard input",
    )
    .option("-a, --account <id>", "account of the event (default: the event's, or the first)")
    .option(
      "-r, --region <name>",
      "region of the event (default: the event's, or one of the account)",
    )
    .addOption(formatOption(["table", "json", "markdown"]))
    .addHelpText("after", examples)
    .action((dir: string, options: TraceOptions) => {
      if (options.kind !== undefined) kindNamed(options.kind);
      progress.stage("Reading the generated Terraform");
      const terraform = open(dir);
      const event = eventOf(options, terraform, io);
      checkPlace(event, terraform.places, dir);
      const { source, account, region } = event;
      const traced = { source, detailType: event["detail-type"], account, region };
      const trace = terraform.trace(event);
      switch (options.format) {
        case "table":
          io.out(traceText(traced, trace, { colors: usesColors(io) }));
          break;
        case "json":
          io.out(jsonText(traceJson(traced, trace)));
          break;
        case "markdown":
          io.out(traceMarkdown(traced, trace));
      }
      exit(isDelivered(trace) ? exitCodes.covered : exitCodes.gap);
    });
}
