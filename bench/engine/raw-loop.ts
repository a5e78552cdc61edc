import type {
  EvaluationItem,
  GenerateNext,
  Library,
  Token,
} from '../../src/tasks/engines/llama-cpp/library.ts';
import { commonPrefix } from '../../src/tasks/engines/tokens.ts';
import type { Row } from './items.ts';

export interface RawLoop {
  /** Asks all rows in their order; the context's own beginning is computed once for neighbours that share it. */
  ask(rows: readonly Row[]): Promise<void>;
  dispose(): Promise<void>;
}

/**
 * What one would write by hand around node-llama-cpp: keeps the cells that two prompts in a row share, computes choices of one
 * token together and others after the context. No process, no protocol, no records, no digests.
 */
export async function openRawLoop(library: Library, modelPath: string, threads: number): Promise<RawLoop> {
  const llama = await library.getLlama({
    ...{ gpu: false, build: 'never', skipDownload: true, progressLogs: false, maxThreads: 0 },
    logger: () => undefined,
  });
  const model = await llama.loadModel({ modelPath });
  const context = await model.createContext({
    ...{ contextSize: 2048, batchSize: 512, sequences: 1, threads: { ideal: threads, min: 1 } },
    ...{ flashAttention: false, swaFullCache: true, failedCreationRemedy: false },
  });
  const sequence = context.getSequence();
  let held: readonly Token[] = [];
  const feed = async (tokens: readonly Token[], asked: ReadonlyMap<number, readonly Token[]>) => {
    const start = Math.min(commonPrefix(held, tokens), tokens.length - 2, ...asked.keys());
    await sequence.eraseContextTokenRanges([{ start, end: sequence.nextTokenIndex }]);
    const items = tokens.slice(start).map((token, i): EvaluationItem => {
      const wanted = asked.get(start + i);
      return wanted === undefined ? token : [token, { generateNext: next(wanted) }];
    });
    for (let from = 0; from < items.length; from += 512)
      await sequence.controlledEvaluate(items.slice(from, from + 512));
    held = tokens;
  };
  return {
    async ask(rows) {
      for (const { prompt, choices } of rows) {
        const head = model.tokenize(prompt, true);
        const wholes = choices.map((choice) => model.tokenize(`${prompt} ${choice}`, true));
        const ends = wholes.map((whole) => whole.slice(head.length));
        const last = head.length - 1;
        if (ends.every((end) => end.length === 1)) {
          await feed(head, new Map([[last, ends.flat()]]));
          continue;
        }
        for (const [choice, whole] of wholes.entries()) {
          const asked = new Map((ends[choice] ?? []).map((token, i) => [last + i, [token]]));
          await feed(whole.slice(0, -1), asked);
        }
      }
    },
    dispose: () => llama.dispose(),
  };
}

const next = (tokens: readonly Token[]): GenerateNext => ({
  token: true,
  totalLogitWeight: true,
  logits: { filter: { tokens, includeSelected: true } },
  options: { temperature: 0 },
});
