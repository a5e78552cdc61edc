import { n as judge, t as evaluatePlan } from "./main.js";

export { evaluatePlan, judge };