import { App } from "cdktf";
import { ConfigurationFileError, loadConfiguration } from "./src/config";
import { SignInAlerts } from "./src/stacks";

// cdktf keeps a stack trace of every reference that it makes: two thirds of the time, and nobody
// reads them. Errors that are thrown have theirs all the same.
Error.captureStackTrace = () => undefined;

try {
  const file = process.env["SIGNIN_ALERTS_CONFIG"];
  const configuration = loadConfiguration(
    file === undefined || file === "" ? "signin-alerts.yaml" : file,
  );
  const app = new App();
  new SignInAlerts(app, "signin-alerts", configuration);
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigurationFileError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
