import { messageOf, WeighbridgeError } from '../../core/domain/errors.ts';

/** A place on an S3-compatible service, as far as a store needs one. */
export interface Bucket {
  /** Keys below the prefix of the address, without it. */
  list(): Promise<readonly string[]>;
  /** Null where there is none. */
  get(key: string): Promise<Buffer | null>;
  put(key: string, content: Buffer): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const TIMEOUT_MS = 120_000;

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
  // Only a bucket needs them, and few runs have one.
  const [{ S3mini }, { AwsClient }] = await Promise.all([import('s3mini'), import('aws4fetch')]);
  const signer = new AwsClient({
    accessKeyId: required(environment, 'AWS_ACCESS_KEY_ID'),
    secretAccessKey: required(environment, 'AWS_SECRET_ACCESS_KEY'),
    ...(environment.AWS_SESSION_TOKEN === undefined ? {} : { sessionToken: environment.AWS_SESSION_TOKEN }),
    ...{ service: 's3', region },
  });
  const client = new S3mini({
    // Without keys it does not sign: it knows no session tokens, which is what roles in CI have.
    ...{ accessKeyId: '', secretAccessKey: '', region, requestAbortTimeout: TIMEOUT_MS },
    endpoint: `${service.replace(/\/+$/, '')}/${bucket}`,
    fetch: (input, init) => signer.fetch(input, init),
  });
  const ask = async <T>(what: string, request: () => Promise<T>): Promise<T> => {
    try {
      return await request();
    } catch (cause) {
      throw new WeighbridgeError('platform', `${address} did not ${what}: ${messageOf(cause)}`, {
        fix: 'check the address, AWS_REGION, AWS_ENDPOINT_URL and that the keys may list, read and write there',
        cause,
      });
    }
  };
  return {
    list: () =>
      ask('list its objects', async () => {
        const objects = await client.listObjects('/', prefix);
        if (objects === null) throw new Error('there is no such bucket');
        return objects.map(({ Key }) => Key.slice(prefix.length));
      }),
    get: (key) =>
      ask(`give ${key}`, async () => {
        const content = await client.getObjectArrayBuffer(`${prefix}${key}`);
        return content === null ? null : Buffer.from(content);
      }),
    put: (key, content) =>
      ask(`take ${key}`, async () => {
        await client.putAnyObject(`${prefix}${key}`, content);
      }),
  };
}

function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (value !== undefined && value !== '') return value;
  throw new WeighbridgeError('usage', `${name} is not set`, {
    fix: 'set the keys of the bucket as environment variables',
  });
}
