import { createHash } from 'node:crypto';
import type { AwsClient } from 'aws4fetch';
import { SaxesParser } from 'saxes';
import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';
import { request } from './client.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A baseline's samples are one object, and may be large. */
const LIMITS = { totalMs: 120_000, bytes: 2 * 1024 ** 3 };

/**
 * Opens `s3://bucket/prefix` with the variables that every S3 tool reads: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
 * `AWS_SESSION_TOKEN`, `AWS_REGION`, and `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL` for services that are not Amazon's.
 * @throws WeighbridgeError `usage` for another address, or where a variable is missing
 */
export async function openBucket(address: string, environment: Environment): Promise<Bucket> {
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,62})(?:\/(.*))?$/.exec(address) ?? [];
  if (bucket === undefined) {
    throw new WeighbridgeError('usage', `${JSON.stringify(address)} is not the address of a bucket`, {
      fix: 'write s3://bucket or s3://bucket/prefix',
    });
  }
  const prefix = path.replace(/\/+$/, '') === '' ? '' : `${path.replace(/\/+$/, '')}/`;
  const region = environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? 'us-east-1';
  const service =
    environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL ?? `https://s3.${region}.amazonaws.com`;
  // Only a bucket needs it, and few runs have one.
  const { AwsClient } = await import('aws4fetch');
  const client = new AwsClient({
    accessKeyId: required(environment, 'AWS_ACCESS_KEY_ID'),
    secretAccessKey: required(environment, 'AWS_SECRET_ACCESS_KEY'),
    ...(environment.AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: environment.AWS_SESSION_TOKEN }),
    ...{ service: 's3', region },
  });
  return new Bucket(client, address, `${service.replace(/\/+$/, '')}/${bucket}`, prefix);
}

/** A place on an S3-compatible service, as far as a store needs one. */
export class Bucket {
  readonly #client: AwsClient;
  readonly #address: string;
  readonly #url: string;
  readonly #prefix: string;

  constructor(client: AwsClient, address: string, url: string, prefix: string) {
    this.#client = client;
    this.#address = address;
    this.#url = url;
    this.#prefix = prefix;
  }

  /** Keys below the prefix of the address, without it. */
  async list(): Promise<readonly string[]> {
    const keys: string[] = [];
    for (let token: string | undefined = ''; token !== undefined; ) {
      const page = new URLSearchParams({ 'list-type': '2', prefix: this.#prefix });
      if (token !== '') page.set('continuation-token', token);
      const found = await this.#ask('list its objects', `?${page}`, async (response) => {
        if (response.status === 404) throw new Error('there is no such bucket');
        return textsOf(await response.text(), ['Key', 'NextContinuationToken']);
      });
      keys.push(...(found.get('Key') ?? []).map((key) => key.slice(this.#prefix.length)));
      [token] = found.get('NextContinuationToken') ?? [];
    }
    return keys;
  }

  /** Null where there is none. */
  get(key: string): Promise<Buffer | null> {
    return this.#ask(`give ${key}`, this.#pathOf(key), async (response) =>
      response.status === 404 ? null : Buffer.from(await response.arrayBuffer()),
    );
  }

  put(key: string, content: Buffer): Promise<void> {
    const digest = createHash('sha256').update(content).digest('hex');
    const headers = { 'x-amz-content-sha256': digest };
    return this.#ask(
      `take ${key}`,
      this.#pathOf(key),
      async (response) => {
        if (response.status === 404) throw new Error('there is no such bucket');
      },
      { method: 'PUT', body: new Uint8Array(content), headers },
    );
  }

  #pathOf(key: string): string {
    return `/${`${this.#prefix}${key}`.split('/').map(encodeURIComponent).join('/')}`;
  }

  /** @param read given what was found, or a status of 404 */
  async #ask<T>(
    what: string,
    path: string,
    read: (response: Response) => Promise<T>,
    init: RequestInit = {},
  ): Promise<T> {
    try {
      const signed = await this.#client.sign(`${this.#url}${path}`, init);
      // What is signed holds for one host, so nobody is followed to another.
      const { method, headers } = signed;
      const sent = { method, headers, redirect: 'error', body: init.body ?? null } as const;
      const response = await request(signed.url, sent, LIMITS);
      if (response.ok || response.status === 404) return await read(response);
      const [, code = ''] = /<Code>(\w+)</.exec(await response.text()) ?? [];
      throw new Error(`HTTP ${response.status} ${code}`.trim());
    } catch (cause) {
      throw new WeighbridgeError('platform', `${this.#address} did not ${what}: ${messageOf(cause)}`, {
        fix: 'check the address, AWS_REGION, AWS_ENDPOINT_URL and that the keys may list, read and write there',
        cause,
      });
    }
  }
}

/** The texts of the elements of these names, in their order. @throws Error for what is not XML */
function textsOf(xml: string, names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>(names.map((name) => [name, []]));
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => texts.get(name)?.push(text));
  parser.write(xml).close();
  return texts;
}

function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (value !== undefined && value !== '') return value;
  throw new WeighbridgeError('usage', `${name} is not set`, {
    fix: 'set the keys of the bucket as environment variables',
  });
}
