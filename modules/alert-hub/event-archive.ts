import { CloudwatchEventArchive } from "@cdktf/provider-aws/lib/cloudwatch-event-archive";
import { Token, type TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { archivePattern, type AlertKind } from "../../src/catalog";
import { hubArchiveName, longestArchiveName } from "../names";
import { numberProblems } from "../property-validation";

/** Properties of an {@link EventArchive}. */
export interface EventArchiveProps {
  /** Provider of the account and region of the event bus. */
  readonly provider: TerraformProvider;
  /** The archive's name; at most 48 characters. */
  readonly namePrefix: string;
  /** Event bus whose events are kept. */
  readonly busArn: string;
  /** Kinds whose events are kept. */
  readonly kinds: readonly AlertKind[];
  /** How long events are kept. */
  readonly days: number;
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateArchive.html */
const mostDays = 2_147_483_647;

/** What AWS would refuse of an archive, or would keep for ever, which is its meaning of 0. */
export function archiveProblems({
  namePrefix,
  archiveDays,
  routes,
}: {
  readonly namePrefix: string;
  readonly archiveDays?: number;
  readonly routes: readonly object[];
}): readonly string[] {
  if (archiveDays === undefined) return [];
  const { length } = hubArchiveName(namePrefix);
  return [
    ...numberProblems("archiveDays", archiveDays, 1, mostDays),
    ...(routes.length > 0
      ? []
      : ["'archiveDays' needs routes: the archive keeps the events of their kinds, got: none"]),
    ...(Token.isUnresolved(namePrefix) || length <= longestArchiveName
      ? []
      : [
          `'namePrefix' must have at most ${longestArchiveName} characters for an archive, got: ${length} characters`,
        ]),
  ];
}

/**
 * Keeps the events that alerts are made of, to be replayed to the same event bus. It needs no
 * permission: EventBridge writes to it by a rule of its own, which leaves out what is replayed.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html
 */
export class EventArchive extends Construct {
  constructor(scope: Construct, id: string, props: EventArchiveProps) {
    super(scope, id);
    new CloudwatchEventArchive(this, "Resource", {
      provider: props.provider,
      name: hubArchiveName(props.namePrefix),
      description: "Sign-in events of the organization, to be replayed",
      eventSourceArn: props.busArn,
      eventPattern: JSON.stringify(archivePattern(props.kinds)),
      retentionDays: props.days,
    });
  }
}
