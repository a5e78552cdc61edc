import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkpoint, ROOT, temporaryFolder } from '../e2e/support.ts';

/** The guides' own commands, one after the other, in a folder that has what each takes for given. */

const guide = (name: string): string => readFileSync(join(ROOT, 'docs/how-to', `${name}.md`), 'utf8');

/** Blocks of a page, also those within a step of a list. */
const blocks = (page: string, language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^( *)\`\`\`${language}\n(.*?)^\\1\`\`\`$`, 'gms'))].map(
    ([, indent, text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );

interface Fact {
  readonly question: string;
  readonly choices: readonly string[];
  readonly answer: number;
}
const FACTS = readFileSync(join(ROOT, 'fixtures/suite/facts.jsonl'), 'utf8').trim().split('\n').slice(0, 80);
const LETTERS = ['A', 'B', 'C', 'D'];
const asRow = ({ question, choices, answer }: Fact) => [question, ...choices, LETTERS[answer]].join(',');
const CONFIG = {
  version: 1,
  candidate: 'checkpoints/candidate.gguf',
  baseline: 'checkpoints/base.gguf',
  store: '.weighbridge/store',
  record: { history: 'history.jsonl' },
  tasks: {
    facts: {
      ...{ role: 'general', type: 'multiple_choice', dataset: 'evals/facts.jsonl' },
      doc_to_text: 'Question: {{question}}\nAnswer:',
    },
  },
  gates: [{ metric: 'facts/acc', max_drop: '20pp' }],
};
const scores = (wrong: number) =>
  ['task,id,metric,filter,score']
    .concat(Array.from({ length: 400 }, (_, i) => `mmlu,q${i},acc,,${i < wrong ? 0 : 1}`))
    .concat(
      Array.from({ length: 400 }, (_, i) => `gsm8k,q${i},exact_match,strict-match,${i < wrong ? 0 : 1}`),
    )
    .join('\n');
const table = (wrong: number) =>
  ['task,id,metric,score']
    .concat(Array.from({ length: 300 }, (_, i) => `tickets,ticket-${i},exact_match,${i < wrong ? 0 : 1}`))
    .join('\n');

interface Guide {
  readonly name: string;
  readonly files?: Readonly<Record<string, string>>;
  /** What stands before the page begins. */
  readonly before?: string;
  /** What only another machine or service could run. */
  readonly without?: RegExp;
  readonly adapt?: (script: string) => string;
  readonly says: readonly (string | RegExp)[];
}

const GUIDES: readonly Guide[] = [
  {
    name: 'own-data',
    before:
      'rm weighbridge.yml; mkdir out models; cp checkpoints/candidate.gguf out/step-2000.gguf; cp checkpoints/base.gguf models/',
    files: {
      'evals/own.csv': ['question,A,B,C,D,letter', ...FACTS.map((line) => asRow(JSON.parse(line)))].join(
        '\n',
      ),
      'evals/tickets.jsonl': Array.from({ length: 40 }, (_, i) =>
        JSON.stringify({ prompt: `Ticket: printer ${i}\nRoute:`, reference: 'hardware' }),
      ).join('\n'),
    },
    // Takes three checkpoints of one recipe.
    without: /--folds/,
    says: [
      'columns of choices',
      'says what it comes to',
      /own\/acc:max_drop/,
      'own, sample',
      /This blocks the merge|does not block/,
    ],
  },
  {
    name: 'existing-results',
    files: {
      'base.csv': table(6),
      'tuned.csv': table(6),
      'out/base/scores.csv': scores(20),
      'out/tuned/scores.csv': scores(20),
    },
    before: 'rm weighbridge.yml',
    // Of a table its file is named, of a harness the folder.
    adapt: (script) => script.replaceAll(/out\/(?:base|tuned)/g, '$&/scores.csv'),
    says: ['mmlu/acc', 'gsm8k/exact_match', 'tickets/exact_match', /does not block/],
  },
  {
    name: 'shards',
    adapt: (script) =>
      script.replace(/(?:^weighbridge evaluate.*\n)+/m, (all) =>
        [1, 2, 3, 4].map((i) => all.replaceAll('1/4', `${i}/4`).replaceAll('parts/1', `parts/${i}`)).join(''),
      ),
    says: [/^(?:Pass|Inconclusive).*facts\/acc/m],
  },
  { name: 'keep-baselines', before: 'weighbridge run', without: /s3:/, says: ['sha256:'] },
  {
    name: 'contamination',
    // As the run asked them.
    files: {
      'train.jsonl': FACTS.slice(0, 5)
        .map((line) => JSON.stringify({ text: `Question: ${(JSON.parse(line) as Fact).question}\nAnswer:` }))
        .join('\n'),
    },
    says: ['train.jsonl:1', /facts/],
  },
  {
    name: 'follow-the-history',
    before: 'for i in 1 2 3; do weighbridge run --full; done; cp weighbridge.yml stricter.yml',
    without: /track mlflow/,
    says: [/facts\/acc +3 /, 'max_drop', 'history.html'],
  },
];

test.each(GUIDES)(
  'the commands of $name run as they are',
  ({ name, files = {}, before = '', ...guideOf }) => {
    const { without, adapt = (script: string) => script, says } = guideOf;
    const page = guide(name);
    using folder = temporaryFolder({
      'weighbridge.yml': stringify(CONFIG),
      'evals/facts.jsonl': FACTS.join('\n'),
      ...files,
    });
    writeFileSync(join(folder.path, 'more.jsonl.gz'), gzipSync('{"text": "nothing of it"}\n'));
    const commands = blocks(page, 'sh')
      .join('')
      .split('\n')
      .filter((line) => without?.test(line) !== true)
      .join('\n');
    // A guide that shows a whole config runs by it.
    const [config] = blocks(page, 'yaml').filter((text) => text.startsWith('version: 1\n'));
    if (config !== undefined) writeFileSync(join(folder.path, 'page.yml'), config);
    const script = [
      // 1 and 2 are verdicts, and so is a 3 of which nothing is wrong with the command.
      `weighbridge() { node '${ROOT}/dist/cli.js' "$@"; local code=$?; [ $code -le 2 ] || { echo "$* ended with $code" >&2; exit 70; }; }`,
      'mkdir checkpoints',
      `cp '${checkpoint('base')}' checkpoints/base.gguf`,
      `cp '${checkpoint('candidate-good')}' checkpoints/candidate.gguf`,
      before,
      '[ -f page.yml ] && mv page.yml weighbridge.yml',
      adapt(commands),
    ].join('\n');
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    expect(status, `${stdout}\n${stderr}`).toBeLessThan(3);
    for (const words of says) expect(`${stdout}\n${stderr}`).toMatch(words);
  },
);
