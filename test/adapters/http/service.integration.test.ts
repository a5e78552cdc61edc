import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Malformed } from '../../../src/adapters/http/malformed.ts';
import { Pace } from '../../../src/adapters/http/pace.ts';
import { NoAnswer, Service, ServiceDown, type ServiceLimits } from '../../../src/adapters/http/service.ts';

type Answers = (response: ServerResponse, count: number) => void;

async function serverOf(answers: Answers) {
  const seen: { underWay: number; at: number }[] = [];
  let underWay = 0;
  const server = createServer((incoming, response) => {
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
    seen.push({ underWay, at: performance.now() });
    incoming.resume();
    answers(response, seen.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen };
}

const service = (limits: Partial<ServiceLimits> = {}) =>
  new Service({ attempts: 4, requestMs: 2000, bytes: 10_000, concurrency: 8, firstWaitMs: 5, ...limits });
const never = new AbortController().signal;
const text = (response: Response) => response.text();
const status =
  (code: number, headers: Record<string, string> = {}): Answers =>
  (response) =>
    response.writeHead(code, headers).end('no');
const fine: Answers = (response) => response.end('yes');
/** The first answers are these, all later ones are right. */
const first =
  (...wrong: Answers[]): Answers =>
  (response, count) =>
    (wrong[count - 1] ?? fine)(response, count);

describe('a request is repeated while that may help', () => {
  test.each<[string, Answers]>([
    ['an overload', status(503)],
    ['too many', status(429)],
    ['a hang-up', (response) => response.destroy()],
    [
      'half an answer',
      (response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('y');
        setTimeout(() => response.destroy(), 5);
      },
    ],
    ['more than the most', (response) => response.end('y'.repeat(20_000))],
  ])('after %s', async (_, wrong) => {
    const { url, seen } = await serverOf(first(wrong, wrong));
    expect(await service().ask(url, {}, text, never)).toBe('yes');
    expect(seen).toHaveLength(3);
  });

  test('after an answer that is none', async () => {
    const { url, seen } = await serverOf(first((response) => response.end('what')));
    const read = async (response: Response) => {
      if ((await response.text()) !== 'yes') throw new Malformed('it is not yes');
      return 'read';
    };
    expect(await service().ask(url, {}, read, never)).toBe('read');
    expect(seen).toHaveLength(2);
  });

  test.each([400, 401, 404, 422, 501])('and not after %d', async (code) => {
    const { url, seen } = await serverOf(status(code));
    await expect(service().ask(url, {}, text, never)).rejects.toMatchObject({
      status: code,
      why: `the service answered ${code}`,
    });
    expect(seen).toHaveLength(1);
  });

  test('and so often', async () => {
    const { url, seen } = await serverOf(status(500));
    await expect(service().ask(url, {}, text, never)).rejects.toThrow(
      'the service answered 500: no, tried 4 times',
    );
    expect(seen).toHaveLength(4);
  });

  test('what a service says is shown without its control characters, and short', async () => {
    const { url } = await serverOf((response) =>
      response.writeHead(400).end(`\u001b[31m${'long '.repeat(1000)}`),
    );
    const fault = await service()
      .ask(url, {}, text, never)
      .catch((error: Error) => error.message);
    expect(fault).not.toContain('\u001b');
    expect(String(fault).length).toBeLessThan(400);
  });
});

describe('waiting', () => {
  test('for as long as the service wishes, by all requests', async () => {
    const { url, seen } = await serverOf(first(status(429, { 'retry-after': '1' })));
    const asking = service();
    let started: Promise<string> | undefined;
    await new Promise<void>((refused) => {
      started = asking.ask(url, {}, text, never, { begin: async () => {}, fail: refused });
    });
    await Promise.all([started, asking.ask(url, {}, text, never)]);
    expect(seen).toHaveLength(3);
    for (const { at } of seen.slice(1)) expect(at - (seen[0]?.at ?? 0)).toBeGreaterThan(900);
  });

  test('has an end for one try', async () => {
    const { url } = await serverOf(() => {});
    const asked = service({ requestMs: 50, attempts: 2 }).ask(url, {}, text, never);
    await expect(asked).rejects.toThrow('no answer within 0.05 s, tried 2 times');
  });

  test('has an end for all tries', async () => {
    const { url } = await serverOf(status(500));
    const asked = service({ deadlineMs: 120, attempts: 1000, firstWaitMs: 30 }).ask(url, {}, text, never);
    await expect(asked).rejects.toThrow(/no answer within 0.12 s; last: the service answered 500/);
  });

  test('ends with an abort', async () => {
    const { url } = await serverOf(() => {});
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error('stop')), 30);
    await expect(service().ask(url, {}, text, abort.signal)).rejects.toThrow('stop');
  });
});

