import { t as nativeRunner } from "./tasks-runners-native-runner.js";

export { nativeRunner };