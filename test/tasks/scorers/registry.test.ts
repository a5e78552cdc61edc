import { describe, expect, test } from 'vitest';
import { issuesOf, versionOf } from '../../support/scoring.ts';

describe('an entry of scorers', () => {
  test.each([
    ['exact_mach', /there is no scorer "exact_mach": did you mean exact_match\?/],
    ['toxcity', /did you mean toxicity\?/],
    ['rouge_l', /did you mean rougeL\?/],
    ['ROUGE-2', /did you mean rouge2\?/],
    ['exact-match', /did you mean exact_match\?/],
    ['em', /did you mean exact_match\?/],
    ['macro-f1', /did you mean f1_macro\?/],
    ['bleu4', /did you mean bleu\?/],
    ['sacrebleu', /did you mean bleu\?/],
    ['chrF++', /did you mean chrf\?/],
    ['llm-rubric', /did you mean judge\?/],
    ['levenshtein', /did you mean edit_similarity\?/],
    ['accuracy', /accuracy is a metric of the scorer classification/],
    ['cohen_kappa', /kappa is a metric of the scorer classification/],
    ['RMSE', /rmse is a metric of the scorer regression/],
    ['ndcg@10', /ndcg is a metric of the scorer ranking/],
    ['pass@1', /give the task `repeats`/],
    ['perplexity', /a task of `type: perplexity` has it/],
    ['bertscore', /with `command`/],
    ['what_nobody_knows', /one of: exact_match, regex, /],
    ['constructor', /there is no scorer "constructor"/],
  ])('%s is not known', (name, message) => {
    expect(issuesOf(name)).toMatch(message);
    expect(issuesOf({ name })).toMatch(/^name: /);
  });

  test.each<[Record<string, unknown>, RegExp]>([
    [{ name: 'exact_match', ignorecase: true }, /ignorecase/],
    [{ name: 'exact_match', regexes_to_ignore: ['('] }, /regexes_to_ignore\.0: not an RE2 pattern/],
    [{ name: 'regex' }, /^pattern: /],
    [{ name: 'regex', pattern: '(?=a)' }, /^pattern: not an RE2 pattern/],
    [
      { name: 'regex', pattern: '(a)', group: 2 },
      /^group: the pattern has 1 groups, group 2 is not one of them/,
    ],
    [{ name: 'regex', pattern: 'a', metric: '../x' }, /^metric: /],
    [{ name: 'json_valid', schema: '' }, /^schema: /],
    [{ name: 'toxicity', threshold: 0.2 }, /threshold/],
    [{ name: 'toxicity', backend: 'words' }, /a word list is `profanity_rate`/],
    [{ name: 'toxicity', backend: 'command', command: [], version: '1' }, /^command: /],
    [{ name: 'toxicity', backend: 'command', command: ['x'] }, /^version: /],
    [{ name: 'toxicity', backend: 'moderations', url: 'file:///etc/passwd', model: 'm' }, /^url: /],
    [
      { name: 'toxicity', backend: 'moderations', url: 'http://h/', model: 'm', threshold: 2 },
      /^threshold: /,
    ],
  ])('%j is refused', (entry, message) => {
    expect(issuesOf(entry)).toMatch(message);
  });
});

test('a default that is written out changes no version', async () => {
  const plain = await versionOf('exact_match');
  expect(await versionOf({ name: 'exact_match', strip: true })).toBe(plain);
  expect(await versionOf({ name: 'exact_match', ignore_case: true })).not.toBe(plain);
});
