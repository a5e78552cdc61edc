import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gguf } from '@huggingface/gguf';
import { describe, expect, test } from 'vitest';
import { checkAdapter } from '../../../src/tasks/checkpoints/adapter.ts';
import { digestCheckpoint } from '../../../src/tasks/checkpoints/digest.ts';
import { checkpointFiles } from '../../../src/tasks/checkpoints/files.ts';
import { llamaCpp } from '../../../src/tasks/engines/llama-cpp/engine.ts';
import { identifyCheckpoint, inspectFolders } from '../../../src/tasks/runners/lm-eval/identity.ts';
import { faultOf } from '../../support/fault.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../fixtures/checkpoints');
const WEIGHTS = 'adapter_model.safetensors';
const BASES = { gguf: join(FIXTURES, 'base.gguf'), hf: join(FIXTURES, 'hf/base') };

/** Bytes in place of others, as often as they are there; both as long. */
function replaced(bytes: Buffer, from: string, to: string): Buffer {
  expect(to).toHaveLength(from.length);
  expect(bytes.includes(from)).toBe(true);
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}

type Broken = (bytes: Buffer) => Buffer | Promise<Buffer>;

/** The real adapter of the fixtures, changed in its file of weights. */
async function adapter(kind: 'gguf' | 'hf', broken: Broken, config: Broken = (same) => same) {
  const folder = temporaryFolder({});
  if (kind === 'gguf') {
    const path = join(folder, 'adapter.gguf');
    writeFileSync(path, await broken(readFileSync(join(FIXTURES, 'adapter-tickets.gguf'))));
    return path;
  }
  cpSync(join(FIXTURES, 'hf/adapter-tickets'), folder, { recursive: true });
  for (const [name, change] of [
    [WEIGHTS, broken],
    ['adapter_config.json', config],
  ] as const) {
    writeFileSync(join(folder, name), await change(readFileSync(join(folder, name))));
  }
  return folder;
}

const check = async (path: string, base: string | null) =>
  checkAdapter(path, await checkpointFiles(path), base === null ? null : await checkpointFiles(base));

/** Every number of one factor 0, or −0. */
const zeroedGguf =
  (factor: string, byte = 0): Broken =>
  async (bytes) => {
    const folder = temporaryFolder({ 'whole.gguf': bytes });
    const { tensorInfos, tensorDataOffset } = await gguf(join(folder, 'whole.gguf'), {
      allowLocalFile: true,
    });
    for (const { offset, shape } of tensorInfos.filter((each) => each.name.endsWith(factor))) {
      const start = Number(tensorDataOffset + offset);
      const end = start + 2 * shape.reduce((size, length) => size * Number(length), 1);
      for (let at = start; at < end; at += 2) bytes.writeUInt16LE(byte << 8, at);
    }
    return bytes;
  };

function zeroedSafetensors(bytes: Buffer): Buffer {
  const length = Number(bytes.readBigUInt64LE());
  const { __metadata__: _, ...header } = JSON.parse(bytes.subarray(8, 8 + length).toString());
  for (const [
    name,
    {
      data_offsets: [from, to],
    },
  ] of Object.entries<{ data_offsets: [number, number] }>(header)) {
    if (name.includes('lora_B')) bytes.fill(0, 8 + length + from, 8 + length + to);
  }
  return bytes;
}

function safetensorsOf(names: readonly string[]): Buffer {
  const tensors = names.map((name, index) => [
    name,
    { dtype: 'F32', shape: [1], data_offsets: [4 * index, 4 * index + 4] },
  ]);
  const header = Buffer.from(JSON.stringify(Object.fromEntries(tensors)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.alloc(4 * names.length, 1)]);
}

const same: Broken = (bytes) => bytes;

test.each([
  ['gguf', BASES.gguf],
  ['hf', BASES.hf],
  ['hf', null],
  // Of another kind than its base there is nothing to hold it against.
  ['gguf', BASES.hf],
] as const)('the real adapter (%s) fits its base', async (kind, base) => {
  await check(await adapter(kind, same), base);
});

