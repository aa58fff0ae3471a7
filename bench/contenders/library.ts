import { App } from "cdktf";
import { SignInAlerts } from "../../src/stacks";
import { organizationOf } from "../organization";
import type { Job } from "../synthesis";

/** This package, as a library in an app. */
export function prepare({ outdir, ...size }: Job): () => void {
  const props = organizationOf(size);
  return () => {
    const app = new App({ outdir });
    new SignInAlerts(app, "signin-alerts", props);
    app.synth();
  };
}
