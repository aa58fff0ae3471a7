import {
  catalog,
  findKind,
  formattedMessage,
  placeSample,
  type FormattedMessage,
} from "../../src/catalog";

const place = { account: "111111111111", region: "eu-central-1" };
const accountNames = { "111111111111": "payments-prod", "666666666666": "archive" };
const context = { partition: "aws", accountNames } as const;

function eventOf(name: string, replaced: object = {}): unknown {
  const kind = findKind(name);
  if (!kind) throw new Error(`no kind ${name}`);
  const event = placeSample(kind.sample, place);
  return { ...event, detail: { ...event.detail, ...replaced } };
}

function messageOf(name: string, replaced: object = {}, style = "standard"): FormattedMessage {
  const severity = findKind(name)?.severity;
  const event = eventOf(name, replaced);
  return formattedMessage({ kind: name, severity, style, event }, context);
}

describe("a formatted message", () => {
  test("says in its subject how much it matters, who, where and how it ended", () => {
    expect(messageOf("root-sign-in").subject).toBe(
      "[critical] Root user sign-in to payments-prod (111111111111): Success, MFA used: No",
    );
    expect(messageOf("iam-user-sign-in-without-mfa").subject).toBe(
      "[high] IAM user alice signed in to payments-prod (111111111111) without MFA: Success",
    );
  });

  test("is the catalog's text without quotes, with names beside the ids of accounts", () => {
    expect(messageOf("root-sign-in").text).toBe(
      [
        "Root user sign-in to payments-prod (111111111111) — Success, MFA used: No",
        "",
        "Alert: root-sign-in (critical)",
        "Identity: arn:aws:iam::111111111111:root",
        "Account: payments-prod (111111111111)",
        "Region: eu-central-1",
        "Time (UTC): 2026-01-15T03:12:45Z",
        "Source IP: 198.51.100.27",
        "Event ID: 6f0f5c3e-2d1a-4b8e-9c7d-1e2f3a4b5c6d",
        "Open in CloudTrail: https://eu-central-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-central-1#/events/6f0f5c3e-2d1a-4b8e-9c7d-1e2f3a4b5c6d",
        "",
      ].join("\n"),
    );
  });

  test("names the account that central root access is for", () => {
    const [headline] = messageOf("assume-root").text.split("\n");
    expect(headline).toMatch(/ on archive \(666666666666\)$/u);
  });

  test("shows an account without a name by its id", () => {
    const input = { kind: "root-sign-in", event: eventOf("root-sign-in") };
    const { subject } = formattedMessage(input, { partition: "aws", accountNames: {} });
    expect(subject).toContain("sign-in to 111111111111:");
  });

  test("has the severity that the configuration gives the kind", () => {
    const event = eventOf("root-sign-in");
    const { subject, text, severity } = formattedMessage(
      { kind: "root-sign-in", severity: "low", event },
      context,
    );
    expect([severity, subject.slice(0, 5)]).toEqual(["low", "[low]"]);
    expect(text).toContain("Alert: root-sign-in (low)");
  });

  test("contains more in full style", () => {
    expect(messageOf("root-sign-in", {}, "full").text).toContain("\nUser agent: Mozilla/5.0");
    expect(messageOf("root-sign-in").text).not.toContain("User agent");
  });

  test.each(catalog)("of $name has no placeholder and no empty line of a label", ({ name }) => {
    const { subject, text } = messageOf(name, {}, "full");
    expect(subject + text).not.toMatch(/<\w+>|undefined|\[object/u);
    expect(text).not.toMatch(/^[\w ()']+: *$/mu);
    expect(subject.length).toBeLessThanOrEqual(99);
  });

  test("never says that MFA was used where nothing is recorded of it", () => {
    const { subject } = messageOf("root-sign-in", { additionalEventData: null });
    expect(subject).toContain("MFA used: not recorded");
  });

  test.each(catalog.map(({ name }) => name))(
    "of %s is written of an event without fields",
    (name) => {
      for (const event of [{}, null, { detail: null }, { detail: { userIdentity: [] } }]) {
        const { subject, text } = formattedMessage({ kind: name, event }, context);
        expect(subject).toMatch(/^\[\w+\] [A-Z]/u);
        expect(text).toContain(`Alert: ${name}`);
      }
    },
  );

  test("of a kind that it does not know shows what it can, and the event", () => {
    const event = eventOf("root-sign-in");
    const { subject, text, kind } = formattedMessage(
      { kind: "newer-kind", severity: "critical", event },
      context,
    );
    expect(subject).toBe(
      "[critical] Unknown kind of event in payments-prod (111111111111): ConsoleLogin by the root user",
    );
    expect(kind).toBe("newer-kind");
    expect(text).toContain("Source IP: 198.51.100.27");
    expect(text).toContain('Event as JSON: {"version":"0"');
  });

  test("of an event alone, as a rule without a transformer gives it, names account and event", () => {
    const { subject, kind } = formattedMessage(eventOf("root-sign-in"), context);
    expect(kind).toBe("unknown");
    expect(subject).toContain("payments-prod (111111111111): ConsoleLogin");
  });

  test("cuts the ids of accounts first in a subject that SNS would refuse, then values, not the outcome", () => {
    const userIdentity = { type: "IAMUser", userName: "u".repeat(300) };
    const { subject } = messageOf("iam-user-sign-in-without-mfa", { userIdentity });
    expect(subject).toBe(
      "[high] IAM user uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu... signed in to payments-prod without MFA: Success",
    );
  });

  test("leaves out the role of a session in a subject before it cuts the name, the account or the outcome", () => {
    const arn =
      "arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/greta@example.com";
    const { subject, text } = messageOf("sign-in-policy-change", {
      eventName: "PutResourcePermissionStatement",
      userIdentity: { type: "AssumedRole", arn },
    });
    expect(subject).toBe(
      "[critical] Sign-in policy: greta@example.com PutResourcePermissionStatement in payments-prod",
    );
    expect(text).toContain("greta@example.com (permission set AdministratorAccess)");
  });

  test("names an account of which a request gives the root user's ARN", () => {
    const { subject } = messageOf("assume-root", {
      requestParameters: { targetPrincipal: "arn:aws:iam::666666666666:root" },
    });
    expect(subject).toMatch(/ on archive( \(666666666666\))?$/u);
  });

  test("says that root's call was made by central root access", () => {
    const userIdentity = { type: "Root", sessionContext: { assumedRoot: "true" } };
    const line = "By central root access: true";
    expect(messageOf("root-activity", { userIdentity }).text).toContain(line);
    expect(messageOf("root-activity").text).not.toContain("central root access");
  });

  test("says the error code where the words of a kind leave it out", () => {
    const { text } = messageOf("federated-sign-in", { errorCode: "AccessDenied" });
    expect(text).toContain("\nError: AccessDenied\n");
  });

  test("cuts the name of an account in a subject, not who and the outcome", () => {
    const userIdentity = { type: "IAMUser", userName: "amara.okafor" };
    const event = eventOf("iam-user-sign-in-without-mfa", { userIdentity });
    const { subject } = formattedMessage(
      { kind: "iam-user-sign-in-without-mfa", event },
      { partition: "aws", accountNames: { "111111111111": "n".repeat(200) } },
    );
    expect(subject).toMatch(/ amara\.okafor .* n{10,}\.\.\. without MFA: Success$/);
  });

  test("cuts the name of an account before what was called, or the reason", () => {
    const ofLongName = (name: string, detail: object): string => {
      const input = { kind: name, event: eventOf(name, detail) };
      const accountNames = { "111111111111": "Research and Development Sandbox" };
      return formattedMessage(input, { partition: "aws", accountNames }).subject;
    };
    const denied = { errorCode: "AccessDenied", errorMessage: "an explicit deny" };
    expect(ofLongName("root-credential-change", denied)).toBe(
      "[critical] Root user's credentials: DeactivateMFADevice in Research and Developmen... AccessDenied",
    );
    expect(
      ofLongName("root-sign-in-failed", { errorMessage: "MFA device out of sync; retry" }),
    ).toBe(
      '[high] Root user sign-in failed: "MFA device out of sync; retry" in Research and Developmen...',
    );
  });

  test("names an IAM user by its ARN where the record has no user name", () => {
    const userIdentity = { type: "IAMUser", arn: "arn:aws:iam::111111111111:user/ops/eu/greta" };
    for (const name of ["iam-user-sign-in", "iam-user-sign-in-without-mfa"]) {
      expect(messageOf(name, { userIdentity }).subject).toContain("IAM user greta signed in to ");
    }
  });

  test("shows an event that is nested too deep to be written", () => {
    let nested: unknown = "deep";
    for (let i = 0; i < 20_000; i++) nested = [nested];
    const event = eventOf("root-sign-in", { additionalEventData: { MFAUsed: nested } });
    const { subject } = formattedMessage(
      { kind: "root-sign-in", event },
      { partition: "aws", accountNames: {} },
    );
    expect(subject).toContain("nested too deep");
  });

  test("writes a name of other letters in ASCII in the subject, and as it is in the text", () => {
    const event = eventOf("root-sign-in");
    const names = { "111111111111": "Zürich – 本番" };
    const { subject, text } = formattedMessage(
      { kind: "root-sign-in", event },
      { partition: "aws", accountNames: names },
    );
    expect(subject).toContain("Zurich ? ?? (111111111111)");
    expect(text).toContain("Account: Zürich – 本番 (111111111111)");
  });
});