describe('the breaker', () => {
  test('opens after ten failures in a row, and everybody is told at once', async () => {
    const { url, seen } = await serverOf(status(503));
    const asking = service({ attempts: 100 });
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => asking.ask(url, {}, text, never)));
    for (const each of all)
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(ServiceDown) });
    // Ten failures, those under way with them, and the trials.
    expect(seen.length).toBeLessThan(25);
    const before = seen.length;
    await expect(asking.ask(url, {}, text, never)).rejects.toThrow(
      /requests in a row had no answer; last: the service answered 503/,
    );
    expect(seen).toHaveLength(before);
  });

  test('closes when one request alone gets an answer', async () => {
    const { url } = await serverOf((response, count) => (count <= 12 ? status(503) : fine)(response, count));
    const asking = service({ attempts: 100 });
    const all = await Promise.all(Array.from({ length: 6 }, () => asking.ask(url, {}, text, never)));
    expect(all).toEqual(Array(6).fill('yes'));
  });

  test('does not count refusals of what is asked', async () => {
    const { url } = await serverOf(status(400));
    const asking = service();
    for (let i = 0; i < 15; i++)
      await expect(asking.ask(url, {}, text, never)).rejects.toBeInstanceOf(NoAnswer);
    await expect(asking.ask(url, {}, text, never)).rejects.not.toBeInstanceOf(ServiceDown);
  });
});

describe('how many are under way', () => {
  test('starts with two and grows to the most', async () => {
    const { url, seen } = await serverOf((response) => setTimeout(() => response.end('yes'), 5));
    const asking = service();
    await Promise.all(Array.from({ length: 120 }, () => asking.ask(url, {}, text, never)));
    expect(Math.max(...seen.slice(0, 2).map(({ underWay }) => underWay))).toBeLessThanOrEqual(2);
    expect(Math.max(...seen.map(({ underWay }) => underWay))).toBeGreaterThan(4);
    expect(Math.max(...seen.map(({ underWay }) => underWay))).toBeLessThanOrEqual(8);
  });

  test('a storm of 429 loses nothing and counts nothing twice', async () => {
    let answered = 0;
    const { url, seen } = await serverOf((response, count) => {
      if (count % 3 !== 0) return void response.writeHead(429).end();
      answered += 1;
      response.end('yes');
    });
    let begun = 0;
    let failed = 0;
    const account = {
      begin: async () => {
        begun += 1;
      },
      fail: () => {
        failed += 1;
      },
    };
    const asking = service({ attempts: 50 });
    const all = await Promise.all(
      Array.from({ length: 40 }, () => asking.ask(url, {}, text, never, account)),
    );
    expect(all).toEqual(Array(40).fill('yes'));
    expect([answered, begun, failed]).toEqual([40, seen.length, seen.length - 40]);
  });

  test('is halved once for all that failed together, and grows back', async () => {
    let time = 0;
    const pace = new Pace(64, () => time);
    const round = async (outcome: 'answered' | 'refused') => {
      const began: number[] = [];
      time += 1;
      for (let i = 0; i < pace.limit; i++) began.push(await pace.begin());
      time += 10;
      for (const each of began) pace.end(each, outcome);
    };
    for (let i = 0; i < 6; i++) await round('answered');
    const grown = pace.limit;
    expect(grown).toBeGreaterThan(5);
    await round('refused');
    expect(pace.limit).toBe(Math.floor(grown / 2));
    for (let i = 0; i < 20; i++) await round('refused');
    expect(pace.limit).toBe(1);
    for (let i = 0; i < 20; i++) await round('answered');
    expect(pace.limit).toBeGreaterThan(10);
  });
});

test('a try that is given up is entered as one that failed', async () => {
  const { url } = await serverOf(() => {});
  const abort = new AbortController();
  let failed = 0;
  const account = {
    begin: async () => {
      setTimeout(() => abort.abort(new Error('stop')), 20);
    },
    fail: () => {
      failed += 1;
    },
  };
  await expect(service().ask(url, {}, text, abort.signal, account)).rejects.toThrow('stop');
  expect(failed).toBe(1);
});

test('a server on this machine is asked past the proxy', async () => {
  vi.stubEnv('http_proxy', 'http://127.0.0.1:1');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const { url } = await serverOf(fine);
  expect(await service().ask(url, {}, text, never)).toBe('yes');
});

test('what the account throws ends the request before it is sent', async () => {
  const { url, seen } = await serverOf(fine);
  const account = { begin: () => Promise.reject(new Error('spent')), fail: () => {} };
  await expect(service().ask(url, {}, text, never, account)).rejects.toThrow('spent');
  expect(seen).toHaveLength(0);
});
