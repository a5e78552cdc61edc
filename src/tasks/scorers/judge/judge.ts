import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { HIGHER, type MetricTraits } from '../../../core/metrics/traits.ts';
import { type Answer, defineScorer } from '../scorer.ts';
import { type RubricOptions, rubricOptions, UNGRADED } from './options.ts';
import { gradeRequest } from './prompt.ts';
import { KeptReplies } from './replies.ts';
import { type Grades, gradesReader } from './reply.ts';
import { type JudgeIdentity, JudgeService } from './service.ts';

/** Another model grades the answer by criteria that the task names. */
export const rubricJudge = defineScorer({
  name: 'judge',
  summary: 'another model grades the answer by your criteria',
  facts: {
    definition:
      'the mean over the criteria of the whole number that a judge gives each; a reply without the form asked for is unscored. With several criteria each is a metric too, `judge.<criterion>`',
    reference:
      'own; what it is worth is its agreement with people, and without labels that show it a gate on it is advisory (docs/how-to/judge.md)',
    use: 'what no rule can check: tone, helpfulness, whether an answer keeps to its source',
  },
  codeVersion: 1,
  options: rubricOptions,
  metric: HIGHER,
  traits: traitsOf,
  example: {
    options: {
      ...{ url: 'http://127.0.0.1:9/v1', model: 'judge', attempts: 1 },
      criteria: [{ name: 'helpful', description: 'Whether the answer helps whoever asked.' }],
    },
    targets: [],
  },
  unversioned: UNGRADED,
  asks: (options) => ({
    promptBytes: Buffer.byteLength(JSON.stringify(gradeRequest(options, PROBE).messages)),
    outputTokens: options.max_tokens,
    price: options.price ?? null,
  }),
  labels: labelsOf,
  parts: (options) => (options.criteria.length > 1 ? options.criteria.map(({ name }) => name) : []),
  scoresTogether: true,
  async open(options) {
    const service = new JudgeService(options);
    const read = gradesReader(options.criteria, options.scale);
    let known: Promise<JudgeIdentity> | null = null;
    const identify = (signal: AbortSignal) => {
      known ??= service.identify(gradeRequest(options, PROBE), signal);
      // What failed may be asked again.
      known.catch(() => {
        known = null;
      });
      return known;
    };
    return {
      // Of a server on this machine the port says nothing.
      inputs: [isLoopback(options.url) ? 'this machine' : options.url],
      async identify(signal) {
        // Another server may have come to this address since the last side was asked.
        known = null;
        return Object.values(await identify(signal));
      },
      async score(answers, signal) {
        const identity = await identify(signal);
        const kept = new KeptReplies(canonicalJson({ ...identity }));
        const ended = new AbortController();
        const until = AbortSignal.any([signal, ended.signal]);
        const graded = answers.map(async (answer) => {
          try {
            return await grade(options, answer, kept, read, (request) =>
              service.ask(request, identity, until),
            );
          } catch (error) {
            // What the others would reply is of no use without it.
            ended.abort(error);
            throw error;
          }
        });
        await Promise.allSettled(graded);
        ended.signal.throwIfAborted();
        return Promise.all(graded);
      },
    };
  },
});

const PROBE: Answer = { id: '', output: '4', targets: [], question: 'What is two and two?' };

async function grade(
  options: RubricOptions,
  answer: Answer,
  kept: KeptReplies,
  read: (reply: string) => Grades,
  ask: (request: ReturnType<typeof gradeRequest>) => ReturnType<JudgeService['ask']>,
): Promise<Score | readonly Score[]> {
  const { criteria } = options;
  const request = gradeRequest(options, answer);
  const found = await kept.find(request);
  const reply = found === null ? await ask(request) : { text: found };
  const grades = 'fault' in reply ? reply : read(reply.text);
  if ('fault' in grades) {
    const unscored = { unscored: grades.fault };
    return criteria.length > 1 ? [unscored, ...criteria.map(() => unscored)] : unscored;
  }
  if (found === null && 'text' in reply) await kept.keep(request, reply.text);
  const { scores } = grades;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return criteria.length > 1 ? [mean, ...scores] : mean;
}

const isLoopback = (url: string): boolean => /^(127\.[\d.]+|localhost|\[::1\])$/.test(new URL(url).hostname);

function traitsOf(
  { scale }: RubricOptions,
  name: string,
  [own, ...criteria]: readonly string[],
): MetricTraits {
  const unit = scale.min === 0 && scale.max === 1 ? 'rate' : 'number';
  const of = name === own && criteria.length > 0 ? criteria : [name];
  return { ...HIGHER, unit, range: { ...scale }, judge: { ...scale, of } };
}

/** What a file of labels calls each criterion, and the metric that is. */
function labelsOf({ labels, criteria }: RubricOptions, [own = '', ...parts]: readonly string[]) {
  if (labels === undefined) return null;
  return {
    file: labels,
    metrics: new Map(criteria.map(({ name }, index) => [name, parts[index] ?? own])),
  };
}
