import type { Score } from '../../../core/domain/sample.ts';
import { HIGHER, type MetricTraits } from '../../../core/metrics/traits.ts';
import { type Ask, openAsking } from '../asking/asking.ts';
import { type Answer, defineScorer } from '../scorer.ts';
import { criteriaOf, type RubricOptions, rubricOptions, UNGRADED } from './options.ts';
import { gradeRequest } from './prompt.ts';
import { type Grades, gradesReader } from './reply.ts';

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
  codeVersion: 2,
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
  unversioned: () => UNGRADED,
  asks: (options) => ({
    requests: 1,
    promptBytes: Buffer.byteLength(JSON.stringify(gradeRequest(options, PROBE).messages)),
    outputTokens: options.max_tokens,
    price: options.price ?? null,
  }),
  labels: labelsOf,
  parts: (options) => {
    const criteria = criteriaOf(options);
    return criteria.length > 1 ? criteria.map(({ name }) => name) : [];
  },
  scoresTogether: true,
  loadsModel: ({ checkpoint }) => checkpoint !== undefined,
  async open(options, directory) {
    const asking = await openAsking(
      options,
      { who: 'judge', probe: gradeRequest(options, PROBE) },
      directory,
    );
    const read = gradesReader(criteriaOf(options), options.scale);
    return {
      ...asking,
      score: (answers, signal) =>
        asking.each(answers, (answer, ask) => grade(options, answer, read, ask), signal),
    };
  },
});

const PROBE: Answer = { id: '', output: '4', targets: [], question: 'What is two and two?' };

async function grade(
  options: RubricOptions,
  answer: Answer,
  read: (reply: string) => Grades,
  ask: Ask,
): Promise<Score | readonly Score[]> {
  const criteria = criteriaOf(options);
  const grades = await ask(gradeRequest(options, answer), ({ text }) => read(text));
  if ('fault' in grades) {
    const unscored = { unscored: grades.fault };
    return criteria.length > 1 ? [unscored, ...criteria.map(() => unscored)] : unscored;
  }
  const { scores } = grades;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return criteria.length > 1 ? [mean, ...scores] : mean;
}

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
function labelsOf(options: RubricOptions, [own = '', ...parts]: readonly string[]) {
  const { labels } = options;
  if (labels === undefined) return null;
  return {
    file: labels,
    metrics: new Map(criteriaOf(options).map(({ name }, index) => [name, parts[index] ?? own])),
  };
}
