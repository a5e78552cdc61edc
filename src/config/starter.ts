import { Document, isMap, parseDocument, type Scalar, stringify, visit } from 'yaml';
import { WeighbridgeError } from '../core/domain/errors.ts';
import { STARTER_SUITES } from '../tasks/datasets/starter-suites.ts';
import { THRESHOLDS } from './thresholds.ts';

/** Where this project lives. The pin is left open on purpose: nobody should copy a commit that they have not chosen. */
const REPOSITORY = 'weighbridge/weighbridge';
const UNPINNED = '0'.repeat(40);
const CHECKOUT = 'actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1';

export interface StarterOptions {
  /** Path of the checkpoint that a pull request changes. */
  readonly candidate: string;
  readonly baseline: string;
  /** Full commit SHA of the action; 40 zeros, which GitHub refuses, until somebody chooses one. */
  readonly commit: string;
  /** Where the config lies in its repository: `''` for the root, else `a/b`. */
  readonly folder: string;
  /** Made of own data; without any, a small dataset is written to begin with. */
  readonly tasks: readonly StarterTask[];
}

/** A task as it is written, and its gates. */
export interface StarterTask {
  readonly name: string;
  readonly written: string | Readonly<Record<string, unknown>>;
  readonly gates: readonly Readonly<Record<string, unknown>>[];
  readonly samples: number;
}

export const STARTER_DEFAULTS: StarterOptions = {
  tasks: [],
  folder: '',
  candidate: 'checkpoints/candidate.gguf',
  baseline: 'checkpoints/baseline.gguf',
  commit: UNPINNED,
};

export interface StarterFile {
  /** From the config's folder, but of a workflow from the root of the repository: elsewhere GitHub sees none. */
  readonly path: string;
  readonly text: string;
  readonly fromRoot: boolean;
}

const DATASET = 'evals/arithmetic.jsonl';

/** Of the smallest part of a suite: few enough that all are evaluated. */
const SUITE_SAMPLES = 60;

/** What `weighbridge init` writes: a config, the workflow that uses it, and a small dataset to begin with. */
export function starterFiles(options: Partial<StarterOptions> = {}): readonly StarterFile[] {
  const complete = { ...STARTER_DEFAULTS, ...options };
  return [
    { path: 'weighbridge.yml', text: starterConfig(complete), fromRoot: false },
    { path: workflowPath(complete.folder), text: starterWorkflow(complete), fromRoot: true },
    ...(complete.tasks.length === 0 ? [{ path: DATASET, text: starterDataset(), fromRoot: false }] : []),
  ];
}

/** Each folder of a repository has a workflow of its own. */
const workflowPath = (folder: string): string => {
  const named = folder.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  return `.github/workflows/${named === '' ? 'weighbridge' : `weighbridge-${named}`}.yml`;
};

const ARITHMETIC = `  arithmetic:
    role: general
    type: multiple_choice
    dataset: ${DATASET} # rows of id, question, choices, answer; put your own here
`;

/** With fewer no candidate could pass a limit that means anything. */
export const FEWEST_THAT_BLOCK = 26;

/** Drops that so many samples can be expected to prove; `check` counts for the gate itself. */
const PROVABLE = [
  [10_400, '1pp'],
  [2600, '2pp'],
  [1160, '3pp'],
  [420, '5pp'],
  [110, '10pp'],
  [FEWEST_THAT_BLOCK, '20pp'],
] as const;

/** Metrics of an answer that is right or wrong: as many samples as `PROVABLE` says show what they lose. */
const OF_RIGHT_OR_WRONG = [
  ...['acc', 'exact_match', 'squad_em', 'numeric', 'starts_with', 'python_tests'],
  ...['prompt_level_strict_acc', 'over_refusal'],
];

/** The smallest that people call a gain, as of the headline limit `min_task_delta`: how much more is proven `check` says. */
const GAIN = { points: '1pp', share: '1%rel' } as const;

/** The task of a dataset of one's own, and its gate: what it is to learn has to gain, anything else must not be forgotten. */
export const taskOfOwnData = ({
  name,
  role,
  options,
  metric,
  rule = role === 'target' ? 'min_gain' : 'max_drop',
  samples,
}: {
  readonly name: string;
  readonly role: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly metric: string;
  readonly rule?: 'max_drop' | 'max_rise' | 'min_gain';
  readonly samples: number;
}): StarterTask => {
  // A rate moves by points, everything else by a part of what it was.
  const isRate = OF_RIGHT_OR_WRONG.includes(metric);
  const loss = isRate ? (PROVABLE.find(([needed]) => samples >= needed)?.[1] ?? '20pp') : '5%rel';
  const limit = rule !== 'min_gain' ? loss : isRate ? GAIN.points : GAIN.share;
  const tier = isRate && samples < FEWEST_THAT_BLOCK ? { tier: 'advisory' } : {};
  return {
    name,
    samples,
    written: { role, ...options },
    gates: [{ metric: `${name}/${metric}`, [rule]: limit, ...tier }],
  };
};

/** All suites that ship, each a task of its own name. */
export const suiteTasks = (): readonly StarterTask[] =>
  [...STARTER_SUITES].map(([suite, { parts }]) => {
    const name = suite.replace(/^.*:/, '');
    const gates = Object.entries(parts).map(([part, { gate }]) => ({
      ...gate,
      metric: `${name}${part}/${gate.metric}`,
    }));
    return { name, written: suite, gates, samples: SUITE_SAMPLES };
  });

const indented = (value: unknown, by: string): string => {
  const document = new Document(value);
  visit(document, { Scalar: quoteBlanks });
  return document
    .toString({ lineWidth: 0 })
    .trimEnd()
    .replaceAll(/^(?=.)/gm, by);
};

