import type { Place } from "../../aws/arn";

/** A resource before the apply: what AWS makes an ARN, an id or an address of. */
export interface NewResource {
  readonly place: Required<Place>;
  /** Its own name; empty where it has none. */
  readonly name: string;
  /** An id that AWS would give: which one does not matter, only that it is always the same. */
  readonly id: string;
  /** An argument where it is a text. */
  readonly argument: (name: string) => string | undefined;
}

/**
 * A text made of a resource: attributes in braces, and three names for what is more than one.
 * - `{place}`: account and region; the account alone for a type that is in no region
 * - `{bus}`: place and name of the event bus that `event_bus_name` gives, by name or ARN
 * - `{function}`: place and name of the function that `function_name` gives, by name or ARN
 */
export type Key = `{${string}}`;

/**
 * Where a property of CloudFormation goes: to an argument of Terraform, as a text, number, boolean,
 * JSON document, tags or block; or to resources of their own, one for each entry: `parts` of another type,
 * or `each` of this one with the entry as the argument.
 */
export type TemplateProperty =
  | readonly [kind: "text" | "number" | "boolean" | "document" | "tags" | "each", argument: string]
  | readonly [kind: "block", argument: string, properties: TemplateProperties]
  | readonly [kind: "parts", type: string];

/** Every property that is analyzed, by its name in CloudFormation. */
export type TemplateProperties = Readonly<Record<string, TemplateProperty>>;

/** How the template of a stack set holds resources of a type. */
export interface TemplateForm {
  /** Such as `AWS::SQS::Queue`. @default - a part of another resource */
  readonly type?: string;
  /** What `Ref` gives. @default - nothing can refer to it */
  readonly ref?: "name" | "url";
  /** What `Fn::GetAtt` gives, by name, and the attributes of Terraform that they are. @default - `Arn` */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Argument of a part that holds the name of the resource whose part it is. @default - none */
  readonly owner?: string;
  /** Arguments that a part has of the resource whose part it is. @default - none */
  readonly shares?: readonly string[];
  /** Properties without which CloudFormation refuses it. @default - none */
  readonly required?: readonly string[];
  /** Argument that names a resource, by this attribute, which the template has to create too. @default - none */
  readonly needs?: { readonly argument: string; readonly type: string; readonly attribute: string };
  readonly properties: TemplateProperties;
}

/** A resource that holds the policy of another one, in the place of that one's own. */
export interface SeparatePolicy {
  readonly type: string;
  /** What it is looked up with, made of the resource whose policy it holds. */
  readonly by: readonly Key[];
  /** Argument that holds the document. @default "policy" */
  readonly argument?: string;
}

/** What the check knows of one resource type of the AWS provider. */
export interface ResourceType {
  /** True for types that are in no region, such as those of IAM. @default false */
  readonly isGlobal?: boolean;
  /** What resources of the type are looked up with. @default - nothing looks for them */
  readonly key?: Key;
  /** What AWS has only once: it keeps one of two, or refuses the second. @default - nothing */
  readonly unique?: Key;
  /** Arguments of which another value makes it anew, besides what is unique. @default - none */
  readonly replacedBy?: readonly string[];
  /** True where it stays in the region in which it was created, though no other has its name. @default false */
  readonly isKeptInRegion?: boolean;
  /** What other resources name it with. @default - none does */
  readonly owns?: Key;
  /** Argument that holds its name; `null` where AWS gives it an id and no name. @default "name" */
  readonly name?: string | null;
  /** Attributes that AWS gives. @default - none that is known before the apply */
  readonly computed?: Readonly<Record<string, (resource: NewResource) => string>>;
  /** True where the argument `arn` is the ARN of something else. @default false */
  readonly isArnForeign?: boolean;
  /**
   * `path`: alerts pass it, or it decides whether they may; `watch`: it watches the path, or protects
   * what is recorded.
   * @default "path"
   */
  readonly part?: "path" | "watch";
  /** What its loss means, in the words of a review. */
  readonly loss: string;
  /** Settings that are not analyzed, each with the values that change nothing besides empty ones. @default - none */
  readonly settings?: Readonly<Record<string, readonly unknown[]>>;
  /** Values that the provider writes into a state for arguments that are not set. @default - none but empty ones */
  readonly unset?: Readonly<Record<string, readonly unknown[]>>;
  /** Attributes into which a refresh writes what resources of other types hold. @default - none */
  readonly readBack?: readonly string[];
  /** Argument into which a refresh writes what separate resources of a type hold. @default - none */
  readonly inlinePolicies?: { readonly argument: string; readonly type: string };
  /** True where one of it shows that the Terraform is of this package. @default false */
  readonly isMark?: boolean;
  /** True where one on a default event bus changes nothing but what its own account forwards. @default false */
  readonly isOfForwarder?: boolean;
  /** Arguments that are compared with those that are wanted, and looked at for nothing else. @default - none */
  readonly onlyCompared?: readonly string[];
  /** True where an alarm may look at its metrics. @default false */
  readonly isMeasured?: boolean;
  /** `always`: it only forms messages; `perhaps`: it may be there for what does. @default - neither */
  readonly formsMessages?: "always" | "perhaps";
  /** Argument that holds the path of a file in the folder of its stack. @default - none */
  readonly file?: string;
  /** How a channel of chat is called in reports, and the forms of the arguments that name it. @default - it is none */
  readonly channel?: { readonly client: string; readonly ids: Readonly<Record<string, RegExp>> };
  /** Arguments of which it has one or the other. @default - none */
  readonly alternatives?: readonly [string, string];
  /** Arguments that say the same, of which a plan keeps the one that is not written as it was. @default - none */
  readonly spellings?: readonly [string, string];
  /** What else may hold the policy that says who may use it. @default - nothing */
  readonly policy?: SeparatePolicy;
  /** @default - the template of a stack set that holds one is not analyzed */
  readonly template?: TemplateForm;
}

/** Types of one AWS service, by their name in Terraform. */
export type ResourceTypes = Readonly<Record<string, ResourceType>>;
