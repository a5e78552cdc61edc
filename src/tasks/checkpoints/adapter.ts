import { type FileHandle, open, stat } from 'node:fs/promises';
import { messageOf } from '../../core/domain/errors.ts';
import { type CheckpointFile, checkpointFault } from './files.ts';
import { readPeftSettings } from './metadata.ts';
import { readSafetensors } from './safetensors.ts';

/** Where a tensor's numbers lie. */
interface StoredTensor {
  readonly name: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** Bytes of one number, of which the last holds its sign; 1 where numbers come in blocks. */
  readonly width: number;
}

/** The two factors of what an adapter adds to a weight of its base. */
interface Factors {
  a?: StoredTensor;
  b?: StoredTensor;
}

/** PEFT, with and without the name of the adapter; embeddings; and what MLX and the trainers of diffusion models write. */
const FACTOR =
  /^(?:base_model\.model\.)?(.+)\.lora_(?:embedding_)?(a|b|down|up)(?:\.(?:default|[^.]+\.weight|weight|default\.weight))?$/i;

const MADE_BY = 'check the step that made the adapter, and that it was trained on this base';

/**
 * Whether an adapter changes its base at all, from its files alone: every loader that was tried passes over what it does not
 * know, and the base answers in the adapter's name.
 * @param base files of the weights; null where they are not here
 * @throws WeighbridgeError `checkpoint` for one that holds nothing, half of whose pairs is missing, whose tensors have no
 *   counterpart in the base, or that adds nothing but zeros
 */
export async function checkAdapter(
  path: string,
  adapter: readonly CheckpointFile[],
  base: readonly CheckpointFile[] | null,
): Promise<void> {
  const fault = (what: string, fix = MADE_BY) => checkpointFault(path, `is an adapter that ${what}`, fix);
  const isGguf = adapter.some(({ name }) => name.endsWith('.gguf'));
  const tensors = await tensorsOf(adapter);
  if (tensors.length === 0) throw fault('holds no tensors, so that it would change nothing');
  const { factors, others } = factorsOf(tensors);
  // Another kind of adapter, such as IA3: what it does cannot be told from its names.
  if (factors.size === 0) {
    if (isGguf) throw fault('holds none of the tensors of a LoRA');
    return;
  }
  const half = [...factors].filter(([, { a, b }]) => a === undefined || b === undefined);
  if (half.length > 0)
    throw fault(
      `has only one of the two factors of ${shown(
        half.map(([name]) => name),
        factors.size,
      )}`,
    );
  const sameKind = (base ?? []).filter(({ name }) => name.endsWith('.gguf') === isGguf);
  const unknown = await missingIn(sameKind, [...factors.keys()], isGguf);
  if (unknown.length > 0)
    throw fault(`changes weights that its base does not have: ${shown(unknown, factors.size)}`);
  const { lora_alpha: alpha } = await readPeftSettings(path, adapter);
  if (alpha === 0) throw fault('has no effect: its lora_alpha is 0');
  if (others > 0) return;
  for (const { a, b } of factors.values()) {
    if (a === undefined || b === undefined) continue;
    if (!(await isZero(a)) && !(await isZero(b))) return;
  }
  throw fault(
    `has no effect: of each of its ${factors.size} pairs of factors one is all zeros, as before the first step of training`,
  );
}

const SHOWN = 3;

function shown(names: readonly string[], all: number): string {
  const more = names.length > SHOWN ? ', …' : '';
  return `${names.length} of ${all} weights, ${names
    .slice(0, SHOWN)
    .map((name) => JSON.stringify(name))
    .join(', ')}${more}`;
}

function factorsOf(tensors: readonly StoredTensor[]) {
  const factors = new Map<string, Factors>();
  let others = 0;
  for (const tensor of tensors) {
    const [, weight, which = ''] = FACTOR.exec(tensor.name) ?? [];
    if (weight === undefined) {
      others += 1;
      continue;
    }
    const own = factors.get(weight) ?? {};
    factors.set(weight, own);
    own[/^(a|down)$/i.test(which) ? 'a' : 'b'] = tensor;
  }
  return { factors, others };
}

