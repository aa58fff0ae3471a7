import { App } from "cdktf";
import {
  ConfigurationFileError,
  loadConfiguration,
  removeStaleStacks,
  SignInAlerts,
} from "cdktf-aws-signin-alerts";

try {
  const configuration = loadConfiguration();
  const app = new App();
  new SignInAlerts(app, "signin-alerts", configuration);
  app.synth();
  for (const removed of removeStaleStacks(app)) console.error(removed);
} catch (error) {
  if (!(error instanceof ConfigurationFileError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
