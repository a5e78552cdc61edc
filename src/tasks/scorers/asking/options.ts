import { z } from 'zod';
import { openAiOptions } from '../../engines/openai/options.ts';
import { serviceOptions } from '../service.ts';

const { budget, price } = openAiOptions.shape;

/** Options of a scorer whose requests cost something. */
export const paidOptions = {
  concurrency: z.int().min(1).max(256).default(8).describe('Most requests under way at once.'),
  price,
  budget: budget.describe(
    'What this scorer may spend in one evaluation, on all its answers. It ends before it spends more, and what is left unscored never passes.',
  ),
  ...serviceOptions,
};

/** How a service is asked, and what that may cost, decides nothing that it says. */
export const UNSAID = [
  ...['url', 'api_key_env', 'timeout_seconds', 'attempts', 'concurrency', 'price', 'budget'],
] as const satisfies readonly string[];

/** Options of a scorer that asks a model: which, and how. */
export const askedOptions = {
  checkpoint: z
    .string()
    .min(1)
    .optional()
    .describe(
      'GGUF file of the model, in place of `url` and `model`. The embedded engine runs it after all answers are given, when the evaluated model has left the memory; its digest and the engine enter the fingerprint.',
    ),
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address of an OpenAI-compatible API, such as `http://localhost:8000/v1`.'),
  model: z.string().min(1).optional().describe('Name of the model behind `url`.'),
  system_fingerprint: z
    .enum(['pinned', 'ignored'])
    .default('pinned')
    .describe(
      'Whether a service that calls its build by another name is another model. `ignored` is for services of which several builds answer by turns.',
    ),
  ...paidOptions,
};

export type AskedOptions = z.infer<z.ZodObject<typeof askedOptions>>;

/** Of a model behind `url` alone. */
const OF_SERVICE = [
  'model',
  'api_key_env',
  'price',
  'budget',
] as const satisfies readonly (keyof AskedOptions)[];

/** The same where nothing is set: whatever else stands there would be told nobody. */
const OF_SERVICE_BY_DEFAULT = [
  'system_fingerprint',
  'concurrency',
  'timeout_seconds',
  'attempts',
] as const satisfies readonly (keyof AskedOptions)[];

/** A budget that holds nothing is none. */
export function checkBudget(
  { budget, price }: Pick<AskedOptions, 'budget' | 'price'>,
  context: z.RefinementCtx,
): void {
  const say = (message: string) => context.addIssue({ code: 'custom', path: ['budget'], message });
  if (budget === undefined) return;
  if (Object.keys(budget).length === 0) say('set requests, tokens or cost, or leave budget out');
  if (budget.cost !== undefined && price === undefined)
    say('a budget of cost needs to know what a token costs: add `price: { prompt: 0.15, output: 0.6 }`');
}

/** Exactly one model is named, and by what belongs to it. */
export function checkAsked(given: AskedOptions, context: z.RefinementCtx): void {
  const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (given.checkpoint === undefined) {
    if (given.url === undefined) say('url', 'set url and model (a service), or checkpoint (a GGUF file)');
    else if (given.model === undefined) say('model', 'is needed with url: add the name of the model');
    checkBudget(given, context);
    return;
  }
  if (given.url !== undefined) say('url', 'belongs to a service: with checkpoint leave it out');
  for (const key of OF_SERVICE)
    if (given[key] !== undefined) say(key, 'belongs to url: with checkpoint leave it out');
  for (const key of OF_SERVICE_BY_DEFAULT)
    if (given[key] !== askedOptions[key].parse(undefined))
      say(key, 'belongs to url: with checkpoint leave it out');
}

/** What decides no reply: a file is known by its digest. */
export const UNASKED: readonly string[] = ['checkpoint', ...UNSAID];
