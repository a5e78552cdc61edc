import { open, readdir, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { WeighbridgeError } from '../../../core/domain/errors.ts';
import { checkpointFault as fault, notOpened, splitParts } from '../../checkpoints/files.ts';
import { isBarePickle, isZip } from '../../checkpoints/pickle.ts';

const PICKLE_EXTENSIONS = new Set(['.bin', '.pt', '.pth', '.ckpt', '.pkl', '.pickle']);
const CONVERT = 'convert it with llama.cpp: `python convert_hf_to_gguf.py FOLDER --outfile model.gguf`';

/** Things a checkpoint path may point at that are not GGUF, told apart by their first bytes. */
const LOOKALIKES: readonly {
  readonly is: (head: Buffer) => boolean;
  readonly what: string;
  readonly fix: string;
}[] = [
  {
    is: (head) => head.length === 0,
    what: 'is empty',
    fix: 'check the step that wrote or downloaded it',
  },
  {
    is: (head) => head.toString('latin1').startsWith('version https://git-lfs'),
    what: 'is a Git LFS pointer, not the weights',
    fix: 'fetch the weights: `git lfs pull`, or `lfs: true` of actions/checkout',
  },
  {
    // PyTorch wraps pickles in a zip file.
    is: (head) => isBarePickle(head) || isZip(head),
    what: 'is a pickle: loading it would run whatever code it contains, so it is refused unread',
    fix: 'save it as safetensors and convert that to GGUF',
  },
  {
    is: (head) => head.length > 8 && head.readBigUInt64LE(0) < 1n << 32n && head[8] === 0x7b,
    what: 'is a safetensors file, which the embedded engine does not read by itself',
    fix: `name its folder, with config.json and tokenizer, which is converted, or ${CONVERT}`,
  },
];

/**
 * Makes sure that a path leads to GGUF files and returns them: one, or all parts of a split model in order.
 * Nothing is loaded; only the first bytes are read.
 * @throws WeighbridgeError `checkpoint`
 */
export async function findWeights(path: string): Promise<readonly string[]> {
  const parts = splitParts(path);
  for (const part of parts) await checkGguf(part);
  return parts;
}

async function checkGguf(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw notOpened(path, error);
  });
  if (found.isDirectory()) throw await folderFault(path);
  const head = await readHead(path);
  if (head.toString('latin1', 0, 4) === 'GGUF') return;
  const lookalike = LOOKALIKES.find(({ is }) => is(head));
  if (lookalike !== undefined) throw fault(path, lookalike.what, lookalike.fix);
  if (PICKLE_EXTENSIONS.has(extname(path).toLowerCase())) {
    throw fault(
      path,
      `has the extension of a pickle-based checkpoint (${extname(path)}), which may run code when loaded: refused unread`,
      'save it as safetensors and convert that to GGUF',
    );
  }
  throw fault(
    path,
    `is not a GGUF file (it begins with ${JSON.stringify(head.toString('latin1', 0, 4))})`,
    CONVERT,
  );
}

async function folderFault(path: string): Promise<WeighbridgeError> {
  const names = await readdir(path);
  const gguf = names.filter((name) => name.endsWith('.gguf')).sort();
  if (gguf.length > 0) {
    return fault(path, 'is a folder', `name one of its files: ${gguf.slice(0, 5).join(', ')}`);
  }
  return fault(
    path,
    'is a folder with neither a GGUF file nor results of an earlier run',
    'name a .gguf file, a folder with config.json and safetensors, or one that `weighbridge evaluate` wrote',
  );
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    throw fault(path, 'cannot be read', 'check its permissions', error);
  });
  try {
    const head = Buffer.alloc(32);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
