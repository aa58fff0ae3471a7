import type { Partition } from "../../src/aws";
import type { ChatChannelProps } from "./chat-channel";
import { chatRoleName } from "./names";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const uuidForm = "a uuid such as 11111111-2222-3333-4444-555555555555";

/** Longest name of a role. */
const MAXIMUM_ROLE_NAME_LENGTH = 64;

interface Form {
  readonly property: string;
  readonly value: string;
  readonly form: RegExp;
  readonly allowed: string;
}

function formsOf({ slack, teams }: ChatChannelProps): readonly Form[] {
  if (slack) {
    return [
      {
        property: "slack.workspaceId",
        value: slack.workspaceId,
        form: /^T[0-9A-Z]{1,254}$/u,
        allowed: "the id of a workspace, T and capital letters or digits, such as T07EA123LEP",
      },
      {
        property: "slack.channelId",
        value: slack.channelId,
        form: /^[CG][0-9A-Z]{1,254}$/u,
        allowed: "the id of a channel, C or G and capital letters or digits, such as C07EZ1ABC23",
      },
    ];
  }
  return [
    { property: "teams.tenantId", value: teams.tenantId, form: uuid, allowed: uuidForm },
    { property: "teams.teamId", value: teams.teamId, form: uuid, allowed: uuidForm },
    {
      property: "teams.channelId",
      value: teams.channelId,
      form: /^(?=.{1,255}$)[\w=+/.,-]*%3a[\w=+/.,-]*%40[\w=+/.,-]*$/iu,
      allowed:
        "the id of a channel as in its link, up to 255 characters, such as 19%3aabc%40thread.tacv2",
    },
  ];
}

/**
 * Refuses ids and names that AWS would refuse, all at once.
 * @see https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateSlackChannelConfiguration.html
 * @see https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateMicrosoftTeamsChannelConfiguration.html
 */
export function checkChannel(props: ChatChannelProps): void {
  const forms: readonly Form[] = [
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
