import { join } from 'node:path';
import { z } from 'zod';
import { checkpointFault } from './files.ts';
import { jsonOfFile, textIfThere } from './text-files.ts';

const special = z.union([z.string(), z.object({ content: z.string() }).transform(({ content }) => content)]);
const tokenizerConfig = z.object({
  chat_template: z
    .union([z.string(), z.array(z.object({ name: z.string(), template: z.string() }))])
    .nullish(),
  bos_token: special.nullish(),
  eos_token: special.nullish(),
});

/**
 * What a folder says of its tokenizer; nothing where it has no such file.
 * @throws WeighbridgeError `checkpoint` for one that cannot be read
 */
export async function tokenizerConfigOf(path: string): Promise<z.infer<typeof tokenizerConfig>> {
  const file = join(path, 'tokenizer_config.json');
  const text = await textIfThere(file);
  if (text === null) return {};
  const parsed = tokenizerConfig.safeParse(await jsonOfFile(file, text));
  if (parsed.success) return parsed.data;
  const keys = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? 'its settings')))];
  throw checkpointFault(
    file,
    `is no config of a tokenizer: ${keys.join(', ')} cannot be understood`,
    'save the tokenizer again (transformers: `save_pretrained`)',
  );
}
