#!/usr/bin/env node
import { i as __toESM, r as __require, t as __commonJSMin } from "./shared/rolldown-runtime.js";
import { t as hideEnvironment } from "./shared/adapters-process-hidden-environment.js";
import { $t as THRESHOLD_NAMES, An as loadEngine, Bn as formatCount, Cn as chooseTarget, Ct as ours, Dn as curveGates, Et as toPlain, F as verdictBadge, Fn as fromCommandLine, Ft as formatDigest, Gn as formatSize, H as isNotNeeded, Hn as formatLevel, Ht as OVERRIDE_NAMES, I as verdictLabel, It as formatDuration, Jn as VERSION, Kn as formatValue, L as changeOf, Ln as requireSide, Mt as visible, N as summaryLine, Nt as NOT_AVAILABLE, Pt as daysBetween, Q as silenceOf, Qn as join$1, Qt as THRESHOLDS, Rn as median, S as weighJudge, Sn as verdictOf, T as BOOTSTRAP, Tt as strong, Ut as dashed, Vn as formatInterval, Wn as formatShare, Wt as byHarness, X as judgeGate, Xn as VERDICTS, Y as explainLines, Yn as EXIT_CODES, Z as blindSpotOf, Zn as isProven, Zt as STARTER_SUITES, _ as invalidateVerdict, bn as isStop, bt as code, dn as hypothesisOf, dt as labelsOf, en as describeThreshold, fn as ruleOf, ft as readLabels, gn as hypotheticalEstimate, gt as middleGrade, h as onIdentical, hn as firstCount, ht as krippendorffAlpha, i as waiversBeside, jt as truncate, kt as oneLine, ln as RULES, m as decide, mn as estimateOfFlips, mt as intraclassCorrelation, p as judgeRuns, pt as alphaInterval, q as isDescriptive, qn as plural, qt as isNative, r as tipOf, rn as engineRunner, st as compareRuns, tn as thresholdOf, un as asksOneChange, vn as locateMetric, w as verdictJson, wn as testHypothesis, wt as plainPart, x as isJudged, xn as stopsMerge, xt as inline, yn as refusalOfAggregates, yt as fenceLine, z as gateSentence, zn as formatChange, zt as askedOfSide } from "./shared/app-policy.js";
import { a as messageOf, n as WeighbridgeError, s as shortLine, t as IssueList } from "./shared/core-domain-errors.js";
import { i as onDisk, n as makeDirectory, r as namedFault, t as diskFault } from "./shared/results-store-disk-faults.js";
import { A as verbatim, At as sideFolder, C as heading, Ct as parseEntry, D as table, Dt as readToJudge, E as paragraph, Et as readSides, G as originHere, H as defaultStore, It as markdownTable, J as forEngine, K as storeOf, L as findBaselines, M as lockedSplitRemark, Mt as RESULT_FORMATS, N as lockedSplitUse, Nt as exporterOf, O as textColumn, Pt as findFormat, Q as sourceIssue, R as foundIn, S as mismatchSentence, St as parseBlessing, T as numberColumn, Tt as readSideResults, U as findBaseline, W as mustFind, Y as preparationsOf, _ as gateBlocks, _t as BaselineStore, b as asciiFigure, bt as Entries, d as blocksToMarkdown, dt as mergeBase, et as fetchSides, h as sectionsFor, it as loadConfig, jt as EXPORTERS, k as titled, l as COMMENT_BYTES, lt as folderInRepository, n as onBaseSuite, nt as readConfigAndFetch, ot as declaredTasks, p as renderMarkdown, pt as resolveRevision, rt as resultsAt, v as EVERYTHING, vt as unblessable, w as list, wt as inSharedUnits, x as sparkline, y as asciiChart, yt as ENTRY_FILE, z as noBaseline } from "./shared/app-suite-base-suite.js";
import { E as nativeTask, N as configureCheck, O as ANSWER_FORMATS, at as suggestion$1, c as loadDataset, d as MAX_DATASET_BYTES, f as decodeText, h as delimiterOf, it as nearest, k as CountedFromOne, l as placeOfDataset, m as isHubDataset, mt as require_saxes, p as readDatasetBytes, st as parse$1, u as readRows } from "./shared/core-compare-answers.js";
import { i as request } from "./shared/adapters-http-client.js";
import { A as tasksOfGate, B as imputeCandidate, Bt as countDocuments, Cn as RUN_FILE, Dn as runFolder, I as estimateOf, It as normalQuantile, L as paired, Pt as normalCdf, Q as DELTA, Rt as mulberry32, Tn as STAGING, V as imputeDelta, Vt as readRecord, X as stderrOfCorpusChange, Z as CANDIDATE, Zt as serializeRunRecord, b as spreadOfAnswers, hn as repeatsOf, k as metricsOfGate, lt as errorOfRate, mn as designOf, pn as TASK_ROLES, qt as serializeSample, rt as ratioOfSums, un as GATED_SIDES, vt as binomialAtMost, w as withAskedMetrics, wn as SAMPLES_FILE, yt as binomialExactly, z as shownDelta } from "./shared/tasks-runners-order.js";
import { t as require_dist } from "./shared/npm-yaml.js";
import { F as whyNotJudged, b as allSaid, nt as meanOfRepeats, st as worseSign, v as writeAtomically, y as MOST_ASKED } from "./shared/core-metrics-choices.js";
import { S as unknown, h as object, y as string } from "./shared/npm-zod.js";
import { t as isObject } from "./shared/core-domain-json.js";
import { I as groupBy, N as parseSelection, at as runDifferences, et as attempt$1, j as following, nt as readPartially, ot as setAside, st as acquireLock, tt as holdsRuns } from "./shared/results-store-writer.js";
import { i as SEVERITIES } from "./shared/core-domain-sample.js";
import { a as defaultPlace, c as openHistory, d as recordIfAsked, i as artifactHistory, l as placeOf$1, n as addNote, o as describePlace, r as addRound, t as HISTORY_ON_BRANCH, u as pruneRounds } from "./shared/app-history.js";
import { r as cacheFolder } from "./shared/adapters-process-package-root.js";
import { n as hubModel, r as mapPaths, t as describeModel } from "./shared/core-domain-model.js";
import { _ as ccount, a as judgeResults, b as curvesOf, c as SHOWN_SAMPLES_FILE, d as readVerdict, f as renderAgain, g as htmlPage, l as VERDICT_FILE, m as writeVerdict, o as COMMENT_FILE, p as withdrawVerdict, r as judge, s as HTML_FILE, t as decideResults, u as readShownSamples, v as stringifyEntitiesLight, x as unknownCurves } from "./shared/app-judge.js";
import { a as evaluatedOf, c as smallestDetectableDrop, d as measuredSpeeds, f as secondsOf, i as costOfPlan, l as costOf$1, n as evaluateCheckpoints, o as makePlan, r as chatTemplateOf, s as ASSUMED_DISCORDANCE, t as evaluateAdapters, u as someRendered } from "./shared/app-evaluate.js";
import { n as shardOf } from "./shared/tasks-runners-shards.js";
import { a as readBasePolicy, n as baseInPlace, o as refuseNewCode, r as reviewSuite, t as asOnBase } from "./shared/app-suite-review-suite.js";
import { t as progressLine } from "./shared/app-log.js";
import { t as nativeRunner } from "./shared/tasks-runners-native-runner.js";
import { r as childEnvironment } from "./shared/adapters-process-kill-group.js";
import { n as findPython, t as PYTHON_VARIABLE } from "./shared/adapters-process-python.js";
import { t as run } from "./shared/adapters-process-run.js";
import { t as mlflowServer } from "./shared/adapters-trackers-mlflow-server.js";
import { setFlagsFromString } from "node:v8";
import { basename, dirname, extname, join, posix, relative, resolve } from "node:path";
import { constants, createReadStream, existsSync } from "node:fs";
import process$1 from "node:process";
import { access, mkdtemp, open, readFile, readdir, realpath, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import i from "node:assert";
import { createHash } from "node:crypto";
import { createGunzip } from "node:zlib";
import { tmpdir } from "node:os";
import { clearLine, createInterface, cursorTo } from "node:readline";

// node_modules/commander/lib/error.js
var require_error = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* CommanderError class
	*/
	var CommanderError = class extends Error {
		/**
		* Constructs the CommanderError class
		* @param {number} exitCode suggested exit code which could be used with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		*/
		constructor(exitCode, code, message) {
			super(message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
			this.code = code;
			this.exitCode = exitCode;
			this.nestedError = void 0;
		}
	};
	/**
	* InvalidArgumentError class
	*/
	var InvalidArgumentError = class extends CommanderError {
		/**
		* Constructs the InvalidArgumentError class
		* @param {string} [message] explanation of why argument is invalid
		*/
		constructor(message) {
			super(1, "commander.invalidArgument", message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
		}
	};
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
}));

// node_modules/commander/lib/argument.js
var require_argument = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Argument = class {
		/**
		* Initialize a new command argument with the given name and description.
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @param {string} name
		* @param {string} [description]
		*/
		constructor(name, description) {
			this.description = description || "";
			this.variadic = false;
			this.parseArg = void 0;
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.argChoices = void 0;
			switch (name[0]) {
				case "<":
					this.required = true;
					this._name = name.slice(1, -1);
					break;
				case "[":
					this.required = false;
					this._name = name.slice(1, -1);
					break;
				default:
					this.required = true;
					this._name = name;
			}
			if (this._name.endsWith("...")) {
				this.variadic = true;
				this._name = this._name.slice(0, -3);
			}
		}
		/**
		* Return argument name.
		*
		* @return {string}
		*/
		name() {
			return this._name;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Argument}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Set the custom handler for processing CLI command arguments into argument values.
		*
		* @param {Function} [fn]
		* @return {Argument}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Only allow argument value to be one of choices.
		*
		* @param {string[]} values
		* @return {Argument}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Make argument required.
		*
		* @returns {Argument}
		*/
		argRequired() {
			this.required = true;
			return this;
		}
		/**
		* Make argument optional.
		*
		* @returns {Argument}
		*/
		argOptional() {
			this.required = false;
			return this;
		}
	};
	/**
	* Takes an argument and returns its human readable equivalent for help usage.
	*
	* @param {Argument} arg
	* @return {string}
	* @private
	*/
	function humanReadableArgName(arg) {
		const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
		return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
	}
	exports.Argument = Argument;
	exports.humanReadableArgName = humanReadableArgName;
}));

// node_modules/commander/lib/help.js
var require_help = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { humanReadableArgName } = require_argument();
	/**
	* TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
	* https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
	* @typedef { import("./argument.js").Argument } Argument
	* @typedef { import("./command.js").Command } Command
	* @typedef { import("./option.js").Option } Option
	*/
	var Help = class {
		constructor() {
			this.helpWidth = void 0;
			this.minWidthToWrap = 40;
			this.sortSubcommands = false;
			this.sortOptions = false;
			this.showGlobalOptions = false;
		}
		/**
		* prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
		* and just before calling `formatHelp()`.
		*
		* Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
		*
		* @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
		*/
		prepareContext(contextOptions) {
			this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
		}
		/**
		* Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
		*
		* @param {Command} cmd
		* @returns {Command[]}
		*/
		visibleCommands(cmd) {
			const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
			const helpCommand = cmd._getHelpCommand();
			if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
			if (this.sortSubcommands) visibleCommands.sort((a, b) => {
				return a.name().localeCompare(b.name());
			});
			return visibleCommands;
		}
		/**
		* Compare options for sort.
		*
		* @param {Option} a
		* @param {Option} b
		* @returns {number}
		*/
		compareOptions(a, b) {
			const getSortKey = (option) => {
				return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
			};
			return getSortKey(a).localeCompare(getSortKey(b));
		}
		/**
		* Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleOptions(cmd) {
			const visibleOptions = cmd.options.filter((option) => !option.hidden);
			const helpOption = cmd._getHelpOption();
			if (helpOption && !helpOption.hidden) {
				const removeShort = helpOption.short && cmd._findOption(helpOption.short);
				const removeLong = helpOption.long && cmd._findOption(helpOption.long);
				if (!removeShort && !removeLong) visibleOptions.push(helpOption);
				else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description));
				else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description));
			}
			if (this.sortOptions) visibleOptions.sort(this.compareOptions);
			return visibleOptions;
		}
		/**
		* Get an array of the visible global options. (Not including help.)
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleGlobalOptions(cmd) {
			if (!this.showGlobalOptions) return [];
			const globalOptions = [];
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
				const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
				globalOptions.push(...visibleOptions);
			}
			if (this.sortOptions) globalOptions.sort(this.compareOptions);
			return globalOptions;
		}
		/**
		* Get an array of the arguments if any have a description.
		*
		* @param {Command} cmd
		* @returns {Argument[]}
		*/
		visibleArguments(cmd) {
			if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
				argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
			});
			if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
			return [];
		}
		/**
		* Get the command term to show in the list of subcommands.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandTerm(cmd) {
			const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
			return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
		}
		/**
		* Get the option term to show in the list of options.
		*
		* @param {Option} option
		* @returns {string}
		*/
		optionTerm(option) {
			return option.flags;
		}
		/**
		* Get the argument term to show in the list of arguments.
		*
		* @param {Argument} argument
		* @returns {string}
		*/
		argumentTerm(argument) {
			return argument.name();
		}
		/**
		* Get the longest command term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestSubcommandTermLength(cmd, helper) {
			return helper.visibleCommands(cmd).reduce((max, command) => {
				return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
			}, 0);
		}
		/**
		* Get the longest option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestOptionTermLength(cmd, helper) {
			return helper.visibleOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest global option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestGlobalOptionTermLength(cmd, helper) {
			return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest argument term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestArgumentTermLength(cmd, helper) {
			return helper.visibleArguments(cmd).reduce((max, argument) => {
				return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
			}, 0);
		}
		/**
		* Get the command usage to be displayed at the top of the built-in help.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandUsage(cmd) {
			let cmdName = cmd._name;
			if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
			let ancestorCmdNames = "";
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
			return ancestorCmdNames + cmdName + " " + cmd.usage();
		}
		/**
		* Get the description for the command.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandDescription(cmd) {
			return cmd.description();
		}
		/**
		* Get the subcommand summary to show in the list of subcommands.
		* (Fallback to description for backwards compatibility.)
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandDescription(cmd) {
			return cmd.summary() || cmd.description();
		}
		/**
		* Get the option description to show in the list of options.
		*
		* @param {Option} option
		* @return {string}
		*/
		optionDescription(option) {
			const extraInfo = [];
			if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (option.defaultValue !== void 0) {
				if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
			}
			if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
			if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (option.description) return `${option.description} ${extraDescription}`;
				return extraDescription;
			}
			return option.description;
		}
		/**
		* Get the argument description to show in the list of arguments.
		*
		* @param {Argument} argument
		* @return {string}
		*/
		argumentDescription(argument) {
			const extraInfo = [];
			if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (argument.description) return `${argument.description} ${extraDescription}`;
				return extraDescription;
			}
			return argument.description;
		}
		/**
		* Format a list of items, given a heading and an array of formatted items.
		*
		* @param {string} heading
		* @param {string[]} items
		* @param {Help} helper
		* @returns string[]
		*/
		formatItemList(heading, items, helper) {
			if (items.length === 0) return [];
			return [
				helper.styleTitle(heading),
				...items,
				""
			];
		}
		/**
		* Group items by their help group heading.
		*
		* @param {Command[] | Option[]} unsortedItems
		* @param {Command[] | Option[]} visibleItems
		* @param {Function} getGroup
		* @returns {Map<string, Command[] | Option[]>}
		*/
		groupItems(unsortedItems, visibleItems, getGroup) {
			const result = /* @__PURE__ */ new Map();
			unsortedItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
			});
			visibleItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
				result.get(group).push(item);
			});
			return result;
		}
		/**
		* Generate the built-in help text.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {string}
		*/
		formatHelp(cmd, helper) {
			const termWidth = helper.padWidth(cmd, helper);
			const helpWidth = helper.helpWidth ?? 80;
			function callFormatItem(term, description) {
				return helper.formatItem(term, termWidth, description, helper);
			}
			let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
			const commandDescription = helper.commandDescription(cmd);
			if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
			const argumentList = helper.visibleArguments(cmd).map((argument) => {
				return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
			});
			output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
			this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
				const optionList = options.map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList(group, optionList, helper));
			});
			if (helper.showGlobalOptions) {
				const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
			}
			this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
				const commandList = commands.map((sub) => {
					return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
				});
				output = output.concat(this.formatItemList(group, commandList, helper));
			});
			return output.join("\n");
		}
		/**
		* Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
		*
		* @param {string} str
		* @returns {number}
		*/
		displayWidth(str) {
			return stripColor(str).length;
		}
		/**
		* Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
		*
		* @param {string} str
		* @returns {string}
		*/
		styleTitle(str) {
			return str;
		}
		styleUsage(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word === "[command]") return this.styleSubcommandText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleCommandText(word);
			}).join(" ");
		}
		styleCommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleOptionDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleSubcommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleArgumentDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleDescriptionText(str) {
			return str;
		}
		styleOptionTerm(str) {
			return this.styleOptionText(str);
		}
		styleSubcommandTerm(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleSubcommandText(word);
			}).join(" ");
		}
		styleArgumentTerm(str) {
			return this.styleArgumentText(str);
		}
		styleOptionText(str) {
			return str;
		}
		styleArgumentText(str) {
			return str;
		}
		styleSubcommandText(str) {
			return str;
		}
		styleCommandText(str) {
			return str;
		}
		/**
		* Calculate the pad width from the maximum term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		padWidth(cmd, helper) {
			return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
		}
		/**
		* Detect manually wrapped and indented strings by checking for line break followed by whitespace.
		*
		* @param {string} str
		* @returns {boolean}
		*/
		preformatted(str) {
			return /\n[^\S\r\n]/.test(str);
		}
		/**
		* Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
		*
		* So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
		*   TTT  DDD DDDD
		*        DD DDD
		*
		* @param {string} term
		* @param {number} termWidth
		* @param {string} description
		* @param {Help} helper
		* @returns {string}
		*/
		formatItem(term, termWidth, description, helper) {
			const itemIndent = 2;
			const itemIndentStr = " ".repeat(itemIndent);
			if (!description) return itemIndentStr + term;
			const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
			const spacerWidth = 2;
			const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
			let formattedDescription;
			if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
			else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
			return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
		}
		/**
		* Wrap a string at whitespace, preserving existing line breaks.
		* Wrapping is skipped if the width is less than `minWidthToWrap`.
		*
		* @param {string} str
		* @param {number} width
		* @returns {string}
		*/
		boxWrap(str, width) {
			if (width < this.minWidthToWrap) return str;
			const rawLines = str.split(/\r\n|\n/);
			const chunkPattern = /[\s]*[^\s]+/g;
			const wrappedLines = [];
			rawLines.forEach((line) => {
				const chunks = line.match(chunkPattern);
				if (chunks === null) {
					wrappedLines.push("");
					return;
				}
				let sumChunks = [chunks.shift()];
				let sumWidth = this.displayWidth(sumChunks[0]);
				chunks.forEach((chunk) => {
					const visibleWidth = this.displayWidth(chunk);
					if (sumWidth + visibleWidth <= width) {
						sumChunks.push(chunk);
						sumWidth += visibleWidth;
						return;
					}
					wrappedLines.push(sumChunks.join(""));
					const nextChunk = chunk.trimStart();
					sumChunks = [nextChunk];
					sumWidth = this.displayWidth(nextChunk);
				});
				wrappedLines.push(sumChunks.join(""));
			});
			return wrappedLines.join("\n");
		}
	};
	/**
	* Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
	*
	* @param {string} str
	* @returns {string}
	* @package
	*/
	function stripColor(str) {
		return str.replace(/\x1b\[\d*(;\d*)*m/g, "");
	}
	exports.Help = Help;
	exports.stripColor = stripColor;
}));

// node_modules/commander/lib/option.js
var require_option = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Option = class {
		/**
		* Initialize a new `Option` with the given `flags` and `description`.
		*
		* @param {string} flags
		* @param {string} [description]
		*/
		constructor(flags, description) {
			this.flags = flags;
			this.description = description || "";
			this.required = flags.includes("<");
			this.optional = flags.includes("[");
			this.variadic = /\w\.\.\.[>\]]$/.test(flags);
			this.mandatory = false;
			const optionFlags = splitOptionFlags(flags);
			this.short = optionFlags.shortFlag;
			this.long = optionFlags.longFlag;
			this.negate = false;
			if (this.long) this.negate = this.long.startsWith("--no-");
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.presetArg = void 0;
			this.envVar = void 0;
			this.parseArg = void 0;
			this.hidden = false;
			this.argChoices = void 0;
			this.conflictsWith = [];
			this.implied = void 0;
			this.helpGroupHeading = void 0;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Option}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Preset to use when option used without option-argument, especially optional but also boolean and negated.
		* The custom processing (parseArg) is called.
		*
		* @example
		* new Option('--color').default('GREYSCALE').preset('RGB');
		* new Option('--donate [amount]').preset('20').argParser(parseFloat);
		*
		* @param {*} arg
		* @return {Option}
		*/
		preset(arg) {
			this.presetArg = arg;
			return this;
		}
		/**
		* Add option name(s) that conflict with this option.
		* An error will be displayed if conflicting options are found during parsing.
		*
		* @example
		* new Option('--rgb').conflicts('cmyk');
		* new Option('--js').conflicts(['ts', 'jsx']);
		*
		* @param {(string | string[])} names
		* @return {Option}
		*/
		conflicts(names) {
			this.conflictsWith = this.conflictsWith.concat(names);
			return this;
		}
		/**
		* Specify implied option values for when this option is set and the implied options are not.
		*
		* The custom processing (parseArg) is not called on the implied values.
		*
		* @example
		* program
		*   .addOption(new Option('--log', 'write logging information to file'))
		*   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
		*
		* @param {object} impliedOptionValues
		* @return {Option}
		*/
		implies(impliedOptionValues) {
			let newImplied = impliedOptionValues;
			if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
			this.implied = Object.assign(this.implied || {}, newImplied);
			return this;
		}
		/**
		* Set environment variable to check for option value.
		*
		* An environment variable is only used if when processed the current option value is
		* undefined, or the source of the current value is 'default' or 'config' or 'env'.
		*
		* @param {string} name
		* @return {Option}
		*/
		env(name) {
			this.envVar = name;
			return this;
		}
		/**
		* Set the custom handler for processing CLI option arguments into option values.
		*
		* @param {Function} [fn]
		* @return {Option}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Whether the option is mandatory and must have a value after parsing.
		*
		* @param {boolean} [mandatory=true]
		* @return {Option}
		*/
		makeOptionMandatory(mandatory = true) {
			this.mandatory = !!mandatory;
			return this;
		}
		/**
		* Hide option in help.
		*
		* @param {boolean} [hide=true]
		* @return {Option}
		*/
		hideHelp(hide = true) {
			this.hidden = !!hide;
			return this;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Only allow option value to be one of choices.
		*
		* @param {string[]} values
		* @return {Option}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Return option name.
		*
		* @return {string}
		*/
		name() {
			if (this.long) return this.long.replace(/^--/, "");
			return this.short.replace(/^-/, "");
		}
		/**
		* Return option name, in a camelcase format that can be used
		* as an object attribute key.
		*
		* @return {string}
		*/
		attributeName() {
			if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
			return camelcase(this.name());
		}
		/**
		* Set the help group heading.
		*
		* @param {string} heading
		* @return {Option}
		*/
		helpGroup(heading) {
			this.helpGroupHeading = heading;
			return this;
		}
		/**
		* Check if `arg` matches the short or long flag.
		*
		* @param {string} arg
		* @return {boolean}
		* @package
		*/
		is(arg) {
			return this.short === arg || this.long === arg;
		}
		/**
		* Return whether a boolean option.
		*
		* Options are one of boolean, negated, required argument, or optional argument.
		*
		* @return {boolean}
		* @package
		*/
		isBoolean() {
			return !this.required && !this.optional && !this.negate;
		}
	};
	/**
	* This class is to make it easier to work with dual options, without changing the existing
	* implementation. We support separate dual options for separate positive and negative options,
	* like `--build` and `--no-build`, which share a single option value. This works nicely for some
	* use cases, but is tricky for others where we want separate behaviours despite
	* the single shared option value.
	*/
	var DualOptions = class {
		/**
		* @param {Option[]} options
		*/
		constructor(options) {
			this.positiveOptions = /* @__PURE__ */ new Map();
			this.negativeOptions = /* @__PURE__ */ new Map();
			this.dualOptions = /* @__PURE__ */ new Set();
			options.forEach((option) => {
				if (option.negate) this.negativeOptions.set(option.attributeName(), option);
				else this.positiveOptions.set(option.attributeName(), option);
			});
			this.negativeOptions.forEach((value, key) => {
				if (this.positiveOptions.has(key)) this.dualOptions.add(key);
			});
		}
		/**
		* Did the value come from the option, and not from possible matching dual option?
		*
		* @param {*} value
		* @param {Option} option
		* @returns {boolean}
		*/
		valueFromOption(value, option) {
			const optionKey = option.attributeName();
			if (!this.dualOptions.has(optionKey)) return true;
			const preset = this.negativeOptions.get(optionKey).presetArg;
			const negativeValue = preset !== void 0 ? preset : false;
			return option.negate === (negativeValue === value);
		}
	};
	/**
	* Convert string from kebab-case to camelCase.
	*
	* @param {string} str
	* @return {string}
	* @private
	*/
	function camelcase(str) {
		return str.split("-").reduce((str, word) => {
			return str + word[0].toUpperCase() + word.slice(1);
		});
	}
	/**
	* Split the short and long flag out of something like '-m,--mixed <value>'
	*
	* @private
	*/
	function splitOptionFlags(flags) {
		let shortFlag;
		let longFlag;
		const shortFlagExp = /^-[^-]$/;
		const longFlagExp = /^--[^-]/;
		const flagParts = flags.split(/[ |,]+/).concat("guard");
		if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
		if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (!shortFlag && longFlagExp.test(flagParts[0])) {
			shortFlag = longFlag;
			longFlag = flagParts.shift();
		}
		if (flagParts[0].startsWith("-")) {
			const unsupportedFlag = flagParts[0];
			const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
			if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
			if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
			if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
			throw new Error(`${baseError}
- unrecognised flag format`);
		}
		if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
		return {
			shortFlag,
			longFlag
		};
	}
	exports.Option = Option;
	exports.DualOptions = DualOptions;
}));

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = /* @__PURE__ */ __commonJSMin(((exports) => {
	const maxDistance = 3;
	function editDistance(a, b) {
		if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
		const d = [];
		for (let i = 0; i <= a.length; i++) d[i] = [i];
		for (let j = 0; j <= b.length; j++) d[0][j] = j;
		for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
			let cost = 1;
			if (a[i - 1] === b[j - 1]) cost = 0;
			else cost = 1;
			d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
		}
		return d[a.length][b.length];
	}
	/**
	* Find close matches, restricted to same number of edits.
	*
	* @param {string} word
	* @param {string[]} candidates
	* @returns {string}
	*/
	function suggestSimilar(word, candidates) {
		if (!candidates || candidates.length === 0) return "";
		candidates = Array.from(new Set(candidates));
		const searchingOptions = word.startsWith("--");
		if (searchingOptions) {
			word = word.slice(2);
			candidates = candidates.map((candidate) => candidate.slice(2));
		}
		let similar = [];
		let bestDistance = maxDistance;
		const minSimilarity = .4;
		candidates.forEach((candidate) => {
			if (candidate.length <= 1) return;
			const distance = editDistance(word, candidate);
			const length = Math.max(word.length, candidate.length);
			if ((length - distance) / length > minSimilarity) {
				if (distance < bestDistance) {
					bestDistance = distance;
					similar = [candidate];
				} else if (distance === bestDistance) similar.push(candidate);
			}
		});
		similar.sort((a, b) => a.localeCompare(b));
		if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
		if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
		if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
		return "";
	}
	exports.suggestSimilar = suggestSimilar;
}));

// node_modules/commander/lib/command.js
var require_command = /* @__PURE__ */ __commonJSMin(((exports) => {
	const EventEmitter = __require("node:events").EventEmitter;
	const childProcess = __require("node:child_process");
	const path = __require("node:path");
	const fs = __require("node:fs");
	const process = __require("node:process");
	const { Argument, humanReadableArgName } = require_argument();
	const { CommanderError } = require_error();
	const { Help, stripColor } = require_help();
	const { Option, DualOptions } = require_option();
	const { suggestSimilar } = require_suggestSimilar();
	var Command = class Command extends EventEmitter {
		/**
		* Initialize a new `Command`.
		*
		* @param {string} [name]
		*/
		constructor(name) {
			super();
			/** @type {Command[]} */
			this.commands = [];
			/** @type {Option[]} */
			this.options = [];
			this.parent = null;
			this._allowUnknownOption = false;
			this._allowExcessArguments = false;
			/** @type {Argument[]} */
			this.registeredArguments = [];
			this._args = this.registeredArguments;
			/** @type {string[]} */
			this.args = [];
			this.rawArgs = [];
			this.processedArgs = [];
			this._scriptPath = null;
			this._name = name || "";
			this._optionValues = {};
			this._optionValueSources = {};
			this._storeOptionsAsProperties = false;
			this._actionHandler = null;
			this._executableHandler = false;
			this._executableFile = null;
			this._executableDir = null;
			this._defaultCommandName = null;
			this._exitCallback = null;
			this._aliases = [];
			this._combineFlagAndOptionalValue = true;
			this._description = "";
			this._summary = "";
			this._argsDescription = void 0;
			this._enablePositionalOptions = false;
			this._passThroughOptions = false;
			this._lifeCycleHooks = {};
			/** @type {(boolean | string)} */
			this._showHelpAfterError = false;
			this._showSuggestionAfterError = true;
			this._savedState = null;
			this._outputConfiguration = {
				writeOut: (str) => process.stdout.write(str),
				writeErr: (str) => process.stderr.write(str),
				outputError: (str, write) => write(str),
				getOutHelpWidth: () => process.stdout.isTTY ? process.stdout.columns : void 0,
				getErrHelpWidth: () => process.stderr.isTTY ? process.stderr.columns : void 0,
				getOutHasColors: () => useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
				getErrHasColors: () => useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
				stripColor: (str) => stripColor(str)
			};
			this._hidden = false;
			/** @type {(Option | null | undefined)} */
			this._helpOption = void 0;
			this._addImplicitHelpCommand = void 0;
			/** @type {Command} */
			this._helpCommand = void 0;
			this._helpConfiguration = {};
			/** @type {string | undefined} */
			this._helpGroupHeading = void 0;
			/** @type {string | undefined} */
			this._defaultCommandGroup = void 0;
			/** @type {string | undefined} */
			this._defaultOptionGroup = void 0;
		}
		/**
		* Copy settings that are useful to have in common across root command and subcommands.
		*
		* (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
		*
		* @param {Command} sourceCommand
		* @return {Command} `this` command for chaining
		*/
		copyInheritedSettings(sourceCommand) {
			this._outputConfiguration = sourceCommand._outputConfiguration;
			this._helpOption = sourceCommand._helpOption;
			this._helpCommand = sourceCommand._helpCommand;
			this._helpConfiguration = sourceCommand._helpConfiguration;
			this._exitCallback = sourceCommand._exitCallback;
			this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
			this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
			this._allowExcessArguments = sourceCommand._allowExcessArguments;
			this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
			this._showHelpAfterError = sourceCommand._showHelpAfterError;
			this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
			return this;
		}
		/**
		* @returns {Command[]}
		* @private
		*/
		_getCommandAndAncestors() {
			const result = [];
			for (let command = this; command; command = command.parent) result.push(command);
			return result;
		}
		/**
		* Define a command.
		*
		* There are two styles of command: pay attention to where to put the description.
		*
		* @example
		* // Command implemented using action handler (description is supplied separately to `.command`)
		* program
		*   .command('clone <source> [destination]')
		*   .description('clone a repository into a newly created directory')
		*   .action((source, destination) => {
		*     console.log('clone command called');
		*   });
		*
		* // Command implemented using separate executable file (description is second parameter to `.command`)
		* program
		*   .command('start <service>', 'start named service')
		*   .command('stop [service]', 'stop named service, or all if no name supplied');
		*
		* @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
		* @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
		* @param {object} [execOpts] - configuration options (for executable)
		* @return {Command} returns new command for action handler, or `this` for executable command
		*/
		command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
			let desc = actionOptsOrExecDesc;
			let opts = execOpts;
			if (typeof desc === "object" && desc !== null) {
				opts = desc;
				desc = null;
			}
			opts = opts || {};
			const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
			const cmd = this.createCommand(name);
			if (desc) {
				cmd.description(desc);
				cmd._executableHandler = true;
			}
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			cmd._hidden = !!(opts.noHelp || opts.hidden);
			cmd._executableFile = opts.executableFile || null;
			if (args) cmd.arguments(args);
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd.copyInheritedSettings(this);
			if (desc) return this;
			return cmd;
		}
		/**
		* Factory routine to create a new unattached command.
		*
		* See .command() for creating an attached subcommand, which uses this routine to
		* create the command. You can override createCommand to customise subcommands.
		*
		* @param {string} [name]
		* @return {Command} new command
		*/
		createCommand(name) {
			return new Command(name);
		}
		/**
		* You can customise the help with a subclass of Help by overriding createHelp,
		* or by overriding Help properties using configureHelp().
		*
		* @return {Help}
		*/
		createHelp() {
			return Object.assign(new Help(), this.configureHelp());
		}
		/**
		* You can customise the help by overriding Help properties using configureHelp(),
		* or with a subclass of Help by overriding createHelp().
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureHelp(configuration) {
			if (configuration === void 0) return this._helpConfiguration;
			this._helpConfiguration = configuration;
			return this;
		}
		/**
		* The default output goes to stdout and stderr. You can customise this for special
		* applications. You can also customise the display of errors by overriding outputError.
		*
		* The configuration properties are all functions:
		*
		*     // change how output being written, defaults to stdout and stderr
		*     writeOut(str)
		*     writeErr(str)
		*     // change how output being written for errors, defaults to writeErr
		*     outputError(str, write) // used for displaying errors and not used for displaying help
		*     // specify width for wrapping help
		*     getOutHelpWidth()
		*     getErrHelpWidth()
		*     // color support, currently only used with Help
		*     getOutHasColors()
		*     getErrHasColors()
		*     stripColor() // used to remove ANSI escape codes if output does not have colors
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureOutput(configuration) {
			if (configuration === void 0) return this._outputConfiguration;
			this._outputConfiguration = {
				...this._outputConfiguration,
				...configuration
			};
			return this;
		}
		/**
		* Display the help or a custom message after an error occurs.
		*
		* @param {(boolean|string)} [displayHelp]
		* @return {Command} `this` command for chaining
		*/
		showHelpAfterError(displayHelp = true) {
			if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
			this._showHelpAfterError = displayHelp;
			return this;
		}
		/**
		* Display suggestion of similar commands for unknown commands, or options for unknown options.
		*
		* @param {boolean} [displaySuggestion]
		* @return {Command} `this` command for chaining
		*/
		showSuggestionAfterError(displaySuggestion = true) {
			this._showSuggestionAfterError = !!displaySuggestion;
			return this;
		}
		/**
		* Add a prepared subcommand.
		*
		* See .command() for creating an attached subcommand which inherits settings from its parent.
		*
		* @param {Command} cmd - new subcommand
		* @param {object} [opts] - configuration options
		* @return {Command} `this` command for chaining
		*/
		addCommand(cmd, opts) {
			if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
			opts = opts || {};
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			if (opts.noHelp || opts.hidden) cmd._hidden = true;
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd._checkForBrokenPassThrough();
			return this;
		}
		/**
		* Factory routine to create a new unattached argument.
		*
		* See .argument() for creating an attached argument, which uses this routine to
		* create the argument. You can override createArgument to return a custom argument.
		*
		* @param {string} name
		* @param {string} [description]
		* @return {Argument} new argument
		*/
		createArgument(name, description) {
			return new Argument(name, description);
		}
		/**
		* Define argument syntax for command.
		*
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @example
		* program.argument('<input-file>');
		* program.argument('[output-file]');
		*
		* @param {string} name
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom argument processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		argument(name, description, parseArg, defaultValue) {
			const argument = this.createArgument(name, description);
			if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
			else argument.default(parseArg);
			this.addArgument(argument);
			return this;
		}
		/**
		* Define argument syntax for command, adding multiple at once (without descriptions).
		*
		* See also .argument().
		*
		* @example
		* program.arguments('<cmd> [env]');
		*
		* @param {string} names
		* @return {Command} `this` command for chaining
		*/
		arguments(names) {
			names.trim().split(/ +/).forEach((detail) => {
				this.argument(detail);
			});
			return this;
		}
		/**
		* Define argument syntax for command, adding a prepared argument.
		*
		* @param {Argument} argument
		* @return {Command} `this` command for chaining
		*/
		addArgument(argument) {
			const previousArgument = this.registeredArguments.slice(-1)[0];
			if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
			if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
			this.registeredArguments.push(argument);
			return this;
		}
		/**
		* Customise or override default help command. By default a help command is automatically added if your command has subcommands.
		*
		* @example
		*    program.helpCommand('help [cmd]');
		*    program.helpCommand('help [cmd]', 'show help');
		*    program.helpCommand(false); // suppress default help command
		*    program.helpCommand(true); // add help command even if no subcommands
		*
		* @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
		* @param {string} [description] - custom description
		* @return {Command} `this` command for chaining
		*/
		helpCommand(enableOrNameAndArgs, description) {
			if (typeof enableOrNameAndArgs === "boolean") {
				this._addImplicitHelpCommand = enableOrNameAndArgs;
				if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
				return this;
			}
			const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
			const helpDescription = description ?? "display help for command";
			const helpCommand = this.createCommand(helpName);
			helpCommand.helpOption(false);
			if (helpArgs) helpCommand.arguments(helpArgs);
			if (helpDescription) helpCommand.description(helpDescription);
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Add prepared custom help command.
		*
		* @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
		* @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
		* @return {Command} `this` command for chaining
		*/
		addHelpCommand(helpCommand, deprecatedDescription) {
			if (typeof helpCommand !== "object") {
				this.helpCommand(helpCommand, deprecatedDescription);
				return this;
			}
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Lazy create help command.
		*
		* @return {(Command|null)}
		* @package
		*/
		_getHelpCommand() {
			if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
				if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
				return this._helpCommand;
			}
			return null;
		}
		/**
		* Add hook for life cycle event.
		*
		* @param {string} event
		* @param {Function} listener
		* @return {Command} `this` command for chaining
		*/
		hook(event, listener) {
			const allowedValues = [
				"preSubcommand",
				"preAction",
				"postAction"
			];
			if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
			if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
			else this._lifeCycleHooks[event] = [listener];
			return this;
		}
		/**
		* Register callback to use as replacement for calling process.exit.
		*
		* @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
		* @return {Command} `this` command for chaining
		*/
		exitOverride(fn) {
			if (fn) this._exitCallback = fn;
			else this._exitCallback = (err) => {
				if (err.code !== "commander.executeSubCommandAsync") throw err;
			};
			return this;
		}
		/**
		* Call process.exit, and _exitCallback if defined.
		*
		* @param {number} exitCode exit code for using with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		* @return never
		* @private
		*/
		_exit(exitCode, code, message) {
			if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
			process.exit(exitCode);
		}
		/**
		* Register callback `fn` for the command.
		*
		* @example
		* program
		*   .command('serve')
		*   .description('start service')
		*   .action(function() {
		*      // do work here
		*   });
		*
		* @param {Function} fn
		* @return {Command} `this` command for chaining
		*/
		action(fn) {
			const listener = (args) => {
				const expectedArgsCount = this.registeredArguments.length;
				const actionArgs = args.slice(0, expectedArgsCount);
				if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
				else actionArgs[expectedArgsCount] = this.opts();
				actionArgs.push(this);
				return fn.apply(this, actionArgs);
			};
			this._actionHandler = listener;
			return this;
		}
		/**
		* Factory routine to create a new unattached option.
		*
		* See .option() for creating an attached option, which uses this routine to
		* create the option. You can override createOption to return a custom option.
		*
		* @param {string} flags
		* @param {string} [description]
		* @return {Option} new option
		*/
		createOption(flags, description) {
			return new Option(flags, description);
		}
		/**
		* Wrap parseArgs to catch 'commander.invalidArgument'.
		*
		* @param {(Option | Argument)} target
		* @param {string} value
		* @param {*} previous
		* @param {string} invalidArgumentMessage
		* @private
		*/
		_callParseArg(target, value, previous, invalidArgumentMessage) {
			try {
				return target.parseArg(value, previous);
			} catch (err) {
				if (err.code === "commander.invalidArgument") {
					const message = `${invalidArgumentMessage} ${err.message}`;
					this.error(message, {
						exitCode: err.exitCode,
						code: err.code
					});
				}
				throw err;
			}
		}
		/**
		* Check for option flag conflicts.
		* Register option if no conflicts found, or throw on conflict.
		*
		* @param {Option} option
		* @private
		*/
		_registerOption(option) {
			const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
			if (matchingOption) {
				const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
				throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
			}
			this._initOptionGroup(option);
			this.options.push(option);
		}
		/**
		* Check for command name and alias conflicts with existing commands.
		* Register command if no conflicts found, or throw on conflict.
		*
		* @param {Command} command
		* @private
		*/
		_registerCommand(command) {
			const knownBy = (cmd) => {
				return [cmd.name()].concat(cmd.aliases());
			};
			const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
			if (alreadyUsed) {
				const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
				const newCmd = knownBy(command).join("|");
				throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
			}
			this._initCommandGroup(command);
			this.commands.push(command);
		}
		/**
		* Add an option.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addOption(option) {
			this._registerOption(option);
			const oname = option.name();
			const name = option.attributeName();
			if (option.negate) {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(name, option.defaultValue === void 0 ? true : option.defaultValue, "default");
			} else if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
			const handleOptionValue = (val, invalidValueMessage, valueSource) => {
				if (val == null && option.presetArg !== void 0) val = option.presetArg;
				const oldValue = this.getOptionValue(name);
				if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
				else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
				if (val == null) {
					if (option.negate) val = false;
					else if (option.isBoolean() || option.optional) val = true;
					else val = "";
				}
				this.setOptionValueWithSource(name, val, valueSource);
			};
			this.on("option:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "cli");
			});
			if (option.envVar) this.on("optionEnv:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "env");
			});
			return this;
		}
		/**
		* Internal implementation shared by .option() and .requiredOption()
		*
		* @return {Command} `this` command for chaining
		* @private
		*/
		_optionEx(config, flags, description, fn, defaultValue) {
			if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
			const option = this.createOption(flags, description);
			option.makeOptionMandatory(!!config.mandatory);
			if (typeof fn === "function") option.default(defaultValue).argParser(fn);
			else if (fn instanceof RegExp) {
				const regex = fn;
				fn = (val, def) => {
					const m = regex.exec(val);
					return m ? m[0] : def;
				};
				option.default(defaultValue).argParser(fn);
			} else option.default(fn);
			return this.addOption(option);
		}
		/**
		* Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
		* option-argument is indicated by `<>` and an optional option-argument by `[]`.
		*
		* See the README for more details, and see also addOption() and requiredOption().
		*
		* @example
		* program
		*     .option('-p, --pepper', 'add pepper')
		*     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
		*     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
		*     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		option(flags, description, parseArg, defaultValue) {
			return this._optionEx({}, flags, description, parseArg, defaultValue);
		}
		/**
		* Add a required option which must have a value after parsing. This usually means
		* the option must be specified on the command line. (Otherwise the same as .option().)
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		requiredOption(flags, description, parseArg, defaultValue) {
			return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
		}
		/**
		* Alter parsing of short flags with optional values.
		*
		* @example
		* // for `.option('-f,--flag [value]'):
		* program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
		* program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
		*
		* @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
		* @return {Command} `this` command for chaining
		*/
		combineFlagAndOptionalValue(combine = true) {
			this._combineFlagAndOptionalValue = !!combine;
			return this;
		}
		/**
		* Allow unknown options on the command line.
		*
		* @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
		* @return {Command} `this` command for chaining
		*/
		allowUnknownOption(allowUnknown = true) {
			this._allowUnknownOption = !!allowUnknown;
			return this;
		}
		/**
		* Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
		*
		* @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
		* @return {Command} `this` command for chaining
		*/
		allowExcessArguments(allowExcess = true) {
			this._allowExcessArguments = !!allowExcess;
			return this;
		}
		/**
		* Enable positional options. Positional means global options are specified before subcommands which lets
		* subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
		* The default behaviour is non-positional and global options may appear anywhere on the command line.
		*
		* @param {boolean} [positional]
		* @return {Command} `this` command for chaining
		*/
		enablePositionalOptions(positional = true) {
			this._enablePositionalOptions = !!positional;
			return this;
		}
		/**
		* Pass through options that come after command-arguments rather than treat them as command-options,
		* so actual command-options come before command-arguments. Turning this on for a subcommand requires
		* positional options to have been enabled on the program (parent commands).
		* The default behaviour is non-positional and options may appear before or after command-arguments.
		*
		* @param {boolean} [passThrough] for unknown options.
		* @return {Command} `this` command for chaining
		*/
		passThroughOptions(passThrough = true) {
			this._passThroughOptions = !!passThrough;
			this._checkForBrokenPassThrough();
			return this;
		}
		/**
		* @private
		*/
		_checkForBrokenPassThrough() {
			if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
		}
		/**
		* Whether to store option values as properties on command object,
		* or store separately (specify false). In both cases the option values can be accessed using .opts().
		*
		* @param {boolean} [storeAsProperties=true]
		* @return {Command} `this` command for chaining
		*/
		storeOptionsAsProperties(storeAsProperties = true) {
			if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
			if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
			this._storeOptionsAsProperties = !!storeAsProperties;
			return this;
		}
		/**
		* Retrieve option value.
		*
		* @param {string} key
		* @return {object} value
		*/
		getOptionValue(key) {
			if (this._storeOptionsAsProperties) return this[key];
			return this._optionValues[key];
		}
		/**
		* Store option value.
		*
		* @param {string} key
		* @param {object} value
		* @return {Command} `this` command for chaining
		*/
		setOptionValue(key, value) {
			return this.setOptionValueWithSource(key, value, void 0);
		}
		/**
		* Store option value and where the value came from.
		*
		* @param {string} key
		* @param {object} value
		* @param {string} source - expected values are default/config/env/cli/implied
		* @return {Command} `this` command for chaining
		*/
		setOptionValueWithSource(key, value, source) {
			if (this._storeOptionsAsProperties) this[key] = value;
			else this._optionValues[key] = value;
			this._optionValueSources[key] = source;
			return this;
		}
		/**
		* Get source of option value.
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSource(key) {
			return this._optionValueSources[key];
		}
		/**
		* Get source of option value. See also .optsWithGlobals().
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSourceWithGlobals(key) {
			let source;
			this._getCommandAndAncestors().forEach((cmd) => {
				if (cmd.getOptionValueSource(key) !== void 0) source = cmd.getOptionValueSource(key);
			});
			return source;
		}
		/**
		* Get user arguments from implied or explicit arguments.
		* Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
		*
		* @private
		*/
		_prepareUserArgs(argv, parseOptions) {
			if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
			parseOptions = parseOptions || {};
			if (argv === void 0 && parseOptions.from === void 0) {
				if (process.versions?.electron) parseOptions.from = "electron";
				const execArgv = process.execArgv ?? [];
				if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
			}
			if (argv === void 0) argv = process.argv;
			this.rawArgs = argv.slice();
			let userArgs;
			switch (parseOptions.from) {
				case void 0:
				case "node":
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
					break;
				case "electron":
					if (process.defaultApp) {
						this._scriptPath = argv[1];
						userArgs = argv.slice(2);
					} else userArgs = argv.slice(1);
					break;
				case "user":
					userArgs = argv.slice(0);
					break;
				case "eval":
					userArgs = argv.slice(1);
					break;
				default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
			}
			if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
			this._name = this._name || "program";
			return userArgs;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Use parseAsync instead of parse if any of your action handlers are async.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* program.parse(); // parse process.argv and auto-detect electron and special node flags
		* program.parse(process.argv); // assume argv[0] is app and argv[1] is script
		* program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv] - optional, defaults to process.argv
		* @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
		* @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
		* @return {Command} `this` command for chaining
		*/
		parse(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			this._parseCommand([], userArgs);
			return this;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
		* await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
		* await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv]
		* @param {object} [parseOptions]
		* @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
		* @return {Promise}
		*/
		async parseAsync(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			await this._parseCommand([], userArgs);
			return this;
		}
		_prepareForParse() {
			if (this._savedState === null) this.saveStateBeforeParse();
			else this.restoreStateBeforeParse();
		}
		/**
		* Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state saved.
		*/
		saveStateBeforeParse() {
			this._savedState = {
				_name: this._name,
				_optionValues: { ...this._optionValues },
				_optionValueSources: { ...this._optionValueSources }
			};
		}
		/**
		* Restore state before parse for calls after the first.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state restored.
		*/
		restoreStateBeforeParse() {
			if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
			this._name = this._savedState._name;
			this._scriptPath = null;
			this.rawArgs = [];
			this._optionValues = { ...this._savedState._optionValues };
			this._optionValueSources = { ...this._savedState._optionValueSources };
			this.args = [];
			this.processedArgs = [];
		}
		/**
		* Throw if expected executable is missing. Add lots of help for author.
		*
		* @param {string} executableFile
		* @param {string} executableDir
		* @param {string} subcommandName
		*/
		_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
			if (fs.existsSync(executableFile)) return;
			const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
			throw new Error(executableMissing);
		}
		/**
		* Execute a sub-command executable.
		*
		* @private
		*/
		_executeSubCommand(subcommand, args) {
			args = args.slice();
			let launchWithNode = false;
			const sourceExt = [
				".js",
				".ts",
				".tsx",
				".mjs",
				".cjs"
			];
			function findFile(baseDir, baseName) {
				const localBin = path.resolve(baseDir, baseName);
				if (fs.existsSync(localBin)) return localBin;
				if (sourceExt.includes(path.extname(baseName))) return void 0;
				const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
				if (foundExt) return `${localBin}${foundExt}`;
			}
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
			let executableDir = this._executableDir || "";
			if (this._scriptPath) {
				let resolvedScriptPath;
				try {
					resolvedScriptPath = fs.realpathSync(this._scriptPath);
				} catch {
					resolvedScriptPath = this._scriptPath;
				}
				executableDir = path.resolve(path.dirname(resolvedScriptPath), executableDir);
			}
			if (executableDir) {
				let localFile = findFile(executableDir, executableFile);
				if (!localFile && !subcommand._executableFile && this._scriptPath) {
					const legacyName = path.basename(this._scriptPath, path.extname(this._scriptPath));
					if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
				}
				executableFile = localFile || executableFile;
			}
			launchWithNode = sourceExt.includes(path.extname(executableFile));
			let proc;
			if (process.platform !== "win32") {
				if (launchWithNode) {
					args.unshift(executableFile);
					args = incrementNodeInspectorPort(process.execArgv).concat(args);
					proc = childProcess.spawn(process.argv[0], args, { stdio: "inherit" });
				} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
			} else {
				this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process.execArgv).concat(args);
				proc = childProcess.spawn(process.execPath, args, { stdio: "inherit" });
			}
			if (!proc.killed) [
				"SIGUSR1",
				"SIGUSR2",
				"SIGTERM",
				"SIGINT",
				"SIGHUP"
			].forEach((signal) => {
				process.on(signal, () => {
					if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
				});
			});
			const exitCallback = this._exitCallback;
			proc.on("close", (code) => {
				code = code ?? 1;
				if (!exitCallback) process.exit(code);
				else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
			});
			proc.on("error", (err) => {
				if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
				if (!exitCallback) process.exit(1);
				else {
					const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
					wrappedError.nestedError = err;
					exitCallback(wrappedError);
				}
			});
			this.runningCommand = proc;
		}
		/**
		* @private
		*/
		_dispatchSubcommand(commandName, operands, unknown) {
			const subCommand = this._findCommand(commandName);
			if (!subCommand) this.help({ error: true });
			subCommand._prepareForParse();
			let promiseChain;
			promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
			promiseChain = this._chainOrCall(promiseChain, () => {
				if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
				else return subCommand._parseCommand(operands, unknown);
			});
			return promiseChain;
		}
		/**
		* Invoke help directly if possible, or dispatch if necessary.
		* e.g. help foo
		*
		* @private
		*/
		_dispatchHelpCommand(subcommandName) {
			if (!subcommandName) this.help();
			const subCommand = this._findCommand(subcommandName);
			if (subCommand && !subCommand._executableHandler) subCommand.help();
			return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
		}
		/**
		* Check this.args against expected this.registeredArguments.
		*
		* @private
		*/
		_checkNumberOfArguments() {
			this.registeredArguments.forEach((arg, i) => {
				if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
			});
			if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
			if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
		}
		/**
		* Process this.args using this.registeredArguments and save as this.processedArgs!
		*
		* @private
		*/
		_processArguments() {
			const myParseArg = (argument, value, previous) => {
				let parsedValue = value;
				if (value !== null && argument.parseArg) {
					const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
					parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
				}
				return parsedValue;
			};
			this._checkNumberOfArguments();
			const processedArgs = [];
			this.registeredArguments.forEach((declaredArg, index) => {
				let value = declaredArg.defaultValue;
				if (declaredArg.variadic) {
					if (index < this.args.length) {
						value = this.args.slice(index);
						if (declaredArg.parseArg) value = value.reduce((processed, v) => {
							return myParseArg(declaredArg, v, processed);
						}, declaredArg.defaultValue);
					} else if (value === void 0) value = [];
				} else if (index < this.args.length) {
					value = this.args[index];
					if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
				}
				processedArgs[index] = value;
			});
			this.processedArgs = processedArgs;
		}
		/**
		* Once we have a promise we chain, but call synchronously until then.
		*
		* @param {(Promise|undefined)} promise
		* @param {Function} fn
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCall(promise, fn) {
			if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
			return fn();
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallHooks(promise, event) {
			let result = promise;
			const hooks = [];
			this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
				hookedCommand._lifeCycleHooks[event].forEach((callback) => {
					hooks.push({
						hookedCommand,
						callback
					});
				});
			});
			if (event === "postAction") hooks.reverse();
			hooks.forEach((hookDetail) => {
				result = this._chainOrCall(result, () => {
					return hookDetail.callback(hookDetail.hookedCommand, this);
				});
			});
			return result;
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {Command} subCommand
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallSubCommandHook(promise, subCommand, event) {
			let result = promise;
			if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
				result = this._chainOrCall(result, () => {
					return hook(this, subCommand);
				});
			});
			return result;
		}
		/**
		* Process arguments in context of this command.
		* Returns action result, in case it is a promise.
		*
		* @private
		*/
		_parseCommand(operands, unknown) {
			const parsed = this.parseOptions(unknown);
			this._parseOptionsEnv();
			this._parseOptionsImplied();
			operands = operands.concat(parsed.operands);
			unknown = parsed.unknown;
			this.args = operands.concat(unknown);
			if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
			if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
			if (this._defaultCommandName) {
				this._outputHelpIfRequested(unknown);
				return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
			}
			if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
			this._outputHelpIfRequested(parsed.unknown);
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			const checkForUnknownOptions = () => {
				if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
			};
			const commandEvent = `command:${this.name()}`;
			if (this._actionHandler) {
				checkForUnknownOptions();
				this._processArguments();
				let promiseChain;
				promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
				promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
				if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
					this.parent.emit(commandEvent, operands, unknown);
				});
				promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
				return promiseChain;
			}
			if (this.parent?.listenerCount(commandEvent)) {
				checkForUnknownOptions();
				this._processArguments();
				this.parent.emit(commandEvent, operands, unknown);
			} else if (operands.length) {
				if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
				if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
				else if (this.commands.length) this.unknownCommand();
				else {
					checkForUnknownOptions();
					this._processArguments();
				}
			} else if (this.commands.length) {
				checkForUnknownOptions();
				this.help({ error: true });
			} else {
				checkForUnknownOptions();
				this._processArguments();
			}
		}
		/**
		* Find matching command.
		*
		* @private
		* @return {Command | undefined}
		*/
		_findCommand(name) {
			if (!name) return void 0;
			return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
		}
		/**
		* Return an option matching `arg` if any.
		*
		* @param {string} arg
		* @return {Option}
		* @package
		*/
		_findOption(arg) {
			return this.options.find((option) => option.is(arg));
		}
		/**
		* Display an error message if a mandatory option does not have a value.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForMissingMandatoryOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd.options.forEach((anOption) => {
					if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
				});
			});
		}
		/**
		* Display an error message if conflicting options are used together in this.
		*
		* @private
		*/
		_checkForConflictingLocalOptions() {
			const definedNonDefaultOptions = this.options.filter((option) => {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0) return false;
				return this.getOptionValueSource(optionKey) !== "default";
			});
			definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
				const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
				if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
			});
		}
		/**
		* Display an error message if conflicting options are used together.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForConflictingOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd._checkForConflictingLocalOptions();
			});
		}
		/**
		* Parse options from `argv` removing known options,
		* and return argv split into operands and unknown arguments.
		*
		* Side effects: modifies command by storing options. Does not reset state if called again.
		*
		* Examples:
		*
		*     argv => operands, unknown
		*     --known kkk op => [op], []
		*     op --known kkk => [op], []
		*     sub --unknown uuu op => [sub], [--unknown uuu op]
		*     sub -- --unknown uuu op => [sub --unknown uuu op], []
		*
		* @param {string[]} args
		* @return {{operands: string[], unknown: string[]}}
		*/
		parseOptions(args) {
			const operands = [];
			const unknown = [];
			let dest = operands;
			function maybeOption(arg) {
				return arg.length > 1 && arg[0] === "-";
			}
			const negativeNumberArg = (arg) => {
				if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
				return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
			};
			let activeVariadicOption = null;
			let activeGroup = null;
			let i = 0;
			while (i < args.length || activeGroup) {
				const arg = activeGroup ?? args[i++];
				activeGroup = null;
				if (arg === "--") {
					if (dest === unknown) dest.push(arg);
					dest.push(...args.slice(i));
					break;
				}
				if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
					this.emit(`option:${activeVariadicOption.name()}`, arg);
					continue;
				}
				activeVariadicOption = null;
				if (maybeOption(arg)) {
					const option = this._findOption(arg);
					if (option) {
						if (option.required) {
							const value = args[i++];
							if (value === void 0) this.optionMissingArgument(option);
							this.emit(`option:${option.name()}`, value);
						} else if (option.optional) {
							let value = null;
							if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
							this.emit(`option:${option.name()}`, value);
						} else this.emit(`option:${option.name()}`);
						activeVariadicOption = option.variadic ? option : null;
						continue;
					}
				}
				if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
					const option = this._findOption(`-${arg[1]}`);
					if (option) {
						if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
						else {
							this.emit(`option:${option.name()}`);
							activeGroup = `-${arg.slice(2)}`;
						}
						continue;
					}
				}
				if (/^--[^=]+=/.test(arg)) {
					const index = arg.indexOf("=");
					const option = this._findOption(arg.slice(0, index));
					if (option && (option.required || option.optional)) {
						this.emit(`option:${option.name()}`, arg.slice(index + 1));
						continue;
					}
				}
				if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
				if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
					if (this._findCommand(arg)) {
						operands.push(arg);
						unknown.push(...args.slice(i));
						break;
					} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
						operands.push(arg, ...args.slice(i));
						break;
					} else if (this._defaultCommandName) {
						unknown.push(arg, ...args.slice(i));
						break;
					}
				}
				if (this._passThroughOptions) {
					dest.push(arg, ...args.slice(i));
					break;
				}
				dest.push(arg);
			}
			return {
				operands,
				unknown
			};
		}
		/**
		* Return an object containing local option values as key-value pairs.
		*
		* @return {object}
		*/
		opts() {
			if (this._storeOptionsAsProperties) {
				const result = {};
				const len = this.options.length;
				for (let i = 0; i < len; i++) {
					const key = this.options[i].attributeName();
					result[key] = key === this._versionOptionName ? this._version : this[key];
				}
				return result;
			}
			return this._optionValues;
		}
		/**
		* Return an object containing merged local and global option values as key-value pairs.
		*
		* @return {object}
		*/
		optsWithGlobals() {
			return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
		}
		/**
		* Display error message and exit (or call exitOverride).
		*
		* @param {string} message
		* @param {object} [errorOptions]
		* @param {string} [errorOptions.code] - an id string representing the error
		* @param {number} [errorOptions.exitCode] - used with process.exit
		*/
		error(message, errorOptions) {
			this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
			if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
			else if (this._showHelpAfterError) {
				this._outputConfiguration.writeErr("\n");
				this.outputHelp({ error: true });
			}
			const config = errorOptions || {};
			const exitCode = config.exitCode || 1;
			const code = config.code || "commander.error";
			this._exit(exitCode, code, message);
		}
		/**
		* Apply any option related environment variables, if option does
		* not have a value from cli or client code.
		*
		* @private
		*/
		_parseOptionsEnv() {
			this.options.forEach((option) => {
				if (option.envVar && option.envVar in process.env) {
					const optionKey = option.attributeName();
					if (this.getOptionValue(optionKey) === void 0 || [
						"default",
						"config",
						"env"
					].includes(this.getOptionValueSource(optionKey))) {
						if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
						else this.emit(`optionEnv:${option.name()}`);
					}
				}
			});
		}
		/**
		* Apply any implied option values, if option is undefined or default value.
		*
		* @private
		*/
		_parseOptionsImplied() {
			const dualHelper = new DualOptions(this.options);
			const hasCustomOptionValue = (optionKey) => {
				return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
			};
			this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
				Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
					this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
				});
			});
		}
		/**
		* Argument `name` is missing.
		*
		* @param {string} name
		* @private
		*/
		missingArgument(name) {
			const message = `error: missing required argument '${name}'`;
			this.error(message, { code: "commander.missingArgument" });
		}
		/**
		* `Option` is missing an argument.
		*
		* @param {Option} option
		* @private
		*/
		optionMissingArgument(option) {
			const message = `error: option '${option.flags}' argument missing`;
			this.error(message, { code: "commander.optionMissingArgument" });
		}
		/**
		* `Option` does not have a value, and is a mandatory option.
		*
		* @param {Option} option
		* @private
		*/
		missingMandatoryOptionValue(option) {
			const message = `error: required option '${option.flags}' not specified`;
			this.error(message, { code: "commander.missingMandatoryOptionValue" });
		}
		/**
		* `Option` conflicts with another option.
		*
		* @param {Option} option
		* @param {Option} conflictingOption
		* @private
		*/
		_conflictingOption(option, conflictingOption) {
			const findBestOptionFromValue = (option) => {
				const optionKey = option.attributeName();
				const optionValue = this.getOptionValue(optionKey);
				const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
				const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
				if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
				return positiveOption || option;
			};
			const getErrorMessage = (option) => {
				const bestOption = findBestOptionFromValue(option);
				const optionKey = bestOption.attributeName();
				if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
				return `option '${bestOption.flags}'`;
			};
			const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
			this.error(message, { code: "commander.conflictingOption" });
		}
		/**
		* Unknown option `flag`.
		*
		* @param {string} flag
		* @private
		*/
		unknownOption(flag) {
			if (this._allowUnknownOption) return;
			let suggestion = "";
			if (flag.startsWith("--") && this._showSuggestionAfterError) {
				let candidateFlags = [];
				let command = this;
				do {
					const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
					candidateFlags = candidateFlags.concat(moreFlags);
					command = command.parent;
				} while (command && !command._enablePositionalOptions);
				suggestion = suggestSimilar(flag, candidateFlags);
			}
			const message = `error: unknown option '${flag}'${suggestion}`;
			this.error(message, { code: "commander.unknownOption" });
		}
		/**
		* Excess arguments, more than expected.
		*
		* @param {string[]} receivedArgs
		* @private
		*/
		_excessArguments(receivedArgs) {
			if (this._allowExcessArguments) return;
			const expected = this.registeredArguments.length;
			const s = expected === 1 ? "" : "s";
			const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
			this.error(message, { code: "commander.excessArguments" });
		}
		/**
		* Unknown command.
		*
		* @private
		*/
		unknownCommand() {
			const unknownName = this.args[0];
			let suggestion = "";
			if (this._showSuggestionAfterError) {
				const candidateNames = [];
				this.createHelp().visibleCommands(this).forEach((command) => {
					candidateNames.push(command.name());
					if (command.alias()) candidateNames.push(command.alias());
				});
				suggestion = suggestSimilar(unknownName, candidateNames);
			}
			const message = `error: unknown command '${unknownName}'${suggestion}`;
			this.error(message, { code: "commander.unknownCommand" });
		}
		/**
		* Get or set the program version.
		*
		* This method auto-registers the "-V, --version" option which will print the version number.
		*
		* You can optionally supply the flags and description to override the defaults.
		*
		* @param {string} [str]
		* @param {string} [flags]
		* @param {string} [description]
		* @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
		*/
		version(str, flags, description) {
			if (str === void 0) return this._version;
			this._version = str;
			flags = flags || "-V, --version";
			description = description || "output the version number";
			const versionOption = this.createOption(flags, description);
			this._versionOptionName = versionOption.attributeName();
			this._registerOption(versionOption);
			this.on("option:" + versionOption.name(), () => {
				this._outputConfiguration.writeOut(`${str}\n`);
				this._exit(0, "commander.version", str);
			});
			return this;
		}
		/**
		* Set the description.
		*
		* @param {string} [str]
		* @param {object} [argsDescription]
		* @return {(string|Command)}
		*/
		description(str, argsDescription) {
			if (str === void 0 && argsDescription === void 0) return this._description;
			this._description = str;
			if (argsDescription) this._argsDescription = argsDescription;
			return this;
		}
		/**
		* Set the summary. Used when listed as subcommand of parent.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		summary(str) {
			if (str === void 0) return this._summary;
			this._summary = str;
			return this;
		}
		/**
		* Set an alias for the command.
		*
		* You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
		*
		* @param {string} [alias]
		* @return {(string|Command)}
		*/
		alias(alias) {
			if (alias === void 0) return this._aliases[0];
			/** @type {Command} */
			let command = this;
			if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
			if (alias === command._name) throw new Error("Command alias can't be the same as its name");
			const matchingCommand = this.parent?._findCommand(alias);
			if (matchingCommand) {
				const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
				throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
			}
			command._aliases.push(alias);
			return this;
		}
		/**
		* Set aliases for the command.
		*
		* Only the first alias is shown in the auto-generated help.
		*
		* @param {string[]} [aliases]
		* @return {(string[]|Command)}
		*/
		aliases(aliases) {
			if (aliases === void 0) return this._aliases;
			aliases.forEach((alias) => this.alias(alias));
			return this;
		}
		/**
		* Set / get the command usage `str`.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		usage(str) {
			if (str === void 0) {
				if (this._usage) return this._usage;
				const args = this.registeredArguments.map((arg) => {
					return humanReadableArgName(arg);
				});
				return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
			}
			this._usage = str;
			return this;
		}
		/**
		* Get or set the name of the command.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		name(str) {
			if (str === void 0) return this._name;
			this._name = str;
			return this;
		}
		/**
		* Set/get the help group heading for this subcommand in parent command's help.
		*
		* @param {string} [heading]
		* @return {Command | string}
		*/
		helpGroup(heading) {
			if (heading === void 0) return this._helpGroupHeading ?? "";
			this._helpGroupHeading = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for subcommands added to this command.
		* (This does not override a group set directly on the subcommand using .helpGroup().)
		*
		* @example
		* program.commandsGroup('Development Commands:);
		* program.command('watch')...
		* program.command('lint')...
		* ...
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		commandsGroup(heading) {
			if (heading === void 0) return this._defaultCommandGroup ?? "";
			this._defaultCommandGroup = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for options added to this command.
		* (This does not override a group set directly on the option using .helpGroup().)
		*
		* @example
		* program
		*   .optionsGroup('Development Options:')
		*   .option('-d, --debug', 'output extra debugging')
		*   .option('-p, --profile', 'output profiling information')
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		optionsGroup(heading) {
			if (heading === void 0) return this._defaultOptionGroup ?? "";
			this._defaultOptionGroup = heading;
			return this;
		}
		/**
		* @param {Option} option
		* @private
		*/
		_initOptionGroup(option) {
			if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
		}
		/**
		* @param {Command} cmd
		* @private
		*/
		_initCommandGroup(cmd) {
			if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
		}
		/**
		* Set the name of the command from script filename, such as process.argv[1],
		* or require.main.filename, or __filename.
		*
		* (Used internally and public although not documented in README.)
		*
		* @example
		* program.nameFromFilename(require.main.filename);
		*
		* @param {string} filename
		* @return {Command}
		*/
		nameFromFilename(filename) {
			this._name = path.basename(filename, path.extname(filename));
			return this;
		}
		/**
		* Get or set the directory for searching for executable subcommands of this command.
		*
		* @example
		* program.executableDir(__dirname);
		* // or
		* program.executableDir('subcommands');
		*
		* @param {string} [path]
		* @return {(string|null|Command)}
		*/
		executableDir(path) {
			if (path === void 0) return this._executableDir;
			this._executableDir = path;
			return this;
		}
		/**
		* Return program help documentation.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
		* @return {string}
		*/
		helpInformation(contextOptions) {
			const helper = this.createHelp();
			const context = this._getOutputContext(contextOptions);
			helper.prepareContext({
				error: context.error,
				helpWidth: context.helpWidth,
				outputHasColors: context.hasColors
			});
			const text = helper.formatHelp(this, helper);
			if (context.hasColors) return text;
			return this._outputConfiguration.stripColor(text);
		}
		/**
		* @typedef HelpContext
		* @type {object}
		* @property {boolean} error
		* @property {number} helpWidth
		* @property {boolean} hasColors
		* @property {function} write - includes stripColor if needed
		*
		* @returns {HelpContext}
		* @private
		*/
		_getOutputContext(contextOptions) {
			contextOptions = contextOptions || {};
			const error = !!contextOptions.error;
			let baseWrite;
			let hasColors;
			let helpWidth;
			if (error) {
				baseWrite = (str) => this._outputConfiguration.writeErr(str);
				hasColors = this._outputConfiguration.getErrHasColors();
				helpWidth = this._outputConfiguration.getErrHelpWidth();
			} else {
				baseWrite = (str) => this._outputConfiguration.writeOut(str);
				hasColors = this._outputConfiguration.getOutHasColors();
				helpWidth = this._outputConfiguration.getOutHelpWidth();
			}
			const write = (str) => {
				if (!hasColors) str = this._outputConfiguration.stripColor(str);
				return baseWrite(str);
			};
			return {
				error,
				write,
				hasColors,
				helpWidth
			};
		}
		/**
		* Output help information for this command.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		outputHelp(contextOptions) {
			let deprecatedCallback;
			if (typeof contextOptions === "function") {
				deprecatedCallback = contextOptions;
				contextOptions = void 0;
			}
			const outputContext = this._getOutputContext(contextOptions);
			/** @type {HelpTextEventContext} */
			const eventContext = {
				error: outputContext.error,
				write: outputContext.write,
				command: this
			};
			this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
			this.emit("beforeHelp", eventContext);
			let helpInformation = this.helpInformation({ error: outputContext.error });
			if (deprecatedCallback) {
				helpInformation = deprecatedCallback(helpInformation);
				if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
			}
			outputContext.write(helpInformation);
			if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
			this.emit("afterHelp", eventContext);
			this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
		}
		/**
		* You can pass in flags and a description to customise the built-in help option.
		* Pass in false to disable the built-in help option.
		*
		* @example
		* program.helpOption('-?, --help' 'show help'); // customise
		* program.helpOption(false); // disable
		*
		* @param {(string | boolean)} flags
		* @param {string} [description]
		* @return {Command} `this` command for chaining
		*/
		helpOption(flags, description) {
			if (typeof flags === "boolean") {
				if (flags) {
					if (this._helpOption === null) this._helpOption = void 0;
					if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
				} else this._helpOption = null;
				return this;
			}
			this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
			if (flags || description) this._initOptionGroup(this._helpOption);
			return this;
		}
		/**
		* Lazy create help option.
		* Returns null if has been disabled with .helpOption(false).
		*
		* @returns {(Option | null)} the help option
		* @package
		*/
		_getHelpOption() {
			if (this._helpOption === void 0) this.helpOption(void 0, void 0);
			return this._helpOption;
		}
		/**
		* Supply your own option to use for the built-in help option.
		* This is an alternative to using helpOption() to customise the flags and description etc.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addHelpOption(option) {
			this._helpOption = option;
			this._initOptionGroup(option);
			return this;
		}
		/**
		* Output help information and exit.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		help(contextOptions) {
			this.outputHelp(contextOptions);
			let exitCode = Number(process.exitCode ?? 0);
			if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
			this._exit(exitCode, "commander.help", "(outputHelp)");
		}
		/**
		* // Do a little typing to coordinate emit and listener for the help text events.
		* @typedef HelpTextEventContext
		* @type {object}
		* @property {boolean} error
		* @property {Command} command
		* @property {function} write
		*/
		/**
		* Add additional text to be displayed with the built-in help.
		*
		* Position is 'before' or 'after' to affect just this command,
		* and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
		*
		* @param {string} position - before or after built-in help
		* @param {(string | Function)} text - string to add, or a function returning a string
		* @return {Command} `this` command for chaining
		*/
		addHelpText(position, text) {
			const allowedValues = [
				"beforeAll",
				"before",
				"after",
				"afterAll"
			];
			if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
			const helpEvent = `${position}Help`;
			this.on(helpEvent, (context) => {
				let helpStr;
				if (typeof text === "function") helpStr = text({
					error: context.error,
					command: context.command
				});
				else helpStr = text;
				if (helpStr) context.write(`${helpStr}\n`);
			});
			return this;
		}
		/**
		* Output help information if help flags specified
		*
		* @param {Array} args - array of options to search for help flags
		* @private
		*/
		_outputHelpIfRequested(args) {
			const helpOption = this._getHelpOption();
			if (helpOption && args.find((arg) => helpOption.is(arg))) {
				this.outputHelp();
				this._exit(0, "commander.helpDisplayed", "(outputHelp)");
			}
		}
	};
	/**
	* Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
	*
	* @param {string[]} args - array of arguments from node.execArgv
	* @returns {string[]}
	* @private
	*/
	function incrementNodeInspectorPort(args) {
		return args.map((arg) => {
			if (!arg.startsWith("--inspect")) return arg;
			let debugOption;
			let debugHost = "127.0.0.1";
			let debugPort = "9229";
			let match;
			if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) debugOption = match[1];
			else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
				debugOption = match[1];
				if (/^\d+$/.test(match[3])) debugPort = match[3];
				else debugHost = match[3];
			} else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
				debugOption = match[1];
				debugHost = match[3];
				debugPort = match[4];
			}
			if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
			return arg;
		});
	}
	/**
	* @returns {boolean | undefined}
	* @package
	*/
	function useColor() {
		if (process.env.NO_COLOR || process.env.FORCE_COLOR === "0" || process.env.FORCE_COLOR === "false") return false;
		if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== void 0) return true;
	}
	exports.Command = Command;
	exports.useColor = useColor;
}));

// node_modules/commander/index.js
var require_commander = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { Argument } = require_argument();
	const { Command } = require_command();
	const { CommanderError, InvalidArgumentError } = require_error();
	const { Help } = require_help();
	const { Option } = require_option();
	exports.program = new Command();
	exports.createCommand = (name) => new Command(name);
	exports.createOption = (flags, description) => new Option(flags, description);
	exports.createArgument = (name, description) => new Argument(name, description);
	/**
	* Expose classes
	*/
	exports.Command = Command;
	exports.Option = Option;
	exports.Argument = Argument;
	exports.Help = Help;
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
	exports.InvalidOptionArgumentError = InvalidArgumentError;
}));

// node_modules/commander/esm.mjs
var import_commander = /* @__PURE__ */ __toESM(require_commander(), 1);
const { program, createCommand, createArgument, createOption, CommanderError, InvalidArgumentError, InvalidOptionArgumentError, Command, Argument, Option, Help } = import_commander.default;

// src/cli/exit.ts
/**
* What the process ends with when no verdict could be given. A broken checkpoint, dataset or machine is `invalid`, a
* config or a command line is its author's to mend, and whatever is not a WeighbridgeError is our own fault.
*/
function exitCodeOf(error) {
	if (!(error instanceof WeighbridgeError)) return namedFault(error) === null ? EXIT_CODES.ourFault : EXIT_CODES.invalid;
	switch (error.kind) {
		case "usage":
		case "config": return EXIT_CODES.wrongUsage;
		case "data":
		case "checkpoint":
		case "engine":
		case "platform": return EXIT_CODES.invalid;
	}
}
function describeFailure(error) {
	const told = error instanceof WeighbridgeError ? error : namedFault(error);
	if (told !== null) return `error: ${messageOf(told)}`;
	return `This is a fault of Weighbridge itself, not of your checkpoint or config. Please report it.\n${error instanceof Error ? error.stack ?? error.message : String(error)}`;
}

// node_modules/@bomb.sh/tab/dist/index.mjs
const a$1 = {
	ShellCompDirectiveError: 1,
	ShellCompDirectiveNoSpace: 2,
	ShellCompDirectiveNoFileComp: 4,
	ShellCompDirectiveFilterFileExt: 8,
	ShellCompDirectiveFilterDirs: 16,
	ShellCompDirectiveKeepOrder: 32,
	shellCompDirectiveMaxValue: 64,
	ShellCompDirectiveDefault: 0
};
var o$1 = class {
	name;
	variadic;
	command;
	handler;
	constructor(e, t, n, r = !1) {
		this.command = e, this.name = t, this.handler = n, this.variadic = r;
	}
};
var s = class {
	value;
	description;
	command;
	handler;
	alias;
	isBoolean;
	constructor(e, t, n, r, i, a) {
		this.command = e, this.value = t, this.description = n, this.handler = r, this.alias = i, this.isBoolean = a;
	}
};
var c = class {
	value;
	description;
	options = /* @__PURE__ */ new Map();
	arguments = /* @__PURE__ */ new Map();
	parent;
	constructor(e, t) {
		this.value = e, this.description = t;
	}
	option(e, t, n, r) {
		let i, a, o;
		typeof n == `function` ? (i = n, a = r, o = !1) : typeof n == `string` ? (i = void 0, a = n, o = !0) : (i = void 0, a = void 0, o = !0);
		let c = new s(this, e, t, i, a, o);
		return this.options.set(e, c), this;
	}
	argument(e, t, n = !1) {
		let r = new o$1(this, e, t, n);
		return this.arguments.set(e, r), this;
	}
};
var l = class extends c {
	commands = /* @__PURE__ */ new Map();
	completions = [];
	directive = a$1.ShellCompDirectiveDefault;
	constructor() {
		super(``, ``);
	}
	command(e, t) {
		let n = new c(e, t);
		return this.commands.set(e, n), n;
	}
	stripOptions(e) {
		let t = [], n = 0;
		for (; n < e.length;) {
			let r = e[n];
			if (r.startsWith(`-`)) {
				n++;
				let t = !1, i = this.findOption(this, r);
				if (i) t = i.isBoolean ?? !1;
				else for (let [, e] of this.commands) {
					let n = this.findOption(e, r);
					if (n) {
						t = n.isBoolean ?? !1;
						break;
					}
				}
				!t && n < e.length && !e[n].startsWith(`-`) && n++;
			} else t.push(r), n++;
		}
		return t;
	}
	matchCommand(e) {
		e = this.stripOptions(e);
		let t = [], n = [], r = null;
		for (let i = 0; i < e.length; i++) {
			let a = e[i];
			t.push(a);
			let o = this.commands.get(t.join(` `));
			if (o) r = o;
			else {
				n = e.slice(i, e.length);
				break;
			}
		}
		return [r || this, n];
	}
	shouldCompleteFlags(e, t) {
		if (t.startsWith(`-`)) return !0;
		if (e?.startsWith(`-`)) {
			let t = this.findOption(this, e);
			if (!t) {
				for (let [, n] of this.commands) if (t = this.findOption(n, e), t) break;
			}
			return !(t && t.isBoolean);
		}
		return !1;
	}
	shouldCompleteCommands(e) {
		return !e.startsWith(`-`);
	}
	handleFlagCompletion(e, t, n, r) {
		let i;
		if (n.includes(`=`)) {
			let [e] = n.split(`=`);
			i = e;
		} else if (r?.startsWith(`-`)) {
			let t = this.findOption(e, r);
			t && !t.isBoolean && (i = r);
		}
		if (i) {
			let t = this.findOption(e, i);
			if (t?.handler) {
				let n = [];
				t.handler.call(t, (e, t) => n.push({
					value: e,
					description: t
				}), e.options), this.completions = n;
			}
			return;
		}
		if (n.startsWith(`-`)) {
			let t = n.startsWith(`-`) && !n.startsWith(`--`), r = n.replace(/^-+/, ``);
			for (let [i, a] of e.options) t && a.alias && `-${a.alias}`.startsWith(n) ? this.completions.push({
				value: `-${a.alias}`,
				description: a.description
			}) : !t && i.startsWith(r) && this.completions.push({
				value: `--${i}`,
				description: a.description
			});
		}
	}
	findOption(e, t) {
		let n = e.options.get(t);
		if (n || (n = e.options.get(t.replace(/^-+/, ``)), n)) return n;
		for (let [n, r] of e.options) if (r.alias && `-${r.alias}` === t) return r;
	}
	handleCommandCompletion(e, t) {
		let n = this.stripOptions(e);
		for (let [e, r] of this.commands) {
			if (e === ``) continue;
			let i = e.split(` `);
			i.slice(0, n.length).every((e, t) => e === n[t]) && i[n.length]?.startsWith(t) && this.completions.push({
				value: i[n.length],
				description: r.description
			});
		}
	}
	handlePositionalCompletion(e, t) {
		let n = this.stripOptions(t), r = e.value.split(` `).length, i = Math.max(0, n.length - r), a = Array.from(e.arguments.entries());
		if (a.length > 0) {
			let t;
			if (i < a.length) {
				let [e, n] = a[i];
				t = n;
			} else {
				let e = a[a.length - 1][1];
				e.variadic && (t = e);
			}
			if (t && t.handler && typeof t.handler == `function`) {
				let n = [];
				t.handler.call(t, (e, t) => n.push({
					value: e,
					description: t
				}), e.options), this.completions.push(...n);
			}
		}
	}
	complete(e) {
		this.directive = a$1.ShellCompDirectiveNoFileComp;
		let t = /* @__PURE__ */ new Set();
		this.completions.filter((e) => t.has(e.value) ? !1 : (t.add(e.value), !0)).filter((t) => {
			if (e.includes(`=`)) {
				let [, n] = e.split(`=`);
				return t.value.startsWith(n);
			}
			return t.value.startsWith(e);
		}).forEach((e) => console.log(`${e.value}\t${e.description ?? ``}`)), console.log(`:${this.directive}`);
	}
	parse(e) {
		this.completions = [];
		let t = e[e.length - 1] === ``;
		t && e.pop();
		let n = e[e.length - 1] || ``, r = e.slice(0, -1);
		t && (n !== `` && r.push(n), n = ``);
		let [i] = this.matchCommand(r), a = r[r.length - 1];
		this.shouldCompleteFlags(a, n) ? this.handleFlagCompletion(i, r, n, a) : (this.shouldCompleteCommands(n) && this.handleCommandCompletion(r, n), i && i.arguments.size > 0 && this.handlePositionalCompletion(i, r)), this.complete(n);
	}
	setup(a, o, s) {
		switch (i(s === `zsh` || s === `bash` || s === `fish` || s === `powershell`, `Unsupported shell`), s) {
			case `zsh`: {
				let t = t$1(a, o);
				console.log(t);
				break;
			}
			case `bash`: {
				let e = n$1(a, o);
				console.log(e);
				break;
			}
			case `fish`: {
				let e = r$1(a, o);
				console.log(e);
				break;
			}
			case `powershell`: {
				let e = i$2(a, o);
				console.log(e);
				break;
			}
		}
	}
};
const u = new l();

// node_modules/@bomb.sh/tab/dist/powershell-C1q3FW2e.mjs
function t$1(t, n) {
	return `#compdef ${t}
compdef _${t} ${t}

# zsh completion for ${t} -*- shell-script -*-

__${t}_debug() {
    local file="$BASH_COMP_DEBUG_FILE"
    if [[ -n \${file} ]]; then
        echo "$*" >> "\${file}"
    fi
}

_${t}() {
    local shellCompDirectiveError=${a$1.ShellCompDirectiveError}
    local shellCompDirectiveNoSpace=${a$1.ShellCompDirectiveNoSpace}
    local shellCompDirectiveNoFileComp=${a$1.ShellCompDirectiveNoFileComp}
    local shellCompDirectiveFilterFileExt=${a$1.ShellCompDirectiveFilterFileExt}
    local shellCompDirectiveFilterDirs=${a$1.ShellCompDirectiveFilterDirs}
    local shellCompDirectiveKeepOrder=${a$1.ShellCompDirectiveKeepOrder}

    local lastParam lastChar flagPrefix requestComp out directive comp lastComp noSpace keepOrder
    local -a completions

    __${t}_debug "\\n========= starting completion logic =========="
    __${t}_debug "CURRENT: \${CURRENT}, words[*]: \${words[*]}"

    # The user could have moved the cursor backwards on the command-line.
    # We need to trigger completion from the $CURRENT location, so we need
    # to truncate the command-line ($words) up to the $CURRENT location.
    # (We cannot use $CURSOR as its value does not work when a command is an alias.)
    words=( "\${=words[1,CURRENT]}" )
    __${t}_debug "Truncated words[*]: \${words[*]},"

    lastParam=\${words[-1]}
    lastChar=\${lastParam[-1]}
    __${t}_debug "lastParam: \${lastParam}, lastChar: \${lastChar}"

    # For zsh, when completing a flag with an = (e.g., ${t} -n=<TAB>)
    # completions must be prefixed with the flag
    setopt local_options BASH_REMATCH
    if [[ "\${lastParam}" =~ '-.*=' ]]; then
        # We are dealing with a flag with an =
        flagPrefix="-P \${BASH_REMATCH}"
    fi

    # Prepare the command to obtain completions, ensuring arguments are quoted for eval
    local -a args_to_quote=("\${(@)words[2,-1]}")
    if [ "\${lastChar}" = "" ] && [ "\${args_to_quote[-1]}" != "" ]; then
        # If the last parameter is complete (there is a space following it)
        # We add an extra empty parameter so we can indicate this to the go completion code.
        __${t}_debug "Adding extra empty parameter"
        args_to_quote+=("")
    fi

    # Use Zsh's (q) flag to quote each argument safely for eval
    local quoted_args=("\${(@q)args_to_quote}")

    # Join the main command and the quoted arguments into a single string for eval
    requestComp="${n} complete -- \${quoted_args[*]}"

    __${t}_debug "About to call: eval \${requestComp}"

    # Use eval to handle any environment variables and such
    out=$(eval \${requestComp} 2>/dev/null)
    __${t}_debug "completion output: \${out}"

    # Extract the directive integer following a : from the last line
    local lastLine
    while IFS='\n' read -r line; do
        lastLine=\${line}
    done < <(printf "%s\n" "\${out[@]}")
    __${t}_debug "last line: \${lastLine}"

    if [ "\${lastLine[1]}" = : ]; then
        directive=\${lastLine[2,-1]}
        # Remove the directive including the : and the newline
        local suffix
        (( suffix=\${#lastLine}+2))
        out=\${out[1,-$suffix]}
    else
        # There is no directive specified.  Leave $out as is.
        __${t}_debug "No directive found.  Setting to default"
        directive=0
    fi

    __${t}_debug "directive: \${directive}"
    __${t}_debug "completions: \${out}"
    __${t}_debug "flagPrefix: \${flagPrefix}"

    if [ $((directive & shellCompDirectiveError)) -ne 0 ]; then
        __${t}_debug "Completion received error. Ignoring completions."
        return
    fi

    local activeHelpMarker="%"
    local endIndex=\${#activeHelpMarker}
    local startIndex=$((\${#activeHelpMarker}+1))
    local hasActiveHelp=0
    while IFS='\n' read -r comp; do
        # Check if this is an activeHelp statement (i.e., prefixed with $activeHelpMarker)
        if [ "\${comp[1,$endIndex]}" = "$activeHelpMarker" ];then
            __${t}_debug "ActiveHelp found: $comp"
            comp="\${comp[$startIndex,-1]}"
            if [ -n "$comp" ]; then
                compadd -x "\${comp}"
                __${t}_debug "ActiveHelp will need delimiter"
                hasActiveHelp=1
            fi
            continue
        fi

        if [ -n "$comp" ]; then
            # If requested, completions are returned with a description.
            # The description is preceded by a TAB character.
            # For zsh's _describe, we need to use a : instead of a TAB.
            # We first need to escape any : as part of the completion itself.
            comp=\${comp//:/\\:}

            local tab="$(printf '\\t')"
            comp=\${comp//$tab/:}

            __${t}_debug "Adding completion: \${comp}"
            completions+=\${comp}
            lastComp=$comp
        fi
    done < <(printf "%s\n" "\${out[@]}")

    # Add a delimiter after the activeHelp statements, but only if:
    # - there are completions following the activeHelp statements, or
    # - file completion will be performed (so there will be choices after the activeHelp)
    if [ $hasActiveHelp -eq 1 ]; then
        if [ \${#completions} -ne 0 ] || [ $((directive & shellCompDirectiveNoFileComp)) -eq 0 ]; then
            __${t}_debug "Adding activeHelp delimiter"
            compadd -x "--"
            hasActiveHelp=0
        fi
    fi

    if [ $((directive & shellCompDirectiveNoSpace)) -ne 0 ]; then
        __${t}_debug "Activating nospace."
        noSpace="-S ''"
    fi

    if [ $((directive & shellCompDirectiveKeepOrder)) -ne 0 ]; then
        __${t}_debug "Activating keep order."
        keepOrder="-V"
    fi

    if [ $((directive & shellCompDirectiveFilterFileExt)) -ne 0 ]; then
        # File extension filtering
        local filteringCmd
        filteringCmd='_files'
        for filter in \${completions[@]}; do
            if [ \${filter[1]} != '*' ]; then
                # zsh requires a glob pattern to do file filtering
                filter="\\*.$filter"
            fi
            filteringCmd+=" -g $filter"
        done
        filteringCmd+=" \${flagPrefix}"

        __${t}_debug "File filtering command: $filteringCmd"
        _arguments '*:filename:'"$filteringCmd"
    elif [ $((directive & shellCompDirectiveFilterDirs)) -ne 0 ]; then
        # File completion for directories only
        local subdir
        subdir="\${completions[1]}"
        if [ -n "$subdir" ]; then
            __${t}_debug "Listing directories in $subdir"
            pushd "\${subdir}" >/dev/null 2>&1
        else
            __${t}_debug "Listing directories in ."
        fi

        local result
        _arguments '*:dirname:_files -/'" \${flagPrefix}"
        result=$?
        if [ -n "$subdir" ]; then
            popd >/dev/null 2>&1
        fi
        return $result
    else
        __${t}_debug "Calling _describe"
        if eval _describe $keepOrder "completions" completions -Q \${flagPrefix} \${noSpace}; then
            __${t}_debug "_describe found some completions"

            # Return the success of having called _describe
            return 0
        else
            __${t}_debug "_describe did not find completions."
            __${t}_debug "Checking if we should do file completion."
            if [ $((directive & shellCompDirectiveNoFileComp)) -ne 0 ]; then
                __${t}_debug "deactivating file completion"

                # Return 0 to indicate completion is finished and prevent zsh from
                # trying other completion algorithms (which could cause hanging).
                # We use NoFileComp directive to explicitly disable file completion.
                return 0
            else
                # Perform file completion
                __${t}_debug "Activating file completion"

                # We must return the result of this command, so it must be the
                # last command, or else we must store its result to return it.
                _arguments '*:filename:_files'" \${flagPrefix}"
            fi
        fi
    fi
}

# don't run the completion function when being sourced or eval-ed
if [ "\${funcstack[1]}" = "_${t}" ]; then
    _${t}
fi
`;
}
function n$1(t, n) {
	let r = t.replace(/[-:]/g, `_`);
	return `# bash completion for ${t}

# Define shell completion directives
readonly ShellCompDirectiveError=${a$1.ShellCompDirectiveError}
readonly ShellCompDirectiveNoSpace=${a$1.ShellCompDirectiveNoSpace}
readonly ShellCompDirectiveNoFileComp=${a$1.ShellCompDirectiveNoFileComp}
readonly ShellCompDirectiveFilterFileExt=${a$1.ShellCompDirectiveFilterFileExt}
readonly ShellCompDirectiveFilterDirs=${a$1.ShellCompDirectiveFilterDirs}
readonly ShellCompDirectiveKeepOrder=${a$1.ShellCompDirectiveKeepOrder}

# Function to debug completion
__${r}_debug() {
    if [[ -n \${BASH_COMP_DEBUG_FILE:-} ]]; then
        echo "$*" >> "\${BASH_COMP_DEBUG_FILE}"
    fi
}

# Function to handle completions
__${r}_complete() {
    local cur prev words cword
    _get_comp_words_by_ref -n "=:" cur prev words cword

    local requestComp out directive
    
    # Build the command to get completions
    requestComp="${n} complete -- \${words[@]:1}"
    
    # Add an empty parameter if the last parameter is complete
    if [[ -z "$cur" ]]; then
        requestComp="$requestComp ''"
    fi
    
    # Get completions from the program
    out=$(eval "$requestComp" 2>/dev/null)
    
    # Extract directive if present
    directive=0
    if [[ "$out" == *:* ]]; then
        directive=\${out##*:}
        out=\${out%:*}
    fi
    
    # Process completions based on directive
    if [[ $((directive & $ShellCompDirectiveError)) -ne 0 ]]; then
        # Error, no completion
        return
    fi
    
    # Apply directives
    if [[ $((directive & $ShellCompDirectiveNoSpace)) -ne 0 ]]; then
        compopt -o nospace
    fi
    if [[ $((directive & $ShellCompDirectiveKeepOrder)) -ne 0 ]]; then
        compopt -o nosort
    fi
    if [[ $((directive & $ShellCompDirectiveNoFileComp)) -ne 0 ]]; then
        compopt +o default
    fi
    
    # Handle file extension filtering
    if [[ $((directive & $ShellCompDirectiveFilterFileExt)) -ne 0 ]]; then
        local filter=""
        for ext in $out; do
            filter="$filter|$ext"
        done
        filter="\\.($filter)"
        compopt -o filenames
        COMPREPLY=( $(compgen -f -X "!$filter" -- "$cur") )
        return
    fi
    
    # Handle directory filtering
    if [[ $((directive & $ShellCompDirectiveFilterDirs)) -ne 0 ]]; then
        compopt -o dirnames
        COMPREPLY=( $(compgen -d -- "$cur") )
        return
    fi
    
    # Process completions
    local IFS=$'\\n'
    local tab=$(printf '\\t')
    
    # Parse completions with descriptions
    local completions=()
    while read -r comp; do
        if [[ "$comp" == *$tab* ]]; then
            # Split completion and description
            local value=\${comp%%$tab*}
            local desc=\${comp#*$tab}
            completions+=("$value")
        else
            completions+=("$comp")
        fi
    done <<< "$out"
    
    # Return completions
    COMPREPLY=( $(compgen -W "\${completions[*]}" -- "$cur") )
}

# Register completion function
complete -F __${r}_complete ${t}
`;
}
function r$1(t, n) {
	let r = t.replace(/[-:]/g, `_`), i = a$1.ShellCompDirectiveError, a = a$1.ShellCompDirectiveNoSpace, o = a$1.ShellCompDirectiveNoFileComp, s = a$1.ShellCompDirectiveFilterFileExt, c = a$1.ShellCompDirectiveFilterDirs;
	return `# fish completion for ${t} -*- shell-script -*-

function __${r}_debug
    set -l file "$BASH_COMP_DEBUG_FILE"
    if test -n "$file"
        echo "$argv" >> $file
    end
end

function __${r}_perform_completion
    __${r}_debug "Starting __${r}_perform_completion"

    # Extract all args except the last one
    set -l args (commandline -opc)
    # Extract the token currently being completed (may be empty on a trailing space)
    set -l lastArg (commandline -ct)

    __${r}_debug "args: $args"
    __${r}_debug "last arg: $lastArg"

    # Pass each arg as its own token (no string join/eval, which would collapse multi-segment paths); quote "$lastArg" so an empty trailing token is still sent.
    __${r}_debug "Calling ${n} complete -- $args[2..-1] $lastArg"
    set -l results (${n} complete -- $args[2..-1] "$lastArg" 2> /dev/null)

    # Some programs may output extra empty lines after the directive.
    # Let's ignore them or else it will break completion.
    # Ref: https://github.com/spf13/cobra/issues/1279
    for line in $results[-1..1]
        if test (string trim -- $line) = ""
            # Found an empty line, remove it
            set results $results[1..-2]
        else
            # Found non-empty line, we have our proper output
            break
        end
    end

    set -l comps $results[1..-2]
    set -l directiveLine $results[-1]

    # For Fish, when completing a flag with an = (e.g., <program> -n=<TAB>)
    # completions must be prefixed with the flag
    set -l flagPrefix (string match -r -- '-.*=' "$lastArg")

    __${r}_debug "Comps: $comps"
    __${r}_debug "DirectiveLine: $directiveLine"
    __${r}_debug "flagPrefix: $flagPrefix"

    for comp in $comps
        printf "%s%s\\n" "$flagPrefix" "$comp"
    end

    printf "%s\\n" "$directiveLine"
end

# This function limits calls to __${r}_perform_completion, by caching the result
function __${r}_perform_completion_once
    __${r}_debug "Starting __${r}_perform_completion_once"

    if test -n "$__${r}_perform_completion_once_result"
        __${r}_debug "Seems like a valid result already exists, skipping __${r}_perform_completion"
        return 0
    end

    set --global __${r}_perform_completion_once_result (__${r}_perform_completion)
    if test -z "$__${r}_perform_completion_once_result"
        __${r}_debug "No completions, probably due to a failure"
        return 1
    end

    __${r}_debug "Performed completions and set __${r}_perform_completion_once_result"
    return 0
end

# This function is used to clear the cached result after completions are run
function __${r}_clear_perform_completion_once_result
    __${r}_debug ""
    __${r}_debug "========= clearing previously set __${r}_perform_completion_once_result variable =========="
    set --erase __${r}_perform_completion_once_result
    __${r}_debug "Successfully erased the variable __${r}_perform_completion_once_result"
end

function __${r}_requires_order_preservation
    __${r}_debug ""
    __${r}_debug "========= checking if order preservation is required =========="

    __${r}_perform_completion_once
    if test -z "$__${r}_perform_completion_once_result"
        __${r}_debug "Error determining if order preservation is required"
        return 1
    end

    set -l directive (string sub --start 2 $__${r}_perform_completion_once_result[-1])
    __${r}_debug "Directive is: $directive"

    set -l shellCompDirectiveKeepOrder ${a$1.ShellCompDirectiveKeepOrder}
    set -l keeporder (math (math --scale 0 $directive / $shellCompDirectiveKeepOrder) % 2)
    __${r}_debug "Keeporder is: $keeporder"

    if test $keeporder -ne 0
        __${r}_debug "This does require order preservation"
        return 0
    end

    __${r}_debug "This doesn't require order preservation"
    return 1
end

# This function does two things:
# - Obtain the completions and store them in the global __${r}_comp_results
# - Return false if file completion should be performed
function __${r}_prepare_completions
    __${r}_debug ""
    __${r}_debug "========= starting completion logic =========="

    # Start fresh
    set --erase __${r}_comp_results

    __${r}_perform_completion_once
    __${r}_debug "Completion results: $__${r}_perform_completion_once_result"

    if test -z "$__${r}_perform_completion_once_result"
        __${r}_debug "No completion, probably due to a failure"
        # Might as well do file completion, in case it helps
        return 1
    end

    set -l directive (string sub --start 2 $__${r}_perform_completion_once_result[-1])
    set --global __${r}_comp_results $__${r}_perform_completion_once_result[1..-2]

    __${r}_debug "Completions are: $__${r}_comp_results"
    __${r}_debug "Directive is: $directive"

    set -l shellCompDirectiveError ${i}
    set -l shellCompDirectiveNoSpace ${a}
    set -l shellCompDirectiveNoFileComp ${o}
    set -l shellCompDirectiveFilterFileExt ${s}
    set -l shellCompDirectiveFilterDirs ${c}

    if test -z "$directive"
        set directive 0
    end

    set -l compErr (math (math --scale 0 $directive / $shellCompDirectiveError) % 2)
    if test $compErr -eq 1
        __${r}_debug "Received error directive: aborting."
        # Might as well do file completion, in case it helps
        return 1
    end

    set -l filefilter (math (math --scale 0 $directive / $shellCompDirectiveFilterFileExt) % 2)
    set -l dirfilter (math (math --scale 0 $directive / $shellCompDirectiveFilterDirs) % 2)
    if test $filefilter -eq 1; or test $dirfilter -eq 1
        __${r}_debug "File extension filtering or directory filtering not supported"
        # Do full file completion instead
        return 1
    end

    set -l nospace (math (math --scale 0 $directive / $shellCompDirectiveNoSpace) % 2)
    set -l nofiles (math (math --scale 0 $directive / $shellCompDirectiveNoFileComp) % 2)

    __${r}_debug "nospace: $nospace, nofiles: $nofiles"

    # If we want to prevent a space, or if file completion is NOT disabled,
    # we need to count the number of valid completions.
    # To do so, we will filter on prefix as the completions we have received
    # may not already be filtered so as to allow fish to match on different
    # criteria than the prefix.
    if test $nospace -ne 0; or test $nofiles -eq 0
        set -l prefix (commandline -t | string escape --style=regex)
        __${r}_debug "prefix: $prefix"

        set -l completions (string match -r -- "^$prefix.*" $__${r}_comp_results)
        set --global __${r}_comp_results $completions
        __${r}_debug "Filtered completions are: $__${r}_comp_results"

        # Important not to quote the variable for count to work
        set -l numComps (count $__${r}_comp_results)
        __${r}_debug "numComps: $numComps"

        if test $numComps -eq 1; and test $nospace -ne 0
            # We must first split on \\t to get rid of the descriptions to be
            # able to check what the actual completion will be.
            # We don't need descriptions anyway since there is only a single
            # real completion which the shell will expand immediately.
            set -l split (string split --max 1 "\\t" $__${r}_comp_results[1])

            # Fish won't add a space if the completion ends with any
            # of the following characters: @=/:.,
            set -l lastChar (string sub -s -1 -- $split)
            if not string match -r -q "[@=/:.,]" -- "$lastChar"
                # In other cases, to support the "nospace" directive we trick the shell
                # by outputting an extra, longer completion.
                __${r}_debug "Adding second completion to perform nospace directive"
                set --global __${r}_comp_results $split[1] $split[1].
                __${r}_debug "Completions are now: $__${r}_comp_results"
            end
        end

        if test $numComps -eq 0; and test $nofiles -eq 0
            # To be consistent with bash and zsh, we only trigger file
            # completion when there are no other completions
            __${r}_debug "Requesting file completion"
            return 1
        end
    end

    return 0
end

# Since Fish completions are only loaded once the user triggers them, we trigger them ourselves
# so we can properly delete any completions provided by another script.
# Only do this if the program can be found, or else fish may print some errors; besides,
# the existing completions will only be loaded if the program can be found.
if type -q "${t}"
    # The space after the program name is essential to trigger completion for the program
    # and not completion of the program name itself.
    # Also, we use '> /dev/null 2>&1' since '&>' is not supported in older versions of fish.
    complete --do-complete "${t} " > /dev/null 2>&1
end

# Remove any pre-existing completions for the program since we will be handling all of them.
complete -c ${t} -e

# This will get called after the two calls below and clear the cached result
complete -c ${t} -n '__${r}_clear_perform_completion_once_result'
# The call to __${r}_prepare_completions will setup __${r}_comp_results
# which provides the program's completion choices.
# If this doesn't require order preservation, we don't use the -k flag
complete -c ${t} -n 'not __${r}_requires_order_preservation && __${r}_prepare_completions' -f -a '$__${r}_comp_results'
# Otherwise we use the -k flag
complete -k -c ${t} -n '__${r}_requires_order_preservation && __${r}_prepare_completions' -f -a '$__${r}_comp_results'
`;
}
function i$2(t, n) {
	let r = t.replace(/[-:]/g, `_`);
	return `# powershell completion for ${t} -*- shell-script -*-

  [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    function __${t}_debug {
        if ($env:BASH_COMP_DEBUG_FILE) {
            "$args" | Out-File -Append -FilePath "$env:BASH_COMP_DEBUG_FILE"
        }
    }

    filter __${t}_escapeStringWithSpecialChars {
        $_ -replace '\\s|#|@|\\$|;|,|''|\\{|\\}|\\(|\\)|"|\\||<|>|&','\`$&'
    }

[scriptblock]$__${r}CompleterBlock = {
    param(
            $WordToComplete,
            $CommandAst,
            $CursorPosition
        )

    # Get the current command line and convert into a string
    $Command = $CommandAst.CommandElements
    $Command = "$Command"

    __${t}_debug ""
    __${t}_debug "========= starting completion logic =========="
    __${t}_debug "WordToComplete: $WordToComplete Command: $Command CursorPosition: $CursorPosition"

    # The user could have moved the cursor backwards on the command-line.
    # We need to trigger completion from the $CursorPosition location, so we need
    # to truncate the command-line ($Command) up to the $CursorPosition location.
    # Make sure the $Command is longer then the $CursorPosition before we truncate.
    # This happens because the $Command does not include the last space.
    if ($Command.Length -gt $CursorPosition) {
        $Command = $Command.Substring(0, $CursorPosition)
    }
    __${t}_debug "Truncated command: $Command"

    $ShellCompDirectiveError=${a$1.ShellCompDirectiveError}
    $ShellCompDirectiveNoSpace=${a$1.ShellCompDirectiveNoSpace}
    $ShellCompDirectiveNoFileComp=${a$1.ShellCompDirectiveNoFileComp}
    $ShellCompDirectiveFilterFileExt=${a$1.ShellCompDirectiveFilterFileExt}
    $ShellCompDirectiveFilterDirs=${a$1.ShellCompDirectiveFilterDirs}
    $ShellCompDirectiveKeepOrder=${a$1.ShellCompDirectiveKeepOrder}

    # Prepare the command to request completions for the program.
    # Split the command at the first space to separate the program and arguments.
    $Program, $Arguments = $Command.Split(" ", 2)

    $QuotedArgs = ($Arguments -split ' ' | ForEach-Object { "'" + ($_ -replace "'", "''") + "'" }) -join ' '
    __${t}_debug "QuotedArgs: $QuotedArgs"

    $RequestComp = "& ${n} complete '--' $QuotedArgs"
    __${t}_debug "RequestComp: $RequestComp"

    # we cannot use $WordToComplete because it
    # has the wrong values if the cursor was moved
    # so use the last argument
    if ($WordToComplete -ne "" ) {
        $WordToComplete = $Arguments.Split(" ")[-1]
    }
    __${t}_debug "New WordToComplete: $WordToComplete"


    # Check for flag with equal sign
    $IsEqualFlag = ($WordToComplete -Like "--*=*" )
    if ( $IsEqualFlag ) {
        __${t}_debug "Completing equal sign flag"
        # Remove the flag part
        $Flag, $WordToComplete = $WordToComplete.Split("=", 2)
    }
    $HasTrailingEmptyArg = $QuotedArgs -match "(^| )''$"
    __${t}_debug "HasTrailingEmptyArg: $HasTrailingEmptyArg"
    
    if ( $WordToComplete -eq "" -And ( -Not $IsEqualFlag ) -And ( -Not $HasTrailingEmptyArg )) {
        # If the last parameter is complete (there is a space following it)
        # We add an extra empty parameter so we can indicate this to the go method.
        __${t}_debug "Adding extra empty parameter"
        # PowerShell 7.2+ changed the way how the arguments are passed to executables,
        # so for pre-7.2 or when Legacy argument passing is enabled we need to use
        if ($PSVersionTable.PsVersion -lt [version]'7.2.0' -or
            ($PSVersionTable.PsVersion -lt [version]'7.3.0' -and -not [ExperimentalFeature]::IsEnabled("PSNativeCommandArgumentPassing")) -or
            (($PSVersionTable.PsVersion -ge [version]'7.3.0' -or [ExperimentalFeature]::IsEnabled("PSNativeCommandArgumentPassing")) -and
              $PSNativeCommandArgumentPassing -eq 'Legacy')) {
             $RequestComp="$RequestComp" + ' \`"\`"'
        } else {
             $RequestComp = "$RequestComp" + ' ""'
        }
    }

    __${t}_debug "Calling $RequestComp"
    # First disable ActiveHelp which is not supported for Powershell
    $env:ActiveHelp = 0

    # call the command store the output in $out and redirect stderr and stdout to null
    # $Out is an array contains each line per element
    Invoke-Expression -OutVariable out "$RequestComp" 2>&1 | Out-Null

    # get directive from last line
    [int]$Directive = $Out[-1].TrimStart(':')
    if ($Directive -eq "") {
        # There is no directive specified
        $Directive = 0
    }
    __${t}_debug "The completion directive is: $Directive"

    # remove directive (last element) from out
    $Out = $Out | Where-Object { $_ -ne $Out[-1] }
    __${t}_debug "The completions are: $Out"

    if (($Directive -band $ShellCompDirectiveError) -ne 0 ) {
        # Error code.  No completion.
        __${t}_debug "Received error from custom completion go code"
        return
    }

    $Longest = 0
    [Array]$Values = $Out | ForEach-Object {
        # Split the output in name and description
        $Name, $Description = $_.Split("\`t", 2)
        __${t}_debug "Name: $Name Description: $Description"

        # Look for the longest completion so that we can format things nicely
        if ($Longest -lt $Name.Length) {
            $Longest = $Name.Length
        }

        # Set the description to a one space string if there is none set.
        # This is needed because the CompletionResult does not accept an empty string as argument
        if (-Not $Description) {
            $Description = " "
        }
        @{ Name = "$Name"; Description = "$Description" }
    }


    $Space = " "
    if (($Directive -band $ShellCompDirectiveNoSpace) -ne 0 ) {
        # remove the space here
        __${t}_debug "ShellCompDirectiveNoSpace is called"
        $Space = ""
    }

    if ((($Directive -band $ShellCompDirectiveFilterFileExt) -ne 0 ) -or
       (($Directive -band $ShellCompDirectiveFilterDirs) -ne 0 ))  {
        __${t}_debug "ShellCompDirectiveFilterFileExt ShellCompDirectiveFilterDirs are not supported"

        # return here to prevent the completion of the extensions
        return
    }

    $Values = $Values | Where-Object {
        # filter the result
        $_.Name -like "$WordToComplete*"

        # Join the flag back if we have an equal sign flag
        if ( $IsEqualFlag ) {
            __${t}_debug "Join the equal sign flag back to the completion value"
            $_.Name = $Flag + "=" + $_.Name
        }
    }

    # we sort the values in ascending order by name if keep order isn't passed
    if (($Directive -band $ShellCompDirectiveKeepOrder) -eq 0 ) {
        $Values = $Values | Sort-Object -Property Name
    }

    if (($Directive -band $ShellCompDirectiveNoFileComp) -ne 0 ) {
        __${t}_debug "ShellCompDirectiveNoFileComp is called"

        if ($Values.Length -eq 0) {
            # Just print an empty string here so the
            # shell does not start to complete paths.
            # We cannot use CompletionResult here because
            # it does not accept an empty string as argument.
            ""
            return
        }
    }

    # Get the current mode
    $Mode = (Get-PSReadLineKeyHandler | Where-Object { $_.Key -eq "Tab" }).Function
    __${t}_debug "Mode: $Mode"

    $Values | ForEach-Object {

        # store temporary because switch will overwrite $_
        $comp = $_

        # PowerShell supports three different completion modes
        # - TabCompleteNext (default windows style - on each key press the next option is displayed)
        # - Complete (works like bash)
        # - MenuComplete (works like zsh)
        # You set the mode with Set-PSReadLineKeyHandler -Key Tab -Function <mode>

        # CompletionResult Arguments:
        # 1) CompletionText text to be used as the auto completion result
        # 2) ListItemText   text to be displayed in the suggestion list
        # 3) ResultType     type of completion result
        # 4) ToolTip        text for the tooltip with details about the object

        switch ($Mode) {

            # bash like
            "Complete" {

                if ($Values.Length -eq 1) {
                    __${t}_debug "Only one completion left"

                    # insert space after value
                    [System.Management.Automation.CompletionResult]::new($($comp.Name | __${t}_escapeStringWithSpecialChars) + $Space, "$($comp.Name)", 'ParameterValue', "$($comp.Description)")

                } else {
                    # Add the proper number of spaces to align the descriptions
                    while($comp.Name.Length -lt $Longest) {
                        $comp.Name = $comp.Name + " "
                    }

                    # Check for empty description and only add parentheses if needed
                    if ($($comp.Description) -eq " " ) {
                        $Description = ""
                    } else {
                        $Description = "  ($($comp.Description))"
                    }

                    [System.Management.Automation.CompletionResult]::new("$($comp.Name)$Description", "$($comp.Name)$Description", 'ParameterValue', "$($comp.Description)")
                }
             }

            # zsh like
            "MenuComplete" {
                # insert space after value
                # MenuComplete will automatically show the ToolTip of
                # the highlighted value at the bottom of the suggestions.
                [System.Management.Automation.CompletionResult]::new($($comp.Name | __${t}_escapeStringWithSpecialChars) + $Space, "$($comp.Name)", 'ParameterValue', "$($comp.Description)")
            }

            # TabCompleteNext and in case we get something unknown
            Default {
                # Like MenuComplete but we don't want to add a space here because
                # the user need to press space anyway to get the completion.
                # Description will not be shown because that's not possible with TabCompleteNext
                [System.Management.Automation.CompletionResult]::new($($comp.Name | __${t}_escapeStringWithSpecialChars), "$($comp.Name)", 'ParameterValue', "$($comp.Description)")
            }
        }

    }
}

Register-ArgumentCompleter -CommandName '${t}' -ScriptBlock $__${r}CompleterBlock
`;
}

// node_modules/@bomb.sh/tab/dist/commander.mjs
function t(t, n) {
	let i = t.name(), o = n?.completionCommandName ?? `complete`, s = t.createCommand(o).description(`Generate shell completion scripts`).addArgument(t.createArgument(`<shell>`, `Shell type for completion script`).choices([
		`zsh`,
		`bash`,
		`fish`,
		`powershell`
	])).action((t) => {
		u.setup(i, i, t);
	});
	s.copyInheritedSettings(t);
	let c = t.createCommand(`complete`).description(`Generate completion suggestions`).usage(`-- [args...]`).argument(`[args...]`).action((n) => {
		if (o !== `complete`) {
			let e = t.rawArgs;
			n.length === 1 && !e.includes(`--`) && t.error(`error: completion requests are called like \`complete -- [args]\`.\n(Did you mean \`${o} ${n[0]}\` to generate shell script?)`);
		}
		u.parse(n);
	});
	return c.copyInheritedSettings(t), o === `complete` ? t.command(`complete`).description(`Generate shell completion scripts`).argument(`[shell]`, `shell type (choices: "zsh", "bash", "fish", "powershell")`).allowExcessArguments().action((e, n, r) => {
		let i = t.rawArgs, a = i.indexOf(`complete`), o = i.indexOf(`--`);
		a !== -1 && o !== -1 && o === a + 1 ? c.parse([`--`, ...r.args], { from: `user` }) : s.parse(r.args, { from: `user` });
	}) : (t.addCommand(s), t.addCommand(c, { hidden: !0 })), r(t), a(t), u;
}
function n(e, t) {
	let n = t.createHelp().visibleOptions(t);
	for (let t of n) {
		let n = t.short?.slice(1);
		n && n[0] === `-` && (n = void 0);
		let r = t.long?.slice(2);
		if (r) {
			let i = t.required || t.optional, a = t.argChoices ?? [], o;
			i && a.length > 0 ? o = (e) => {
				for (let t of a) e(t, ``);
			} : i && (o = () => {}), o ? e.option(r, t.description, o, n) : e.option(r, t.description, n);
		}
	}
}
function r(t) {
	n(u, t), i$1(u, t);
}
function i$1(e, t) {
	for (let n of t.registeredArguments) {
		let t = n.argChoices;
		t?.length ? e.argument(n.name(), (e) => {
			for (let n of t) e(n, ``);
		}, n.variadic) : e.argument(n.name(), void 0, n.variadic);
	}
}
function a(t) {
	let r = /* @__PURE__ */ new Map();
	o(t, ``, r);
	for (let [t, a] of r.entries()) {
		if (t === ``) continue;
		let r = u.command(t, a.description() || ``);
		n(r, a), i$1(r, a);
	}
}
function o(e, t, n) {
	n.set(t, e);
	let r = e.createHelp().visibleCommands(e);
	for (let e of r) o(e, t ? `${t} ${e.name()}` : e.name(), n);
}

// src/adapters/http/bucket.ts
var import_saxes = require_saxes();
/** A baseline's samples are one object, and may be large. */
const LIMITS = {
	totalMs: 12e4,
	bytes: 2 * 1024 ** 3
};
/**
* Opens `s3://bucket/prefix` with the variables that every S3 tool reads: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
* `AWS_SESSION_TOKEN`, `AWS_REGION`, and `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL` for services that are not Amazon's.
* @throws WeighbridgeError `usage` for another address, or where a variable is missing
*/
async function openBucket(address, environment) {
	const [, bucket, path = ""] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,62})(?:\/(.*))?$/.exec(address) ?? [];
	if (bucket === void 0) throw new WeighbridgeError("usage", `${JSON.stringify(address)} is not the address of a bucket`, { fix: "write s3://bucket or s3://bucket/prefix" });
	const prefix = path.replace(/\/+$/, "") === "" ? "" : `${path.replace(/\/+$/, "")}/`;
	const region = environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? "us-east-1";
	const service = environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL ?? `https://s3.${region}.amazonaws.com`;
	const { AwsClient } = await import("./shared/npm-aws4fetch-aws4fetch.esm.js");
	const client = new AwsClient({
		accessKeyId: required(environment, "AWS_ACCESS_KEY_ID"),
		secretAccessKey: required(environment, "AWS_SECRET_ACCESS_KEY"),
		...environment.AWS_SESSION_TOKEN === void 0 ? {} : { sessionToken: environment.AWS_SESSION_TOKEN },
		service: "s3",
		region
	});
	return new Bucket(client, address, `${service.replace(/\/+$/, "")}/${bucket}`, prefix);
}
/** A place on an S3-compatible service, as far as a store needs one. */
var Bucket = class {
	#client;
	#address;
	#url;
	#prefix;
	constructor(client, address, url, prefix) {
		this.#client = client;
		this.#address = address;
		this.#url = url;
		this.#prefix = prefix;
	}
	/** Keys below the prefix of the address, without it. */
	async list() {
		const keys = [];
		for (let token = ""; token !== void 0;) {
			const page = new URLSearchParams({
				"list-type": "2",
				prefix: this.#prefix
			});
			if (token !== "") page.set("continuation-token", token);
			const found = await this.#ask("list its objects", `?${page}`, async (response) => {
				if (response.status === 404) throw new Error("there is no such bucket");
				return textsOf$4(await response.text(), ["Key", "NextContinuationToken"]);
			});
			keys.push(...(found.get("Key") ?? []).map((key) => key.slice(this.#prefix.length)));
			[token] = found.get("NextContinuationToken") ?? [];
		}
		return keys;
	}
	/** Null where there is none. */
	get(key) {
		return this.#ask(`give ${key}`, this.#pathOf(key), async (response) => response.status === 404 ? null : Buffer.from(await response.arrayBuffer()));
	}
	put(key, content) {
		const headers = { "x-amz-content-sha256": createHash("sha256").update(content).digest("hex") };
		return this.#ask(`take ${key}`, this.#pathOf(key), async (response) => {
			if (response.status === 404) throw new Error("there is no such bucket");
		}, {
			method: "PUT",
			body: new Uint8Array(content),
			headers
		});
	}
	#pathOf(key) {
		return `/${`${this.#prefix}${key}`.split("/").map(encodeURIComponent).join("/")}`;
	}
	/** @param read given what was found, or a status of 404 */
	async #ask(what, path, read, init = {}) {
		try {
			const signed = await this.#client.sign(`${this.#url}${path}`, init);
			const { method, headers } = signed;
			const sent = {
				method,
				headers,
				redirect: "error",
				body: init.body ?? null
			};
			const response = await request(signed.url, sent, LIMITS);
			if (response.ok || response.status === 404) return await read(response);
			const [, code = ""] = /<Code>(\w+)</.exec(await response.text()) ?? [];
			throw new Error(`HTTP ${response.status} ${code}`.trim());
		} catch (cause) {
			throw new WeighbridgeError("platform", `${this.#address} did not ${what}: ${messageOf(cause)}`, {
				fix: "check the address, AWS_REGION, AWS_ENDPOINT_URL and that the keys may list, read and write there",
				cause
			});
		}
	}
};
/** The texts of the elements of these names, in their order. @throws Error for what is not XML */
function textsOf$4(xml, names) {
	const texts = new Map(names.map((name) => [name, []]));
	const parser = new import_saxes.SaxesParser();
	let text = "";
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", () => {
		text = "";
	});
	parser.on("text", (piece) => {
		text += piece;
	});
	parser.on("closetag", ({ name }) => texts.get(name)?.push(text));
	parser.write(xml).close();
	return texts;
}
function required(environment, name) {
	const value = environment[name];
	if (value !== void 0 && value !== "") return value;
	throw new WeighbridgeError("usage", `${name} is not set`, { fix: "set the keys of the bucket as environment variables" });
}

// src/app/baselines/bless.ts
/**
* The runs of a side. Without a side the candidate is meant, which was merged; a candidate that stopped once its gates were decided
* cannot be compared with, so the baseline of the same run is taken where that is whole, and it is said.
* @throws WeighbridgeError for runs that cannot be blessed
*/
async function runsToBless(path, side) {
	const candidate = await read(path, side ?? "candidate");
	if (side !== void 0 || candidate.fault === null) return sound(candidate, null);
	const baseline = await read(path, "baseline");
	if (baseline.fault !== null) return sound(candidate, null);
	return sound(baseline, `the baseline of this run is blessed again, since its candidate cannot be: ${messageOf(candidate.fault)}`);
}
function sound({ runs, fault }, remark) {
	if (fault !== null) throw fault;
	return {
		runs,
		remark
	};
}
async function read(path, side) {
	try {
		const { runs, faults } = await readSideResults(path, side);
		return {
			runs,
			fault: faults[0] ?? unblessable(runs)
		};
	} catch (error) {
		if (error instanceof WeighbridgeError) return {
			runs: [],
			fault: error
		};
		throw error;
	}
}

// src/app/baselines/sync.ts
/** The only keys that are looked at: whatever else lies in a bucket is not ours, and leads nowhere. */
const ENTRY_KEY = /^entries\/([0-9a-f]{64})\/entry\.json$/;
const BLESSING_KEY = /^blessed\/([0-9A-Za-z.-]{1,100})\.json$/;
/** Puts into a bucket what it lacks. What makes an entry goes last, so that nobody finds half of one. */
async function push(store, bucket) {
	const there = new Set(await bucket.list());
	const refused = [];
	let entries = 0;
	for (const key of await store.entries.keys()) {
		const found = await store.entries.read(key);
		if (found.kind === "damaged") refused.push(found.reason);
		if (found.kind !== "found") continue;
		const folder = store.entries.folderOf(key);
		const manifest = await readFile(join(folder, ENTRY_FILE));
		const { samples, count } = parseEntry(manifest.toString("utf8"), join(folder, ENTRY_FILE));
		if (there.has(`entries/${key}/${"entry.json"}`) && await countThere(bucket, key) >= count) continue;
		for (const file of [join(samples, SAMPLES_FILE), RUN_FILE]) await bucket.put(`entries/${key}/${file}`, await readFile(join(folder, file)));
		await bucket.put(`entries/${key}/${ENTRY_FILE}`, manifest);
		entries += 1;
	}
	const { blessings, faults } = await store.list();
	const missing = blessings.filter(({ id }) => !there.has(`blessed/${id}.json`));
	for (const { id, ...blessing } of missing) await bucket.put(`blessed/${id}.json`, Buffer.from(`${JSON.stringify(blessing, null, 2)}\n`));
	return {
		entries,
		blessings: missing.length,
		refused: [...refused, ...faults]
	};
}
/** Samples that an entry of the bucket has; none where its manifest cannot be read, so that it is written again. */
async function countThere(bucket, key) {
	const content = await bucket.get(`entries/${key}/${ENTRY_FILE}`);
	if (content === null) return 0;
	const manifest = await attempt(async () => parseEntry(content.toString("utf8"), key));
	return "count" in manifest ? manifest.count : 0;
}
/** Takes from a bucket what the store lacks. Every digest is checked before anything of it is kept. */
async function pull(store, bucket) {
	const scratch = await mkdtemp(join(tmpdir(), "weighbridge-pull-"));
	try {
		const names = await bucket.list();
		const refused = [];
		let entries = 0;
		const fetched = new Entries(scratch);
		for (const key of names.flatMap((name) => ENTRY_KEY.exec(name)?.[1] ?? [])) {
			const here = await store.entries.read(key);
			if (here.kind === "found" && here.entry.samples.length >= await countThere(bucket, key)) continue;
			const found = await attempt(async () => {
				await download(bucket, key, fetched.folderOf(key));
				return fetched.read(key);
			});
			if (found.kind === "found") {
				await store.entries.keep(found.entry.record, found.entry.samples, found.entry.origin);
				entries += 1;
			} else refused.push(found.kind === "damaged" ? found.reason : `the entry ${key} is gone`);
		}
		const { blessings } = await store.list();
		const known = new Set(blessings.map(({ id }) => id));
		let taken = 0;
		for (const name of names) {
			const id = BLESSING_KEY.exec(name)?.[1];
			if (id === void 0 || known.has(id)) continue;
			const content = await bucket.get(name);
			if (content === null) continue;
			const blessing = await attempt(async () => ({
				kind: "found",
				manifest: parseBlessing(content.toString("utf8"), name)
			}));
			if (blessing.kind === "damaged") refused.push(blessing.reason);
			else {
				await store.addBlessing(blessing.manifest);
				taken += 1;
			}
		}
		return {
			entries,
			blessings: taken,
			refused
		};
	} finally {
		await rm(scratch, {
			recursive: true,
			force: true
		});
	}
}
/** Malformed data of one object is told and stops no other. */
async function attempt(work) {
	try {
		return await work();
	} catch (error) {
		if (error instanceof WeighbridgeError && error.kind === "data") return {
			kind: "damaged",
			reason: messageOf(error)
		};
		throw error;
	}
}
async function download(bucket, key, folder) {
	const take = async (name) => {
		const content = await bucket.get(`entries/${key}/${name}`);
		if (content === null) return null;
		await makeDirectory(dirname(join(folder, name)));
		await writeFile(join(folder, name), content);
		return content;
	};
	const manifest = await take(ENTRY_FILE);
	if (manifest === null) return;
	await take(RUN_FILE);
	const { samples } = parseEntry(manifest.toString("utf8"), key);
	await take(join(samples, SAMPLES_FILE));
}

// src/cli/flags.ts
/** Flags that override one key of the config; the same names as the action's inputs. */
const OVERRIDES = {
	candidate: ["path", "checkpoint that wants to merge: a GGUF file, a Hugging Face folder, or results of an earlier run"],
	baseline: ["path", "checkpoint to compare with: a GGUF file, a Hugging Face folder, or results of an earlier run"],
	...Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, thresholdFlag(name)])),
	on_inconclusive: ["what", "what an undecided blocking gate does: lean, block or warn"]
};
function thresholdFlag(name) {
	const text = describeThreshold(name);
	return [ruleOf(thresholdOf(name)).written === "change" ? "change" : "rate", `${text[0]?.toLowerCase()}${text.slice(1)}`];
}
/** Flags that add a gate; they may be given several times. */
const GATES = Object.fromEntries(RULES.flatMap(({ name, flag }) => flag === null ? [] : [[name, flag]]));
const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const names = (table) => Object.keys(table);
/** Adds the flags that change the config. */
function addOverrides(command) {
	for (const name of OVERRIDE_NAMES) {
		const [value, description] = OVERRIDES[name];
		command.addOption(new Option(`--${dashed(name)} <${value}>`, description));
	}
	for (const rule of names(GATES)) command.addOption(new Option(`--${dashed(rule)} <metric=limit>`, `${GATES[rule]}; repeatable`).argParser((value, earlier = []) => [...earlier, value]));
	return command;
}
/** The flags that were given, each with its name as its source. */
function overridesFromFlags(options) {
	const overrides = {};
	for (const name of OVERRIDE_NAMES) {
		const value = options[camel(name)];
		if (typeof value === "string") overrides[name] = {
			value,
			source: {
				kind: "flag",
				name: `--${dashed(name)}`
			}
		};
	}
	const gates = names(GATES).flatMap((rule) => (options[camel(rule)] ?? []).map((value) => ({
		rule,
		value,
		source: {
			kind: "flag",
			name: `--${dashed(rule)}`
		}
	})));
	return {
		...overrides,
		...gates.length > 0 && { gates },
		...options.full === true && { full: {
			kind: "flag",
			name: "--full"
		} }
	};
}
const DEFAULT_CONFIG = "weighbridge.yml";
const DEFAULT_OUT = "weighbridge-out";
const configOption = () => new Option("-c, --config <file>", "the policy: tasks, limits, gates").default(DEFAULT_CONFIG);
const outOption = () => new Option("-o, --out <dir>", "where samples, verdict and comment are kept").default(DEFAULT_OUT);
const followOption = () => new Option("--follow <folder>", "where links of results may end besides the folder that is named; repeatable").argParser((folder, earlier = []) => [...earlier, folder]);
const fullOption = () => new Option("--full", "evaluate every sample, whatever policy.evaluation says");
const jsonOption = (what = "the verdict file") => new Option("--json", `print ${what} instead of a table`);

// src/cli/baseline.ts
const HELP$19 = `
The store is a folder: --store, else \`store\` of the config, else \`baselines\` in the cache of Weighbridge.

Examples:
  weighbridge baseline bless weighbridge-out --side candidate     the checkpoint that was merged is the baseline now
  weighbridge baseline show
  weighbridge baseline prune --keep 3 --younger-than 90
  weighbridge baseline push s3://bucket/prefix                    see docs/reference/baselines.md
`;
const addBaseline = (program, context) => {
	const baseline = program.command("baseline").description("keep, show and share baselines").addHelpText("after", HELP$19);
	addBless(baseline, context);
	addShow$1(baseline, context);
	addList(baseline, context);
	addPrune$1(baseline, context);
	addSync(baseline, context);
};
function command(parent, name, description) {
	return parent.command(name).description(description).addOption(new Option("--store <dir>", "folder of the store")).addOption(new Option("-c, --config <file>", "config that names the store").default(DEFAULT_CONFIG));
}
async function openStore({ store, config }) {
	if (store !== void 0) return new BaselineStore(resolve(store));
	return (existsSync(config) ? storeOf(await loadConfig(config)) : null) ?? new BaselineStore(defaultStore());
}
function addBless(parent, { terminal }) {
	command(parent, "bless", "make the runs of one side the baseline").argument("<PATH>", "run directory, or results of another program").addOption(new Option("--side <side>", "whose runs; default: the candidate's, and the baseline's where only these are whole").choices(["baseline", "candidate"])).addOption(new Option("--commit <sha>", "commit that they belong to; default: the one checked out")).addOption(new Option("--by <name>", "who vouches for them; default: the user of git or GitHub")).action(async (path, flags) => {
		const { runs, remark } = await runsToBless(path, flags.side);
		if (remark !== null) terminal.warn(remark);
		const here = await originHere(dirname(resolve(flags.config)));
		const origin = {
			...here,
			commit: flags.commit ?? here.commit,
			by: flags.by ?? here.by
		};
		const store = await openStore(flags);
		const blessing = await store.bless(runs, origin);
		terminal.info(`blessed ${blessing.id} in ${store.folder}`);
		terminal.print(describe$1(blessing).join("\n"));
	});
}
function addShow$1(parent, { terminal }) {
	command(parent, "show", "the baseline in force: digest, commit, date, age").addOption(jsonOption("it as JSON")).action(async (flags) => {
		const store = await openStore(flags);
		const { blessings, faults } = await store.list();
		for (const fault of faults) terminal.warn(fault);
		const [blessing] = blessings;
		if (blessing === void 0) throw new WeighbridgeError("data", `nothing was blessed in ${store.folder}`, { fix: "weighbridge baseline bless <run directory>" });
		terminal.print(flags.json ? JSON.stringify(blessing, null, 2) : describe$1(blessing).join("\n"));
	});
}
function addList(parent, { terminal }) {
	command(parent, "list", "everything that was blessed, the newest first").addOption(jsonOption("the list as JSON")).action(async (flags) => {
		const store = await openStore(flags);
		const { blessings, faults } = await store.list();
		for (const fault of faults) terminal.warn(fault);
		if (blessings.length === 0 && flags.json !== true) {
			terminal.info(`nothing was blessed in ${store.folder}`);
			return;
		}
		const rows = blessings.map(({ origin, digest, source, tasks }) => [...[
			origin.date.slice(0, 10),
			plain$3(digest.slice(0, 19)),
			origin.commit?.slice(0, 12) ?? "",
			origin.by ?? ""
		], ...[plain$3(source), plain$3(tasks.map(({ task }) => task).join(" "))]]);
		const table = markdownTable([[
			"date",
			"digest",
			"commit",
			"by",
			"model",
			"tasks"
		], ...rows]);
		terminal.print(flags.json ? JSON.stringify(blessings, null, 2) : table);
	});
}
function addPrune$1(parent, { terminal }) {
	command(parent, "prune", "remove old baselines, and samples that no kept one needs").addOption(new Option("--keep <n>", "the newest that stay").argParser(wholeNumber$1).default(5)).addOption(new Option("--younger-than <days>", "stay as well").argParser(wholeNumber$1)).action(async (flags) => {
		const store = await openStore(flags);
		const { youngerThan } = flags;
		const since = youngerThan === void 0 ? null : /* @__PURE__ */ new Date(Date.now() - youngerThan * 864e5);
		const { blessings, entries } = await store.prune({
			count: flags.keep,
			since
		});
		terminal.info(`removed ${counts(blessings, entries)} from ${store.folder}`);
	});
}
/** `push` and `pull` are each other's mirror. */
function addSync(parent, { terminal, exit }) {
	for (const [name, description, carry] of [[
		"push",
		"copy the store to a bucket",
		push
	], [
		"pull",
		"copy from a bucket what the store lacks, digests checked",
		pull
	]]) command(parent, name, description).argument("<ADDRESS>", "s3://bucket/prefix; keys and endpoint from the AWS_ variables").action(async (address, flags) => {
		const store = await openStore(flags);
		const { entries, blessings, refused } = await carry(store, await openBucket(address, process.env));
		for (const reason of refused) terminal.warn(`not carried: ${reason}`);
		terminal.info(`${name}: ${counts(blessings, entries)}`);
		if (refused.length > 0) exit(EXIT_CODES.invalid);
	});
}
const counts = (blessings, entries) => `${plural(blessings, "baseline")} and ${plural(entries, "entry", "entries")}`;
function wholeNumber$1(text) {
	if (/^\d{1,6}$/.test(text)) return Number(text);
	throw new InvalidArgumentError("write a whole number");
}
function describe$1({ source, digest, adapter_digest: adapter, origin, tasks }) {
	const days = daysBetween(origin.date, (/* @__PURE__ */ new Date()).toISOString());
	return [
		`model   ${plain$3(source)}`,
		`digest  ${plain$3(digest)}${adapter === null ? "" : `, adapter ${plain$3(adapter)}`}`,
		`commit  ${plain$3(origin.commit ?? "unknown")}`,
		`date    ${origin.date}${days === null ? "" : ` (${days} days old)`}`,
		`by      ${plain$3(origin.by ?? "unknown")}`,
		`tasks   ${plain$3(tasks.map(({ task }) => task).join(", "))}`
	];
}
/** What a store holds may come from a bucket that others write to. */
const plain$3 = (text) => toPlain(code(text));

// src/app/cases/case-file.ts
var import_dist = require_dist();
/**
* Puts cases at the end of a file of them, YAML or JSONL; what stands there stays as it is, comments too.
* @returns names that were there already
* @throws WeighbridgeError `usage` for another kind of file
*/
async function addCases(file, rows) {
	const ending = extname(file).toLowerCase();
	if (![
		".yml",
		".yaml",
		".jsonl"
	].includes(ending)) throw new WeighbridgeError("usage", `${file} is no file of cases`, { fix: "name a .yml or .jsonl file" });
	const before = await textOf(file);
	const names = new Set(before === "" ? [] : (await readRows(file)).map(({ fields }) => fields.name));
	const [known, fresh] = [rows.filter(({ name }) => names.has(name)), rows.filter(({ name }) => !names.has(name))];
	if (fresh.length > 0) {
		await makeDirectory(dirname(resolve(file)));
		await writeAtomically(file, ending === ".jsonl" ? withLines(before, fresh) : withItems(before, fresh));
	}
	return known.map(({ name }) => name);
}
async function textOf(file) {
	try {
		return decodeText(await readDatasetBytes(file, MAX_DATASET_BYTES), file);
	} catch (error) {
		if (error instanceof WeighbridgeError && error.cause?.code === "ENOENT") return "";
		throw error;
	}
}
function withLines(before, rows) {
	return `${before === "" || before.endsWith("\n") ? before : `${before}\n`}${rows.map((row) => `${JSON.stringify(row)}\n`).join("")}`;
}
function withItems(before, rows) {
	const document = before.trim() === "" ? new import_dist.Document([]) : (0, import_dist.parseDocument)(before);
	for (const row of rows) document.add(document.createNode(row));
	return document.toString({
		blockQuote: "literal",
		lineWidth: 120
	});
}

// src/app/cases/inspect.ts
/** Fields of a sample that make it more than a question. */
const MORE = [
	"choices",
	"sandbox",
	"files",
	"setup"
];
/**
* Samples of an Inspect dataset (`inspect_ai.dataset.Sample`) as test cases. The scorer of an Inspect task is code, so that each target is
* looked for in the answer, as its `includes()` does.
*/
function casesOfInspect(rows) {
	const notes = [];
	return {
		rows: rows.flatMap(({ fields }, index) => {
			const name = fields.id === void 0 || fields.id === "" ? `sample ${index + 1}` : String(fields.id);
			const leaveOut = (why) => {
				notes.push(`${name}: left out, ${why}`);
				return [];
			};
			const more = MORE.find((field) => fields[field] != null && fields[field] !== "");
			if (more !== void 0) return leaveOut(more === "choices" ? "it has choices: `weighbridge init --data` makes a task of them" : `it needs ${more}`);
			const targets = [fields.target].flat().filter((each) => each != null && each !== "").map(String);
			if (targets.length === 0) return leaveOut("it has no target, so that nothing could fail");
			const { input } = fields;
			const isTalk = Array.isArray(input) && input.every((turn) => isObject(turn) && typeof turn.content === "string");
			if (!isTalk && typeof input !== "string") return leaveOut("its input is no text");
			return [{
				name,
				...isTalk ? { messages: input.map(({ role, content }) => ({
					role,
					content
				})) } : { input },
				target: targets,
				checks: [{
					name: "contains",
					ignore_case: true
				}],
				tags: ["inspect"]
			}];
		}),
		checks: {},
		notes
	};
}

// src/app/cases/promptfoo.ts
const text$2 = (value) => typeof value === "string" || typeof value === "number" ? String(value) : null;
/** A list, or texts between commas as promptfoo reads them. */
const texts = (value) => (Array.isArray(value) ? value : String(value ?? "").split(",")).map((each) => String(each).trim()).filter((each) => each !== "");
const as = (name, options = {}) => ({ check: {
	name,
	...options
} });
const NO_TEXT = { obstacle: "its value is no text" };
const target = (name, options = {}) => ({ value }) => text$2(value) === null ? NO_TEXT : as(name, {
	...options,
	target: String(value)
});
const phrases = (name, options = {}) => ({ value }) => as(name, {
	...options,
	phrases: texts(value)
});
/** Which services a config asks, promptfoo's config does not say: to be filled in. */
const JUDGE = {
	name: "judge",
	url: "http://localhost:8000/v1",
	model: "name-of-the-judge"
};
const EMBEDDER = {
	name: "embedding_similarity",
	url: "http://localhost:8000/v1/embeddings",
	model: "name-of-the-model",
	version: "its-version"
};
/** Assertions of promptfoo 0.123 that a scorer says too (docs: deterministic and model-graded metrics), with promptfoo's own defaults. */
const ASSERTIONS = {
	equals: (assertion) => isObject(assertion.value) || Array.isArray(assertion.value) ? as("json_equal", { target: JSON.stringify(assertion.value) }) : target("exact_match")(assertion),
	contains: target("contains"),
	icontains: target("contains", { ignore_case: true }),
	"contains-any": phrases("contains_any"),
	"icontains-any": phrases("contains_any", { ignore_case: true }),
	"contains-all": phrases("contains_all"),
	"icontains-all": phrases("contains_all", { ignore_case: true }),
	"starts-with": target("starts_with"),
	regex: ({ value }) => as("regex", { pattern: String(value) }),
	"is-json": ({ value }) => {
		if (value === void 0) return as("json_valid");
		return isObject(value) ? as("json_valid", { schema: value }) : { obstacle: "its schema is no object" };
	},
	"is-xml": ({ value }) => value === void 0 ? as("xml_valid") : { obstacle: "it asks for elements" },
	levenshtein: ({ value, threshold = 5 }) => {
		const length = Array.from(text$2(value) ?? "").length;
		return length === 0 ? NO_TEXT : as("cer", {
			target: String(value),
			at_most: threshold / length
		});
	},
	"rouge-n": ({ value, threshold = .75 }) => text$2(value) === null ? NO_TEXT : as("rouge1", {
		target: String(value),
		at_least: threshold
	}),
	similar: ({ value, threshold = .75, shared }) => text$2(value) === null ? NO_TEXT : as(shared("similar", {
		...EMBEDDER,
		at_least: .75
	}), {
		target: String(value),
		at_least: threshold
	}),
	"llm-rubric": ({ value, shared }) => {
		const rubric = text$2(value);
		if (rubric === null) return { obstacle: "its rubric is no text" };
		const scale = {
			min: 0,
			max: 1
		};
		return as(shared("rubric", {
			...JUDGE,
			scale,
			criteria: [{
				name: "rubric",
				description: rubric
			}]
		}));
	}
};
/**
* Tests of a promptfoo config as test cases: each prompt with each test. What has no equal here is told, assertion by assertion; a test of which
* no assertion is left becomes no case, since it could not fail.
*/
function casesOfPromptfoo(config) {
	const notes = [];
	const checks = /* @__PURE__ */ new Map();
	const shared = (name, check) => {
		const known = [...checks].find(([, each]) => JSON.stringify(each) === JSON.stringify(check));
		if (known !== void 0) return known[0];
		let free = name;
		for (let number = 2; checks.has(free); number += 1) free = `${name}_${number}`;
		checks.set(free, check);
		return free;
	};
	const base = isObject(config.defaultTest) ? config.defaultTest : {};
	const prompts = (Array.isArray(config.prompts) ? config.prompts : [config.prompts]).map(promptOf);
	if (!Array.isArray(config.tests)) return {
		rows: [],
		checks: {},
		notes: ["tests: only a list in the file itself is read, and no other file"]
	};
	const names = /* @__PURE__ */ new Set();
	const rows = [];
	for (const [index, test] of config.tests.entries()) {
		const own = isObject(test) ? test : {};
		const described = text$2(own.description) ?? `test ${index + 1}`;
		const vars = {
			...membersOf(base.vars),
			...membersOf(own.vars)
		};
		const options = {
			...membersOf(base.options),
			...membersOf(own.options)
		};
		const obstacle = obstacleOf({
			...base,
			...own,
			options
		}, vars);
		if (obstacle !== null) {
			notes.push(`${described}: left out, ${obstacle}`);
			continue;
		}
		for (const [position, prompt] of prompts.entries()) {
			const named = prompts.length === 1 ? described : `${described}, prompt ${position + 1}`;
			const name = names.has(named) ? `${named} (${index + 1})` : named;
			const asked = prompt === null ? null : filled(prompt, vars);
			if (asked === null) {
				notes.push(`${name}: left out, its prompt is not in the file, or a template with more than variables`);
				continue;
			}
			const converted = [...listOf(base.assert), ...listOf(own.assert)].flatMap(flattened).flatMap((assertion) => {
				const found = convert(assertion, vars, shared);
				if ("check" in found) return [found.check];
				notes.push(`${name}: not converted, ${String(assertion.type ?? "an assertion")}: ${found.obstacle}`);
				return [];
			});
			if (converted.length === 0) notes.push(`${name}: left out, nothing that it asserts could be converted`);
			else {
				names.add(name);
				rows.push({
					name,
					...asked,
					checks: converted,
					tags: ["promptfoo"]
				});
			}
		}
	}
	return {
		rows,
		checks: Object.fromEntries(checks),
		notes
	};
}
function convert(assertion, vars, shared) {
	const written = text$2(assertion.type) ?? "";
	const not = written.startsWith("not-");
	const type = not ? written.slice(4) : written;
	const known = Object.hasOwn(ASSERTIONS, type) ? ASSERTIONS[type] : void 0;
	if (known === void 0) return { obstacle: "no scorer says the same" };
	if (assertion.transform !== void 0) return { obstacle: "it transforms the answer first" };
	if (assertion.weight === 0) return { obstacle: "it weighs nothing, and so only measures" };
	const value = typeof assertion.value === "string" ? fillText(assertion.value, vars) : assertion.value;
	if (value === null || typeof value === "string" && value.startsWith("file://")) return { obstacle: "its value is not in the file" };
	if (value === void 0 && !type.startsWith("is-")) return { obstacle: "it has no value" };
	const made = known({
		value,
		threshold: typeof assertion.threshold === "number" ? assertion.threshold : void 0,
		shared
	});
	if ("obstacle" in made) return made;
	const { name, ...options } = typeof made.check === "string" ? { name: made.check } : made.check;
	const entry = {
		name,
		...options,
		...not ? { not: true } : {}
	};
	const check = Object.keys(entry).length === 1 ? name : entry;
	const configured = NAMED.test(name) ? null : configureCheck(check);
	return configured === null || configured.ok ? { check } : { obstacle: configured.issues.map(({ message }) => message).join("; ") };
}
/** Checks that stand in the config: read there. */
const NAMED = /^(similar|rubric)(_\d+)?$/;
/** What makes more or less of a test than all its assertions at once. */
function obstacleOf(test, vars) {
	const lists = Object.entries(vars).filter(([, value]) => Array.isArray(value));
	if (lists.length > 0) return `its variable ${lists[0]?.[0]} has several values, of which promptfoo makes a test each`;
	if (typeof test.threshold === "number" && test.threshold < 1) return "it passes by a share of its assertions";
	return membersOf(test.options).transform === void 0 ? null : "it transforms the answer first";
}
/** Those of a set stand for themselves where all have to hold. */
function flattened(assertion) {
	if (!isObject(assertion)) return [{ type: text$2(assertion) ?? "an assertion" }];
	return assertion.type === "assert-set" && assertion.threshold === void 0 ? listOf(assertion.assert).flatMap(flattened) : [assertion];
}
const listOf = (value) => Array.isArray(value) ? value : [];
const membersOf = (value) => isObject(value) ? value : {};
/** Null for one that stands in another file. */
function promptOf(prompt) {
	const written = isObject(prompt) ? text$2(prompt.raw) : text$2(prompt);
	return written === null || written.startsWith("file://") ? null : written;
}
/** A prompt that is JSON is a conversation. */
function filled(prompt, vars) {
	const asked = fillText(prompt, vars);
	if (asked === null) return null;
	try {
		const turns = JSON.parse(asked);
		if (Array.isArray(turns) && turns.every(isObject)) return { messages: turns };
	} catch {}
	return { input: asked };
}
/** Null where more than variables stands in it. */
function fillText(template, vars) {
	const text = template.replaceAll(/\{\{\s*([A-Za-z_]\w*)\s*\}\}/g, (all, name) => {
		const value = vars[name];
		return typeof value === "string" || typeof value === "number" ? String(value) : all;
	});
	return /\{\{|\{%/.test(text) ? null : text;
}

// src/app/cases/import.ts
/**
* Test cases of another program's file: a promptfoo config with its tests, or an Inspect dataset of samples.
* @throws WeighbridgeError `data` for what is neither
*/
async function importCases(file) {
	if (/^\.(ya?ml|json)$/i.test(extname(file))) {
		const config = await configIn(file);
		if (isObject(config) && "tests" in config) return casesOfPromptfoo(config);
	}
	const rows = await readRows(file);
	if (rows.length > 0 && rows.every(({ fields }) => "input" in fields)) return casesOfInspect(rows);
	throw new WeighbridgeError("data", "neither tests of promptfoo nor samples of Inspect", {
		at: { file },
		fix: "name a promptfoo config with `tests`, or a file of rows with `input` and `target`; other datasets become tasks by `weighbridge init --data`"
	});
}
async function configIn(file) {
	const text = decodeText(await readDatasetBytes(file, MAX_DATASET_BYTES), file);
	try {
		return (0, import_dist.parse)(text, { maxAliasCount: 100 });
	} catch (cause) {
		throw new WeighbridgeError("data", `not YAML: ${messageOf(cause)}`, {
			at: { file },
			fix: "correct the file",
			cause
		});
	}
}

// src/app/cases/checks.ts
/** Longer answers are checked by likeness: no model writes a paragraph twice. */
const EXACT = 80;
const ALIKE = .6;
/** What may check an answer, the strictest first: the scorer of the task where its reference is known, that the reference is in it, the answer that was right. */
function checksFor({ asked }, right, { primary_metric: primary }) {
	const answer = right.trim();
	const own = answer.length <= EXACT && !answer.includes("\n") ? {
		name: "exact_match",
		target: right
	} : {
		name: "edit_similarity",
		target: right,
		at_least: ALIKE
	};
	const reference = asked?.choices === void 0 ? asked?.reference : void 0;
	if (reference === void 0 || reference.trim() === "") return answer === "" ? [] : [own];
	return [
		{
			name: primary,
			target: reference
		},
		{
			name: "contains",
			target: reference
		},
		...answer === "" ? [] : [own]
	];
}
/** Whether an answer passes; not where the check cannot be made of its name alone, or would ask somebody else. */
async function holds(entry, output) {
	const configured = configureCheck(entry);
	if (!configured.ok) return false;
	const { scorer, targets, passes } = configured.check;
	if (scorer.runsCode || scorer.asks !== null || scorer.checkTargets(targets ?? []) !== null) return false;
	const open = await scorer.open(".");
	const [scores] = await open.score([{
		id: "case",
		output,
		targets: targets ?? []
	}], new AbortController().signal);
	await open.close();
	return passes(scores ?? {}) === true;
}
/** Whether the check says of the sides what the run said: that they differ. */
async function tellsApart(check, right, sides) {
	const others = sides.filter((side) => side !== void 0 && side !== right);
	if (others.length === 0) return sides.includes(void 0);
	for (const other of others) if (await holds(check, other)) return false;
	return true;
}

// src/app/cases.ts
/**
* A sample of a run as a test case: asked the same, and checked so that the side passes that was right, and the other fails.
* @throws WeighbridgeError `usage` for a sample that is not there, `data` for one of which no case can be made
*/
async function caseOfSample(wanted) {
	const { record, baseline, candidate } = await findSample(wanted);
	const sample = baseline ?? candidate;
	const name = `${record.task}/${sample.id}`;
	if (sample.case !== void 0) throw new WeighbridgeError("usage", `${name} is a test case already`, { fix: "it stands in the dataset of its task: copy it from there" });
	const input = questionOf(sample, name);
	const [before, after] = [baseline?.output, candidate?.output];
	const right = isRight(candidate, record) && !isRight(baseline, record) ? after : before;
	if (right === void 0) throw notWritten(name);
	for (const check of checksFor(sample, right, record)) {
		if (!await holds(check, right) || !await tellsApart(check, right, [before, after])) continue;
		return {
			row: {
				name: wanted.name ?? name,
				input,
				checks: [check],
				tags: [`from:${basename(resolve(wanted.run))}`],
				...wanted.severity === void 0 ? {} : { severity: wanted.severity }
			},
			from: record
		};
	}
	throw new WeighbridgeError("data", `both sides answer ${name} alike, so that no check tells them apart`, { fix: "add a sample that flipped: the report lists them, as does `weighbridge compare`" });
}
async function findSample({ run, sample }) {
	const sides = {
		baseline: (await readSideResults(run, "baseline")).runs,
		candidate: (await readSideResults(run, "candidate")).runs
	};
	const matches = (runs) => runs.flatMap(({ record, samples }) => samples.filter(({ id }) => id === sample || `${record.task}/${id}` === sample).map((own) => ({
		record,
		own
	})));
	const [before, after] = [matches(sides.baseline), matches(sides.candidate)];
	const all = [...after, ...before];
	const tasks = new Set(all.map(({ record }) => record.task));
	const [first] = all;
	if (first === void 0) {
		const known = [...sides.candidate, ...sides.baseline].flatMap(({ record, samples }) => samples.map(({ id }) => `${record.task}/${id}`));
		throw new WeighbridgeError("usage", `the run has no sample ${JSON.stringify(sample)}`, {
			at: { file: run },
			fix: known.length === 0 ? "name a folder in which `weighbridge run` left its samples" : suggestion$1(sample, [...new Set(known)])
		});
	}
	if (tasks.size > 1) throw new WeighbridgeError("usage", `${tasks.size} tasks have a sample ${JSON.stringify(sample)}`, { fix: `name it with its task: ${[...tasks].map((task) => `${task}/${sample}`).join(", ")}` });
	const { record } = first;
	const own = (list) => list.find((each) => each.record.task === record.task)?.own;
	const baseline = own(before);
	return baseline === void 0 ? {
		record,
		baseline,
		candidate: first.own
	} : {
		record,
		baseline,
		candidate: own(after)
	};
}
/**
* Prompts that a baseline got right, as test cases: up to so many, taking turns over tasks and groups, and always the same ones of the same
* run. Each is checked by what its task counts as right where the stored answer passes that, else by the answer itself.
*/
async function casesToKeep(run, most) {
	const { runs, faults } = await readSideResults(run, "baseline");
	const [fault] = faults;
	if (fault !== void 0) throw fault;
	const notes = [];
	const written = runs.filter(({ record, samples }) => {
		const isWritten = samples.some(({ output, asked, case: test }) => output !== void 0 && asked !== void 0 && test === void 0);
		if (!isWritten) notes.push(`${record.task}: left out, since its model wrote no answer to a question that was kept`);
		return isWritten;
	});
	const [largest] = [...written].sort((a, b) => b.samples.length - a.samples.length);
	if (largest === void 0) return {
		rows: [],
		from: null,
		notes
	};
	const right = written.filter(({ record }) => {
		const isAlike = settingsOf(record) === settingsOf(largest.record);
		if (!isAlike) notes.push(`${record.task}: left out, since it is asked with other settings than ${largest.record.task}: keep it in a file of its own`);
		return isAlike;
	}).flatMap(({ record, samples }) => samples.filter((sample) => isRight(sample, record) && sample.case === void 0).map((sample) => ({
		record,
		sample
	})));
	const groups = groupBy(right, ({ record, sample }) => JSON.stringify([record.task, sample.group ?? null]));
	const order = ({ sample }) => createHash("sha256").update(sample.id).digest("hex");
	const queues = [...groups.values()].map((own) => own.sort((a, b) => order(a) < order(b) ? -1 : 1));
	const rows = [];
	for (let turn = 0; rows.length < most && queues.some((queue) => queue.length > turn); turn += 1) for (const queue of queues) {
		const next = queue[turn];
		if (next === void 0 || rows.length >= most) continue;
		const row = await keptCase(next.sample, next.record);
		if (row !== null) rows.push(row);
	}
	return {
		rows,
		from: largest.record,
		notes
	};
}
async function keptCase(sample, record) {
	const { output, asked, group } = sample;
	if (output === void 0 || asked === void 0 || whyNotWhole(asked) !== null) return null;
	for (const check of checksFor(sample, output, record)) {
		if (!await holds(check, output)) continue;
		const tags = [record.task, ...group === void 0 ? [] : [group]];
		return {
			name: `${record.task}/${sample.id}`,
			input: asked.question,
			checks: [check],
			tags
		};
	}
	return null;
}
const settingsOf = ({ fingerprint }) => JSON.stringify([fingerprint.chat_template === null, fingerprint.generation]);
/** Whether the primary score is the best that a sample can have. */
function isRight(sample, { primary_metric: primary, metrics }) {
	const metric = metrics.find(({ name }) => name === primary);
	const best = metric?.direction === "higher_is_better" ? metric.range.max : metric?.range.min;
	return best != null && sample?.scores[primary] === best;
}
/** Of what people read of a question, why no model can be asked it again; null where it is whole. */
function whyNotWhole({ question, turns }) {
	if (turns !== void 0) return "it is a conversation, which is kept for people to read";
	return question.length >= MOST_ASKED.question && question.startsWith("…") ? "its question is too long to have been kept whole" : null;
}
function questionOf({ asked }, name) {
	if (asked === void 0) throw new WeighbridgeError("data", `${name}: its question was not kept`, { fix: "evaluate with `include_samples: changed` or `all`, or write the case by hand" });
	const reason = whyNotWhole(asked);
	if (reason === null) return asked.question;
	throw new WeighbridgeError("data", `${name}: ${reason}`, { fix: "write the case by hand" });
}
const notWritten = (name) => new WeighbridgeError("data", `${name}: its model wrote no answer that was kept`, { fix: "a case checks what a model writes: take a sample of a generate task, or write the case by hand" });

// src/cli/cases.ts
const HELP$18 = `
A file of test cases is the dataset of a task of the type cases: docs/how-to/behaviour-suites.md.

Examples:
  weighbridge cases add weighbridge-out tickets/ticket-017 --severity critical
  weighbridge cases keep weighbridge-out --n 100
  weighbridge cases import promptfooconfig.yaml
`;
const addCasesCommand = (program, context) => {
	const cases = program.command("cases").description("test cases from what models answered").addHelpText("after", HELP$18);
	addAdd$1(cases, context);
	addKeep(cases, context);
	addImport$1(cases, context);
};
function addAdd$1(parent, { terminal }) {
	parent.command("add").description("make a sample that flipped a test case").argument("<RUN>", "run directory").argument("<SAMPLE>", "id of the sample, or task/id").addOption(new Option("--to <file>", "YAML or JSONL file of cases").default("evals/cases.yml")).addOption(new Option("--name <name>", "what the case is called; default: task/id")).addOption(new Option("--severity <severity>", "what failing means").choices(SEVERITIES)).action(async (run, sample, { to, name, severity }) => {
		const { row, from } = await caseOfSample({
			run,
			sample,
			...name === void 0 ? {} : { name },
			...severity === void 0 ? {} : { severity }
		});
		if ((await addCases(to, [row])).length > 0) throw new WeighbridgeError("usage", `${to} has a case ${JSON.stringify(row.name)} already`, { fix: "give this one another name: --name <name>" });
		terminal.info(`added ${row.name} to ${to}`);
		for (const line of (0, import_dist.stringify)([row], { blockQuote: "literal" }).trimEnd().split("\n")) terminal.print(fenceLine(line));
		for (const line of taskLines(to, from)) terminal.print(line);
	});
}
function addKeep(parent, { terminal }) {
	parent.command("keep").description("keep prompts that a baseline got right as test cases").argument("<RUN>", "run directory, or the baseline's results").addOption(new Option("--to <file>", "YAML or JSONL file of cases").default("evals/memory.yml")).addOption(new Option("--n <count>", "most cases").argParser(count$2).default(100)).action(async (run, { to, n }) => {
		const { rows, from, notes } = await casesToKeep(run, n);
		for (const note of notes) terminal.info(note);
		if (rows.length === 0 || from === null) throw new WeighbridgeError("data", "there is no prompt to keep: nothing that the baseline wrote was right", {
			at: { file: run },
			fix: "name a run of a generate task whose primary metric is 0 or 1 for each sample"
		});
		const known = await addCases(to, rows);
		terminal.info(`kept ${plural(rows.length - known.length, "case")} in ${to}, ${known.length} were there already`);
		for (const line of taskLines(to, from)) terminal.print(line);
	});
}
function addImport$1(parent, { terminal }) {
	parent.command("import").description("test cases from a promptfoo config or an Inspect dataset").argument("<FILE>", "promptfooconfig.yaml, or rows with input and target").addOption(new Option("--to <file>", "YAML or JSONL file of cases").default("evals/cases.yml")).action(async (file, { to }) => {
		const { rows, checks, notes } = await importCases(file);
		for (const note of notes) terminal.info(note);
		if (rows.length === 0) throw new WeighbridgeError("data", "none of it became a test case", {
			at: { file },
			fix: "the lines above say why; write the cases by hand: docs/how-to/behaviour-suites.md"
		});
		const known = await addCases(to, rows);
		terminal.info(`${plural(rows.length - known.length, "case")} in ${to}, ${known.length} were there already; ${plural(notes.length, "remark")} on what was not converted`);
		for (const line of taskLines(to, null, checks)) terminal.print(line);
	});
}
function count$2(text) {
	if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
	throw new InvalidArgumentError("write a whole number of at least 1");
}
/** The task that asks them as they were asked, for whoever has none yet. */
function taskLines(file, from, checks = {}) {
	const fingerprint = from?.fingerprint ?? {};
	const name = file.replace(/^.*[\\/]/, "").replace(/\.[a-z]+$/i, "").replaceAll(/[^A-Za-z0-9_-]+/g, "_");
	const isOurs = fingerprint.harness === "weighbridge native" && typeof fingerprint.generation === "string";
	const { strip_thinking: strips, ...generation } = isOurs ? JSON.parse(String(fingerprint.generation)) : {};
	const task = {
		role: "behaviour",
		type: "cases",
		dataset: file,
		...from === null || fingerprint.chat_template != null ? {} : { apply_chat_template: false },
		...isOurs ? { generation_kwargs: generation } : {},
		...strips === true ? { strip_thinking: true } : {},
		...Object.keys(checks).length === 0 ? {} : { checks }
	};
	const block = {
		tasks: { [name]: task },
		gates: [{
			metric: name,
			max_new_failures: 0
		}]
	};
	const shots = fingerprint.few_shot == null ? [] : ["They were asked behind solved examples, which a case does not have: see that the baseline still passes."];
	return [
		"",
		"The task that asks them:",
		"",
		(0, import_dist.stringify)(block, { blockQuote: false }).trimEnd(),
		...shots
	];
}

// src/core/compare/annotator-agreement.ts
/** Below this people are usually said to mean different things by the criterion. */
const MARK = .7;
const ALPHA$2 = .05;
const RESAMPLING = {
	resamples: 2e3,
	seed: 1234
};
/** How far several annotators agree on a criterion, in a sentence; null where no answer has the grades of two. */
function annotatorAgreement(answers, criterion) {
	const shared = answers.map((annotations) => annotations.flatMap(({ annotator, grades }) => {
		const grade = grades[criterion];
		return grade === void 0 ? [] : [{
			annotator,
			grade
		}];
	})).filter(({ length }) => length > 1);
	if (shared.length === 0) return null;
	const names = [...new Set(shared.flat().map(({ annotator }) => annotator))].sort();
	const grades = shared.map((annotations) => annotations.map(({ grade }) => grade));
	const who = `${plural(names.length, "annotator")} of ${plural(shared.length, "answer")}`;
	const alpha = krippendorffAlpha(grades);
	if (alpha === null) return `${criterion}: ${who} give all of them one grade, which shows no agreement`;
	const limits = alphaInterval(grades, ALPHA$2, RESAMPLING);
	const icc = intraclassCorrelation(inOneOrder(shared, names));
	const shown = [...limits === null ? [] : [`90 % interval ${fixed(limits.low)} to ${fixed(limits.high)}`], ...icc === null ? [] : [`ICC(2,1) ${fixed(icc)}`]];
	const beside = shown.length === 0 ? "" : ` (${shown.join(", ")})`;
	const open = grades.filter((each) => middleGrade(each) === null).length;
	const split = open === 0 ? "" : `; of ${plural(open, "answer")} there is no middle grade, and they count nothing`;
	const mark = alpha < MARK ? `, below ${MARK}: who grades decides, so say in the criterion what they see differently, and grade again` : "";
	return `${criterion}: ${who} agree by Krippendorff's alpha of ${fixed(alpha)}${beside}${mark}${split}`;
}
/** The grades of each answer that all have graded, in the order of their names; those of others have no place in an ICC. */
const inOneOrder = (answers, names) => answers.map((annotations) => names.flatMap((name) => annotations.find(({ annotator }) => annotator === name)?.grade ?? []));
const fixed = (value) => value.toFixed(2).replace("-", "−");

// src/core/compare/class-balance.ts
/** Fewer of a class leave its own recall within 20 points either way, at 90 % (normal approximation, at one half). */
const FEWEST_OF_CLASS = 20;
/** Above it a model that always says the same class looks good. */
const LOPSIDED = .8;
/**
* What a task of classes should be told of how often each is right.
* @param classes their names, in order
* @param golds index of the right class of each row
*/
function classBalance(classes, golds) {
	const counts = classes.map((name, index) => ({
		name,
		count: golds.filter((gold) => gold === index).length
	}));
	const rare = counts.filter(({ count }) => count < FEWEST_OF_CLASS);
	const [largest] = counts.toSorted((a, b) => b.count - a.count);
	const of = (each) => `${each.name} ${each.count}`;
	return [...rare.length === 0 ? [] : [`fewer than ${FEWEST_OF_CLASS} rows of ${rare.map(of).join(", ")}: what happens to such a class cannot be seen`], ...largest === void 0 || largest.count <= LOPSIDED * golds.length ? [] : [`${largest.count} of ${golds.length} rows are ${largest.name}: a model that always says so is right there, so gate \`f1_macro\` or \`balanced_accuracy\` (corpus_metrics) beside accuracy`]];
}

// src/core/compare/overlap.ts
/**
* Which questions of a task stand in training text: by runs of 13 words, as in the GPT-3 paper (Brown et al. 2020, appendix C) and
* lm-evaluation-harness's decontamination; a shorter question by all of its words, from 8 on; one shorter still only where a whole text
* is equal to it. Words are letters and digits in lower case after NFKC, whatever stands between them. Runs that more than ten questions
* share are how they are all asked, and count for none that has others.
*/
const RUN$1 = 13;
const MOST_SHARING$1 = 10;
const LEAST_RUN = 8;
/** Fewer words than these, out of a template, are a name or a number that stands anywhere. */
const LEAST_BARE = 3;
/** Words as they are compared. */
const wordsOf = (text) => text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Holds questions, and reads training text of any length past them: memory grows with the questions alone. */
var OverlapIndex = class {
	#questions = [];
	/** Hash of a run of words to the texts that have it; those are taken out that were seen. */
	#runs = /* @__PURE__ */ new Map();
	/** Hash of the first words of texts shorter than a run to how many words they have: so that few lengths are tried at each word. */
	#heads = /* @__PURE__ */ new Map();
	#isReady = false;
	/** Texts too short for a run, by all of their words. */
	#whole = /* @__PURE__ */ new Map();
	#bare = /* @__PURE__ */ new Map();
	/**
	* @param prompt as it was asked
	* @param bare what its row asks, without the words of the template: runs of it stand in the prompt as well, so that it counts only where it
	* is too short for one, by all of its words; and only where no other prompt asks it, as it would with other choices
	*/
	add(key, prompt, bare = []) {
		const words = wordsOf(prompt);
		const question = {
			key,
			first: null,
			texts: []
		};
		this.#questions.push(question);
		this.#hold(question, words);
		const own = words.join(" ");
		for (const text of bare) {
			const asked = wordsOf(text);
			const name = asked.join(" ");
			if (asked.length < LEAST_BARE || asked.length >= RUN$1 || name === own) continue;
			const known = this.#bare.get(name) ?? {
				words: asked,
				prompts: /* @__PURE__ */ new Set(),
				of: /* @__PURE__ */ new Set()
			};
			this.#bare.set(name, known);
			known.prompts.add(own);
			known.of.add(question);
		}
	}
	#hold(question, words) {
		if (words.length === 0) return;
		const length = Math.min(RUN$1, words.length);
		if (length < LEAST_RUN) {
			const text = {
				of: question,
				runs: 1,
				seen: 0
			};
			question.texts.push(text);
			const all = words.join(" ");
			this.#whole.set(all, [...this.#whole.get(all) ?? [], text]);
			return;
		}
		const hashed = words.map(hashOf$1);
		const hashes = new Set(runsOf(hashed, length));
		const text = {
			of: question,
			runs: hashes.size,
			seen: 0
		};
		question.texts.push(text);
		if (length < RUN$1) {
			const head = runAt(hashed, 0, LEAST_RUN);
			this.#heads.set(head, (this.#heads.get(head) ?? /* @__PURE__ */ new Set()).add(length));
		}
		for (const hash of hashes) this.#runs.set(hash, (this.#runs.get(hash) ?? /* @__PURE__ */ new Set()).add(text));
	}
	/** Looks a piece of training text over: one value of a row, or one line. */
	see(text, place) {
		if (!this.#isReady) this.#begin();
		const words = wordsOf(text);
		if (words.length < LEAST_RUN) {
			for (const each of this.#whole.get(words.join(" ")) ?? []) saw(each, place);
			return;
		}
		const hashed = words.map(hashOf$1);
		for (let start = 0; start + LEAST_RUN <= hashed.length; start++) {
			this.#look(hashed, start, RUN$1, place);
			for (const length of this.#heads.get(runAt(hashed, start, LEAST_RUN)) ?? []) this.#look(hashed, start, length, place);
		}
	}
	#look(words, start, length, place) {
		if (start + length > words.length) return;
		const hash = runAt(words, start, length);
		const texts = this.#runs.get(hash);
		if (texts === void 0) return;
		for (const each of texts) saw(each, place);
		this.#runs.delete(hash);
	}
	#begin() {
		this.#isReady = true;
		this.#leaveOutShared();
		for (const { words, prompts, of } of this.#bare.values()) if (prompts.size === 1) for (const question of of) this.#hold(question, words);
		this.#bare.clear();
	}
	#leaveOutShared() {
		const shared = [...this.#runs].filter(([, texts]) => texts.size > MOST_SHARING$1);
		const counts = /* @__PURE__ */ new Map();
		for (const [, texts] of shared) for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
		for (const [hash, texts] of shared) {
			for (const text of texts) if ((counts.get(text) ?? 0) < text.runs) texts.delete(text);
			if (texts.size === 0) this.#runs.delete(hash);
		}
		for (const [text, count] of counts) if (count < text.runs) text.runs -= count;
	}
	/** In the order in which the questions were added. */
	found() {
		return this.#questions.flatMap(({ key, first, texts }) => first === null ? [] : [{
			key,
			...first,
			share: Math.min(1, Math.max(...texts.map(({ seen, runs }) => seen / runs)))
		}]);
	}
};
function saw(text, place) {
	text.seen += 1;
	text.of.first ??= place;
}
/** 52 bits of two FNV-1a hashes: two runs of the same number by chance are one in 10¹⁵. */
function hashOf$1(word) {
	let [low, high] = [2166136261, 16777619];
	for (let at = 0; at < word.length; at++) {
		const unit = word.charCodeAt(at);
		low = Math.imul(low ^ unit, 16777619);
		high = Math.imul(high ^ unit ^ low >>> 15, 2246822507);
	}
	return (low >>> 0) + (high >>> 12) * 2 ** 32;
}
function* runsOf(words, length) {
	for (let start = 0; start + length <= words.length; start++) yield runAt(words, start, length);
}
/** The hash of a run of `length` words: of its words' hashes, in their order, and of its length. */
function runAt(words, start, length) {
	let [low, high] = [length, 2654435769];
	for (let at = start; at < start + length; at++) {
		const word = words[at] ?? 0;
		low = Math.imul(low ^ word >>> 0, 16777619) ^ low >>> 13;
		high = Math.imul(high ^ Math.floor(word / 2 ** 32) ^ low >>> 7, 2246822507);
	}
	return (low >>> 0) + (high >>> 12) * 2 ** 32;
}

// src/core/compare/alike.ts
/** Two rows are near-duplicates where their runs of three words are the same to this share (Jaccard), as Lee et al. 2022 have it. */
const NEAR = .8;
const RUN = 3;
/** A run that more rows have is how they are all asked: rows that share no rarer one are not near each other. */
const MOST_SHARING = 100;
/**
* Compares texts by their words, whatever their case and marks. Near ones are found exactly, by prefixes of the rarest runs (Chaudhuri et
* al. 2006): rows with that much in common share one of them.
*/
function alikeRows(rows) {
	const named = /* @__PURE__ */ new Map();
	for (const { id, text } of rows) {
		const name = wordsOf(text).join(" ");
		if (name === "") continue;
		const own = named.get(name);
		if (own === void 0) named.set(name, [id]);
		else own.push(id);
	}
	const same = [...named.values()].filter((ids) => ids.length > 1);
	const distinct = [...named].map(([name, [id = ""]]) => ({
		id,
		runs: runsIn(name)
	}));
	return {
		same: alike(same.reduce((total, ids) => total + ids.length, 0), same[0]),
		near: nearIn(distinct)
	};
}
const alike = (rows, [one, other] = []) => one === void 0 || other === void 0 ? null : {
	rows,
	first: [one, other]
};
function runsIn(name) {
	const words = name.split(" ");
	const runs = /* @__PURE__ */ new Set();
	for (let start = 0; start + RUN <= words.length; start++) runs.add(words.slice(start, start + RUN).join(" "));
	return runs;
}
function nearIn(rows) {
	const frequency = /* @__PURE__ */ new Map();
	for (const { runs } of rows) for (const run of runs) frequency.set(run, (frequency.get(run) ?? 0) + 1);
	const rarest = /* @__PURE__ */ new Map();
	const found = /* @__PURE__ */ new Set();
	let first;
	for (const [position, { id, runs }] of rows.entries()) {
		const prefix = [...runs].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1)).slice(0, runs.size - Math.ceil(NEAR * runs.size) + 1).filter((run) => (frequency.get(run) ?? 0) <= MOST_SHARING);
		const others = new Set(prefix.flatMap((run) => rarest.get(run) ?? []));
		for (const other of others) {
			const row = rows[other];
			if (row === void 0 || jaccard(row.runs, runs) < NEAR) continue;
			found.add(other).add(position);
			first ??= [row.id, id];
		}
		for (const run of prefix) {
			const sharing = rarest.get(run);
			if (sharing === void 0) rarest.set(run, [position]);
			else sharing.push(position);
		}
	}
	return alike(found.size, first);
}
function jaccard(a, b) {
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	if (small.size < NEAR * large.size) return 0;
	let shared = 0;
	for (const run of small) if (large.has(run)) shared += 1;
	return shared / (a.size + b.size - shared);
}

// src/app/alike.ts
/** Tasks whose rows ask the same as others, or nearly, in words, and tasks that ask what another one asks too. */
async function repeatedQuestions(tasks, directory) {
	const says = [];
	const asked = [];
	for (const { config, prepared } of tasks) {
		const { rows, datasetDigest } = await (await engineRunner(config.runner).load()).questions(config.options, directory);
		says.push(...repeatedIn(config.name, prepared, rows));
		asked.push({
			task: config.name,
			datasetDigest,
			rows
		});
	}
	return [...says, ...sharedQuestions(asked)];
}
/** Shorter questions are asked anywhere. */
const FEWEST_WORDS = 5;
/** Two splits of one dataset that have rows in common; tasks of the very same rows are so on purpose. */
function sharedQuestions(tasks) {
	const first = /* @__PURE__ */ new Map();
	const shared = /* @__PURE__ */ new Map();
	for (const own of tasks) for (const { id, bare } of own.rows) {
		const words = wordsOf(bare.join(" "));
		if (words.length < FEWEST_WORDS) continue;
		const question = words.join(" ");
		const other = first.get(question);
		if (other === void 0) first.set(question, own);
		else if (other.datasetDigest !== own.datasetDigest) {
			const pair = `${other.task} and ${own.task}`;
			const found = shared.get(pair) ?? {
				example: id,
				count: 0
			};
			found.count += 1;
			shared.set(pair, found);
		}
	}
	return [...shared].map(([pair, { example, count }]) => `${pair}: ${count} questions stand in both, such as ${example} of the second: splits of one dataset must have no row in common`);
}
/** Choices are a part of what is asked. */
const textsOf$3 = (prepared, rows) => {
	const planned = new Map(prepared.samples.map((sample) => [sample.id, sample]));
	return rows.map(({ id, prompt }) => {
		const sample = planned.get(id);
		return {
			id,
			text: [prompt, ...sample === void 0 ? [] : prepared.show(sample, null).continuations].join("\n")
		};
	});
};
/** Rows of one task that ask the same as others, or nearly. */
function repeatedIn(name, prepared, rows) {
	const { same, near } = alikeRows(textsOf$3(prepared, rows));
	const of = `of ${rows.length} rows`;
	return [...same === null ? [] : [`${name}: ${same.rows} ${of} ask the same as another, such as ${same.first.join(" and ")}: keep one of each, since a question asked twice is no second piece of evidence`], ...near === null ? [] : [`${name}: ${near.rows} ${of} ask nearly the same as another, such as ${near.first.join(" and ")}: keep one of each, or say in cluster_field which belong together`]];
}

// src/app/data-remarks.ts
/** Fewer are enough for nothing but a collapse; more than the larger number are worth their price for tight limits alone. */
const USUAL = {
	least: 100,
	most: 500
};
/** What the author of a config should hear of the data before they are asked; none of it stops anything. */
async function dataRemarks(config, tasks) {
	return [
		...await repeatedQuestions(tasks, config.taskDirectory),
		...tasks.flatMap(sizeRemark),
		...tasks.flatMap(balanceRemarks),
		...await annotators(config),
		...await lockedSplits(config, tasks)
	];
}
function sizeRemark({ config: { name }, prepared: { samples, limit } }) {
	const asked = Math.min(samples.length, limit ?? samples.length);
	return asked >= USUAL.least ? [] : [`${name}: ${asked} rows are few, ${USUAL.least} to ${USUAL.most} are usual: so few show a collapse and no small loss`];
}
/** Of tasks whose rows all have the same choices: then a choice is a class. */
function balanceRemarks({ config: { name }, prepared }) {
	const shown = prepared.samples.map((sample) => prepared.show(sample, null));
	const [first] = shown;
	const classes = first?.continuations ?? [];
	const isSame = shown.every(({ continuations }) => continuations.join("\0") === classes.join("\0"));
	if (classes.length < 2 || !isSame) return [];
	return classBalance(classes.map((each) => each.trim()), shown.flatMap(({ gold }) => gold ?? [])).map((says) => `${name}: ${says}`);
}
/** Of every file of labels that several people wrote, how far they agree on each criterion. */
async function annotators(config) {
	const remarks = [...(await readLabels(config)).values()].flat().flatMap(({ source: { file, metrics }, answers }) => "fault" in answers ? [] : [...metrics.keys()].flatMap((criterion) => {
		const says = annotatorAgreement([...answers.values()], criterion);
		return says === null ? [] : [`${file}: ${says}`];
	}));
	return [...new Set(remarks)];
}
async function lockedSplits(config, tasks) {
	const locked = tasks.filter(({ config: { split } }) => split === "locked");
	if (locked.length === 0) return [];
	const names = locked.map(({ config: { name } }) => name).join(", ");
	const place = placeOf$1(config);
	if (place === null) return [`${names}: split: locked counts how often it decides in a history, and none is kept: add \`record: {}\``];
	try {
		const { runs, faults } = await openHistory(place);
		if (faults[0] !== void 0) throw faults[0];
		return locked.map(({ config: { name }, prepared: { datasetDigest } }) => lockedSplitRemark(lockedSplitUse(runs, {
			task: name,
			dataset: datasetDigest,
			alpha: config.policy.alpha.value
		})));
	} catch (error) {
		return [`${names}: how often the locked split decided is not known: ${messageOf(error)}`];
	}
}

// src/app/judge/blind-gates.ts
/**
* Gates that could not fail against this baseline, told before anything is evaluated: judged as if the candidate answered as the
* baseline does.
* @param folder results of the baseline
*/
async function blindGates({ gates, policy, prices, directory }, folder) {
	const stored = await readToJudge(resolve(directory, folder), "baseline");
	const runs = withAskedMetrics(stored.runs, gates, prices);
	const comparisons = compareRuns(runs, runs, [], policy.alpha.value);
	return gates.filter(({ against }) => against === void 0).flatMap((gate) => {
		const { blind } = judgeGate(gate, comparisons, policy).result;
		if (blind === void 0) return [];
		return [{
			gate: gate.id,
			says: `${gate.id} ${blind}; it stays undecided unless it says allow_floor: true`
		}];
	});
}

// src/app/readiness.ts
/** What of a checkpoint nobody looked at, and when it will be; null where its files were seen. */
function unseenOf(source) {
	switch (source?.kind) {
		case "hub": return "was not looked up: the hub is asked for it when it is evaluated";
		case "endpoint": return "was not asked: whether it answers is seen when it is evaluated";
		case "adapter": return hubModel(source.base) === null ? null : `is there, but for its base ${source.base}, which was not looked up`;
		default: return null;
	}
}
/** What an evaluation needs besides config, data and checkpoints, and `check` cannot vouch for. */
const unseenPrograms = ({ tasks }) => [...byHarness(tasks).keys()].map((harness) => `${harness}: whether the program is installed was not looked at`);
/** Folders into which an evaluation writes and that would refuse it: what, where and why. */
async function unwritableFolders(config, out) {
	const { store, directory } = config;
	const folders = [
		["the run directory", resolve(out)],
		["the cache", cacheFolder(process$1.env)],
		...store === null || store === "default" ? [] : [["the store", resolve(directory, store.path)]]
	];
	return (await Promise.all(folders.map(async ([what, folder]) => {
		const fault = await refusal(folder);
		return fault === null ? [] : [`${what} ${folder} cannot be written: ${fault}`];
	}))).flat();
}
/** Why nothing can be written in a folder, or in the nearest one above it that is there. */
async function refusal(folder) {
	try {
		if (!(await stat(folder)).isDirectory()) return "a file stands where a folder must be";
		await access(folder, constants.W_OK | constants.X_OK);
		return /^\/(?:proc|sys)(?:\/|$)/.test(folder) ? "the system keeps no files there" : null;
	} catch (error) {
		const above = dirname(folder);
		if (error.code === "ENOENT" && above !== folder) return refusal(above);
		return diskFault(error) ?? String(error.code);
	}
}

// src/app/tokenised-cost.ts
/** Samples of a task that are cut into tokens: their mean is known to a few per cent. */
const COUNTED = 200;
/**
* What an evaluation costs in tokens of its own model: prompts as they are asked, chat template and examples included, cut by the
* checkpoint's vocabulary. Null where that is not to be had without loading anything: then the plan's own estimate is all there is.
*/
async function tokenisedCost(plan, signal) {
	const { config, tasks, ofBaseline } = plan;
	const [side, source] = ["candidate", "baseline"].map((each) => [each, config[each]]).find(([, model]) => model !== null && model.kind !== "results") ?? ["candidate", null];
	const all = [...tasks, ...ofBaseline];
	if (source === null || all.length === 0) return null;
	const usesTemplate = all.some(({ config: { runner, options } }) => engineRunner(runner).describe(options).usesChatTemplate);
	const model = usesTemplate ? await chatTemplateOf(config, side, source) : null;
	if (usesTemplate && model === null) return null;
	const rendered = all.map((task) => textsOf$2(task, model));
	const counts = await countTexts(plan, source, rendered.flat(2), signal);
	if (counts === null) return null;
	let at = 0;
	const means = new Map(rendered.map((samples, index) => {
		let tokens = 0;
		for (const texts of samples) for (const _ of texts) tokens += counts[at++] ?? 0;
		return [all[index], samples.length === 0 ? 0 : tokens / samples.length];
	}));
	return costOfPlan(plan, (task) => {
		const { runner, options, name } = task.config;
		const description = engineRunner(runner).describe(options);
		return costOf$1(name, description, evaluatedOf(task.prepared), means.get(task) ?? 0);
	});
}
function textsOf$2({ config, prepared }, model) {
	const specialTokens = engineRunner(config.runner).describe(config.options).usesChatTemplate;
	return someRendered(prepared, COUNTED, model ?? null).map(({ prompt, continuations }) => [prompt, ...continuations].map((text) => ({
		text,
		specialTokens
	})));
}
async function countTexts({ config }, source, texts, signal) {
	const engine = await loadEngine(config.engine);
	if (engine.countTokens === void 0) return null;
	const files = await forEngine(mapPaths(source, (path) => resolve(config.directory, path)));
	return engine.countTokens(files, config.engine, texts, signal).catch(() => null);
}

// src/cli/check.ts
const HELP$17 = `
Says what is not ready yet; ends with 0 unless config or datasets are wrong.

Examples:
  weighbridge check
  weighbridge check --candidate checkpoints/step-2000.gguf --max-drop facts/acc=1pp
`;
const addCheck = (program, { terminal, signal }) => {
	const command = program.command("check").description("what the config comes to: values in force, feasibility of every gate, cost; runs no model").addOption(configOption()).addOption(jsonOption("the plan as JSON")).addHelpText("after", HELP$17);
	addOverrides(command).action(async (flags) => {
		const request = {
			overrides: overridesFromFlags(flags),
			assumeTasks: true
		};
		const written = await loadConfig(flags.config, request);
		const fetched = await fetchSides(written, terminal);
		const config = fetched.size === 0 ? written : await loadConfig(flags.config, request);
		const found = mustFind(config) ? await findable(config) : null;
		const rough = await makePlan(found === null ? config : {
			...config,
			baseline: found.model
		});
		const tokenised = await tokenisedCost(rough, signal).catch(() => null);
		const plan = tokenised === null ? rough : {
			...rough,
			cost: tokenised
		};
		const isCounted = tokenised !== null;
		const blind = found?.blind ?? await blindIn(config, config.baseline);
		const checkpoints = [];
		for (const side of ["candidate", "baseline"]) {
			if (side === "baseline" && found !== null) {
				checkpoints.push(found.checkpoint);
				continue;
			}
			const source = config[side];
			const issue = fetched.get(side) ?? await sourceIssue(config, side);
			checkpoints.push({
				side,
				source: source === null ? null : describeModel(source),
				unseen: unseenOf(source),
				preparations: source === null || issue !== null ? [] : await preparationsOf(config, source, side),
				problem: issue === null ? null : messageOf(issue)
			});
		}
		const machine = await lookAtMachine(config);
		const data = await dataRemarks(config, plan.tasks);
		terminal.print(flags.json ? JSON.stringify({
			config,
			checkpoints,
			...summary(plan),
			isCounted,
			blind,
			data,
			...machine
		}, null, 2) : describe(plan, isCounted, checkpoints, blind, data, machine).join("\n"));
	});
};
/** Tries the sources of the baseline without evaluating anything. */
async function findable(config) {
	const scratch = await mkdtemp(join(tmpdir(), "weighbridge-"));
	try {
		const { found, attempts, bootstrap } = await findBaseline(config, { scratch });
		const [first] = found;
		const none = bootstrap ? "none yet: this run would make the first one (bootstrap)" : noBaseline(attempts).describe();
		const source = first === void 0 ? null : `${describeModel(first.source)} (found by ${first.name})`;
		return {
			model: first?.source ?? null,
			blind: await blindIn(config, first?.source ?? null),
			checkpoint: {
				side: "baseline",
				source,
				unseen: unseenOf(first?.source ?? null),
				preparations: first === void 0 ? [] : await preparationsOf(config, first.source, "baseline"),
				problem: first === void 0 ? none : null
			}
		};
	} finally {
		await rm(scratch, { recursive: true });
	}
}
/** Of weights that are yet to be evaluated nothing is known. */
const blindIn = async (config, baseline) => baseline?.kind === "results" ? blindGates(config, baseline.path) : [];
async function lookAtMachine(config) {
	const [unwritable, curves, speeds] = await Promise.all([
		unwritableFolders(config, DEFAULT_OUT),
		unknownCurves(config),
		measuredSpeeds(config)
	]);
	return {
		unwritable,
		curves,
		unseen: unseenPrograms(config),
		speeds
	};
}
/** By what this machine measured: as is expected where the candidate may end early, and at most. */
function durations(plan, speeds) {
	const { config, cost, feasibility } = plan;
	const mayEnd = config.candidate?.kind !== "results" && config.evaluation.value === "sequential";
	const figures = cost.tasks.map((task) => {
		const tokens = task.promptTokens + task.outputTokens;
		const found = secondsOf({
			task: task.task,
			samples: task.samples,
			tokens
		}, speeds);
		const shares = config.gates.filter((gate) => tasksOfGate(gate).includes(task.task)).map(({ id }) => feasibility.find(({ gate }) => gate === id)?.expectedShare ?? 1);
		const share = mayEnd && shares.length > 0 ? Math.min(1, Math.max(...shares)) : 1;
		return found === null ? null : {
			...found,
			share
		};
	});
	const known = figures.filter((figure) => figure !== null);
	const [first] = known;
	if (first === void 0 || known.length < figures.length || cost.checkpoints === 0) return [];
	const most = known.reduce((total, figure) => total + figure.seconds, 0) * cost.checkpoints;
	const early = known.reduce((total, figure) => total + figure.seconds * (1 - figure.share), 0);
	const by = [...new Set(known.map((figure) => figure.by))].map(({ model, task, rate, date, times }) => `${toPlain(code(model))} on ${toPlain(code(task))}, ${rate.toPrecision(3)} samples a second on ${date}${times === 1 ? "" : ", by the size of its files"}`).slice(0, 3);
	const expected = early > 0 ? `about ${formatDuration(most - early)} expected, since the candidate may end early; ` : "";
	return [`${expected}${expected === "" ? "about" : "at most"} ${formatDuration(most)}, by what this machine measured: ${by.join("; ")}`];
}
function judging(task, judges) {
	const { requests, promptTokens, outputTokens, money } = judges;
	const tokens = `at most about ${count$1(promptTokens)} tokens read and ${count$1(outputTokens)} written`;
	const price = money === null ? "" : `, ${money.toPrecision(3)} in money`;
	return `  ${task}: a judge is asked ${count$1(requests)} times for each checkpoint, ${tokens}${price}`;
}
const summary = ({ feasibility, warnings, cost }) => ({
	feasibility,
	warnings,
	cost
});
const count$1 = (value) => value.toLocaleString("en-US");
function describe(plan, isCounted, checkpoints, blind, data, machine) {
	const { tasks, checkpoints: evaluated, total } = plan.cost;
	const evaluations = `${evaluated} ${evaluated === 1 ? "checkpoint" : "checkpoints"} to evaluate`;
	return [
		"Values in force",
		...explainLines(plan.config).map((line) => `  ${line}`),
		"",
		...plan.config.tasks.length > 0 ? [] : ["No tasks: this config judges existing results, with `weighbridge gate`", ""],
		"Checkpoints",
		...checkpoints.flatMap(({ side, source, unseen, preparations, problem }) => problem === null ? [`  ${side}: ${source} ${unseen ?? "is there"}`, ...preparations.map((says) => `  ${side}: ${says}, before its first task`)] : [`  ${side}: NOT READY: ${problem.replaceAll("\n", "\n  ")}`]),
		...machine.unwritable.map((says) => `  NOT READY: ${says}`),
		...machine.curves.map((says) => `  NOT READY: training curves: ${says.replaceAll("\n", "\n  ")}`),
		...machine.unseen.map((says) => `  ${says}`),
		"",
		"Gates",
		...plan.feasibility.map(({ says }) => `  ${says}`),
		...blind.map(({ says }) => `  ${says}`),
		...plan.draws.map((says) => `  ${says}`),
		"",
		...data.length === 0 ? [] : [
			"Data",
			...data.map(fenceLine),
			""
		],
		"Cost",
		...tasks.map(({ task, samples, repeats }) => `  ${task}: ${count$1(samples)} samples${repeats === 1 ? "" : `, ${count$1(repeats)} answers to each`}`),
		...tasks.flatMap(({ task, judges }) => judges === void 0 ? [] : [judging(task, judges)]),
		`  ${evaluations}: ${count$1(total.samples)} samples, about ${count$1(total.promptTokens)} tokens read, at most ${count$1(total.outputTokens)} written (${isCounted ? "prompts as they are asked, cut by the checkpoint’s own vocabulary" : "guessed by the bytes of prompts: no vocabulary is at hand before the engine is"})`,
		...durations(plan, machine.speeds).map((says) => `  ${says}`)
	];
}

// src/app/compare.ts
/** Two folders of results next to each other, without a judgement: they may be the same. */
async function compareResults(folders) {
	const { baseline, candidate } = inSharedUnits({
		baseline: await readToJudge(folders.baseline, "baseline"),
		candidate: await readToJudge(folders.candidate, "candidate")
	});
	const faults = [...baseline.faults, ...candidate.faults];
	if (faults.length > 0) throw new IssueList("data", faults);
	const comparisons = compareRuns(baseline.runs, candidate.runs, []);
	return {
		schemaVersion: 1,
		tasks: comparisons.flatMap(({ result }) => result ?? []),
		comparability: comparisons.flatMap(({ mismatches }) => mismatches)
	};
}

// src/report/worst-samples.ts
/** More of them are on the page, which can be searched. */
const MOST = 3;
/** Code points of a text. */
const LENGTH = 1e3;
/** What was asked, expected and said in the samples of a gate's task that lost most, a conversation turn by turn. */
function worstSamples({ task }, samples) {
	const worst = samples.filter((sample) => sample.task === task && sample.change === "worse").slice(0, MOST);
	return titled(ours("The samples that lost most"), worst.flatMap(sampleBlocks));
}
function sampleBlocks({ id, group, asked, baseline, candidate }) {
	const { question, turns = [], choices = [], reference } = asked ?? {};
	const sides = [
		...turns.map(({ role, text }) => [`${oneLine(role)} said`, text]),
		["Asked", question],
		...choices.map((choice, index) => [`Choice ${index + 1}`, choice]),
		["Expected", reference],
		...baseline.output === null && candidate.output === null ? [] : [["Baseline said", said(baseline)], ["Candidate said", said(candidate)]]
	].flatMap(([title, text]) => text === void 0 ? [] : [[title, verbatim(text, LENGTH)]]);
	const where = group === null ? [] : inline` in ${code(group)}`;
	return [paragraph(inline`${strong("Sample")} ${code(id)}${where}: score ${scored(baseline)} → ${scored(candidate)}`), {
		kind: "sides",
		sides
	}];
}
const scored = ({ score }) => score === null ? "none" : String(Number(score.toPrecision(4))).replace("-", "−");
const said = ({ output }) => output === null ? "(not stored)" : output.trim() === "" ? "(nothing)" : output;

// src/report/terminal.ts
const PLAIN = { color: false };
const NO_CONTEXT = {
	artifactUrl: null,
	runUrl: null,
	elapsedSeconds: null
};
const COLORS = {
	pass: 32,
	inconclusive: 33,
	regression: 31,
	invalid: 35
};
const CELL_LENGTH = 60;
/** The same report for a terminal or a log: headline, table, and what an undecided or invalid verdict needs. */
function renderTerminal(file, options) {
	return `${sectionsFor(file, {
		medium: "terminal",
		context: NO_CONTEXT,
		rung: EVERYTHING
	}).map((section) => sectionLines(section, options).join("\n")).join("\n\n")}\n`;
}
/** How one gate came to its verdict, and what was said in the samples that lost most, where they were kept. */
function renderExplanation(file, gate, samples = []) {
	const effect = gate.blocks ? "it blocks the merge" : "it does not block the merge";
	return `${[`${toPlain(code(gate.id))}: ${verdictLabel(gate.verdict)} (${gate.tier}; ${effect})`, ...blocksToLines([...gateBlocks(file, gate), ...worstSamples(gate, samples)])].join("\n")}\n`;
}
function sectionLines({ title, blocks }, options) {
	const lines = blocksToLines(blocks, options);
	return title === null ? lines : [title, ...lines];
}
const indented$1 = (lines) => lines.map((line) => `  ${line}`.trimEnd());
/** Blocks with a blank line between them; what follows a heading is indented below it. */
function blocksToLines(blocks, options = PLAIN) {
	let isBelow = false;
	return blocks.flatMap((block, index) => {
		const own = lines(block, options);
		const previous = blocks[index - 1]?.kind ?? "heading";
		const gap = previous === "heading" || previous === "headline" ? [] : [""];
		const shown = block.kind !== "heading" && isBelow ? indented$1(own) : own;
		if (block.kind === "heading") isBelow = true;
		return [...gap, ...shown];
	});
}
function lines(block, options) {
	const one = (line) => line.map((part) => painted(part, options)).join("");
	const items = (all) => all.flatMap(({ content, below }) => [`- ${one(content)}`, ...indented$1(below.map((line) => `- ${one(line)}`))]);
	switch (block.kind) {
		case "headline": {
			const { verdict, words, content } = block;
			return [painted({
				kind: "verdict",
				verdict,
				text: toPlain(inline`${ours(words.word)}: ${content}`)
			}, options)];
		}
		case "heading":
		case "paragraph": return [one(block.content)];
		case "list": return items(block.items);
		case "table": return tableLines(block, options);
		case "fields": return fieldLines(block.rows);
		case "code": return block.language === "sh" ? block.text.split("\n") : block.text.split("\n").map(fenceLine);
		case "sides": return block.sides.flatMap(([title, content]) => [`${title}:`, ...indented$1(lines(content, options))]);
		case "figure": return [
			...asciiFigure(block.scale),
			"",
			one(block.words)
		];
		case "chart": return [...asciiChart(block.chart), ...lines(block.table, options)];
		case "samples": return [];
		case "details": return [`${block.verdict === null ? "" : `${verdictLabel(block.verdict)} `}${one(block.summary)}`, ...indented$1(blocksToLines(block.children, options))];
	}
}
function painted(part, { color }) {
	const text = plainPart(part);
	return color && part.kind === "verdict" ? `\u001b[${COLORS[part.verdict]}m${text}\u001b[0m` : text;
}
function fieldLines(rows) {
	const named = rows.map(([name, value]) => [toPlain(name), toPlain(value)]);
	const width = Math.max(0, ...named.map(([name]) => name.length));
	return named.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd());
}
/** Columns aligned with spaces; the last one is not padded, since the symbols in it have no agreed width. */
function tableLines({ columns, rows }, options) {
	const widthOf = (cell) => Math.min(CELL_LENGTH, Array.from(toPlain(cell)).length);
	const cells = [columns.map(({ title }) => title), ...rows];
	const widths = columns.map((_, index) => Math.max(...cells.map((row) => widthOf(row[index] ?? []))));
	const padded = (cell, index) => {
		const plain = toPlain(cell);
		const cut = truncate(plain, CELL_LENGTH);
		const text = cut === plain ? cell.map((part) => painted(part, options)).join("") : cut;
		if (index === columns.length - 1) return text;
		const gap = " ".repeat((widths[index] ?? 0) - widthOf(cell));
		return columns[index]?.align === "right" ? gap + text : text + gap;
	};
	return cells.map((row) => row.map(padded).join("  ").trimEnd());
}

// src/report/comparison.ts
const COLUMNS$1 = [
	textColumn("Metric", ({ task, metric }) => code(`${task.task}/${metric.metric}`)),
	numberColumn("Baseline", ({ metric }) => sideValue(metric, "baseline")),
	numberColumn("Candidate", ({ metric }) => sideValue(metric, "candidate")),
	numberColumn("Delta (interval)", ({ metric }) => deltaOf(metric)),
	numberColumn("Pairs", ({ metric }) => pairsOf(metric)),
	numberColumn("Flips: worse, better", ({ metric }) => flipsOf$1(metric))
];
/** Of a sum with its standard error, which is all that tells how certain it is. */
function sideValue({ unit, evidence, ...sides }, side) {
	const own = sides[side];
	if (own === null) return NOT_AVAILABLE;
	const error = own.stderr === null ? "no error" : `± ${formatValue(own.stderr, unit)}`;
	return evidence === void 0 ? formatValue(own.value, unit) : inline`${formatValue(own.value, unit)} (${error})`;
}
function pairsOf({ evidence, baseline, candidate }) {
	if (evidence === void 0) return formatCount(baseline?.n ?? 0);
	const counts = [baseline, candidate].map((side) => side?.n == null ? "?" : formatCount(side.n));
	return `sums of ${[...new Set(counts)].join(" and ")}`;
}
function deltaOf({ delta, unit }) {
	if (delta === null) return NOT_AVAILABLE;
	const interval = formatInterval(delta, unit);
	const bracket = interval === null ? [] : inline` (${formatLevel(delta.level)}${isDescriptive(delta.method) ? inline`, of these samples alone` : []}: ${interval})`;
	return inline`${formatChange(delta.value, unit)}${bracket}`;
}
function flipsOf$1({ flips }) {
	return flips === null ? inline`` : inline`${formatCount(flips.regressed)}, ${formatCount(flips.improved)}`;
}
/** The comparison for a terminal: what makes it incomparable first, then one row a metric. */
function renderComparison({ tasks, comparability }) {
	const rows = tasks.flatMap((task) => task.metrics.map((metric) => ({
		task,
		metric
	})));
	const hard = comparability.filter(({ severity }) => severity === "hard");
	const soft = comparability.filter(({ severity }) => severity === "soft");
	const nothing = paragraph(ours("There is nothing to compare."));
	return [
		...hard.map((mismatch) => `NOT COMPARABLE: ${toPlain(mismatchSentence(mismatch))}`),
		...soft.map((mismatch) => `note: ${toPlain(mismatchSentence(mismatch))}`),
		...blocksToLines([...rows.length === 0 ? [nothing] : table("Metrics", COLUMNS$1, rows), paragraph(ours("Delta is candidate − baseline."))])
	].join("\n");
}

// src/cli/compare.ts
const HELP$16 = `
A is the baseline, B the candidate: every delta is B − A. Run directories, the folder of one side or task in them, or
results of another program (weighbridge import --help lists them).

Example:
  weighbridge compare out/base/baseline out/step-2000/candidate
`;
const addCompare = (program, { terminal }) => {
	program.command("compare").description("the same table without a judgement").argument("<A>", "results of the baseline").argument("<B>", "results of the candidate").addOption(followOption()).addOption(jsonOption("the comparison as JSON")).addHelpText("after", HELP$16).action(async (a, b, { json = false, follow }) => {
		const comparison = await compareResults({
			baseline: following(await resultsAt(a, terminal), follow),
			candidate: following(await resultsAt(b, terminal), follow)
		});
		terminal.print(json ? verdictJson(comparison) : renderComparison(comparison));
	});
};

// src/cli/evaluate.ts
const HELP$15 = `
Resumable: the same command goes on where an earlier one stopped. Ends with 3 when a task failed, with 0 when every sample
is stored, whatever the samples will mean.

Examples:
  weighbridge evaluate --role baseline --out out/base
  weighbridge evaluate --role candidate --shard 2/4      the second of four machines
  weighbridge evaluate --role candidate --out sweep --adapters lora/1 lora/2 lora/3
                                                         into sweep/1, sweep/2 and sweep/3, on one loaded base
  weighbridge evaluate --role candidate --shard 2/4 --round 1/3   its part of the first third of the order
`;
const addEvaluate = (program, { terminal, signal, exit }) => {
	const command = program.command("evaluate").description("evaluate one side only").addOption(configOption()).addOption(outOption()).addOption(fullOption()).addOption(new Option("--role <side>", "whose samples").choices([
		"baseline",
		"candidate",
		"anchor"
	]).makeOptionMandatory()).addOption(new Option("--shard <i/n>", "only the i-th of n parts").argParser(parseShard)).addOption(new Option("--round <i/n>", "of the candidate only the i-th of n rounds of its order; `gate` says whether another is needed").argParser(parseShard)).addOption(new Option("--adapters <paths...>", "several adapters in place of that of the candidate, each into a numbered folder of --out")).addHelpText("after", HELP$15);
	addOverrides(command).action(async (given) => {
		const { config, out, role, shard, round, adapters, ...flags } = given;
		const overrides = overridesFromFlags(flags);
		await withdrawVerdict(out);
		const loaded = await readConfigAndFetch(config, overrides, terminal);
		const options = {
			out,
			log: terminal,
			shard: shardOf(shard, round),
			signal,
			taskEnded: ({ state }) => {
				if (state === "failed") exit(EXIT_CODES.invalid);
			}
		};
		if (adapters === void 0) {
			await evaluateCheckpoints(loaded, {
				...options,
				sides: [role]
			});
			return;
		}
		if (role !== "candidate") throw new WeighbridgeError("usage", `flag --adapters: they are candidates, and no ${role}`, { fix: "write --role candidate" });
		const { directory } = loaded.config;
		await evaluateAdapters(loaded, adapters.map((path) => fromCommandLine(path, directory)), options);
	});
};
/** `2/4` is the second of four; counted from 1. */
function parseShard(text) {
	const match = /^(\d{1,4})\/(\d{1,4})$/.exec(text);
	const [index, count] = [Number(match?.[1]), Number(match?.[2])];
	if (match === null || index < 1 || index > count) throw new InvalidArgumentError("write i/n with 1 <= i <= n, such as 2/4");
	return {
		index,
		count
	};
}

// src/cli/explain.ts
const HELP$14 = `
Reads <dir>/verdict.json, and shown-samples.json for the samples that lost most. Ends with 0 whatever the verdict is.

Example:
  weighbridge explain facts/acc:max_drop --out weighbridge-out
`;
const addExplain = (program, { terminal }) => {
	program.command("explain").description("how one gate came to its verdict, and what would have changed it").argument("<gate>", "id of the gate, such as facts/acc:max_drop").addOption(outOption()).addHelpText("after", HELP$14).action(async (id, { out }) => {
		const verdict = await readVerdict(join(out, VERDICT_FILE));
		const gate = findGate(verdict, id);
		const shown = await readShownSamples(join(out, SHOWN_SAMPLES_FILE));
		terminal.print(renderExplanation(verdict, gate, shown?.samples));
	});
};
/** @throws WeighbridgeError `usage` with the ids that there are */
function findGate({ gates }, id) {
	const found = gates.find((gate) => gate.id === id);
	if (found !== void 0) return found;
	const ids = gates.map((gate) => toPlain(code(gate.id)));
	const near = nearest(id, ids);
	const list = ids.length === 0 ? "add a gate and judge again: this verdict has none" : `gates: ${ids.join(", ")}`;
	throw new WeighbridgeError("usage", `no gate is named ${JSON.stringify(id)}`, { fix: near === void 0 ? list : `did you mean ${near}? ${list}` });
}

// node_modules/csv-stringify/lib/utils/get.js
const charCodeOfDot = ".".charCodeAt(0);
const reEscapeChar = /\\(\\)?/g;
const rePropName = RegExp("[^.[\\]]+|\\[(?:([^\"'][^[]*)|([\"'])((?:(?!\\2)[^\\\\]|\\\\.)*?)\\2)\\]|(?=(?:\\.|\\[\\])(?:\\.|\\[\\]|$))", "g");
const reIsDeepProp = /\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/;
const reIsPlainProp = /^\w*$/;
const getTag = function(value) {
	return Object.prototype.toString.call(value);
};
const isSymbol = function(value) {
	const type = typeof value;
	return type === "symbol" || type === "object" && value && getTag(value) === "[object Symbol]";
};
const isKey = function(value, object) {
	if (Array.isArray(value)) return false;
	const type = typeof value;
	if (type === "number" || type === "symbol" || type === "boolean" || !value || isSymbol(value)) return true;
	return reIsPlainProp.test(value) || !reIsDeepProp.test(value) || object != null && value in Object(object);
};
const stringToPath = function(string) {
	const result = [];
	if (string.charCodeAt(0) === charCodeOfDot) result.push("");
	string.replace(rePropName, function(match, expression, quote, subString) {
		let key = match;
		if (quote) key = subString.replace(reEscapeChar, "$1");
		else if (expression) key = expression.trim();
		result.push(key);
	});
	return result;
};
const castPath = function(value, object) {
	if (Array.isArray(value)) return value;
	else return isKey(value, object) ? [value] : stringToPath(value);
};
const toKey = function(value) {
	if (typeof value === "string" || isSymbol(value)) return value;
	const result = `${value}`;
	return result == "0" && 1 / value == -Infinity ? "-0" : result;
};
const get = function(object, path) {
	path = castPath(path, object);
	let index = 0;
	const length = path.length;
	while (object != null && index < length) object = object[toKey(path[index++])];
	return index && index === length ? object : void 0;
};

// node_modules/csv-stringify/lib/utils/is_object.js
const is_object = function(obj) {
	return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

// node_modules/csv-stringify/lib/api/normalize_columns.js
const normalize_columns = function(columns) {
	if (columns === void 0 || columns === null) return [void 0, void 0];
	if (typeof columns !== "object") return [Error("Invalid option \"columns\": expect an array or an object")];
	if (!Array.isArray(columns)) {
		const newcolumns = [];
		for (const k in columns) newcolumns.push({
			key: k,
			header: columns[k]
		});
		columns = newcolumns;
	} else {
		const newcolumns = [];
		for (const column of columns) if (typeof column === "string") newcolumns.push({
			key: column,
			header: column
		});
		else if (typeof column === "object" && column !== null && !Array.isArray(column)) {
			if (!column.key) return [Error("Invalid column definition: property \"key\" is required")];
			if (column.header === void 0) column.header = column.key;
			newcolumns.push(column);
		} else return [Error("Invalid column definition: expect a string or an object")];
		columns = newcolumns;
	}
	return [void 0, columns];
};

// node_modules/csv-stringify/lib/api/CsvError.js
var CsvError = class CsvError extends Error {
	constructor(code, message, ...contexts) {
		if (Array.isArray(message)) message = message.join(" ");
		super(message);
		if (Error.captureStackTrace !== void 0) Error.captureStackTrace(this, CsvError);
		this.code = code;
		for (const context of contexts) for (const key in context) {
			const value = context[key];
			this[key] = Buffer.isBuffer(value) ? value.toString() : value == null ? value : JSON.parse(JSON.stringify(value));
		}
	}
};

// node_modules/csv-stringify/lib/utils/underscore.js
const underscore = function(str) {
	return str.replace(/([A-Z])/g, function(_, match) {
		return "_" + match.toLowerCase();
	});
};

// node_modules/csv-stringify/lib/api/normalize_options.js
const normalize_options = function(opts) {
	const options = {};
	for (const opt in opts) options[underscore(opt)] = opts[opt];
	if (options.bom === void 0 || options.bom === null || options.bom === false) options.bom = false;
	else if (options.bom !== true) return [new CsvError("CSV_OPTION_BOOLEAN_INVALID_TYPE", ["option `bom` is optional and must be a boolean value,", `got ${JSON.stringify(options.bom)}`])];
	if (options.delimiter === void 0 || options.delimiter === null) options.delimiter = ",";
	else if (Buffer.isBuffer(options.delimiter)) options.delimiter = options.delimiter.toString();
	else if (typeof options.delimiter !== "string") return [new CsvError("CSV_OPTION_DELIMITER_INVALID_TYPE", ["option `delimiter` must be a buffer or a string,", `got ${JSON.stringify(options.delimiter)}`])];
	if (options.quote === void 0 || options.quote === null) options.quote = "\"";
	else if (options.quote === true) options.quote = "\"";
	else if (options.quote === false) options.quote = "";
	else if (Buffer.isBuffer(options.quote)) options.quote = options.quote.toString();
	else if (typeof options.quote !== "string") return [new CsvError("CSV_OPTION_QUOTE_INVALID_TYPE", ["option `quote` must be a boolean, a buffer or a string,", `got ${JSON.stringify(options.quote)}`])];
	if (options.quoted === void 0 || options.quoted === null) options.quoted = false;
	if (options.escape_formulas === void 0 || options.escape_formulas === null) options.escape_formulas = false;
	else if (typeof options.escape_formulas !== "boolean") return [new CsvError("CSV_OPTION_ESCAPE_FORMULAS_INVALID_TYPE", ["option `escape_formulas` must be a boolean,", `got ${JSON.stringify(options.escape_formulas)}`])];
	if (options.quoted_empty === void 0 || options.quoted_empty === null) options.quoted_empty = void 0;
	if (options.quoted_match === void 0 || options.quoted_match === null || options.quoted_match === false) options.quoted_match = null;
	else if (!Array.isArray(options.quoted_match)) options.quoted_match = [options.quoted_match];
	if (options.quoted_match) for (const quoted_match of options.quoted_match) {
		const isString = typeof quoted_match === "string";
		const isRegExp = quoted_match instanceof RegExp;
		if (!isString && !isRegExp) return [new CsvError("CSV_OPTION_QUOTED_MATCH", ["option `quoted_match` must be a string or a regex,", `got ${JSON.stringify(options.quoted_match)}`])];
	}
	if (options.quoted_string === void 0 || options.quoted_string === null) options.quoted_string = false;
	if (options.eof === void 0 || options.eof === null) options.eof = true;
	if (options.escape === void 0 || options.escape === null) options.escape = "\"";
	else if (Buffer.isBuffer(options.escape)) options.escape = options.escape.toString();
	else if (typeof options.escape !== "string") return [Error(`Invalid Option: escape must be a buffer or a string, got ${JSON.stringify(options.escape)}`)];
	if (options.escape.length > 1) return [Error(`Invalid Option: escape must be one character, got ${options.escape.length} characters`)];
	if (options.header === void 0 || options.header === null || options.header === false) options.header = false;
	else if (options.header !== true) throw new CsvError("CSV_INVALID_OPTION_HEADER", ["option `header` is expected to be a boolean,", `got ${JSON.stringify(options.header)}`], options);
	if (options.header_as_comment === void 0 || options.header_as_comment === null || options.header_as_comment === false) options.header_as_comment = false;
	else if (options.header_as_comment === true) options.header_as_comment = "#";
	else if (Buffer.isBuffer(options.header_as_comment)) options.header_as_comment = options.header_as_comment.toString();
	else if (typeof options.header_as_comment !== "string") throw new CsvError("CSV_INVALID_OPTION_HEADER_AS_COMMENT", ["option `header_as_comment` must be a boolean, a string or a buffer,", `got ${JSON.stringify(options.header_as_comment)}`], options);
	const [errColumns, columns] = normalize_columns(options.columns);
	if (errColumns !== void 0) return [errColumns];
	options.columns = columns;
	if (options.quoted === void 0 || options.quoted === null) options.quoted = false;
	if (options.cast === void 0 || options.cast === null) options.cast = {};
	if (options.cast.bigint === void 0 || options.cast.bigint === null) options.cast.bigint = (value) => "" + value;
	if (options.cast.boolean === void 0 || options.cast.boolean === null) options.cast.boolean = (value) => value ? "1" : "";
	if (options.cast.date === void 0 || options.cast.date === null) options.cast.date = (value) => "" + value.getTime();
	if (options.cast.number === void 0 || options.cast.number === null) options.cast.number = (value) => "" + value;
	if (options.cast.object === void 0 || options.cast.object === null) options.cast.object = (value) => JSON.stringify(value);
	if (options.cast.string === void 0 || options.cast.string === null) options.cast.string = function(value) {
		return value;
	};
	if (options.on_record !== void 0 && typeof options.on_record !== "function") return [Error(`Invalid Option: "on_record" must be a function.`)];
	if (options.quote_record_delimiter === void 0 || options.quote_record_delimiter === null) options.quote_record_delimiter = !options.record_delimiter;
	else if (typeof options.quote_record_delimiter !== "boolean") return [new CsvError("CSV_OPTION_QUOTE_RECORD_DELIMITER_INVALID_TYPE", ["option `quote_record_delimiter` must be a boolean,", `got ${JSON.stringify(options.quote_record_delimiter)}`])];
	if (options.record_delimiter === void 0 || options.record_delimiter === null) options.record_delimiter = "\n";
	else if (Buffer.isBuffer(options.record_delimiter)) options.record_delimiter = options.record_delimiter.toString();
	else if (typeof options.record_delimiter !== "string") return [Error(`Invalid Option: record_delimiter must be a buffer or a string, got ${JSON.stringify(options.record_delimiter)}`)];
	switch (options.record_delimiter) {
		case "unix":
			options.record_delimiter = "\n";
			break;
		case "mac":
			options.record_delimiter = "\r";
			break;
		case "windows":
			options.record_delimiter = "\r\n";
			break;
		case "ascii":
			options.record_delimiter = "";
			break;
		case "unicode": options.record_delimiter = "\u2028";
	}
	return [void 0, options];
};

// node_modules/csv-stringify/lib/api/index.js
const bom_utf8 = Buffer.from([
	239,
	187,
	191
]);
const emits_separator = function(value, separators) {
	return separators.some((separator) => separator.length !== 0 && (value.indexOf(separator) !== -1 || separator.length > 1 && (value + separator).indexOf(separator) < value.length));
};
const matches_quoted_match = function(value, quoted_match) {
	if (!quoted_match) return false;
	return quoted_match.some((pattern) => typeof pattern === "string" ? value.indexOf(pattern) !== -1 : value.search(pattern) !== -1);
};
const stringifier = function(options, state, info) {
	return {
		options,
		state,
		info,
		__transform: function(chunk, push) {
			if (!Array.isArray(chunk) && typeof chunk !== "object") return Error(`Invalid Record: expect an array or an object, got ${JSON.stringify(chunk)}`);
			if (this.info.records === 0) {
				if (Array.isArray(chunk)) {
					if (this.options.header === true && this.options.columns === void 0) return Error("Undiscoverable Columns: header option requires column option or object records");
				} else if (this.options.columns === void 0) {
					const [err, columns] = normalize_columns(Object.keys(chunk));
					if (err) return;
					this.options.columns = columns;
				}
			}
			if (this.info.records === 0) {
				this.bom(push);
				const err = this.headers(push);
				if (err) return err;
			}
			try {
				if (this.options.on_record) this.options.on_record(chunk, this.info.records);
			} catch (err) {
				return err;
			}
			let err, chunk_string;
			if (this.options.eof) {
				[err, chunk_string] = this.stringify(chunk);
				if (err) return err;
				if (chunk_string === void 0) return;
				else chunk_string = chunk_string + this.options.record_delimiter;
			} else {
				[err, chunk_string] = this.stringify(chunk);
				if (err) return err;
				if (chunk_string === void 0) return;
				else if (this.options.header || this.info.records) chunk_string = this.options.record_delimiter + chunk_string;
			}
			this.info.records++;
			push(chunk_string);
		},
		stringify: function(chunk, chunkIsHeader = false) {
			if (typeof chunk !== "object") return [void 0, chunk];
			const { columns } = this.options;
			const record = [];
			if (Array.isArray(chunk)) {
				const length = columns ? Math.min(chunk.length, columns.length) : chunk.length;
				for (let i = 0; i < length; i++) {
					const field = chunk[i];
					const [err, value] = this.__cast(field, {
						index: i,
						column: i,
						records: this.info.records,
						header: chunkIsHeader
					});
					if (err) return [err];
					record[i] = [value, field];
				}
			} else for (let i = 0; i < columns.length; i++) {
				const field = get(chunk, columns[i].key);
				const [err, value] = this.__cast(field, {
					index: i,
					column: columns[i].key,
					records: this.info.records,
					header: chunkIsHeader
				});
				if (err) return [err];
				record[i] = [value, field];
			}
			let csvrecord = "";
			for (let i = 0; i < record.length; i++) {
				let options, err;
				let [value, field] = record[i];
				if (typeof value === "string") options = this.options;
				else if (is_object(value)) {
					options = { ...value };
					value = options.value;
					delete options.value;
					if (typeof value !== "string" && value !== void 0 && value !== null) {
						if (err) return [Error(`Invalid Casting Value: returned value must return a string, null or undefined, got ${JSON.stringify(value)}`)];
					}
					options = {
						...this.options,
						...options
					};
					[err, options] = normalize_options(options);
					if (err !== void 0) return [err];
				} else if (value === void 0 || value === null) options = this.options;
				else return [Error(`Invalid Casting Value: returned value must return a string, an object, null or undefined, got ${JSON.stringify(value)}`)];
				const { delimiter, escape, quote, quoted, quoted_empty, quoted_string, quoted_match, record_delimiter, quote_record_delimiter, escape_formulas } = options;
				if ("" === value && "" === field) {
					if ((matches_quoted_match(value, quoted_match) || true === quoted_empty || true === quoted_string && false !== quoted_empty) === true) value = quote + value + quote;
					csvrecord += value;
				} else if (value) {
					if (typeof value !== "string") return [Error(`Formatter must return a string, null or undefined, got ${JSON.stringify(value)}`)];
					const containsdelimiter = emits_separator(value, [delimiter]);
					const containsQuote = quote !== "" && value.indexOf(quote) >= 0;
					const containsEscape = value.indexOf(escape) >= 0 && escape !== quote;
					const containsRecordDelimiter = emits_separator(value, [record_delimiter, ...quote_record_delimiter === false ? [] : ["\n", "\r"]]);
					const quotedString = quoted_string && typeof field === "string";
					const quotedMatch = matches_quoted_match(value, quoted_match);
					if (escape_formulas) switch (value[0]) {
						case "-":
							if (typeof field === "number" || typeof field === "bigint") break;
							value = `'${value}`;
							break;
						case "=":
						case "+":
						case "@":
						case "	":
						case "\r":
						case "＝":
						case "＋":
						case "－":
						case "＠": value = `'${value}`;
					}
					const shouldQuote = containsQuote === true || containsdelimiter || containsRecordDelimiter || quoted || quotedString || quotedMatch;
					if (shouldQuote === true && containsEscape === true) value = value.replaceAll(escape, () => escape + escape);
					if (containsQuote === true) value = value.replaceAll(quote, () => escape + quote);
					if (shouldQuote === true) value = quote + value + quote;
					csvrecord += value;
				} else if (quoted_empty === true || field === "" && quoted_string === true && quoted_empty !== false) csvrecord += quote + quote;
				if (i !== record.length - 1) csvrecord += delimiter;
			}
			return [void 0, csvrecord];
		},
		bom: function(push) {
			if (this.options.bom !== true) return;
			push(bom_utf8);
		},
		headers: function(push) {
			if (this.options.header === false) return;
			if (this.options.columns === void 0) return;
			let err;
			let headers = this.options.columns.map((column) => column.header);
			if (this.options.eof) {
				[err, headers] = this.stringify(headers, true);
				headers += this.options.record_delimiter;
			} else [err, headers] = this.stringify(headers, true);
			if (err) return err;
			if (this.options.header_as_comment) headers = this.options.header_as_comment + " " + headers;
			push(headers);
		},
		__cast: function(value, context) {
			const type = typeof value;
			try {
				if (type === "string") return [void 0, this.options.cast.string(value, context)];
				else if (type === "bigint") return [void 0, this.options.cast.bigint(value, context)];
				else if (type === "number") return [void 0, this.options.cast.number(value, context)];
				else if (type === "boolean") return [void 0, this.options.cast.boolean(value, context)];
				else if (value instanceof Date) return [void 0, this.options.cast.date(value, context)];
				else if (type === "object" && value !== null) return [void 0, this.options.cast.object(value, context)];
				else if (value === null && this.options.cast.null !== void 0) return [void 0, this.options.cast.null(value, context)];
				else if (value === void 0 && this.options.cast.undefined !== void 0) return [void 0, this.options.cast.undefined(value, context)];
				else return [void 0, value];
			} catch (err) {
				return [err];
			}
		}
	};
};

// node_modules/csv-stringify/lib/sync.js
const stringify$3 = function(records, opts = {}) {
	const data = [];
	const [err, options] = normalize_options(opts);
	if (err !== void 0) throw err;
	const api = stringifier(options, { stop: false }, { records: 0 });
	for (const record of records) {
		const err = api.__transform(record, function(record) {
			data.push(record);
		});
		if (err !== void 0) throw err;
	}
	if (data.length === 0) {
		api.bom((d) => {
			data.push(d);
		});
		const err = api.headers((headers) => {
			data.push(headers);
		});
		if (err !== void 0) throw err;
	}
	return data.join("");
};

// src/report/exports/csv.ts
/** What a spreadsheet would take for a formula begins with an apostrophe. */
const safe = (text) => /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
const number = (value) => value == null ? "" : String(value);
const COLUMNS = [
	["gate", ({ id }) => safe(id)],
	["task", ({ task }) => safe(task)],
	["metric", ({ metric }) => safe(metric)],
	["rule", ({ rule }) => rule],
	["limit", ({ limit }) => safe(limit)],
	["tier", ({ tier }) => tier],
	["verdict", ({ verdict }) => verdict],
	["blocks", ({ blocks }) => String(blocks)],
	["pairs", ({ pairs }) => String(pairs)],
	["unit", ({ unit }) => unit],
	["baseline", ({ baseline }) => number(baseline?.value)],
	["candidate", ({ candidate }) => number(candidate?.value)],
	["delta", ({ delta }) => number(delta?.value)],
	["delta_low", ({ delta }) => number(delta?.low)],
	["delta_high", ({ delta }) => number(delta?.high)],
	["level", ({ delta }) => number(delta?.level)]
];
const csvExport = {
	summary: "CSV: a line a gate, for a spreadsheet",
	file: "gates.csv",
	render: ({ gates }) => stringify$3([COLUMNS.map(([name]) => name), ...gates.map((gate) => COLUMNS.map(([, cell]) => cell(gate)))])
};

// src/report/exports/measured.ts
/** All that the candidate came to; what has no value is not there. */
const measuredMetrics = ({ tasks }) => tasks.flatMap((task) => task.metrics.flatMap((metric) => metric.candidate === null ? [] : [{
	task,
	metric,
	value: metric.candidate.value
}]));
/** The name of a checkpoint, as a model card calls it: without folders and ending. */
const cardName = ({ candidate }) => candidate?.source.split(/[\\/]/).at(-1)?.replace(/\.gguf$/, "") ?? "candidate";

// src/report/exports/eval-results.ts
/** `.eval_results/*.yaml` of a model repository; what its readers cannot show, n and interval, stands in the notes. */
const evalResultsExport = {
	summary: "Hugging Face .eval_results: a list for the model repository",
	file: "eval_results.yaml",
	render: (file) => (0, import_dist.stringify)(measuredMetrics(file).map((measured) => ({
		dataset: {
			id: measured.task.task,
			task_id: measured.metric.metric
		},
		value: measured.value,
		notes: notesOf(measured)
	})))
};
function notesOf({ metric: { unit, candidate, delta }, task }) {
	const stderr = candidate?.stderr ?? null;
	return [
		`${formatCount(candidate?.n ?? task.pairs)} samples`,
		...stderr === null ? [] : [`standard error ${formatSize(stderr, unit)}`],
		...delta === null ? [] : [`${formatChange(delta.value, unit)} against its baseline`],
		"measured by weighbridge"
	].join("; ");
}

// node_modules/xast-util-to-xml/lib/util-escape.js
const noncharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;
/**
* Escape a string.
*
* @param {string} value
*   Raw string.
* @param {Array<string>} subset
*   Characters to escape.
* @param {RegExp | null | undefined} [unsafe]
*   Regex to scope `subset` to (optional).
* @returns {string}
*   Escaped string.
*/
function escape(value, subset, unsafe) {
	const result = clean(value);
	return unsafe ? result.replace(unsafe, encode) : encode(result);
	/**
	* Actually escape characters.
	*
	* @param {string} value
	*   Raw value.
	* @returns {string}
	*   Copy of `value`, escaped.
	*/
	function encode(value) {
		return stringifyEntitiesLight(value, { subset });
	}
}
/**
* Remove non-characters.
*
* @param {string} value
*   Raw value.
* @returns {string}
*   Copy of `value` with non-characters removed.
*/
function clean(value) {
	return String(value || "").replace(noncharacter, "");
}

// node_modules/xast-util-to-xml/lib/cdata.js
/**
* @typedef {import('xast').Cdata} Cdata
*/
const unsafe$1 = /]]>/g;
const subset$3 = [">"];
/**
* Serialize a CDATA section.
*
* @param {Cdata} node
*   xast cdata node.
* @returns {string}
*   Serialized XML.
*/
function cdata(node) {
	return "<![CDATA[" + escape(node.value, subset$3, unsafe$1) + "]]>";
}

// node_modules/xast-util-to-xml/lib/comment.js
/**
* @typedef {import('xast').Comment} Comment
*/
/**
* Serialize a comment.
*
* @param {Comment} node
*   xast comment node.
* @returns {string}
*   Serialized XML.
*/
function comment(node) {
	return "<!--" + escape(node.value, ["-"]) + "-->";
}

// node_modules/xast-util-to-xml/lib/name.js
const subset$2 = [
	"	",
	"\n",
	" ",
	"\"",
	"&",
	"'",
	"/",
	"<",
	"=",
	">"
];
/**
* Encode a node name.
*
* @param {string} value
*   Raw name.
* @returns {string}
*   Escaped name.
*/
function name(value) {
	return escape(value, subset$2);
}

// node_modules/xast-util-to-xml/lib/value.js
/**
* @typedef {import('./index.js').State} State
*/
/**
* Serialize an attribute value.
*
* @param {string} value
*   Raw attribute value.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized attribute value.
*/
function value(value, state) {
	const result = String(value);
	let quote = state.options.quote || "\"";
	if (state.options.quoteSmart) {
		const other = quote === "\"" ? "'" : "\"";
		if (ccount(result, quote) > ccount(result, other)) quote = other;
	}
	return quote + escape(result, [
		"<",
		"&",
		quote
	]) + quote;
}

// node_modules/xast-util-to-xml/lib/doctype.js
/**
* @typedef {import('xast').Doctype} Doctype
* @typedef {import('./index.js').State} State
*/
/**
* Serialize a doctype.
*
* @param {Doctype} node
*   xast doctype node.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized XML.
*/
function doctype(node, state) {
	const nodeName = name(node.name);
	const pub = node.public;
	const sys = node.system;
	let result = "<!DOCTYPE";
	if (nodeName !== "") result += " " + nodeName;
	if (pub) result += " PUBLIC " + value(pub, state);
	else if (sys) result += " SYSTEM";
	if (sys) result += " " + value(sys, state);
	return result + ">";
}

// node_modules/xast-util-to-xml/lib/element.js
/**
* @typedef {import('xast').Element} Element
* @typedef {import('./index.js').State} State
*/
const own$1 = {}.hasOwnProperty;
/**
* Serialize an element.
*
* @param {Element} node
*   xast element node.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized XML.
*/
function element(node, state) {
	const nodeName = name(node.name);
	const content = all(node, state);
	const attributes = node.attributes || {};
	const close = content ? false : state.options.closeEmptyElements;
	/** @type {Array<string>} */
	const attrs = [];
	/** @type {string} */
	let key;
	for (key in attributes) if (own$1.call(attributes, key)) {
		const result = attributes[key];
		if (result !== null && result !== void 0) attrs.push(name(key) + "=" + value(result, state));
	}
	return "<" + nodeName + (attrs.length === 0 ? "" : " " + attrs.join(" ")) + (close ? (state.options.tightClose ? "" : " ") + "/" : "") + ">" + content + (close ? "" : "</" + nodeName + ">");
}

// node_modules/xast-util-to-xml/lib/instruction.js
/**
* @typedef {import('xast').Instruction} Instruction
*/
const unsafe = /\?>/g;
const subset$1 = [">"];
/**
* Serialize an instruction.
*
* @param {Instruction} node
*   xast instruction node.
* @returns {string}
*   Serialized XML.
*/
function instruction(node) {
	const nodeName = name(node.name) || "x";
	const result = escape(node.value, subset$1, unsafe);
	return "<?" + nodeName + (result ? " " + result : "") + "?>";
}

// node_modules/xast-util-to-xml/lib/text.js
/**
* @typedef {import('xast').Text} Text
* @typedef {import('../index.js').Raw} Raw
*/
const subset = ["&", "<"];
/**
* Serialize a text.
*
* @param {Raw | Text} node
*   xast text node (or raw).
* @returns {string}
*   Serialized XML.
*/
function text$1(node) {
	return escape(node.value, subset);
}

// node_modules/xast-util-to-xml/lib/raw.js
/**
* @typedef {import('../index.js').Raw} Raw
* @typedef {import('./index.js').State} State
*/
/**
* Serialize a (non-standard) raw.
*
* @param {Raw} node
*   xast raw node.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized XML.
*/
function raw(node, state) {
	return state.options.allowDangerousXml ? node.value : text$1(node);
}

// node_modules/xast-util-to-xml/lib/one.js
/**
* @typedef {import('xast').Nodes} Nodes
* @typedef {import('xast').Parents} Parents
* @typedef {import('xast').RootContent} RootContent
* @typedef {import('./index.js').State} State
*/
const own = {}.hasOwnProperty;
const handlers = {
	cdata,
	comment,
	doctype,
	element,
	instruction,
	raw,
	root: all,
	text: text$1
};
/**
* Serialize a node.
*
* @param {Nodes} node
*   xast node.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized XML.
*/
function one$1(node, state) {
	const type = node && node.type;
	if (!type) throw new Error("Expected node, not `" + node + "`");
	if (!own.call(handlers, type)) throw new Error("Cannot compile unknown node `" + type + "`");
	const handle = handlers[type];
	return handle(node, state);
}
/**
* Serialize all children of `parent`.
*
* @param {Parents} parent
*   xast parent node.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized XML.
*/
function all(parent, state) {
	/** @type {Array<RootContent>} */
	const children = parent && parent.children || [];
	let index = -1;
	/** @type {Array<string>} */
	const results = [];
	while (++index < children.length) results[index] = one$1(children[index], state);
	return results.join("");
}

// node_modules/xast-util-to-xml/lib/index.js
/**
* @typedef {import('xast').Literal} Literal
* @typedef {import('xast').Nodes} Nodes
*/
/**
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [allowDangerousXml=false]
*   Allow `raw` nodes and insert them as raw XML (default: `false`).
*
*   When `false`, `Raw` nodes are encoded.
*
*   > ⚠️ **Danger**: only set this if you completely trust the content.
* @property {boolean | null | undefined} [closeEmptyElements=false]
*   Close elements without any content with slash (`/`) on the opening tag
*   instead of an end tag: `<circle />` instead of `<circle></circle>`
*   (default: `false`).
*
*   See `tightClose` to control whether a space is used before the slash.
* @property {Quote | null | undefined} [quote='"']
*   Preferred quote to use (default: `'"'`).
* @property {boolean | null | undefined} [quoteSmart=false]
*   Use the other quote if that results in less bytes (default: `false`).
* @property {boolean | null | undefined} [tightClose=false]
*   Do not use an extra space when closing self-closing elements: `<circle/>`
*   instead of `<circle />` (default: `false`).
*
*   > 👉 **Note**: only used if `closeEmptyElements: true`.
*
* @typedef {'"' | "'"} Quote
*   XML quotes for attribute values.
*
* @typedef State
*   Info passed around about the current state.
* @property {Options} options
*   Configuration.
*/
/**
* Serialize a xast tree to XML.
*
* @param {Array<Nodes> | Nodes} tree
*   xast node(s) to serialize.
* @param {Options | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Serialized XML.
*/
function toXml(tree, options) {
	/** @type {State} */
	const state = { options: options || {} };
	if (typeof state.options.quote === "string" && state.options.quote !== "\"" && state.options.quote !== "'") throw new Error("Invalid quote `" + state.options.quote + "`, expected `'` or `\"`");
	return one$1(Array.isArray(tree) ? {
		type: "root",
		children: tree
	} : tree, state);
}

// node_modules/xastscript/lib/index.js
/**
* @typedef {import('xast').Element} Element
* @typedef {import('xast').Nodes} Nodes
* @typedef {import('xast').Root} Root
*/
/**
* @typedef {Element | Root} Result
*   Result from a `x` call.
*
* @typedef {boolean | number | string | null | undefined} Value
*   Attribute value
*
* @typedef {{[attribute: string]: Value}} Attributes
*   Acceptable value for element properties.
*
* @typedef {boolean | number | string | null | undefined} PrimitiveChild
*   Primitive children, either ignored (nullish), or turned into text nodes.
* @typedef {Array<Nodes | PrimitiveChild>} ArrayChild
*   List of children.
* @typedef {Nodes | PrimitiveChild | ArrayChild} Child
*   Acceptable child value.
*/
/**
* @typedef {import('./jsx-classic.js').Element} x.JSX.Element
* @typedef {import('./jsx-classic.js').IntrinsicAttributes} x.JSX.IntrinsicAttributes
* @typedef {import('./jsx-classic.js').IntrinsicElements} x.JSX.IntrinsicElements
* @typedef {import('./jsx-classic.js').ElementChildrenAttribute} x.JSX.ElementChildrenAttribute
*/
/**
* Create XML trees in xast.
*
* @param name
*   Qualified name.
*
*   Case sensitive and can contain a namespace prefix (such as `rdf:RDF`).
*   When string, an `Element` is built.
*   When nullish, a `Root` is built instead.
* @param attributes
*   Attributes of the element or first child.
* @param children
*   Children of the node.
* @returns
*   `Element` or `Root`.
*/
const x = (
/**
* @param {string | null | undefined} [name]
* @param {Attributes | Child | null | undefined} [attributes]
* @param {Array<Child>} children
* @returns {Result}
*/
function(name, attributes, ...children) {
	let index = -1;
	/** @type {Result} */
	let node;
	if (name === void 0 || name === null) {
		node = {
			type: "root",
			children: []
		};
		children.unshift(attributes);
	} else if (typeof name === "string") {
		node = {
			type: "element",
			name,
			attributes: {},
			children: []
		};
		if (isAttributes(attributes)) {
			/** @type {string} */
			let key;
			for (key in attributes) if (attributes[key] !== void 0 && attributes[key] !== null && (typeof attributes[key] !== "number" || !Number.isNaN(attributes[key]))) node.attributes[key] = String(attributes[key]);
		} else children.unshift(attributes);
	} else throw new TypeError("Expected element name, got `" + name + "`");
	while (++index < children.length) addChild(node.children, children[index]);
	return node;
});
/**
* Add children.
*
* @param {Array<Child>} nodes
*   List of nodes.
* @param {Child} value
*   Child.
* @returns {undefined}
*   Nothing.
*/
function addChild(nodes, value) {
	let index = -1;
	if (value === void 0 || value === null) {} else if (typeof value === "string" || typeof value === "number") nodes.push({
		type: "text",
		value: String(value)
	});
	else if (Array.isArray(value)) while (++index < value.length) addChild(nodes, value[index]);
	else if (typeof value === "object" && "type" in value) {
		if (value.type === "root") addChild(nodes, value.children);
		else nodes.push(value);
	} else throw new TypeError("Expected node, nodes, string, got `" + value + "`");
}
/**
* Check if `value` is `Attributes`.
*
* @param {Attributes | Child} value
*   Value.
* @returns {value is Attributes}
*   Whether `value` is `Attributes`.
*/
function isAttributes(value) {
	if (value === null || value === void 0 || typeof value !== "object" || Array.isArray(value)) return false;
	return true;
}

// src/report/exports/junit.ts
/** A suite a task, a case a gate: a gate that blocks is a failure, one that says nothing an error. */
const junitExport = {
	summary: "JUnit XML: a case a gate, for the test view of a CI",
	file: "junit.xml",
	render: (file) => {
		const suites = [...new Set(file.gates.map(({ task }) => task))].map((task) => suite(task, file.gates.filter((gate) => gate.task === task)));
		const faults = file.verdict === "invalid" && !file.gates.some(isError) ? [wholeFault(file)] : [];
		return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(x("testsuites", { name: "weighbridge" }, [...faults, ...suites]))}\n`;
	}
};
const isError = ({ verdict }) => verdict === "invalid";
const isFailure = ({ verdict, blocks }) => blocks && verdict !== "invalid";
const isSkipped = (gate) => isNotNeeded(gate) && !gate.blocks;
function suite(task, gates) {
	const count = (of) => String(gates.filter(of).length);
	const counts = {
		tests: String(gates.length),
		failures: count(isFailure),
		errors: count(isError)
	};
	return x("testsuite", {
		name: text(task),
		...counts,
		skipped: count(isSkipped)
	}, gates.map(testCase));
}
function testCase(gate) {
	const says = text(`${toPlain(gateSentence(gate))}. ${gate.reasons.join(" ")}`);
	const message = verdictLabel(gate.verdict);
	const outcome = isError(gate) ? [x("error", {
		message,
		type: gate.verdict
	}, says)] : isFailure(gate) ? [x("failure", {
		message,
		type: gate.verdict
	}, says)] : isSkipped(gate) ? [x("skipped", { message: "not needed" })] : [];
	return x("testcase", {
		name: text(gate.id),
		classname: text(gate.task)
	}, [...outcome, ...outcome.length === 0 ? [x("system-out", says)] : []]);
}
/** An invalid verdict that no gate tells of must not look like a suite that passed. */
const wholeFault = ({ reasons, summary }) => x("testsuite", {
	name: "weighbridge",
	tests: "1",
	failures: "0",
	errors: "1",
	skipped: "0"
}, [x("testcase", {
	name: "verdict",
	classname: "weighbridge"
}, [x("error", {
	message: "invalid",
	type: "invalid"
}, text([summary, ...reasons].join("\n")))])]);
/** XML 1.0 takes no control character, not even as an entity, and no half of a pair of surrogates. */
const text = (value) => value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "�");

// src/report/exports/markdown.ts
const markdownExport = {
	summary: "Markdown: the comment as it stands on a pull request",
	file: "verdict.md",
	render: (file) => renderMarkdown(file, {
		artifactUrl: null,
		runUrl: null,
		elapsedSeconds: null
	}, COMMENT_BYTES).markdown
};

// src/report/exports/model-card.ts
/** Settings without which a number means nothing to whoever reads a card. */
const CONDITIONS = [
	"few_shot",
	"chat_template",
	"generation",
	"limit",
	"engine",
	"harness",
	"dtype"
];
/** A section of a model card: what was measured, on how many samples, how sure, against what. */
const modelCardExport = {
	summary: "Markdown section for a model card: values with samples and intervals, and the conditions",
	file: "model-card.md",
	render: (file) => `${blocksToMarkdown([
		heading(ours("Evaluation")),
		paragraph(inline`${code(file.candidate?.source ?? "the candidate")} against ${code(file.baseline?.source ?? "its baseline")}, judged ${ours(verdictLabel(file.verdict))} by weighbridge ${file.provenance.weighbridge}. Intervals are of 90 %; a change is candidate − baseline.`),
		...table("Evaluation", [
			textColumn("Task", ({ task }) => code(task.task)),
			textColumn("Metric", ({ metric }) => code(metric.metric)),
			numberColumn("Samples", ({ task, metric }) => formatCount(metric.candidate?.n ?? task.pairs)),
			numberColumn("Value", ({ metric, value }) => ours(valueWithError(metric, value))),
			numberColumn("Change from the baseline", ({ metric: { delta, unit } }) => delta === null ? "unknown" : `${formatChange(delta.value, unit)} (${formatInterval(delta, unit) ?? "no interval"})`)
		], measuredMetrics(file)),
		...list(conditionsOf(file))
	])}\n`
};
function valueWithError({ unit, candidate }, value) {
	const stderr = candidate?.stderr ?? null;
	const shown = formatValue(value, unit);
	return stderr === null ? shown : `${shown} ± ${formatSize(stderr, unit)}`;
}
function conditionsOf({ candidate, baseline, provenance }) {
	const models = [...candidate === null ? [] : [inline`Checkpoint: ${code(formatDigest(candidate.digest))}`], ...baseline === null ? [] : [inline`Baseline: ${code(formatDigest(baseline.digest))}`]];
	const tasks = Object.entries(provenance.fingerprints).map(([task, { candidate: of }]) => {
		const said = CONDITIONS.flatMap((name) => of?.[name] == null ? [] : [`${name.replace("_", " ")} ${String(of[name])}`]);
		return inline`${code(task)}: ${code(said.join(", "))}`;
	});
	return [...models, ...tasks];
}

// src/report/exports/model-index.ts
/** `model-index` of a model card's front matter. Values are as they were measured: a rate lies between 0 and 1. */
const modelIndexExport = {
	summary: "Hugging Face model-index: the front matter of a model card",
	file: "model-index.yaml",
	render: (file) => (0, import_dist.stringify)({ "model-index": [{
		name: cardName(file),
		results: measuredMetrics(file).map(({ task, metric, value }) => ({
			task: { type: "text-generation" },
			dataset: {
				type: task.task,
				name: task.task
			},
			metrics: [{
				type: metric.metric,
				value,
				name: metric.metric,
				verified: false
			}]
		}))
	}] })
};

// src/report/exports/sarif.ts
/** SARIF 2.1.0: what does not hold, at the line of the config that set its limit. */
const sarifExport = {
	summary: "SARIF 2.1.0: gates that do not hold, at the lines of their limits, for code scanning",
	file: "weighbridge.sarif",
	render: (file) => {
		const found = file.gates.filter(({ verdict }) => verdict !== "pass");
		const rules = [...new Set(found.map(({ rule }) => rule))];
		const driver = {
			name: "weighbridge",
			version: file.provenance.weighbridge,
			rules: [...rules.map((id) => ({
				id,
				shortDescription: { text: `A gate of the rule ${id} does not hold` }
			})), {
				id: "verdict",
				shortDescription: { text: "The verdict as a whole" }
			}]
		};
		const whole = file.verdict === "pass" || found.length > 0 ? [] : [{
			ruleId: "verdict",
			level: "error",
			message: { text: [file.summary, ...file.reasons].join("\n") }
		}];
		return verdictJson({
			$schema: "https://json.schemastore.org/sarif-2.1.0.json",
			version: "2.1.0",
			runs: [{
				tool: { driver },
				results: [...whole, ...found.map((gate) => result(gate, file))]
			}]
		});
	}
};
function result(gate, { policy }) {
	const source = policy.limits[gate.id]?.source;
	const text = [`${toPlain(gateSentence(gate))}.`, ...gate.reasons].join(" ");
	return {
		ruleId: gate.rule,
		level: gate.blocks ? "error" : gate.verdict === "regression" ? "warning" : "note",
		message: { text },
		partialFingerprints: { gate: gate.id },
		...source?.kind !== "file" ? {} : { locations: [{ physicalLocation: {
			artifactLocation: { uri: uriOf(source.file) },
			region: { startLine: source.line }
		} }] }
	};
}
/** Relative, with what an address may not have written as `%20`. */
const uriOf = (path) => path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/").replace(/^\/+/, "");

// src/report/exports/registry.ts
/** In the order in which they are listed: one file and one row add another. */
const VERDICT_EXPORTS = {
	junit: junitExport,
	sarif: sarifExport,
	markdown: markdownExport,
	csv: csvExport,
	"model-index": modelIndexExport,
	"eval-results": evalResultsExport,
	"model-card": modelCardExport
};

// src/cli/export.ts
const NAMES = [...EXPORTERS.keys(), ...Object.keys(VERDICT_EXPORTS)];
const WIDTH = Math.max(...NAMES.map(({ length }) => length));
const listed = (formats) => [...formats].map(([name, { summary }]) => `  ${name.padEnd(WIDTH)}  ${summary}`).join("\n");
const HELP$13 = `
DIR is a run directory, or results of another program, which are taken for the candidate's. The runs of each side go to
a folder of their own in the output folder; \`weighbridge compare\` reads them there.

Formats of runs:
${listed(EXPORTERS)}

Formats of a verdict, of the verdict.json in DIR:
${listed(Object.entries(VERDICT_EXPORTS))}

Examples:
  weighbridge export weighbridge-out --out shared --format every-eval-ever
  weighbridge export weighbridge-out --out reports --format junit
`;
const addExport = (program, { terminal }) => {
	program.command("export").description("runs, or a verdict, in a form that other programs read").argument("<DIR>", "run directory, or results of another program").requiredOption("-o, --out <dir>", "where the files go").addOption(new Option("--format <name>", "which form").choices(NAMES).makeOptionMandatory()).addHelpText("after", HELP$13).action(async (path, { out, format }) => {
		const ofVerdict = VERDICT_EXPORTS[format];
		if (ofVerdict !== void 0) {
			const file = join(resolve(out), ofVerdict.file);
			const text = ofVerdict.render(await readVerdict(join(path, VERDICT_FILE)));
			await onDisk(out, async () => {
				await makeDirectory(out);
				await writeAtomically(file, text);
			});
			terminal.info(`${format}: ${file}`);
			return;
		}
		for (const side of await sidesIn(path)) {
			const { runs, faults } = await readSideResults(path, side);
			const incomplete = runs.flatMap((run) => incompleteness(run.folder, run.incomplete));
			if (faults.length + incomplete.length > 0) throw new IssueList("data", [...faults, ...incomplete]);
			for (const run of runs) {
				const files = await exporterOf(format).write(run, join(resolve(out), side));
				terminal.info(`${side} ${run.record.task}: ${files.join(", ")}`);
			}
		}
	});
};
/** @throws WeighbridgeError `data` when there is nothing to export */
async function sidesIn(path) {
	const held = [];
	for (const side of GATED_SIDES) {
		const folder = join(path, side);
		if (existsSync(folder) && await holdsRuns(folder, side)) held.push(side);
	}
	if (held.length > 0) return held;
	if (await holdsRuns(path, "candidate") || await findFormat(path) !== null) return ["candidate"];
	throw new WeighbridgeError("data", "there are no runs here", {
		at: { file: path },
		fix: "name a folder in which `weighbridge run` or `evaluate` left them"
	});
}
const incompleteness = (file, why) => why === null ? [] : [new WeighbridgeError("data", `not a whole run: ${why}`, {
	at: { file },
	fix: "evaluate it to its end first: the same command goes on where it stopped"
})];

// src/app/candidates.ts
const CANDIDATES_FILE = "candidates.json";
/**
* Judges several candidates against one baseline, each by itself, and as one of so many. Whoever takes the best of k gets the
* luckiest of k (the winner's curse): at α/k the errors of all of them together stay within α, and so do the intervals, however
* the best is chosen and however the candidates hang together (Bonferroni; Dunn 1961, "Multiple comparisons among means").
*
* @throws WeighbridgeError `usage` when fewer than two are named, or one twice
*/
async function judgeCandidates(request) {
	const { candidates, baseline, overrides, out, rankBy } = request;
	refuse(candidates);
	await onDisk(out, async () => rm(join(out, CANDIDATES_FILE), { force: true }));
	for (const index of candidates.keys()) await withdrawVerdict(folderOf(out, index));
	const judged = [];
	for (const [index, candidate] of candidates.entries()) {
		const one = {
			...request,
			out: folderOf(out, index),
			folders: {
				baseline,
				candidate
			}
		};
		const { verdict: own, samples } = await decideResults(one);
		await writeVerdict(one.out, own, samples());
		const shared = {
			...one,
			overrides: {
				...overrides,
				candidates: candidates.length
			}
		};
		judged.push({
			own,
			among: (await decideResults(shared)).verdict
		});
	}
	const rankedBy = rankingGate(judged.map(({ among }) => among), rankBy);
	const results = candidates.map((candidate, index) => {
		const { own, among } = judged[index] ?? {};
		if (own === void 0 || among === void 0) throw new Error("a candidate without a verdict");
		const gate = among.gates.find(({ id }) => id === rankedBy);
		const change = gate === void 0 ? null : changeOf(gate);
		return {
			candidate,
			folder: folderOf(out, index),
			summary: own.summary,
			verdict: own.verdict,
			blocked: own.blocked,
			among: {
				verdict: among.verdict,
				blocked: among.blocked
			},
			change: gate === void 0 || change === null ? null : {
				...change,
				unit: gate.unit
			}
		};
	});
	const best = bestOf(results, judged.map(({ among }) => among.gates.find(({ id }) => id === rankedBy)));
	const answer = {
		schemaVersion: 1,
		baseline,
		rankedBy,
		selected: best?.candidate ?? null,
		proven: best !== null && isProven(best.verdict) && isProven(best.among.verdict),
		exitCode: best === null ? exitCodeOfBlocked(results) : EXIT_CODES.notBlocked,
		candidates: results
	};
	await onDisk(out, async () => {
		await makeDirectory(out);
		await writeAtomically(join(out, CANDIDATES_FILE), verdictJson(answer));
	});
	return answer;
}
/** By number, since two candidates may end in one name. */
const folderOf = (out, index) => join(out, String(index + 1));
function refuse(candidates) {
	const twice = candidates.find((candidate, index) => candidates.indexOf(candidate) !== index);
	if (candidates.length > 1 && twice === void 0) return;
	const message = twice === void 0 ? "one candidate is no choice" : `${JSON.stringify(twice)} is named twice`;
	throw new WeighbridgeError("usage", `flag --candidates: ${message}`, { fix: "name two candidates or more, each once; one alone is --candidate" });
}
/** @throws WeighbridgeError `usage` when no gate is the one that is named */
function rankingGate(verdicts, rankBy) {
	const order = [...new Set(verdicts.flatMap(({ policy }) => Object.keys(policy.limits)))];
	const gates = new Map(verdicts.flatMap((file) => file.gates.map((gate) => [gate.id, gate])));
	const ranking = order.flatMap((id) => gates.get(id) ?? []).filter(isAboutChange);
	if (rankBy !== null) {
		const named = ranking.find(({ id, task, metric }) => id === rankBy || `${task}/${metric}` === rankBy);
		if (named !== void 0) return named.id;
		throw new WeighbridgeError("usage", `flag --rank-by: no gate on a change is ${JSON.stringify(rankBy)}`, { fix: `write one of ${ranking.map(({ id }) => id).join(", ") || "those that the config has"}` });
	}
	return (ranking.find(({ rule }) => ruleOf({ rule }).limitSign === -1) ?? ranking.find(({ tier }) => tier === "blocking") ?? ranking[0])?.id ?? null;
}
const isAboutChange = ({ rule }) => asksOneChange(ruleOf({ rule }));
/** Of those that nothing blocks, the one that gained most, or lost least; without a ranking the first. */
function bestOf(results, gates) {
	let best = null;
	for (const [index, result] of results.entries()) {
		if (result.blocked || result.among.blocked) continue;
		const gain = gainOf(gates[index]);
		if (best === null || gain > best.gain) best = {
			result,
			gain
		};
	}
	return best?.result ?? null;
}
/** So that plus is better; a candidate of which nobody knows it comes last. */
function gainOf(gate) {
	const change = gate === void 0 ? null : changeOf(gate);
	if (gate === void 0 || change === null || gate.direction === null) return -Infinity;
	return -ruleOf(gate).signFor(gate.direction) * change.value;
}
/** Where none may merge, the mildest of the reasons: it says what would be needed. */
function exitCodeOfBlocked(results) {
	const worse = results.map(({ verdict, among }) => Math.max(VERDICTS.indexOf(verdict), VERDICTS.indexOf(among.verdict)));
	const mildest = VERDICTS[Math.min(...worse)];
	if (mildest === "regression") return EXIT_CODES.regression;
	return mildest === "invalid" ? EXIT_CODES.invalid : EXIT_CODES.inconclusiveAndBlocked;
}

// src/report/candidates.ts
const judged = ({ verdict, blocked }) => {
	const badge = verdictBadge(verdict);
	return verdict === "inconclusive" ? inline`${badge} ${ours(blocked ? "blocks" : "does not block")}` : badge;
};
function changeCell({ change }) {
	if (change === null) return inline`${NOT_AVAILABLE}`;
	const interval = formatInterval(change, change.unit);
	const value = formatChange(change.value, change.unit);
	return interval === null ? inline`${value}` : inline`${value} (${formatLevel(change.level)}: ${interval})`;
}
/** Several candidates of one baseline for a terminal: a row each, and which of them may be taken. */
function renderCandidates(of) {
	const { candidates, selected, proven, rankedBy } = of;
	const columns = [
		textColumn("Candidate", ({ candidate }) => code(candidate)),
		textColumn("By itself", judged),
		textColumn(`Among ${candidates.length}`, ({ among }) => judged(among)),
		numberColumn("Change", changeCell)
	];
	const answer = selected === null ? inline`None of ${plural(candidates.length, "candidate")} may merge.` : inline`${ours(proven ? "Selected" : "Selected, NOT PROVEN")}: ${code(selected)}, the best of those that nothing blocks.`;
	const ranking = rankedBy === null ? inline`No gate on a change says which is the best.` : inline`The change is that of ${code(rankedBy)}, which ranks.`;
	return blocksToLines([
		...table("Candidates", columns, candidates),
		paragraph(inline`${answer} ${ranking}`),
		paragraph(ours(`The best of ${candidates.length} looks better than it is. Intervals and verdicts among ${candidates.length} hold for all of them together: each has a share of the error (Bonferroni).`))
	]).join("\n");
}

// src/cli/policy-from.ts
const policyFromOption = () => new Option("--policy-from <rev>", "judge by the configs of this revision, such as origin/main, and of the commit where HEAD left it as well; the strictest verdict decides");
/**
* Labels are GitHub's: they waive nothing here.
* @throws WeighbridgeError `usage` when the repository does not have the revision
*/
async function policiesFrom(configPath, revision) {
	const judgedAt = {
		today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
		untrusted: null
	};
	if (revision === void 0) return {
		policies: {
			base: null,
			waivers: await waiversBeside(configPath),
			...judgedAt
		},
		source: null
	};
	const folder = dirname(configPath);
	const prefix = await folderInRepository(folder);
	if (prefix === null || await mergeBase(folder, revision, "HEAD") === null) throw new WeighbridgeError("usage", `flag --policy-from: nothing is known of where HEAD left ${revision}`, { fix: "name a revision of the repository that the config lies in, and fetch all of its history" });
	await refuseLinks(folder, prefix, configPath);
	const [baseSha, headSha] = [await resolveRevision(folder, revision), await resolveRevision(folder, "HEAD")];
	const source = {
		checkout: folder,
		prefix,
		configPath: basename(configPath),
		remote: null
	};
	const { waivers, ...base } = await readBasePolicy({
		name: "pull_request",
		baseSha,
		headSha
	}, source);
	return {
		policies: {
			base,
			waivers,
			...judgedAt
		},
		source
	};
}
/**
* Compares what the config at hand asks with what the revision has, and takes from there what counts, as a pull request would.
* @throws WeighbridgeError `config` where the config lets code run that the revision's does not
*/
async function runUnder(loaded, { policies, source }, out) {
	const { config, overrides } = loaded;
	const { base } = policies;
	if (source === null || base === null) return {
		policies,
		asked: loaded,
		suite: null,
		search: foundIn(out),
		taken: config
	};
	refuseNewCode(base, config, overrides);
	const scratch = join(out, "base-branch");
	await rm(scratch, {
		recursive: true,
		force: true
	});
	const change = {
		config,
		overrides,
		policy: { base },
		source,
		head: "HEAD"
	};
	const suite = await reviewSuite(change, join(scratch, "review"));
	const inPlace = await baseInPlace(change, suite, join(scratch, "suite"));
	const search = {
		...foundIn(out),
		baseCommit: tipOf(base).revision,
		committed: inPlace.committed
	};
	return {
		policies: {
			...policies,
			suite
		},
		asked: inPlace.suite === null ? loaded : onBaseSuite(loaded, inPlace.suite),
		suite: inPlace.suite,
		search,
		taken: inPlace.config
	};
}
/**
* Results that are named as the baseline, as the revision has them: whoever may change the limits may not write what is compared with either.
* @param path with what is chosen of it behind `#`
* @returns the path itself where no commit has it, such as results that a job has downloaded
* @throws WeighbridgeError `data` for results that HEAD has and the revision has not
*/
async function baselineFrom({ policies: { base }, source }, configPath, path, out) {
	if (source === null || base === null) return path;
	const [name = "", ...choices] = path.split("#");
	const folder = await realpath(dirname(resolve(name))).catch(() => null);
	if (folder === null) return path;
	const scratch = join(out, "base-branch");
	await rm(scratch, {
		recursive: true,
		force: true
	});
	const change = {
		config: await loadConfig(configPath, { assumeTasks: true }),
		overrides: {},
		policy: { base },
		source,
		head: "HEAD"
	};
	const taken = await asOnBase(change, scratch, join(folder, basename(name)));
	return taken === null ? path : [taken, ...choices].join("#");
}
/** A branch could turn a folder into a link to one that the other revision does not have, and so be without its limits. */
async function refuseLinks(folder, prefix, configPath) {
	const [written, real] = [resolve(folder), await realpath(folder)];
	const up = prefix.replace(/[^/]+/g, "..");
	const [writtenRoot, root] = [resolve(written, up), resolve(real, up)];
	if (relative(writtenRoot, written) === relative(root, real) && await realpath(writtenRoot) === root) return;
	throw new WeighbridgeError("usage", `${configPath} leads through a symbolic link, behind which the limits of --policy-from cannot be looked up`, { fix: "name the file itself" });
}

// src/cli/terminal.ts
/** Prints a verdict, as the file or as the table a person reads. */
function showVerdict(terminal, verdict, json = false) {
	terminal.print(json ? verdictJson(verdict) : renderTerminal(verdict, { color: terminal.colour }));
}
/** At most one line in this many milliseconds where lines cannot be rewritten. */
const PLAIN_INTERVAL = 1e4;
/**
* Where people read along. Results go to stdout, everything else to stderr, so that `--json` can be piped.
* On a terminal the progress is one line that is rewritten; elsewhere (CI) it is a plain line now and then.
*/
var Terminal = class {
	output;
	errors;
	live;
	lastPlain = Number.NEGATIVE_INFINITY;
	lineIsOpen = false;
	constructor(output = process.stdout, errors = process.stderr) {
		this.output = output;
		this.errors = errors;
		this.live = errors.isTTY === true;
	}
	get colour() {
		return this.output.isTTY === true && (process.env.NO_COLOR ?? "") === "";
	}
	print(text) {
		this.closeLine();
		this.output.write(text.endsWith("\n") ? text : `${text}\n`);
	}
	/** Servers, files and models speak through messages too: none of them steers the terminal. */
	info(line) {
		this.closeLine();
		this.errors.write(`${visible(line)}\n`);
	}
	warn(line) {
		this.info(`warning: ${line}`);
	}
	progress(event) {
		const ended = event.done === event.planned;
		if (this.live) {
			cursorTo(this.errors, 0);
			clearLine(this.errors, 0);
			this.errors.write(visible(progressLine(event)));
			this.lineIsOpen = true;
			if (ended) this.closeLine();
			return;
		}
		const now = performance.now();
		if (!ended && now - this.lastPlain < PLAIN_INTERVAL) return;
		this.lastPlain = now;
		this.errors.write(`${visible(progressLine(event))}\n`);
	}
	closeLine() {
		if (this.lineIsOpen) this.errors.write("\n");
		this.lineIsOpen = false;
	}
};

// src/cli/gate.ts
const HELP$12 = `
Runs no model. Each side is a run directory, the folder of one side or task in it, or results of another program
(docs/reference/result-formats.md lists them), known by their content.

Examples:
  weighbridge gate --baseline out/base --candidate out/step-2000 --max-drop facts/acc=2pp
  weighbridge gate --baseline out/base --candidate out/step-2000 --config weighbridge.yml --json
  weighbridge gate --baseline lm-eval/base --candidate lm-eval/tuned --max-drop mmlu/acc=2pp
  weighbridge gate --baseline out/base --candidates out/1000 out/2000 out/3000 --config weighbridge.yml

With --candidates each is judged by itself, its files in a numbered folder of --out, and as one of so many, at the error
divided by their number. Exit code 0 means that the selected one may merge: the best of those that are not blocked in
either way. Otherwise it is that of the mildest verdict: 2, 1 or 3. --json prints candidates.json.
`;
const addGate = (program, { terminal, exit }) => {
	const command = program.command("gate").description("judge existing results").addOption(new Option("-c, --config <file>", "limits from a config, besides those given by flags")).addOption(outOption()).addOption(policyFromOption()).addOption(followOption()).addOption(jsonOption()).addHelpText("after", HELP$12);
	addOverrides(command).addOption(new Option("--candidates <paths...>", "results of several candidates, of which one is to be chosen").conflicts("candidate")).addOption(new Option("--rank-by <gate>", "the gate whose change says which candidate is the best"));
	for (const side of ["--baseline", "--candidate"]) {
		const option = command.options.find(({ long }) => long === side);
		if (side === "--baseline") option?.makeOptionMandatory();
		if (option !== void 0) option.description = `results of the ${side.slice(2)}`;
	}
	command.action(async (flags) => {
		const began = performance.now();
		await withdrawVerdict(flags.out);
		const { baseline, candidate, ...limits } = overridesFromFlags(flags);
		const { config = null, policyFrom, follow } = flags;
		if (config === null && policyFrom !== void 0) throw new WeighbridgeError("usage", "flag --policy-from: without a config nothing can be read from there", { fix: "name the config with --config" });
		const found = config === null ? null : await policiesFrom(config, policyFrom);
		const request = {
			configPath: config,
			...found === null ? {} : { policies: found.policies },
			overrides: limits,
			out: flags.out
		};
		const named = await resultsAt(flags.baseline, terminal);
		const results = found === null || config === null ? named : await baselineFrom(found, config, named, flags.out);
		const from = following(results, follow);
		if (flags.candidates !== void 0) {
			const judged = await judgeCandidates({
				...request,
				baseline: from,
				rankBy: flags.rankBy ?? null,
				candidates: await Promise.all(flags.candidates.map(async (path) => following(await resultsAt(path, terminal), follow)))
			});
			terminal.print(flags.json ? verdictJson(judged) : renderCandidates(judged));
			terminal.info(`all of it: ${join(flags.out, CANDIDATES_FILE)}`);
			exit(judged.exitCode);
			return;
		}
		if (flags.candidate === void 0) throw new WeighbridgeError("usage", "flag --candidate: there is nothing to judge", { fix: "name the results of the candidate with `--candidate`, or of several with `--candidates`" });
		const verdict = await judgeResults({
			...request,
			folders: {
				baseline: from,
				candidate: following(await resultsAt(flags.candidate, terminal), follow)
			}
		});
		showVerdict(terminal, verdict, flags.json);
		terminal.info(`report: ${join(flags.out, HTML_FILE)}, verdict: ${join(flags.out, VERDICT_FILE)}`);
		if (config !== null) {
			const seconds = (performance.now() - began) / 1e3;
			await recordIfAsked(() => loadConfig(config, { assumeTasks: true }), verdict, seconds, terminal);
		}
		exit(verdict.exitCode);
	});
};

// src/core/compare/plateau.ts
/** Rounds after which people ask whether another one pays. */
const ROUNDS = 4;
/** Of what was gained before: less than this in as many rounds is no gain to go on for. */
const SHARE = .25;
const ALPHA$1 = .05;
/**
* Trends of which a gain is proven up to a round, and of which the last rounds rule out more than a quarter of it. Two rounds are taken for
* independent, as in `trendsOf`: of the same samples they are surer than is said, so that a plateau is told late rather than early.
* @param trends of the metrics that should gain
*/
function plateausOf(trends) {
	const z = normalQuantile(1 - ALPHA$1 / Math.max(1, trends.length));
	return trends.flatMap((trend) => {
		const points = trend.points.slice(trend.points.length - trend.alike);
		const [first, since, last] = [
			points[0],
			points.at(-4),
			points.at(-1)
		];
		if (first === void 0 || since === void 0 || last === void 0 || points.length <= ROUNDS) return [];
		const [before, after] = [gain(first, since, trend), gain(since, last, trend)];
		if (before === null || after === null || before.value - z * before.error <= 0) return [];
		const atMost = after.value + z * after.error;
		return atMost >= SHARE * before.value ? [] : [{
			trend,
			rounds: ROUNDS,
			since: since.run,
			gained: before.value,
			atMost
		}];
	});
}
function gain(from, to, { direction }) {
	if (from.stderr === null || to.stderr === null) return null;
	return {
		value: -worseSign({ direction }) * (to.value - from.value),
		error: Math.hypot(from.stderr, to.stderr)
	};
}

// src/core/stats/change-point.ts
/**
* Where a series stops being constant: of all rounds, the step or the slope that explains most. Least squares weighted by 1/stderr²;
* what a model with one more number takes off the weighted sum of squares is χ² with one degree of freedom where nothing changed,
* and Bonferroni's bound allows for looking at all of them (Hinkley 1970 for the step, Hinkley 1971 for two-phase lines).
* Assumes values with normal errors of known size. Rounds that are asked the same samples share a part of their error, which moves
* all values alike: the test then errs on the safe side.
* @returns null for fewer than three values
*/
function findChangePoint(rounds) {
	if (rounds.length < 3) return null;
	const weights = rounds.map(({ stderr }) => 1 / stderr ** 2);
	const values = rounds.map(({ value }) => value);
	const models = [{
		shape: "step",
		at: () => 1
	}, {
		shape: "slope",
		at: (steps) => steps
	}].flatMap(({ shape, at }) => values.slice(1, shape === "slope" ? -1 : void 0).map((_, before) => {
		const index = before + 1;
		const regressor = values.map((__, position) => position < index ? 0 : at(position - index + 1));
		return {
			index,
			shape,
			...explain(values, weights, regressor)
		};
	}));
	const best = models.reduce((a, b) => b.explained > a.explained ? b : a);
	const tail = 2 * normalCdf(-Math.sqrt(best.explained));
	return {
		index: best.index,
		shape: best.shape,
		size: best.size,
		p: Math.min(1, models.length * tail)
	};
}
/** What a regressor beside the constant takes off the weighted sum of squares, and its coefficient. */
function explain(values, weights, regressor) {
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const mean = (of) => of.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
	const [centreY, centreX] = [mean(values), mean(regressor)];
	let [xy, xx] = [0, 0];
	for (const [index, weight] of weights.entries()) {
		const x = (regressor[index] ?? 0) - centreX;
		xy += weight * x * ((values[index] ?? 0) - centreY);
		xx += weight * x * x;
	}
	return {
		size: xy / xx,
		explained: xy ** 2 / xx
	};
}

// src/core/compare/trend.ts
/** Of each change point, over all metrics of a history together. */
const ALPHA = .05;
/**
* Every metric of a history, tasks and metrics in the order in which they first appear. A change counts where its p-value is below
* 0.05 divided by the number of metrics that are looked at (Bonferroni). The cumulative change is between two rounds whose errors are
* taken for independent: of the same samples it is less uncertain than is said.
*/
function trendsOf({ runs }) {
	const series = /* @__PURE__ */ new Map();
	for (const run of runs) for (const { task, metrics, dataset } of run.tasks) for (const metric of metrics) {
		if (metric.candidate === null) continue;
		const key = JSON.stringify([task, metric.metric]);
		const known = series.get(key) ?? {
			task,
			metrics: []
		};
		known.metrics.push([
			run,
			metric,
			dataset
		]);
		series.set(key, known);
	}
	return [...series.values()].flatMap(({ task, metrics }) => {
		const last = metrics.at(-1)?.[1];
		return last === void 0 ? [] : [trendOf(task, last, metrics, series.size)];
	});
}
/** Of the first of the rounds at the end that asked the same, as far as anybody knows. */
function firstAlike(rounds) {
	const newest = rounds.findLast(([, , dataset]) => dataset !== null)?.[2];
	return 1 + rounds.findLastIndex(([, , dataset]) => dataset !== null && dataset !== newest);
}
function trendOf(task, { metric, unit, direction }, rounds, family) {
	const z = normalQuantile(.95);
	let baseline;
	const points = rounds.flatMap(([run, { candidate }]) => {
		if (candidate === null) return [];
		const { value } = candidate;
		const stderr = errorOf$1(candidate, unit);
		const [low, high] = stderr === null ? [null, null] : [value - z * stderr, value + z * stderr];
		const digest = run.baseline?.digest;
		const isNewBaseline = baseline !== void 0 && digest !== void 0 && digest !== baseline;
		baseline = digest ?? baseline;
		return [{
			run,
			value,
			low,
			high,
			stderr,
			isNewBaseline
		}];
	});
	const alike = points.slice(firstAlike(rounds));
	const [first, last] = [alike[0], alike.at(-1)];
	const known = alike.flatMap(({ run, value, stderr }) => stderr === null ? [] : [{
		run,
		value,
		stderr
	}]);
	const found = findChangePoint(known);
	const run = found === null ? void 0 : known[found.index]?.run;
	return {
		task,
		metric,
		unit,
		direction,
		points,
		sinceFirst: first === void 0 || last === void 0 || alike.length < 2 ? null : between(first, last, z),
		change: found === null || run === void 0 || found.p * family >= ALPHA ? null : {
			...found,
			run,
			isWorse: worseSign({ direction }) * found.size > 0
		},
		alike: alike.length,
		leftOut: alike.length - known.length
	};
}
/** Samples that are all alike show no spread: of a rate that is the error of its count, of anything else it is not known. */
function errorOf$1({ value, stderr, n }, unit) {
	if (stderr !== null && stderr > 0) return stderr;
	return stderr === 0 && unit === "rate" && n !== null && n > 0 && value >= 0 && value <= 1 ? errorOfRate(value, n) : null;
}
function between(first, last, z) {
	const value = last.value - first.value;
	if (first.stderr === null || last.stderr === null) return {
		value,
		low: null,
		high: null
	};
	const reach = z * Math.hypot(first.stderr, last.stderr);
	return {
		value,
		low: value - reach,
		high: value + reach
	};
}
/** The samples that changed in most rounds, those first; once is no habit. */
function restlessSamples({ runs }, most) {
	const counts = /* @__PURE__ */ new Map();
	const count = (task, ids, way) => {
		for (const id of ids) {
			const key = JSON.stringify([task, id]);
			const known = counts.get(key) ?? {
				task,
				id,
				worse: 0,
				better: 0
			};
			known[way] += 1;
			counts.set(key, known);
		}
	};
	for (const { tasks } of runs) for (const { task, worse, better } of tasks) {
		count(task, worse, "worse");
		count(task, better, "better");
	}
	return [...counts.values()].filter(({ worse, better }) => worse + better > 1).sort((a, b) => b.worse + b.better - (a.worse + a.better) || (a.id < b.id ? -1 : 1)).slice(0, most);
}

// src/report/history.ts
/** Rounds of a history for a terminal, and as one page without a network. */
const MOST_RESTLESS = 20;
const nameOf$3 = ({ task, metric }) => `${task}/${metric}`;
/** What is proven to have changed, in words; nothing where nothing is. */
function changeInWords({ change, unit }) {
	if (change === null) return ours("");
	const { shape, size, run, isWorse } = change;
	const what = shape === "step" ? `${formatChange(size, unit)} at once` : `${formatChange(size, unit)} a round`;
	return inline`${ours(isWorse ? "worse" : "better")} since ${whichRound(run)}: ${ours(what)}`;
}
/** Rounds in which no change could be looked for. */
const leftOut = (trend) => trend.leftOut === 0 ? [] : [inline`${code(nameOf$3(trend))}: ${plural(trend.leftOut, "round")} without a standard error left out of the search for a change.`];
const whichRound = ({ date, commit, run }) => inline`${ours(date.slice(0, 10))} (${code((commit ?? run).slice(0, 7))})`;
function sinceFirst({ sinceFirst: since, unit, direction }) {
	if (since === null) return "";
	if (since.low === null || since.high === null) return formatChange(since.value, unit);
	const isProven = since.low > 0 || since.high < 0;
	const isWorse = worseSign({ direction }) * since.value > 0;
	const range = `${formatChange(since.low, unit)} to ${formatChange(since.high, unit)}`;
	const word = isProven ? isWorse ? ", worse" : ", better" : "";
	return `${formatChange(since.value, unit)} (${range}${word})`;
}
/** One row a metric: how it went, where it is, how far it moved since the first round, and since when. */
function trendBlocks(history, metric) {
	const trends = trendsOf(history).filter((trend) => isAsked(trend, metric));
	return [
		...table(`${plural(history.runs.length, "round")}`, [
			textColumn("Metric", (trend) => code(nameOf$3(trend))),
			numberColumn("Rounds", ({ points }) => formatCount(points.length)),
			textColumn("Oldest to newest", ({ points }) => ours(sparkline(points.map(({ value }) => value)))),
			numberColumn("Now", ({ points, unit }) => formatValue(points.at(-1)?.value ?? 0, unit)),
			numberColumn("Since the first (90 % interval)", sinceFirst),
			textColumn("Proven to have begun", changeInWords)
		], trends),
		...list(trends.flatMap(leftOut)),
		...plateauBlocks(history, trends)
	];
}
/** A guess with its evidence, as those of a report. */
function plateauBlocks({ runs }, trends) {
	const isTarget = ({ task, metric }) => runs.at(-1)?.tasks.some((own) => own.task === task && own.role === "target" && own.primaryMetric === metric) === true;
	const items = plateausOf(trends.filter(isTarget)).map((plateau) => ({
		content: inline`${code(nameOf$3(plateau.trend))} rises no more: a plateau.`,
		below: [
			plateauEvidence(plateau),
			ours("Usual remedy: other or more data, a larger model or adapter, or to stop here."),
			ours("To find out: train once more with another recipe; what the same one brings is in these rounds.")
		]
	}));
	return list(items);
}
const plateauEvidence = ({ trend: { unit }, rounds, since, gained, atMost }) => inline`${ours(formatChange(gained, unit))} up to ${whichRound(since)}, and in the ${ours(String(rounds - 1))} rounds since at most ${ours(formatChange(Math.max(0, atMost), unit))}`;
/** A metric is named as everywhere, a task alone for all of its metrics. */
const isAsked = (trend, metric) => metric === void 0 || [
	trend.task,
	nameOf$3(trend),
	`${trend.task}/${trend.metric.split(",")[0]}`
].includes(metric);
/** One row a round. */
function roundBlocks({ runs, notes }) {
	const notesOf = (run) => notes.filter((note) => note.run === run.run);
	return table(plural(runs.length, "round"), [
		textColumn("Date", ({ date }) => ours(date.slice(0, 10))),
		textColumn("Run", ({ run }) => code(run)),
		textColumn("Commit", ({ commit }) => code(commit?.slice(0, 7) ?? "unknown")),
		textColumn("Candidate", ({ candidate }) => code(candidate?.source ?? "unknown")),
		numberColumn("Got worse / better", flipsOf),
		numberColumn("Cost", costOf),
		textColumn("Notes", (run) => inline`${notesOf(run).map(({ text }) => text).join("; ")}`),
		textColumn("Verdict", ({ verdict }) => verdictBadge(verdict))
	], [...runs].reverse());
}
function flipsOf({ tasks }) {
	const sum = (way) => tasks.reduce((total, { flips }) => total + (flips?.[way] ?? 0), 0);
	return `${formatCount(sum("regressed"))} / ${formatCount(sum("improved"))}`;
}
function costOf({ cost: { samples, tokens, seconds } }) {
	const time = seconds === null ? "" : `, ${formatDuration(seconds)}`;
	return `${plural(samples.evaluated, "sample")}, ${formatCount(tokens.prompt + tokens.output)} tokens${time}`;
}
/** The whole history as a page: trends with their intervals, rounds, and the samples that change most often. */
function renderHistoryPage(history) {
	const trends = trendsOf(history);
	const changed = trends.filter(({ change }) => change !== null);
	const sections = [
		{
			title: "Where the checkpoints are heading",
			blocks: [paragraph(ours(`${plural(history.runs.length, "round")}, ${plural(trends.length, "metric")}. ${changed.length === 0 ? "No lasting change is proven." : `A lasting change is proven of ${plural(changed.length, "metric")}, allowing for how many there are.`}`)), ...trendBlocks(history)]
		},
		{
			title: "Metric by metric",
			blocks: trends.flatMap(trendChart)
		},
		{
			title: "Rounds",
			blocks: roundBlocks(history)
		},
		{
			title: "Samples that change most often",
			blocks: restlessBlocks(history)
		}
	];
	return htmlPage("Weighbridge: history", sections.filter(({ blocks }) => blocks.length > 0));
}
function restlessBlocks(history) {
	return table("Samples that changed in more than one round", [
		textColumn("Task", ({ task }) => code(task)),
		textColumn("Sample", ({ id }) => code(id)),
		numberColumn("Got worse", ({ worse }) => formatCount(worse)),
		numberColumn("Got better", ({ better }) => formatCount(better))
	], restlessSamples(history, MOST_RESTLESS));
}
/** The metric round by round, newest below, with the round from which it is another marked by a filled dot. */
function trendChart(trend) {
	const { points, unit, change } = trend;
	if (points.length < 2) return [];
	const ends = points.flatMap(({ value, low, high }) => [
		value,
		low ?? value,
		high ?? value
	]);
	const [least, most] = [Math.min(...ends), Math.max(...ends)];
	const place = (value) => most > least ? .02 + .96 * (value - least) / (most - least) : .5;
	const begun = change === null ? points.length : points.findIndex(({ run }) => run === change.run);
	const drawing = {
		kind: "intervals",
		rows: points.map(({ run, value, low, high, isNewBaseline }, index) => ({
			label: `${run.date.slice(0, 10)} ${(run.commit ?? run.run).slice(0, 7)}${isNewBaseline ? ", new baseline" : ""}`,
			low: place(low ?? value),
			value: place(value),
			high: place(high ?? value),
			isFilled: index >= begun,
			end: `${formatValue(value, unit)}${index === begun ? ", changed from here" : ""}`
		})),
		line: place(points[0]?.value ?? least),
		ends: [formatValue(least, unit), formatValue(most, unit)]
	};
	const words = inline`${code(nameOf$3(trend))} round by round with 90 % intervals; the line is the first round. ${change === null ? ours("No lasting change is proven.") : changeInWords(trend)}`;
	const rowsOf = table(`${nameOf$3(trend)} round by round`, [
		textColumn("Round", ({ run }) => whichRound(run)),
		numberColumn("Value", ({ value }) => formatValue(value, unit)),
		numberColumn("90 % interval", ({ value, high }) => high === null ? "unknown" : `± ${formatSize(high - value, unit)}`)
	], points);
	return titled(code(nameOf$3(trend)), [...rowsOf.map((block) => ({
		kind: "chart",
		chart: drawing,
		words,
		table: block
	})), ...list(leftOut(trend))]);
}
/** For a spreadsheet: one line a round and metric. Text that a program would take for a formula is quoted with an apostrophe. */
function historyRows({ runs }, metric) {
	const number = (value) => value == null ? "" : String(value);
	const safe = (value) => /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return [[...[
		"run",
		"date",
		"commit",
		"verdict",
		"task",
		"metric",
		"unit",
		"direction",
		"n"
	], ...[
		"baseline",
		"candidate",
		"candidate_stderr",
		"delta",
		"delta_low",
		"delta_high"
	]], ...runs.flatMap((run) => run.tasks.flatMap(({ task, pairs, metrics }) => metrics.filter((each) => isAsked({
		task,
		metric: each.metric
	}, metric)).map(({ metric: name, unit, direction, baseline, candidate, delta }) => [
		...[
			run.run,
			run.date,
			safe(run.commit ?? ""),
			run.verdict,
			safe(task),
			safe(name)
		],
		...[
			unit,
			direction,
			String(pairs),
			number(baseline?.value),
			number(candidate?.value)
		],
		...[
			number(candidate?.stderr),
			number(delta?.value),
			number(delta?.low),
			number(delta?.high)
		]
	])))];
}

// src/cli/history.ts
const HELP$11 = `
A history is JSON lines, one a round: kept where \`record.history\` of the config says, in --file, on a branch of its own, or as artifacts.

Examples:
  weighbridge history                                    every metric over the rounds, and what is proven to have changed
  weighbridge history --metric facts/acc --csv
  weighbridge history --page history.html                one page, which needs no network
  weighbridge history add --branch weighbridge-history   the verdict in weighbridge-out, pushed to a branch
  weighbridge history --artifacts tickets                what the action's report step keeps as artifacts
  weighbridge note 3f2a9c "the learning rate was a typo"
`;
const NOTE_HELP = `
Example:
  weighbridge note 3f2a9c "the learning rate was a typo"
`;
const placed = (command) => command.addOption(new Option("-c, --config <file>", "config whose history it is").default(DEFAULT_CONFIG)).addOption(new Option("--file <file>", "the history, wherever it lies").conflicts(["branch", "artifacts"])).addOption(new Option("--branch <name>", `${HISTORY_ON_BRANCH} on this branch, which has nothing else`)).addOption(new Option("--artifacts <name[@branch]>", "what the action keeps under `record.artifact`; default: of the branch that the clone knows as the default").conflicts("branch")).addOption(new Option("--remote <name>", "repository of the branch").default("origin"));
const addHistory = (program, context) => {
	const { terminal } = context;
	const history = placed(program.command("history").description("the rounds so far: trends, lasting changes, cost, notes").enablePositionalOptions().addHelpText("after", HELP$11)).addOption(new Option("--metric <name>", "this metric, or those of this task, alone")).addOption(new Option("--csv", "a line a round and metric, for a spreadsheet").conflicts("json")).addOption(new Option("--page <file>", "write it as one page, which needs no network")).addOption(jsonOption("the records as JSON")).action(async (flags) => {
		const stored = await readPlace(flags, terminal);
		if (flags.page !== void 0) {
			await writeFile(flags.page, renderHistoryPage(stored));
			terminal.info(`history: ${flags.page}`);
		}
		terminal.print(printed$1(stored, flags));
	});
	addAdd(history, context);
	addPrune(history, context);
	addNoteCommand(program, context);
};
function printed$1(history, { metric, csv = false, json = false }) {
	if (json) return JSON.stringify({
		runs: history.runs,
		notes: history.notes
	}, null, 2);
	if (csv) return stringify$3([...historyRows(history, metric)].map((row) => [...row])).trimEnd();
	const trends = trendBlocks(history, metric);
	if (metric !== void 0 && trends.length === 0) throw unknownMetric(history, metric);
	return blocksToLines([...trends, ...metric === void 0 ? roundBlocks(history) : []]).join("\n");
}
function unknownMetric(history, metric) {
	const names = new Set(historyRows(history).slice(1).map(([, , , , task, name]) => `${task}/${name}`));
	return new WeighbridgeError("usage", `no round has a metric ${JSON.stringify(metric)}`, { fix: `name one of ${[...names].join(", ")}` });
}
function addAdd(parent, { terminal }) {
	placed(parent.command("add").description("record the verdict of a run directory as the newest round")).addOption(outOption()).action(async (flags) => {
		const verdict = await readVerdict(join(flags.out, VERDICT_FILE));
		const { place, config } = await placeFrom(flags);
		const { run } = await addRound({
			place,
			verdict,
			config,
			seconds: null
		});
		terminal.info(`recorded ${run} in ${describePlace(place)}`);
	});
}
function addPrune(parent, { terminal }) {
	placed(parent.command("prune").description("keep the newest rounds alone")).addOption(new Option("--keep <n>", "how many").argParser(wholeNumber).makeOptionMandatory()).action(async (flags) => {
		const { place } = await placeFrom(flags);
		const gone = await pruneRounds(place, flags.keep);
		terminal.info(`removed ${plural(gone, "round")} from ${describePlace(place)}`);
	});
}
function addNoteCommand(program, { terminal }) {
	placed(program.command("note").description("a remark to a round of the history")).addHelpText("after", NOTE_HELP).argument("<RUN>", "as `history` lists it, or its commit; the first characters do").argument("<TEXT>", "what is to be remembered").action(async (run, text, flags) => {
		const { place } = await placeFrom(flags);
		const note = await addNote(place, run, text);
		terminal.info(`noted on ${note.run} in ${describePlace(place)}`);
	});
}
/** Reads the history that the flags name, and tells of lines that are none of ours. */
async function readPlace(flags, terminal) {
	const { place } = await placeFrom(flags);
	const { faults, ...history } = await openHistory(place);
	for (const { message, at } of faults) terminal.warn(`${at?.file}:${at?.line}: ${message}`);
	return history;
}
async function placeFrom({ config: path, file, branch, artifacts, remote }) {
	const config = existsSync(path) ? await loadConfig(path, { assumeTasks: true }) : null;
	if (branch !== void 0) return {
		place: {
			kind: "branch",
			at: {
				clone: ".",
				remote,
				branch,
				file: HISTORY_ON_BRANCH
			}
		},
		config
	};
	if (artifacts !== void 0) return {
		place: {
			kind: "artifacts",
			at: await artifactHistory(artifacts)
		},
		config
	};
	if (file !== void 0) return {
		place: {
			kind: "file",
			file
		},
		config
	};
	return {
		place: (config === null ? null : placeOf$1(config)) ?? defaultPlace(path),
		config
	};
}
function wholeNumber(text) {
	if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
	throw new InvalidArgumentError("write a whole number above 0");
}

// src/results/store/staging.ts
const BATCH_CHARACTERS = 262144;
/**
* Writes whole runs beside a run directory, and puts them in it together: it has all of them or none. What is there
* meanwhile is found by no reader.
*/
var Staging = class Staging {
	#out;
	#folder;
	#runs = [];
	constructor(out, folder) {
		this.#out = out;
		this.#folder = folder;
	}
	/** @throws WeighbridgeError `engine` when the disk refuses */
	static async open(out) {
		return onDisk(out, async () => {
			await makeDirectory(join(out, STAGING));
			return new Staging(out, await mkdtemp(join(out, STAGING, "run-")));
		});
	}
	/**
	* @returns the number of lines
	* @throws WeighbridgeError `data` for samples that are not those of the record, `engine` when the disk refuses
	*/
	async add(record, samples) {
		const folder = runFolder(this.#folder, record.side, record.task);
		return onDisk(this.#out, async () => {
			await makeDirectory(folder);
			const lines = await writeFile$1(join(folder, SAMPLES_FILE), (file) => writeSamples(file, record, samples));
			await writeFile$1(join(folder, RUN_FILE), (file) => file.writeFile(serializeRunRecord(record)));
			this.#runs.push({
				record,
				folder
			});
			return lines;
		});
	}
	/**
	* Puts every run in its place. The same run stays where it is; another that lies there is set aside.
	* @throws WeighbridgeError `usage` while another process writes one of them: then none was moved
	*/
	async publish() {
		return onDisk(this.#out, async () => {
			const targets = [];
			try {
				for (const staged of this.#runs) {
					const target = runFolder(this.#out, staged.record.side, staged.record.task);
					targets.push({
						...staged,
						target,
						lock: existsSync(target) ? await acquireLock(target) : null
					});
				}
			} catch (error) {
				for (const { lock } of targets) await lock?.release();
				throw error;
			}
			for (const { record, folder, target, lock } of targets) {
				if (lock === null) await makeDirectory(join(this.#out, record.side));
				else if (await isThere(target, {
					record,
					folder
				})) {
					await lock.release();
					continue;
				} else await lock.release(await setAside(this.#out, record.side, target));
				await rename(folder, target);
			}
			return targets.map(({ record, target }) => ({
				record,
				folder: target
			}));
		});
	}
	/** Removes what was not published. */
	async close() {
		await rm(this.#folder, {
			recursive: true,
			force: true
		});
		try {
			await rmdir(join(this.#out, STAGING));
		} catch (error) {
			if (error.code !== "ENOTEMPTY") throw error;
		}
	}
};
/** Equal samples are equal bytes; a program that names its model and no weights gives other samples the same record. */
async function isThere(target, { record, folder }) {
	try {
		const there = await readRecord(target);
		if (there.status.state !== "complete" || runDifferences(there, record).length > 0) return false;
		const [old, staged] = [join(target, SAMPLES_FILE), join(folder, SAMPLES_FILE)];
		return (await stat(old)).size === (await stat(staged)).size && await hashOf(old) === await hashOf(staged);
	} catch (error) {
		if (error instanceof WeighbridgeError && error.kind === "data") return false;
		if (error.code === "ENOENT") return false;
		throw error;
	}
}
async function hashOf(file) {
	const hash = createHash("sha256");
	for await (const chunk of createReadStream(file)) hash.update(chunk);
	return hash.digest("hex");
}
async function writeFile$1(path, write) {
	const file = await open(path, "w");
	try {
		const result = await write(file);
		await file.sync();
		return result;
	} finally {
		await file.close();
	}
}
async function writeSamples(file, { task, planned }, samples) {
	const seen = /* @__PURE__ */ new Map();
	let batch = "";
	for await (const group of samples) for (const sample of group) {
		const ids = seen.get(sample.filter) ?? /* @__PURE__ */ new Set();
		if (ids.has(sample.id)) throw unfit(task, `two results of the sample ${JSON.stringify(sample.id)}`);
		seen.set(sample.filter, ids.add(sample.id));
		batch += serializeSample(sample);
		if (batch.length < BATCH_CHARACTERS) continue;
		await file.writeFile(batch);
		batch = "";
	}
	await file.writeFile(batch);
	const counts = [...seen.values()].map(({ size }) => size);
	const most = Math.max(0, ...counts);
	if (most !== planned) throw unfit(task, `${most} of ${planned} samples`);
	return counts.reduce((sum, count) => sum + count, 0);
}
const unfit = (task, what) => new WeighbridgeError("data", `the results of ${task} have ${what}`, { fix: "name the whole results of one run" });

// src/app/import.ts
/**
* Writes results of another program as runs of one side: all of them, or none where any is at fault.
* @throws WeighbridgeError `data` when nobody knows the format, or the results are at fault
*/
async function importResults(path, side, out) {
	const format = await findFormat(path);
	if (format === null) {
		const { file } = parseSelection(path);
		if (!existsSync(file)) throw new WeighbridgeError("data", "no such file or folder", {
			at: { file },
			fix: "name the results by the path at which they lie"
		});
		const known = Object.values(RESULT_FORMATS).map(({ name, summary }) => `${name} (${summary})`).join("; ");
		throw new WeighbridgeError("data", "no results in a format that is known", {
			at: { file: path },
			fix: `name results of one of these: ${known}`
		});
	}
	const { runs, faults, notes } = await format.load(path, side);
	const failed = [...faults];
	const staging = await Staging.open(out);
	try {
		const samples = /* @__PURE__ */ new Map();
		for (const run of runs) await attempt$1(failed, async () => samples.set(run.record.task, await staging.add(run.record, run.samples())));
		if (failed.length > 0) throw new IssueList("data", failed);
		return {
			runs: (await staging.publish()).map(({ record: { task }, folder }) => ({
				task,
				folder,
				samples: samples.get(task) ?? 0
			})),
			notes
		};
	} finally {
		await staging.close();
	}
}

// src/cli/import.ts
const HELP$10 = `
PATH is what another program wrote, known by its content. Needed only to keep results in the form of Weighbridge: gate,
compare and the config's baseline read such a path as it is. Where a file holds several, name one: FILE#provider=NAME.

Formats:
${Object.values(RESULT_FORMATS).map(({ name, summary }) => `  ${name}: ${summary}`).join("\n")}

Example:
  weighbridge import lm-eval-out/my-model --out out --role baseline
`;
const addImport = (program, { terminal }) => {
	program.command("import").description("results of another program to a run directory").argument("<PATH>", "folder or file that the other program wrote").addOption(outOption()).addOption(new Option("--role <side>", "whose results they are").choices(["baseline", "candidate"]).default("candidate")).addHelpText("after", HELP$10).addOption(followOption()).action(async (path, { out, role, follow }) => {
		const { runs, notes } = await importResults(following(await resultsAt(path, terminal), follow), role, out);
		for (const { folder, task, samples } of runs) terminal.info(`${task}: ${samples} samples in ${folder}`);
		for (const note of notes) terminal.info(oneLine(note));
	});
};

// src/tasks/runners/native/shape.ts
const isText = (value) => typeof value === "string" && value.trim() !== "";
const isMaybeText = (value) => value === null || typeof value === "string";
const isAnswer = (value) => isText(value, {}) || Number.isInteger(value);
const isTexts = (value) => Array.isArray(value) && value.length > 1 && value.every((each) => isAnswer(each, {}));
const isMember = (...members) => (value, row) => typeof value === "object" && value !== null && members.every(([name, holds]) => holds(value[name], row));
const isListOf = (holds) => (value, row) => Array.isArray(value) && value.length > 0 && value.every((each) => holds(each, row));
const QUESTION = [
	"question",
	"query",
	"prompt",
	"problem",
	"goal",
	"stem",
	"sentence",
	"premise",
	"input",
	"user_input",
	"ctx",
	"text"
];
const PASSAGE = [
	"passage",
	"context",
	"article",
	"story",
	"paragraph"
];
const CHOICES = [
	"choices",
	"options",
	"candidates",
	"answers"
];
const ANSWER = [...[
	"answer",
	"label",
	"letter",
	"gold",
	"target",
	"correct",
	"correct_answer",
	"answer_key",
	"answerKey"
], ...[
	"answer_idx",
	"answer_index",
	"cop",
	"key",
	"solution"
]];
const REFERENCE = [
	...[
		"reference",
		"answer",
		"target",
		"output",
		"completion",
		"response",
		"expected",
		"ideal",
		"summary"
	],
	...[
		"expected_output",
		"expected_answer",
		"ground_truth",
		"gold_answer",
		"reference_answer"
	],
	...[
		"translation",
		"continuation",
		"route"
	]
];
/** A column that is called so. */
const oneOf = (names) => new RegExp(`^(?:${names.join("|")})$`);
const one = (names, holds = isText) => ({
	names,
	holds
});
const perhaps = (names) => ({
	names,
	holds: isMaybeText,
	optional: true
});

// src/tasks/runners/native/suggested-prompts.ts
const LETTERS = [..."ABCDEFGHIJ"];
const MULTIPLE_CHOICE = { type: "multiple_choice" };
const label = (text) => `Question: ${text}\nAnswer:`;
/** As in a template: a name with blanks can only stand alone, as lm-evaluation-harness reads a bare field name. */
const isName = (name) => /^[A-Za-z_]\w*$/.test(name);
const printed = (name) => `{{${name}}}`;
const handedOn = (name) => isName(name) ? printed(name) : name;
function question({ column: { passage, question: name = "" } }) {
	if (!isName(name)) return name;
	return passage === void 0 || !isName(passage) ? printed(name) : `${printed(passage)}\n\n${printed(name)}`;
}
/** A question with its choices as MMLU has it: listed under letters, and a letter is the answer. */
function lettered(found, choices, target) {
	const letters = LETTERS.slice(0, choices.length);
	const list = letters.map((letter, index) => `${letter}. ${choices[index]}`).join("\n");
	return {
		options: {
			...MULTIPLE_CHOICE,
			doc_to_text: `${question(found)}\n${list}\nAnswer:`,
			doc_to_choice: letters.map((letter) => found.rows.some((row) => Object.hasOwn(row, letter)) ? `{{"${letter}"}}` : letter),
			doc_to_target: handedOn(target)
		},
		metric: "acc"
	};
}
function ofChoices(found) {
	const { column, rows } = found;
	const { choices = "", answer = "" } = column;
	const counts = new Set(rows.map((row) => row[choices].length));
	const [count = 0] = counts;
	const isByText = rows.every((row) => row[choices].includes(row[answer]));
	if (counts.size === 1 && count <= LETTERS.length && !isByText && [choices, column.question ?? ""].every(isName)) return lettered(found, LETTERS.slice(0, count).map((_, index) => `{{${choices}[${index}]}}`), answer);
	return byText(found, handedOn(choices), handedOn(answer));
}
/** Each choice is scored as it follows the question. */
const byText = (found, choices, target) => ({
	options: {
		...MULTIPLE_CHOICE,
		doc_to_text: isName(found.column.question ?? "") ? label(question(found)) : question(found),
		doc_to_choice: choices,
		doc_to_target: target
	},
	metric: "acc"
});
/** What is written freely is compared by characters; a word or a number has to be the one. */
function written(doc_to_text, doc_to_target, references) {
	const longest = references.reduce((most, text) => Math.max(most, text.length), 0);
	const isLong = longest > 120 || references.some((text) => text.trim().includes("\n"));
	return {
		options: {
			type: "generate",
			doc_to_text,
			doc_to_target,
			generation_kwargs: {
				max_gen_toks: Math.min(1024, Math.max(32, 2 ** Math.ceil(Math.log2(longest / 2 + 1)))),
				...isLong ? { until: ["\n\n\n"] } : {}
			},
			scorers: [isLong ? "chrf" : "exact_match"]
		},
		metric: isLong ? "chrf" : "exact_match"
	};
}
const byLabel = (text, labels, target) => ({
	options: {
		...MULTIPLE_CHOICE,
		doc_to_text: `${text}\nLabel:`,
		doc_to_choice: labels,
		doc_to_target: target,
		answer_format: "text"
	},
	metric: "acc"
});
const textsOf$1 = ({ rows, column }, part) => rows.map((row) => String(row[column[part] ?? ""]));
/** A conversation up to its last turn, which is the answer. */
const conversation = (found, names) => {
	const list = found.column.turns ?? "";
	const last = found.rows.map((row) => row[list].at(-1)?.[names.text]);
	return written(found.rows.map((row) => row[list].length).every((count) => count === 2) ? `{{${list}[0].${names.text}}}` : `{% for turn in ${list}[:-1] %}{{turn.${names.role}}}: {{turn.${names.text}}}\n{% endfor %}{{${list}[-1].${names.role}}}:`, `{{${list}[-1].${names.text}}}`, last.map(String));
};
/** A prompt to which no answer is right: what is compared is how both sides answer. */
const openEnded = (doc_to_text, more = {}) => ({
	options: {
		type: "drift",
		doc_to_text,
		...more
	},
	metric: "over_refusal",
	rule: "max_rise",
	role: "behaviour"
});
const isTurns = isListOf(isMember(["role", isText], ["content", isText]));
const turnsIn = (value) => value;
const endsWithUser = (value, row) => isTurns(value, row) && turnsIn(value).at(-1)?.role === "user";
/** One question, with its system message if every conversation has one; else the turns as they were said. */
function openConversation({ column: { turns: list = "" }, rows }) {
	const roles = new Set(rows.map((row) => turnsIn(row[list]).map(({ role }) => role).join(" ")));
	const last = `{{${list}[-1].content}}`;
	const [only] = roles.size === 1 ? roles : [];
	if (only === "user") return openEnded(last);
	if (only === "system user") return openEnded(last, { description: `{{${list}[0].content}}` });
	return openEnded(`{% for turn in ${list} %}{{turn.role}}: {{turn.content}}\n{% endfor %}assistant:`);
}

// src/tasks/runners/native/known-shapes.ts
/**
* Shapes in which evaluation sets come, the first that fits is taken: one row adds a shape. Prompts are those of
* lm-evaluation-harness where it has the task.
*/
const SHAPES = [
	{
		name: "ARC: choices with text and label",
		needs: {
			question: one(QUESTION),
			choices: one(["choices"], isMember(["text", isTexts], ["label", isTexts])),
			answer: one(["answerKey", "answer"], isAnswer)
		},
		task: (found) => {
			const { choices = "", answer = "" } = found.column;
			return byText(found, `{{${choices}.text}}`, `{{${choices}.label.index(${answer})}}`);
		}
	},
	{
		name: "ARC as published: a question with stem and choices",
		needs: {
			question: one(["question"], isMember(["stem", isText], ["choices", isListOf(isMember(["text", isText], ["label", isText]))])),
			answer: one(["answerKey", "answer"], isText)
		},
		task: ({ column: { question: name = "", answer = "" } }) => ({
			options: {
				...MULTIPLE_CHOICE,
				doc_to_text: label(`{{${name}.stem}}`),
				doc_to_choice: `{{${name}.choices | map(attribute='text') | list}}`,
				doc_to_target: `{{(${name}.choices | map(attribute='label') | list).index(${answer})}}`
			},
			metric: "acc"
		})
	},
	{
		name: "HellaSwag: a beginning with endings",
		needs: {
			question: one(["ctx", ...QUESTION]),
			choices: one(["endings"], isTexts),
			answer: one(["label", ...ANSWER], isAnswer)
		},
		task: ({ column: { question: name = "", choices = "", answer = "" } }) => ({
			options: {
				...MULTIPLE_CHOICE,
				doc_to_text: handedOn(name),
				doc_to_choice: choices,
				doc_to_target: handedOn(answer)
			},
			metric: "acc"
		})
	},
	{
		name: "MMLU: a question with a list of choices",
		needs: {
			passage: perhaps(PASSAGE),
			question: one(QUESTION),
			choices: one(CHOICES, isTexts),
			answer: one(ANSWER, isAnswer)
		},
		task: ofChoices
	},
	{
		name: "MedQA: a question with choices by their letters",
		needs: {
			question: one(QUESTION),
			choices: one(["options", "choices"], isMember(["A", isAnswer], ["B", isAnswer])),
			answer: one(["answer_idx", ...ANSWER], (value) => LETTERS.includes(String(value)))
		},
		task: (found) => {
			const { choices = "", answer = "" } = found.column;
			const letters = LETTERS.filter((letter) => found.rows.every((row) => Object.hasOwn(row[choices], letter)));
			return lettered(found, letters.map((letter) => `{{${choices}.${letter}}}`), answer);
		}
	},
	{
		name: "TruthfulQA: choices with a label each, 1 for the right one",
		needs: {
			question: one(QUESTION),
			choices: one(["mc1_targets"], isMember(["choices", isTexts], ["labels", isListOf((value) => value === 0 || value === 1)]))
		},
		task: (found) => {
			const { choices = "" } = found.column;
			return byText(found, `{{${choices}.choices}}`, `{{${choices}.labels.index(1)}}`);
		}
	},
	{
		name: "BoolQ: a question to answer with yes or no",
		needs: {
			passage: perhaps(PASSAGE),
			question: one(QUESTION),
			answer: one(ANSWER, (value) => typeof value === "boolean")
		},
		task: (found) => byText(found, ["no", "yes"], `{{${found.column.answer} | int}}`)
	},
	{
		name: "SQuAD: a passage, a question and its answers",
		needs: {
			passage: one(PASSAGE),
			question: one(QUESTION),
			answer: one(["answers"], isMember(["text", isListOf(isText)]))
		},
		task: ({ column: { passage = "", question: name = "", answer = "" }, rows }) => {
			const references = rows.flatMap((row) => row[answer].text);
			return written(`${printed(passage)}\n\n${label(printed(name))}`, `{{${answer}.text}}`, references);
		}
	},
	{
		name: "GSM8K: a worked answer that ends in #### and a number",
		needs: {
			question: one(QUESTION),
			answer: one(["answer"], (value) => typeof value === "string" && /####\s*-?[\d.,]+\s*$/.test(value))
		},
		task: ({ column: { question: name = "", answer = "" } }) => ({
			options: {
				type: "generate",
				doc_to_text: label(printed(name)),
				doc_to_target: `{{${answer}.split("####")[-1].strip() | replace(",", "")}}`,
				generation_kwargs: {
					max_gen_toks: 320,
					until: ["Question:"]
				},
				scorers: [{
					name: "exact_match",
					regexes_to_ignore: [
						",",
						"\\$",
						"(?s).*#### ",
						"\\.$"
					]
				}]
			},
			metric: "exact_match"
		})
	},
	{
		name: "IFEval: a prompt with instructions that a program can check",
		needs: {
			question: one(["prompt"]),
			instructions: one(["instruction_id_list"], isListOf(isText)),
			kwargs: one(["kwargs"], Array.isArray)
		},
		task: () => ({
			options: {
				type: "generate",
				doc_to_text: "prompt",
				doc_to_target: "{{ {'prompt': prompt, 'instruction_id_list': instruction_id_list, 'kwargs': kwargs} }}",
				generation_kwargs: {
					max_gen_toks: 1280,
					until: []
				},
				scorers: [
					"prompt_level_strict_acc",
					"inst_level_strict_acc",
					"prompt_level_loose_acc",
					"inst_level_loose_acc"
				]
			},
			metric: "prompt_level_strict_acc"
		})
	},
	{
		name: "messages without an answer: a conversation whose last word is the user’s",
		unless: oneOf(REFERENCE),
		needs: { turns: one([
			"messages",
			"conversation",
			"conversations",
			"prompt"
		], endsWithUser) },
		task: openConversation
	},
	{
		name: "messages: a conversation with role and content",
		needs: { turns: one([
			"messages",
			"conversation",
			"conversations"
		], isListOf(isMember(["role", isText], ["content", isText]))) },
		task: (found) => conversation(found, {
			role: "role",
			text: "content"
		})
	},
	{
		name: "OpenAI evals: messages and what the answer should be",
		needs: {
			turns: one([
				"input",
				"prompt",
				"messages"
			], isListOf(isMember(["role", isText], ["content", isText]))),
			reference: one(REFERENCE, (value, row) => isAnswer(value, row) || isTexts(value, row))
		},
		task: (found) => {
			const { turns = "", reference = "" } = found.column;
			const doc_to_text = `{% for turn in ${turns} %}{{turn.role}}: {{turn.content}}\n{% endfor %}assistant:`;
			return written(doc_to_text, handedOn(reference), textsOf$1(found, "reference"));
		}
	},
	{
		name: "ShareGPT: a conversation with from and value",
		needs: { turns: one([
			"conversations",
			"conversation",
			"messages"
		], isListOf(isMember(["from", isText], ["value", isText]))) },
		task: (found) => conversation(found, {
			role: "from",
			text: "value"
		})
	},
	{
		name: "preference pairs: a prompt, the chosen answer and the rejected one",
		needs: {
			question: one(QUESTION),
			chosen: one(["chosen"]),
			rejected: one(["rejected"])
		},
		task: ({ column: { question: name = "", chosen = "", rejected = "" } }) => ({
			options: {
				...MULTIPLE_CHOICE,
				doc_to_text: handedOn(name),
				doc_to_choice: [handedOn(chosen), handedOn(rejected)],
				doc_to_target: "0"
			},
			metric: "acc"
		})
	},
	{
		name: "preference pairs of conversations",
		needs: {
			chosen: one(["chosen"], isListOf(isMember(["role", isText], ["content", isText]))),
			rejected: one(["rejected"], isListOf(isMember(["role", isText], ["content", isText])))
		},
		task: ({ column: { chosen = "", rejected = "" } }) => ({
			options: {
				...MULTIPLE_CHOICE,
				doc_to_text: `{% for turn in ${chosen}[:-1] %}{{turn.role}}: {{turn.content}}\n{% endfor %}{{${chosen}[-1].role}}:`,
				doc_to_choice: [`{{${chosen}[-1].content}}`, `{{${rejected}[-1].content}}`],
				doc_to_target: "0"
			},
			metric: "acc"
		})
	},
	{
		name: "Alpaca: an instruction, an input and an output",
		needs: {
			instruction: one(["instruction"]),
			input: perhaps(["input", "context"]),
			output: one(["output", "response"])
		},
		task: (found) => {
			const { instruction = "", input, output = "" } = found.column;
			const more = input === void 0 ? "" : `{% if ${input} %}\n\n### Input:\n{{${input}}}{% endif %}`;
			const doc_to_text = `### Instruction:\n${printed(instruction)}${more}\n\n### Response:`;
			return written(doc_to_text, handedOn(output), textsOf$1(found, "output"));
		}
	},
	{
		name: "a prompt with a reference answer",
		unless: oneOf([
			...CHOICES,
			"endings",
			"chosen",
			"rejected",
			"answerKey",
			"context_options"
		]),
		needs: {
			question: one([
				...QUESTION,
				"instruction",
				"ticket",
				"context"
			]),
			passage: perhaps(PASSAGE),
			reference: one(REFERENCE, isAnswer)
		},
		task: (found) => written(question(found), handedOn(found.column.reference ?? ""), textsOf$1(found, "reference"))
	},
	{
		name: "a text with one of a few labels",
		needs: {
			question: one([
				"text",
				"sentence",
				"input",
				"test_case",
				"tweet",
				"review"
			]),
			label: one([
				"label",
				"label_gold",
				"class",
				"category",
				"sentiment"
			])
		},
		task: (found) => {
			const labels = [...new Set(textsOf$1(found, "label"))].sort();
			const { label: name = "" } = found.column;
			return labels.length > 1 && labels.length <= 20 ? byLabel(question(found), labels, handedOn(name)) : written(question(found), handedOn(name), labels);
		}
	},
	{
		name: "prompts without answers",
		unless: /answer|label|target|expected|gold|correct|solution|response|completion|reference|output|choice|option|ending|chosen|rejected|instruction_id|kwargs|ideal|truth|summary|translation|continuation|letter|\b(?:tests?|cop|key|route)\b|test_list|entry_point/i,
		needs: { question: one([
			"prompt",
			"question",
			"query",
			"instruction",
			"input",
			"user_input"
		]) },
		task: (found) => openEnded(handedOn(found.column.question ?? ""))
	},
	{
		name: "text alone",
		needs: { text: one([
			"text",
			"content",
			"document"
		]) },
		task: ({ column: { text = "" } }) => ({
			options: {
				type: "perplexity",
				doc_to_text: handedOn(text)
			},
			metric: "bits_per_byte"
		})
	}
];

// src/tasks/runners/native/shapes.ts
/** Columns of which each holds one choice: A to D, option_a, choice1, sol1, ans0. */
const COLUMN_FAMILIES = [
	/^([A-J])$/,
	/^op([a-j])$/,
	/^(?:option|choice|opt|answer|ans|sol|ending|alternative)[_ ]?([A-Ja-j0-9])$/i
];
/** Columns of one family, in order, where every row has them; fewer than two are none. */
function choiceColumns(rows) {
	const names = Object.keys(rows[0] ?? {});
	return COLUMN_FAMILIES.map((pattern) => names.filter((name) => pattern.test(name) && rows.every((row) => isAnswer(row[name], row))).sort((a, b) => a < b ? -1 : 1)).find(({ length }) => length > 1) ?? [];
}
/** Columns that say of which part of a benchmark a row is. */
const GROUPS = [
	"subject",
	"category",
	"subtask",
	"group",
	"topic",
	"domain",
	"functionality"
];
/** The task of rows of a shape that is known; null for others. */
function suggestTask(rows) {
	const suggested = byColumns(rows) ?? first(SHAPES, (shape) => byShape(shape, rows));
	if (suggested === null) return null;
	const group = GROUPS.find((name) => isGrouping(rows, name));
	return group === void 0 ? suggested : {
		...suggested,
		options: {
			...suggested.options,
			group_field: group
		}
	};
}
function byShape({ name, needs, unless, task }, rows) {
	if (rows.some((row) => hasColumn(row, unless))) return null;
	const column = columnsOf(needs, rows);
	return column === null ? null : {
		shape: name,
		...task({
			column,
			rows
		})
	};
}
const hasColumn = (row, name) => name !== void 0 && Object.keys(row).some((column) => name.test(column));
function columnsOf(needs, rows) {
	const present = Object.keys(rows[0] ?? {});
	const column = {};
	for (const [part, { names, holds, optional }] of Object.entries(needs)) {
		const fitting = columnsNamed(names, present).find((name) => !Object.values(column).includes(name) && rows.every((row) => holds(row[name], row)));
		if (fitting !== void 0) column[part] = fitting;
		else if (optional !== true) return null;
	}
	return column;
}
/** Whatever their case, and with blanks for underscores, as spreadsheets have them. */
const columnsNamed = (names, present) => {
	const plain = (name) => name.trim().toLowerCase().replaceAll(" ", "_");
	return names.flatMap((name) => present.filter((each) => plain(each) === plain(name)));
};
/** Of the shape from which the fewest rows differ; null where more than one in ten do. */
function oddRow(rows) {
	const present = Object.keys(rows[0] ?? {});
	let best = null;
	for (const { needs, unless } of SHAPES) {
		if (hasColumn(rows[0] ?? {}, unless)) continue;
		const odd = /* @__PURE__ */ new Map();
		for (const { names, holds, optional } of Object.values(needs)) {
			if (optional === true) continue;
			const [fitting] = columnsNamed(names, present).map((column) => ({
				column,
				positions: rows.flatMap((row, position) => holds(row[column], row) ? [] : [position])
			})).sort((a, b) => a.positions.length - b.positions.length);
			if (fitting === void 0) odd.set(rows.length, "");
			for (const position of fitting?.positions ?? rows.keys()) odd.set(position, fitting?.column ?? "");
		}
		const [first] = [...odd].sort(([a], [b]) => a - b);
		if (first === void 0 || odd.size * 10 > rows.length || odd.size >= (best?.count ?? Infinity)) continue;
		best = {
			position: first[0],
			column: first[1],
			count: odd.size
		};
	}
	return best;
}
/** A to D columns, whose names are a family and no list of a table. */
function byColumns(rows) {
	const choices = choiceColumns(rows);
	if (choices.length < 2 || choices.length > LETTERS.length) return null;
	const others = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !choices.includes(name))));
	const column = columnsOf({
		passage: perhaps(PASSAGE),
		question: one(QUESTION),
		answer: one(ANSWER, isAnswer)
	}, others);
	if (column === null) return null;
	const { answer = "", question: name = "" } = column;
	const task = !rows.every((row) => choices.some((choice) => row[choice] === row[answer])) && [...choices, name].every(isName) ? lettered({
		column,
		rows
	}, choices.map(printed), answer) : byText({
		column,
		rows
	}, choices.map(handedOn), handedOn(answer));
	return {
		shape: `columns of choices: ${choices.join(", ")}`,
		...task
	};
}
function isGrouping(rows, name) {
	const values = new Set(rows.map((row) => row[name]));
	return [...values].every((value) => isAnswer(value, {}) && String(value).length <= 200) && values.size > 1 && values.size * 2 <= rows.length;
}
function first(items, find) {
	for (const item of items) {
		const found = find(item);
		if (found !== null) return found;
	}
	return null;
}

// src/app/inspect-data.ts
/**
* The task of a dataset, prepared as an evaluation would prepare it, so that what is written runs.
* @param given a path or a split of the hub, with the name of the task before it where that is not the file's: `mmlu=test.jsonl`
* @param directory what the dataset is relative to in the config
* @throws WeighbridgeError `data` for a file that cannot be read, is of no known shape, or can be read in two ways
*/
async function taskOfData(given, directory, declared) {
	const [, named, written = given] = /^([A-Za-z0-9][\w-]*)=(.+)$/.exec(given) ?? [];
	const place = placeOfDataset(process$1.cwd(), written);
	const dataset = isHubDataset(written) ? written : relative(directory, place);
	const { rows } = await loadDataset(place);
	const fields = rows.map((row) => row.fields);
	const suggested = suggestTask(fields);
	if (suggested === null) {
		const odd = oddRow(fields);
		const line = rows[odd?.position ?? -1]?.line;
		throw odd !== null && line !== void 0 ? misfit(written, line, odd.column) : unknownShape(written, Object.keys(fields[0] ?? {}));
	}
	const name = named ?? nameOf$2(written);
	const { prepared, options } = await settled(name, dataset, directory, suggested, declared);
	const [sample] = prepared.samples;
	const asked = await nativeRunner.questions(nativeTask.parse(options), directory);
	return {
		...suggested,
		name,
		options,
		samples: prepared.samples.length,
		repeated: repeatedIn(name, prepared, asked.rows),
		shown: {
			task: name,
			samples: prepared.samples.length,
			shown: sample === void 0 ? [] : [{
				id: sample.id,
				...prepared.show(sample, null)
			}]
		}
	};
}
/** With what answers are where the file leaves no doubt that they count from 1; a doubt is an error. */
async function settled(name, dataset, directory, { options: suggested }, declared) {
	const attempt = async (format) => {
		const options = {
			dataset,
			...suggested,
			...format === void 0 ? {} : { answer_format: format }
		};
		return {
			options,
			prepared: await nativeRunner.prepare(name, nativeTask.parse(options), directory)
		};
	};
	try {
		return await attempt(suggested.type === "multiple_choice" ? declared : void 0);
	} catch (error) {
		if (!(error instanceof CountedFromOne)) throw error;
		if (error.isCertain) return attempt("index_from_1");
		throw new WeighbridgeError("data", error.message, {
			...error.at === void 0 ? {} : { at: error.at },
			fix: "say which it is: --answer-format index_from_1, or --answer-format index where the first choice is 0",
			cause: error
		});
	}
}
/** As a folder and a gate can be called. */
function nameOf$2(written) {
	const [, repository] = /^hf:[^/]+\/([^@]+)/.exec(written) ?? [];
	const name = (repository ?? basename(written).replace(/(\.[a-z]+)?\.(?:gz|zst)$|\.[a-z]+$/i, "")).replaceAll(/[^A-Za-z0-9_-]+/g, "_").replaceAll(/^[_-]+/g, "").slice(0, 60);
	return name === "" ? "own" : name;
}
const misfit = (file, line, column) => new WeighbridgeError("data", `the column ${JSON.stringify(column)} is empty here, or not what it is in other rows`, {
	at: {
		file,
		line
	},
	fix: "correct the row, or leave it out"
});
const unknownShape = (file, columns) => new WeighbridgeError("data", `no shape of dataset that is known has these columns: ${columns.slice(0, 20).join(", ")}`, {
	at: { file },
	fix: "rename them, such as question, choices, answer or prompt, reference, or write the task yourself: doc_to_text and doc_to_target (docs/reference/datasets.md)"
});

// src/config/starter.ts
/** Where this project lives. The pin is left open on purpose: nobody should copy a commit that they have not chosen. */
const REPOSITORY = "weighbridge/weighbridge";
const UNPINNED = "0".repeat(40);
const CHECKOUT = "actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1";
const STARTER_DEFAULTS = {
	tasks: [],
	candidate: "checkpoints/candidate.gguf",
	baseline: "checkpoints/baseline.gguf",
	commit: UNPINNED
};
const DATASET = "evals/arithmetic.jsonl";
/** Of the smallest part of a suite: few enough that all are evaluated. */
const SUITE_SAMPLES = 60;
/** What `weighbridge init` writes: a config, the workflow that uses it, and a small dataset to begin with. */
function starterFiles(options = {}) {
	const complete = {
		...STARTER_DEFAULTS,
		...options
	};
	return [
		{
			path: "weighbridge.yml",
			text: starterConfig(complete)
		},
		{
			path: ".github/workflows/weighbridge.yml",
			text: starterWorkflow(complete)
		},
		...complete.tasks.length === 0 ? [{
			path: DATASET,
			text: starterDataset()
		}] : []
	];
}
const ARITHMETIC = `  arithmetic:
    role: general
    type: multiple_choice
    dataset: ${DATASET} # rows of id, question, choices, answer; put your own here
`;
/** Drops that so many samples can be expected to prove; `check` counts for the gate itself. */
const PROVABLE$1 = [
	[10400, "1pp"],
	[2600, "2pp"],
	[1160, "3pp"],
	[420, "5pp"],
	[110, "10pp"]
];
/** The task of a dataset of one's own. */
const taskOfOwnData = ({ name, role, options, metric, rule = "max_drop", samples }) => {
	const limit = [
		"acc",
		"exact_match",
		"over_refusal"
	].includes(metric) ? PROVABLE$1.find(([needed]) => samples >= needed)?.[1] ?? "20pp" : "5%rel";
	return {
		name,
		samples,
		written: {
			role,
			...options
		},
		gates: [{
			metric: `${name}/${metric}`,
			[rule]: limit
		}]
	};
};
/** All suites that ship, each a task of its own name. */
const suiteTasks = () => [...STARTER_SUITES].map(([suite, { parts }]) => {
	const name = suite.replace(/^.*:/, "");
	return {
		name,
		written: suite,
		gates: Object.entries(parts).map(([part, { gate }]) => ({
			...gate,
			metric: `${name}${part}/${gate.metric}`
		})),
		samples: SUITE_SAMPLES
	};
});
const indented = (value, by) => (0, import_dist.stringify)(value, { lineWidth: 0 }).trimEnd().replaceAll(/^(?=.)/gm, by);
/**
* The text of a config with one more task and its gate; comments and order stay.
* @throws WeighbridgeError `config` for a text that is no map of this kind, or has the task
*/
function withTask(text, file, task) {
	const document = (0, import_dist.parseDocument)(text);
	const fault = (message, fix) => new WeighbridgeError("config", message, {
		at: { file },
		fix
	});
	if (document.errors.length > 0 || !(0, import_dist.isMap)(document.contents)) throw fault("the config cannot be read, so no task was added", "`weighbridge check` says where");
	if (document.hasIn(["tasks", task.name])) throw fault(`there is a task ${task.name} already`, "give this one another name: --data <name>=<file>");
	document.setIn(["tasks", task.name], document.createNode(task.written));
	for (const each of task.gates) {
		const gate = document.createNode(each, { flow: true });
		if (document.hasIn(["gates"])) document.addIn(["gates"], gate);
		else document.set("gates", document.createNode([gate]));
	}
	return document.toString({ lineWidth: 0 });
}
/** A value as YAML writes it on one line: quoted where a bare one would mean something else. */
const scalar = (text) => /\p{Cc}/u.test(text) ? JSON.stringify(text) : (0, import_dist.stringify)(text, { lineWidth: 0 }).trimEnd();
function starterConfig({ candidate, baseline, tasks }) {
	const own = tasks.map(({ name, written }) => indented({ [name]: written }, "  "));
	const gates = tasks.length === 0 ? [{
		metric: "arithmetic/acc",
		max_drop: "5pp"
	}] : tasks.flatMap((task) => task.gates);
	const samples = tasks.length === 0 ? 120 : Math.min(...tasks.map((task) => task.samples));
	return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${REPOSITORY}/main/schema/weighbridge.schema.json
# What this fine-tune may not forget. \`weighbridge check\` says what these lines come to without running a model.
version: 1

# Paths are relative to this file. A baseline may also be a folder of results of an earlier run.
candidate: ${scalar(candidate)}
baseline: ${scalar(baseline)}

tasks:
  # The role says which limits apply: target should gain, general must not be forgotten, safety has ceilings.
  # Questions that ship with Weighbridge need no data: \`general: weighbridge:general\` is a task (\`weighbridge init --starter\`).
${own.length === 0 ? ARITHMETIC : `${own.join("\n")}\n`}
gates:
  # Proven by paired samples, not by comparing two averages. A change of a rate is written in points: 5pp, or 0.05.
  # The fewer the samples, the wider the limit must be: 2pp needs about 2,600 of them, and \`check\` counts for you.
${gates.map((gate) => `  - ${(0, import_dist.stringify)(gate, {
		collectionStyle: "flow",
		lineWidth: 0
	})}`).join("")}
# The headline limits; each is also an input of the action and a flag. Set those whose tasks you have.
# thresholds:
${Object.entries(THRESHOLDS).map(([name, { example, about }]) => `#   ${name}: ${example} # ${about}\n`).join("")}
policy:
  # What a gate does that the data leave undecided: lean (merge unproven where that is luck in at most one run of four), block, or warn.
  on_inconclusive: lean
${samples < 1e3 ? `  # Every sample counts: stopping early saves little of so few, and rests on which of them came first. Leave it out for
  # thousands: then an evaluation ends as soon as its gates are decided.
  evaluation: full
` : ""}`;
}
/** Whether an event of a pull request can change a verdict. */
const CONCERNS = `startsWith(github.event.label.name || 'weighbridge:', 'weighbridge:') && (github.event.changes.base || !github.event.changes)`;
function starterWorkflow({ commit }) {
	return `name: weighbridge
on:
  pull_request:
    types: [opened, synchronize, reopened, ready_for_review, edited, labeled, unlabeled]
permissions: {}
jobs:
  gate:
    # Of edits only another base branch counts, of labels only ours. A job that is skipped passes where it is required, so that a
    # skipped one has another name.
    name: \${{ ${CONCERNS} && 'gate' || 'not concerned' }}
    if: \${{ ${CONCERNS} }}
    runs-on: ubuntu-24.04
    permissions: { actions: read, contents: read, pull-requests: write } # earlier draws; the checkout; the comment
    steps:
      - uses: ${CHECKOUT}
        with: { lfs: true, persist-credentials: false }
      - uses: ${REPOSITORY}@${commit}${commit === UNPINNED ? " # put the commit you have reviewed here" : ""}
`;
}
/** Sums whose right answer stands among its neighbours: enough rows for the starter's gate, and nothing to download. */
function starterDataset() {
	const rows = [];
	for (let a = 2; a <= 13; a += 1) for (let b = 3; b <= 12; b += 1) {
		const answer = (a * 7 + b * 3) % 4;
		const choices = [
			0,
			1,
			2,
			3
		].map((index) => String(a + b + index - answer));
		rows.push(JSON.stringify({
			id: `${a}+${b}`,
			question: `Question: ${a} + ${b} = ?\nAnswer:`,
			choices,
			answer
		}));
	}
	return `${rows.join("\n")}\n`;
}

// src/report/rendered-sample.ts
/** For a terminal: white space at the end of a line is part of a prompt, and so is drawn. */
function shownLines({ task, samples, shown }) {
	return shown.flatMap(({ id, prompt, continuations, gold, targets }, index) => [
		...index === 0 ? [] : [""],
		`${task}, sample ${plain$2(id)} of ${samples}`,
		...prompt.split("\n").map((line) => `  │${ends(plain$2(line))}`),
		...continuations.map((text, choice) => `  ${choice === gold ? "✔" : " "} ${drawn(text)}`),
		...targets.length === 0 ? [] : [`  right: ${targets.map(drawn).join(" or ")}`]
	]);
}
/** Datasets are strangers' texts: what a terminal or a runner would obey, or not show, is written otherwise. */
const plain$2 = (text) => text.replace(/(?!\t)[\p{Cc}\p{Cf}\u2028\u2029]|\p{Cs}/gu, (character) => {
	const number = (character.codePointAt(0) ?? 0).toString(16);
	return number.length > 4 ? `\\u{${number}}` : `\\u${number.padStart(4, "0")}`;
}).replaceAll("##[", "##\\[");
const ends = (line) => line.replace(/ +$/, (spaces) => "·".repeat(spaces.length));
const drawn = (text) => plain$2(JSON.stringify(text));

// src/cli/init.ts
const HELP$9 = `
With --data, the columns say what the task is; known are MMLU, ARC, HellaSwag, BoolQ, SQuAD, GSM8K, Alpaca, ShareGPT and messages,
preference pairs, columns A to D, a prompt with a reference, prompts alone (whose answers are compared), and text. A config that is there gets the task added.
With --starter, the tasks are the suites that ship with Weighbridge (docs/reference/starter-suites.md).

Examples:
  weighbridge init
  weighbridge init --data evals/own.csv --baseline models/base.gguf --candidate out/step-2000.gguf
  weighbridge init --starter
  weighbridge init --data hf:cais/mmlu@c30699e8356da336a370243923dbaf21066bb9fe#all/test
`;
const CONFIG = "weighbridge.yml";
const addInit = (program, { terminal }) => {
	program.command("init").description("write a starter config, a workflow, and the task of a dataset").addOption(new Option("--candidate <path>", "checkpoint that pull requests change").default(STARTER_DEFAULTS.candidate)).addOption(new Option("--baseline <path>", "checkpoint to compare with").default(STARTER_DEFAULTS.baseline)).addOption(new Option("--data <file>", "dataset of own questions, or a split of the hub, as <file> or <name>=<file>; repeatable").argParser((value, earlier = []) => [...earlier, value])).addOption(new Option("--answer-format <format>", "what a right answer is, where the file does not tell").choices(ANSWER_FORMATS)).addOption(new Option("--role <role>", "what the data is for (default: general, of prompts alone behaviour)").choices(TASK_ROLES)).addOption(new Option("--starter", "with the suites that ship: a first gate without data of your own")).addOption(new Option("--directory <dir>", "where to write").default(".")).addHelpText("after", HELP$9).addOption(new Option("--force", "overwrite files that are there")).action(async ({ data = [], starter = false, force = false, ...flags }) => {
		const { candidate, baseline, directory, answerFormat, role } = flags;
		const tasks = [];
		for (const file of data) tasks.push(await taskOfData(file, resolve(directory), answerFormat));
		const starters = [...tasks.map((task) => taskOfOwnData({
			...task,
			role: role ?? task.role ?? "general"
		})), ...starter ? suiteTasks() : []];
		refuseTwice(starters.map(({ name }) => name));
		const config = join(directory, CONFIG);
		const isAdded = starters.length > 0 && existsSync(config) && !force;
		const files = isAdded ? [{
			path: config,
			text: await extended(config, starters)
		}] : newFiles({
			candidate,
			baseline,
			tasks: starters
		}, directory, force);
		for (const { path, text } of files) {
			await writeStarter(path, text);
			terminal.info(`wrote ${path}`);
		}
		for (const { shown, shape, samples, repeated } of tasks) terminal.print(`\n${[
			`${plural(samples, "row")}, in the shape of ${shape}:`,
			...shownLines(shown),
			...repeated.map(fenceLine)
		].join("\n")}`);
		terminal.print(isAdded ? "\nNext: `weighbridge check` says what it comes to." : `\nNext: ${provide([candidate, baseline], directory)}put the action's commit into .github/workflows/weighbridge.yml, then
\`weighbridge check\` says what is still missing.`);
	});
};
/** Paths of checkpoints that lead nowhere yet; what is no path, such as `hf:org/name`, `check` looks for. */
function provide(checkpoints, directory) {
	const missing = checkpoints.filter((path) => !/^[a-z]{2,}:/.test(path) && !existsSync(resolve(directory, path)));
	return missing.length === 0 ? "" : `provide ${missing.join(" and ")} (or name your own in weighbridge.yml), `;
}
function refuseTwice(names) {
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice === void 0) return;
	throw new WeighbridgeError("usage", `there would be two tasks ${twice}`, { fix: "give a file of your own another name: --data <name>=<file>" });
}
async function extended(config, tasks) {
	let text = await readFile(config, "utf8");
	for (const task of tasks) text = withTask(text, config, task);
	return text;
}
function newFiles(options, directory, force) {
	const files = starterFiles(options).map((file) => ({
		...file,
		path: join(directory, file.path)
	}));
	const present = files.filter(({ path }) => existsSync(path)).map(({ path }) => path);
	if (present.length === 0 || force) return files;
	throw new WeighbridgeError("usage", `already there: ${present.join(", ")}`, { fix: "give --force to overwrite, or --directory for another place" });
}
async function writeStarter(path, text) {
	try {
		await makeDirectory(dirname(path));
		await writeFile(path, text);
	} catch (cause) {
		throw new WeighbridgeError("usage", `cannot be written: ${messageOf(cause)}`, {
			at: { file: path },
			fix: "name another place with --directory",
			cause
		});
	}
}

// src/app/noise/false-blocks.ts
/** Whether an estimate stops a merge under a policy: the code that judges merges, asked about data that might have been. */
function blocks(hypothesis, estimate, policy, isWhole) {
	const alpha = policy.alpha.value;
	const target = chooseTarget(policy.target.value, hypothesis, estimate, alpha, isWhole);
	return stopsMerge(testHypothesis(hypothesis, estimate, alpha, target), policy);
}
/**
* Probability that an unchanged model is blocked: each of `pairs` samples rises or falls with probability discordance/2.
* Exact: every number of falls is weighed with its probability, and for each the rises at which the merge is let through
* are found by bisection, since more rises are never worse. Falls further than nine standard deviations out are left away.
*/
function falseBlocksOfPairs(hypothesis, pairs, discordance, policy, isWhole) {
	const share = discordance / 2;
	const blocksAt = (improved, regressed) => blocks(hypothesis, estimateOfFlips(hypothesis.sign, {
		regressed,
		improved,
		pairs
	}), policy, isWhole);
	const spread = 9 * Math.sqrt(pairs * share * (1 - share)) + 9;
	const from = Math.max(0, Math.floor(pairs * share - spread));
	const to = Math.min(pairs, Math.ceil(pairs * share + spread));
	let blocked = 0;
	for (let worse = from; worse <= to; worse += 1) {
		const left = pairs - worse;
		const enough = firstCount(left, (better) => !blocksAt(better, worse));
		blocked += binomialExactly(worse, pairs, share) * binomialAtMost(enough - 1, left, share / (1 - share));
	}
	return Math.min(1, blocked);
}
/** The same for a ceiling or floor on 0/1 scores, for a model whose true rate is `rate`. */
function falseBlocksOfRate(hypothesis, n, rate, policy, isWhole) {
	const blocksAt = (events) => blocks(hypothesis, hypotheticalEstimate("clopper-pearson", events / n, n, {
		kind: "binomial",
		events,
		n
	}), policy, isWhole);
	if (hypothesis.sign === 1) return 1 - binomialAtMost(firstCount(n, (events) => blocksAt(events)) - 1, n, rate);
	return binomialAtMost(firstCount(n, (events) => !blocksAt(events)) - 1, n, rate);
}

// src/app/noise/unchanged.ts
/** Rounds of a simulation, at which the standard error of a rate is at most 2.5 points; fewer for many samples, of the least 5. */
const MOST_ROUNDS = 400;
const LEAST_ROUNDS = 100;
/** Pairs that all rounds may draw together, which keeps a gate to about ten seconds of a processor. */
const MOST_DRAWS = 4e5;
/** Of a corpus metric's bootstrap in each round: a tenth of a verdict's, since its own chance evens out over the rounds. */
const RESAMPLES = 200;
/** How likely it is that an unchanged model is certified within the margin that is named for that. */
const CERTAIN = .9;
function wantsGain(gate) {
	const { estimand, limitSign } = ruleOf(gate);
	return estimand === "delta" && limitSign === -1;
}
/**
* What the policy does to a model that did not change, by the code that judges merges. In every round the questions are drawn
* anew (whole clusters with replacement, group by group), and each changes its two runs by a coin: two runs of one model are
* exchangeable, question by question, which is the null hypothesis of a paired randomisation test (Noreen 1989,
* "Computer-intensive methods for testing hypotheses"). All gates see the same draws, so that they hang together as they do.
*
* Assumes that the two runs differ from each other as an unchanged candidate would from its baseline. The seed makes it the
* same every time.
*/
function simulateUnchanged(input) {
	const { gates, policy, seed } = input;
	const tasks = tasksIn(input);
	const pairs = tasks.reduce((total, { units, metrics }) => total + units.flat().length * metrics.length, 0);
	const rounds = Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.floor(MOST_DRAWS / Math.max(1, pairs))));
	const random = mulberry32(seed);
	const results = Array.from({ length: rounds }, () => {
		const drawn = tasks.map((task) => draw(task, input.assumed, random));
		const seen = drawn.map(({ comparison }) => comparison);
		const flipped = drawn.map((task) => task.flipped);
		return gates.map((gate) => judgeGate({
			...gate,
			tier: "blocking"
		}, ruleOf(gate).estimand === "delta" ? flipped : seen, policy).result);
	});
	const blockedBy = (counts) => {
		const own = gates.map((gate) => gate.tier === "blocking" && counts(gate));
		if (!own.includes(true)) return null;
		return shareOf(results, (round) => round.some(({ blocks }, index) => blocks && own[index] === true));
	};
	return {
		rounds,
		gates: gates.map((gate, index) => {
			const own = results.flatMap((round) => round[index] ?? []);
			const certifies = (asksOneChange(ruleOf(gate)) ? own.map(reachOf).sort((a, b) => a - b) : [])[Math.ceil(CERTAIN * rounds) - 1] ?? Infinity;
			return {
				blocked: shareOf(own, ({ blocks }) => blocks),
				certifies: Number.isFinite(certifies) ? Math.max(0, certifies) : null
			};
		}),
		blocked: blockedBy(() => true),
		blockedWithoutGains: blockedBy((gate) => !wantsGain(gate))
	};
}
/** Standard error of a share of `rounds`, with two of each outcome added (Agresti & Coull 1998): none seen is not no error. */
function stderrOfShare(share, rounds) {
	const moved = (share * rounds + 2) / (rounds + 4);
	return Math.sqrt(moved * (1 - moved) / (rounds + 4));
}
function shareOf(items, holds) {
	return items.filter(holds).length / items.length;
}
/** How far the interval reaches to the worse: every larger limit of a drop would have been certified. */
function reachOf({ rule, net, delta, direction }) {
	const { low = null, high = null } = net ?? delta ?? {};
	const sign = direction === null ? 1 : ruleOf({ rule }).signFor(direction);
	const worst = sign === -1 ? low : high;
	return worst === null ? Infinity : sign * worst;
}
function tasksIn({ comparisons, gates }) {
	const named = gates.flatMap(metricsOfGate);
	return comparisons.flatMap((comparison) => {
		const own = new Set(named.flatMap(({ task, metric }) => task === comparison.task ? [metric] : []));
		const metrics = comparison.metrics.filter(({ declaration }) => own.has(declaration.name));
		if (metrics.length === 0) return [];
		return [{
			comparison,
			metrics,
			units: unitsOf(metrics)
		}];
	});
}
function unitsOf(metrics) {
	const clusters = /* @__PURE__ */ new Map();
	metrics.forEach(({ scores }, metric) => {
		for (const score of scores) {
			const name = score.cluster ?? `\u0000${score.key}`;
			const cluster = clusters.get(name) ?? metrics.map(() => []);
			clusters.set(name, cluster);
			cluster[metric]?.push(score);
		}
	});
	const groups = /* @__PURE__ */ new Map();
	for (const cluster of clusters.values()) {
		const name = cluster.flat()[0]?.group ?? null;
		const group = groups.get(name);
		if (group === void 0) groups.set(name, [cluster]);
		else group.push(cluster);
	}
	return [...groups.values()];
}
function draw({ comparison, metrics, units }, assumed, random) {
	const drawn = metrics.map(() => []);
	units.forEach((group, name) => {
		for (let place = 0; place < group.length; place += 1) {
			const cluster = group[Math.floor(random() * group.length)] ?? [];
			const isSwapped = random() < .5;
			cluster.forEach((scores, metric) => {
				for (const score of scores) {
					const own = {
						...score,
						key: `${name} ${place} ${score.key}`,
						cluster: `${name} ${place}`
					};
					drawn[metric]?.push(isSwapped ? {
						...own,
						baseline: own.candidate,
						candidate: own.baseline
					} : own);
				}
			});
		}
	});
	const compared = (scoresOf) => ({
		...comparison,
		mismatches: [],
		sequence: null,
		draw: null,
		metrics: metrics.map((metric, index) => ({
			...metric,
			scores: scoresOf(metric, index),
			resamples: RESAMPLES
		}))
	});
	return {
		comparison: compared((_, index) => drawn[index] ?? []),
		flipped: compared((metric, index) => flipped(drawn[index] ?? [], assumed.get(metric) ?? 0, random))
	};
}
const WRONG = {
	numerator: 0,
	denominator: 1
};
const RIGHT = {
	numerator: 1,
	denominator: 1
};
/** With so many pairs of 0/1 scores that fall and rise, in equal shares; for a discordance of 0 as they were. */
function flipped(scores, discordance, random) {
	if (discordance === 0) return scores;
	return scores.map((score) => {
		const u = random();
		if (score.baseline === null || score.candidate === null || u >= discordance) return score;
		return u < discordance / 2 ? {
			...score,
			baseline: RIGHT,
			candidate: WRONG
		} : {
			...score,
			baseline: WRONG,
			candidate: RIGHT
		};
	});
}

// src/app/noise/policy-noise.ts
/** What two runs of one model say about the policy. Pure. */
function noiseOf(input) {
	const { comparisons, labels = /* @__PURE__ */ new Map(), policy, assumedDiscordance, seed } = input;
	const gates = input.gates.map((gate) => {
		if (!isJudged(gate, comparisons)) return gate;
		const { tier } = weighJudge(gate, judgeGate(gate, comparisons, policy), comparisons, labels, policy);
		return {
			...gate,
			tier
		};
	});
	const decision = decide({
		comparisons,
		gates: input.gates.filter((gate) => !wantsGain(gate)),
		policy,
		labels: {
			baseline: labels,
			anchor: /* @__PURE__ */ new Map()
		}
	});
	const asked = gates.map((gate) => ({
		gate,
		ground: groundOf(gate, input)
	}));
	const covered = asked.flatMap(({ gate, ground }) => "reason" in ground ? [] : [{
		gate,
		ground
	}]);
	const assumed = new Map(covered.flatMap(({ ground }) => ground.metrics).filter(({ flips }) => flips === "assumed").map(({ metric }) => [metric, assumedDiscordance]));
	const unchanged = simulateUnchanged({
		comparisons,
		gates: covered.map(({ gate }) => gate),
		policy,
		assumed,
		seed
	});
	const judged = asked.map(({ gate, ground }) => {
		const named = {
			gate: gate.id,
			tier: gate.tier,
			wantsGain: wantsGain(gate)
		};
		if ("reason" in ground) return {
			...named,
			pairs: ground.pairs,
			...UNKNOWN,
			reason: ground.reason
		};
		const simulated = unchanged.gates[covered.findIndex((each) => each.gate === gate)];
		if (simulated === void 0) throw new Error("a gate without a simulation");
		return {
			...named,
			pairs: ground.pairs,
			...figures(gate, ground, simulated, unchanged.rounds, input)
		};
	});
	return {
		schemaVersion: 1,
		verdict: decision.verdict,
		blocked: decision.blocked,
		reasons: decision.reasons,
		comparability: comparisons.flatMap(({ mismatches }) => mismatches),
		metrics: comparisons.flatMap(({ task, metrics }) => metrics.map((metric) => byAnswers(metricNoise(task, metric), input.answers ?? []))),
		gates: judged,
		falseBlockRate: suiteNoise(judged, unchanged)
	};
}
function suiteNoise(judged, unchanged) {
	const { blocked, blockedWithoutGains, rounds } = unchanged;
	const rates = judged.flatMap(({ tier, falseBlockRate }) => tier === "blocking" && falseBlockRate !== null ? [falseBlockRate] : []);
	if (blocked === null) return null;
	return {
		value: blocked,
		stderr: stderrOfShare(blocked, rounds),
		rounds,
		withoutGains: blockedWithoutGains,
		atLeast: Math.max(...rates),
		atMost: Math.min(1, rates.reduce((total, rate) => total + rate, 0))
	};
}
const UNKNOWN = {
	discordance: null,
	falseBlockRate: null,
	by: null,
	stderr: null,
	provableLimit: null
};
/** The scores behind a gate; otherwise why nothing follows from them. */
function groundOf(gate, { comparisons, policy }) {
	const named = metricsOfGate(gate);
	const found = [];
	let pairs = Infinity;
	for (const each of named) {
		const located = locateMetric(each, comparisons);
		const { metric } = located;
		const own = metric?.scores.filter((score) => DELTA.read(score) !== null).length ?? 0;
		pairs = Math.min(pairs, own);
		if ("faults" in located) return {
			pairs,
			reason: `cannot be judged: ${located.faults.join(" ")}`
		};
		if (metric === null || own === 0) return {
			pairs,
			reason: `neither run has scores of ${each.metric} on ${each.task}`
		};
		const { changed } = metricNoise(each.task, metric);
		const isExact = countsFromZeroToOne(metric) && imputeDelta(metric)?.method === "tango";
		const flips = isExact ? changed === 0 ? "assumed" : "measured" : null;
		if (ruleOf(gate).estimand === "delta" && changed === 0 && !isExact) {
			const which = named.length === 1 ? "" : ` on ${each.task}/${each.metric}`;
			return {
				pairs,
				reason: `the two runs agree everywhere${which}, which says nothing of a fine-tune`
			};
		}
		found.push({
			comparison: located.comparison,
			metric,
			flips,
			changed
		});
	}
	const [own] = found;
	if (own === void 0) throw new Error("a gate without a metric");
	const { comparison } = own;
	if (ruleOf(gate).scope !== "metric") return {
		pairs,
		comparison,
		hypothesis: null,
		metrics: found
	};
	const { hypothesis, result } = judgeGate(gate, comparisons, policy);
	return hypothesis === null ? {
		pairs,
		reason: result.reasons.join(" ")
	} : {
		pairs,
		comparison,
		hypothesis,
		metrics: found
	};
}
/** Whether the right answers are as many as their scores come to: any others are counted too, in another unit than their limits. */
const countsFromZeroToOne = ({ declaration: { range } }) => range.min === 0 && range.max === 1;
const RIGHTLY = "an unchanged model has no gain, so that it is right to block it";
function figures(gate, { comparison, hypothesis, metrics: [own, ...losses], pairs }, simulated, rounds, { policy, assumedDiscordance }) {
	if (own === void 0) throw new Error("a gate without a metric");
	const { metric, changed } = own;
	const isWhole = !comparison.limited && pairs === metric.scores.length;
	const exact = {
		by: "enumeration",
		stderr: 0,
		reason: wantsGain(gate) ? RIGHTLY : null
	};
	if (hypothesis?.estimand === "delta" && own.flips !== null) {
		const value = own.flips === "assumed" ? assumedDiscordance : changed / pairs;
		return {
			...exact,
			discordance: {
				value,
				from: own.flips
			},
			falseBlockRate: falseBlocksOfPairs(hypothesis, pairs, value, policy, isWhole),
			provableLimit: smallestDetectableDrop(pairs, value, {
				alpha: policy.alpha.value,
				power: .9
			})
		};
	}
	const estimate = hypothesis?.estimand === "candidate" ? imputeCandidate(metric) : null;
	if (hypothesis !== null && countsFromZeroToOne(metric) && estimate?.method === "clopper-pearson") {
		const rate = ratioOfSums(metric.scores.flatMap((score) => CANDIDATE.read(score) ?? []));
		const falseBlockRate = falseBlocksOfRate(hypothesis, estimate.n, rate, policy, isWhole);
		return {
			...exact,
			discordance: null,
			falseBlockRate,
			provableLimit: null
		};
	}
	const seen = [own, ...losses].some(({ flips }) => flips === "assumed") ? `with ${Math.round(100 * assumedDiscordance)} % flips where the two runs showed none` : "from the differences that the two runs showed; a fine-tune differs more";
	return {
		discordance: null,
		falseBlockRate: simulated.blocked,
		by: "simulation",
		stderr: stderrOfShare(simulated.blocked, rounds),
		provableLimit: simulated.certifies,
		reason: wantsGain(gate) ? `${RIGHTLY}; ${seen}` : seen
	};
}
/** What a sample's answers show among themselves tells more than one redrawing of them. */
function byAnswers(noise, known) {
	const own = known.find(({ task, metric, filter }) => task === noise.task && metric === noise.metric && filter === noise.filter);
	if (own === void 0) return noise;
	const { answers, samples, flaky, largest, stderr } = own;
	return {
		...noise,
		answers,
		pairs: samples,
		changed: flaky,
		largest,
		stderr
	};
}
function metricNoise(task, metric) {
	const pairs = metric.scores.flatMap((score) => DELTA.read(score) ?? []);
	const isCorpus = metric.declaration.kind === "corpus";
	const changes = pairs.map(({ baseline, candidate }) => isCorpus ? Number(baseline.parts?.some((part, index) => part !== candidate.parts?.[index]) ?? false) : Math.abs(ratioOfSums([candidate]) - ratioOfSums([baseline])));
	const changed = changes.filter((change) => change > 0).length;
	const { declaration, filter } = metric;
	return {
		task,
		metric: declaration.name,
		filter,
		unit: declaration.unit,
		pairs: pairs.length,
		changed,
		largest: changes.length === 0 || isCorpus ? null : changes.reduce((most, change) => Math.max(most, change), 0),
		stderr: changed === 0 ? null : stderrOf(metric)
	};
}
/** Of the difference, with nothing added for sparse data: null where both runs agree everywhere. */
function stderrOf(metric) {
	if (metric.declaration.kind === "corpus") return stderrOfCorpusChange(metric);
	const baseline = estimateOf(metric, paired("baseline"));
	const stderr = imputeDelta(metric)?.stderr ?? 0;
	return baseline === null || stderr === 0 ? null : shownDelta(stderr, baseline.value, metric.declaration);
}

// src/app/noise/repeats.ts
const repeatedMetrics = ({ metrics }) => metrics.flatMap(({ name, repeated }) => repeated === true ? [name] : []);
/** Whether a run has several answers' scores for every metric, so that its noise is known without another run. */
const isRepeated = ({ record }) => record.metrics.length > 0 && repeatedMetrics(record).length === record.metrics.length;
/**
* Two runs of one model differ by chance between answers alone: SE² = 2 · Σ w² s² / K / (Σ w)², s² being the unbiased variance
* of the scores of a sample's K answers (Miller 2024, "Adding Error Bars to Evals": E[σ²] / K of the law of total variance).
* Assumes answers that are independent, given their questions.
*/
function answerNoise({ record, samples }) {
	const answers = repeatsOf(record);
	const filters = /* @__PURE__ */ new Set();
	for (const { filter = null } of samples) filters.add(filter);
	return repeatedMetrics(record).flatMap((metric) => [...filters].map((filter) => {
		const found = {
			samples: 0,
			flaky: 0,
			largest: 0
		};
		const sums = {
			weight: 0,
			within: 0
		};
		for (const sample of samples) {
			const { filter: own = null, weight = 1 } = sample;
			const spread = own === filter ? spreadOfAnswers(sample, metric) : null;
			if (spread === null) continue;
			found.samples += 1;
			if (spread.range > 0) found.flaky += 1;
			found.largest = Math.max(found.largest, spread.range);
			sums.weight += weight;
			sums.within += weight ** 2 * spread.variance / answers;
		}
		const stderr = sums.within > 0 ? Math.sqrt(2 * sums.within) / sums.weight : null;
		return {
			task: record.task,
			metric,
			filter,
			answers,
			...found,
			stderr
		};
	}));
}
/**
* Another run of the same model, made of the answers of this one: of each sample they are drawn anew with replacement. Its mean
* is that of one less than there are, which has exactly the variance s²/K that the mean of K answers has (Rao & Wu 1988,
* "Resampling inference with complex survey data", with n − 1 draws); what is asked of several answers is asked of as many.
*/
function redrawn({ record, samples }, random) {
	return {
		record,
		samples: Array.from(samples, (sample) => redrawnSample(sample, random))
	};
}
function redrawnSample(sample, random) {
	const { repeats, scores } = sample;
	if (repeats === void 0) return sample;
	const count = Object.values(repeats.scores)[0]?.length ?? 0;
	const drawn = Array.from({ length: count }, () => Math.floor(random() * count));
	const lists = Object.entries(repeats.scores).map(([metric, own]) => [metric, drawn.map((answer) => own[answer] ?? NaN)]);
	const means = lists.map(([metric, own]) => [metric, meanOfRepeats(own.slice(0, -1))]);
	const said = repeats.same_as && drawn.map((answer) => repeats.same_as?.[answer] ?? answer);
	const again = {
		scores: Object.fromEntries(lists),
		...said === void 0 ? {} : { same_as: said.map((answer) => said.indexOf(answer)) }
	};
	return {
		...sample,
		scores: {
			...scores,
			...Object.fromEntries(means)
		},
		repeats: again
	};
}

// src/app/noise.ts
const NOISE_FILE = "noise.json";
/**
* Evaluates the baseline twice, each time in a folder of its own and with an engine of its own, and says what differs; of tasks
* with several answers to each sample once, and says how these differ.
* Goes on where an earlier measurement stopped; null when the signal came before the end. Writes `noise.json`.
* @throws WeighbridgeError `config` when the baseline is results, which cannot be run again
*/
async function measureNoise(options) {
	const { configPath, overrides, out, log, signal } = options;
	const loaded = await readConfigAndFetch(configPath, overrides, log);
	const { config } = loaded;
	if (requireSide(config, "baseline").kind === "results") throw new WeighbridgeError("config", "the baseline is results of an earlier run, which shows no noise", {
		at: { file: configPath },
		fix: "name the checkpoint: --baseline path/to/baseline.gguf"
	});
	const evaluate = async (run, tasks) => {
		const folder = join(out, run);
		const options = {
			out: folder,
			log,
			signal,
			sides: ["baseline"],
			noCache: true
		};
		await evaluateCheckpoints({
			...loaded,
			config: {
				...config,
				tasks
			}
		}, options);
		if (signal.aborted) return null;
		const { runs, faults } = await readPartially(folder, "baseline");
		if (faults.length > 0) throw new IssueList("data", faults);
		return runs;
	};
	const { policy, seed, tasks } = config;
	if (signal.aborted) return null;
	const first = await evaluate("first", tasks);
	if (first === null) return null;
	const repeated = first.filter(isRepeated);
	const known = new Set(repeated.map(({ record }) => record.task));
	const others = tasks.filter(({ name }) => !known.has(name));
	const second = others.length === 0 ? [] : await evaluate("second", others);
	if (second === null) return null;
	const random = mulberry32(seed);
	const again = repeated.map((run) => [redrawn(run, random), redrawn(run, random)]);
	const gates = loaded.withResults(config, first).gates.filter(({ against }) => against === void 0);
	const side = (index, runs) => withAskedMetrics([...runs.filter(({ record }) => !known.has(record.task)), ...again.map((both) => both[index])], gates, config.prices);
	const expected = tasks.map(({ name }) => name);
	const sides = [side(0, first), side(1, second)];
	const comparisons = compareRuns(...sides, expected, policy.alpha.value);
	const answers = repeated.flatMap(answerNoise);
	const noise = noiseOf({
		comparisons,
		answers,
		gates,
		labels: labelsOf(config, await readLabels(config), ...sides),
		policy,
		assumedDiscordance: ASSUMED_DISCORDANCE,
		seed
	});
	await writeAtomically(join(out, NOISE_FILE), verdictJson(noise));
	return noise;
}

// src/report/noise.ts
const METRICS = [
	textColumn("Metric", ({ task, metric, filter }) => code(`${task}/${metric}${filter === null ? "" : `,${filter}`}`)),
	numberColumn("Pairs", ({ pairs }) => formatCount(pairs)),
	numberColumn("Changed", ({ changed }) => formatCount(changed)),
	numberColumn("Largest change", ({ largest }) => largest === null ? NOT_AVAILABLE : String(Number(largest.toPrecision(3)))),
	numberColumn("Standard error of the delta", ({ stderr, unit }) => stderr === null ? "none seen" : formatSize(stderr, unit))
];
const points = (share) => (100 * share).toFixed(1);
const percent = (share) => share < 5e-4 ? "< 0.1 %" : `${points(share)} %`;
function gateColumns(unitOf) {
	return [
		textColumn("Gate", ({ gate }) => code(gate)),
		numberColumn("Flips", ({ discordance }) => discordance === null ? inline`` : inline`${percent(discordance.value)} ${discordance.from}`),
		numberColumn("Blocks an unchanged model", ({ falseBlockRate, stderr }) => inline`${falseBlockRate === null ? NOT_AVAILABLE : percent(falseBlockRate)}${stderr ? ` ± ${points(stderr)}` : ""}`),
		numberColumn("Least provable limit", (gate) => gate.provableLimit === null ? NOT_AVAILABLE : formatSize(gate.provableLimit, unitOf(gate))),
		textColumn("Note", ({ reason, by }) => [...by === "enumeration" ? ["exact"] : [], ...reason === null ? [] : [reason]].join("; "))
	];
}
/** The noise of a suite for a terminal: what moved between two runs of one model, and what the policy makes of that. */
function renderNoise(noise) {
	const { metrics, gates, comparability } = noise;
	const unitOf = ({ gate }) => metrics.find(({ task, metric }) => gate.startsWith(`${task}/${metric}`))?.unit ?? "number";
	const effect = noise.blocked ? "it would have blocked a merge" : "it would not have blocked a merge";
	const nothing = paragraph(ours("There is nothing to compare."));
	return blocksToLines([
		paragraph(inline`The baseline against itself: ${verdictBadge(noise.verdict)}, ${effect}.`),
		...list([...noise.reasons.map((reason) => inline`${reason}`), ...comparability.map((mismatch) => inline`note: ${mismatchSentence(mismatch)}`)]),
		...metrics.length === 0 ? [nothing] : table("Metrics", METRICS, metrics),
		...list(metrics.flatMap(answersSentence)),
		...table("Gates", gateColumns(unitOf), gates),
		...[...suiteSentences(noise.falseBlockRate), ...uncovered(gates)].map(paragraph),
		...gates.some(({ by }) => by === "simulation") ? [paragraph(ours(SIMULATED))] : [],
		paragraph(ours(PROVABLE))
	]).join("\n");
}
/** Where one run was enough. */
function answersSentence({ task, metric, answers, pairs, changed }) {
	if (answers === void 0) return [];
	const name = code(`${task}/${metric}`);
	return [inline`${name}: by the ${formatCount(answers)} answers to each sample of one run, which disagree on ${formatCount(changed)} of ${formatCount(pairs)}; the gates are judged on these answers, drawn anew.`];
}
const PROVABLE = "Least provable limit: with a smaller one an unchanged model is proven in fewer than 90 % of runs, and a gain has to be beyond its limit by as much.";
const SIMULATED = "Simulated: the questions are drawn anew with replacement, and each changes its two runs by a coin. ± is the standard error of so many rounds, not that of the two runs.";
function suiteSentences(suite) {
	if (suite === null) return [inline`How often the suite blocks an unchanged model is unknown.`];
	const { value, stderr, rounds, withoutGains, atLeast, atMost } = suite;
	const together = inline`The suite blocks an unchanged model in ${percent(value)} of merges (${formatCount(rounds)} simulated merges judged by all gates together, standard error ${points(stderr)} points); by the rates of its gates it is ${percent(atLeast)} to ${percent(atMost)}.`;
	if (withoutGains === null || withoutGains === value) return [together];
	return [together, inline`Without the gates that ask for a gain it is ${percent(withoutGains)}.`];
}
/** Blocking gates that the figure for the suite leaves out. */
function uncovered(gates) {
	const without = gates.filter(({ tier, falseBlockRate }) => tier === "blocking" && falseBlockRate === null);
	if (without.length === 0) return [];
	return [inline`Not covered by that: ${without.map(({ gate }) => gate).join(", ")}. What these block comes on top (see their notes).`];
}

// src/cli/noise.ts
const HELP$8 = `
Evaluates the baseline twice, so it costs as much as a run; tasks with repeats once, since their answers to each sample show what moves. Stopped half-way, the same command goes on where it was.
Ends with 3 when the two runs cannot be compared, and with 0 otherwise: what it finds is no verdict.

Example:
  weighbridge noise --baseline checkpoints/base.gguf --out out/noise
`;
const addNoise = (program, { terminal, signal, exit }) => {
	const command = program.command("noise").description("evaluate the baseline twice: what moves by itself, and how often the policy blocks that").addOption(configOption()).addOption(outOption().default(join(DEFAULT_OUT, "noise"))).addOption(jsonOption("noise.json")).addHelpText("after", HELP$8);
	addOverrides(command).action(async (flags) => {
		const { config, out } = flags;
		const overrides = overridesFromFlags(flags);
		const noise = await measureNoise({
			configPath: config,
			overrides,
			out,
			log: terminal,
			signal
		});
		if (noise === null) return;
		terminal.print(flags.json ? verdictJson(noise) : renderNoise(noise));
		terminal.info(`noise: ${join(out, NOISE_FILE)}`);
		if (noise.comparability.some(({ severity }) => severity === "hard")) exit(EXIT_CODES.invalid);
	});
};

// src/tasks/datasets/stream.ts
const GZIP = 35615;
const DELIMITERS = {
	csv: delimiterOf,
	tsv: () => "	"
};
/**
* Text files of any size, line by line: of a line of JSON every text in it, of any other line all of it, and
* of a table its cells besides. Packed with gzip or not.
* @throws WeighbridgeError `data` for a file that cannot be read, or that is no text
*/
async function* textLines(file) {
	if (/\.(parquet|zst|arrow|bin)$/i.test(file)) throw new WeighbridgeError("data", "training files of this kind are not read", {
		at: { file },
		fix: "write it as JSONL, which may be packed with gzip"
	});
	try {
		const packed = await isGzip(file);
		const delimiterIn = DELIMITERS[/\.([ct]sv)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase() ?? ""];
		const bytes = createReadStream(file);
		const input = packed ? bytes.pipe(createGunzip()) : bytes;
		bytes.on("error", (error) => input.destroy(error));
		let [line, delimiter] = [0, void 0];
		for await (const text of createInterface({
			input,
			crlfDelay: Number.POSITIVE_INFINITY
		})) {
			line += 1;
			delimiter ??= delimiterIn?.(text);
			if (text.includes("\0")) throw new WeighbridgeError("data", "is no text", {
				at: {
					file,
					line
				},
				fix: "name training files that can be read, in UTF-8: JSONL, CSV or text, unpacked or packed with gzip"
			});
			if (text.trim() !== "") yield {
				line,
				texts: delimiter === void 0 ? textsOf(text) : [text, ...cellsOf(text, delimiter)]
			};
		}
	} catch (cause) {
		if (cause instanceof WeighbridgeError) throw cause;
		throw new WeighbridgeError("data", `cannot be read: ${messageOf(cause)}`, {
			at: { file },
			cause,
			fix: "name training files that can be read: JSONL, CSV or text"
		});
	}
}
async function isGzip(file) {
	const handle = await open(file);
	try {
		const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
		return bytesRead === 2 && buffer.readUInt16LE() === GZIP;
	} finally {
		await handle.close();
	}
}
function textsOf(line) {
	if (!/^\s*[[{]/.test(line)) return [line];
	try {
		const texts = [];
		collect(JSON.parse(line), texts);
		return texts;
	} catch {
		return [line];
	}
}
/** Of one line: a cell of several lines is read line by line, as other text is. */
function cellsOf(line, delimiter) {
	try {
		return parse$1(line, {
			delimiter,
			relax_quotes: true,
			relax_column_count: true
		}).flat();
	} catch {
		return line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, ""));
	}
}
/** Turns of a conversation stand in lists of objects. */
function collect(value, texts) {
	if (typeof value === "string") texts.push(value);
	else if (Array.isArray(value)) for (const item of value) collect(item, texts);
	else if (isObject(value)) for (const item of Object.values(value)) collect(item, texts);
}

// src/app/overlap.ts
const EVERY = 1e5;
/**
* Looks for the questions of stored runs in the files that a model was trained on, and judges again without those that are there.
* Training files are read as a stream, however large.
* @throws WeighbridgeError `data` for runs or training files that cannot be read, or runs that kept no question
*/
async function findOverlap(configPath, { out, training, log }) {
	const places = await loadConfig(configPath, { assumeTasks: true });
	const stored = await readSides({
		baseline: sideFolder(places, "baseline", out),
		candidate: sideFolder(places, "candidate", out),
		anchor: places.anchor === null ? void 0 : sideFolder(places, "anchor", out)
	});
	const [curves, labels] = [await curvesOf(places), await readLabels(places)];
	const sides = {
		...stored,
		curves,
		labels
	};
	const results = declaredTasks([...sides.baseline.runs, ...sides.candidate.runs]);
	const config = await loadConfig(configPath, { results });
	const runs = sides.candidate.runs;
	const index = new OverlapIndex();
	const unknown = /* @__PURE__ */ new Map();
	for (const { record, samples } of runs) {
		const rows = await rowsOf(config, record, log);
		const known = /* @__PURE__ */ new Set();
		for (const { id, asked } of samples) {
			if (known.has(id)) continue;
			known.add(id);
			const row = rows.get(id);
			const prompt = asked === void 0 ? row?.prompt : allSaid(asked);
			if (prompt === void 0) unknown.set(record.task, (unknown.get(record.task) ?? 0) + 1);
			else index.add(JSON.stringify([record.task, id]), prompt, row?.bare);
		}
	}
	const all = runs.reduce((total, { samples }) => total + countDocuments(samples), 0);
	if (all === 0 || [...unknown.values()].reduce((total, count) => total + count, 0) === all) throw new WeighbridgeError("data", "no run of the candidate has kept its questions", {
		at: { file: out },
		fix: "evaluate with `include_samples: changed`, the default, or import results that say what was asked"
	});
	for (const file of training) {
		let read = 0;
		for await (const { line, texts } of textLines(file)) {
			for (const text of texts) index.see(text, {
				file,
				line
			});
			read += 1;
			if (read % EVERY === 0) log.info(`${file}: ${read} lines read`);
		}
		if (read === 0) throw new WeighbridgeError("data", "the training file is empty", {
			at: { file },
			fix: "name the file that the model was trained on"
		});
	}
	const found = index.found().map(({ key, ...sighting }) => {
		const [task = "", id = ""] = JSON.parse(key);
		return {
			task,
			id,
			...sighting
		};
	});
	const tasks = runs.map(({ record: { task }, samples }) => ({
		task,
		samples: countDocuments(samples),
		unknown: unknown.get(task) ?? 0,
		overlapping: found.flatMap(({ task: of, ...each }) => of === task ? [each] : [])
	}));
	const ids = new Map(tasks.map(({ task, overlapping }) => [task, new Set(overlapping.map(({ id }) => id))]));
	const isWhole = [sides.baseline, sides.candidate].every((side) => side.runs.every(({ record, samples }) => designOf(record) === "full" || countDocuments(samples) === record.planned));
	const whole = judgeRuns(config, sides);
	const clean = isWhole ? judgeRuns(config, without(sides, ids)) : found.length === 0 ? whole : null;
	const doubtful = tasks.flatMap((task) => task.unknown === 0 ? [] : [unknownReason(task)]);
	return {
		files: training,
		tasks,
		whole,
		clean: clean === null ? null : doubtful.reduce(invalidateVerdict, clean)
	};
}
/** What the rows ask of which the run is, by their ids: none where the dataset is another, or not there. */
async function rowsOf({ tasks, taskDirectory }, { task, fingerprint }, log) {
	const own = tasks.filter(isNative).find(({ name }) => name === task);
	if (own === void 0) return /* @__PURE__ */ new Map();
	const without = (why) => {
		log.info(`${task}: ${why}: its questions are looked for as they were asked, template and all`);
		return /* @__PURE__ */ new Map();
	};
	try {
		const { datasetDigest, rows } = await (await engineRunner(own.runner).load()).questions(own.options, taskDirectory);
		return datasetDigest === fingerprint.dataset ? new Map(rows.map((row) => [row.id, row])) : without("its dataset is another now");
	} catch (error) {
		if (!(error instanceof WeighbridgeError)) throw error;
		return without(messageOf(error));
	}
}
const unknownReason = ({ task, unknown, samples }) => `nobody kept what ${unknown} of the ${samples} samples of ${task} asked, so that they may stand in the training files`;
/** That of the verdict without them: where nobody could judge without them, nothing is known. */
const exitCodeOfOverlap = ({ clean }) => clean?.exitCode ?? EXIT_CODES.invalid;
/** The same runs as if these samples had never been asked. */
function without(sides, ids) {
	const rest = (run) => {
		const gone = ids.get(run.record.task) ?? /* @__PURE__ */ new Set();
		const samples = [...run.samples].filter(({ id }) => !gone.has(id));
		const removed = countDocuments(run.samples) - countDocuments(samples);
		const { draw: _, population: __, ...record } = run.record;
		return {
			...run,
			samples,
			record: {
				...record,
				design: "full",
				planned: record.planned - removed
			}
		};
	};
	return {
		...sides,
		baseline: {
			...sides.baseline,
			runs: sides.baseline.runs.map(rest)
		},
		candidate: {
			...sides.candidate,
			runs: sides.candidate.runs.map(rest)
		},
		...sides.anchor === void 0 ? {} : { anchor: {
			...sides.anchor,
			runs: sides.anchor.runs.map(rest)
		} }
	};
}

// src/report/overlap.ts
const MOST_SHOWN = 20;
/** Which questions stand in the training files, and what is left of the verdict without them. */
function renderOverlap({ tasks, whole, clean }) {
	const found = tasks.flatMap(({ task, overlapping }) => overlapping.map((each) => ({
		task,
		...each
	})));
	const blocks = [
		...table("Samples that stand in the training files", [
			textColumn("Task", ({ task }) => code(task)),
			numberColumn("Samples", ({ samples }) => formatCount(samples)),
			numberColumn("In training files", ({ samples, overlapping }) => `${formatCount(overlapping.length)} (${formatShare(samples === 0 ? 0 : overlapping.length / samples)})`),
			numberColumn("Question not kept", ({ unknown }) => formatCount(unknown))
		], tasks),
		...table("The worst first", [
			textColumn("Task", ({ task }) => code(task)),
			textColumn("Sample", ({ id }) => code(id)),
			numberColumn("Of its words", ({ share }) => formatShare(share)),
			textColumn("Seen first", ({ file, line }) => code(`${file}:${line}`))
		], [...found].sort((a, b) => b.share - a.share).slice(0, MOST_SHOWN)),
		...list(found.length > MOST_SHOWN ? [ours(`${plural(found.length - MOST_SHOWN, "more sample")}: --json has them all.`)] : []),
		...clean === null ? [] : valuesWithout(whole, clean),
		paragraph(inline`On all samples: ${ours(verdictLabel(whole.verdict))} ${summaryLine(whole)}`),
		paragraph(clean === null ? ours("Without them: not judged, since a run stopped early. Evaluate with --full.") : inline`Without those in training files: ${ours(verdictLabel(clean.verdict))} ${summaryLine(clean)}`)
	];
	return blocksToLines(blocks).join("\n");
}
/** A gain that is there with them and not without is one of memory. */
function valuesWithout(whole, clean) {
	const rows = whole.tasks.flatMap(({ task, metrics }) => metrics.flatMap(({ metric, unit, candidate, delta }) => {
		const other = clean.tasks.find((each) => each.task === task)?.metrics.find((each) => each.metric === metric);
		if (candidate === null) return [];
		const said = (value, change) => `${formatValue(value, unit)}${change === null ? "" : ` (${formatChange(change, unit)})`}`;
		return [{
			name: `${task}/${metric}`,
			all: said(candidate.value, delta?.value ?? null),
			rest: other?.candidate == null ? "nothing left" : said(other.candidate.value, other.delta?.value ?? null)
		}];
	}));
	return table("The candidate with and without them", [
		textColumn("Metric", ({ name }) => code(name)),
		numberColumn("All samples (delta)", ({ all }) => all),
		numberColumn("Without (delta)", ({ rest }) => rest)
	], rows);
}

// src/cli/overlap.ts
const HELP$7 = `
Looks for the questions of the stored runs in the files that the candidate was trained on: by runs of 13 words, as decontamination does.
JSONL, CSV or text, packed with gzip or not, read as a stream. Then judges again without the questions that are there, and ends with that
verdict's exit code: 3 where that cannot be told.

Example:
  weighbridge overlap --training train.jsonl more.jsonl.gz
`;
const addOverlap = (program, { terminal, exit }) => {
	program.command("overlap").description("which questions stand in the training files, and the verdict without them").addOption(configOption()).addOption(outOption()).addOption(new Option("--training <files...>", "what the candidate was trained on").makeOptionMandatory()).addOption(jsonOption("all of it as JSON")).addHelpText("after", HELP$7).action(async ({ config, out, training, json = false }) => {
		const report = await findOverlap(config, {
			out,
			training,
			log: terminal
		});
		terminal.print(json ? JSON.stringify(report, null, 2) : renderOverlap(report));
		exit(exitCodeOfOverlap(report));
	});
};

// src/config/history-tasks.ts
/** The tasks and metrics of a history, so that the gates of a policy can be checked against them. */
function tasksInHistory({ runs }) {
	const declared = /* @__PURE__ */ new Map();
	for (const run of runs) for (const { task, role, primaryMetric, metrics } of run.tasks) {
		const known = declared.get(task);
		const own = metrics.map(identityOf);
		const byName = new Map([...known?.metrics ?? [], ...own.map(({ declaration }) => declaration)].map((metric) => [metric.name, metric]));
		const filters = /* @__PURE__ */ new Set([...known?.filters ?? [], ...own.flatMap(({ filter }) => filter ?? [])]);
		declared.set(task, {
			task,
			role,
			metrics: [...byName.values()],
			primaryMetric,
			...filters.size === 0 ? {} : { filters: [...filters] }
		});
	}
	return [...declared.values()];
}
/** Records of version 1 keep but the name that was shown: it ends with the filter, unless it ends with the label of a class. */
function identityOf({ metric, unit, direction, basis }) {
	if (basis !== void 0) return basis;
	const comma = metric.endsWith("]") ? -1 : metric.lastIndexOf(",");
	return {
		declaration: {
			name: comma < 0 ? metric : metric.slice(0, comma),
			unit,
			direction,
			kind: "mean",
			scale: "linear",
			weak: false,
			range: unit === "rate" ? {
				min: 0,
				max: 1
			} : {
				min: null,
				max: null
			}
		},
		filter: comma < 0 ? null : metric.slice(comma + 1)
	};
}

// src/core/decide/from-intervals.ts
/** Null where an end is not known, or lies on the value: of samples that are all alike that says nothing of how far it may be off. */
function errorsOf({ value, low, high, level }) {
	if (low === null || high === null) return null;
	const z = normalQuantile((1 + level) / 2);
	const errors = {
		below: (value - low) / z,
		above: (high - value) / z
	};
	return errors.below > 0 && errors.above > 0 ? errors : null;
}
/**
* The estimate that a recorded interval was made of. Where that was one of counts, by these: then it is the same, whatever is asked of it.
* Otherwise, at the level at which the interval was made, to prove something by it is the very test that made it, since intervals
* here are inverted tests; at any other, and for a lean, its ends are taken for those of a normal distribution.
* @returns null where nothing follows
*/
function estimateFrom(interval, counts, n) {
	if (interval === null) return null;
	const errors = errorsOf(interval);
	const { value } = interval;
	const known = (end) => {
		if (counts !== null) return inferenceOf(counts[end]);
		if (errors === null) return null;
		const stderr = end === "lowest" ? errors.below : errors.above;
		return {
			kind: "normal",
			estimate: {
				value,
				stderr
			}
		};
	};
	const [lowest, highest] = [known("lowest"), known("highest")];
	if (lowest === null || highest === null) return null;
	return {
		method: lowest.kind === "binomial" ? "clopper-pearson" : lowest.kind === "tango" ? "tango" : "unpaired z",
		value,
		n,
		sparse: false,
		lowest: {
			value: completedValue(lowest, value),
			inference: lowest
		},
		highest: {
			value: completedValue(highest, value),
			inference: highest
		}
	};
}
const inferenceOf = (counts) => "events" in counts ? {
	kind: "binomial",
	...counts
} : {
	kind: "tango",
	counts
};
/** With missing scores completed. */
function completedValue(inference, otherwise) {
	if (inference.kind === "binomial") return inference.events / inference.n;
	if (inference.kind !== "tango") return otherwise;
	const { rose, fell, pairs } = inference.counts;
	return (rose - fell) / pairs;
}

// src/core/decide/replayed-gate.ts
/** What a gate would have said of a round. */
function replayGate(gate, run, policy) {
	const unknown = (why) => ({
		gate,
		verdict: "invalid",
		blocks: false,
		unknown: why
	});
	const { tier } = gate;
	const told = (verdict, blocks) => ({
		gate,
		verdict,
		blocks: tier === "blocking" && blocks,
		unknown: null
	});
	const rule = ruleOf(gate);
	if (rule.scope !== "metric" || rule.judgeTasks !== void 0 || gate.rule === "average") return unknown(`a record cannot tell of ${gate.rule}`);
	if (gate.against === "anchor") return unknown("a record keeps what the anchor came to in its own gates alone");
	if (run.verdict === "invalid") return unknown("the round could not be judged");
	const [named] = metricsOfGate(gate);
	const found = named === void 0 ? "the round has no such metric" : findRecorded(run, named);
	if (typeof found === "string") return unknown(found);
	const { task, recorded, basis } = found;
	const hypothesis = hypothesisOf(gate, basis.declaration, recorded.baseline === null ? null : {
		...recorded.baseline,
		n: recorded.baseline.n ?? 0
	});
	if ("refusal" in hypothesis) return unknown(hypothesis.refusal);
	if (hypothesis.relative !== void 0) return unknown("a share of the baseline is held against each pair of scores, which a record does not keep");
	if (invalidity(gate, found, hypothesis, policy) !== null) return told("invalid", true);
	const judged = task.stopped === void 0 ? judgeWhole(gate, found, hypothesis, policy) : judgeStopped(run, found, hypothesis, policy);
	if (typeof judged === "string") return unknown(judged);
	const { verdict, leaning } = judged;
	const onInconclusive = policy.onInconclusive.value;
	const sight = sightOf(found);
	if (silenceOf(gate, verdict, sight) !== null) return told("invalid", true);
	if (verdict !== "regression" && gate.allowFloor !== true && blindSpotOf(gate, hypothesis.margin, sight, policy) !== null) return told("inconclusive", isStop("inconclusive", "none", onInconclusive));
	return told(verdict, isStop(verdict, leaning, onInconclusive));
}
/** The one metric that a gate names; otherwise why there is none that could be it alone. */
function findRecorded({ tasks }, named) {
	const task = tasks.find((each) => each.task === named.task);
	const metrics = task?.metrics ?? [];
	const isMeant = ({ basis }) => basis?.declaration.name === named.metric && (named.filter ?? basis.filter) === basis.filter;
	const [recorded, ...others] = metrics.filter(isMeant);
	const basis = recorded?.basis;
	if (task?.basis === void 0 || recorded === void 0 || basis === void 0) return metrics.some((each) => each.basis === void 0) ? "its record is of an earlier version, or of two sides that were not asked alike" : "the round has no such metric";
	if (others.length > 0) return `the round has ${named.metric} by several filters: name one`;
	return {
		task: {
			...task,
			basis: task.basis
		},
		recorded,
		basis
	};
}
/** Why the gate itself would have refused to judge. */
function invalidity(gate, { task, recorded, basis }, { estimand }, policy) {
	if (recorded.evidence === "weak") return refusalOfAggregates(gate, policy);
	if (task.stopped !== void 0) return null;
	const { planned, scored } = basis;
	const usable = estimand === "delta" ? scored.pairs : scored.candidate;
	return usable === 0 || usable < policy.minCoverage.value * planned ? "too few scores" : null;
}
/** By all samples that were planned; a text where the record does not hold what it takes. */
function judgeWhole(gate, { task, recorded, basis }, hypothesis, policy) {
	const { declaration, planned, scored } = basis;
	const { aggregate } = declaration;
	if (declaration.scale === "log") return "its limits are on a logarithmic scale";
	if (declaration.kind === "corpus") {
		if (aggregate === void 0) return "a record does not keep the samples that it is judged by";
		if (whyNotJudged(aggregate) !== null) return "no gate may rest on it";
	}
	if (declaration.judge !== void 0) return "a record does not keep how far people agree with its judge";
	const isChange = hypothesis.estimand === "delta";
	if (!isChange && declaration.errors !== void 0) return "it is judged on a rate that is corrected for its scorer's errors";
	const n = isChange ? scored.pairs : scored.candidate;
	const [interval, counts] = isChange ? [recorded.delta, basis.counts.delta] : [basis.value, basis.counts.value];
	const isWeak = recorded.evidence === "weak";
	const target = policy.target.value;
	if (!isWeak && target === "benchmark") {
		if (task.basis.limited) return "its samples were drawn from more";
		if (counts === null && n < planned) return "a record does not keep which scores are missing";
	}
	const estimate = estimateFrom(interval, counts, n);
	if (estimate === null) return "the round has no interval for it";
	const isWhole = !task.basis.limited && !basis.repeated && n === planned;
	const alpha = policy.alpha.value;
	const about = isWeak ? "population" : chooseTarget(target, hypothesis, estimate, alpha, isWhole);
	return verdictOf(gate, testHypothesis(hypothesis, estimate, alpha, about), policy);
}
/**
* Of an evaluation that stopped for what it saw, an interval of a fixed size says nothing; that of a gate of the round which holds at any
* stopping time proves whatever lies beyond its ends. Nobody knows to what an undecided limit would have come, had more been asked.
*/
function judgeStopped({ gates }, { task, recorded, basis }, { estimand, sign, boundary }, policy) {
	const stopped = "the evaluation stopped before this limit was decided";
	const { name, ...declaration } = basis.declaration;
	if (estimand !== "delta" || declaration.scale === "log" || task.basis.limited) return stopped;
	const names = [
		name,
		recorded.metric,
		`${name},${basis.filter}`
	];
	const [interval] = gates.flatMap((gate) => gate.task === task.task && names.includes(gate.metric) ? anytimeOf(gate, policy) ?? [] : []);
	if (interval === void 0) return stopped;
	const [best, worst] = sign === 1 ? [interval.low, interval.high] : [-interval.high, -interval.low];
	if (worst < boundary) return {
		verdict: "pass",
		leaning: null
	};
	return best > boundary ? {
		verdict: "regression",
		leaning: null
	} : stopped;
}
/** The interval of a gate of a round where it holds whenever the evaluation stopped, with an error of at most `alpha` to each side. */
function anytimeOf({ rule, against, delta }, { alpha, target }) {
	if (ruleOf({ rule }).scope !== "metric" || against !== "baseline") return null;
	if (delta === null || delta.low === null || delta.high === null) return null;
	const isOfBenchmark = delta.method.startsWith("betting");
	if (!(isOfBenchmark || delta.method.startsWith("group sequential")) || delta.method.endsWith("descriptive")) return null;
	if (isOfBenchmark && target.value === "population") return null;
	if (!isOfBenchmark && target.value === "benchmark") return null;
	return (1 - delta.level) / 2 <= alpha.value * (1 + 1e-9) ? {
		low: delta.low,
		high: delta.high
	} : null;
}
const sightOf = ({ task, basis }) => ({
	task: task.task,
	role: task.role,
	declaration: basis.declaration,
	baseline: () => basis.baseline,
	answers: task.basis.answers,
	keepsAnswers: task.basis.keepsAnswers,
	guessing: task.basis.guessing
});

// src/core/decide/replay.ts
/**
* Judges rounds again under another policy, by what their records keep of each metric. What a record does not hold (groups, averages,
* corpus metrics without an interval, what an evaluation that stopped would have come to) is said, and lets no round pass.
*/
function replay({ runs }, gates, policy) {
	return runs.map((run) => {
		const replayed = gates.map((gate) => replayGate(gate, run, policy));
		const blocking = replayed.filter(({ gate }) => gate.tier === "blocking");
		const known = blocking.filter(({ unknown }) => unknown === null);
		const isRefused = run.identicalAnswers !== void 0 && blocking.length > 0 && onIdentical(policy, gates) === "block";
		const stops = isRefused || known.some(({ blocks }) => blocks);
		const isTold = stops || known.length === blocking.length;
		const verdicts = [...known.map((each) => each.verdict), ...isRefused ? ["invalid"] : []];
		return {
			run,
			gates: replayed,
			verdict: isTold ? join$1(verdicts) : "invalid",
			blocked: isTold ? stops || blocking.length === 0 : null
		};
	});
}

// src/report/replay.ts
const isOtherwise = ({ run, blocked }) => blocked !== null && run.blocked !== blocked;
/** Rounds that another policy would have stopped, or let through, and gates that no record can tell of. */
function renderReplay(rounds) {
	const changed = rounds.filter(isOtherwise);
	const words = `${changed.length} of ${plural(rounds.length, "round")} would have been decided otherwise.`;
	const untold = rounds.filter(({ blocked }) => blocked === null).length;
	const effect = (blocked) => blocked ? "blocked" : "not blocked";
	const blocks = [
		paragraph(ours(words)),
		...table("Rounds that would have been decided otherwise", [
			textColumn("Date", ({ run }) => ours(run.date.slice(0, 10))),
			textColumn("Run", ({ run }) => code(run.run)),
			textColumn("Was", ({ run }) => ours(effect(run.blocked))),
			textColumn("Would be", ({ blocked, verdict }) => ours(`${effect(blocked === true)} (${verdictLabel(verdict)})`)),
			textColumn("By", ({ gates }) => gates.filter(({ blocks: stops, unknown }) => stops && unknown === null).flatMap(({ gate }) => inline`${code(gate.id)} `))
		], changed),
		...list(untold === 0 ? [] : [ours(`Of ${plural(untold, "round")} that is not known.`)]),
		...list([...new Set(rounds.flatMap(unknownOf))].map((line) => inline`not replayed: ${line}`))
	];
	return blocksToLines(blocks).join("\n");
}
const unknownOf = ({ gates }) => gates.flatMap(({ gate, unknown }) => unknown === null ? [] : [`${gate.id}: ${unknown}`]);

// src/cli/replay.ts
const HELP$6 = `
Judges the rounds of the history again by another policy, from the intervals that are recorded, and shows those that it would have
decided otherwise. Changes nothing.

Example:
  weighbridge replay --policy stricter.yml
`;
const addReplay = (program, { terminal }) => {
	placed(program.command("replay").description("which rounds so far another policy would have decided otherwise").addHelpText("after", HELP$6)).addOption(new Option("--policy <file>", "config whose gates and policy judge").makeOptionMandatory()).addOption(jsonOption("the rounds as JSON")).action(async (flags) => {
		const history = await readPlace(flags, terminal);
		const { gates, policy, curves } = await loadConfig(flags.policy, { results: tasksInHistory(history) });
		const rounds = replay(history, [...gates, ...curves === null ? [] : curveGates(curves)], policy);
		terminal.print(flags.json ? JSON.stringify(rounds.map(plain$1), null, 2) : renderReplay(rounds));
	});
};
const plain$1 = ({ run, gates, verdict, blocked }) => ({
	run: run.run,
	before: {
		verdict: run.verdict,
		blocked: run.blocked
	},
	after: {
		verdict,
		blocked
	},
	gates: gates.map(({ gate, verdict: of, blocks, unknown }) => ({
		gate: gate.id,
		verdict: unknown === null ? of : null,
		blocks,
		unknown
	}))
});

// src/cli/report.ts
const HELP$5 = `
Reads <dir>/verdict.json, shown-samples.json and timing.json, writes <dir>/comment.md and report.html, prints the table.
Decides nothing.

Example:
  weighbridge report weighbridge-out
`;
const addReport = (program, { terminal, exit }) => {
	program.command("report").description("render an earlier verdict again").argument("<dir>", "run directory").addOption(jsonOption()).addHelpText("after", HELP$5).action(async (directory, { json = false }) => {
		const verdict = await renderAgain(directory);
		showVerdict(terminal, verdict, json);
		terminal.info(`report: ${join(directory, HTML_FILE)}, comment: ${join(directory, COMMENT_FILE)}`);
		exit(verdict.exitCode);
	});
};

// src/cli/run.ts
const HELP$4 = `
The candidate is evaluated until the verdict is known, unless --full or the config asks for all of it.
Stopped half-way (Ctrl-C, a crash, a reboot), the same command goes on where it was; no sample is asked twice.

Examples:
  weighbridge run
  weighbridge run --candidate checkpoints/step-2000.gguf --out out/step-2000
  weighbridge run --baseline out/base/baseline --max-drop facts/acc=1pp
`;
const addRun = (program, { terminal, signal, exit }) => {
	const command = program.command("run").description("evaluate baseline and candidate, compare, decide, report").addOption(configOption()).addOption(outOption()).addOption(fullOption()).addOption(policyFromOption()).addOption(jsonOption()).addHelpText("after", HELP$4);
	addOverrides(command).action(async (flags) => {
		const began = performance.now();
		await withdrawVerdict(flags.out);
		const found = await policiesFrom(flags.config, flags.policyFrom);
		const loaded = await readConfigAndFetch(flags.config, overridesFromFlags(flags), terminal);
		const { out } = flags;
		const { policies, asked, suite, search, taken } = await runUnder(loaded, found, out);
		let baselines = null;
		const failure = await failureOf(async () => {
			baselines = await findBaselines(loaded.config, search, taken);
			await evaluateCheckpoints(asked, {
				out,
				log: terminal,
				baselines,
				signal
			});
		}, signal);
		if (signal.aborted) return;
		if (failure === null && isBootstrap(baselines)) {
			terminal.print(BOOTSTRAP);
			return;
		}
		const because = failure === null ? null : messageOf(failure);
		const verdict = await judge(loaded, {
			out,
			suite,
			policies,
			baselines,
			failure: because
		}).catch((error) => {
			throw failure !== null && error instanceof WeighbridgeError ? failure : error;
		});
		if (failure !== null) terminal.info(describeFailure(failure));
		if (failure === null || flags.json) showVerdict(terminal, verdict, flags.json);
		terminal.info(`report: ${join(out, HTML_FILE)}, verdict: ${join(out, VERDICT_FILE)}`);
		await recordIfAsked(async () => loaded.config, verdict, (performance.now() - began) / 1e3, terminal);
		exit(verdict.exitCode);
	});
};
/** A function, since the compiler does not see what a callback assigns. */
const isBootstrap = (baselines) => baselines?.bootstrap === true;
/** A broken checkpoint, dataset or machine has a verdict, `invalid`; anything else is thrown on. */
async function failureOf(evaluate, signal) {
	try {
		await evaluate();
		return null;
	} catch (error) {
		if (signal.aborted || exitCodeOf(error) !== EXIT_CODES.invalid) throw error;
		return error;
	}
}

// src/app/show.ts
/**
* Some samples of a task as its model is asked them.
* @throws WeighbridgeError `usage` for a task that is not there, or that a harness asks; whatever preparing the task finds
*/
async function showTask(config, name, options) {
	const { count, side } = options;
	const alias = config.declared.find((task) => task.alias === name)?.task;
	const found = config.tasks.find((each) => each.name === (alias ?? name));
	const task = found === void 0 ? void 0 : askedOfSide(config, side, found);
	if (task === void 0) throw new WeighbridgeError("usage", `there is no task ${JSON.stringify(name)}`, { fix: suggestion$1(name, config.tasks.map((each) => each.name), "tasks") });
	if (!isNative(task)) throw new WeighbridgeError("usage", `${task.name} is asked by ${task.runner}, which makes its own prompts`, { fix: "let it write them: `lm_eval --write_out`" });
	const runner = engineRunner(task.runner);
	const prepared = await (await runner.load()).prepare(task.name, task.options, config.taskDirectory);
	const model = runner.describe(task.options).usesChatTemplate ? await modelOf(config, side) : null;
	return {
		task: task.name,
		samples: prepared.samples.length,
		shown: spread(prepared, count).map((sample) => ({
			id: sample.id,
			...prepared.show(sample, model)
		}))
	};
}
/** The first, the last and those between: neighbours in a file are often alike. */
function spread({ samples }, count) {
	const shown = Math.min(count, samples.length);
	const step = shown < 2 ? 0 : (samples.length - 1) / (shown - 1);
	return Array.from({ length: shown }, (_, index) => samples[Math.round(index * step)]).filter((sample) => sample !== void 0);
}
async function modelOf(config, side) {
	const source = config[side];
	const described = source === null || source.kind === "results" ? null : await chatTemplateOf(config, side, source);
	if (described !== null) return described;
	const what = source === null ? "is not named" : `is ${describeModel(source)}`;
	throw new WeighbridgeError("usage", `the prompts stand in a chat template, and the ${side} ${what}`, { fix: "name a checkpoint that carries one with --side, or in the config" });
}

// src/cli/show.ts
const HELP$3 = `
Loads no model; a chat template is read from the checkpoint's file.

Examples:
  weighbridge show mmlu
  weighbridge show tickets --n 1 --side baseline
`;
const addShow = (program, { terminal }) => {
	program.command("show").description("prompts of a task exactly as the model sees them, with their answers").argument("<TASK>", "name or alias of a task of the config").addOption(configOption()).addOption(new Option("--n <count>", "samples to show, spread over the dataset").argParser(count).default(3)).addOption(new Option("--side <side>", "whose chat template is used").choices(["candidate", "baseline"]).default("candidate")).addOption(jsonOption("the samples as JSON")).addHelpText("after", HELP$3).action(async (name, { config: file, n, side, json }) => {
		const config = await loadConfig(file, { assumeTasks: true });
		const shown = await showTask(config, name, {
			count: n,
			side
		});
		terminal.print(json ? JSON.stringify(shown, null, 2) : shownLines(shown).join("\n"));
	});
};
function count(text) {
	if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
	throw new InvalidArgumentError("write a whole number from 1 to 9999");
}

// src/core/decide/suggest.ts
/**
* For each metric with intervals the smallest drop that may be allowed so that a candidate which did not move is stopped in at most
* `falseBlocks` of its runs under `on_inconclusive: lean`. Such a candidate leans to pass unless its delta, normal with the
* standard error s around 0, lies within z(1 − lean_alpha) s of the limit: the limit is s (z(1 − lean_alpha) + z(1 − falseBlocks)).
*/
function suggestLimits({ runs }, options) {
	const measured = /* @__PURE__ */ new Map();
	for (const run of runs) for (const { task, metrics, pairs } of run.tasks) for (const metric of metrics) {
		const known = metric.delta === null ? null : errorsOf(metric.delta);
		if (known === null || pairs === 0 || metric.unit === "perplexity") continue;
		const key = JSON.stringify([task, metric.metric]);
		measured.set(key, [...measured.get(key) ?? [], {
			run,
			task,
			metric,
			pairs,
			known
		}]);
	}
	return [...measured.values()].flatMap((rounds) => suggestLimit(rounds, options) ?? []);
}
function suggestLimit(rounds, options) {
	const newest = rounds.at(-1);
	if (newest === void 0) return null;
	const { task, metric, pairs } = newest;
	const { falseBlocks, alpha, leanAlpha } = options;
	const sign = worseSign(metric);
	const stderr = median(rounds.map((round) => errorOf(round, sign) * Math.sqrt(round.pairs / pairs)));
	if (!(stderr > 0)) return null;
	const lean = normalQuantile(1 - leanAlpha);
	const maxDrop = roundUp(stderr * (lean + normalQuantile(1 - falseBlocks)));
	const gate = gateOf(newest, maxDrop);
	const replayed = rounds.map(({ run }) => ({
		run,
		...replayGate(gate, run, policyOf(options))
	})).filter(({ unknown }) => unknown === null);
	return {
		task,
		metric: metric.metric,
		unit: metric.unit,
		maxDrop,
		stderr,
		pairs,
		rounds: rounds.length,
		blocksUnchanged: normalCdf(lean - maxDrop / stderr),
		provesUnchanged: normalCdf(maxDrop / stderr - normalQuantile(1 - alpha)),
		stops: maxDrop + stderr * (normalQuantile(.9) - lean),
		replayed: replayed.length,
		wouldHaveBlocked: replayed.filter(({ blocks }) => blocks).map(({ run }) => run)
	};
}
const SUGGESTED = { kind: "default" };
function gateOf({ task, metric: { metric, basis } }, maxDrop) {
	const filter = basis?.filter ?? null;
	return {
		id: `${task}/${metric}:max_drop`,
		task,
		metric: basis?.declaration.name ?? metric,
		...filter === null ? {} : { filter },
		rule: "max_drop",
		limit: {
			kind: "absolute",
			value: maxDrop
		},
		tier: "blocking",
		source: SUGGESTED
	};
}
const policyOf = ({ alpha, leanAlpha }) => ({
	alpha: {
		value: alpha,
		source: SUGGESTED
	},
	leanAlpha: {
		value: leanAlpha,
		source: SUGGESTED
	},
	onInconclusive: {
		value: "lean",
		source: SUGGESTED
	},
	target: {
		value: "population",
		source: SUGGESTED
	},
	minCoverage: {
		value: Number.MIN_VALUE,
		source: SUGGESTED
	}
});
const errorOf = ({ known }, sign) => sign === 1 ? known.above : known.below;
/** To two significant digits, as a person writes a limit. */
function roundUp(value) {
	const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
	return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(12));
}

// src/report/suggest.ts
/** Limits as comments of a config, to be read and chosen from. Names are foreign: they stay on their line, quoted. */
function renderSuggestions(limits) {
	const total = Math.min(1, limits.reduce((sum, { blocksUnchanged }) => sum + blocksUnchanged, 0));
	return [
		"# Limits that fit the noise of the rounds so far (weighbridge suggest). All together these gates stop at most",
		`# ${formatShare(total)} of candidates that did not move. Take those that you mean, before the next result is seen.`,
		"# gates:",
		...limits.flatMap(suggestion),
		""
	].join("\n");
}
function suggestion(limit) {
	const { task, metric, unit, maxDrop, pairs, blocksUnchanged, provesUnchanged, stops } = limit;
	const { wouldHaveBlocked, stderr, replayed } = limit;
	const written = unit === "rate" ? `${Number((maxDrop * 100).toPrecision(2))}pp` : String(maxDrop);
	const name = toPlain(code(`${task}/${metric}`));
	const of = plural(replayed, "round");
	const past = replayed === 0 ? "of no round it is known whether it would have been stopped" : wouldHaveBlocked.length === 0 ? `would have stopped none of ${of}` : `would have stopped ${formatCount(wouldHaveBlocked.length)} of ${of}: ${wouldHaveBlocked.map(nameOf$1).join(", ")}`;
	return [
		`#   - { metric: ${JSON.stringify(name)}, max_drop: ${written} }`,
		`#     ${plural(pairs, "pair")}, standard error ${formatSize(stderr, unit)}: stops ${formatShare(blocksUnchanged)} of candidates that did not move and proves ${formatShare(provesUnchanged)} of them;`,
		`#     a loss of ${formatSize(stops, unit)} is stopped nine times of ten; ${past}.`
	];
}
const nameOf$1 = ({ commit, run }) => toPlain(code((commit ?? run).slice(0, 7)));

// src/cli/suggest.ts
const HELP$2 = `
Reads the history and writes gates with the smallest limits that rarely stop a candidate which did not move, each with what it would have
stopped so far and what it can prove. They are comments to choose from: nothing is applied, and limits are chosen before results are seen.

Example:
  weighbridge suggest --false-block 2% >> weighbridge.yml
`;
const addSuggest = (program, { terminal }) => {
	placed(program.command("suggest").description("limits that fit the noise of the rounds so far, as comments for the config").addHelpText("after", HELP$2)).addOption(new Option("--false-block <share>", "of candidates that did not move, stopped by a gate").argParser(share).default(.05, "5%")).addOption(jsonOption("the limits as JSON")).action(async (flags) => {
		const history = await readPlace(flags, terminal);
		const { alpha = .05, leanAlpha = .25 } = history.runs.at(-1)?.policy ?? {};
		const found = suggestLimits(history, {
			falseBlocks: flags.falseBlock,
			alpha,
			leanAlpha
		});
		if (found.length === 0) throw new WeighbridgeError("data", "no round has a change with its interval", { fix: "record rounds that were judged on samples, with `record:` in the config" });
		terminal.print(flags.json ? JSON.stringify(found.map(plain), null, 2) : renderSuggestions(found));
	});
};
const plain = ({ wouldHaveBlocked, ...limit }) => ({
	...limit,
	wouldHaveBlocked: wouldHaveBlocked.map(({ run }) => run)
});
function share(text) {
	const value = /^\d+(\.\d+)?%$/.test(text) ? Number(text.slice(0, -1)) / 100 : Number(text);
	if (value > 0 && value < .5) return value;
	throw new InvalidArgumentError("write a share such as 5% or 0.05, below 50%");
}

// src/adapters/trackers/python.ts
const LIMIT_MS = 3e5;
/** What the program needs, from a file: a command line has an end. */
const HEAD = "import json, os, sys\nwith open(sys.argv[1]) as given: run, experiment, to = json.load(given)\n";
/** Writes to a folder by the package's own writer, in the user's Python; no network unless the user's variables ask for it. */
const pythonTracker = (row) => ({
	summary: `${row.summary} (pip install ${row.package})`,
	target: row.target,
	async log(run$1, { to, experiment }, environment) {
		const found = await findPython(environment);
		if ("why" in found) throw refused(row.package, found.why);
		const folder = resolve(to);
		const scratch = await mkdtemp(join(tmpdir(), "weighbridge-track-"));
		try {
			const given = join(scratch, "run.json");
			const files = run$1.files.map((file) => resolve(file));
			await writeFile(given, JSON.stringify([
				{
					...run$1,
					files
				},
				experiment,
				folder
			]));
			const own = Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== void 0 && row.variables.test(name) ? [[name, value]] : []));
			const command = {
				file: found.python,
				args: [
					"-c",
					`${HEAD}${row.program}`,
					given
				],
				cwd: dirname(found.python),
				env: {
					...childEnvironment(environment, ["base", "network"]),
					...own
				}
			};
			const { code, output } = await run(command, AbortSignal.timeout(LIMIT_MS)).catch((cause) => {
				throw refused(row.package, messageOf(cause), cause);
			});
			if (code !== 0) throw refused(row.package, shortLine(output.trim().split("\n").at(-1) || "it was ended", 300));
		} finally {
			await rm(scratch, {
				recursive: true,
				force: true
			});
		}
		return row.seen(folder, experiment);
	}
});
const refused = (name, why, cause) => new WeighbridgeError("platform", `${name} did not take the run: ${why}`, {
	cause,
	fix: `\`pip install ${name}\` for the python3 of this step, or name another Python with ${PYTHON_VARIABLE}`
});

// src/adapters/trackers/comet.ts
/** An archive that `comet upload` sends: no key is needed to write it. */
const comet = pythonTracker({
	summary: "Comet: an offline archive that `comet upload` sends",
	package: "comet_ml",
	target: {
		variable: "COMET_OFFLINE_DIRECTORY",
		folder: "comet"
	},
	variables: /^COMET_(?!API_KEY)/,
	program: `
import comet_ml
quiet = dict.fromkeys(("log_code", "log_graph", "auto_param_logging", "auto_metric_logging", "parse_args", "auto_output_logging", "log_env_details", "log_git_metadata", "log_git_patch"), False)
one = comet_ml.OfflineExperiment(project_name=experiment, offline_directory=to, display_summary_level=0, **quiet)
one.set_name(run["name"])
one.log_metrics(run["metrics"], step=0)
one.log_parameters(run["params"])
one.log_others({**run["tags"], **{"dataset/" + each["name"]: each["digest"] for each in run["datasets"]}})
one.add_tag("passed" if run["succeeded"] else "blocked")
for file in run["files"]: one.log_asset(file)
one.end()
if not os.path.isfile(os.path.join(to, one.get_key() + ".zip")): sys.exit("no archive was written")
`,
	seen: (to) => `comet upload ${to}/*.zip`
});

// src/adapters/trackers/mlflow.ts
/** MLflow by its REST API 2.0: an experiment, a run, its numbers, settings, tags, datasets and files. */
const mlflow = {
	summary: "MLflow: a run of an experiment on a tracking server (MLFLOW_TRACKING_TOKEN, or _USERNAME and _PASSWORD)",
	target: { variable: "MLFLOW_TRACKING_URI" },
	async log(run, target, environment) {
		const server = mlflowServer(target.to, environment);
		const ask = (method, call, ...rest) => server.ask(method, `mlflow/${call}`, ...rest);
		const experiment = await experimentId(ask, target.experiment);
		const start = Date.parse(run.started);
		const { run_id, artifact_uri } = (await ask("POST", "runs/create", createdRun, {
			experiment_id: experiment,
			run_name: run.name,
			start_time: start,
			tags: pairs(run.tags)
		})).run.info;
		const stamped = Object.entries(run.metrics).map(([key, value]) => ({
			key: nameOf(key),
			value,
			timestamp: start,
			step: 0
		}));
		for (const metrics of chunks(stamped, MOST_METRICS)) await ask("POST", "runs/log-batch", unknown(), {
			run_id,
			metrics
		});
		for (const params of chunks(pairs(run.params), MOST_PARAMS)) await ask("POST", "runs/log-batch", unknown(), {
			run_id,
			params
		});
		const datasets = run.datasets.map(({ name, digest }) => ({
			tags: [{
				key: "mlflow.data.context",
				value: "evaluation"
			}],
			dataset: {
				name,
				digest: digest.slice(0, 36),
				source_type: "local",
				source: "{}"
			}
		}));
		if (datasets.length > 0) await ask("POST", "runs/log-inputs", unknown(), {
			run_id,
			datasets
		});
		const [, folder] = /^mlflow-artifacts:\/*(.*)$/.exec(artifact_uri) ?? [];
		if (folder !== void 0) for (const { name, path } of [...run.files.map((path) => ({
			name: basename(path),
			path
		})), ...run.samples]) await server.putArtifact(`${folder}/${name}`, await readFile(path));
		await ask("POST", "runs/update", unknown(), {
			run_id,
			status: run.succeeded ? "FINISHED" : "FAILED",
			end_time: Date.now()
		});
		return `${server.url}/#/experiments/${experiment}/runs/${run_id}`;
	}
};
/** What one call may hold. */
const MOST_METRICS = 1e3;
const MOST_PARAMS = 100;
const MOST_LENGTH = 6e3;
const createdRun = object({ run: object({ info: object({
	run_id: string(),
	artifact_uri: string()
}) }) });
/** Names may hold letters, digits, `_`, `-`, `.`, space, `:` and `/`. */
const nameOf = (name) => name.replace(/[^\w\-. :/]/g, "_").slice(0, 250);
const pairs = (of) => Object.entries(of).map(([key, value]) => ({
	key: nameOf(key),
	value: value.slice(0, MOST_LENGTH)
}));
function* chunks(items, size) {
	for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
/** That of the name; made where there is none. */
async function experimentId(ask, name) {
	const found = object({ experiment: object({ experiment_id: string() }) });
	try {
		const { experiment } = await ask("GET", "experiments/get-by-name", found, { experiment_name: name });
		return experiment.experiment_id;
	} catch (error) {
		if (!(error instanceof WeighbridgeError) || !/RESOURCE_DOES_NOT_EXIST|HTTP 404/.test(error.message)) throw error;
		return (await ask("POST", "experiments/create", object({ experiment_id: string() }), { name })).experiment_id;
	}
}

// src/adapters/trackers/tensorboard.ts
/** Scalars at step 0 of a run of its own, and words as text. */
const tensorboard = pythonTracker({
	summary: "TensorBoard: an event file a run, numbers as scalars",
	package: "tensorboard",
	target: {
		variable: "TENSORBOARD_LOGDIR",
		folder: "runs"
	},
	variables: /^TENSORBOARD_LOGDIR$/,
	program: `
from tensorboard.summary import Writer
name = "".join(each if each.isalnum() or each in "-_." else "-" for each in run["name"] + "-" + run["started"])
writer = Writer(os.path.join(to, experiment, name))
for key, value in run["metrics"].items(): writer.add_scalar(key, value, 0)
writer.close()
`,
	seen: (to) => `tensorboard --logdir ${to}`
});

// src/adapters/trackers/trackio.ts
/** A database on this machine, or a Space where `TRACKIO_SPACE_ID` and `HF_TOKEN` are set. */
const trackio = pythonTracker({
	summary: "trackio: a database of this machine, or a Space (TRACKIO_SPACE_ID, HF_TOKEN)",
	package: "trackio",
	target: {
		variable: "TRACKIO_DIR",
		folder: "trackio"
	},
	variables: /^(TRACKIO_|HF_TOKEN$)/,
	program: `
os.environ["TRACKIO_DIR"] = to
import trackio
settings = {**run["params"], **run["tags"], **{"dataset/" + each["name"]: each["digest"] for each in run["datasets"]}}
trackio.init(project=experiment, name=run["name"], config=settings, embed=False, auto_log_gpu=False, auto_log_cpu=False)
trackio.log(run["metrics"])
trackio.finish()
`,
	seen: (to, experiment) => `TRACKIO_DIR=${to} trackio show --project ${experiment}`
});

// src/adapters/trackers/wandb.ts
/** Offline unless `WANDB_MODE` says otherwise; `wandb sync` sends it. */
const wandb = pythonTracker({
	summary: "Weights & Biases: an offline run that `wandb sync` sends; with WANDB_MODE=online and WANDB_API_KEY at once",
	package: "wandb",
	target: {
		variable: "WANDB_DIR",
		folder: "."
	},
	variables: /^WANDB_/,
	program: `
os.environ.setdefault("WANDB_MODE", "offline")
import wandb
settings = wandb.Settings(silent=True, console="off", disable_git=True, disable_code=True, x_disable_stats=True, x_disable_meta=True)
one = wandb.init(project=experiment, name=run["name"], dir=to, job_type="evaluation", config={**run["params"], "datasets": run["datasets"]}, settings=settings)
one.log(run["metrics"])
one.summary.update(run["tags"])
for file in run["files"]: one.save(file, base_path=os.path.dirname(file), policy="now")
one.finish(exit_code=0 if run["succeeded"] else 1)
`,
	seen: (to) => `wandb sync --sync-all, in ${to}`
});

// src/adapters/trackers/registry.ts
const TRACKERS = {
	mlflow,
	wandb,
	comet,
	tensorboard,
	trackio
};

// src/app/track.ts
/**
* Tells a tracker what a run directory came to.
* @param options `withSamples`: the candidate's samples too, so that a later run can compare with them
* @returns where it can be seen
*/
async function trackRun({ out, withSamples }, tracker, target, environment) {
	const verdict = await readVerdict(join(out, VERDICT_FILE));
	const files = [
		VERDICT_FILE,
		COMMENT_FILE,
		HTML_FILE
	].map((name) => join(out, name)).filter(existsSync);
	const samples = withSamples ? await candidateFiles(out) : [];
	const run = trackedRun(verdict, {
		started: (/* @__PURE__ */ new Date()).toISOString(),
		files,
		samples
	});
	return tracker.log(run, target, environment);
}
/** @throws WeighbridgeError `data` where the candidate was not evaluated here */
async function candidateFiles(out) {
	const files = (await readdir(join(out, "candidate")).catch(() => [])).flatMap((task) => [RUN_FILE, SAMPLES_FILE].map((file) => posix.join("candidate", task, file))).map((name) => ({
		name,
		path: join(out, name)
	})).filter(({ path }) => existsSync(path));
	if (files.length > 0) return files;
	throw new WeighbridgeError("data", "there are no samples of the candidate here", {
		at: { file: join(out, "candidate") },
		fix: "name the folder into which `weighbridge run` evaluated it, or leave out --samples"
	});
}
/** The candidate's values by task and metric, with those of the baseline, the change and its ends beside each. */
function trackedRun(file, given) {
	const metrics = file.tasks.flatMap(({ task, metrics: of }) => of.flatMap(({ metric, candidate, baseline, delta }) => {
		const name = `${task}/${metric}`;
		return [
			[name, candidate?.value],
			[`${name}/stderr`, candidate?.stderr],
			[`${name}/baseline`, baseline?.value],
			[`${name}/delta`, delta?.value],
			[`${name}/delta_low`, delta?.low],
			[`${name}/delta_high`, delta?.high]
		].flatMap(([key, value]) => value == null ? [] : [[key, value]]);
	}));
	const { candidate, baseline, verdict, proven, blocked, summary, policy } = file;
	return {
		...given,
		name: candidate?.source ?? "candidate",
		succeeded: !blocked,
		metrics: Object.fromEntries(metrics),
		params: {
			...candidate === null ? {} : {
				candidate: candidate.source,
				candidate_digest: candidate.digest
			},
			...baseline === null ? {} : {
				baseline: baseline.source,
				baseline_digest: baseline.digest
			},
			alpha: String(policy.alpha.value),
			on_inconclusive: policy.onInconclusive.value,
			...Object.fromEntries(Object.entries(policy.limits).map(([gate, { value }]) => [`limit/${gate}`, value]))
		},
		tags: {
			"weighbridge.verdict": verdict,
			"weighbridge.proven": String(proven),
			"weighbridge.summary": summary
		},
		datasets: file.tasks.flatMap(({ task }) => {
			const dataset = file.provenance.fingerprints[task]?.candidate?.dataset;
			return typeof dataset === "string" ? [{
				name: task,
				digest: dataset.replace(/^sha256:/, "")
			}] : [];
		})
	};
}

// src/cli/track.ts
const placeOf = ({ variable, folder }) => `--to, or ${variable}${folder === void 0 ? "" : `, or the folder ${folder}`}`;
const HELP$1 = `
Reads verdict.json and sends its numbers, settings, datasets and reports. Tokens are the tracker's own variables; run it in a step of its
own, so that the evaluated model sees none. It changes no verdict: whatever the tracker says, the exit code of \`run\` stood before.

Trackers:
${Object.entries(TRACKERS).map(([name, { summary, target }]) => `  ${name.padEnd(11)} ${summary}; ${placeOf(target)}`).join("\n")}

Example:
  weighbridge track mlflow --to http://127.0.0.1:5000 --experiment tickets
`;
const addTrack = (program, { terminal }) => {
	program.command("track").description("tell a tracker of experiments what a run came to").argument("<TRACKER>", `which: ${Object.keys(TRACKERS).join(", ")}`).addOption(outOption()).addOption(new Option("--to <where>", "address of the server, or folder; default: the tracker's own variable")).addOption(new Option("--experiment <name>", "experiment that the run belongs to").default("weighbridge")).addOption(new Option("--samples", "with the candidate's samples, where the tracker keeps files (mlflow): a later run can take them for its baseline").default(false)).addHelpText("after", HELP$1).action(async (name, flags) => {
		const tracker = TRACKERS[name];
		if (tracker === void 0) throw new WeighbridgeError("usage", `no tracker is named ${JSON.stringify(name)}`, { fix: `name one of ${Object.keys(TRACKERS).join(", ")}` });
		const { variable, folder } = tracker.target;
		const to = flags.to || process.env[variable] || folder;
		if (to === void 0) throw new WeighbridgeError("usage", `nobody says where ${name} answers`, { fix: `give --to, or set ${variable}` });
		const { out, experiment, samples: withSamples } = flags;
		const seen = await trackRun({
			out,
			withSamples
		}, tracker, {
			to,
			experiment
		}, process.env);
		terminal.info(`tracked: ${seen}`);
	});
};

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
/** All commands, with their flags and what they say of themselves. */
function buildProgram(context) {
	const program = new Command("weighbridge").description("The eval gate for model checkpoints: did this fine-tune forget anything?").version(VERSION).addHelpText("after", HELP).enablePositionalOptions().showSuggestionAfterError().showHelpAfterError("(add --help to see what there is)").exitOverride();
	for (const add of [
		addRun,
		addEvaluate,
		addGate,
		addCompare,
		addImport,
		addExport,
		addCheck,
		addShow,
		addBaseline,
		addReport,
		addExplain,
		addNoise,
		addOverlap,
		addHistory,
		addSuggest,
		addReplay,
		addTrack,
		addInit,
		addCasesCommand
	]) add(program, context);
	t(program);
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
	const program = buildProgram({
		terminal,
		signal: interruption.signal,
		exit
	});
	try {
		await program.parseAsync(argv);
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