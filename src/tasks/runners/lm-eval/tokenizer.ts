import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { parseJson } from '../../../core/domain/json.ts';
import { describeModel, hubModel, type ModelSource } from '../../../core/domain/model.ts';
import { makeDirectory, onDisk } from '../../../results/store/disk-faults.ts';
import { type CheckpointFile, checkpointFiles } from '../../checkpoints/files.ts';
import { HARNESS_FOLDER, type LmEvalCall } from './call.ts';
import { sha256 } from './identity.ts';

const CONFIG = 'tokenizer_config.json';
/** Where Transformers looks for templates beside those in the config of the tokenizer. */
const TEMPLATE = /^(chat_template\.jinja|additional_chat_templates\/[^/]+\.jinja)$/;
const WEIGHTS = /\.(safetensors|gguf|onnx|h5|msgpack)$/i;

const tokenizerConfig = z.record(z.string(), z.unknown());

/**
 * The tokenizer through which a side is asked where its chat template is declared to be that of another checkpoint: its own
 * but for the template, in a folder of the run directory that is named by the template.
 * @returns null where the side keeps its own
 */
export async function declaredTokenizer(evaluation: LmEvalCall): Promise<string | null> {
  const { template, source, side, out, tasks, say } = evaluation;
  if (template === undefined || tasks.every(({ options }) => options.apply_chat_template === false))
    return null;
  const elsewhere = [source, template].find((each) => folderOf(each) === null);
  const [own, other] = [folderOf(source), folderOf(template)];
  if (elsewhere !== undefined || own === null || other === null) {
    const told = describeModel(elsewhere ?? template);
    say(`${side}: keeps its own chat template, since ${told} is no folder here`);
    return null;
  }
  say(`${side}: asked with the candidate's chat template, a declared change`);
  const [files, templates] = [await checkpointFiles(own), await templatesOf(other)];
  const digest = sha256([templates.written, templates.files.map(({ name, text }) => [name, text])]);
  const folder = resolve(out, HARNESS_FOLDER, side, `tokenizer-${digest.slice('sha256:'.length, 27)}`);
  if (folder.includes(',')) {
    throw new WeighbridgeError('config', `lm_eval cuts its arguments at commas, and ${folder} holds one`, {
      fix: 'give --out another path',
    });
  }
  const { chat_template: _own, ...settings } = await readConfig(files);
  const merged = templates.written === null ? settings : { ...settings, chat_template: templates.written };
  await onDisk(folder, async () => {
    await rm(folder, { recursive: true, force: true });
    await makeDirectory(folder);
    for (const { name, path } of files) {
      if (!name.includes('/') && !WEIGHTS.test(name) && !TEMPLATE.test(name))
        await cp(path, join(folder, name));
    }
    await writeFile(join(folder, CONFIG), JSON.stringify(merged, null, 2));
    for (const { name, text } of templates.files) {
      await makeDirectory(dirname(join(folder, name)));
      await writeFile(join(folder, name), text);
    }
  });
  return folder;
}

/** The folder whose tokenizer lm_eval loads: of an adapter, that of its base. Null for what lies elsewhere. */
function folderOf(source: ModelSource): string | null {
  if (source.kind === 'adapter') return hubModel(source.base) === null ? source.base : null;
  return source.kind === 'folder' ? source.path : null;
}

async function templatesOf(folder: string) {
  const files = await checkpointFiles(folder);
  const { chat_template: written = null } = await readConfig(files);
  const found = files.filter(({ name }) => TEMPLATE.test(name));
  const read = ({ name, path }: CheckpointFile) => readFile(path, 'utf8').then((text) => ({ name, text }));
  return { written, files: await Promise.all(found.map(read)) };
}

async function readConfig(files: readonly CheckpointFile[]): Promise<Readonly<Record<string, unknown>>> {
  const file = files.find(({ name }) => name === CONFIG);
  if (file === undefined) return {};
  const parsed = tokenizerConfig.safeParse(parseJson(await readFile(file.path, 'utf8'), { file: file.path }));
  if (parsed.success) return parsed.data;
  throw new WeighbridgeError('checkpoint', 'this is no config of a tokenizer', {
    at: { file: file.path },
    fix: 'save it anew with tokenizer.save_pretrained',
  });
}
