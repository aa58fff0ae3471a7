import type { Command } from "commander";
import type { EventEnvelope } from "../../catalog";
import { isDelivered, traceJson, traceMarkdown, traceText } from "../../coverage/report";
import { eventFrom, type WantedPlace } from "../event-input";
import { kindNamed, sampleEvent } from "../kind-input";
import { configurationFile, configurationIn, requireSameConfiguration } from "../configuration";
import type { Expectations, GeneratedTerraform } from "../generated-terraform";
import { usesColors, type Io } from "../io";
import { opened } from "../opened";
import { accountNamed, checkPlace } from "../known-place";
import { parseJson, readText, UnusableInputError } from "../../json/read-json";
import { exitCodes, formatOption, jsonText, type CommandContext } from "./context";

interface TraceOptions {
  readonly format: "table" | "json" | "markdown";
  readonly kind?: string;
  readonly event?: string;
  readonly account?: string;
  readonly region?: string;
  readonly config?: string | boolean;
}

const examples = `
Examples:
  $ signin-alerts trace --kind root-sign-in --account 444444444444 --region us-east-1
  $ signin-alerts trace --kind failed-sign-in --account payments-prod
  $ signin-alerts trace --event event.json
  $ aws cloudtrail lookup-events --query 'Events[0].CloudTrailEvent' --output text | signin-alerts trace --event -`;

function eventOf(
  options: TraceOptions,
  { places }: GeneratedTerraform,
  expected: Expectations | undefined,
  io: Io,
): EventEnvelope {
  const { kind, event, account, region } = options;
  const wanted: WantedPlace = {
    ...(account !== undefined && { account: accountNamed(account, expected?.accounts ?? []) }),
    ...(region !== undefined && { region }),
  };
  if (kind !== undefined && event === undefined) {
    return sampleEvent(kindNamed(kind, expected?.watches), places, wanted);
  }
  if (event === undefined || kind !== undefined) {
    throw new UnusableInputError("give one event: either --kind NAME or --event FILE");
  }
  const name = event === "-" ? "standard input" : event;
  const text = event === "-" ? readText(name, io.input) : readText(event);
  return eventFrom(name, parseJson(name, text), wanted);
}

/** Adds `trace`: one event, hop by hop. */
export function addTrace(program: Command, context: CommandContext): void {
  const { io, exit } = context;
  program
    .command("trace")
    .summary("one event, hop by hop, with the mail as its reader sees it")
    .description(
      "Follows one event through the generated Terraform. Ends with 0 if it arrives, 1 if it does not, even on purpose, 2 if the input cannot be used.",
    )
    .argument("[dir]", "generated Terraform, or the JSON of a plan or state", "cdktf.out")
    .option("-k, --kind <name>", "trace the sample event of this alert kind")
    .option(
      "-e, --event <file>",
      "trace this EventBridge event or CloudTrail record; - reads standard input",
    )
    .option(
      "-a, --account <account>",
      "account of the event, by id or by its name in the configuration (default: the event's, or the first)",
    )
    .option(
      "-r, --region <name>",
      "region of the event (default: the event's, or one of the account)",
    )
    .option(
      "-c, --config <file>",
      "configuration that names accounts, and says what is off or ignored (default: SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml where there is one)",
    )
    .option("--no-config", "know nothing but what is in the generated Terraform")
    .addOption(formatOption(["table", "json", "markdown"]))
    .addHelpText("after", examples)
    .action((dir: string, options: TraceOptions) => {
      // Kinds of watches are known once the configuration is.
      if (options.kind?.startsWith("watch-") === false) kindNamed(options.kind);
      const terraform = opened(context, dir);
      const configuration = configurationIn(configurationFile(options.config, io));
      requireSameConfiguration(dir, terraform, configuration);
      const { expected } = configuration;
      const event = eventOf(options, terraform, expected, io);
      checkPlace(event, terraform.places, dir, expected?.accounts);
      const { source, account, region } = event;
      const accountName = expected?.accounts.find(({ id }) => id === account)?.name;
      const detailType = event["detail-type"];
      const traced = { source, detailType, account, region, ...(accountName && { accountName }) };
      const trace = terraform.trace(event, expected);
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