describe('an adapter that would change nothing, or not all it says', () => {
  test.each<[string, 'gguf' | 'hf', Broken, RegExp]>([
    ['one factor all zeros', 'gguf', zeroedGguf('lora_b'), /no effect: of each of its 28 pairs/],
    ['the other one', 'gguf', zeroedGguf('lora_a'), /no effect/],
    ['minus zero', 'gguf', zeroedGguf('lora_b', 0x80), /no effect/],
    ['all zeros in PEFT', 'hf', zeroedSafetensors, /no effect/],
    [
      'nothing known to the base',
      'gguf',
      (bytes) => replaced(bytes, 'blk.', 'bla.'),
      /28 of 28 weights, "bla\.0\.ffn_down\.weight"/,
    ],
    [
      'half of it unknown',
      'gguf',
      (bytes) => replaced(replaced(bytes, 'blk.2.', 'blk.7.'), 'blk.3.', 'blk.8.'),
      /does not have: 14 of 28/,
    ],
    [
      'nothing known to the base of PEFT',
      'hf',
      (bytes) => replaced(bytes, 'self_attn', 'attention'),
      /does not have: 16 of 28/,
    ],
    [
      'layers that the base lacks',
      'hf',
      (bytes) => replaced(bytes, 'layers.3.', 'layers.9.'),
      /does not have: 7 of 28/,
    ],
    [
      'one factor missing',
      'gguf',
      (bytes) => replaced(bytes, 'blk.0.ffn_down.weight.lora_b', 'blk.0.ffn_down.weight.lora_x'),
      /only one of the two factors of 1 of 28/,
    ],
    ['no tensors', 'hf', () => safetensorsOf([]), /holds no tensors/],
    ['a model', 'gguf', () => readFileSync(BASES.gguf), /none of the tensors of a LoRA/],
  ])('%s (%s)', async (_, kind, broken, message) => {
    const path = await adapter(kind, broken);
    const fault = await faultOf(() => check(path, BASES[kind]));
    expect(fault.kind).toBe('checkpoint');
    expect(fault.text).toContain(path);
    expect(fault.text).toMatch(message);
    expect(fault.text).toContain('trained on this base');
  });

  test('a scale of 0', async () => {
    const path = await adapter('hf', same, (bytes) =>
      replaced(bytes, '"lora_alpha": 16', '"lora_alpha": 0 '),
    );
    expect((await faultOf(() => check(path, BASES.hf))).text).toContain('lora_alpha is 0');
  });

  test('is refused by every way to a model, before anything is loaded', async () => {
    const zero = {
      gguf: await adapter('gguf', zeroedGguf('lora_b')),
      hf: await adapter('hf', zeroedSafetensors),
    };
    const native = { kind: 'adapter', base: BASES.gguf, adapter: zero.gguf } as const;
    const harness = { kind: 'adapter', base: BASES.hf, adapter: zero.hf } as const;
    const hub = { ...harness, base: 'hf:org/name@main' };
    const { signal } = new AbortController();
    const ways: readonly (() => unknown)[] = [
      () =>
        llamaCpp.inspect?.(native, {
          gpu: 'off',
          convert: 'auto',
          threads: 'auto',
          parallel: 1,
          batch_size: 512,
        }),
      () => digestCheckpoint(native),
      () => inspectFolders(harness),
      () => inspectFolders(hub),
      () => identifyCheckpoint(harness, 'name', () => undefined, signal),
      () => identifyCheckpoint(hub, 'name', () => undefined, signal),
    ];
    for (const way of ways) expect((await faultOf(way)).text).toContain('has no effect');
  });
});

describe('names of other trainers and bases', () => {
  const folder = (name: string, names: readonly string[]) =>
    temporaryFolder({ [name]: safetensorsOf(names) });
  const lora = (...weights: string[]) =>
    folder(
      WEIGHTS,
      weights.flatMap((weight) => [`${weight}.lora_A.weight`, `${weight}.lora_B.weight`]),
    );
  const base = (...names: string[]) => folder('model.safetensors', names);

  test.each<[string, () => string, () => string]>([
    [
      'parts in front',
      () => lora('base_model.model.model.layers.0.mlp.up_proj'),
      () => base('model.language_model.layers.0.mlp.up_proj.weight'),
    ],
    [
      'a quantised base',
      () => lora('model.layers.0.mlp.up_proj'),
      () => base('model.layers.0.mlp.up_proj.qweight'),
    ],
    [
      'experts that lie apart',
      () => lora('model.layers.0.mlp.experts.base_layer'),
      () => base('model.layers.0.mlp.experts.3.w1.weight'),
    ],
    [
      'a head that is the embedding',
      () => lora('base_model.model.lm_head'),
      () => base('model.embed_tokens.weight'),
    ],
    [
      'an embedding',
      () =>
        folder(WEIGHTS, [
          'base_model.model.model.embed_tokens.lora_embedding_A',
          'base_model.model.model.embed_tokens.lora_embedding_B',
        ]),
      () => base('model.embed_tokens.weight'),
    ],
    [
      'the name of an adapter',
      () => folder(WEIGHTS, ['layers.0.up.lora_A.mine.weight', 'layers.0.up.lora_B.mine.weight']),
      () => base('layers.0.up.weight'),
    ],
    [
      'MLX',
      () => folder(WEIGHTS, ['model.layers.0.up.lora_a', 'model.layers.0.up.lora_b']),
      () => base('model.layers.0.up.weight'),
    ],
    [
      'another kind of adapter',
      () => folder(WEIGHTS, ['base_model.model.layers.0.up.ia3_l']),
      () => base('model.layers.0.up.weight'),
    ],
  ])('%s', async (_, adapter, weights) => {
    await check(adapter(), weights());
  });

  test('another layer is another weight', async () => {
    const [own, weights] = [lora('model.layers.1.mlp.up_proj'), base('model.layers.0.mlp.up_proj.weight')];
    expect((await faultOf(() => check(own, weights))).text).toContain('does not have');
  });
});
