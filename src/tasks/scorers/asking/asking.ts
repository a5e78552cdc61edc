import { z } from 'zod';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { KeptTexts } from '../kept-texts.ts';
import type { AskedOptions } from './options.ts';
import type { AskedIdentity, AskedModel, ModelRequest, Reply } from './request.ts';

/** A reply as it is kept. */
const said = z.object({ text: z.string(), shares: z.array(z.number()).nullable() });

/** A reply that was understood, or why there is nothing to understand. */
export type Read<Value extends object> = Value | { readonly fault: string };

type Said = Extract<Reply, { readonly text: string }>;

/** Asks the model once, or remembers what it replied. */
export type Ask = <Value extends object>(
  request: ModelRequest,
  read: (reply: Said) => Read<Value>,
) => Promise<Read<Value>>;

/** A model that a scorer asks about many answers. */
export interface Asking {
  readonly inputs: readonly string[];
  /** Asks it who it is; of a service another may have come since it was asked last. */
  identify(signal: AbortSignal): Promise<readonly (string | null)[]>;
  /**
   * One value an answer, in order. A failure of one ends all.
   * @throws WeighbridgeError for what may be asked again later
   */
  each<Item, Value>(
    items: readonly Item[],
    of: (item: Item, ask: Ask) => Promise<Value>,
    signal: AbortSignal,
  ): Promise<readonly Value[]>;
  close(): Promise<void>;
}

/** Options of a model that the config names. */
type Asked = AskedOptions & { readonly response_format?: 'json_schema' | 'none' };

/** How a scorer uses the model that it asks. */
interface Use {
  /** Who replies, for messages: `judge`, `guard`. */
  readonly who: string;
  /** Something small of the kind that it will be asked. */
  readonly probe: ModelRequest;
  /** Whether it is what the scorer takes it for. @throws WeighbridgeError where not */
  readonly verify?: (ask: Ask) => Promise<void>;
}

/**
 * @throws WeighbridgeError `config` for a key that is not set, `checkpoint` for what is no GGUF file
 */
export async function openAsking(
  options: Asked,
  { who, probe, verify }: Use,
  directory: string,
): Promise<Asking> {
  const { checkpoint, response_format: format } = options;
  const model: AskedModel =
    checkpoint === undefined
      ? (await import('./endpoint.ts')).openEndpoint(options, who)
      : await (await import('./local.ts')).openLocal(checkpoint, directory, who);
  const inForm = (request: ModelRequest) => (format === 'none' ? { ...request, schema: null } : request);
  let known: Promise<AskedIdentity> | null = null;
  const identify = (signal: AbortSignal) => {
    known ??= model.identify(inForm(probe), signal);
    // What failed may be asked again.
    known.catch(() => {
      known = null;
    });
    return known;
  };
  const asker = (identity: AskedIdentity, signal: AbortSignal, isFresh = false): Ask => {
    const kept = new KeptTexts('judged', canonicalJson({ ...identity, inputs: model.inputs }));
    const replied = async <Value extends object>(
      request: ModelRequest,
      read: (reply: Said) => Read<Value>,
    ): Promise<Read<Value>> => {
      const found = isFresh ? null : await kept.find(request);
      const reply =
        found === null ? await model.ask(request, identity, signal) : said.parse(JSON.parse(found));
      if ('fault' in reply) return reply;
      const understood = read(reply);
      if (found === null && !('fault' in understood)) await kept.keep(request, JSON.stringify(reply));
      return understood;
    };
    /** What is the same of two answers is asked once, also while the reply is on its way. */
    const underWay = new Map<string, Promise<Read<object>>>();
    return <Value extends object>(
      asked: ModelRequest,
      read: (reply: Said) => Read<Value>,
    ): Promise<Read<Value>> => {
      const request = inForm(asked);
      const key = canonicalJson(request);
      const other = underWay.get(key);
      // One request is read in one way.
      if (other !== undefined) return other as Promise<Read<Value>>;
      const own = replied(request, read).finally(() => underWay.delete(key));
      underWay.set(key, own);
      return own;
    };
  };
  return {
    inputs: model.inputs,
    async identify(signal) {
      known = null;
      const identity = await identify(signal);
      // What is there now may be another under the same name: what an earlier one replied says nothing of it.
      await verify?.(asker(identity, signal, true));
      // Another model is loaded before this one is needed.
      await model.close();
      return Object.values(identity);
    },
    async each(items, of, signal) {
      const identity = await identify(signal);
      const ended = new AbortController();
      const ask = asker(identity, AbortSignal.any([signal, ended.signal]));
      const values = items.map(async (item) => {
        try {
          return await of(item, ask);
        } catch (error) {
          // What the others would reply is of no use without it.
          ended.abort(error);
          throw error;
        }
      });
      await Promise.allSettled(values);
      ended.signal.throwIfAborted();
      return Promise.all(values);
    },
    close: () => model.close(),
  };
}
