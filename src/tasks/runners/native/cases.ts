import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { canonicalJson } from '../../../core/domain/canonical-json.ts';
import { WeighbridgeError } from '../../../core/domain/errors.ts';
import { isUnscored } from '../../../core/domain/sample.ts';
import { shortLine } from '../../../core/domain/short-line.ts';
import { suggestion } from '../../../core/domain/suggest.ts';
import { datasetDigest } from '../../datasets/digest.ts';
import type { Answer, ConfiguredScorer, OpenScorer, ScorerIssue } from '../../scorers/scorer.ts';
import type { PlannedSample, PreparedTask } from '../runner.ts';
import { type AnswerScoring, taskOfQuestions } from './answering.ts';
import type { ChatMessage } from './chat.ts';
import {
  type CaseCheck,
  type CheckEntry,
  checkLabel,
  configureCheck,
  PASSED,
  partsOfCheck,
} from './check.ts';
import { plainTurns, renderTurns } from './conversation.ts';
import type { CasesTask } from './options.ts';
import type { Question } from './question.ts';
import { loadRows, type SourceRow } from './rows.ts';
import { type ParsedCase, parseCase } from './test-case.ts';

interface PreparedCase {
  readonly planned: PlannedSample;
  readonly question: Question;
  readonly checks: readonly OpenCheck[];
}

interface OpenCheck extends CaseCheck {
  readonly open: OpenScorer;
}

/** The test cases of a task that it asks, in the order of the file, each with where it stands. */
export async function loadCases(
  options: CasesTask,
  directory: string,
): Promise<{
  readonly digest: string;
  readonly cases: readonly { readonly row: SourceRow; readonly parsed: ParsedCase }[];
}> {
  const { dataset, rows } = await loadRows(options, directory);
  const all = rows.map((row) => ({ row, parsed: parseCase(row.fields, row.at) }));
  const { tags } = options;
  const cases =
    tags === undefined ? all : all.filter(({ parsed }) => parsed.tags?.some((tag) => tags.includes(tag)));
  if (cases.length > 0) return { digest: dataset.digest, cases };
  const known = new Set(all.flatMap(({ parsed }) => parsed.tags ?? []));
  throw new WeighbridgeError('data', `no case has one of the tags ${tags?.join(', ')}`, {
    at: { file: dataset.file },
    fix: suggestion(tags?.[0] ?? '', [...known], 'tags'),
  });
}

/** Reads every case and opens the scorers of its checks; after this only the model and services can fail. */
export async function prepareCases(options: CasesTask, directory: string): Promise<PreparedTask> {
  const { digest, cases } = await loadCases(options, directory);
  const opened = new Map<string, OpenScorer>();
  const prepared: PreparedCase[] = [];
  const configured: ConfiguredScorer[] = [];
  for (const { row, parsed } of cases) {
    const checks: OpenCheck[] = [];
    for (const [index, written] of parsed.checks.entries()) {
      const { entry, check } = checkOf(written, index, parsed, options, { row, directory });
      configured.push(check.scorer);
      const { name, options: own } = partsOfCheck(entry);
      const key = canonicalJson([name, own]);
      const open = opened.get(key) ?? (await check.scorer.open(directory));
      opened.set(key, open);
      checks.push({ ...check, open });
    }
    const [group] = parsed.tags ?? [];
    const planned = {
      ...row.planned,
      severity: parsed.severity,
      ...(group === undefined ? {} : { group }),
    };
    prepared.push({ planned, question: questionOf(parsed, checks, options, row), checks });
  }
  const byId = new Map(prepared.map(({ planned, checks }) => [planned.id, checks]));
  return taskOfQuestions(options, {
    samples: prepared.map(({ planned }) => planned),
    questions: new Map(prepared.map(({ planned, question }) => [planned.id, question])),
    scoring: scoringOf([...opened.values()], (id) => byId.get(id) ?? []),
    scorers: configured,
    datasetDigest: digest,
    fewShot: null,
  });
}

interface Place {
  readonly row: SourceRow;
  readonly directory: string;
}

function checkOf(
  written: CheckEntry,
  index: number,
  { name, target }: ParsedCase,
  { checks = {} }: CasesTask,
  { row, directory }: Place,
): { readonly entry: CheckEntry; readonly check: CaseCheck } {
  const fail = (message: string, fix: string): never => {
    throw new WeighbridgeError('data', `the case ${JSON.stringify(name)}: ${message}`, {
      at: { ...row.at, key: `checks.${index}` },
      fix,
    });
  };
  const own = partsOfCheck(written);
  const shared = Object.hasOwn(checks, own.name) ? checks[own.name] : undefined;
  if (shared !== undefined && Object.keys(own.options).length > 0)
    return fail(`the check ${own.name} has its options in the config`, 'leave them out here');
  const entry: CheckEntry =
    shared === undefined
      ? written
      : { ...(typeof shared === 'string' ? { name: shared } : shared), ...own.conditions };
  const configured = configureCheck(entry, checkLabel(written));
  if (!configured.ok) return fail(issuesOf(configured.issues), 'correct the check');
  const { check } = configured;
  const reaches = shared === undefined ? reachOf(check, directory) : null;
  if (reaches !== null)
    return fail(
      `its check ${own.name} ${reaches}, which a dataset may not`,
      `name it in the config, such as \`checks: { mine: { name: ${own.name}, … } }\`, and write \`mine\` here`,
    );
  const targets = check.targets ?? (target === undefined ? [] : [target].flat());
  const fault = check.scorer.checkTargets(targets);
  if (fault !== null) return fail(fault, 'give the check or its case a `target`');
  return { entry, check };
}

