import { createHash, randomBytes } from 'node:crypto';
import { chmod, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { believedFolder } from '../../../adapters/process/cache-folder.ts';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { isRunning } from '../../../adapters/process/is-running.ts';
import { type CommandResult, run } from '../../../adapters/process/run.ts';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { makeDirectory } from '../../../results/store/disk-faults.ts';
import { digestFiles } from '../../checkpoints/digest.ts';
import { watchFiles } from '../../checkpoints/unchanged.ts';
import { announce } from './announce.ts';
import { CONVERT_YOURSELF, type Converter } from './converter.ts';
import { CONVERTER_DRIVER } from './converter-driver.ts';
import { type HfFolder, type OutType, outTypeOf } from './hf-folder.ts';
import type { LlamaCppOptions } from './options.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Conversion {
  readonly folder: HfFolder;
  /** Of an adapter, the folder of its base. */
  readonly base: HfFolder | null;
  readonly converter: Converter;
  readonly convert: LlamaCppOptions['convert'];
  readonly environment: Environment;
}

export interface ConvertOptions {
  readonly status: (line: string) => void;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

const MARKER = 'conversion.json';
const MODEL = 'model.gguf';
/** Far more than reading and writing a large model takes. */
const LONGEST_MS = 2 * 3600 * 1000;
/** Of a failed converter's output, the lines that say why. */
const SHOWN_LINES = 12;
const CAUSE_LINES = 4;

export const conversionsFolder = (environment: Environment): string =>
  believedFolder(environment, 'converted');

/**
 * The GGUF file of a folder that was converted before by the same converter; null where none was, or what lies there is not what
 * was written.
 */
export async function convertedBefore(conversion: Conversion, signal: AbortSignal): Promise<string | null> {
  const place = join(conversionsFolder(conversion.environment), await keyOf(conversion, signal));
  // A torn one is none: what lies beside it is made anew.
  const written = await readFile(join(place, MARKER), 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch(() => null);
  const marker = z.object({ digest: z.string() }).safeParse(written);
  if (!marker.success) return null;
  const path = join(place, MODEL);
  const digest = await digestFiles([{ name: MODEL, path }], { signal }).catch(() => null);
  signal.throwIfAborted();
  return digest === marker.data.digest ? path : null;
}

/**
 * Converts a folder, unless it was converted before, into a folder of its own that is renamed into place when complete.
 * @returns the path of the GGUF file
 * @throws WeighbridgeError `checkpoint` when the converter cannot convert it or it changes meanwhile, `engine` when there is no room
 * or no end
 */
export async function convertFolder(conversion: Conversion, options: ConvertOptions): Promise<string> {
  const { folder, base, environment } = conversion;
  const { status, signal } = options;
  // From before the digest that it is kept under: the digest of a large folder takes its time.
  const read = [...folder.files, ...(base?.files ?? [])];
  const assertUnchanged = await watchFiles(read.map(({ path }) => path));
  const before = await convertedBefore(conversion, signal);
  if (before !== null) return before;
  const parent = conversionsFolder(environment);
  await makeDirectory(parent);
  await removeAbandoned(parent);
  await requireRoom(parent, conversion);
  const key = await keyOf(conversion, signal);
  const partial = join(parent, `${key}.${process.pid}-${randomBytes(4).toString('hex')}.partial`);
  try {
    await makeDirectory(join(partial, 'work'));
    await chmod(partial, 0o700);
    const stop = announce(`${describeConversion(conversion)}, once, into ${parent}`, status);
    await runConverter(conversion, partial, options).finally(stop);
    await assertUnchanged();
    await rm(join(partial, 'work'), { recursive: true, force: true });
    const made = join(partial, MODEL);
    const digest = await digestFiles([{ name: MODEL, path: made }], { signal });
    await writeFile(join(partial, MARKER), `${JSON.stringify({ digest, ...factsOf(conversion) })}\n`);
    await chmod(made, 0o444);
    const target = join(parent, key);
    await rename(partial, target).catch(async () => {
      // Another that converts the same folder may have been faster: its copy is as good, and somebody may have it open.
      if ((await convertedBefore(conversion, signal)) !== null) return;
      await rm(target, { recursive: true, force: true });
      await rename(partial, target);
    });
    return join(target, MODEL);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** What is done to a folder, in words, with its size. */
export function describeConversion({ folder, converter, convert }: Conversion): string {
  const type = outTypeOf(folder, convert);
  return `${folder.kind === 'adapter' ? 'the adapter' : 'the folder'} ${folder.path} (${megabytes(folder.bytes)}) is converted to GGUF, ${type === 'auto' ? 'of the type that the converter chooses' : type}, by ${converter.name}`;
}

/** What of a conversion enters the fingerprint: what it made of the weights is another model where any of it differs. */
export const conversionSettings = ({ folder, converter, convert }: Conversion): string =>
  `converted to ${outTypeOf(folder, convert)} by ${converter.name}`;

const megabytes = (bytes: number): string =>
  `${Math.max(1, Math.round(bytes / 1e6)).toLocaleString('en-US')} MB`;

const factsOf = ({ folder, converter, convert }: Conversion) => ({
  converter: converter.name,
  converter_digest: converter.digest,
  driver: createHash('sha256').update(CONVERTER_DRIVER).digest('hex'),
  outtype: outTypeOf(folder, convert),
});

async function keyOf(conversion: Conversion, signal: AbortSignal): Promise<string> {
  const { folder, base } = conversion;
  const [own, below] = await Promise.all([
    digestFiles(folder.files, { signal }),
    base === null ? null : digestFiles(base.files, { signal }),
  ]);
  const key = canonicalJson({ kind: folder.kind, folder: own, base: below, ...factsOf(conversion) });
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

/** Bytes of a number that is converted, at most, for one that is stored: F32 out of 16 bits, or out of 8. */
const GROWTH: Readonly<Record<OutType, number>> = { f32: 2, f16: 1, bf16: 1, q8_0: 1, auto: 2 };

async function requireRoom(parent: string, { folder, convert }: Conversion): Promise<void> {
  const type = outTypeOf(folder, convert);
  const needed = folder.bytes * (type === 'f32' && folder.dtype === 'F32' ? 1 : GROWTH[type]);
  const { bavail, bsize } = await statfs(parent);
  if (bavail * bsize > needed) return;
  throw new WeighbridgeError(
    'engine',
    `no room to convert ${folder.path}: it takes ${megabytes(needed)}, and ${megabytes(bavail * bsize)} are free`,
    { at: { file: parent }, fix: 'make room there, or set WEIGHBRIDGE_CACHE to a folder on another disk' },
  );
}

async function runConverter(
  { folder, base, converter, convert, environment }: Conversion,
  partial: string,
  { signal, timeoutMs = LONGEST_MS }: ConvertOptions,
): Promise<void> {
  const script = folder.kind === 'adapter' ? 'convert_lora_to_gguf.py' : 'convert_hf_to_gguf.py';
  const work = join(partial, 'work');
  const made = join(partial, MODEL);
  const deadline = AbortSignal.timeout(timeoutMs);
  const result = await run(
    {
      file: converter.python,
      // Values are joined to their flags, and paths are absolute: none can be taken for a flag.
      args: [
        ...['-c', CONVERTER_DRIVER, converter.root, script],
        ...[`--outfile=${made}`, `--outtype=${outTypeOf(folder, convert)}`],
        ...(base === null ? [] : [`--base=${base.path}`]),
        folder.path,
      ],
      cwd: work,
      env: {
        ...childEnvironment(environment, ['base']),
        // Everything is in the folder: nothing is fetched, and no token that lies in HOME is found.
        ...{ HF_HOME: work, HF_HUB_OFFLINE: '1', TRANSFORMERS_OFFLINE: '1', CUDA_VISIBLE_DEVICES: '' },
        PYTHONDONTWRITEBYTECODE: '1',
      },
    },
    AbortSignal.any([signal, deadline]),
  ).catch((cause: unknown) => {
    signal.throwIfAborted();
    if (!deadline.aborted) throw cause;
    throw new WeighbridgeError(
      'engine',
      `the converter did not finish ${folder.path} within ${Math.round(timeoutMs / 1000)} seconds`,
      { fix: `convert it on a faster machine or disk, ${CONVERT_YOURSELF}` },
    );
  });
  const isMade = await stat(made).then(
    (found) => found.isFile() && found.size > 0,
    () => false,
  );
  if (result.code !== 0 || !isMade) throw conversionFault(folder, converter, result);
}

/** Known ends of the converter, by what it prints. */
const CAUSES: readonly { readonly says: RegExp; readonly why: string; readonly fix: string }[] = [
  {
    says: /REFUSED: the folder has Python of its own|contains custom code which must be executed/,
    why: 'it has Python of its own, which is not run',
    fix: 'where you trust that code, convert it yourself (`python convert_hf_to_gguf.py FOLDER --outfile model.gguf`) and name the GGUF file',
  },
  {
    says: /pre-tokenizer was not recognized/,
    why: 'the converter does not know its tokenizer, and a wrong one would give other tokens',
    fix: 'use a newer llama.cpp, or add the tokenizer to it as convert_hf_to_gguf_update.py tells, and name the GGUF file',
  },
  {
    says: /ERROR:hf-to-gguf:Model \S+ is not supported|ERROR:lora-to-gguf:Model \S+ is not supported/,
    why: 'the converter does not know its architecture',
    fix: 'use a newer llama.cpp, or evaluate it with `runner: lm-eval`',
  },
  {
    says: /No module named|ImportError/,
    why: 'a package of Python is missing',
    fix: 'install it into the environment of the converter',
  },
];

function conversionFault({ path }: HfFolder, { name }: Converter, result: CommandResult): WeighbridgeError {
  const { code, signal, output } = result;
  const end =
    code === 0
      ? 'it wrote no file'
      : signal === null
        ? `it ended with ${code}`
        : `it was killed by ${signal}${signal === 'SIGKILL' ? ', as where memory runs out' : ''}`;
  // A progress bar rewrites its line.
  const lines = output.split(/[\n\r]/).filter((line) => line.trim() !== '');
  // What comes before may be a warning that it went on after.
  const last = lines.slice(-CAUSE_LINES).join('\n');
  const known = CAUSES.find(({ says }) => says.test(last));
  const tail = lines.slice(-SHOWN_LINES).join('\n');
  return new WeighbridgeError(
    'checkpoint',
    `the checkpoint cannot be converted to GGUF by ${name}: ${known?.why ?? end}. The end of what it printed:\n${tail === '' ? '(nothing)' : tail}`,
    { at: { file: path }, fix: known?.fix ?? `see what it says; ${CONVERT_YOURSELF}` },
  );
}

/** Removes what conversions left that were killed. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, pid] = /^[0-9a-f]{32}\.(\d+)-[0-9a-f]{8}\.partial$/.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(join(parent, name), { recursive: true, force: true });
  }
}
