import { App } from "cdktf";
import {
  ConfigurationFileError,
  loadConfiguration,
  removeStaleStacks,
  SignInAlerts,
} from "./src/stacks";

// cdktf keeps a stack trace of every reference that it makes: two thirds of the time, and they
// are not read. Errors that are thrown have theirs all the same.
Error.captureStackTrace = () => undefined;

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
