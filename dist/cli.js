#!/usr/bin/env node
import { i as __toESM, r as __require, t as __commonJSMin } from "./shared/rolldown-runtime.js";
import { $t as byHarness, A as verdictBadge, Cn as isProven, Dt as THRESHOLD_NAMES, En as VERSION, Et as THRESHOLDS, Ft as ruleOf, G as judgeGate, Gt as chooseTarget, Kt as testHypothesis, Lt as estimateOfFlips, M as changeOf, Ot as describeThreshold, Pt as RULES, Rt as firstCount, Sn as VERDICTS, St as dashed, U as explainLines, Ut as locateMetric, V as isDescriptive, Wt as stopsMerge, _n as formatSize, at as ours, b as BOOTSTRAP, ct as toPlain, dn as formatChange, dt as oneLine, fn as formatCount, gt as daysBetween, ht as NOT_AVAILABLE, i as waiversBeside, in as engineRunner, j as verdictLabel, kt as thresholdOf, mn as formatLevel, nn as isNative, nt as code, on as nativeTask, ot as plainPart, p as decide, pn as formatInterval, pt as truncate, qt as compareRuns, r as tipOf, rt as inline, un as requireSide, vn as formatValue, vt as formatDuration, xn as EXIT_CODES, xt as OVERRIDE_NAMES, y as verdictJson, yn as plural, zt as hypotheticalEstimate } from "./shared/app-policy.js";
import { B as storeOf, C as table, D as findBaselines, G as sourceIssue, I as defaultStore, J as folderInRepository, L as findBaseline, M as loadConfig, N as readConfig, O as foundIn, Q as resolveRevision, R as mustFind, S as paragraph, X as mergeBase, _ as gateBlocks, _t as exporterOf, at as Entries, b as list, bt as require_saxes, ct as parseEntry, ft as readToJudge, gt as RESULT_FORMATS, h as sectionsFor, ht as EXPORTERS, it as ENTRY_FILE, k as noBaseline, lt as inSharedUnits, n as onBaseSuite, nt as BaselineStore, rt as unblessable, st as parseBlessing, ut as readSideResults, v as EVERYTHING, vt as findFormat, w as textColumn, x as numberColumn, xt as markdownTable, y as mismatchSentence, z as originHere } from "./shared/app-suite-base-suite.js";
import { i as messageOf, n as WeighbridgeError, t as IssueList } from "./shared/core-domain-errors.js";
import { r as request } from "./shared/adapters-http-client.js";
import { i as onDisk, n as makeDirectory, r as namedFault, t as diskFault } from "./shared/results-store-disk-faults.js";
import { $ as runDifferences, E as following, J as attempt$1, O as parseSelection, X as readPartially, Y as holdsRuns, at as serializeSample, dt as SAMPLES_FILE, et as setAside, ft as STAGING, nt as readRecord, pt as runFolder, st as serializeRunRecord, tt as acquireLock, ut as RUN_FILE } from "./shared/results-store-writer.js";
import { $ as ratioOfSums, At as repeatsOf, E as metricsOfGate, F as paired, H as imputeCandidate, J as CANDIDATE, L as shownDelta, N as estimateOf, Ot as TASK_ROLES, S as withRepeatMetrics, U as imputeDelta, Y as DELTA, bt as mulberry32, lt as binomialAtMost, q as stderrOfCorpusChange, ut as binomialExactly, x as spreadOfAnswers } from "./shared/tasks-runners-order.js";
import { t as cacheFolder } from "./shared/adapters-process-cache-folder.js";
import { n as hubModel, t as describeModel } from "./shared/core-domain-model.js";
import { a as smallestDetectableDrop, i as ASSUMED_DISCORDANCE, n as chatTemplateOf, r as makePlan, t as evaluateCheckpoints } from "./shared/app-evaluate.js";
import { a as judgeResults, d as renderAgain, f as withdrawVerdict, l as VERDICT_FILE, o as COMMENT_FILE, p as writeVerdict, r as judge, s as HTML_FILE, t as decideResults, u as readVerdict } from "./shared/app-judge.js";
import { c as CountedFromOne, g as suggestion, h as nearest, s as ANSWER_FORMATS } from "./shared/core-compare-answers.js";
import { t as writeAtomically } from "./shared/results-store-atomic-file.js";
import { a as refuseNewCode, i as readBasePolicy, n as reviewSuite, t as baseInPlace } from "./shared/app-suite-review-suite.js";
import { t as progressLine } from "./shared/app-log.js";
import { a as isHubDataset, n as loadDataset, r as placeOfDataset } from "./shared/tasks-datasets-load.js";
import { t as nativeRunner } from "./shared/tasks-runners-native-runner.js";
import { t as require_dist } from "./shared/npm-yaml.js";
import { m as meanOfRepeats } from "./shared/core-metrics-choices.js";
import { basename, dirname, join, relative, resolve } from "node:path";
import { constants, createReadStream, existsSync } from "node:fs";
import process$1 from "node:process";
import { createHash } from "node:crypto";
import { access, mkdtemp, open, readFile, realpath, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { clearLine, cursorTo } from "node:readline";

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
				return textsOf$1(await response.text(), ["Key", "NextContinuationToken"]);
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
function textsOf$1(xml, names) {
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
	candidate: ["path", "checkpoint that wants to merge: a GGUF file, or results of an earlier run"],
	baseline: ["path", "checkpoint to compare with: a GGUF file, or results of an earlier run"],
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
const HELP$13 = `
The store is a folder: --store, else \`store\` of the config, else \`baselines\` in the cache of Weighbridge.

Examples:
  weighbridge baseline bless weighbridge-out --side candidate     the checkpoint that was merged is the baseline now
  weighbridge baseline show
  weighbridge baseline prune --keep 3 --younger-than 90
  weighbridge baseline push s3://bucket/prefix                    see docs/baselines.md
`;
const addBaseline = (program, context) => {
	const baseline = program.command("baseline").description("keep, show and share baselines").addHelpText("after", HELP$13);
	addBless(baseline, context);
	addShow$1(baseline, context);
	addList(baseline, context);
	addPrune(baseline, context);
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
			plain$1(digest.slice(0, 19)),
			origin.commit?.slice(0, 12) ?? "",
			origin.by ?? ""
		], ...[plain$1(source), plain$1(tasks.map(({ task }) => task).join(" "))]]);
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
function addPrune(parent, { terminal }) {
	command(parent, "prune", "remove old baselines, and samples that no kept one needs").addOption(new Option("--keep <n>", "the newest that stay").argParser(wholeNumber).default(5)).addOption(new Option("--younger-than <days>", "stay as well").argParser(wholeNumber)).action(async (flags) => {
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
function wholeNumber(text) {
	if (/^\d{1,6}$/.test(text)) return Number(text);
	throw new InvalidArgumentError("write a whole number");
}
function describe$1({ source, digest, adapter_digest: adapter, origin, tasks }) {
	const days = daysBetween(origin.date, (/* @__PURE__ */ new Date()).toISOString());
	return [
		`model   ${plain$1(source)}`,
		`digest  ${plain$1(digest)}${adapter === null ? "" : `, adapter ${plain$1(adapter)}`}`,
		`commit  ${plain$1(origin.commit ?? "unknown")}`,
		`date    ${origin.date}${days === null ? "" : ` (${days} days old)`}`,
		`by      ${plain$1(origin.by ?? "unknown")}`,
		`tasks   ${plain$1(tasks.map(({ task }) => task).join(", "))}`
	];
}
/** What a store holds may come from a bucket that others write to. */
const plain$1 = (text) => toPlain(code(text));

// src/app/judge/blind-gates.ts
/**
* Gates that could not fail against this baseline, told before anything is evaluated: judged as if the candidate answered as the
* baseline does.
* @param folder results of the baseline
*/
async function blindGates({ gates, policy, directory }, folder) {
	const stored = await readToJudge(resolve(directory, folder), "baseline");
	const runs = withRepeatMetrics(stored.runs, gates);
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

// src/app/speed.ts
/** Runs whose records are read: those of a store of many models are alike. */
const MOST = 200;
/**
* The newest run that was evaluated in one go with the config's engine, a checkpoint of the config before others; null where the
* store has none. It may come from another machine.
*/
async function measuredSpeed(config) {
	const store = storeOf(config) ?? new BaselineStore(defaultStore());
	const keys = (await store.entries.keys().catch(() => [])).slice(0, MOST);
	const records = await Promise.all(keys.map(async (key) => ({
		key,
		record: await readRecord(store.entries.folderOf(key)).catch(() => null)
	})));
	const named = [config.candidate, config.baseline].map((source) => source && describeModel(source));
	const rank = ({ record }) => Number(named.includes(record.model.source));
	const measured = records.flatMap(({ key, record }) => record !== null && isMeasured(record, config) ? [{
		key,
		record
	}] : []).sort((a, b) => rank(b) - rank(a) || String(b.record.finished).localeCompare(String(a.record.finished)));
	for (const { key, record } of measured) {
		const found = await store.entries.read(key);
		if (found.kind !== "found") continue;
		const tokens = found.entry.samples.reduce((total, { usage }) => total + (usage?.prompt_tokens ?? 0) + (usage?.output_tokens ?? 0), 0);
		const tokensPerSecond = tokens / secondsOf(record);
		if (tokens > 0 && Number.isFinite(tokensPerSecond)) return {
			tokensPerSecond,
			model: record.model.source,
			task: record.task,
			date: String(record.finished).slice(0, 10)
		};
	}
	return null;
}
const secondsOf = ({ started, finished }) => (Date.parse(finished ?? "") - Date.parse(started)) / 1e3;
function isMeasured(record, { engine }) {
	const { status, fingerprint } = record;
	return status.state === "complete" && fingerprint.engine === engine.type && secondsOf(record) > 0;
}

// src/cli/check.ts
const HELP$12 = `
Says what is not ready yet; ends with 0 unless config or datasets are wrong.

Examples:
  weighbridge check
  weighbridge check --candidate checkpoints/step-2000.gguf --max-drop facts/acc=1pp
`;
const addCheck = (program, { terminal }) => {
	const command = program.command("check").description("what the config comes to: values in force, feasibility of every gate, cost; runs no model").addOption(configOption()).addOption(jsonOption("the plan as JSON")).addHelpText("after", HELP$12);
	addOverrides(command).action(async (flags) => {
		const config = await loadConfig(flags.config, {
			overrides: overridesFromFlags(flags),
			assumeTasks: true
		});
		const found = mustFind(config) ? await findable(config) : null;
		const plan = await makePlan(found === null ? config : {
			...config,
			baseline: found.model
		});
		const blind = found?.blind ?? await blindIn(config, config.baseline);
		const checkpoints = [];
		for (const side of ["candidate", "baseline"]) {
			if (side === "baseline" && found !== null) {
				checkpoints.push(found.checkpoint);
				continue;
			}
			const source = config[side];
			const issue = await sourceIssue(config, side);
			checkpoints.push({
				side,
				source: source === null ? null : describeModel(source),
				unseen: unseenOf(source),
				problem: issue === null ? null : messageOf(issue)
			});
		}
		const machine = await lookAtMachine(config);
		terminal.print(flags.json ? JSON.stringify({
			config,
			checkpoints,
			...summary(plan),
			blind,
			...machine
		}, null, 2) : describe(plan, checkpoints, blind, machine).join("\n"));
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
	const [unwritable, speed] = await Promise.all([unwritableFolders(config, DEFAULT_OUT), measuredSpeed(config)]);
	return {
		unwritable,
		unseen: unseenPrograms(config),
		speed
	};
}
/** Of what is written no more is known than its limit, so that a time is one too. */
function duration(total, speed) {
	const time = ({ promptTokens, outputTokens }) => formatDuration((promptTokens + outputTokens) / speed.tokensPerSecond);
	const by = `by the ${count$1(Math.round(speed.tokensPerSecond))} tokens a second that ${toPlain(code(speed.model))} took on ${toPlain(code(speed.task))} on ${speed.date}`;
	return `${total.outputTokens > 0 ? "at most about" : "about"} ${time(total)}, ${by}`;
}
const summary = ({ feasibility, warnings, cost }) => ({
	feasibility,
	warnings,
	cost
});
const count$1 = (value) => value.toLocaleString("en-US");
function describe(plan, checkpoints, blind, machine) {
	const { tasks, checkpoints: evaluated, total } = plan.cost;
	const evaluations = `${evaluated} ${evaluated === 1 ? "checkpoint" : "checkpoints"} to evaluate`;
	return [
		"Values in force",
		...explainLines(plan.config).map((line) => `  ${line}`),
		"",
		...plan.config.tasks.length > 0 ? [] : ["No tasks: this config judges existing results, with `weighbridge gate`", ""],
		"Checkpoints",
		...checkpoints.map(({ side, source, unseen, problem }) => problem === null ? `  ${side}: ${source} ${unseen ?? "is there"}` : `  ${side}: NOT READY: ${problem.replaceAll("\n", "\n  ")}`),
		...machine.unwritable.map((says) => `  NOT READY: ${says}`),
		...machine.unseen.map((says) => `  ${says}`),
		"",
		"Gates",
		...plan.feasibility.map(({ says }) => `  ${says}`),
		...blind.map(({ says }) => `  ${says}`),
		...plan.draws.map((says) => `  ${says}`),
		"",
		"Cost",
		...tasks.map(({ task, samples, repeats }) => `  ${task}: ${count$1(samples)} samples${repeats === 1 ? "" : `, ${count$1(repeats)} answers to each`}`),
		`  ${evaluations}: ${count$1(total.samples)} samples, about ${count$1(total.promptTokens)} tokens read, at most ${count$1(total.outputTokens)} written`,
		...machine.speed === null ? [] : [`  ${duration(total, machine.speed)}`]
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

// src/report/figure-ascii.ts
/** Columns of the drawing. */
const WIDTH = 61;
/**
* The interval against the limit, to scale:
*
* ```
*                    not allowed │ allowed
*            [─────────●─────────┼──]
*   ─────────────────────────────┴──────────────────┬──────────
*                             −2.0 pp              0.0 pp
* ```
*
* `●` is the observed value. An end that nothing is known about is an arrow.
*/
function asciiFigure({ low, value, high, limit, marks, safeSide }) {
	const column = (place) => Math.round(place * 60);
	return [
		sides(column(limit), safeSide),
		interval(low === null ? null : column(low), column(value), high === null ? null : column(high), column(limit)),
		axis(column(limit), marks.map(({ at }) => column(at))),
		...labels(marks.map(({ at, label }) => ({
			at: column(at),
			label
		})))
	].map((row) => row.trimEnd());
}
function sides(limit, safeSide) {
	const [left, right] = safeSide === "greater" ? ["not allowed", "allowed"] : ["allowed", "not allowed"];
	return `${left.length < limit ? left.padStart(limit - 1) : " ".repeat(Math.max(0, limit - 1))}${limit > 0 ? " " : ""}│ ${right}`;
}
function interval(low, value, high, limit) {
	const row = Array.from({ length: WIDTH }, () => " ");
	const [from, to] = [low ?? 0, high ?? 60];
	row.fill("─", from, to + 1);
	row[from] = low === null ? "◄" : "[";
	row[to] = high === null ? "►" : "]";
	row[limit] = limit > from && limit < to ? "┼" : limit === from || limit === to ? row[limit] ?? "│" : "│";
	row[value] = "●";
	return row.join("");
}
function axis(limit, ticks) {
	const row = Array.from({ length: WIDTH }, () => "─");
	for (const tick of ticks) row[tick] = "┬";
	row[limit] = "┼";
	return row.join("");
}
/** Labels centred under their marks, on a row of their own where two would touch. */
function labels(marks) {
	const rows = [];
	for (const { at, label } of marks) {
		const start = Math.max(0, Math.min(WIDTH - label.length, at - Math.floor(label.length / 2)));
		const free = rows.findIndex((row) => row.padEnd(63).slice(Math.max(0, start - 2), start + label.length + 2).trim() === "");
		const row = (free < 0 ? "" : rows[free] ?? "").padEnd(WIDTH);
		const placed = row.slice(0, start) + label + row.slice(start + label.length);
		if (free < 0) rows.push(placed);
		else rows[free] = placed;
	}
	return rows;
}

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
/** How one gate came to its verdict: from the verdict file alone. */
function renderExplanation(file, gate) {
	const effect = gate.blocks ? "it blocks the merge" : "it does not block the merge";
	return `${[`${toPlain(code(gate.id))}: ${verdictLabel(gate.verdict)} (${gate.tier}; ${effect})`, ...blocksToLines(gateBlocks(file, gate))].join("\n")}\n`;
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
		case "code": return block.text.split("\n");
		case "sides": return block.sides.flatMap(([title, content]) => [`${title}:`, ...indented$1(lines(content, options))]);
		case "figure": return [
			...asciiFigure(block.scale),
			"",
			one(block.words)
		];
		case "chart": return lines(block.table, options);
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
const COLUMNS = [
	textColumn("Metric", ({ task, metric }) => code(`${task.task}/${metric.metric}`)),
	numberColumn("Baseline", ({ metric }) => sideValue(metric, "baseline")),
	numberColumn("Candidate", ({ metric }) => sideValue(metric, "candidate")),
	numberColumn("Delta (interval)", ({ metric }) => deltaOf(metric)),
	numberColumn("Pairs", ({ metric }) => pairsOf(metric)),
	numberColumn("Flips: worse, better", ({ metric }) => flipsOf(metric))
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
function flipsOf({ flips }) {
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
		...blocksToLines([...rows.length === 0 ? [nothing] : table("Metrics", COLUMNS, rows), paragraph(ours("Delta is candidate − baseline."))])
	].join("\n");
}

// src/cli/compare.ts
const HELP$11 = `
A is the baseline, B the candidate: every delta is B − A. Run directories, the folder of one side or task in them, or
results of another program (weighbridge import --help lists them).

Example:
  weighbridge compare out/base/baseline out/step-2000/candidate
`;
const addCompare = (program, { terminal }) => {
	program.command("compare").description("the same table without a judgement").argument("<A>", "results of the baseline").argument("<B>", "results of the candidate").addOption(followOption()).addOption(jsonOption("the comparison as JSON")).addHelpText("after", HELP$11).action(async (a, b, { json = false, follow }) => {
		const comparison = await compareResults({
			baseline: following(a, follow),
			candidate: following(b, follow)
		});
		terminal.print(json ? verdictJson(comparison) : renderComparison(comparison));
	});
};

// src/cli/evaluate.ts
const HELP$10 = `
Resumable: the same command goes on where an earlier one stopped. Ends with 3 when a task failed, with 0 when every sample
is stored, whatever the samples will mean.

Examples:
  weighbridge evaluate --role baseline --out out/base
  weighbridge evaluate --role candidate --shard 2/4      the second of four machines
`;
const addEvaluate = (program, { terminal, signal, exit }) => {
	const command = program.command("evaluate").description("evaluate one side only").addOption(configOption()).addOption(outOption()).addOption(fullOption()).addOption(new Option("--role <side>", "whose samples").choices([
		"baseline",
		"candidate",
		"anchor"
	]).makeOptionMandatory()).addOption(new Option("--shard <i/n>", "only the i-th of n parts").argParser(parseShard)).addHelpText("after", HELP$10);
	addOverrides(command).action(async ({ config, out, role, shard = void 0, ...flags }) => {
		const overrides = overridesFromFlags(flags);
		await withdrawVerdict(out);
		await evaluateCheckpoints(await readConfig(config, overrides), {
			out,
			log: terminal,
			sides: [role],
			shard: shard ?? null,
			signal,
			taskEnded: ({ state }) => {
				if (state === "failed") exit(EXIT_CODES.invalid);
			}
		});
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

// src/cli/explain.ts
const HELP$9 = `
Reads <dir>/verdict.json and nothing else. Ends with 0 whatever the verdict is.

Example:
  weighbridge explain facts/acc:max_drop --out weighbridge-out
`;
const addExplain = (program, { terminal }) => {
	program.command("explain").description("how one gate came to its verdict, and what would have changed it").argument("<gate>", "id of the gate, such as facts/acc:max_drop").addOption(outOption()).addHelpText("after", HELP$9).action(async (id, { out }) => {
		const verdict = await readVerdict(join(out, VERDICT_FILE));
		terminal.print(renderExplanation(verdict, findGate(verdict, id)));
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

// src/cli/export.ts
const SIDES = [
	"baseline",
	"candidate",
	"anchor"
];
const HELP$8 = `
DIR is a run directory, or results of another program, which are taken for the candidate's. The runs of each side go to
a folder of their own in the output folder; \`weighbridge compare\` reads them there.

Formats:
${[...EXPORTERS].map(([name, { summary }]) => `  ${name}  ${summary}`).join("\n")}

Example:
  weighbridge export weighbridge-out --out shared --format every-eval-ever
`;
const addExport = (program, { terminal }) => {
	program.command("export").description("runs in a form that other programs read").argument("<DIR>", "run directory, or results of another program").requiredOption("-o, --out <dir>", "where the files go").addOption(new Option("--format <name>", "which form").choices([...EXPORTERS.keys()]).makeOptionMandatory()).addHelpText("after", HELP$8).action(async (path, { out, format }) => {
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
	for (const side of SIDES) {
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
const isAboutChange = ({ rule }) => {
	const { estimand, scope } = ruleOf({ rule });
	return estimand === "delta" && scope !== "groups";
};
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
		search,
		taken: inPlace.config
	};
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
	info(line) {
		this.closeLine();
		this.errors.write(`${line}\n`);
	}
	warn(line) {
		this.info(`warning: ${line}`);
	}
	progress(event) {
		const ended = event.done === event.planned;
		if (this.live) {
			cursorTo(this.errors, 0);
			clearLine(this.errors, 0);
			this.errors.write(progressLine(event));
			this.lineIsOpen = true;
			if (ended) this.closeLine();
			return;
		}
		const now = performance.now();
		if (!ended && now - this.lastPlain < PLAIN_INTERVAL) return;
		this.lastPlain = now;
		this.errors.write(`${progressLine(event)}\n`);
	}
	closeLine() {
		if (this.lineIsOpen) this.errors.write("\n");
		this.lineIsOpen = false;
	}
};

// src/cli/gate.ts
const HELP$7 = `
Runs no model. Each side is a run directory, the folder of one side or task in it, or results of another program
(docs/importing.md lists them), known by their content.

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
	const command = program.command("gate").description("judge existing results").addOption(new Option("-c, --config <file>", "limits from a config, besides those given by flags")).addOption(outOption()).addOption(policyFromOption()).addOption(followOption()).addOption(jsonOption()).addHelpText("after", HELP$7);
	addOverrides(command).addOption(new Option("--candidates <paths...>", "results of several candidates, of which one is to be chosen").conflicts("candidate")).addOption(new Option("--rank-by <gate>", "the gate whose change says which candidate is the best"));
	for (const side of ["--baseline", "--candidate"]) {
		const option = command.options.find(({ long }) => long === side);
		if (side === "--baseline") option?.makeOptionMandatory();
		if (option !== void 0) option.description = `results of the ${side.slice(2)}`;
	}
	command.action(async (flags) => {
		await withdrawVerdict(flags.out);
		const { baseline, candidate, ...limits } = overridesFromFlags(flags);
		const { config = null, policyFrom, follow } = flags;
		if (config === null && policyFrom !== void 0) throw new WeighbridgeError("usage", "flag --policy-from: without a config nothing can be read from there", { fix: "name the config with --config" });
		const request = {
			configPath: config,
			...config === null ? {} : { policies: (await policiesFrom(config, policyFrom)).policies },
			overrides: limits,
			out: flags.out
		};
		const from = following(flags.baseline, follow);
		if (flags.candidates !== void 0) {
			const judged = await judgeCandidates({
				...request,
				baseline: from,
				rankBy: flags.rankBy ?? null,
				candidates: flags.candidates.map((path) => following(path, follow))
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
				candidate: following(flags.candidate, follow)
			}
		});
		showVerdict(terminal, verdict, flags.json);
		terminal.info(`report: ${join(flags.out, HTML_FILE)}, verdict: ${join(flags.out, VERDICT_FILE)}`);
		exit(verdict.exitCode);
	});
};

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
	for await (const sample of samples) {
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
const HELP$6 = `
PATH is what another program wrote, known by its content. Needed only to keep results in the form of Weighbridge: gate,
compare and the config's baseline read such a path as it is. Where a file holds several, name one: FILE#provider=NAME.

Formats:
${Object.values(RESULT_FORMATS).map(({ name, summary }) => `  ${name}: ${summary}`).join("\n")}

Example:
  weighbridge import lm-eval-out/my-model --out out --role baseline
`;
const addImport = (program, { terminal }) => {
	program.command("import").description("results of another program to a run directory").argument("<PATH>", "folder or file that the other program wrote").addOption(outOption()).addOption(new Option("--role <side>", "whose results they are").choices(["baseline", "candidate"]).default("candidate")).addHelpText("after", HELP$6).addOption(followOption()).action(async (path, { out, role, follow }) => {
		const { runs, notes } = await importResults(following(path, follow), role, out);
		for (const { folder, task, samples } of runs) terminal.info(`${task}: ${samples} samples in ${folder}`);
		for (const note of notes) terminal.info(oneLine(note));
	});
};

// src/tasks/runners/native/shapes.ts
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
const REFERENCE = [...[
	"reference",
	"answer",
	"target",
	"output",
	"completion",
	"response",
	"expected",
	"ideal",
	"summary"
], ...[
	"translation",
	"continuation",
	"route"
]];
const one = (names, holds = isText) => ({
	names,
	holds
});
const perhaps = (names) => ({
	names,
	holds: isMaybeText,
	optional: true
});
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
const textsOf = ({ rows, column }, part) => rows.map((row) => String(row[column[part] ?? ""]));
/** A conversation up to its last turn, which is the answer. */
const conversation = (found, names) => {
	const list = found.column.turns ?? "";
	const last = found.rows.map((row) => row[list].at(-1)?.[names.text]);
	return written(found.rows.map((row) => row[list].length).every((count) => count === 2) ? `{{${list}[0].${names.text}}}` : `{% for turn in ${list}[:-1] %}{{turn.${names.role}}}: {{turn.${names.text}}}\n{% endfor %}{{${list}[-1].${names.role}}}:`, `{{${list}[-1].${names.text}}}`, last.map(String));
};
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
			return written(`### Instruction:\n${printed(instruction)}${more}\n\n### Response:`, handedOn(output), textsOf(found, "output"));
		}
	},
	{
		name: "a prompt with a reference answer",
		unless: [
			...CHOICES,
			"endings",
			"chosen",
			"rejected",
			"answerKey",
			"context_options"
		],
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
		task: (found) => written(question(found), handedOn(found.column.reference ?? ""), textsOf(found, "reference"))
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
			const labels = [...new Set(textsOf(found, "label"))].sort();
			const { label: name = "" } = found.column;
			return labels.length > 1 && labels.length <= 20 ? byLabel(question(found), labels, handedOn(name)) : written(question(found), handedOn(name), labels);
		}
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
function byShape({ name, needs, unless = [], task }, rows) {
	if (unless.some((other) => rows.some((row) => Object.hasOwn(row, other)))) return null;
	const column = columnsOf(needs, rows);
	return column === null ? null : {
		shape: name,
		...task({
			column,
			rows
		})
	};
}
function columnsOf(needs, rows) {
	const present = Object.keys(rows[0] ?? {});
	const column = {};
	for (const [part, { names, holds, optional }] of Object.entries(needs)) {
		const fitting = names.flatMap((name) => present.filter((each) => each.toLowerCase() === name.toLowerCase())).find((name) => !Object.values(column).includes(name) && rows.every((row) => holds(row[name], row)));
		if (fitting !== void 0) column[part] = fitting;
		else if (optional !== true) return null;
	}
	return column;
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
	if (suggested === null) throw unknownShape(written, Object.keys(fields[0] ?? {}));
	const name = named ?? nameOf(written);
	const { prepared, options } = await settled(name, dataset, directory, suggested, declared);
	const [sample] = prepared.samples;
	return {
		name,
		options,
		shape: suggested.shape,
		metric: suggested.metric,
		samples: prepared.samples.length,
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
function nameOf(written) {
	const [, repository] = /^hf:[^/]+\/([^@]+)/.exec(written) ?? [];
	const name = (repository ?? basename(written).replace(/(\.[a-z]+)?\.(?:gz|zst)$|\.[a-z]+$/i, "")).replaceAll(/[^A-Za-z0-9_-]+/g, "_").replaceAll(/^[_-]+/g, "").slice(0, 60);
	return name === "" ? "own" : name;
}
const unknownShape = (file, columns) => new WeighbridgeError("data", `no shape of dataset that is known has these columns: ${columns.slice(0, 20).join(", ")}`, {
	at: { file },
	fix: "rename them, such as question, choices, answer or prompt, reference, or write the task yourself: doc_to_text and doc_to_target (docs/own-data.md)"
});

// src/config/starter.ts
var import_dist = require_dist();
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
const gateOf = ({ name, metric, samples }) => ({
	metric: `${name}/${metric}`,
	max_drop: ["acc", "exact_match"].includes(metric) ? PROVABLE$1.find(([needed]) => samples >= needed)?.[1] ?? "20pp" : "5%rel"
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
	document.setIn(["tasks", task.name], document.createNode({
		role: task.role,
		...task.options
	}));
	const gate = document.createNode(gateOf(task), { flow: true });
	if (document.hasIn(["gates"])) document.addIn(["gates"], gate);
	else document.set("gates", document.createNode([gate]));
	return document.toString({ lineWidth: 0 });
}
/** A value as YAML writes it on one line: quoted where a bare one would mean something else. */
const scalar = (text) => /\p{Cc}/u.test(text) ? JSON.stringify(text) : (0, import_dist.stringify)(text, { lineWidth: 0 }).trimEnd();
function starterConfig({ candidate, baseline, tasks }) {
	const own = tasks.map(({ name, role, options }) => indented({ [name]: {
		role,
		...options
	} }, "  "));
	const gates = tasks.length === 0 ? [{
		metric: "arithmetic/acc",
		max_drop: "5pp"
	}] : tasks.map(gateOf);
	const samples = tasks.length === 0 ? 120 : Math.min(...tasks.map((task) => task.samples));
	return `# yaml-language-server: $schema=https://raw.githubusercontent.com/${REPOSITORY}/main/schema/weighbridge.schema.json
# What this fine-tune may not forget. \`weighbridge check\` says what these lines come to without running a model.
version: 1

# Paths are relative to this file. A baseline may also be a folder of results of an earlier run.
candidate: ${scalar(candidate)}
baseline: ${scalar(baseline)}

tasks:
  # The role says which limits apply: target should gain, general must not be forgotten, safety has ceilings.
${own.length === 0 ? ARITHMETIC : `${own.join("\n")}\n`}
gates:
  # Proven by paired samples, not by comparing two averages. A change of a rate is written in points: 5pp, or 0.05.
  # The fewer the samples, the wider the limit must be: 2pp needs about 2,600 of them, and \`check\` counts for you.
${gates.map(({ metric, max_drop }) => `  - { metric: ${metric}, max_drop: ${max_drop} }\n`).join("")}
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
		`${task}, sample ${plain(id)} of ${samples}`,
		...prompt.split("\n").map((line) => `  │${ends(plain(line))}`),
		...continuations.map((text, choice) => `  ${choice === gold ? "✔" : " "} ${drawn(text)}`),
		...targets.length === 0 ? [] : [`  right: ${targets.map(drawn).join(" or ")}`]
	]);
}
/** Datasets are strangers' texts: what a terminal would obey, or not show, is written as its number. */
const plain = (text) => text.replace(/(?!\t)[\p{Cc}\p{Cf}\u2028\u2029]|\p{Cs}/gu, (character) => {
	const number = (character.codePointAt(0) ?? 0).toString(16);
	return number.length > 4 ? `\\u{${number}}` : `\\u${number.padStart(4, "0")}`;
});
const ends = (line) => line.replace(/ +$/, (spaces) => "·".repeat(spaces.length));
const drawn = (text) => plain(JSON.stringify(text));

// src/cli/init.ts
const HELP$5 = `
With --data, the columns say what the task is; known are MMLU, ARC, HellaSwag, BoolQ, SQuAD, GSM8K, Alpaca, ShareGPT and messages,
preference pairs, columns A to D, a prompt with a reference, and text. A config that is there gets the task added.

Examples:
  weighbridge init
  weighbridge init --data evals/own.csv --baseline models/base.gguf --candidate out/step-2000.gguf
  weighbridge init --data hf:cais/mmlu@c30699e8356da336a370243923dbaf21066bb9fe#all/test
`;
const CONFIG = "weighbridge.yml";
const addInit = (program, { terminal }) => {
	program.command("init").description("write a starter config, a workflow, and the task of a dataset").addOption(new Option("--candidate <path>", "checkpoint that pull requests change").default(STARTER_DEFAULTS.candidate)).addOption(new Option("--baseline <path>", "checkpoint to compare with").default(STARTER_DEFAULTS.baseline)).addOption(new Option("--data <file>", "dataset of own questions, or a split of the hub, as <file> or <name>=<file>; repeatable").argParser((value, earlier = []) => [...earlier, value])).addOption(new Option("--answer-format <format>", "what a right answer is, where the file does not tell").choices(ANSWER_FORMATS)).addOption(new Option("--role <role>", "what the data is for").choices(TASK_ROLES).default("general")).addOption(new Option("--directory <dir>", "where to write").default(".")).addHelpText("after", HELP$5).addOption(new Option("--force", "overwrite files that are there")).action(async ({ data = [], force = false, ...flags }) => {
		const { candidate, baseline, directory, answerFormat, role } = flags;
		const tasks = [];
		for (const file of data) tasks.push(await taskOfData(file, resolve(directory), answerFormat));
		refuseTwice(tasks.map(({ name }) => name));
		const starters = tasks.map((task) => ({
			...task,
			role
		}));
		const config = join(directory, CONFIG);
		const isAdded = data.length > 0 && existsSync(config) && !force;
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
		for (const { shown, shape, samples } of tasks) terminal.print(`\n${plural(samples, "row")}, in the shape of ${shape}:\n${shownLines(shown).join("\n")}`);
		terminal.print(isAdded ? "\nNext: `weighbridge check` says what it comes to." : `\nNext: provide ${candidate} and ${baseline} (or name your own in weighbridge.yml), put the action's
commit into .github/workflows/weighbridge.yml, then \`weighbridge check\` says what is still missing.`);
	});
};
function refuseTwice(names) {
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice === void 0) return;
	throw new WeighbridgeError("usage", `two files would both be the task ${twice}`, { fix: "give one of them another name: --data <name>=<file>" });
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
			const { estimand, scope } = ruleOf(gate);
			const certifies = (estimand === "delta" && scope !== "groups" ? own.map(reachOf).sort((a, b) => a - b) : [])[Math.ceil(CERTAIN * rounds) - 1] ?? Infinity;
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
	const { comparisons, gates, policy, assumedDiscordance, seed } = input;
	const decision = decide({
		comparisons,
		gates: gates.filter((gate) => !wantsGain(gate)),
		policy
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
	const loaded = await readConfig(configPath, overrides);
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
	const side = (index, runs) => withRepeatMetrics([...runs.filter(({ record }) => !known.has(record.task)), ...again.map((both) => both[index])], gates);
	const expected = tasks.map(({ name }) => name);
	const comparisons = compareRuns(side(0, first), side(1, second), expected, policy.alpha.value);
	const answers = repeated.flatMap(answerNoise);
	const noise = noiseOf({
		comparisons,
		answers,
		gates,
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
const HELP$4 = `
Evaluates the baseline twice, so it costs as much as a run; tasks with repeats once, since their answers to each sample show what moves. Stopped half-way, the same command goes on where it was.
Ends with 3 when the two runs cannot be compared, and with 0 otherwise: what it finds is no verdict.

Example:
  weighbridge noise --baseline checkpoints/base.gguf --out out/noise
`;
const addNoise = (program, { terminal, signal, exit }) => {
	const command = program.command("noise").description("evaluate the baseline twice: what moves by itself, and how often the policy blocks that").addOption(configOption()).addOption(outOption().default(join(DEFAULT_OUT, "noise"))).addOption(jsonOption("noise.json")).addHelpText("after", HELP$4);
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

// src/cli/report.ts
const HELP$3 = `
Reads <dir>/verdict.json and shown-samples.json, writes <dir>/comment.md and report.html, prints the table. Decides nothing.

Example:
  weighbridge report weighbridge-out
`;
const addReport = (program, { terminal, exit }) => {
	program.command("report").description("render an earlier verdict again").argument("<dir>", "run directory").addOption(jsonOption()).addHelpText("after", HELP$3).action(async (directory, { json = false }) => {
		const verdict = await renderAgain(directory);
		showVerdict(terminal, verdict, json);
		terminal.info(`report: ${join(directory, HTML_FILE)}, comment: ${join(directory, COMMENT_FILE)}`);
		exit(verdict.exitCode);
	});
};

// src/cli/run.ts
const HELP$2 = `
The candidate is evaluated until the verdict is known, unless --full or the config asks for all of it.
Stopped half-way (Ctrl-C, a crash, a reboot), the same command goes on where it was; no sample is asked twice.

Examples:
  weighbridge run
  weighbridge run --candidate checkpoints/step-2000.gguf --out out/step-2000
  weighbridge run --baseline out/base/baseline --max-drop facts/acc=1pp
`;
const addRun = (program, { terminal, signal, exit }) => {
	const command = program.command("run").description("evaluate baseline and candidate, compare, decide, report").addOption(configOption()).addOption(outOption()).addOption(fullOption()).addOption(policyFromOption()).addOption(jsonOption()).addHelpText("after", HELP$2);
	addOverrides(command).action(async (flags) => {
		await withdrawVerdict(flags.out);
		const found = await policiesFrom(flags.config, flags.policyFrom);
		const loaded = await readConfig(flags.config, overridesFromFlags(flags));
		const { out } = flags;
		const { policies, asked, search, taken } = await runUnder(loaded, found, out);
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
			policies,
			baselines,
			failure: because
		}).catch((error) => {
			throw failure !== null && error instanceof WeighbridgeError ? failure : error;
		});
		if (failure !== null) terminal.info(describeFailure(failure));
		if (failure === null || flags.json) showVerdict(terminal, verdict, flags.json);
		terminal.info(`report: ${join(out, HTML_FILE)}, verdict: ${join(out, VERDICT_FILE)}`);
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
	const task = config.tasks.find((each) => each.name === (alias ?? name));
	if (task === void 0) throw new WeighbridgeError("usage", `there is no task ${JSON.stringify(name)}`, { fix: suggestion(name, config.tasks.map((each) => each.name), "tasks") });
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
const HELP$1 = `
Loads no model; a chat template is read from the checkpoint's file.

Examples:
  weighbridge show mmlu
  weighbridge show tickets --n 1 --side baseline
`;
const addShow = (program, { terminal }) => {
	program.command("show").description("prompts of a task exactly as the model sees them, with their answers").argument("<TASK>", "name or alias of a task of the config").addOption(configOption()).addOption(new Option("--n <count>", "samples to show, spread over the dataset").argParser(count).default(3)).addOption(new Option("--side <side>", "whose chat template is used").choices(["candidate", "baseline"]).default("candidate")).addOption(jsonOption("the samples as JSON")).addHelpText("after", HELP$1).action(async (name, { config: file, n, side, json }) => {
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

// src/cli/index.ts
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
	const program = new Command("weighbridge").description("The eval gate for model checkpoints: did this fine-tune forget anything?").version(VERSION).addHelpText("after", HELP).showSuggestionAfterError().showHelpAfterError("(add --help to see what there is)").exitOverride();
	let exitCode = EXIT_CODES.notBlocked;
	const exit = (code) => {
		exitCode = code;
	};
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
		addInit
	]) add(program, {
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
process.exitCode = await main(process.argv);

export {  };