import { createHash } from 'node:crypto';
import { onTestFinished, vi } from 'vitest';
import { describeModel } from '../../src/core/domain/model.ts';
import type { LoadedModel } from '../../src/tasks/engines/engine.ts';
import { ENGINES } from '../../src/tasks/engines/registry.ts';
import { bigramModel } from './bigram-model.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Between a right answer, a wrong one and what makes the prompt its own: a prompt says what may be answered. */
const PARTS = '§';
export const SCRIPTED_PROMPT = ['{{good}}', '{{bad}}', '{{id}}'].join(PARTS);

/** A number in [0, 1): the same text falls the same way whenever it is asked. */
export const chanceOf = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32LE() / 2 ** 32;

/**
 * Puts models in the place of llama.cpp that answer a prompt of `SCRIPTED_PROMPT` rightly so often. Of two with one rate each is wrong
 * where it has bad luck, and both where the question is hard.
 * @param rates by the name of a checkpoint's file
 */
export function useScriptedEngine(rates: Readonly<Record<string, number>>): void {
  const cache = process.env.WEIGHBRIDGE_CACHE;
  process.env.WEIGHBRIDGE_CACHE = cache ?? temporaryFolder();
  const open = async (source: Parameters<typeof describeModel>[0]): Promise<LoadedModel> => {
    const name = describeModel(source).split('/').at(-1) ?? '';
    const rate = rates[name] ?? 1;
    const isRight = (prompt: string, seed = 0) => {
      // Nine wrong answers of ten are of the question and not of luck.
      const luck = chanceOf(`${seed === 0 ? '' : seed}${prompt}${name}`) < 0.1;
      return chanceOf(luck ? `${name}${prompt}` : `${prompt}${seed}`) < rate;
    };
    return {
      ...bigramModel({ digest: `sha256:${name}` }),
      machine: 'a script',
      async generate({ prompt, seed, temperature }) {
        const [good = '', bad = ''] = prompt.split(PARTS);
        const text = isRight(prompt, temperature === 0 ? 0 : seed) ? good : bad;
        const tokens = text.split(/\s+/).length;
        const seconds = (tokens * (0.9 + chanceOf(`seconds${prompt}${name}`) / 5)) / 100;
        return {
          text,
          promptTokens: 10,
          outputTokens: tokens,
          finish: 'end_of_text',
          timing: { seconds, firstTokenSeconds: seconds / 5 },
        };
      },
      async scoreChoices({ context, continuations }) {
        // The first choice that the question names is the likeliest, where the answer is right.
        const [good = ''] = context.split(PARTS);
        const sure = 0.5 + chanceOf(`sure${context}`) / 2;
        const right = isRight(context);
        const scores = continuations.map((text) => {
          const isIt = (text.trim() === good.trim()) === right;
          const p = isIt ? sure : (1 - sure) / (continuations.length - 1);
          return { logLikelihood: Math.log(Math.max(p, 1e-6)), isGreedy: isIt, tokens: 1 };
        });
        return { scores, promptTokens: 10, truncatedTokens: 0 };
      },
      async rollingLogLikelihood(text) {
        return { logLikelihood: -text.length * (isRight(text) ? 1 : 3), tokens: text.length };
      },
    };
  };
  const spy = vi.spyOn(ENGINES['llama.cpp'], 'load').mockResolvedValue({ open });
  onTestFinished(() => {
    spy.mockRestore();
    if (cache === undefined) delete process.env.WEIGHBRIDGE_CACHE;
  });
}
