import { Construct } from "constructs";
import { deliveryAlarms, type DeliveryPath } from "../../src/guards";
import { alarmResource, type AlarmProps } from "../alarm";

/** Properties of a {@link DeliveryWatch}. */
export interface DeliveryWatchProps extends AlarmProps, DeliveryPath {}

/** Alarms on what keeps an event that reached the hub from being told. */
export class DeliveryWatch extends Construct {
  constructor(scope: Construct, id: string, props: DeliveryWatchProps) {
    super(scope, id);
    for (const alarm of deliveryAlarms(props)) {
      alarmResource(this, alarm.name.slice(props.namePrefix.length + 1), alarm, props);
    }
  }
}
