import { describe, expect, test } from 'vitest';
import { compareTask } from '../../../src/core/compare/compare.ts';
import { decide } from '../../../src/core/decide/decide.ts';
import {
  FINGERPRINT_FIELDS,
  type Fingerprint,
  type FingerprintField,
  type RunStatus,
} from '../../../src/core/domain/run.ts';
import { gate, maxDrop, policy } from '../decide/build.ts';
import { ACC, type ArrayRun, record, run, sample } from './build.ts';

const SHARED: Fingerprint = {
  ...{ dataset: 'sha256:rows', prompt: 'sha256:prompt', few_shot: 5, own_prompt: null },
  chat_template: 'sha256:template',
  ...{ generation: '{"temperature":0}', scorers: 'exact_match 1', filter: 'strict-match', task_version: 3 },
  ...{ limit: null, tokenizer: 'sha256:vocabulary', engine: 'hf', engine_settings: 'context 512' },
  ...{ harness: 'lm-evaluation-harness', harness_version: '0.4.9', engine_version: '4.57.0' },
  ...{ dtype: 'bfloat16', batch_size: 8, device: 'cuda', seed: 1234 },
  ...{ settings: 'all', other_settings: 'all', repeats: 3 },
};

/** One row a line of method.md section 5 and formats.md sections 1 and 9 that a recorded setting can show. */
const SETTINGS: readonly [
  what: string,
  field: FingerprintField,
  other: string | number,
  severity: 'hard' | 'soft',
][] = [
  ['other documents: 790 of TruthfulQA where there were 817', 'dataset', 'sha256:other rows', 'hard'],
  ['another prompt or system instruction', 'prompt', 'sha256:other prompt', 'hard'],
  ['another number of examples', 'few_shot', 0, 'hard'],
  ['a prompt of its own', 'own_prompt', 'digest', 'hard'],
  ['another chat template', 'chat_template', 'sha256:other template', 'hard'],
  ['other generation settings', 'generation', '{"temperature":1}', 'hard'],
  ['another scorer', 'scorers', 'exact_match 2', 'hard'],
  ['another filter', 'filter', 'flexible-extract', 'hard'],
  ['the task redefined under its name: DROP 0 and 1', 'task_version', 4, 'hard'],
  ['a cap on one side: 100 samples against all', 'limit', 100, 'hard'],
  ['another vocabulary', 'tokenizer', 'sha256:other vocabulary', 'hard'],
  ['another engine', 'engine', 'vllm', 'hard'],
  ['another context size', 'engine_settings', 'context 2048', 'hard'],
  ['another harness', 'harness', 'lighteval', 'hard'],
  ['another version of the harness', 'harness_version', '0.4.13', 'soft'],
  ['another version of transformers', 'engine_version', '5.0.0', 'soft'],
  ['another precision', 'dtype', 'float32', 'soft'],
  ['another batch size', 'batch_size', 64, 'soft'],
  ['another accelerator', 'device', 'cpu', 'soft'],
  ['another seed', 'seed', 42, 'soft'],
  ['other settings of the harness', 'settings', 'unreadable', 'hard'],
  ['settings that may matter', 'other_settings', 'unreadable', 'soft'],
  ['another number of answers to each sample', 'repeats', 5, 'soft'],
];

const SAMPLES = 100;
const even = (index: number) => (index % 2 === 0 ? 1 : 0);
const scores = Array.from({ length: SAMPLES }, (_, index) => even(index));
const whole = (fingerprint = SHARED): ArrayRun => run(scores, ACC, { fingerprint });

/** The verdict on a gate that hardly anything else could block: nearly all points may go. */
function verdictOf(baseline: ArrayRun, candidate: ArrayRun) {
  const lenient = gate(maxDrop(0.45));
  return decide({ comparisons: [compareTask(baseline, candidate)], gates: [lenient], policy: policy() });
}

