import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheFolder } from '../../src/adapters/process/cache-folder.ts';

/**
 * A real S3 server that checks signatures: moto (https://docs.getmoto.org/en/latest/docs/server_mode.html), installed once
 * into the cache from a pinned requirement and started on the loopback.
 */
const REQUIREMENTS = resolve(import.meta.dirname, 's3-server.requirements.txt');

/** The calls that make the user, after which every call must be signed by it. */
const SETUP_CALLS = 3;

export interface S3Server {
  /** The variables that every S3 tool reads. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): void;
}

export async function startS3Server(): Promise<S3Server> {
  const python = installed();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    INITIAL_NO_AUTH_ACTION_COUNT: String(SETUP_CALLS),
    MOTO_S3_CUSTOM_ENDPOINTS: url,
  };
  const server = spawn(python, ['-m', 'moto.server', '-p', String(port)], { env, stdio: 'ignore' });
  await answering(url, server);
  await iam(url, { Action: 'CreateUser', UserName: 'tester' });
  const created = await iam(url, { Action: 'CreateAccessKey', UserName: 'tester' });
  const statement = [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }];
  await iam(url, {
    ...{ Action: 'PutUserPolicy', UserName: 'tester', PolicyName: 'all' },
    PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: statement }),
  });
  const value = (tag: string) => new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(created)?.[1] ?? '';
  return {
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: value('AccessKeyId'),
      AWS_SECRET_ACCESS_KEY: value('SecretAccessKey'),
    },
    stop: () => void server.kill('SIGKILL'),
  };
}

/** @returns the Python of an environment that has the server */
function installed(): string {
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(process.env), `s3-server-${digest}`);
  const python = join(folder, 'bin', 'python');
  const marker = join(folder, 'installed');
  if (existsSync(marker)) return python;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'ignore' });
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '-r', REQUIREMENTS], { stdio: 'inherit' });
  writeFileSync(marker, '');
  return python;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`the S3 server ended with ${server.exitCode}`);
    // Refused until it listens.
    const response = await fetch(`${url}/moto-api/`).catch(() => null);
    if (response !== null) return;
    await sleep(100);
  }
  throw new Error('the S3 server does not answer');
}

/** The server reads from the scope of the credential which service is meant. */
async function iam(url: string, parameters: Record<string, string>): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=none/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=none',
    },
    body: new URLSearchParams({ Version: '2010-05-08', ...parameters }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
