#!/usr/bin/env node
import { n as CommanderError, t as Command } from "./shared/npm-commander.js";
import { R as hideEnvironment } from "./shared/adapters-process-kill-with-parent.js";
import { Lt as EXIT_CODES } from "./shared/core-domain-history.js";
import { n as exitCodeOf, t as describeFailure } from "./shared/cli-exit.js";
import { t as VERSION } from "./shared/app-version.js";
import { t as Terminal } from "./shared/cli-terminal.js";
import { setFlagsFromString } from "node:v8";

// src/cli/program.ts
const HELP = `
Exit codes:
  0  not blocked            3  invalid: nothing can be said
  1  regression             4  wrong usage or config
  2  inconclusive, blocked  5  our own fault

Start with:
  weighbridge init          write a config and a workflow
  weighbridge check         what the config comes to, without running a model
  weighbridge run           evaluate both checkpoints, compare, decide, report
`;
/** In the order of the help. */
const ROWS = [
	{
		names: ["run"],
		load: async () => (await import("./shared/cli-run.js")).addRun
	},
	{
		names: ["evaluate"],
		load: async () => (await import("./shared/cli-evaluate.js")).addEvaluate
	},
	{
		names: ["gate"],
		load: async () => (await import("./shared/cli-gate.js")).addGate
	},
	{
		names: ["compare"],
		load: async () => (await import("./shared/cli-compare.js")).addCompare
	},
	{
		names: ["import"],
		load: async () => (await import("./shared/cli-import.js")).addImport
	},
	{
		names: ["export"],
		load: async () => (await import("./shared/cli-export.js")).addExport
	},
	{
		names: ["check"],
		load: async () => (await import("./shared/cli-check.js")).addCheck
	},
	{
		names: ["show"],
		load: async () => (await import("./shared/cli-show.js")).addShow
	},
	{
		names: ["baseline"],
		load: async () => (await import("./shared/cli-baseline.js")).addBaseline
	},
	{
		names: ["report"],
		load: async () => (await import("./shared/cli-report.js")).addReport
	},
	{
		names: ["explain"],
		load: async () => (await import("./shared/cli-explain.js")).addExplain
	},
	{
		names: ["noise"],
		load: async () => (await import("./shared/cli-noise.js")).addNoise
	},
	{
		names: ["overlap"],
		load: async () => (await import("./shared/cli-overlap.js")).addOverlap
	},
	{
		names: ["history", "note"],
		load: async () => (await import("./shared/cli-history-on-need.js")).addHistory
	},
	{
		names: ["suggest"],
		load: async () => (await import("./shared/cli-suggest.js")).addSuggest
	},
	{
		names: ["replay"],
		load: async () => (await import("./shared/cli-replay.js")).addReplay
	},
	{
		names: ["track"],
		load: async () => (await import("./shared/cli-track.js")).addTrack
	},
	{
		names: ["init"],
		load: async () => (await import("./shared/cli-init.js")).addInit
	},
	{
		names: ["cases"],
		load: async () => (await import("./shared/cli-cases.js")).addCasesCommand
	}
];
/** The library's script asks a function of the package bash-completion, which smaller machines and images do not have. */
const BASH_ALONE = `if ! declare -F _get_comp_words_by_ref > /dev/null; then
    _get_comp_words_by_ref() {
        cur=\${COMP_WORDS[COMP_CWORD]}
        prev=\${COMP_WORDS[COMP_CWORD - 1]}
        words=("\${COMP_WORDS[@]}")
        cword=$COMP_CWORD
    }
fi`;
/**
* All commands, with their flags and what they say of themselves.
* @param asked the first word that the program is called with: of a command, it alone is added, which is all that such a call can reach
*/
async function buildProgram(context, asked) {
	const program = new Command("weighbridge").description("The eval gate for model checkpoints: did this fine-tune forget anything?").version(VERSION).addHelpText("after", HELP).enablePositionalOptions().showSuggestionAfterError().showHelpAfterError("(add --help to see what there is)").exitOverride();
	if (asked === "--version" || asked === "-V") return program;
	const row = ROWS.find(({ names }) => asked !== void 0 && names.includes(asked));
	const adding = await Promise.all((row === void 0 ? ROWS : [row]).map(({ load }) => load()));
	for (const add of adding) add(program, context);
	if (row === void 0) {
		const { default: completion } = await import("./shared/npm-bomb.sh-tab-commander.js");
		completion(program);
		program.commands.find((command) => command.name() === "complete")?.hook("preAction", (_, { args: [shell] }) => {
			if (shell === "bash") context.terminal.print(BASH_ALONE);
		});
	}
	return program;
}

// src/cli/index.ts
async function main(argv) {
	const terminal = new Terminal();
	const interruption = new AbortController();
	const interrupt = () => {
		if (interruption.signal.aborted) process.exit(130);
		terminal.info("Stopping after the sample at hand; the same command goes on from there. Again to stop at once.");
		interruption.abort();
	};
	process.on("SIGINT", interrupt);
	process.on("SIGTERM", interrupt);
	for (const stream of [process.stdout, process.stderr]) stream.on("error", (error) => {
		if (error.code !== "EPIPE") throw error;
	});
	let exitCode = EXIT_CODES.notBlocked;
	const exit = (code) => {
		exitCode = code;
	};
	try {
		await (await buildProgram({
			terminal,
			signal: interruption.signal,
			exit
		}, argv[2])).parseAsync(argv);
		return interruption.signal.aborted ? 130 : exitCode;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_CODES.wrongUsage;
		if (interruption.signal.aborted) return 130;
		terminal.info(describeFailure(error));
		return exitCodeOf(error);
	}
}
setFlagsFromString("--no-allocation-site-pretenuring");
hideEnvironment();
process.exitCode = await main(process.argv);

export {  };