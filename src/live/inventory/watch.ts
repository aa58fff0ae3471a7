import type { Here } from "../here";
import { alarmFacts, alarmsOf, readDashboards } from "./alarms";
import { joined, type Facts } from "./found";
import { readQueries } from "./log-groups";
import { readMutedAlarms } from "./mute-rules";
import { guardsAt, type LiveScope } from "./scope";

/** What watches the path at a place, but for metric filters, which are read with their log groups. */
export interface Watch extends Facts {
  /** Topics that alarms notify. */
  readonly topicArns: readonly string[];
}

export async function readWatch(here: Here, scope: LiveScope): Promise<Watch> {
  const { dashboards, hasQueries } = guardsAt(scope, here.place);
  const alarms = await alarmsOf(here, scope.namePrefix);
  const muted = await readMutedAlarms(here);
  const shown = await readDashboards(here, dashboards);
  const queries = hasQueries ? await readQueries(here, `${scope.namePrefix}/`) : [];
  return {
    ...joined([
      ...alarms.map((alarm) => alarmFacts(here, alarm, muted.rules.get(alarm.AlarmName ?? ""))),
      { resources: [...shown, ...queries], findings: muted.findings },
    ]),
    topicArns: alarms
      .flatMap(({ AlarmActions = [] }) => AlarmActions)
      .filter((action) => action.includes(":sns:")),
  };
}
