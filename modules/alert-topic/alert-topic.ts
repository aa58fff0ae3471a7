import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Fn, TerraformStack, Token, type Precondition, type TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { policyDocument, topicArn, type Place } from "../../src/aws";
import type { Recipient } from "../../src/aws/recipient";
import { shownEndpoint, withoutAddresses } from "../../src/aws/shown-endpoint";
import { shownJson } from "../../src/json/value";
import { refuseOtherShapes } from "../property-shapes";
import { keyProblems, placeProblems, refuse, textProblems } from "../property-validation";
import { topicKeyStatements, topicStatements, type Publisher } from "./policies";

/** The recipient that an e-mail address stands for. */
export function byEmail(address: string): Recipient {
  return { protocol: "email", endpoint: address };
}

/** Properties of an {@link AlertTopic}. */
export interface AlertTopicProps {
  /** Provider of the account and region of `place`. */
  readonly provider: TerraformProvider;
  /** Account and region of the topic. */
  readonly place: Place;
  /** Name of the topic, 1 to 256 characters; its key gets the alias of that name. */
  readonly name: string;
  /** Who is subscribed; may be empty. */
  readonly recipients: readonly Recipient[];
  /** What may publish: EventBridge rules, CloudWatch alarms of the account, or both. @default "both" */
  readonly publisher?: Publisher;
  /**
   * ARN of a customer-managed key whose policy lets `events.amazonaws.com` and
   * `cloudwatch.amazonaws.com` use `kms:GenerateDataKey*` and `kms:Decrypt` without a condition.
   * @default - a key is created
   */
  readonly existingKeyArn?: string;
}

/** Refuses what AWS would refuse, all at once. @throws RangeError */
function validateTopic(props: AlertTopicProps): void {
  refuse([
    ...placeProblems(props),
    ...textProblems(
      "name",
      props.name,
      /^[\w-]{1,256}$/u,
      "1 to 256 letters, digits, hyphens and underscores",
    ),
    // JavaScript lets a text through, as the configuration of the app has it, and any object.
    ...props.recipients.flatMap((recipient: Partial<Recipient> | string, i) => {
      if (typeof recipient !== "object" || !recipient.protocol || !recipient.endpoint) {
        // An https address is often a credential.
        const got = withoutAddresses(
          typeof recipient === "string" ? recipient : shownJson(recipient),
        );
        return [
          `'recipients[${i}]' must be a protocol and an endpoint, such as byEmail("security@example.com"), got: ${got}`,
        ];
      }
      const { protocol, endpoint, name } = recipient;
      // The id of the subscription would be made of a number that changes with the rest of the program.
      return protocol === "https" && name === undefined && Token.isUnresolved(endpoint)
        ? [`'recipients[${i}].name' must name an endpoint that only Terraform knows, got: none`]
        : [];
    }),
    ...keyProblems("existingKeyArn", props.existingKeyArn),
  ]);
}

/** Not a validation of the variable: where that fails, Terraform prints the value that is a secret. */
function isAddress(endpoint: string): Precondition {
  return {
    // With a password, which AWS shows as ****, Terraform would subscribe it anew each time.
    condition: Fn.can(Fn.regex("^https://[^[:space:]@/?#]+([/?#][^[:space:]]*)?$", endpoint)),
    errorMessage:
      "The address must begin with https:// and have no user name, spaces or line breaks.",
  };
}

/** The moves of each stack: an override holds all of them. */
const moves = new WeakMap<
  TerraformStack,
  readonly { readonly from: string; readonly to: string }[]
>();

/**
 * An encrypted SNS topic that EventBridge rules and CloudWatch alarms of its account can publish to.
 * @throws RangeError for an invalid place or name, a recipient that is a text or an https expression
 * without a name, and a key that is named by an alias
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export class AlertTopic extends Construct {
  /** ARN of the topic, as a reference that orders what uses it after the topic. */
  public readonly arn: string;
  /** ARN of the key that encrypts its messages. */
  public readonly keyArn: string;

  constructor(scope: Construct, id: string, props: AlertTopicProps) {
    super(scope, id);
    refuseOtherShapes(props, {
      provider: "provider",
      place: "place",
      name: "text",
      recipients: "list",
      publisher: "text?",
      existingKeyArn: "text?",
    });
    validateTopic(props);
    const { provider, place, name, publisher = "both" } = props;
    this.keyArn = props.existingKeyArn ?? this.key(props, publisher);
    const topic = new SnsTopic(this, "Resource", {
      provider,
      name,
      kmsMasterKeyId: this.keyArn,
      policy: policyDocument(...topicStatements(place, topicArn(place, name), publisher)),
    });
    this.arn = topic.arn;
    for (const recipient of props.recipients) this.subscribe(topic.arn, provider, recipient);
  }

  private subscribe(topicArn: string, provider: TerraformProvider, recipient: Recipient): void {
    const { protocol, endpoint, name } = recipient;
    // A slash would divide the construct's path.
    const written = `${protocol}-${(name ?? endpoint).replaceAll("/", "%2F")}`;
    // An https address is often a credential, and plans print the addresses of resources.
    const id =
      protocol === "https" && name === undefined
        ? `${protocol}-${shownEndpoint(endpoint).replace("#", "-")}`
        : written;
    const isKept = protocol === "https" && Token.isUnresolved(endpoint);
    const subscription = new SnsTopicSubscription(this, id, {
      provider,
      topicArn,
      protocol,
      endpoint,
      ...(isKept && { lifecycle: { precondition: [isAddress(endpoint)] } }),
    });
    if (id === written) return;
    const type = subscription.terraformResourceType;
    this.move(`${type}.${this.uniqueIdOf(written)}`, `${type}.${subscription.friendlyUniqueId}`);
  }

  /** Not `moveFromId`: with it CDKTF asks for Terraform's version, and so for Terraform, at synthesis. */
  private move(from: string, to: string): void {
    const stack = TerraformStack.of(this);
    const all = [...(moves.get(stack) ?? []), { from, to }];
    moves.set(stack, all);
    stack.addOverride("moved", all);
  }

  /** What the resource was called that had this id: one that has another keeps its confirmation so. */
  private uniqueIdOf(id: string): string {
    const former = new Construct(this, id);
    const uniqueId = TerraformStack.of(this).getLogicalId(former.node);
    this.node.tryRemoveChild(id);
    return uniqueId;
  }

  private key({ provider, place, name }: AlertTopicProps, publisher: Publisher): string {
    const key = new KmsKey(this, "Key", {
      provider,
      description: `Encrypts alerts in the topic ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policyDocument(...topicKeyStatements(place, publisher)),
    });
    new KmsAlias(this, "KeyAlias", { provider, name: `alias/${name}`, targetKeyId: key.keyId });
    return key.arn;
  }
}
