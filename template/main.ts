import { App } from "cdktf";
import { ConfigurationFileError, loadConfiguration, SignInAlerts } from "cdktf-aws-signin-alerts";

try {
  const configuration = loadConfiguration();
  const app = new App();
  new SignInAlerts(app, "signin-alerts", configuration);
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigurationFileError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
