import type { PolicyStatement } from "../../src/aws";

/** Who may use the channel's role: the chat service, for this account. */
export function chatTrustStatement(account: string): PolicyStatement {
  return {
    Sid: "ChatAssumesRole",
    Effect: "Allow",
    Principal: { Service: "chatbot.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  };
}

/**
 * Without guardrails AWS takes AdministratorAccess; this one refuses everything, whatever roles
 * members of the channel bring.
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/understanding-permissions.html
 */
export const guardrailName = "AWSDenyAll";