describe('settings', () => {
  test('every field of the fingerprint has its row', () => {
    expect(SETTINGS.map(([, field]) => field).sort()).toEqual(Object.keys(FINGERPRINT_FIELDS).sort());
  });

  test('of the harness are named one by one where they stop a gate', () => {
    const of = (length: number) =>
      whole({ ...SHARED, settings: JSON.stringify({ 'model_args.max_length': length }) });
    expect(verdictOf(of(2048), of(4096)).gates[0]?.reasons).toEqual([
      'The runs of facts cannot be compared: model_args.max_length (settings): 2048 in the baseline, 4096 in the candidate.',
    ]);
  });

  test.each(SETTINGS)('%s', (_, field, other, severity) => {
    const [left, right] = [whole(), whole({ ...SHARED, [field]: other })];
    expect(compareTask(left, right).mismatches).toEqual([
      { task: 'facts', field, baseline: SHARED[field], candidate: other, severity },
    ]);
    expect(verdictOf(left, right).verdict).toBe(severity === 'hard' ? 'invalid' : 'pass');

    const { [field]: _left, ...silent } = SHARED;
    expect(compareTask(left, whole(silent)).mismatches).toEqual([
      {
        task: 'facts',
        field,
        baseline: SHARED[field],
        candidate: field === 'repeats' ? 1 : 'not recorded',
        severity,
      },
    ]);
  });

  test.each([
    ['settings', 'hard'],
    ['other_settings', 'soft'],
  ] as const)('%s are told one by one', (field, severity) => {
    const of = (values: unknown) => whole({ ...SHARED, [field]: JSON.stringify(values) });
    const { [field]: _none, ...without } = SHARED;
    const both = { task: 'facts', field, severity };
    expect(compareTask(of({ a: '1', b: '2' }), of({ b: '3', c: '{}' })).mismatches).toEqual([
      { ...both, setting: 'a', baseline: '1', candidate: 'not set' },
      { ...both, setting: 'b', baseline: '2', candidate: '3' },
      { ...both, setting: 'c', baseline: 'not set', candidate: '{}' },
    ]);
    expect(compareTask(whole(without), of({ a: '1' })).mismatches).toEqual([
      { ...both, setting: 'a', baseline: 'not set', candidate: '1' },
    ]);
    // Two texts of which a parser sees the same are two texts all the same.
    const doubled = whole({ ...SHARED, [field]: '{"a":"2","a":"1"}' });
    expect(compareTask(of({ a: '1' }), doubled).mismatches).toMatchObject([{ field, severity }]);
  });

  describe('tokenizers', () => {
    const cut = (
      tokens: (index: number) => string | undefined,
      tokenizer = 'sha256:v',
      metric = ACC,
    ): ArrayRun => {
      const own = run(scores, metric, { fingerprint: { ...SHARED, tokenizer } });
      const samples = own.samples.map((each, index) => ({ ...each, token_digest: tokens(index) }));
      return { ...own, samples };
    };
    const alike = () => 'sha256:same';

    test('that cut every text into the same tokens are one', () => {
      expect(compareTask(cut(alike), cut(alike, 'sha256:w')).mismatches).toEqual([]);
    });

    test('that cut one text otherwise are told, and compare', () => {
      const [left, right] = [
        cut(alike),
        cut((index) => (index === 3 ? 'sha256:x' : 'sha256:same'), 'sha256:w'),
      ];
      const { mismatches } = compareTask(left, right);
      expect(mismatches).toEqual([
        {
          ...{ task: 'facts', field: 'tokenizer', setting: 'tokens', severity: 'soft' },
          baseline: expect.stringMatching(/^sha256:same at .* \(1 of 100 differ\)$/),
          candidate: expect.stringMatching(/^sha256:x at /),
        },
      ]);
      expect(verdictOf(left, right).verdict).toBe('pass');
      // Whatever the vocabularies say.
      expect(
        compareTask(
          left,
          cut((index) => (index === 3 ? 'sha256:x' : 'sha256:same')),
        ).mismatches,
      ).toEqual(mismatches);
    });

    test('do not compare by a metric per token', () => {
      const perToken = { ...ACC, name: 'token_accuracy' };
      const found = compareTask(
        cut(alike, 'a', perToken),
        cut(() => 'sha256:x', 'b', perToken),
      ).mismatches;
      expect(found).toMatchObject([{ field: 'tokenizer', severity: 'hard' }]);
      expect(found[0]?.baseline).toContain('token_accuracy counts tokens');
    });

    test.each([
      ['no sample says', () => undefined],
      ['one sample does not say', (index: number) => (index === 3 ? undefined : 'sha256:same')],
      [
        'one does not say and one differs',
        (index: number) => (index === 3 ? undefined : `sha256:${index === 0 ? 'x' : 'same'}`),
      ],
    ])('of which %s its tokens must be the same', (_, tokens) => {
      const [left, right] = [cut(alike), cut(tokens, 'sha256:w')];
      expect(compareTask(left, right).mismatches).toEqual([
        { task: 'facts', field: 'tokenizer', baseline: 'sha256:v', candidate: 'sha256:w', severity: 'hard' },
      ]);
    });
  });

  test('one and true are not the same, nor are nothing and absence', () => {
    const [one, yes] = [whole({ ...SHARED, few_shot: 1 }), whole({ ...SHARED, few_shot: true })];
    expect(compareTask(one, yes).mismatches).toMatchObject([{ field: 'few_shot', severity: 'hard' }]);
    const { limit: _, ...without } = SHARED;
    expect(compareTask(whole(), whole(without)).mismatches).toMatchObject([
      { field: 'limit', baseline: null, candidate: 'not recorded' },
    ]);
  });
});

