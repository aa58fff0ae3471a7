import fc from "fast-check";
import { renderInputTemplate } from "../../src/aws/eventbridge";
import {
  catalog,
  chatTransformerFor,
  formattedMessage,
  messageStyles,
  type AlertKind,
  type EventEnvelope,
} from "../../src/catalog";
import { isRootKind } from "../../src/catalog/ignored";
import { objectIn, type JsonObject } from "../../src/json/value";
import { runs } from "../property-runs";
import { kindsIn, mailOf, partFor } from "./mail-of-kind";
import { signInRecords } from "./records";

const kindsOf = kindsIn(catalog);
const account = "111111111111";
const rule = {
  ruleArn: `arn:aws:events:eu-central-1:${account}:rule/signin-alerts/test`,
  ruleName: "test",
};

/** A name that stands in no record and in no text of ours. */
const name = fc.stringMatching(/^zq[a-z]{3,8}$/u);

interface Actor {
  readonly userIdentity: JsonObject;
  /** What a reader knows them by. */
  readonly names: readonly string[];
  /** Whether IAM or STS has checked the name; one of a directory only a function shows. */
  readonly isChecked: boolean;
}

/** Who acts, in the forms that CloudTrail writes. */
const actor: fc.Arbitrary<Actor> = fc.oneof(
  name.map((user) => ({
    userIdentity: {
      type: "IAMUser",
      userName: user,
      arn: `arn:aws:iam::${account}:user/${user}`,
      accountId: account,
      principalId: "AIDAEXAMPLE",
    },
    names: [user],
    isChecked: true,
  })),
  name.map((user) => ({
    userIdentity: { type: "IAMUser", userName: user, accountId: account },
    names: [user],
    isChecked: true,
  })),
  fc.tuple(name, name).map(([role, session]) => ({
    userIdentity: {
      type: "AssumedRole",
      arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
      accountId: account,
      principalId: `AROAEXAMPLE:${session}`,
      sessionContext: {
        sessionIssuer: {
          type: "Role",
          userName: role,
          arn: `arn:aws:iam::${account}:role/${role}`,
        },
      },
    },
    names: [role, session],
    isChecked: true,
  })),
  name.map((user) => ({
    userIdentity: {
      type: "FederatedUser",
      arn: `arn:aws:sts::${account}:federated-user/${user}`,
      accountId: account,
      principalId: `${account}:${user}`,
    },
    names: [user],
    isChecked: true,
  })),
  fc.tuple(name, fc.constantFrom("SAMLUser", "WebIdentityUser")).map(([user, type]) => ({
    userIdentity: { type, userName: user, identityProvider: "idp", principalId: `idp:${user}` },
    names: [user],
    isChecked: false,
  })),
  name.map((user) => ({
    userIdentity: { type: "AWSAccount", accountId: account, principalId: `AROAEXAMPLE:${user}` },
    names: [user],
    isChecked: true,
  })),
  // The alias of the account: whoever reads it as a name looks for a user.
  name.map((alias) => ({
    userIdentity: {
      type: "Root",
      userName: alias,
      arn: `arn:aws:iam::${account}:root`,
      accountId: account,
      principalId: account,
    },
    names: ["oot"],
    isChecked: true,
  })),
);

const records = signInRecords.filter(({ event }) => event.detail["userIdentity"] !== undefined);

const recorded = fc.tuple(fc.constantFrom(...records), actor).map(([{ event }, acting]) => {
  const { additionalEventData, ...rest } = event.detail;
  const given = objectIn(event.detail["userIdentity"]);
  // Failures of roles have the session's name in the principal id alone.
  const { arn, sessionContext, ...withoutArn } = acting.userIdentity;
  const lacksArn = arn !== undefined && given["arn"] === undefined;
  const userIdentity: JsonObject = lacksArn ? withoutArn : acting.userIdentity;
  // Records of directories name their user there, too.
  const named = objectIn(additionalEventData)["UserName"] !== undefined;
  const detail: JsonObject = {
    ...rest,
    ...(!named && additionalEventData !== undefined && { additionalEventData }),
    userIdentity,
  };
  return {
    event: { ...event, detail },
    names: lacksArn && sessionContext !== undefined ? acting.names.slice(1) : acting.names,
    isChecked: acting.isChecked,
    // Texts of EventBridge are for the identities that such a record has; a function looks at any.
    isUsual:
      given["type"] === userIdentity["type"] &&
      (given["arn"] === undefined || userIdentity["arn"] !== undefined) &&
      !named,
  };
});

function chatOf(kind: AlertKind, event: EventEnvelope): string {
  const transformer = chatTransformerFor(partFor(kind, event), { partition: "aws" });
  const rendered = renderInputTemplate(transformer, { ...event }, rule);
  if (!rendered.delivered) throw new Error(rendered.reason);
  return rendered.text;
}

function formattedOf({ name: kind, severity }: AlertKind, event: EventEnvelope): readonly string[] {
  return messageStyles.map((style) => {
    const { subject, text } = formattedMessage(
      { kind, severity, style, event },
      { partition: "aws", accountNames: {} },
    );
    return `${subject}\n${text}`;
  });
}

test("every channel says who acted, whoever it was", () => {
  fc.assert(
    fc.property(recorded, ({ event, names, isChecked, isUsual }) => {
      const [kind] = kindsOf(event);
      // Kinds of root, and of one sort of identity, say who it can have been by what they are.
      if (kind === undefined || isRootKind(kind)) return;
      // AWS records the type Root there, whoever it was.
      if (kind.name === "external-idp-failure") return;
      if (!isUsual && !kind.message.headline.includes("<actor>")) return;
      // Any record may be of the catch-all.
      const isPlain = isUsual || kind.name === "unrecognized-sign-in";
      const texts = [
        ...formattedOf(kind, event),
        ...(isChecked && isPlain ? [mailOf(kind, event), chatOf(kind, event)] : []),
      ];
      const silent = texts.filter((text) => !names.every((each) => text.includes(each)));
      if (silent.length > 0) expect({ kind: kind.name, names, silent }).toEqual([]);
    }),
    runs(1000),
  );
});

test("every channel says how it ended in AWS's word, and why", () => {
  for (const { event, name: record } of signInRecords) {
    const [kind] = kindsOf(event);
    if (kind === undefined) throw new Error(record);
    const outcome = objectIn(event.detail["responseElements"])["ConsoleLogin"];
    const { errorCode, errorMessage } = event.detail;
    const formatted = formattedOf(kind, event);
    const silent = (texts: readonly string[], word: unknown) =>
      typeof word === "string" ? texts.filter((text) => !new RegExp(word, "iu").test(text)) : [];
    const said = outcome === "Failure" ? "fail|denied" : outcome;
    const unsaid = [said, errorCode].flatMap((word) =>
      silent([...formatted, mailOf(kind, event), chatOf(kind, event)], word),
    );
    // What somebody may have written only a function shows.
    const unexplained =
      typeof errorMessage !== "string"
        ? []
        : formatted.filter(
            (text) => !text.includes(errorMessage.slice(0, 30).replaceAll('"', "'")),
          );
    expect({ record, unsaid, unexplained }).toEqual({ record, unsaid: [], unexplained: [] });
  }
});
