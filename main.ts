import { loadConfiguration, SignInAlerts, synthesize } from "./src/stacks";

synthesize((app) => {
  new SignInAlerts(app, "signin-alerts", loadConfiguration());
});
