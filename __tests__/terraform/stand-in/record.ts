import { sameValue, textOf, type TfObject } from "./values";

/** One resource as it stands in the imagined AWS. */
export interface RecordedResource {
  readonly type: string;
  readonly account: string;
  /** The region of the resource; for a global service that of its provider. */
  readonly region: string;
  /** The service knows no regions, as IAM. */
  readonly global: boolean;
  readonly values: TfObject;
}

/** One change, in the order in which Terraform asked for it. */
export interface RecordedChange extends RecordedResource {
  readonly order: number;
  readonly action: "create" | "update" | "delete";
}

/** What was created, updated and deleted, and what is left. */
export class DeploymentRecord {
  readonly #changes: RecordedChange[] = [];
  #existing: RecordedResource[] = [];
  readonly #identifiers = new Set<string>();

  /** Every change so far, oldest first. */
  get changes(): readonly RecordedChange[] {
    return this.#changes;
  }

  /** The resources that exist now. */
  get existing(): readonly RecordedResource[] {
    return this.#existing;
  }

  /** The existing resources of one type. */
  ofType(type: string): readonly RecordedResource[] {
    return this.#existing.filter((resource) => resource.type === type);
  }

  /** Gives out each identifier once: the text itself, or the text with a number. */
  unique(make: (attempt: number) => string): string {
    for (let attempt = 0; ; attempt++) {
      const identifier = make(attempt);
      if (!this.#identifiers.has(identifier)) {
        this.#identifiers.add(identifier);
        return identifier;
      }
    }
  }

  /** An existing resource with the same identity: AWS would refuse the second, or overwrite the first. */
  twinOf(resource: RecordedResource): RecordedResource | undefined {
    const wanted = identityOf(resource);
    return wanted === undefined
      ? undefined
      : this.#existing.find((existing) => identityOf(existing) === wanted);
  }

  created(resource: RecordedResource): void {
    this.#existing.push(resource);
    this.#add("create", resource);
  }

  updated(resource: RecordedResource, prior: TfObject): void {
    const index = this.#indexOf(resource, prior);
    if (index === -1) this.#existing.push(resource);
    else this.#existing[index] = resource;
    this.#add("update", resource);
  }

  deleted(resource: RecordedResource): void {
    const index = this.#indexOf(resource, resource.values);
    this.#existing = this.#existing.filter((_, position) => position !== index);
    this.#add("delete", resource);
  }

  #indexOf({ type, account }: RecordedResource, values: TfObject): number {
    return this.#existing.findIndex(
      (existing) =>
        existing.type === type &&
        existing.account === account &&
        sameValue(existing.values, values),
    );
  }

  #add(action: RecordedChange["action"], resource: RecordedResource): void {
    this.#changes.push({ order: this.#changes.length, action, ...resource });
  }
}

function identityOf({ type, account, region, values }: RecordedResource): string | undefined {
  // The arn of an event target is the address it sends to: the id comes first.
  const own = textOf(values.id) ?? textOf(values.arn);
  if (own === undefined) return undefined;
  // Some are unique only within the thing they belong to.
  const owner = [
    values.function_name,
    values.log_group_name,
    values.notification_configuration_arn,
  ].map(textOf);
  return JSON.stringify([type, account, region, own, ...owner]);
}
