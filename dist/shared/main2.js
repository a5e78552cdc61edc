import { n as evaluatePlan, r as judge, t as checkConfig } from "./main.js";

export { checkConfig, evaluatePlan, judge };