const issuesOf = (issues: readonly ScorerIssue[]): string =>
  issues
    .map(({ path, message }) => [path.join('.'), message].filter((part) => part !== '').join(': '))
    .map((issue) => shortLine(issue, 200))
    .join('; ');

/**
 * What a check would do that a reviewer has to see in the config, where files count with their content, costs are told and code needs to be
 * allowed; null where it looks at nothing but the answer.
 */
function reachOf({ scorer }: CaseCheck, directory: string): string | null {
  if (scorer.runsCode) return 'runs code';
  if (scorer.asks !== null) return 'asks another model';
  for (const [option, value] of Object.entries(scorer.options)) {
    if (typeof value !== 'string' || value === '' || value.includes('\0')) continue;
    if (/^https?:\/\//i.test(value)) return `asks a service (${option})`;
    if (existsSync(resolve(directory, value))) return `reads a file (${option})`;
  }
  return null;
}

function questionOf(
  { name, messages, target, severity, tools }: ParsedCase,
  checks: readonly CaseCheck[],
  options: CasesTask,
  row: SourceRow,
): Question {
  const system = options.system_instruction;
  const isOwn = system === undefined || messages.some(({ role }) => role === 'system');
  const turns: readonly ChatMessage[] = [
    ...(isOwn ? [] : [{ role: 'system' as const, content: system }]),
    ...messages.map(turnOf),
  ];
  if (!options.apply_chat_template && (turns.length > 1 || tools !== undefined)) {
    throw new WeighbridgeError(
      'data',
      `the case ${JSON.stringify(name)} has turns, which need a chat template`,
      {
        at: row.at,
        fix: 'leave apply_chat_template out of the task, or ask with one `input` and no system message',
      },
    );
  }
  const targets = target === undefined ? [] : [target].flat();
  return {
    asked: messages.length === 1 ? (messages[0]?.content ?? '') : plainTurns(messages.map(turnOf)),
    targets,
    reference: [...targets, ...checks.map(({ label }) => label)],
    severity,
    render: (model) =>
      options.apply_chat_template && model !== null ? renderTurns(model, turns, tools) : plainTurns(turns),
  };
}

function turnOf(message: ParsedCase['messages'][number]): ChatMessage {
  if (message.role !== 'assistant' || message.tool_calls === undefined) return message as ChatMessage;
  const { tool_calls: calls, ...turn } = message;
  return { ...turn, tool_calls: calls.map((call) => ({ type: 'function', function: call })) };
}

/** One check of one answer. */
interface Job {
  readonly answer: number;
  readonly check: OpenCheck;
}

function scoringOf(
  scorers: readonly OpenScorer[],
  checksOf: (id: string) => readonly OpenCheck[],
): AnswerScoring {
  return {
    versions: () => [`checks@1#${datasetDigest(scorers.map(({ version }) => version).sort()).slice(0, 16)}`],
    async ready(signal) {
      for (const scorer of scorers) await scorer.ready(signal);
    },
    async score(answers, signal) {
      const jobs = answers.flatMap(({ id }, answer) => checksOf(id).map((check): Job => ({ answer, check })));
      const outcomes = new Map<Job, ReturnType<CaseCheck['passes']>>();
      for (const open of scorers) {
        const own = jobs.filter(({ check }) => check.open === open);
        if (own.length === 0) continue;
        const scores = await open.score(
          own.map(({ answer, check }): Answer => {
            const asked = answers[answer] as Answer;
            return check.targets === null ? asked : { ...asked, targets: check.targets };
          }),
          signal,
        );
        for (const [index, job] of own.entries()) outcomes.set(job, job.check.passes(scores[index] ?? {}));
      }
      return answers.map((_, index) =>
        verdictOf(
          jobs.filter(({ answer }) => answer === index),
          outcomes,
        ),
      );
    },
    async close() {
      for (const scorer of scorers) await scorer.close();
    },
  };
}

/** A case passes where all its checks do; where one has no score nobody knows. */
function verdictOf(jobs: readonly Job[], outcomes: ReadonlyMap<Job, ReturnType<CaseCheck['passes']>>) {
  const failed: string[] = [];
  for (const job of jobs) {
    const outcome = outcomes.get(job) ?? { unscored: 'no score' };
    if (typeof outcome !== 'boolean' && isUnscored(outcome))
      return { scores: { [PASSED]: { unscored: `${job.check.label}: ${outcome.unscored}` } } };
    if (outcome === false) failed.push(job.check.label);
  }
  return { scores: { [PASSED]: Number(failed.length === 0) }, failed };
}
