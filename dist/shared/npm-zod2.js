import { E as _coercedNumber, r as ZodNumber } from "./npm-zod.js";

// node_modules/zod/v4/classic/coerce.js
function number(params) {
	return _coercedNumber(ZodNumber, params);
}

export { number as t };