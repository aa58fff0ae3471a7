import { parse } from "yaml";
import { deploymentOrder, formats, type Action } from "../../src/deployment";
import { madeRepository, organizationOf, stacksWith } from "./made-manifest";

const { manifest } = madeRepository();

function written(format: string, action: Action = "apply"): string {
  const found = formats.find(({ name }) => name === format);
  if (!found) throw new Error(`no format ${format}`);
  return found.write(deploymentOrder("cdktf.out"), action);
}

interface GitLabJob {
  readonly stage: string;
  readonly needs: readonly (string | { readonly job: string })[];
  readonly variables: { readonly FOLDER: string };
  readonly resource_group?: string;
}

interface SpaceliftFile {
  readonly resource: {
    readonly spacelift_stack: Readonly<Record<string, { readonly project_root: string }>>;
    readonly spacelift_stack_dependency: Readonly<
      Record<string, { readonly stack_id: string; readonly depends_on_stack_id: string }>
    >;
  };
}

const nameIn = (folder: string): string => folder.replace("cdktf.out/stacks/", "");

/** The jobs of a child pipeline by name. */
function gitlabJobs(action?: Action): ReadonlyMap<string, GitLabJob> {
  const file = parse(written("gitlab", action)) as Readonly<Record<string, unknown>>;
  return new Map(
    Object.entries(file).flatMap(([name, job]) =>
      typeof job === "object" && job !== null && "extends" in job
        ? [[name, job as unknown as GitLabJob]]
        : [],
    ),
  );
}

/** Stages as each engine would go through them, by its own rules. */
const stagesOf: Readonly<Record<string, () => readonly (readonly string[])[]>> = {
  json: () =>
    (
      JSON.parse(written("json")) as { stages: readonly (readonly { readonly name: string }[])[] }
    ).stages.map((stacks) => stacks.map(({ name }) => name)),
  github: () =>
    (
      JSON.parse(written("github").replace(/^stages=/u, "")) as readonly (readonly {
        readonly folders: string;
      }[])[]
    ).map((jobs) => jobs.flatMap(({ folders }) => folders.split(" ").map(nameIn))),
  gitlab: () => {
    const { stages } = parse(written("gitlab")) as { stages: readonly string[] };
    const jobs = [...gitlabJobs().values()];
    return stages.map((stage) =>
      jobs.filter((job) => job.stage === stage).map((job) => nameIn(job.variables.FOLDER)),
    );
  },
  atlantis: () => {
    const { projects } = parse(written("atlantis")) as {
      projects: readonly { readonly dir: string; readonly execution_order_group: number }[];
    };
    const groups = [...new Set(projects.map((project) => project.execution_order_group))].sort();
    return groups.map((group) =>
      projects
        .filter((project) => project.execution_order_group === group)
        .map(({ dir }) => nameIn(dir)),
    );
  },
  spacelift: () => {
    const { resource } = JSON.parse(written("spacelift")) as SpaceliftFile;
    const edges = Object.values(resource.spacelift_stack_dependency);
    const stages: string[][] = [];
    const labels = new Set(Object.keys(resource.spacelift_stack));
    const idOf = (label: string) => `\${spacelift_stack.${label}.id}`;
    while (labels.size > 0) {
      const waiting = new Set([...labels].map(idOf));
      const next = [...labels].filter(
        (label) =>
          !edges.some(
            (edge) => edge.stack_id === idOf(label) && waiting.has(edge.depends_on_stack_id),
          ),
      );
      stages.push(next.map((label) => nameIn(resource.spacelift_stack[label]?.project_root ?? "")));
      for (const label of next) labels.delete(label);
    }
    return stages;
  },
};

test("there is a reader here for each format", () => {
  expect(Object.keys(stagesOf)).toEqual(formats.map(({ name }) => name));
});

test.each(Object.keys(stagesOf))(
  "%s deploys trail, hub and 40 accounts in this order",
  (format) => {
    manifest(organizationOf(40));
    const [trail, hub, accounts, ...more] = stagesOf[format]?.() ?? [];
    expect([trail, hub, more]).toEqual([["signin-trail"], ["signin-hub"], []]);
    expect(new Set(accounts).size).toBe(40);
    expect(accounts).toHaveLength(40);
  },
);

test.each([1, 255, 256, 257, 600, 2_000])(
  "GitHub runs %i accounts in at most 256 jobs, each in one of them",
  (count) => {
    manifest(organizationOf(count));
    const [, , jobs] = JSON.parse(written("github").replace(/^stages=/u, "")) as [
      unknown,
      unknown,
      { readonly name: string; readonly folders: string }[],
    ];
    expect(jobs.length).toBeLessThanOrEqual(256);
    expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length);
    expect(new Set(jobs.flatMap(({ folders }) => folders.split(" "))).size).toBe(count);
  },
);

test("a job of GitLab that applies waits for those before it, and for no other pipeline's", () => {
  manifest(organizationOf(3));
  const jobs = gitlabJobs();
  expect(jobs.get("signin-hub")).toMatchObject({
    needs: [{ job: "synth" }, "signin-trail"],
    resource_group: "signin-hub",
  });
  for (const { needs } of jobs.values()) {
    for (const need of needs) expect(typeof need === "string" ? jobs.has(need) : true).toBe(true);
  }
});

test("a job of GitLab that plans waits for none, and takes no lock", () => {
  manifest(organizationOf(3));
  for (const { needs, resource_group } of gitlabJobs("plan").values()) {
    expect(needs).toHaveLength(1);
    expect(resource_group).toBeUndefined();
  }
  expect(written("gitlab", "plan")).toContain("plan -input=false -lock=false");
  expect(written("gitlab", "plan")).not.toContain("-auto-approve");
});

test("fails for a job of GitLab that would wait for more than GitLab allows", () => {
  const many = Array.from({ length: 50 }, (_, at) => `s${at}`);
  manifest(stacksWith({ ...Object.fromEntries(many.map((name) => [name, []])), last: many }));
  expect(() => written("gitlab")).toThrow(
    "last waits for 50 stacks, and a job of GitLab for 49 at most",
  );
});

test("fails for a stack whose job would replace a setting of GitLab's", () => {
  manifest(stacksWith({ stages: [], variables: ["stages"], own: [] }));
  expect(() => written("gitlab")).toThrow(/^stages, variables: a job of GitLab cannot have/u);
});

test.each(["gitlab", "atlantis", "spacelift"])("%s says who wrote it", (format) => {
  manifest(organizationOf(1));
  expect(written(format)).toContain(`Written by signin-alerts matrix --format ${format}`);
});

test("Spacelift leaves the state where it is, and a person confirms each plan", () => {
  manifest(stacksWith({ "a.b": [] }));
  const { resource } = JSON.parse(written("spacelift")) as SpaceliftFile;
  expect(resource).toEqual({
    spacelift_stack: {
      stack_a_b: expect.objectContaining({ manage_state: false, autodeploy: false }) as unknown,
    },
  });
});
