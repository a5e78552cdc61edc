import { n as parseCsv, r as parseTsv, t as delimiterOf } from "./tasks-datasets-csv.js";

export { parseCsv, parseTsv };