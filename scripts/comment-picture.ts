import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { readVerdict } from '../src/app/verdict-file.ts';
import { COMMENT_BYTES, renderMarkdown } from '../src/report/markdown.ts';
import { startBrowser } from '../test/support/browser.ts';

/**
 * The README's picture of a comment: the Markdown that the program writes, as GitHub's own rules and style sheet show it, light and
 * dark. `npm run picture` draws it from the verdict that lies with the tests, `npm run picture -- --run` makes that anew first.
 * A digest of what is visible lies beside the picture, by which a test knows whether it still is today's comment.
 */
const ROOT = resolve(import.meta.dirname, '..');
const VERDICT = join(ROOT, 'test/docs/comment/verdict.json');
const FOLDER = join(ROOT, 'docs/images');
export const PICTURE_DIGEST = join(FOLDER, 'comment.sha256');
export const PICTURES = { light: join(FOLDER, 'comment-light.png'), dark: join(FOLDER, 'comment-dark.png') };
/** A README that takes long to load is not read. */
export const PICTURE_BYTES = 120_000;

/** What only the drawing needs, installed once: a font that GitHub's style sheet names, emoji, and PNG with a palette. */
const PACKAGES = ['@fontsource/noto-sans@5.3.0', '@iconify-json/noto@1.2.9', 'sharp@0.35.5'];
const FONTS = ['noto-sans/400.css', 'noto-sans/600.css'];
const PREFIX = join(ROOT, '.cache/picture');
const fromPrefix = createRequire(join(PREFIX, 'package.json'));
/** The browser has no font with these. */
const EMOJI: Readonly<Record<string, string>> = { '✅': 'check-mark-button', '❌': 'cross-mark' };

interface Icons {
  readonly icons: Readonly<Record<string, { readonly body: string } | undefined>>;
}
interface Image {
  png(options: Readonly<Record<'effort' | 'colours' | 'dither', number>> & { readonly palette: true }): Image;
  toFile(path: string): Promise<{ readonly size: number }>;
}

/** As wide as a comment of a conversation is on GitHub. */
const WIDTH = 910;
const STYLE = readFileSync(createRequire(import.meta.url).resolve('github-markdown-css'), 'utf8');

/** The comment on the demo's candidate that learnt its task and forgot the rest, as HTML. */
export async function demoComment(): Promise<string> {
  const verdict = await readVerdict(VERDICT);
  const context = { artifactUrl: null, runUrl: null, elapsedSeconds: null, now: '2026-01-01T00:00:00Z' };
  const { markdown } = renderMarkdown(verdict, context, COMMENT_BYTES);
  // Trusted: tests hold that no text of others becomes markup in it.
  return micromark(markdown, {
    allowDangerousHtml: true,
    ...{ extensions: [gfm()], htmlExtensions: [gfmHtml()] },
  });
}

/** What of it the picture shows: a fold is closed until somebody opens it. */
export function visibleDigest(comment: string): string {
  const visible = comment.replaceAll(/(<details>\s*<summary>.*?<\/summary>).*?<\/details>/gs, '$1</details>');
  return createHash('sha256').update(visible).digest('hex');
}

function withEmoji(comment: string): string {
  const { icons }: Icons = fromPrefix('@iconify-json/noto/icons.json');
  return comment.replaceAll(/\p{Emoji_Presentation}/gu, (emoji) => {
    const icon = icons[EMOJI[emoji] ?? ''];
    if (icon === undefined) throw new Error(`no picture is known of ${emoji}: add its name to EMOJI`);
    return `<svg class="emoji" viewBox="0 0 128 128">${icon.body}</svg>`;
  });
}

const pageOf = (comment: string) => `<!doctype html><meta charset="utf-8">
${FONTS.map((font) => `<link rel="stylesheet" href="node_modules/@fontsource/${font}">`).join('\n')}
<style>${STYLE}
  .markdown-body { font-family: "Noto Sans"; background: var(--bgColor-default);
    margin: 0; padding: 12px; width: ${WIDTH}px; box-sizing: border-box }
  .emoji { width: 1.25em; height: 1.25em; vertical-align: -0.25em }
  .box { border: 1px solid var(--borderColor-default); border-radius: 6px; font-size: 14px }
  .box > header { padding: 8px 16px; border-bottom: 1px solid var(--borderColor-default); border-radius: 6px 6px 0 0;
    background: var(--bgColor-muted); color: var(--fgColor-muted) }
  .box > header b { color: var(--fgColor-default) }
  .box > div { padding: 16px }
</style>
<body class="markdown-body"><div class="box"><header><b>github-actions</b> bot commented</header><div>${withEmoji(comment)}</div></div>`;

function install(): void {
  if (existsSync(join(PREFIX, 'node_modules/sharp'))) return;
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', '--prefix', PREFIX, ...quietly, ...PACKAGES], {
    ...{ cwd: tmpdir(), stdio: ['ignore', 'ignore', 'inherit'] },
  });
}

async function draw(comment: string): Promise<void> {
  install();
  const sharp: (png: Buffer) => Image = fromPrefix('sharp');
  const file = join(PREFIX, 'comment.html');
  writeFileSync(file, pageOf(comment));
  const browser = await startBrowser();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({
        ...{ colorScheme, deviceScaleFactor: 1.5 },
        viewport: { width: WIDTH, height: 600 },
      });
      await page.goto(pathToFileURL(file).href);
      await page.evaluate('document.fonts.ready');
      const path = PICTURES[colorScheme];
      const drawn = sharp(await page.screenshot({ fullPage: true }));
      const { size } = await drawn.png({ palette: true, effort: 10, colours: 16, dither: 0 }).toFile(path);
      console.log(`${path}: ${size} bytes`);
    }
  } finally {
    await browser.close();
  }
}

/** Asks the demo's checkpoints everything, so that no number depends on where a sequential evaluation ended. */
function evaluate(): void {
  const out = mkdtempSync(join(tmpdir(), 'weighbridge-comment-'));
  const suite = ['--config', 'fixtures/suite/weighbridge.yml'];
  const candidate = ['--candidate', 'fixtures/checkpoints/candidate-forgetful.gguf'];
  const args = ['dist/cli.js', 'run', ...suite, ...candidate, '--full', '--out', out];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 1) throw new Error(`the demo's forgetful candidate came to exit code ${status}, not 1`);
  copyFileSync(join(out, 'verdict.json'), VERDICT);
  rmSync(out, { recursive: true });
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--run')) evaluate();
  const comment = await demoComment();
  await draw(comment);
  writeFileSync(PICTURE_DIGEST, `${visibleDigest(comment)}\n`);
}
