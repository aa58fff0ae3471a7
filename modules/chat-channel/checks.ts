import type { Partition } from "../../src/aws";
import { slackForms, teamsForms, type IdForm } from "../../src/aws/chat-channels";
import type { ChatChannelProps } from "./chat-channel";
import { chatRoleName } from "./names";

/** Longest name of a role. */
const MAXIMUM_ROLE_NAME_LENGTH = 64;

interface CheckedForm extends IdForm {
  readonly property: string;
  readonly value: string;
}

function formsOf({ slack, teams }: Partial<ChatChannelProps>): readonly CheckedForm[] {
  if (slack) {
    return [
      { property: "slack.workspaceId", value: slack.workspaceId, ...slackForms.workspaceId },
      { property: "slack.channelId", value: slack.channelId, ...slackForms.channelId },
    ];
  }
  if (!teams) throw new RangeError("'slack' or 'teams' must be given: no channel would be told");
  return [
    { property: "teams.tenantId", value: teams.tenantId, ...teamsForms.tenantId },
    { property: "teams.teamId", value: teams.teamId, ...teamsForms.teamId },
    { property: "teams.channelId", value: teams.channelId, ...teamsForms.channelId },
  ];
}

/** Refuses ids and names that AWS would refuse, all at once. */
export function checkChannel(props: ChatChannelProps): void {
  const forms: readonly CheckedForm[] = [
    {
      property: "name",
      value: props.name,
      form: new RegExp(`^[\\w-]{1,${MAXIMUM_ROLE_NAME_LENGTH - chatRoleName("").length}}$`, "u"),
      allowed: `1 to ${MAXIMUM_ROLE_NAME_LENGTH - chatRoleName("").length} letters, digits, hyphens and underscores`,
    },
    ...formsOf(props),
  ];
  const problems = forms
    .filter(({ value, form }) => !form.test(value))
    .map(({ property, value, allowed }) => `'${property}' must be ${allowed}, got: ${value}`);
  if (problems.length > 0) throw new RangeError(problems.join("; "));
}

/** Refuses a partition without the service. */
export function checkPartition(partition: Partition): void {
  if (partition === "aws") return;
  throw new RangeError(
    `chat is offered in the partition aws alone, got: ${partition}; take an AlertTopic there`,
  );
}
