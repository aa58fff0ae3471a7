import { configuration } from "../config/keys";

const { keys } = configuration;
const created = keys.trail.variants.create.keys;

/** What a key that is left out stands for, where that is a constant: as in the table of keys. */
export const defaults = {
  namePrefix: keys.namePrefix.default,
  stackPrefix: keys.stackPrefix.default,
  roleName: keys.roleName.default,
  providerVersion: keys.providerVersion.default,
  regionStrategy: keys.regionStrategy.default,
  rolePath: keys.createdRoles.keys.path.default,
  archiveDays: keys.hub.keys.archiveDays.default,
  hubLogRetentionDays: keys.hub.keys.logRetentionDays.default,
  message: keys.message.default,
  azureAd: keys.backend.variants.azurerm.keys.azureAd.default,
  stateLocking: keys.backend.variants.http.keys.locking.default,
  heartbeatHours: keys.heartbeat.keys.hours.default,
  dashboard: keys.dashboard.default,
  floodPerMinute: keys.flood.keys.perMinute.default,
  retrySeconds: keys.retry.keys.seconds.default,
  retryAttempts: keys.retry.keys.attempts.default,
  retentionDays: created.retentionDays.default,
  logRetentionDays: created.logRetentionDays.default,
  signIns: keys.logAlarms.keys.signIns.default,
  failures: keys.logAlarms.keys.failures.default,
  cis: keys.logAlarms.keys.cis.default,
  aggregation: keys.userNotifications.keys.aggregation.default,
  watchSeverity: keys.watch.item.keys.severity.default,
  watchesPrograms: keys.watch.item.keys.programs.default,
} as const;

/** Instead of the name of a role: the credentials that Terraform is started with. */
export const noRole = "none";
