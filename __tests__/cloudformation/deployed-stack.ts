import { queueArn, roleArn, topicArn, type Place } from "../../src/aws";
import type { CloudFormationResource, CloudFormationTemplate } from "../../src/aws/cloudformation";

/** A resource that CloudFormation created, its expressions resolved. */
export interface DeployedResource {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What CloudFormation creates of a template in one account and region. */
export class DeployedStack {
  readonly resources: Readonly<Record<string, DeployedResource>>;

  constructor(
    private readonly template: CloudFormationTemplate,
    private readonly place: Place,
    private readonly parameters: Readonly<Record<string, string>> = {},
  ) {
    this.resources = Object.fromEntries(
      Object.entries(template.Resources)
        .filter(([, { Condition }]) => Condition === undefined || this.holds(Condition))
        .map(([name, { Type, Properties }]) => [
          name,
          // Edge: an object stays one when its expressions are resolved.
          { type: Type, properties: this.resolve(Properties) as Record<string, unknown> },
        ]),
    );
  }

  /** The resources of a type. */
  ofType(type: string): readonly DeployedResource[] {
    return Object.values(this.resources).filter((resource) => resource.type === type);
  }

  /** The only resource of a type. */
  only(type: string): DeployedResource {
    const [resource, ...others] = this.ofType(type);
    if (!resource || others.length > 0) throw new Error(`not one ${type}`);
    return resource;
  }

  private holds(condition: string): boolean {
    const expression = this.template.Conditions?.[condition] as { "Fn::Equals": unknown[] };
    const [left, right] = expression["Fn::Equals"].map((side) => this.resolve(side));
    return left === right;
  }

  private resource(name: string): CloudFormationResource {
    const resource = this.template.Resources[name];
    if (!resource) throw new Error(`the resource ${name} does not exist`);
    if (resource.Condition !== undefined && !this.holds(resource.Condition)) {
      throw new Error(`${name} is not created in ${this.place.region}`);
    }
    return resource;
  }

  private attribute(name: string): string {
    const { Type, Properties } = this.resource(name);
    if (Type === "AWS::SQS::Queue") return queueArn(this.place, String(Properties["QueueName"]));
    if (Type === "AWS::IAM::Role") {
      const { Path: path = "/" } = Properties;
      return roleArn(
        this.place,
        `${String(path).slice(1)}${String(this.resolve(Properties["RoleName"]))}`,
      );
    }
    return `arn of ${name}`;
  }

  private ref(name: string): string {
    const pseudo: Readonly<Record<string, string>> = {
      "AWS::AccountId": this.place.account,
      "AWS::Partition": this.place.partition ?? "aws",
      "AWS::Region": this.place.region,
    };
    const known = pseudo[name] ?? this.parameters[name];
    if (known !== undefined) return known;
    const { Type, Properties } = this.resource(name);
    if (Type === "AWS::SNS::Topic") return topicArn(this.place, String(Properties["TopicName"]));
    if (Type === "AWS::SQS::Queue") {
      return `https://sqs.${this.place.region}.amazonaws.com/${this.place.account}/${String(Properties["QueueName"])}`;
    }
    throw new Error(`Ref to ${name} is not known here`);
  }

  private resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((item) => this.resolve(item));
    if (typeof value !== "object" || value === null) return value;
    const [[key, given] = ["", undefined], ...others] = Object.entries(value);
    if (others.length === 0) {
      if (key === "Ref") return this.ref(String(given));
      if (key === "Fn::GetAtt") return this.attribute(String((given as string[])[0]));
      if (key === "Fn::Sub") {
        return String(given).replace(/\$\{([^}]+)\}/gu, (_, name: string) => this.ref(name));
      }
      if (key === "Fn::If") {
        const [condition, then, otherwise] = given as [string, unknown, unknown];
        return this.resolve(this.holds(condition) ? then : otherwise);
      }
    }
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, this.resolve(part)]),
    );
  }
}
