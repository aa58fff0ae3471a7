import { App } from "cdktf";
import { ConfigurationFileError, loadConfiguration, SignInAlerts } from "cdktf-aws-signin-alerts";

try {
  const app = new App();
  new SignInAlerts(app, "signin-alerts", loadConfiguration("signin-alerts.yaml"));
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigurationFileError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
