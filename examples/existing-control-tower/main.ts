import { loadConfiguration, SignInAlerts, synthesize } from "cdktf-aws-signin-alerts";

synthesize((app) => {
  new SignInAlerts(app, "signin-alerts", loadConfiguration());
});
