/** A channel of Slack, in a workspace that was authorized in the AWS account by hand. */
export interface SlackChannel {
  /** Id of the workspace, such as `T07EA123LEP`. */
  readonly workspaceId: string;
  /** Id of the channel, such as `C07EZ1ABC23`; a private one begins with `G`, or `C` as well. */
  readonly channelId: string;
}

/** A channel of Microsoft Teams, in a team that was authorized in the AWS account by hand. */
export interface TeamsChannel {
  /** Id of the tenant, a uuid. */
  readonly tenantId: string;
  /** Id of the team, a uuid. Terraform keeps one channel of a team in an account, no more. */
  readonly teamId: string;
  /** Id of the channel as in its link, such as `19%3aabc%40thread.tacv2`. */
  readonly channelId: string;
}

/** What an id must look like, and that in words. */
export interface IdForm {
  readonly form: RegExp;
  readonly allowed: string;
}

const uuid: IdForm = {
  form: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu,
  allowed: "a uuid such as 11111111-2222-3333-4444-555555555555",
};

/**
 * Ids of a channel of Slack. Slack gives none that is shorter.
 * @see https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateSlackChannelConfiguration.html
 */
export const slackForms = {
  workspaceId: {
    form: /^T[0-9A-Z]{7,254}$/u,
    allowed:
      "the id of a workspace, T and 7 or more capital letters or digits, such as T07EA123LEP",
  },
  channelId: {
    form: /^[CG][0-9A-Z]{7,254}$/u,
    allowed:
      "the id of a channel, C or G and 7 or more capital letters or digits, such as C07EZ1ABC23",
  },
} as const satisfies Readonly<Record<string, IdForm>>;

/**
 * Ids of a channel of Microsoft Teams.
 * @see https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateMicrosoftTeamsChannelConfiguration.html
 */
export const teamsForms = {
  tenantId: uuid,
  teamId: uuid,
  channelId: {
    form: /^(?=.{1,255}$)[\w=+/.,-]*%3a[\w=+/.,-]*%40[\w=+/.,-]*$/iu,
    allowed:
      "the id of a channel as in its link, up to 255 characters, such as 19%3aabc%40thread.tacv2",
  },
} as const satisfies Readonly<Record<string, IdForm>>;