describe('weights', () => {
  const quantized = (quantization: string | null, dtype: string | null) =>
    run(scores, ACC, { fingerprint: { ...SHARED, dtype }, model: { ...record().model, quantization } });

  test('another quantisation is told once, with both values', () => {
    expect(compareTask(quantized('Q8_0', 'F16'), quantized('Q4_0', 'F16')).mismatches).toEqual([
      { task: 'facts', field: 'quantization', baseline: 'Q8_0', candidate: 'Q4_0', severity: 'soft' },
    ]);
    expect(compareTask(quantized('Q8_0', 'Q8_0'), quantized('Q4_0', 'Q4_0')).mismatches).toMatchObject([
      { field: 'dtype', baseline: 'Q8_0', candidate: 'Q4_0' },
    ]);
    expect(compareTask(quantized(null, 'F16'), quantized('gptq 4 bit', 'F16')).mismatches).toMatchObject([
      { field: 'quantization', baseline: null, candidate: 'gptq 4 bit' },
    ]);
  });
});

describe('samples', () => {
  /** The samples of a whole run, changed; the record stays as if nothing had happened. */
  const changed = (change: (samples: ArrayRun['samples']) => ArrayRun['samples']): ArrayRun => {
    const { record, samples } = whole();
    return { record, samples: change(samples) };
  };

  const rows: readonly [
    what: string,
    candidate: ArrayRun,
    field: string,
    shown: readonly [string, string],
  ][] = [
    [
      'half of the documents missing on one side',
      changed((samples) => samples.slice(0, SAMPLES / 2)),
      'samples',
      ['50 only here, first s000050', 'none missing on the other side'],
    ],
    [
      'other documents under other ids',
      changed((samples) =>
        samples.map((each, index) => (index < 3 ? { ...each, id: `new ${index}` } : each)),
      ),
      'samples',
      ['3 only here, first s000000', '3 only here, first new 0'],
    ],
    [
      'a document that is there twice',
      changed(([first, ...others]) => (first === undefined ? [] : [first, first, ...others])),
      'samples',
      ['no duplicates', '1 duplicate ids, first s000000'],
    ],
    [
      'the same document, asked differently',
      changed((samples) =>
        samples.map((each, index) => (index === 7 ? { ...each, input_digest: 'x' } : each)),
      ),
      'inputs',
      ['in s000007 at s000007 (1 differ)', 'x at s000007 (1 differ)'],
    ],
    [
      'the same document with another right answer',
      changed((samples) =>
        samples.map((each, index) => (index < 9 ? { ...each, target_digest: 'x' } : each)),
      ),
      'targets',
      ['target s000000 at s000000 (9 differ)', 'x at s000000 (9 differ)'],
    ],
    [
      'another n',
      run(scores.slice(0, 60), ACC, { fingerprint: SHARED }),
      'samples',
      ['100 planned', '60 planned'],
    ],
    [
      'a run that broke off',
      { ...whole(), record: { ...whole().record, status: { state: 'failed', reason: 'out of memory' } } },
      'run',
      ['complete', 'failed: out of memory'],
    ],
  ];

  test.each(rows)(
    '%s: found on either side, named with both values, never a pass',
    (_, other, field, [ours, theirs]) => {
      expect(compareTask(whole(), other).mismatches).toContainEqual(
        expect.objectContaining({ field, baseline: ours, candidate: theirs }),
      );
      expect(compareTask(other, whole()).mismatches).toContainEqual(
        expect.objectContaining({ field, baseline: theirs, candidate: ours }),
      );
      expect(verdictOf(whole(), other).verdict).toBe('invalid');
      expect(verdictOf(other, whole()).verdict).toBe('invalid');
    },
  );

  test('a handful that is missing is shown, and judged by the coverage of the policy', () => {
    const one = changed((samples) => samples.slice(1));
    expect(compareTask(whole(), one).mismatches).toMatchObject([{ field: 'samples', severity: 'soft' }]);
    expect(verdictOf(whole(), one).verdict).toBe('pass');
  });

  test('the same digests in another order differ in nothing', () => {
    expect(
      compareTask(
        whole(),
        changed((samples) => [...samples].reverse()),
      ).mismatches,
    ).toEqual([]);
  });

  test.each<[string, RunStatus, string]>([
    ['came to no end', { state: 'complete' }, '40 of 100 evaluated'],
    [
      'says that it came further',
      { state: 'complete', stopped: { after: 41, because: 'decided' } },
      '40 of 41 evaluated',
    ],
  ])('a sequential candidate that %s is not whole', (_, status, candidate) => {
    const record = { ...whole().record, design: 'sequential', status } as const;
    expect(compareTask(whole(), { record, samples: whole().samples.slice(0, 40) }).mismatches).toEqual([
      { task: 'facts', field: 'samples', severity: 'hard', baseline: '100 of 100 evaluated', candidate },
    ]);
  });

  test('what a sequential candidate has not come to is not missing; what only it has is', () => {
    const stopped = { state: 'complete', stopped: { after: 40, because: 'decided' } } as const;
    const record = { ...whole().record, design: 'sequential', status: stopped } as const;
    const seen = whole().samples.slice(0, 40);
    expect(compareTask(whole(), { record, samples: seen }).mismatches).toEqual([]);
    const more = [...seen.slice(1), sample('strange', { acc: 1 })];
    expect(compareTask(whole(), { record, samples: more }).mismatches).toContainEqual(
      expect.objectContaining({ field: 'samples', candidate: '1 only here, first strange' }),
    );
  });
});