/**
 * Weights that the base has under no name. Loaders put parts in front (`model.`, `model.language_model.`), quantised weights
 * end otherwise (`qweight`) and experts lie apart, so that a module counts from its layer on, with anything in it; the head of
 * a model may be its embedding.
 */
async function missingIn(
  base: readonly CheckpointFile[],
  weights: readonly string[],
  isGguf: boolean,
): Promise<string[]> {
  const names = (await tensorsOf(base)).map(({ name }) => name);
  if (names.length === 0) return [];
  if (isGguf) {
    const known = new Set(names);
    return weights.filter(
      (name) => !known.has(name) && !(name === 'output.weight' && known.has('token_embd.weight')),
    );
  }
  const modules = new Set(names.flatMap(modulesOf));
  return weights.filter((name) => !modules.has(moduleOf(name)) && !/(^|\.)lm_head$/.test(name));
}

/** A module from the number of its layer on; where there is none, its own name. */
const moduleOf = (name: string): string => inLayer(name) ?? name.replace(/^.*\./, '');

/** All that a weight of the base can be a part of. */
function modulesOf(name: string): string[] {
  const layered = inLayer(name);
  const parts = (layered ?? name).split('.');
  return layered === null ? parts : parts.map((_, last) => parts.slice(0, last + 1).join('.'));
}

const inLayer = (name: string): string | null =>
  /(?:^|\.)([^.]+\.\d+\..+)$/.exec(name.replaceAll('.base_layer', ''))?.[1] ?? null;

async function tensorsOf(files: readonly CheckpointFile[]): Promise<StoredTensor[]> {
  const found: StoredTensor[] = [];
  for (const { name, path } of files) {
    if (name.endsWith('.safetensors')) {
      for (const tensor of await readSafetensors(path)) {
        found.push({ ...tensor, file: path, width: WIDTHS[tensor.dtype] ?? 1 });
      }
    } else if (name.endsWith('.gguf')) found.push(...(await tensorsOfGguf(path)));
  }
  return found;
}

/** Bytes of the numbers that have a sign in their last byte, by their names in safetensors and GGUF. */
const WIDTHS: Readonly<Record<string, number>> = { F64: 8, F32: 4, F16: 2, BF16: 2 };

async function tensorsOfGguf(path: string): Promise<StoredTensor[]> {
  // Large for its tables of quantisations, and only needed here.
  const { gguf, GGMLQuantizationType } = await import('@huggingface/gguf');
  const { size } = await stat(path);
  const { tensorInfos, tensorDataOffset } = await gguf(path, { allowLocalFile: true }).catch(
    (cause: unknown) => {
      throw checkpointFault(
        path,
        `has no readable GGUF header (${messageOf(cause)})`,
        'convert the checkpoint to GGUF again',
        cause,
      );
    },
  );
  const starts = tensorInfos.map(({ offset }) => Number(tensorDataOffset + offset)).sort((a, b) => a - b);
  return tensorInfos.map(({ name, dtype, offset }) => {
    const start = Number(tensorDataOffset + offset);
    const end = starts.find((other) => other > start) ?? size;
    return { name, file: path, start, end, width: WIDTHS[GGMLQuantizationType[dtype] ?? ''] ?? 1 };
  });
}

const BLOCK = 1024 * 1024;

/** Read until the first number that is another, which of an adapter that was trained is the first one. */
async function isZero({ file, start, end, width }: StoredTensor): Promise<boolean> {
  const handle = await open(file);
  try {
    for (let at = start; at < end; at += BLOCK) {
      const bytes = await readBlock(handle, at, Math.min(BLOCK, end - at));
      // −0 is 0 as well.
      const isNumber = (byte: number, index: number) =>
        byte !== 0 && !(width > 1 && byte === 0x80 && index % width === width - 1);
      if (bytes.some(isNumber)) return false;
    }
    return true;
  } finally {
    await handle.close();
  }
}

async function readBlock(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
