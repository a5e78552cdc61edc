import { n as evaluatePlan, t as decidePlan } from "./app-main.js";

export { decidePlan, evaluatePlan };