/** A block of nothing but empty lines cannot be read, and one that begins with them hardly. */
function quoteBlanks(_key: unknown, node: Scalar): void {
  if (typeof node.value === 'string' && /^\s*(?:\n|$)/.test(node.value)) node.type = 'QUOTE_DOUBLE';
}

/**
 * The text of a config with one more task and its gate; comments and order stay.
 * @throws WeighbridgeError `config` for a text that is no map of this kind, or has the task
 */
export function withTask(text: string, file: string, task: StarterTask): string {
  const document = parseDocument(text);
  const fault = (message: string, fix: string) =>
    new WeighbridgeError('config', message, { at: { file }, fix });
  if (document.errors.length > 0 || !isMap(document.contents)) {
    throw fault('the config cannot be read, so no task was added', '`weighbridge check` says where');
  }
  if (document.hasIn(['tasks', task.name])) {
    throw fault(`there is a task ${task.name} already`, 'give this one another name: --data <name>=<file>');
  }
  const written = document.createNode(task.written);
  visit(written, { Scalar: quoteBlanks });
  document.setIn(['tasks', task.name], written);
  for (const each of task.gates) {
    const gate = document.createNode(each, { flow: true });
    if (document.hasIn(['gates'])) document.addIn(['gates'], gate);
    else document.set('gates', document.createNode([gate]));
  }
  return document.toString({ lineWidth: 0 });
}

/** A value as YAML writes it on one line: quoted where a bare one would mean something else. */
const scalar = (text: string): string =>
  /\p{Cc}/u.test(text) ? JSON.stringify(text) : stringify(text, { lineWidth: 0 }).trimEnd();

function starterConfig({ candidate, baseline, tasks }: StarterOptions): string {
  const own = tasks.map(({ name, written }) => indented({ [name]: written }, '  '));
  const gates =
    tasks.length === 0
      ? [{ metric: 'arithmetic/acc', max_drop: '5pp' }]
      : tasks.flatMap((task) => task.gates);
  const samples = tasks.length === 0 ? 120 : Math.min(...tasks.map((task) => task.samples));
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${REPOSITORY}/main/schema/weighbridge.schema.json
# What this fine-tune may not forget. \`weighbridge check\` says what these lines come to without running a model.
version: 1

# Paths are relative to this file. A baseline may also be a folder of results of an earlier run.
candidate: ${scalar(candidate)}
baseline: ${scalar(baseline)}

tasks:
  # The role says which limits apply: target should gain, general must not be forgotten, safety has ceilings.
  # Questions that ship with Weighbridge need no data: \`general: weighbridge:general\` is a task (\`weighbridge init --starter\`).
${own.length === 0 ? ARITHMETIC : `${own.join('\n')}\n`}
gates:
  # Proven by paired samples, not by comparing two averages. A change of a rate is written in points: 5pp, or 0.05.
  # The fewer the samples, the wider the limit must be: 2pp needs about 2,600 of them, and \`check\` counts for you.
${gates.map((gate) => `  - ${stringify(gate, { collectionStyle: 'flow', lineWidth: 0 })}`).join('')}
# The headline limits; each is also an input of the action and a flag. Set those whose tasks you have.
# thresholds:
${Object.entries(THRESHOLDS)
  .map(([name, { example, about }]) => `#   ${name}: ${example} # ${about}\n`)
  .join('')}
policy:
  # What a gate does that the data leave undecided: lean (merge unproven where that is luck in at most one run of four), block, or warn.
  on_inconclusive: lean
${
  samples < 1000
    ? `  # Every sample counts: stopping early saves little of so few, and rests on which of them came first. Leave it out for
  # thousands: then an evaluation ends as soon as its gates are decided.
  evaluation: full
`
    : ''
}`;
}

/** Whether an event of a pull request can change a verdict. */
const CONCERNS = `startsWith(github.event.label.name || 'weighbridge:', 'weighbridge:') && (github.event.changes.base || !github.event.changes)`;

function starterWorkflow({ commit, folder }: StarterOptions): string {
  const pin = commit === UNPINNED ? ' # put the commit you have reviewed here' : '';
  return `name: weighbridge
on:
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review, edited, labeled, unlabeled]
permissions: {}
jobs:
  gate:
    # Of edits only another base branch counts, of labels only ours. A job that is skipped passes where it is required, so that a
    # skipped one has another name.
    name: \${{ ${CONCERNS} && 'gate' || 'not concerned' }}
    if: \${{ ${CONCERNS} }}
    runs-on: ubuntu-24.04
    permissions: { actions: read, contents: read, pull-requests: write } # earlier draws; the checkout; the comment
    steps:
      - uses: ${CHECKOUT}
        with: { lfs: true, persist-credentials: false }
      - uses: ${REPOSITORY}@${commit}${pin}
${folder === '' ? '' : `        with: { working-directory: ${JSON.stringify(folder)} }\n`}`;
}

/** Sums whose right answer stands among its neighbours: enough rows for the starter's gate, and nothing to download. */
function starterDataset(): string {
  const rows: string[] = [];
  for (let a = 2; a <= 13; a += 1) {
    for (let b = 3; b <= 12; b += 1) {
      const answer = (a * 7 + b * 3) % 4;
      const choices = [0, 1, 2, 3].map((index) => String(a + b + index - answer));
      rows.push(
        JSON.stringify({ id: `${a}+${b}`, question: `Question: ${a} + ${b} = ?\nAnswer:`, choices, answer }),
      );
    }
  }
  return `${rows.join('\n')}\n`;
}
