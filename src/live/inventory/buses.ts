import {
  DescribeArchiveCommand,
  DescribeEventBusCommand,
  ListArchivesCommand,
  type DescribeArchiveCommandOutput,
} from "@aws-sdk/client-eventbridge";
import { parseArn } from "../../aws";
import type { FoundResource } from "../../coverage";
import type { Here } from "../here";
import { foundAt, joined, nothing, readEach, settle, type Facts } from "./found";
import { archiveFindings } from "./live-findings";
import { events } from "./rules";

/** An event bus with its policy; nothing where it does not exist. */
export async function readBus(here: Here, arn: string): Promise<readonly FoundResource[]> {
  const name = parseArn(arn)?.resource.replace(/^event-bus\//u, "") ?? "";
  const answer = await here.ask({
    service: events,
    operation: "DescribeEventBus",
    send: (client) => client.send(new DescribeEventBusCommand({ Name: name })),
    result: (bus) => (bus.Arn === undefined ? undefined : bus),
  });
  const [bus, policy] = ["aws_cloudwatch_event_bus", "aws_cloudwatch_event_bus_policy"] as const;
  return settle(answer, {
    known: ({ Arn, Policy, KmsKeyIdentifier, DeadLetterConfig, LogConfig }) => [
      foundAt(here, bus, name, {
        name,
        arn: Arn,
        kms_key_identifier: KmsKeyIdentifier,
        ...(DeadLetterConfig && { dead_letter_config: [{ arn: DeadLetterConfig.Arn }] }),
        ...(LogConfig && {
          log_config: [{ level: LogConfig.Level, include_detail: LogConfig.IncludeDetail }],
        }),
      }),
      ...(Policy === undefined
        ? []
        : [foundAt(here, policy, name, { event_bus_name: name, policy: Policy })]),
    ],
    missing: () => [],
    notKnown: (lost) => [
      foundAt(here, bus, name, { name, arn, log_config: lost }),
      foundAt(here, policy, name, { event_bus_name: name, policy: lost }),
    ],
  });
}

/** The archives of an event bus, and whether they keep what it gets. */
export async function readArchives(here: Here, busArn: string): Promise<Facts> {
  const type = "aws_cloudwatch_event_archive";
  const names = await here.pages({
    service: events,
    operation: "ListArchives",
    send: (client, NextToken) =>
      client.send(new ListArchivesCommand({ EventSourceArn: busArn, NextToken })),
    result: ({ Archives }) => Archives?.map(({ ArchiveName = "" }) => ArchiveName),
    next: ({ NextToken }) => NextToken,
  });
  // Where they are not known, the archive that should exist is missing, and AWS's silence is said beside it.
  if (names.state !== "known") return nothing;
  const archives = await readEach(names.value, async (name) => {
    const archive = await here.ask({
      service: events,
      operation: "DescribeArchive",
      send: (client) => client.send(new DescribeArchiveCommand({ ArchiveName: name })),
      result: (answer) =>
        answer.ArchiveArn === undefined || answer.State === undefined ? undefined : answer,
    });
    const basics = { name, event_source_arn: busArn };
    return settle<DescribeArchiveCommandOutput, Facts>(archive, {
      known: (found) => {
        const resource = foundAt(here, type, name, {
          ...basics,
          event_source_arn: found.EventSourceArn ?? busArn,
          arn: found.ArchiveArn,
          event_pattern: found.EventPattern,
          retention_days: found.RetentionDays,
          kms_key_identifier: found.KmsKeyIdentifier,
        });
        return { resources: [resource], findings: archiveFindings(resource, found.State) };
      },
      missing: () => nothing,
      notKnown: (lost) => ({
        resources: [
          foundAt(here, type, name, { ...basics, event_pattern: lost, retention_days: lost }),
        ],
        findings: [],
      }),
    });
  });
  return joined(archives);
}
