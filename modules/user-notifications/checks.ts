import { patternLength } from "../../src/aws/eventbridge";
import { contactForms } from "../../src/aws/notification-contacts";
import type { TypedPattern } from "../../src/catalog";
import type { UserNotificationsProps } from "./user-notifications";

/**
 * None of them can be raised.
 * @see https://docs.aws.amazon.com/notifications/latest/userguide/user-notifications-quotas.html
 */
const most = { hubs: 3, rules: 10, channels: 50, patternLength: 4096 } as const;

function emailProblems({ emails }: UserNotificationsProps): readonly string[] {
  const addresses = emails.map(({ address }) => address);
  return [
    ...(emails.length === 0 || emails.length > most.channels
      ? [`'emails' must hold 1 to ${most.channels} contacts, got: ${emails.length}`]
      : []),
    ...emails.flatMap(({ name, address }, i) => [
      ...(contactForms.name.form.test(name)
        ? []
        : [`'emails[${i}].name' must be ${contactForms.name.allowed}, got: ${name}`]),
      ...(contactForms.address.form.test(address)
        ? []
        : [`'emails[${i}].address' must be ${contactForms.address.allowed}, got: ${address}`]),
      ...(addresses.indexOf(address) === i
        ? []
        : [`'emails[${i}].address' must be there once, got twice: ${address}`]),
    ]),
  ];
}

/** Refuses what AWS would refuse, and kinds that nobody would be told of; all at once. */
export function checkNotifications(
  props: UserNotificationsProps,
  rules: readonly TypedPattern[],
): void {
  const { name, hubRegions, regions, kinds, place } = props;
  const readOnly = kinds.filter((kind) => kind.readOnly === true);
  const tooLong = rules.filter(
    ({ pattern }) => pattern !== undefined && patternLength(pattern) > most.patternLength,
  );
  const problems = [
    ...((place.partition ?? "aws") === "aws"
      ? []
      : [`'place.partition' must be aws, where the service is, got: ${place.partition ?? ""}`]),
    ...(/^[\w-]{1,64}$/u.test(name)
      ? []
      : [`'name' must be 1 to 64 letters, digits, hyphens and underscores, got: ${name}`]),
    ...(hubRegions.length > most.hubs
      ? [`'hubRegions' must name at most ${most.hubs} regions, got: ${hubRegions.length}`]
      : []),
    ...(regions.length === 0 ? ["'regions' must name at least 1 region, got: 0"] : []),
    ...(kinds.length === 0 ? ["'kinds' must hold at least 1 kind, got: 0"] : []),
    // The rules in EventBridge are made by AWS, and ask for no read-only events.
    ...readOnly.map(
      (kind) =>
        `'kinds' must hold no kind that CloudTrail marks read-only, as nobody would be told, got: ${kind.name}`,
    ),
    ...(rules.length > most.rules
      ? [`'kinds' must need at most ${most.rules} event rules, got: ${rules.length}`]
      : []),
    ...tooLong.map(
      ({ source, detailType }) =>
        `the event pattern of ${source} "${detailType}" must have at most ${most.patternLength} characters: choose other 'kinds'`,
    ),
    ...emailProblems(props),
  ];
  if (problems.length > 0) throw new RangeError(problems.join("; "));
}
