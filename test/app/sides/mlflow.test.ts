import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfigAndFetch, resultsAt } from '../../../src/app/sides/mlflow.ts';
import { addGate } from '../../../src/cli/gate.ts';
import { readConfig } from '../../../src/config/load.ts';
import { command } from '../../red-team/attempt.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const ID = 'ab'.repeat(16);
const ROOT = `1/${ID}/artifacts`;

/** Files by their path among the artifacts, as an MLflow server hands them out. */
interface Kept {
  readonly files: Record<string, string>;
  status: string;
  /** In place of what it would answer. */
  answer?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

const servers: Server[] = [];
const listen = async (
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> => {
  const server = createServer(handler).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** As mlflow/server/handlers.py answers (3.17), of one run. */
async function mlflowOf(kept: Kept) {
  const asked: { readonly path: string; readonly authorization: string | undefined }[] = [];
  const url = await listen((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    asked.push({ path: pathname, authorization: request.headers.authorization });
    if (kept.answer?.(request, response)) return;
    const json = (value: unknown) => response.end(JSON.stringify(value));
    const info = {
      run_id: ID,
      artifact_uri: `mlflow-artifacts:/${ROOT}`,
      status: kept.status,
      end_time: '5',
    };
    const call = pathname.replace('/api/2.0/', '');
    if (call === 'mlflow/runs/get')
      json({ run: { info, data: { metrics: [{ key: 'facts/acc', value: 0.5 }] } } });
    else if (call === 'mlflow/model-versions/get') json({ model_version: { last_updated_timestamp: '7' } });
    else if (call === 'mlflow/model-versions/get-download-uri') json({ artifact_uri: `runs:/${ID}/ckpt` });
    else if (call === 'mlflow-artifacts/artifacts')
      json({ files: listed(kept.files, searchParams.get('path') ?? '') });
    else
      response.end(kept.files[decodeURIComponent(call).replace(`mlflow-artifacts/artifacts/${ROOT}/`, '')]);
  });
  return { url, asked };
}

function listed(files: Kept['files'], folder: string) {
  const below = Object.entries(files).flatMap(([path, text]) => {
    const whole = `${ROOT}/${path}`;
    return whole.startsWith(`${folder}/`) ? [{ rest: whole.slice(folder.length + 1).split('/'), text }] : [];
  });
  return [
    ...new Map(
      below.map(({ rest: [name = '', ...more], text }) => [
        name,
        more.length > 0
          ? { path: name, is_dir: true }
          : { path: name, is_dir: false, file_size: String(text.length) },
      ]),
    ).values(),
  ];
}

const LINES = '{"task":"facts","id":"a","metric":"acc","score":1}\n';
const kept = (change: Partial<Kept> = {}): Kept => ({
  ...{
    files: { 'eval/samples.jsonl': LINES, 'ckpt/w.gguf': 'GGUF', 'ckpt/more/notes.txt': '' },
    status: 'FINISHED',
  },
  ...change,
});
const log = { info: vi.fn() };

beforeEach(() => {
  log.info.mockClear();
  vi.stubEnv('WEIGHBRIDGE_CACHE', temporaryFolder());
  vi.stubEnv('MLFLOW_TRACKING_TOKEN', 'secret');
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close();
});

async function serve(given: Kept) {
  const { url, asked } = await mlflowOf(given);
  vi.stubEnv('MLFLOW_TRACKING_URI', url);
  return asked;
}

test('results of a server are judged again by the command that the report prints', async () => {
  const table = (right: number) =>
    Array.from({ length: 200 }, (_, index) =>
      JSON.stringify({ task: 'facts', id: `q${index}`, metric: 'acc', score: index < right ? 1 : 0 }),
    ).join('\n');
  await serve(kept({ files: { 'base.jsonl': `${table(190)}\n`, 'tuned.jsonl': `${table(120)}\n` } }));
  const out = temporaryFolder();
  const judge = async (args: readonly string[]) => {
    const { exitCode } = await command(addGate, [...args, '--out', out]);
    return { exitCode, comment: readFileSync(join(out, 'comment.md'), 'utf8') };
  };
  const sides = ['--baseline', `runs:/${ID}/base.jsonl`, '--candidate', `runs:/${ID}/tuned.jsonl`];
  const first = await judge(['gate', ...sides, '--max-drop', 'facts/acc=5pp']);
  expect(first.exitCode).toBe(1);
  const [, where, printed = ''] =
    /In a clone at this commit, (.*)\n\n```sh\nweighbridge (.*)\n```/.exec(first.comment) ?? [];
  expect(where).toBe('with the variables of MLflow set:');
  expect(await judge(printed.split(' '))).toEqual(first);
});

describe('what a reference names', () => {
  // red-team 6: what an earlier job left on the machine
  test('is put where each job of a workflow begins with nothing', async () => {
    await serve(kept());
    const [machine, job] = [process.env.WEIGHBRIDGE_CACHE ?? '', temporaryFolder()];
    const path = `runs:/${ID}/eval/samples.jsonl`;
    expect(await resultsAt(path, log)).toMatch(machine);
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    vi.stubEnv('RUNNER_TEMP', job);
    const [file = ''] = (await resultsAt(path, log)).split('#');
    expect(file).toMatch(job);
    expect(readFileSync(file, 'utf8')).toBe(LINES);
  });

  test('is a file, fetched once with its digest, and signed in for', async () => {
    const asked = await serve(kept());
    const path = await resultsAt(`runs:/${ID}/eval/samples.jsonl#higher=acc`, log);
    const [file = '', choices] = path.split('#');
    expect([readFileSync(file, 'utf8'), choices]).toEqual([LINES, 'higher=acc']);
    expect(asked.every(({ authorization }) => authorization === 'Bearer secret')).toBe(true);
    const manifest = JSON.parse(readFileSync(join(dirname(file), 'manifest.json'), 'utf8'));
    expect(manifest.files).toEqual([{ path: '', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(log.info.mock.calls).toEqual([[expect.stringContaining('fetching 1 file')]]);
    await resultsAt(`runs:/${ID}/eval/samples.jsonl`, log);
    expect(log.info).toHaveBeenCalledTimes(1);
  });

  test('is fetched again where the copy is another, or the run goes on', async () => {
    const given = kept();
    await serve(given);
    const file = await resultsAt(`runs:/${ID}/eval/samples.jsonl`, log);
    writeFileSync(file, LINES.replace('1}', '0}'));
    await resultsAt(`runs:/${ID}/eval/samples.jsonl`, log);
    expect(readFileSync(file, 'utf8')).toBe(LINES);
    given.status = 'RUNNING';
    await resultsAt(`runs:/${ID}/eval/samples.jsonl`, log);
    await resultsAt(`runs:/${ID}/eval/samples.jsonl`, log);
    expect(log.info).toHaveBeenCalledTimes(4);
  });

  test('is a checkpoint in a config, called as it is written', async () => {
    await serve(kept());
    const file = join(temporaryFolder({ 'facts.jsonl': '' }), 'weighbridge.yml');
    writeFileSync(
      file,
      `version: 1\ncandidate: models:/tickets/3\nbaseline: runs:/${ID}/ckpt/w.gguf\ntasks: { facts: { role: general, type: multiple_choice, dataset: facts.jsonl } }\ngates: [{ metric: facts/acc, max_drop: 2pp }]\n`,
    );
    const { config } = await readConfigAndFetch(file, {}, log);
    expect(config.candidate).toMatchObject({ kind: 'folder', label: 'models:/tickets/3' });
    expect(config.baseline).toMatchObject({ kind: 'file', label: `runs:/${ID}/ckpt/w.gguf` });
    const folder = config.candidate !== null && 'path' in config.candidate ? config.candidate.path : '';
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['more', 'more/notes.txt', 'w.gguf']);
    // The step that runs models knows neither the server nor the token, and finds what the step before it has fetched.
    vi.stubEnv('MLFLOW_TRACKING_URI', '').stubEnv('MLFLOW_TRACKING_TOKEN', '');
    expect((await readConfig(file, {})).config).toEqual(config);
  });

  test('is the candidate of a run that track has sent, and the numbers of another', async () => {
    const numbers = { files: {} };
    await serve(kept(numbers));
    const folder = await resultsAt(`runs:/${ID}`, log);
    expect(JSON.parse(readFileSync(join(folder, 'mlflow-run.json'), 'utf8')).run.data.metrics).toHaveLength(
      1,
    );
    await serve(kept({ files: { 'candidate/facts/run.json': '{}', 'verdict.json': '{}' } }));
    expect(readdirSync(await resultsAt(`runs:/${ID}`, log), { recursive: true }).sort()).toEqual([
      'facts',
      'facts/run.json',
    ]);
  });
});

describe('refuses, and leaves nothing behind,', () => {
  const fails = async (written: string, message: string) => {
    await expect(resultsAt(written, log)).rejects.toThrow(message);
    const cache = join(process.env.WEIGHBRIDGE_CACHE ?? '', 'mlflow');
    expect(existsSync(cache) ? readdirSync(cache, { recursive: true }) : []).toEqual([]);
  };

  test('what moves', () => fails('models:/tickets@champion', 'no fixed artifacts'));
  test('where nobody says which server', () => fails(`runs:/${ID}`, 'nobody says where MLflow answers'));
  test('what is no server', async () => {
    vi.stubEnv('MLFLOW_TRACKING_URI', 'sqlite:///mlflow.db');
    await fails(`runs:/${ID}`, 'is no server');
  });
  test('what is not there', async () => {
    await serve(kept());
    await fails(`runs:/${ID}/none.jsonl`, 'has no artifacts of');
  });
  test('names that lead out', async () => {
    const files = [{ path: 'eval', is_dir: true }];
    await serve(
      kept({
        answer: (request, response) => {
          if (!request.url?.includes('artifacts?path=')) return false;
          const isFolder = request.url.endsWith('eval');
          response.end(
            JSON.stringify({ files: isFolder ? [{ path: '..', is_dir: false, file_size: 1 }] : files }),
          );
          return true;
        },
      }),
    );
    await fails(`runs:/${ID}/eval`, 'no folder of artifacts that can be fetched');
  });
  test('folders without an end', async () => {
    await serve(
      kept({
        answer: (request, response) => {
          if (!request.url?.includes('artifacts?path=')) return false;
          response.end(JSON.stringify({ files: [{ path: 'eval', is_dir: true }] }));
          return true;
        },
      }),
    );
    await fails(`runs:/${ID}/eval`, 'no folder of artifacts that can be fetched');
  });
  test.each([
    ['fewer', 'short'],
    ['more', `${LINES}${LINES}`],
  ])('%s bytes than are listed', async (_what, sent) => {
    await serve(
      kept({
        answer: (request, response) => {
          if (!request.url?.endsWith('samples.jsonl')) return false;
          response.end(sent);
          return true;
        },
      }),
    );
    await fails(`runs:/${ID}/eval/samples.jsonl`, 'and sent others');
  });
  test('a server that refuses, in its words', async () => {
    await serve(
      kept({
        answer: (_request, response) => {
          response.writeHead(401).end('{"error_code":"UNAUTHENTICATED"}');
          return true;
        },
      }),
    );
    await fails(`runs:/${ID}`, 'says HTTP 401: {"error_code":"UNAUTHENTICATED"}');
  });
});

test('a redirect to another host takes the artifact from there, and no token', async () => {
  const seen: (string | undefined)[] = [];
  const other = await listen((request, response) => {
    seen.push(request.headers.authorization);
    response.end(LINES);
  });
  await serve(
    kept({
      answer: (request, response) => {
        if (!request.url?.endsWith('samples.jsonl')) return false;
        response.writeHead(302, { location: `${other}/signed` }).end();
        return true;
      },
    }),
  );
  const file = await resultsAt(`runs:/${ID}/eval/samples.jsonl`, log);
  expect([readFileSync(file, 'utf8'), seen]).toEqual([LINES, [undefined]]);
});
