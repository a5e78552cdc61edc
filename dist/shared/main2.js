import { n as findBaselines, r as judge, t as evaluatePlan } from "./main.js";

export { evaluatePlan, findBaselines, judge };