import { COMMENT_BYTES, renderMarkdown } from '../markdown.ts';
import type { VerdictExport } from './verdict-export.ts';

export const markdownExport: VerdictExport = {
  summary: 'Markdown: the comment as it stands on a pull request',
  file: 'verdict.md',
  render: (file) =>
    renderMarkdown(file, { artifactUrl: null, runUrl: null, elapsedSeconds: null }, COMMENT_BYTES).markdown,
};
