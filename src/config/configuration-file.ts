/** The configuration that is read where no other is named. */
export const defaultConfigurationFile = "signin-alerts.yaml";

/** The configuration that SIGNIN_ALERTS_CONFIG names; an empty variable names none. */
export function configurationFileOf(env: Readonly<NodeJS.ProcessEnv>): string | undefined {
  const named = env["SIGNIN_ALERTS_CONFIG"];
  return named === "" ? undefined : named;
}
