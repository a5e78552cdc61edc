import { a as defaultPlace, c as openHistory, d as recordIfAsked, f as roundOf, i as artifactHistory, l as placeOf, n as addNote, o as describePlace, p as withLine, r as addRound, s as historySoFar, t as HISTORY_ON_BRANCH, u as pruneRounds } from "./app-history.js";

export { recordIfAsked };