import { n as withFolds, t as joinFoldResults } from "./app-cross-validation.js";

export { joinFoldResults };