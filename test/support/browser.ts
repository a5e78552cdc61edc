import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { NEWEST_NODE, nodeBinary } from '../../scripts/node-binary.ts';

/** Carries Chromium itself, so that a browser needs nothing but the registry. */
const PACKAGE = '@sparticuz/chromium@153.0.0';
const PREFIX = resolve(import.meta.dirname, '../../.cache/chromium-153.0.0');

const UNPACK = `
import chromium from '@sparticuz/chromium';
process.stdout.write(JSON.stringify({ executablePath: await chromium.executablePath(), args: chromium.args }));`;

/** Starts a real browser, installed once under `.cache/`. */
export async function startBrowser(): Promise<Browser> {
  if (!existsSync(join(PREFIX, 'node_modules'))) {
    const install = ['install', '--prefix', PREFIX, '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE];
    execFileSync('npm', install, { cwd: tmpdir(), stdio: ['ignore', 'ignore', 'inherit'] });
  }
  // The package asks for a newer Node than the oldest that we run on.
  const node = nodeBinary(NEWEST_NODE);
  const launch = execFileSync(node, ['--input-type=module', '--eval', UNPACK], {
    cwd: PREFIX,
    encoding: 'utf8',
  });
  return chromium.launch({ ...JSON.parse(launch), headless: true });
}

/** The accessibility checker, as a script for a page. */
export const AXE = readFileSync(
  resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
);
