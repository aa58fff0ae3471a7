import { App } from "cdktf";
import { SignInAlerts } from "../../src/stacks";
import { organizationOf } from "../organization";
import type { Job, Prepared } from "./contender";

/** This package, as a library in somebody's app. */
export function prepare({ outdir, ...size }: Job): Prepared {
  const props = organizationOf(size);
  return {
    importMs: 0,
    synthesize: () => {
      const app = new App({ outdir });
      new SignInAlerts(app, "signin-alerts", props);
      app.synth();
    },
  };
}
