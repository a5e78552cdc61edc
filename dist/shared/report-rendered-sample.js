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
/** Datasets are strangers' texts: what a terminal or a runner would obey, or not show, is written otherwise. */
const plain = (text) => text.replace(/(?!\t)[\p{Cc}\p{Cf}\u2028\u2029]|\p{Cs}/gu, (character) => {
	const number = (character.codePointAt(0) ?? 0).toString(16);
	return number.length > 4 ? `\\u{${number}}` : `\\u${number.padStart(4, "0")}`;
}).replaceAll("##[", "##\\[");
const ends = (line) => line.replace(/ +$/, (spaces) => "·".repeat(spaces.length));
const drawn = (text) => plain(JSON.stringify(text));

export { shownLines as t };