import { expect, test } from 'vitest';
import { dialectOf } from '../../../../src/tasks/engines/openai/dialects.ts';
import { Endpoint } from '../../../../src/tasks/engines/openai/endpoint.ts';
import { Ledger } from '../../../../src/tasks/engines/openai/ledger.ts';
import { openAiOptions } from '../../../../src/tasks/engines/openai/options.ts';
import { findServer } from '../../../../src/tasks/engines/openai/server.ts';
import { openAiServer } from '../../../support/openai-server.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** vLLM tells no special tokens: what stands before a text without context is what the served folder says, BOS before EOS. */
test.each<[string, string | null, number | null]>([
  ['its BOS', '{"bos_token": "b", "eos_token": "e"}', 98],
  ['its EOS, where it has no BOS', '{"bos_token": null, "eos_token": "e"}', 101],
  ['nothing, where that is no one token', '{"eos_token": "end"}', null],
  ['nothing, where nobody knows the folder', null, null],
])('what a server without a BOS puts before a text is %s', async (_, config, prefix) => {
  const { url } = await openAiServer({ prepends: false });
  const options = openAiOptions.parse({ attempts: 1 });
  const signal = new AbortController().signal;
  const endpoint = new Endpoint({ url, model: 'tiny' }, options, new Ledger(), signal);
  const folder = config === null ? undefined : temporaryFolder({ 'tokenizer_config.json': config });
  const dialect = await dialectOf(endpoint, await findServer(endpoint), options, folder);
  expect([dialect.prepended, dialect.prefix]).toEqual([null, prefix]);
});
