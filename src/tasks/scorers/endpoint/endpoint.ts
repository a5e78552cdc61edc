import { z } from 'zod';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import type { Score } from '../../../core/domain/sample.ts';
import { HIGHER } from '../../../core/metrics/traits.ts';
import { mostTokens } from '../../engines/openai/endpoint.ts';
import { Ledger } from '../../engines/openai/ledger.ts';
import { UNSAID } from '../asking/options.ts';
import { traitsOf, withinRange } from '../command/options.ts';
import type { Said } from '../command/process.ts';
import { KeptTexts } from '../kept-texts.ts';
import { type Answer, defineScorer } from '../scorer.ts';
import { askOfEach, identifiedPlace, type Outcome, openService, serviceChanged } from '../service.ts';
import { apiOf, type Item } from './apis.ts';
import { endpointOptions } from './options.ts';

/** What a reward model, a classifier or a service of yours makes of each answer, over HTTP. */
export const endpoint = defineScorer({
  name: 'endpoint',
  summary:
    'what a model behind an HTTP endpoint says of the answer: a reward model, a classifier, a service of yours',
  facts: {
    definition:
      'the mean of the numbers that the endpoint gives; an answer of which it gives none, or one that `min` and `max` leave out, is unscored',
    reference: 'yours: `version` and the model’s name as the service says it enter the fingerprint',
    use: 'reward models and classifiers that vLLM, SGLang or llama-server serve; `judge` for a model that writes its grade, `command` for a program (docs/how-to/own-scorers.md)',
  },
  codeVersion: 1,
  options: endpointOptions,
  metric: HIGHER,
  traits: traitsOf,
  example: {
    options: {
      ...{ api: 'score', url: 'http://127.0.0.1:9/score', model: 'reward', version: '1', attempts: 1 },
    },
    targets: [],
  },
  unversioned: () => UNSAID,
  scoresTogether: true,
  checkTargets: (targets, options) => {
    const isNeeded = options.needs_target || ('beside' in options && options.beside === 'target');
    return isNeeded && targets.length === 0 ? 'endpoint needs a target: set doc_to_target' : null;
  },
  async open(options) {
    const { model, url } = options;
    const api = apiOf(options);
    const wanted = 'class' in options ? options.class : null;
    const ledger = new Ledger(options.budget, options.price, 'scorers.endpoint.budget');
    const send = openService({ kind: 'scoring', ...options });
    // Of a server on this machine the port says nothing, and the path says what is asked.
    const place = [identifiedPlace(url), new URL(url).pathname].join(' ');
    /** The model as the service calls it; null until somebody asked. */
    let identity: string | null = null;

    const ask = async (items: readonly Item[], signal: AbortSignal) => {
      const body = { model, ...api.body(items) };
      const most = { prompt: mostTokens(JSON.stringify(body)), output: 0 };
      const entry = ledger.entry(most);
      const read = (said: unknown) => ({ ...envelope.parse(said), scores: api.read(said, items.length) });
      const outcome = await send(body, read, signal, entry);
      if ('failure' in outcome) return outcome;
      // A service that does not say what it took is taken to have taken all that it could.
      entry.settle({ prompt: outcome.value.usage?.prompt_tokens ?? most.prompt, output: 0 });
      const { scores, model: said = model } = outcome.value;
      if (identity !== null && said !== identity) throw serviceChanged('scoring', identity, said);
      return { value: scores, said };
    };

    const scoreBatch = async (batch: readonly (Item | null)[], signal: AbortSignal): Promise<Score[]> => {
      const service = [url, model, identity, options.version, options.api, wanted];
      const kept = new KeptTexts('scored', canonicalJson(service));
      const found = await Promise.all(batch.map((item) => (item === null ? null : kept.find(item))));
      const missing = batch.flatMap((item, index) => (item === null || found[index] !== null ? [] : [item]));
      const outcomes = await askOfEach(missing, (items) => ask(items, signal));
      const said = new Map<Item | null, Said>(missing.map((item, index) => [item, saidIn(outcomes[index])]));
      for (const [item, score] of said) if (typeof score === 'number') await kept.keep(item, String(score));
      return batch.map((item, index) =>
        withinRange(said.get(item) ?? (item === null ? NOT_KEPT : Number(found[index])), options),
      );
    };

    return {
      inputs: [place],
      async identify(signal) {
        // Another server may have come to this address since the last side was asked.
        identity = null;
        const outcome = await ask([api.item(PROBE) ?? {}], signal);
        if ('failure' in outcome) {
          throw new WeighbridgeError('engine', `the scoring service at ${url}: ${outcome.failure}`, {
            fix: `start it, and check that it serves \`api: ${options.api}\` at this address`,
          });
        }
        identity = outcome.said;
        return [identity];
      },
      async score(answers, signal) {
        const ended = new AbortController();
        const until = AbortSignal.any([signal, ended.signal]);
        const items = answers.map((answer) => api.item(answer));
        const batches = Array.from({ length: Math.ceil(items.length / api.batch) }, (_, index) =>
          items.slice(index * api.batch, (index + 1) * api.batch),
        );
        try {
          return (await Promise.all(batches.map((batch) => scoreBatch(batch, until)))).flat();
        } catch (error) {
          // What the others would say is of no use without it.
          ended.abort(error);
          throw error;
        }
      },
    };
  },
});

const PROBE: Answer = { id: '', output: '4', targets: ['4'], question: 'What is two and two?' };

/** What of an answer does not depend on the API. */
const envelope = z.object({
  model: z.string().optional(),
  usage: z.object({ prompt_tokens: z.int().min(0).optional() }).nullish(),
});

const NOT_KEPT: Said = { unscored: 'endpoint: nobody kept what the answer is held against' };

const saidIn = (outcome: Outcome<Said> | undefined): Said =>
  outcome !== undefined && 'value' in outcome
    ? outcome.value
    : { unscored: `endpoint: ${outcome?.failure ?? 'nothing was said'}` };
