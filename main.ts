import { App } from "cdktf";
import { ConfigurationFileError, SignInAlerts, loadConfiguration } from "./src/stacks";
import { configurationFileOf, defaultConfigurationFile } from "./src/config/configuration-file";

// cdktf keeps a stack trace of every reference that it makes: two thirds of the time, and they
// are not read. Errors that are thrown have theirs all the same.
Error.captureStackTrace = () => undefined;

try {
  const file = configurationFileOf(process.env) ?? defaultConfigurationFile;
  const configuration = loadConfiguration(file);
  const app = new App();
  new SignInAlerts(app, "signin-alerts", configuration);
  app.synth();
} catch (error) {
  if (!(error instanceof ConfigurationFileError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
