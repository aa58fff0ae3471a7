import {
  arn,
  configured,
  lastPart,
  nameOf,
  type ComputedValues,
  type NewResource,
} from "./new-resource";

/** The bus's name; an argument that names a bus also accepts its ARN. */
function busOf(resource: NewResource): string {
  const bus = configured(resource, "event_bus_name");
  return bus === "" ? "default" : lastPart(bus);
}

/** Amazon EventBridge: rules, targets, buses and schedules. */
export const events: Readonly<Record<string, ComputedValues>> = {
  aws_cloudwatch_event_rule: (rule) => {
    const name = nameOf(rule);
    // The default bus is left out of a rule's ARN and of its id.
    const path = busOf(rule) === "default" ? name : `${busOf(rule)}/${name}`;
    return { arn: arn(rule, "events", `rule/${path}`), id: path, name };
  },
  aws_cloudwatch_event_target: (target) => {
    const targetId = nameOf(target, "target_id");
    const parts = [configured(target, "rule"), targetId];
    const id = (busOf(target) === "default" ? parts : [busOf(target), ...parts]).join("-");
    return { id, target_id: targetId };
  },
  aws_cloudwatch_event_bus: (bus) => {
    const name = nameOf(bus);
    return { arn: arn(bus, "events", `event-bus/${name}`), id: name };
  },
  aws_cloudwatch_event_bus_policy: (policy) => ({
    id: busOf(policy),
    event_bus_name: busOf(policy),
  }),
  aws_cloudwatch_event_archive: (archive) => {
    const name = nameOf(archive);
    return { arn: arn(archive, "events", `archive/${name}`), id: name };
  },
  aws_scheduler_schedule: (schedule) => {
    const name = nameOf(schedule);
    const group = configured(schedule, "group_name") || "default";
    const id = `${group}/${name}`;
    return { arn: arn(schedule, "scheduler", `schedule/${id}`), id, name, group_name: group };
  },
};
