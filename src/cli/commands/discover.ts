import type { Command } from "commander";
import { followed, differencesOf, type Discovered } from "../../discovery/compare";
import { keyOf } from "../../discovery/difference";
import { partsNotKnown } from "../../discovery/not-known";
import { accountsToRead, administratorsIn, tagKeysIn, unitsIn } from "../../discovery/wanted";
import { partitionOfRegion } from "../../aws/regions";
import type { SignInAlertsProps } from "../../config";
import { UnusableInputError } from "../../json/read-json";
import { loadConfiguration } from "../../plan";
import { configurationFile } from "../configuration";
import {
  discoveryJson,
  discoveryText,
  exitCodeOf,
  type DiscoveryResult,
} from "../discover/discovery-result";
import { configurationFileText, writeConfiguration } from "../discover/write-configuration";
import { loadLive } from "../load-live";
import type { Progress } from "../progress";
import { formatOption, type CommandContext } from "./context";

interface DiscoverOptions {
  readonly config?: string;
  readonly format: string;
  readonly region?: string;
  readonly tags: boolean;
  readonly write?: true;
}

const help = `
Examples:
  $ signin-alerts discover
  $ AWS_PROFILE=organization-reader signin-alerts discover --write && git diff signin-alerts.yaml
  $ signin-alerts discover --format json

Reads AWS Organizations with the credentials of the AWS SDK's own chain, and changes nothing on AWS.
What each call is for, and the policy that it needs: docs/live.md

Exit codes: 0 both agree, 1 they differ, 2 something is not known or the input is unusable.`;

/** Asks AWS for all that the comparison needs. */
async function discover(
  file: string,
  configuration: SignInAlertsProps,
  { region = configuration.hub.region, tags }: DiscoverOptions,
  progress: Progress,
): Promise<Discovered> {
  progress.stage("Asking AWS for the accounts");
  const { openAws, readAccounts, readOrganization } = await loadLive();
  const partition = partitionOfRegion(configuration.hub.region);
  const aws = await openAws({ region, partition, roleArn: () => undefined });
  const organization = await readOrganization(aws, region, (id) => {
    if (id !== configuration.organization.id) {
      throw new UnusableInputError(
        `${file} belongs to the organization ${configuration.organization.id}, the AWS credentials to ${id}: name a profile of that organization (AWS_PROFILE), or correct organization.id`,
      );
    }
    return {
      units: unitsIn(configuration),
      services: [...new Set(administratorsIn(configuration).map(({ service }) => service))],
    };
  });
  const accounts = accountsToRead(configuration, organization);
  const details = await readAccounts(aws, region, accounts, {
    tags: tags && tagKeysIn(configuration).size > 0,
    onProgress: (done) => {
      progress.stage("Asking AWS for regions, account", done, accounts.length);
    },
  });
  return { organization, details };
}

/** Adds `discover`: does the configuration say what AWS says. */
export function addDiscover(program: Command, { io, progress, exit }: CommandContext): void {
  program
    .command("discover")
    .summary("which accounts and regions of the organization the configuration lacks")
    .description(
      "Compares the configuration with AWS Organizations: accounts that joined, left, were closed or moved, regions that were enabled or disabled. Ends with 0 if both agree, 1 if they differ, 2 if something is not known.",
    )
    .option(
      "-c, --config <file>",
      "configuration (default: SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml)",
    )
    .option("-w, --write", "write what AWS says into the configuration")
    .option("--no-tags", "neither read nor compare tags of accounts")
    .option("--region <region>", "region whose STS is asked (default: the region of the hub)")
    .addOption(formatOption(["text", "json"]))
    .addHelpText("after", help)
    .action(async (options: DiscoverOptions) => {
      const file = configurationFile(options.config, io);
      if (file === undefined) {
        throw new UnusableInputError(
          "signin-alerts.yaml is missing here: name a file with --config",
        );
      }
      const text = configurationFileText(file);
      const configuration = loadConfiguration(file);
      const discovered = await discover(file, configuration, options, progress);
      progress.stage("Comparing");
      const follows = followed(configuration, discovered);
      if (options.write && follows.edits.length > 0) writeConfiguration(file, text, follows.edits);
      const { organization } = discovered;
      const differences = differencesOf(configuration, discovered);
      const stays = new Set(follows.left.map(keyOf));
      const result: DiscoveryResult = {
        file,
        organization: organization.id,
        accounts: organization.accounts.filter(({ state }) => state === "ACTIVE").length,
        settled: options.write ? follows.settled : [],
        left: options.write ? follows.left : differences,
        canSettle: options.write ? [] : differences.filter((each) => !stays.has(keyOf(each))),
        notKnown: partsNotKnown(discovered),
      };
      io.out(options.format === "json" ? discoveryJson(result) : discoveryText(result));
      exit(exitCodeOf(result));
    });
}
