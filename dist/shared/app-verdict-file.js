import { n as __exportAll } from "./rolldown-runtime.js";
import { J as isObject, X as parseJson, jt as WeighbridgeError } from "./core-domain-history.js";
import { t as buildVerdictFile } from "./report-build.js";
import { t as verdictJson } from "./report-json.js";
import { a as renderMarkdown, o as zwitch, t as COMMENT_BYTES } from "./report-markdown.js";
import { t as writeAtomically } from "./results-store-atomic-file.js";
import { i as onDisk, n as makeDirectory } from "./results-store-disk-faults.js";
import { n as recordSpeeds, t as readSpeeds } from "./results-store-timing.js";
import { t as sectionsFor, u as isShortName, v as EVERYTHING } from "./report-sections-registry.js";
import { a as truncate, r as oneLine } from "./report-escape.js";
import { l as labelOf, p as verdictLabel, u as summaryLine } from "./report-headline.js";
import { s as toPlain } from "./report-inline.js";
import { dirname, join } from "node:path";
import { existsSync } from "node:fs";
import { readFile, rename, stat } from "node:fs/promises";
import { gzipSync } from "node:zlib";

// node_modules/html-void-elements/index.js
/**
* List of HTML void tag names.
*
* @type {Array<string>}
*/
const htmlVoidElements = [
	"area",
	"base",
	"basefont",
	"bgsound",
	"br",
	"col",
	"command",
	"embed",
	"frame",
	"hr",
	"image",
	"img",
	"input",
	"keygen",
	"link",
	"meta",
	"param",
	"source",
	"track",
	"wbr"
];

// node_modules/property-information/lib/util/schema.js
/**
* @import {Schema as SchemaType, Space} from 'property-information'
*/
/** @type {SchemaType} */
var Schema = class {
	/**
	* @param {SchemaType['property']} property
	*   Property.
	* @param {SchemaType['normal']} normal
	*   Normal.
	* @param {Space | undefined} [space]
	*   Space.
	* @returns
	*   Schema.
	*/
	constructor(property, normal, space) {
		this.normal = normal;
		this.property = property;
		if (space) this.space = space;
	}
};
Schema.prototype.normal = {};
Schema.prototype.property = {};
Schema.prototype.space = void 0;

// node_modules/property-information/lib/util/merge.js
/**
* @import {Info, Space} from 'property-information'
*/
/**
* @param {ReadonlyArray<Schema>} definitions
*   Definitions.
* @param {Space | undefined} [space]
*   Space.
* @returns {Schema}
*   Schema.
*/
function merge(definitions, space) {
	/** @type {Record<string, Info>} */
	const property = {};
	/** @type {Record<string, string>} */
	const normal = {};
	for (const definition of definitions) {
		Object.assign(property, definition.property);
		Object.assign(normal, definition.normal);
	}
	return new Schema(property, normal, space);
}

// node_modules/property-information/lib/normalize.js
/**
* Get the cleaned case insensitive form of an attribute or property.
*
* @param {string} value
*   An attribute-like or property-like name.
* @returns {string}
*   Value that can be used to look up the properly cased property on a
*   `Schema`.
*/
function normalize(value) {
	return value.toLowerCase();
}

// node_modules/property-information/lib/util/info.js
/**
* @import {Info as InfoType} from 'property-information'
*/
/** @type {InfoType} */
var Info = class {
	/**
	* @param {string} property
	*   Property.
	* @param {string} attribute
	*   Attribute.
	* @returns
	*   Info.
	*/
	constructor(property, attribute) {
		this.attribute = attribute;
		this.property = property;
	}
};
Info.prototype.attribute = "";
Info.prototype.booleanish = false;
Info.prototype.boolean = false;
Info.prototype.commaOrSpaceSeparated = false;
Info.prototype.commaSeparated = false;
Info.prototype.defined = false;
Info.prototype.mustUseProperty = false;
Info.prototype.number = false;
Info.prototype.overloadedBoolean = false;
Info.prototype.property = "";
Info.prototype.spaceSeparated = false;
Info.prototype.space = void 0;

// node_modules/property-information/lib/util/types.js
var types_exports = /* @__PURE__ */ __exportAll({
	boolean: () => boolean,
	booleanish: () => booleanish,
	commaOrSpaceSeparated: () => commaOrSpaceSeparated,
	commaSeparated: () => commaSeparated,
	number: () => number,
	overloadedBoolean: () => overloadedBoolean,
	spaceSeparated: () => spaceSeparated
});
let powers = 0;
const boolean = increment();
const booleanish = increment();
const overloadedBoolean = increment();
const number = increment();
const spaceSeparated = increment();
const commaSeparated = increment();
const commaOrSpaceSeparated = increment();
function increment() {
	return 2 ** ++powers;
}

// node_modules/property-information/lib/util/defined-info.js
/**
* @import {Space} from 'property-information'
*/
const checks = Object.keys(types_exports);
var DefinedInfo = class extends Info {
	/**
	* @constructor
	* @param {string} property
	*   Property.
	* @param {string} attribute
	*   Attribute.
	* @param {number | null | undefined} [mask]
	*   Mask.
	* @param {Space | undefined} [space]
	*   Space.
	* @returns
	*   Info.
	*/
	constructor(property, attribute, mask, space) {
		let index = -1;
		super(property, attribute);
		mark(this, "space", space);
		if (typeof mask === "number") while (++index < checks.length) {
			const check = checks[index];
			mark(this, checks[index], (mask & types_exports[check]) === types_exports[check]);
		}
	}
};
DefinedInfo.prototype.defined = true;
/**
* @template {keyof DefinedInfo} Key
*   Key type.
* @param {DefinedInfo} values
*   Info.
* @param {Key} key
*   Key.
* @param {DefinedInfo[Key]} value
*   Value.
* @returns {undefined}
*   Nothing.
*/
function mark(values, key, value) {
	if (value) values[key] = value;
}

// node_modules/property-information/lib/util/create.js
/**
* @import {Info, Space} from 'property-information'
*/
/**
* @typedef Definition
*   Definition of a schema.
* @property {Record<string, string> | undefined} [attributes]
*   Normalzed names to special attribute case.
* @property {ReadonlyArray<string> | undefined} [mustUseProperty]
*   Normalized names that must be set as properties.
* @property {Record<string, number | null>} properties
*   Property names to their types.
* @property {Space | undefined} [space]
*   Space.
* @property {Transform} transform
*   Transform a property name.
*/
/**
* @callback Transform
*   Transform.
* @param {Record<string, string>} attributes
*   Attributes.
* @param {string} property
*   Property.
* @returns {string}
*   Attribute.
*/
/**
* @param {Definition} definition
*   Definition.
* @returns {Schema}
*   Schema.
*/
function create(definition) {
	/** @type {Record<string, Info>} */
	const properties = {};
	/** @type {Record<string, string>} */
	const normals = {};
	for (const [property, value] of Object.entries(definition.properties)) {
		const info = new DefinedInfo(property, definition.transform(definition.attributes || {}, property), value, definition.space);
		if (definition.mustUseProperty && definition.mustUseProperty.includes(property)) info.mustUseProperty = true;
		properties[property] = info;
		normals[normalize(property)] = property;
		normals[normalize(info.attribute)] = property;
	}
	return new Schema(properties, normals, definition.space);
}

// node_modules/property-information/lib/aria.js
const aria = create({
	properties: {
		ariaActiveDescendant: null,
		ariaAtomic: booleanish,
		ariaAutoComplete: null,
		ariaBusy: booleanish,
		ariaChecked: booleanish,
		ariaColCount: number,
		ariaColIndex: number,
		ariaColSpan: number,
		ariaControls: spaceSeparated,
		ariaCurrent: null,
		ariaDescribedBy: spaceSeparated,
		ariaDetails: null,
		ariaDisabled: booleanish,
		ariaDropEffect: spaceSeparated,
		ariaErrorMessage: null,
		ariaExpanded: booleanish,
		ariaFlowTo: spaceSeparated,
		ariaGrabbed: booleanish,
		ariaHasPopup: null,
		ariaHidden: booleanish,
		ariaInvalid: null,
		ariaKeyShortcuts: null,
		ariaLabel: null,
		ariaLabelledBy: spaceSeparated,
		ariaLevel: number,
		ariaLive: null,
		ariaModal: booleanish,
		ariaMultiLine: booleanish,
		ariaMultiSelectable: booleanish,
		ariaOrientation: null,
		ariaOwns: spaceSeparated,
		ariaPlaceholder: null,
		ariaPosInSet: number,
		ariaPressed: booleanish,
		ariaReadOnly: booleanish,
		ariaRelevant: null,
		ariaRequired: booleanish,
		ariaRoleDescription: spaceSeparated,
		ariaRowCount: number,
		ariaRowIndex: number,
		ariaRowSpan: number,
		ariaSelected: booleanish,
		ariaSetSize: number,
		ariaSort: null,
		ariaValueMax: number,
		ariaValueMin: number,
		ariaValueNow: number,
		ariaValueText: null,
		role: null
	},
	transform(_, property) {
		return property === "role" ? property : "aria-" + property.slice(4).toLowerCase();
	}
});

// node_modules/property-information/lib/util/case-sensitive-transform.js
/**
* @param {Record<string, string>} attributes
*   Attributes.
* @param {string} attribute
*   Attribute.
* @returns {string}
*   Transformed attribute.
*/
function caseSensitiveTransform(attributes, attribute) {
	return attribute in attributes ? attributes[attribute] : attribute;
}

// node_modules/property-information/lib/util/case-insensitive-transform.js
/**
* @param {Record<string, string>} attributes
*   Attributes.
* @param {string} property
*   Property.
* @returns {string}
*   Transformed property.
*/
function caseInsensitiveTransform(attributes, property) {
	return caseSensitiveTransform(attributes, property.toLowerCase());
}

// node_modules/property-information/lib/html.js
const html$3 = create({
	attributes: {
		acceptcharset: "accept-charset",
		classname: "class",
		htmlfor: "for",
		httpequiv: "http-equiv"
	},
	mustUseProperty: [
		"checked",
		"multiple",
		"muted",
		"selected"
	],
	properties: {
		abbr: null,
		accept: commaSeparated,
		acceptCharset: spaceSeparated,
		accessKey: spaceSeparated,
		action: null,
		allow: null,
		allowFullScreen: boolean,
		allowPaymentRequest: boolean,
		allowUserMedia: boolean,
		alpha: boolean,
		alt: null,
		as: null,
		async: boolean,
		autoCapitalize: null,
		autoComplete: spaceSeparated,
		autoFocus: boolean,
		autoPlay: boolean,
		blocking: spaceSeparated,
		capture: null,
		charSet: null,
		checked: boolean,
		cite: null,
		className: spaceSeparated,
		closedBy: null,
		colorSpace: null,
		cols: number,
		colSpan: number,
		command: null,
		commandFor: null,
		content: null,
		contentEditable: booleanish,
		controls: boolean,
		controlsList: spaceSeparated,
		coords: number | commaSeparated,
		crossOrigin: null,
		data: null,
		dateTime: null,
		decoding: null,
		default: boolean,
		defer: boolean,
		dir: null,
		dirName: null,
		disabled: boolean,
		download: overloadedBoolean,
		draggable: booleanish,
		encType: null,
		enterKeyHint: null,
		fetchPriority: null,
		form: null,
		formAction: null,
		formEncType: null,
		formMethod: null,
		formNoValidate: boolean,
		formTarget: null,
		headers: spaceSeparated,
		height: number,
		hidden: overloadedBoolean,
		high: number,
		href: null,
		hrefLang: null,
		htmlFor: spaceSeparated,
		httpEquiv: spaceSeparated,
		id: null,
		imageSizes: null,
		imageSrcSet: null,
		inert: boolean,
		inputMode: null,
		integrity: null,
		is: null,
		isMap: boolean,
		itemId: null,
		itemProp: spaceSeparated,
		itemRef: spaceSeparated,
		itemScope: boolean,
		itemType: spaceSeparated,
		kind: null,
		label: null,
		lang: null,
		language: null,
		list: null,
		loading: null,
		loop: boolean,
		low: number,
		manifest: null,
		max: null,
		maxLength: number,
		media: null,
		method: null,
		min: null,
		minLength: number,
		multiple: boolean,
		muted: boolean,
		name: null,
		nonce: null,
		noModule: boolean,
		noValidate: boolean,
		onAbort: null,
		onAfterPrint: null,
		onAuxClick: null,
		onBeforeMatch: null,
		onBeforePrint: null,
		onBeforeToggle: null,
		onBeforeUnload: null,
		onBlur: null,
		onCancel: null,
		onCanPlay: null,
		onCanPlayThrough: null,
		onChange: null,
		onClick: null,
		onClose: null,
		onContextLost: null,
		onContextMenu: null,
		onContextRestored: null,
		onCopy: null,
		onCueChange: null,
		onCut: null,
		onDblClick: null,
		onDrag: null,
		onDragEnd: null,
		onDragEnter: null,
		onDragExit: null,
		onDragLeave: null,
		onDragOver: null,
		onDragStart: null,
		onDrop: null,
		onDurationChange: null,
		onEmptied: null,
		onEnded: null,
		onError: null,
		onFocus: null,
		onFormData: null,
		onHashChange: null,
		onInput: null,
		onInvalid: null,
		onKeyDown: null,
		onKeyPress: null,
		onKeyUp: null,
		onLanguageChange: null,
		onLoad: null,
		onLoadedData: null,
		onLoadedMetadata: null,
		onLoadEnd: null,
		onLoadStart: null,
		onMessage: null,
		onMessageError: null,
		onMouseDown: null,
		onMouseEnter: null,
		onMouseLeave: null,
		onMouseMove: null,
		onMouseOut: null,
		onMouseOver: null,
		onMouseUp: null,
		onOffline: null,
		onOnline: null,
		onPageHide: null,
		onPageShow: null,
		onPaste: null,
		onPause: null,
		onPlay: null,
		onPlaying: null,
		onPopState: null,
		onProgress: null,
		onRateChange: null,
		onRejectionHandled: null,
		onReset: null,
		onResize: null,
		onScroll: null,
		onScrollEnd: null,
		onSecurityPolicyViolation: null,
		onSeeked: null,
		onSeeking: null,
		onSelect: null,
		onSlotChange: null,
		onStalled: null,
		onStorage: null,
		onSubmit: null,
		onSuspend: null,
		onTimeUpdate: null,
		onToggle: null,
		onUnhandledRejection: null,
		onUnload: null,
		onVolumeChange: null,
		onWaiting: null,
		onWheel: null,
		open: boolean,
		optimum: number,
		pattern: null,
		ping: spaceSeparated,
		placeholder: null,
		playsInline: boolean,
		popover: null,
		popoverTarget: null,
		popoverTargetAction: null,
		poster: null,
		preload: null,
		readOnly: boolean,
		referrerPolicy: null,
		rel: spaceSeparated,
		required: boolean,
		reversed: boolean,
		rows: number,
		rowSpan: number,
		sandbox: spaceSeparated,
		scope: null,
		scoped: boolean,
		seamless: boolean,
		selected: boolean,
		shadowRootClonable: boolean,
		shadowRootCustomElementRegistry: boolean,
		shadowRootDelegatesFocus: boolean,
		shadowRootMode: null,
		shadowRootSerializable: boolean,
		shape: null,
		size: number,
		sizes: null,
		slot: null,
		span: number,
		spellCheck: booleanish,
		src: null,
		srcDoc: null,
		srcLang: null,
		srcSet: null,
		start: number,
		step: null,
		style: null,
		tabIndex: number,
		target: null,
		title: null,
		translate: null,
		type: null,
		typeMustMatch: boolean,
		useMap: null,
		value: booleanish,
		width: number,
		wrap: null,
		writingSuggestions: null,
		align: null,
		aLink: null,
		archive: spaceSeparated,
		axis: null,
		background: null,
		bgColor: null,
		border: number,
		borderColor: null,
		bottomMargin: number,
		cellPadding: null,
		cellSpacing: null,
		char: null,
		charOff: null,
		classId: null,
		clear: null,
		code: null,
		codeBase: null,
		codeType: null,
		color: null,
		compact: boolean,
		declare: boolean,
		event: null,
		face: null,
		frame: null,
		frameBorder: null,
		hSpace: number,
		leftMargin: number,
		link: null,
		longDesc: null,
		lowSrc: null,
		marginHeight: number,
		marginWidth: number,
		noResize: boolean,
		noHref: boolean,
		noShade: boolean,
		noWrap: boolean,
		object: null,
		profile: null,
		prompt: null,
		rev: null,
		rightMargin: number,
		rules: null,
		scheme: null,
		scrolling: booleanish,
		standby: null,
		summary: null,
		text: null,
		topMargin: number,
		valueType: null,
		version: null,
		vAlign: null,
		vLink: null,
		vSpace: number,
		allowTransparency: null,
		autoCorrect: null,
		autoSave: null,
		credentialless: boolean,
		disablePictureInPicture: boolean,
		disableRemotePlayback: boolean,
		exportParts: commaSeparated,
		part: spaceSeparated,
		prefix: null,
		property: null,
		results: number,
		security: null,
		unselectable: null
	},
	space: "html",
	transform: caseInsensitiveTransform
});

// node_modules/property-information/lib/svg.js
const svg$1 = create({
	attributes: {
		accentHeight: "accent-height",
		alignmentBaseline: "alignment-baseline",
		arabicForm: "arabic-form",
		baselineShift: "baseline-shift",
		capHeight: "cap-height",
		className: "class",
		clipPath: "clip-path",
		clipRule: "clip-rule",
		colorInterpolation: "color-interpolation",
		colorInterpolationFilters: "color-interpolation-filters",
		colorProfile: "color-profile",
		colorRendering: "color-rendering",
		crossOrigin: "crossorigin",
		dataType: "datatype",
		dominantBaseline: "dominant-baseline",
		enableBackground: "enable-background",
		fillOpacity: "fill-opacity",
		fillRule: "fill-rule",
		floodColor: "flood-color",
		floodOpacity: "flood-opacity",
		fontFamily: "font-family",
		fontSize: "font-size",
		fontSizeAdjust: "font-size-adjust",
		fontStretch: "font-stretch",
		fontStyle: "font-style",
		fontVariant: "font-variant",
		fontWeight: "font-weight",
		glyphName: "glyph-name",
		glyphOrientationHorizontal: "glyph-orientation-horizontal",
		glyphOrientationVertical: "glyph-orientation-vertical",
		hrefLang: "hreflang",
		horizAdvX: "horiz-adv-x",
		horizOriginX: "horiz-origin-x",
		horizOriginY: "horiz-origin-y",
		imageRendering: "image-rendering",
		letterSpacing: "letter-spacing",
		lightingColor: "lighting-color",
		markerEnd: "marker-end",
		markerMid: "marker-mid",
		markerStart: "marker-start",
		maskType: "mask-type",
		navDown: "nav-down",
		navDownLeft: "nav-down-left",
		navDownRight: "nav-down-right",
		navLeft: "nav-left",
		navNext: "nav-next",
		navPrev: "nav-prev",
		navRight: "nav-right",
		navUp: "nav-up",
		navUpLeft: "nav-up-left",
		navUpRight: "nav-up-right",
		onAbort: "onabort",
		onActivate: "onactivate",
		onAfterPrint: "onafterprint",
		onBeforePrint: "onbeforeprint",
		onBegin: "onbegin",
		onCancel: "oncancel",
		onCanPlay: "oncanplay",
		onCanPlayThrough: "oncanplaythrough",
		onChange: "onchange",
		onClick: "onclick",
		onClose: "onclose",
		onCopy: "oncopy",
		onCueChange: "oncuechange",
		onCut: "oncut",
		onDblClick: "ondblclick",
		onDrag: "ondrag",
		onDragEnd: "ondragend",
		onDragEnter: "ondragenter",
		onDragExit: "ondragexit",
		onDragLeave: "ondragleave",
		onDragOver: "ondragover",
		onDragStart: "ondragstart",
		onDrop: "ondrop",
		onDurationChange: "ondurationchange",
		onEmptied: "onemptied",
		onEnd: "onend",
		onEnded: "onended",
		onError: "onerror",
		onFocus: "onfocus",
		onFocusIn: "onfocusin",
		onFocusOut: "onfocusout",
		onHashChange: "onhashchange",
		onInput: "oninput",
		onInvalid: "oninvalid",
		onKeyDown: "onkeydown",
		onKeyPress: "onkeypress",
		onKeyUp: "onkeyup",
		onLoad: "onload",
		onLoadedData: "onloadeddata",
		onLoadedMetadata: "onloadedmetadata",
		onLoadStart: "onloadstart",
		onMessage: "onmessage",
		onMouseDown: "onmousedown",
		onMouseEnter: "onmouseenter",
		onMouseLeave: "onmouseleave",
		onMouseMove: "onmousemove",
		onMouseOut: "onmouseout",
		onMouseOver: "onmouseover",
		onMouseUp: "onmouseup",
		onMouseWheel: "onmousewheel",
		onOffline: "onoffline",
		onOnline: "ononline",
		onPageHide: "onpagehide",
		onPageShow: "onpageshow",
		onPaste: "onpaste",
		onPause: "onpause",
		onPlay: "onplay",
		onPlaying: "onplaying",
		onPopState: "onpopstate",
		onProgress: "onprogress",
		onRateChange: "onratechange",
		onRepeat: "onrepeat",
		onReset: "onreset",
		onResize: "onresize",
		onScroll: "onscroll",
		onSeeked: "onseeked",
		onSeeking: "onseeking",
		onSelect: "onselect",
		onShow: "onshow",
		onStalled: "onstalled",
		onStorage: "onstorage",
		onSubmit: "onsubmit",
		onSuspend: "onsuspend",
		onTimeUpdate: "ontimeupdate",
		onToggle: "ontoggle",
		onUnload: "onunload",
		onVolumeChange: "onvolumechange",
		onWaiting: "onwaiting",
		onZoom: "onzoom",
		overlinePosition: "overline-position",
		overlineThickness: "overline-thickness",
		paintOrder: "paint-order",
		panose1: "panose-1",
		pointerEvents: "pointer-events",
		referrerPolicy: "referrerpolicy",
		renderingIntent: "rendering-intent",
		shapeRendering: "shape-rendering",
		stopColor: "stop-color",
		stopOpacity: "stop-opacity",
		strikethroughPosition: "strikethrough-position",
		strikethroughThickness: "strikethrough-thickness",
		strokeDashArray: "stroke-dasharray",
		strokeDashOffset: "stroke-dashoffset",
		strokeLineCap: "stroke-linecap",
		strokeLineJoin: "stroke-linejoin",
		strokeMiterLimit: "stroke-miterlimit",
		strokeOpacity: "stroke-opacity",
		strokeWidth: "stroke-width",
		tabIndex: "tabindex",
		textAnchor: "text-anchor",
		textDecoration: "text-decoration",
		textRendering: "text-rendering",
		transformOrigin: "transform-origin",
		typeOf: "typeof",
		underlinePosition: "underline-position",
		underlineThickness: "underline-thickness",
		unicodeBidi: "unicode-bidi",
		unicodeRange: "unicode-range",
		unitsPerEm: "units-per-em",
		vAlphabetic: "v-alphabetic",
		vHanging: "v-hanging",
		vIdeographic: "v-ideographic",
		vMathematical: "v-mathematical",
		vectorEffect: "vector-effect",
		vertAdvY: "vert-adv-y",
		vertOriginX: "vert-origin-x",
		vertOriginY: "vert-origin-y",
		wordSpacing: "word-spacing",
		writingMode: "writing-mode",
		xHeight: "x-height",
		playbackOrder: "playbackorder",
		timelineBegin: "timelinebegin"
	},
	properties: {
		about: commaOrSpaceSeparated,
		accentHeight: number,
		accumulate: null,
		additive: null,
		alignmentBaseline: null,
		alphabetic: number,
		amplitude: number,
		arabicForm: null,
		ascent: number,
		attributeName: null,
		attributeType: null,
		azimuth: number,
		bandwidth: null,
		baselineShift: null,
		baseFrequency: null,
		baseProfile: null,
		bbox: null,
		begin: null,
		bias: number,
		by: null,
		calcMode: null,
		capHeight: number,
		className: spaceSeparated,
		clip: null,
		clipPath: null,
		clipPathUnits: null,
		clipRule: null,
		color: null,
		colorInterpolation: null,
		colorInterpolationFilters: null,
		colorProfile: null,
		colorRendering: null,
		content: null,
		contentScriptType: null,
		contentStyleType: null,
		crossOrigin: null,
		cursor: null,
		cx: null,
		cy: null,
		d: null,
		dataType: null,
		defaultAction: null,
		descent: number,
		diffuseConstant: number,
		direction: null,
		display: null,
		dur: null,
		divisor: number,
		dominantBaseline: null,
		download: boolean,
		dx: null,
		dy: null,
		edgeMode: null,
		editable: null,
		elevation: number,
		enableBackground: null,
		end: null,
		event: null,
		exponent: number,
		externalResourcesRequired: null,
		fill: null,
		fillOpacity: number,
		fillRule: null,
		filter: null,
		filterRes: null,
		filterUnits: null,
		floodColor: null,
		floodOpacity: null,
		focusable: null,
		focusHighlight: null,
		fontFamily: null,
		fontSize: null,
		fontSizeAdjust: null,
		fontStretch: null,
		fontStyle: null,
		fontVariant: null,
		fontWeight: null,
		format: null,
		fr: null,
		from: null,
		fx: null,
		fy: null,
		g1: commaSeparated,
		g2: commaSeparated,
		glyphName: commaSeparated,
		glyphOrientationHorizontal: null,
		glyphOrientationVertical: null,
		glyphRef: null,
		gradientTransform: null,
		gradientUnits: null,
		handler: null,
		hanging: number,
		hatchContentUnits: null,
		hatchUnits: null,
		height: null,
		href: null,
		hrefLang: null,
		horizAdvX: number,
		horizOriginX: number,
		horizOriginY: number,
		id: null,
		ideographic: number,
		imageRendering: null,
		initialVisibility: null,
		in: null,
		in2: null,
		intercept: number,
		k: number,
		k1: number,
		k2: number,
		k3: number,
		k4: number,
		kernelMatrix: commaOrSpaceSeparated,
		kernelUnitLength: null,
		keyPoints: null,
		keySplines: null,
		keyTimes: null,
		kerning: null,
		lang: null,
		lengthAdjust: null,
		letterSpacing: null,
		lightingColor: null,
		limitingConeAngle: number,
		local: null,
		markerEnd: null,
		markerMid: null,
		markerStart: null,
		markerHeight: null,
		markerUnits: null,
		markerWidth: null,
		mask: null,
		maskContentUnits: null,
		maskType: null,
		maskUnits: null,
		mathematical: null,
		max: null,
		media: null,
		mediaCharacterEncoding: null,
		mediaContentEncodings: null,
		mediaSize: number,
		mediaTime: null,
		method: null,
		min: null,
		mode: null,
		name: null,
		navDown: null,
		navDownLeft: null,
		navDownRight: null,
		navLeft: null,
		navNext: null,
		navPrev: null,
		navRight: null,
		navUp: null,
		navUpLeft: null,
		navUpRight: null,
		numOctaves: null,
		observer: null,
		offset: null,
		onAbort: null,
		onActivate: null,
		onAfterPrint: null,
		onBeforePrint: null,
		onBegin: null,
		onCancel: null,
		onCanPlay: null,
		onCanPlayThrough: null,
		onChange: null,
		onClick: null,
		onClose: null,
		onCopy: null,
		onCueChange: null,
		onCut: null,
		onDblClick: null,
		onDrag: null,
		onDragEnd: null,
		onDragEnter: null,
		onDragExit: null,
		onDragLeave: null,
		onDragOver: null,
		onDragStart: null,
		onDrop: null,
		onDurationChange: null,
		onEmptied: null,
		onEnd: null,
		onEnded: null,
		onError: null,
		onFocus: null,
		onFocusIn: null,
		onFocusOut: null,
		onHashChange: null,
		onInput: null,
		onInvalid: null,
		onKeyDown: null,
		onKeyPress: null,
		onKeyUp: null,
		onLoad: null,
		onLoadedData: null,
		onLoadedMetadata: null,
		onLoadStart: null,
		onMessage: null,
		onMouseDown: null,
		onMouseEnter: null,
		onMouseLeave: null,
		onMouseMove: null,
		onMouseOut: null,
		onMouseOver: null,
		onMouseUp: null,
		onMouseWheel: null,
		onOffline: null,
		onOnline: null,
		onPageHide: null,
		onPageShow: null,
		onPaste: null,
		onPause: null,
		onPlay: null,
		onPlaying: null,
		onPopState: null,
		onProgress: null,
		onRateChange: null,
		onRepeat: null,
		onReset: null,
		onResize: null,
		onScroll: null,
		onSeeked: null,
		onSeeking: null,
		onSelect: null,
		onShow: null,
		onStalled: null,
		onStorage: null,
		onSubmit: null,
		onSuspend: null,
		onTimeUpdate: null,
		onToggle: null,
		onUnload: null,
		onVolumeChange: null,
		onWaiting: null,
		onZoom: null,
		opacity: null,
		operator: null,
		order: null,
		orient: null,
		orientation: null,
		origin: null,
		overflow: null,
		overlay: null,
		overlinePosition: number,
		overlineThickness: number,
		paintOrder: null,
		panose1: null,
		path: null,
		pathLength: number,
		patternContentUnits: null,
		patternTransform: null,
		patternUnits: null,
		phase: null,
		ping: spaceSeparated,
		pitch: null,
		playbackOrder: null,
		pointerEvents: null,
		points: null,
		pointsAtX: number,
		pointsAtY: number,
		pointsAtZ: number,
		preserveAlpha: null,
		preserveAspectRatio: null,
		primitiveUnits: null,
		propagate: null,
		property: commaOrSpaceSeparated,
		r: null,
		radius: null,
		referrerPolicy: null,
		refX: null,
		refY: null,
		rel: commaOrSpaceSeparated,
		rev: commaOrSpaceSeparated,
		renderingIntent: null,
		repeatCount: null,
		repeatDur: null,
		requiredExtensions: commaOrSpaceSeparated,
		requiredFeatures: commaOrSpaceSeparated,
		requiredFonts: commaOrSpaceSeparated,
		requiredFormats: commaOrSpaceSeparated,
		resource: null,
		restart: null,
		result: null,
		rotate: null,
		rx: null,
		ry: null,
		scale: null,
		seed: null,
		shapeRendering: null,
		side: null,
		slope: null,
		snapshotTime: null,
		specularConstant: number,
		specularExponent: number,
		spreadMethod: null,
		spacing: null,
		startOffset: null,
		stdDeviation: null,
		stemh: null,
		stemv: null,
		stitchTiles: null,
		stopColor: null,
		stopOpacity: null,
		strikethroughPosition: number,
		strikethroughThickness: number,
		string: null,
		stroke: null,
		strokeDashArray: commaOrSpaceSeparated,
		strokeDashOffset: null,
		strokeLineCap: null,
		strokeLineJoin: null,
		strokeMiterLimit: number,
		strokeOpacity: number,
		strokeWidth: null,
		style: null,
		surfaceScale: number,
		syncBehavior: null,
		syncBehaviorDefault: null,
		syncMaster: null,
		syncTolerance: null,
		syncToleranceDefault: null,
		systemLanguage: commaOrSpaceSeparated,
		tabIndex: number,
		tableValues: null,
		target: null,
		targetX: number,
		targetY: number,
		textAnchor: null,
		textDecoration: null,
		textRendering: null,
		textLength: null,
		timelineBegin: null,
		title: null,
		transformBehavior: null,
		type: null,
		typeOf: commaOrSpaceSeparated,
		to: null,
		transform: null,
		transformOrigin: null,
		u1: null,
		u2: null,
		underlinePosition: number,
		underlineThickness: number,
		unicode: null,
		unicodeBidi: null,
		unicodeRange: null,
		unitsPerEm: number,
		values: null,
		vAlphabetic: number,
		vMathematical: number,
		vectorEffect: null,
		vHanging: number,
		vIdeographic: number,
		version: null,
		vertAdvY: number,
		vertOriginX: number,
		vertOriginY: number,
		viewBox: null,
		viewTarget: null,
		visibility: null,
		width: null,
		widths: null,
		wordSpacing: null,
		writingMode: null,
		x: null,
		x1: null,
		x2: null,
		xChannelSelector: null,
		xHeight: number,
		y: null,
		y1: null,
		y2: null,
		yChannelSelector: null,
		z: null,
		zoomAndPan: null
	},
	space: "svg",
	transform: caseSensitiveTransform
});

// node_modules/property-information/lib/xlink.js
const xlink = create({
	properties: {
		xLinkActuate: null,
		xLinkArcRole: null,
		xLinkHref: null,
		xLinkRole: null,
		xLinkShow: null,
		xLinkTitle: null,
		xLinkType: null
	},
	space: "xlink",
	transform(_, property) {
		return "xlink:" + property.slice(5).toLowerCase();
	}
});

// node_modules/property-information/lib/xmlns.js
const xmlns = create({
	attributes: { xmlnsxlink: "xmlns:xlink" },
	properties: {
		xmlnsXLink: null,
		xmlns: null
	},
	space: "xmlns",
	transform: caseInsensitiveTransform
});

// node_modules/property-information/lib/xml.js
const xml = create({
	properties: {
		xmlBase: null,
		xmlLang: null,
		xmlSpace: null
	},
	space: "xml",
	transform(_, property) {
		return "xml:" + property.slice(3).toLowerCase();
	}
});

// node_modules/property-information/lib/find.js
/**
* @import {Schema} from 'property-information'
*/
const cap = /[A-Z]/g;
const dash = /-[a-z]/g;
const valid = /^data[-\w.:]+$/i;
/**
* Look up info on a property.
*
* In most cases the given `schema` contains info on the property.
* All standard,
* most legacy,
* and some non-standard properties are supported.
* For these cases,
* the returned `Info` has hints about the value of the property.
*
* `name` can also be a valid data attribute or property,
* in which case an `Info` object with the correctly cased `attribute` and
* `property` is returned.
*
* `name` can be an unknown attribute,
* in which case an `Info` object with `attribute` and `property` set to the
* given name is returned.
* It is not recommended to provide unsupported legacy or recently specced
* properties.
*
*
* @param {Schema} schema
*   Schema;
*   either the `html` or `svg` export.
* @param {string} value
*   An attribute-like or property-like name;
*   it will be passed through `normalize` to hopefully find the correct info.
* @returns {Info}
*   Info.
*/
function find(schema, value) {
	const normal = normalize(value);
	let property = value;
	let Type = Info;
	if (normal in schema.normal) return schema.property[schema.normal[normal]];
	if (normal.length > 4 && normal.slice(0, 4) === "data" && valid.test(value)) {
		if (value.charAt(4) === "-") {
			const rest = value.slice(5).replace(dash, camelcase);
			property = "data" + rest.charAt(0).toUpperCase() + rest.slice(1);
		} else {
			const rest = value.slice(4);
			if (!dash.test(rest)) {
				let dashes = rest.replace(cap, kebab);
				if (dashes.charAt(0) !== "-") dashes = "-" + dashes;
				value = "data" + dashes;
			}
		}
		Type = DefinedInfo;
	}
	return new Type(property, value);
}
/**
* @param {string} $0
*   Value.
* @returns {string}
*   Kebab.
*/
function kebab($0) {
	return "-" + $0.toLowerCase();
}
/**
* @param {string} $0
*   Value.
* @returns {string}
*   Camel.
*/
function camelcase($0) {
	return $0.charAt(1).toUpperCase();
}

// node_modules/property-information/index.js
const html$2 = merge([
	aria,
	html$3,
	xlink,
	xmlns,
	xml
], "html");
const svg = merge([
	aria,
	svg$1,
	xlink,
	xmlns,
	xml
], "svg");

// node_modules/stringify-entities/lib/core.js
/**
* @typedef CoreOptions
* @property {ReadonlyArray<string>} [subset=[]]
*   Whether to only escape the given subset of characters.
* @property {boolean} [escapeOnly=false]
*   Whether to only escape possibly dangerous characters.
*   Those characters are `"`, `&`, `'`, `<`, `>`, and `` ` ``.
*
* @typedef FormatOptions
* @property {(code: number, next: number, options: CoreWithFormatOptions) => string} format
*   Format strategy.
*
* @typedef {CoreOptions & FormatOptions & import('./util/format-smart.js').FormatSmartOptions} CoreWithFormatOptions
*/
const defaultSubsetRegex = /["&'<>`]/g;
const surrogatePairsRegex = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
const controlCharactersRegex = /[\x01-\t\v\f\x0E-\x1F\x7F\x81\x8D\x8F\x90\x9D\xA0-\uFFFF]/g;
const regexEscapeRegex = /[|\\{}()[\]^$+*?.]/g;
/** @type {WeakMap<ReadonlyArray<string>, RegExp>} */
const subsetToRegexCache = /* @__PURE__ */ new WeakMap();
/**
* Encode certain characters in `value`.
*
* @param {string} value
* @param {CoreWithFormatOptions} options
* @returns {string}
*/
function core(value, options) {
	value = value.replace(options.subset ? charactersToExpressionCached(options.subset) : defaultSubsetRegex, basic);
	if (options.subset || options.escapeOnly) return value;
	return value.replace(surrogatePairsRegex, surrogate).replace(controlCharactersRegex, basic);
	/**
	* @param {string} pair
	* @param {number} index
	* @param {string} all
	*/
	function surrogate(pair, index, all) {
		return options.format((pair.charCodeAt(0) - 55296) * 1024 + pair.charCodeAt(1) - 56320 + 65536, all.charCodeAt(index + 2), options);
	}
	/**
	* @param {string} character
	* @param {number} index
	* @param {string} all
	*/
	function basic(character, index, all) {
		return options.format(character.charCodeAt(0), all.charCodeAt(index + 1), options);
	}
}
/**
* A wrapper function that caches the result of `charactersToExpression` with a WeakMap.
* This can improve performance when tooling calls `charactersToExpression` repeatedly
* with the same subset.
*
* @param {ReadonlyArray<string>} subset
* @returns {RegExp}
*/
function charactersToExpressionCached(subset) {
	let cached = subsetToRegexCache.get(subset);
	if (!cached) {
		cached = charactersToExpression(subset);
		subsetToRegexCache.set(subset, cached);
	}
	return cached;
}
/**
* @param {ReadonlyArray<string>} subset
* @returns {RegExp}
*/
function charactersToExpression(subset) {
	/** @type {Array<string>} */
	const groups = [];
	let index = -1;
	while (++index < subset.length) groups.push(subset[index].replace(regexEscapeRegex, "\\$&"));
	return new RegExp("(?:" + groups.join("|") + ")", "g");
}

// node_modules/stringify-entities/lib/util/to-hexadecimal.js
const hexadecimalRegex = /[\dA-Fa-f]/;
/**
* Configurable ways to encode characters as hexadecimal references.
*
* @param {number} code
* @param {number} next
* @param {boolean|undefined} omit
* @returns {string}
*/
function toHexadecimal(code, next, omit) {
	const value = "&#x" + code.toString(16).toUpperCase();
	return omit && next && !hexadecimalRegex.test(String.fromCharCode(next)) ? value : value + ";";
}

// node_modules/stringify-entities/lib/util/to-decimal.js
const decimalRegex = /\d/;
/**
* Configurable ways to encode characters as decimal references.
*
* @param {number} code
* @param {number} next
* @param {boolean|undefined} omit
* @returns {string}
*/
function toDecimal(code, next, omit) {
	const value = "&#" + String(code);
	return omit && next && !decimalRegex.test(String.fromCharCode(next)) ? value : value + ";";
}

// node_modules/character-entities-legacy/index.js
/**
* List of legacy HTML named character references that don’t need a trailing semicolon.
*
* @type {Array<string>}
*/
const characterEntitiesLegacy = [
	"AElig",
	"AMP",
	"Aacute",
	"Acirc",
	"Agrave",
	"Aring",
	"Atilde",
	"Auml",
	"COPY",
	"Ccedil",
	"ETH",
	"Eacute",
	"Ecirc",
	"Egrave",
	"Euml",
	"GT",
	"Iacute",
	"Icirc",
	"Igrave",
	"Iuml",
	"LT",
	"Ntilde",
	"Oacute",
	"Ocirc",
	"Ograve",
	"Oslash",
	"Otilde",
	"Ouml",
	"QUOT",
	"REG",
	"THORN",
	"Uacute",
	"Ucirc",
	"Ugrave",
	"Uuml",
	"Yacute",
	"aacute",
	"acirc",
	"acute",
	"aelig",
	"agrave",
	"amp",
	"aring",
	"atilde",
	"auml",
	"brvbar",
	"ccedil",
	"cedil",
	"cent",
	"copy",
	"curren",
	"deg",
	"divide",
	"eacute",
	"ecirc",
	"egrave",
	"eth",
	"euml",
	"frac12",
	"frac14",
	"frac34",
	"gt",
	"iacute",
	"icirc",
	"iexcl",
	"igrave",
	"iquest",
	"iuml",
	"laquo",
	"lt",
	"macr",
	"micro",
	"middot",
	"nbsp",
	"not",
	"ntilde",
	"oacute",
	"ocirc",
	"ograve",
	"ordf",
	"ordm",
	"oslash",
	"otilde",
	"ouml",
	"para",
	"plusmn",
	"pound",
	"quot",
	"raquo",
	"reg",
	"sect",
	"shy",
	"sup1",
	"sup2",
	"sup3",
	"szlig",
	"thorn",
	"times",
	"uacute",
	"ucirc",
	"ugrave",
	"uml",
	"uuml",
	"yacute",
	"yen",
	"yuml"
];

// node_modules/character-entities-html4/index.js
/**
* Map of named character references from HTML 4.
*
* @type {Record<string, string>}
*/
const characterEntitiesHtml4 = {
	nbsp: "\xA0",
	iexcl: "¡",
	cent: "¢",
	pound: "£",
	curren: "¤",
	yen: "¥",
	brvbar: "¦",
	sect: "§",
	uml: "¨",
	copy: "©",
	ordf: "ª",
	laquo: "«",
	not: "¬",
	shy: "­",
	reg: "®",
	macr: "¯",
	deg: "°",
	plusmn: "±",
	sup2: "²",
	sup3: "³",
	acute: "´",
	micro: "µ",
	para: "¶",
	middot: "·",
	cedil: "¸",
	sup1: "¹",
	ordm: "º",
	raquo: "»",
	frac14: "¼",
	frac12: "½",
	frac34: "¾",
	iquest: "¿",
	Agrave: "À",
	Aacute: "Á",
	Acirc: "Â",
	Atilde: "Ã",
	Auml: "Ä",
	Aring: "Å",
	AElig: "Æ",
	Ccedil: "Ç",
	Egrave: "È",
	Eacute: "É",
	Ecirc: "Ê",
	Euml: "Ë",
	Igrave: "Ì",
	Iacute: "Í",
	Icirc: "Î",
	Iuml: "Ï",
	ETH: "Ð",
	Ntilde: "Ñ",
	Ograve: "Ò",
	Oacute: "Ó",
	Ocirc: "Ô",
	Otilde: "Õ",
	Ouml: "Ö",
	times: "×",
	Oslash: "Ø",
	Ugrave: "Ù",
	Uacute: "Ú",
	Ucirc: "Û",
	Uuml: "Ü",
	Yacute: "Ý",
	THORN: "Þ",
	szlig: "ß",
	agrave: "à",
	aacute: "á",
	acirc: "â",
	atilde: "ã",
	auml: "ä",
	aring: "å",
	aelig: "æ",
	ccedil: "ç",
	egrave: "è",
	eacute: "é",
	ecirc: "ê",
	euml: "ë",
	igrave: "ì",
	iacute: "í",
	icirc: "î",
	iuml: "ï",
	eth: "ð",
	ntilde: "ñ",
	ograve: "ò",
	oacute: "ó",
	ocirc: "ô",
	otilde: "õ",
	ouml: "ö",
	divide: "÷",
	oslash: "ø",
	ugrave: "ù",
	uacute: "ú",
	ucirc: "û",
	uuml: "ü",
	yacute: "ý",
	thorn: "þ",
	yuml: "ÿ",
	fnof: "ƒ",
	Alpha: "Α",
	Beta: "Β",
	Gamma: "Γ",
	Delta: "Δ",
	Epsilon: "Ε",
	Zeta: "Ζ",
	Eta: "Η",
	Theta: "Θ",
	Iota: "Ι",
	Kappa: "Κ",
	Lambda: "Λ",
	Mu: "Μ",
	Nu: "Ν",
	Xi: "Ξ",
	Omicron: "Ο",
	Pi: "Π",
	Rho: "Ρ",
	Sigma: "Σ",
	Tau: "Τ",
	Upsilon: "Υ",
	Phi: "Φ",
	Chi: "Χ",
	Psi: "Ψ",
	Omega: "Ω",
	alpha: "α",
	beta: "β",
	gamma: "γ",
	delta: "δ",
	epsilon: "ε",
	zeta: "ζ",
	eta: "η",
	theta: "θ",
	iota: "ι",
	kappa: "κ",
	lambda: "λ",
	mu: "μ",
	nu: "ν",
	xi: "ξ",
	omicron: "ο",
	pi: "π",
	rho: "ρ",
	sigmaf: "ς",
	sigma: "σ",
	tau: "τ",
	upsilon: "υ",
	phi: "φ",
	chi: "χ",
	psi: "ψ",
	omega: "ω",
	thetasym: "ϑ",
	upsih: "ϒ",
	piv: "ϖ",
	bull: "•",
	hellip: "…",
	prime: "′",
	Prime: "″",
	oline: "‾",
	frasl: "⁄",
	weierp: "℘",
	image: "ℑ",
	real: "ℜ",
	trade: "™",
	alefsym: "ℵ",
	larr: "←",
	uarr: "↑",
	rarr: "→",
	darr: "↓",
	harr: "↔",
	crarr: "↵",
	lArr: "⇐",
	uArr: "⇑",
	rArr: "⇒",
	dArr: "⇓",
	hArr: "⇔",
	forall: "∀",
	part: "∂",
	exist: "∃",
	empty: "∅",
	nabla: "∇",
	isin: "∈",
	notin: "∉",
	ni: "∋",
	prod: "∏",
	sum: "∑",
	minus: "−",
	lowast: "∗",
	radic: "√",
	prop: "∝",
	infin: "∞",
	ang: "∠",
	and: "∧",
	or: "∨",
	cap: "∩",
	cup: "∪",
	int: "∫",
	there4: "∴",
	sim: "∼",
	cong: "≅",
	asymp: "≈",
	ne: "≠",
	equiv: "≡",
	le: "≤",
	ge: "≥",
	sub: "⊂",
	sup: "⊃",
	nsub: "⊄",
	sube: "⊆",
	supe: "⊇",
	oplus: "⊕",
	otimes: "⊗",
	perp: "⊥",
	sdot: "⋅",
	lceil: "⌈",
	rceil: "⌉",
	lfloor: "⌊",
	rfloor: "⌋",
	lang: "〈",
	rang: "〉",
	loz: "◊",
	spades: "♠",
	clubs: "♣",
	hearts: "♥",
	diams: "♦",
	quot: "\"",
	amp: "&",
	lt: "<",
	gt: ">",
	OElig: "Œ",
	oelig: "œ",
	Scaron: "Š",
	scaron: "š",
	Yuml: "Ÿ",
	circ: "ˆ",
	tilde: "˜",
	ensp: " ",
	emsp: " ",
	thinsp: " ",
	zwnj: "‌",
	zwj: "‍",
	lrm: "‎",
	rlm: "‏",
	ndash: "–",
	mdash: "—",
	lsquo: "‘",
	rsquo: "’",
	sbquo: "‚",
	ldquo: "“",
	rdquo: "”",
	bdquo: "„",
	dagger: "†",
	Dagger: "‡",
	permil: "‰",
	lsaquo: "‹",
	rsaquo: "›",
	euro: "€"
};

// node_modules/stringify-entities/lib/constant/dangerous.js
/**
* List of legacy (that don’t need a trailing `;`) named references which could,
* depending on what follows them, turn into a different meaning
*
* @type {Array<string>}
*/
const dangerous = [
	"cent",
	"copy",
	"divide",
	"gt",
	"lt",
	"not",
	"para",
	"times"
];

// node_modules/stringify-entities/lib/util/to-named.js
const own$1 = {}.hasOwnProperty;
/**
* `characterEntitiesHtml4` but inverted.
*
* @type {Record<string, string>}
*/
const characters = {};
/** @type {string} */
let key;
for (key in characterEntitiesHtml4) if (own$1.call(characterEntitiesHtml4, key)) characters[characterEntitiesHtml4[key]] = key;
const notAlphanumericRegex = /[^\dA-Za-z]/;
/**
* Configurable ways to encode characters as named references.
*
* @param {number} code
* @param {number} next
* @param {boolean|undefined} omit
* @param {boolean|undefined} attribute
* @returns {string}
*/
function toNamed(code, next, omit, attribute) {
	const character = String.fromCharCode(code);
	if (own$1.call(characters, character)) {
		const name = characters[character];
		const value = "&" + name;
		if (omit && characterEntitiesLegacy.includes(name) && !dangerous.includes(name) && (!attribute || next && next !== 61 && notAlphanumericRegex.test(String.fromCharCode(next)))) return value;
		return value + ";";
	}
	return "";
}

// node_modules/stringify-entities/lib/util/format-smart.js
/**
* @typedef FormatSmartOptions
* @property {boolean} [useNamedReferences=false]
*   Prefer named character references (`&amp;`) where possible.
* @property {boolean} [useShortestReferences=false]
*   Prefer the shortest possible reference, if that results in less bytes.
*   **Note**: `useNamedReferences` can be omitted when using `useShortestReferences`.
* @property {boolean} [omitOptionalSemicolons=false]
*   Whether to omit semicolons when possible.
*   **Note**: This creates what HTML calls “parse errors” but is otherwise still valid HTML — don’t use this except when building a minifier.
*   Omitting semicolons is possible for certain named and numeric references in some cases.
* @property {boolean} [attribute=false]
*   Create character references which don’t fail in attributes.
*   **Note**: `attribute` only applies when operating dangerously with
*   `omitOptionalSemicolons: true`.
*/
/**
* Configurable ways to encode a character yielding pretty or small results.
*
* @param {number} code
* @param {number} next
* @param {FormatSmartOptions} options
* @returns {string}
*/
function formatSmart(code, next, options) {
	let numeric = toHexadecimal(code, next, options.omitOptionalSemicolons);
	/** @type {string|undefined} */
	let named;
	if (options.useNamedReferences || options.useShortestReferences) named = toNamed(code, next, options.omitOptionalSemicolons, options.attribute);
	if ((options.useShortestReferences || !named) && options.useShortestReferences) {
		const decimal = toDecimal(code, next, options.omitOptionalSemicolons);
		if (decimal.length < numeric.length) numeric = decimal;
	}
	return named && (!options.useShortestReferences || named.length < numeric.length) ? named : numeric;
}

// node_modules/stringify-entities/lib/util/format-basic.js
/**
* The smallest way to encode a character.
*
* @param {number} code
* @returns {string}
*/
function formatBasic(code) {
	return "&#x" + code.toString(16).toUpperCase() + ";";
}

// node_modules/stringify-entities/lib/index.js
/**
* @typedef {import('./core.js').CoreOptions & import('./util/format-smart.js').FormatSmartOptions} Options
* @typedef {import('./core.js').CoreOptions} LightOptions
*/
/**
* Encode special characters in `value`.
*
* @param {string} value
*   Value to encode.
* @param {Options} [options]
*   Configuration.
* @returns {string}
*   Encoded value.
*/
function stringifyEntities(value, options) {
	return core(value, Object.assign({ format: formatSmart }, options));
}
/**
* Encode special characters in `value` as hexadecimals.
*
* @param {string} value
*   Value to encode.
* @param {LightOptions} [options]
*   Configuration.
* @returns {string}
*   Encoded value.
*/
function stringifyEntitiesLight(value, options) {
	return core(value, Object.assign({ format: formatBasic }, options));
}

// node_modules/hast-util-to-html/lib/handle/comment.js
/**
* @import {Comment, Parents} from 'hast'
* @import {State} from '../index.js'
*/
const htmlCommentRegex = /^>|^->|<!--|-->|--!>|<!-$/g;
const bogusCommentEntitySubset = [">"];
const commentEntitySubset = ["<", ">"];
/**
* Serialize a comment.
*
* @param {Comment} node
*   Node to handle.
* @param {number | undefined} _1
*   Index of `node` in `parent`.
* @param {Parents | undefined} _2
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function comment(node, _1, _2, state) {
	return state.settings.bogusComments ? "<?" + stringifyEntities(node.value, Object.assign({}, state.settings.characterReferences, { subset: bogusCommentEntitySubset })) + ">" : "<!--" + node.value.replace(htmlCommentRegex, encode) + "-->";
	/**
	* Encode a dangerous character.
	*
	* @param {string} $0
	*   Character.
	* @returns {string}
	*   Encoded character.
	*/
	function encode($0) {
		return stringifyEntities($0, Object.assign({}, state.settings.characterReferences, { subset: commentEntitySubset }));
	}
}

// node_modules/hast-util-to-html/lib/handle/doctype.js
/**
* @import {Doctype, Parents} from 'hast'
* @import {State} from '../index.js'
*/
/**
* Serialize a doctype.
*
* @param {Doctype} _1
*   Node to handle.
* @param {number | undefined} _2
*   Index of `node` in `parent`.
* @param {Parents | undefined} _3
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function doctype(_1, _2, _3, state) {
	return "<!" + (state.settings.upperDoctype ? "DOCTYPE" : "doctype") + (state.settings.tightDoctype ? "" : " ") + "html>";
}

// node_modules/ccount/index.js
/**
* Count how often a character (or substring) is used in a string.
*
* @param {string} value
*   Value to search in.
* @param {string} character
*   Character (or substring) to look for.
* @return {number}
*   Number of times `character` occurred in `value`.
*/
function ccount(value, character) {
	const source = String(value);
	if (typeof character !== "string") throw new TypeError("Expected character");
	let count = 0;
	let index = source.indexOf(character);
	while (index !== -1) {
		count++;
		index = source.indexOf(character, index + character.length);
	}
	return count;
}

// node_modules/comma-separated-tokens/index.js
/**
* @typedef Options
*   Configuration for `stringify`.
* @property {boolean} [padLeft=true]
*   Whether to pad a space before a token.
* @property {boolean} [padRight=false]
*   Whether to pad a space after a token.
*/
/**
* @typedef {Options} StringifyOptions
*   Please use `StringifyOptions` instead.
*/
/**
* Parse comma-separated tokens to an array.
*
* @param {string} value
*   Comma-separated tokens.
* @returns {Array<string>}
*   List of tokens.
*/
function parse$1(value) {
	/** @type {Array<string>} */
	const tokens = [];
	const input = String(value || "");
	let index = input.indexOf(",");
	let start = 0;
	/** @type {boolean} */
	let end = false;
	while (!end) {
		if (index === -1) {
			index = input.length;
			end = true;
		}
		const token = input.slice(start, index).trim();
		if (token || !end) tokens.push(token);
		start = index + 1;
		index = input.indexOf(",", start);
	}
	return tokens;
}
/**
* Serialize an array of strings or numbers to comma-separated tokens.
*
* @param {Array<string|number>} values
*   List of tokens.
* @param {Options} [options]
*   Configuration for `stringify` (optional).
* @returns {string}
*   Comma-separated tokens.
*/
function stringify$1(values, options) {
	const settings = options || {};
	return (values[values.length - 1] === "" ? [...values, ""] : values).join((settings.padRight ? " " : "") + "," + (settings.padLeft === false ? "" : " ")).trim();
}

// node_modules/space-separated-tokens/index.js
/**
* Parse space-separated tokens to an array of strings.
*
* @param {string} value
*   Space-separated tokens.
* @returns {Array<string>}
*   List of tokens.
*/
function parse(value) {
	const input = String(value || "").trim();
	return input ? input.split(/[ \t\n\r\f]+/g) : [];
}
/**
* Serialize an array of strings as space separated-tokens.
*
* @param {Array<string|number>} values
*   List of tokens.
* @returns {string}
*   Space-separated tokens.
*/
function stringify(values) {
	return values.join(" ").trim();
}

// node_modules/hast-util-whitespace/lib/index.js
/**
* @typedef {import('hast').Nodes} Nodes
*/
const re = /[ \t\n\f\r]/g;
/**
* Check if the given value is *inter-element whitespace*.
*
* @param {Nodes | string} thing
*   Thing to check (`Node` or `string`).
* @returns {boolean}
*   Whether the `value` is inter-element whitespace (`boolean`): consisting of
*   zero or more of space, tab (`\t`), line feed (`\n`), carriage return
*   (`\r`), or form feed (`\f`); if a node is passed it must be a `Text` node,
*   whose `value` field is checked.
*/
function whitespace(thing) {
	return typeof thing === "object" ? thing.type === "text" ? empty(thing.value) : false : empty(thing);
}
/**
* @param {string} value
* @returns {boolean}
*/
function empty(value) {
	return value.replace(re, "") === "";
}

// node_modules/hast-util-to-html/lib/omission/util/siblings.js
/**
* @import {Parents, RootContent} from 'hast'
*/
const siblingAfter = siblings(1);
const siblingBefore = siblings(-1);
/** @type {Array<RootContent>} */
const emptyChildren$1 = [];
/**
* Factory to check siblings in a direction.
*
* @param {number} increment
*   Direction.
* @returns {typeof sibling}
*   Check.
*/
function siblings(increment) {
	return sibling;
	/**
	* Find applicable siblings in a direction.
	*
	* @template {Parents} Parent
	*   Parent type.
	* @param {Parent | undefined} parent
	*   Parent.
	* @param {number | undefined} index
	*   Index of child in `parent`.
	* @param {boolean | undefined} [includeWhitespace=false]
	*   Whether to include whitespace (default: `false`).
	* @returns {Parent extends {children: Array<infer Child>} ? Child | undefined : never}
	*   Child of parent.
	*/
	function sibling(parent, index, includeWhitespace) {
		const siblings = parent ? parent.children : emptyChildren$1;
		let offset = (index || 0) + increment;
		let next = siblings[offset];
		if (!includeWhitespace) while (next && whitespace(next)) {
			offset += increment;
			next = siblings[offset];
		}
		return next;
	}
}

// node_modules/hast-util-to-html/lib/omission/omission.js
/**
* @import {Element, Parents} from 'hast'
*/
/**
* @callback OmitHandle
*   Check if a tag can be omitted.
* @param {Element} element
*   Element to check.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether to omit a tag.
*/
const own = {}.hasOwnProperty;
/**
* Factory to check if a given node can have a tag omitted.
*
* @param {Record<string, OmitHandle>} handlers
*   Omission handlers, where each key is a tag name, and each value is the
*   corresponding handler.
* @returns {OmitHandle}
*   Whether to omit a tag of an element.
*/
function omission(handlers) {
	return omit;
	/**
	* Check if a given node can have a tag omitted.
	*
	* @type {OmitHandle}
	*/
	function omit(node, index, parent) {
		return own.call(handlers, node.tagName) && handlers[node.tagName](node, index, parent);
	}
}

// node_modules/hast-util-to-html/lib/omission/closing.js
/**
* @import {Element, Parents} from 'hast'
*/
const closing = omission({
	body: body$1,
	caption: headOrColgroupOrCaption,
	colgroup: headOrColgroupOrCaption,
	dd,
	dt,
	head: headOrColgroupOrCaption,
	html: html$1,
	li,
	optgroup,
	option,
	p,
	rp: rubyElement,
	rt: rubyElement,
	tbody: tbody$1,
	td: cells,
	tfoot,
	th: cells,
	thead,
	tr
});
/**
* Macro for `</head>`, `</colgroup>`, and `</caption>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function headOrColgroupOrCaption(_, index, parent) {
	const next = siblingAfter(parent, index, true);
	return !next || next.type !== "comment" && !(next.type === "text" && whitespace(next.value.charAt(0)));
}
/**
* Whether to omit `</html>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function html$1(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type !== "comment";
}
/**
* Whether to omit `</body>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function body$1(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type !== "comment";
}
/**
* Whether to omit `</p>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function p(_, index, parent) {
	const next = siblingAfter(parent, index);
	return next ? next.type === "element" && (next.tagName === "address" || next.tagName === "article" || next.tagName === "aside" || next.tagName === "blockquote" || next.tagName === "details" || next.tagName === "div" || next.tagName === "dl" || next.tagName === "fieldset" || next.tagName === "figcaption" || next.tagName === "figure" || next.tagName === "footer" || next.tagName === "form" || next.tagName === "h1" || next.tagName === "h2" || next.tagName === "h3" || next.tagName === "h4" || next.tagName === "h5" || next.tagName === "h6" || next.tagName === "header" || next.tagName === "hgroup" || next.tagName === "hr" || next.tagName === "main" || next.tagName === "menu" || next.tagName === "nav" || next.tagName === "ol" || next.tagName === "p" || next.tagName === "pre" || next.tagName === "section" || next.tagName === "table" || next.tagName === "ul") : !parent || !(parent.type === "element" && (parent.tagName === "a" || parent.tagName === "audio" || parent.tagName === "del" || parent.tagName === "ins" || parent.tagName === "map" || parent.tagName === "noscript" || parent.tagName === "video" || parent.tagName.includes("-")));
}
/**
* Whether to omit `</li>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function li(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && next.tagName === "li";
}
/**
* Whether to omit `</dt>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function dt(_, index, parent) {
	const next = siblingAfter(parent, index);
	return Boolean(next && next.type === "element" && (next.tagName === "dt" || next.tagName === "dd"));
}
/**
* Whether to omit `</dd>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function dd(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && (next.tagName === "dt" || next.tagName === "dd");
}
/**
* Whether to omit `</rt>` or `</rp>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function rubyElement(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && (next.tagName === "rp" || next.tagName === "rt");
}
/**
* Whether to omit `</optgroup>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function optgroup(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && next.tagName === "optgroup";
}
/**
* Whether to omit `</option>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function option(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && (next.tagName === "option" || next.tagName === "optgroup");
}
/**
* Whether to omit `</thead>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function thead(_, index, parent) {
	const next = siblingAfter(parent, index);
	return Boolean(next && next.type === "element" && (next.tagName === "tbody" || next.tagName === "tfoot"));
}
/**
* Whether to omit `</tbody>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function tbody$1(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && (next.tagName === "tbody" || next.tagName === "tfoot");
}
/**
* Whether to omit `</tfoot>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function tfoot(_, index, parent) {
	return !siblingAfter(parent, index);
}
/**
* Whether to omit `</tr>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function tr(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && next.tagName === "tr";
}
/**
* Whether to omit `</td>` or `</th>`.
*
* @param {Element} _
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the closing tag can be omitted.
*/
function cells(_, index, parent) {
	const next = siblingAfter(parent, index);
	return !next || next.type === "element" && (next.tagName === "td" || next.tagName === "th");
}

// node_modules/hast-util-to-html/lib/omission/opening.js
/**
* @import {Element, Parents} from 'hast'
*/
const opening = omission({
	body,
	colgroup,
	head,
	html,
	tbody
});
/**
* Whether to omit `<html>`.
*
* @param {Element} node
*   Element.
* @returns {boolean}
*   Whether the opening tag can be omitted.
*/
function html(node) {
	const head = siblingAfter(node, -1);
	return !head || head.type !== "comment";
}
/**
* Whether to omit `<head>`.
*
* @param {Element} node
*   Element.
* @returns {boolean}
*   Whether the opening tag can be omitted.
*/
function head(node) {
	/** @type {Set<string>} */
	const seen = /* @__PURE__ */ new Set();
	for (const child of node.children) if (child.type === "element" && (child.tagName === "base" || child.tagName === "title")) {
		if (seen.has(child.tagName)) return false;
		seen.add(child.tagName);
	}
	const child = node.children[0];
	return !child || child.type === "element";
}
/**
* Whether to omit `<body>`.
*
* @param {Element} node
*   Element.
* @returns {boolean}
*   Whether the opening tag can be omitted.
*/
function body(node) {
	const head = siblingAfter(node, -1, true);
	return !head || head.type !== "comment" && !(head.type === "text" && whitespace(head.value.charAt(0))) && !(head.type === "element" && (head.tagName === "meta" || head.tagName === "link" || head.tagName === "script" || head.tagName === "style" || head.tagName === "template"));
}
/**
* Whether to omit `<colgroup>`.
* The spec describes some logic for the opening tag, but it’s easier to
* implement in the closing tag, to the same effect, so we handle it there
* instead.
*
* @param {Element} node
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the opening tag can be omitted.
*/
function colgroup(node, index, parent) {
	const previous = siblingBefore(parent, index);
	if (parent && previous && previous.type === "element" && previous.tagName === "colgroup" && closing(previous, parent.children.indexOf(previous), parent)) return false;
	const head = siblingAfter(node, -1, true);
	return Boolean(head && head.type === "element" && head.tagName === "col");
}
/**
* Whether to omit `<tbody>`.
*
* @param {Element} node
*   Element.
* @param {number | undefined} index
*   Index of element in parent.
* @param {Parents | undefined} parent
*   Parent of element.
* @returns {boolean}
*   Whether the opening tag can be omitted.
*/
function tbody(node, index, parent) {
	const previous = siblingBefore(parent, index);
	if (parent && previous && previous.type === "element" && (previous.tagName === "thead" || previous.tagName === "tbody") && closing(previous, parent.children.indexOf(previous), parent)) return false;
	const head = siblingAfter(node, -1);
	return Boolean(head && head.type === "element" && head.tagName === "tr");
}

// node_modules/hast-util-to-html/lib/handle/element.js
/**
* @import {Element, Parents, Properties} from 'hast'
* @import {State} from '../index.js'
*/
/**
* Maps of subsets.
*
* Each value is a matrix of tuples.
* The value at `0` causes parse errors, the value at `1` is valid.
* Of both, the value at `0` is unsafe, and the value at `1` is safe.
*
* @type {Record<'double' | 'name' | 'single' | 'unquoted', Array<[Array<string>, Array<string>]>>}
*/
const constants$3 = {
	name: [["	\n\f\r &/=>".split(""), "	\n\f\r \"&'/=>`".split("")], ["\0	\n\f\r \"&'/<=>".split(""), "\0	\n\f\r \"&'/<=>`".split("")]],
	unquoted: [["	\n\f\r &>".split(""), "\0	\n\f\r \"&'<=>`".split("")], ["\0	\n\f\r \"&'<=>`".split(""), "\0	\n\f\r \"&'<=>`".split("")]],
	single: [["&'".split(""), "\"&'`".split("")], ["\0&'".split(""), "\0\"&'`".split("")]],
	double: [["\"&".split(""), "\"&'`".split("")], ["\0\"&".split(""), "\0\"&'`".split("")]]
};
/**
* SVG elements whose content is HTML.
*
* @type {ReadonlySet<string>}
*/
const htmlIntegrationPoints = /* @__PURE__ */ new Set([
	"desc",
	"foreignObject",
	"title"
]);
/**
* Serialize an element node.
*
* @param {Element} node
*   Node to handle.
* @param {number | undefined} index
*   Index of `node` in `parent`.
* @param {Parents | undefined} parent
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function element$1(node, index, parent, state) {
	const { schema } = state;
	const omit = schema.space === "svg" ? false : state.settings.omitOptionalTags;
	let selfClosing = schema.space === "svg" ? state.settings.closeEmptyElements : state.settings.voids.includes(node.tagName.toLowerCase());
	/** @type {Array<string>} */
	const parts = [];
	if (schema.space === "html" && node.tagName === "svg") state.schema = svg;
	const attributes = serializeAttributes(state, node.properties);
	if (state.schema.space === "svg" && htmlIntegrationPoints.has(node.tagName)) state.schema = html$2;
	const content = state.all(schema.space === "html" && node.tagName === "template" ? node.content : node);
	state.schema = schema;
	if (content) selfClosing = false;
	if (attributes || !omit || !opening(node, index, parent)) {
		parts.push("<", node.tagName, attributes ? " " + attributes : "");
		if (selfClosing && (schema.space === "svg" || state.settings.closeSelfClosing)) {
			const last = attributes.charAt(attributes.length - 1);
			if (!state.settings.tightSelfClosing || last === "/" || last && last !== "\"" && last !== "'") parts.push(" ");
			parts.push("/");
		}
		parts.push(">");
	}
	parts.push(content);
	if (!selfClosing && (!omit || !closing(node, index, parent))) parts.push("</" + node.tagName + ">");
	return parts.join("");
}
/**
* Serialize all attributes.
*
* @param {State} state
*   Info passed around about the current state.
* @param {Properties | null | undefined} properties
*   Properties.
* @returns {string}
*   Serialized attributes.
*/
function serializeAttributes(state, properties) {
	/** @type {Array<string>} */
	const values = [];
	let index = -1;
	/** @type {string} */
	let key;
	if (properties) {
		for (key in properties) if (properties[key] !== null && properties[key] !== void 0) {
			const value = serializeAttribute(state, key, properties[key]);
			if (value) values.push(value);
		}
	}
	while (++index < values.length) {
		const last = state.settings.tightAttributes ? values[index].charAt(values[index].length - 1) : void 0;
		if (index !== values.length - 1 && last !== "\"" && last !== "'") values[index] += " ";
	}
	return values.join("");
}
/**
* Serialize an attribute.
*
* @param {State} state
*   Info passed around about the current state.
* @param {string} key
*   Property name.
* @param {Properties[keyof Properties]} value
*   Property value.
* @returns {string}
*   Serialized attribute.
*/
function serializeAttribute(state, key, value) {
	const info = find(state.schema, key);
	const x = state.settings.allowParseErrors && state.schema.space === "html" ? 0 : 1;
	const y = state.settings.allowDangerousCharacters ? 0 : 1;
	if (info.overloadedBoolean && (value === info.attribute || value === "")) value = true;
	else if ((info.boolean || info.overloadedBoolean) && (typeof value !== "string" || value === info.attribute || value === "")) value = Boolean(value);
	if (value === null || value === void 0 || value === false || typeof value === "number" && Number.isNaN(value)) return "";
	const name = stringifyEntities(info.attribute, Object.assign({}, state.settings.characterReferences, { subset: constants$3.name[x][y] }));
	if (value === true) return name;
	value = Array.isArray(value) ? (info.commaSeparated ? stringify$1 : stringify)(value, { padLeft: !state.settings.tightCommaSeparatedLists }) : String(value);
	if (state.settings.collapseEmptyAttributes && !value) return name;
	/** @type {string | undefined} */
	let result;
	if (state.settings.preferUnquoted) result = stringifyEntities(value, Object.assign({}, state.settings.characterReferences, {
		attribute: true,
		subset: constants$3.unquoted[x][y]
	}));
	if (result !== value) {
		let { quote } = state;
		if (state.settings.quoteSmart && ccount(value, quote) > ccount(value, state.alternative)) quote = state.alternative;
		result = quote + stringifyEntities(value, Object.assign({}, state.settings.characterReferences, {
			subset: (quote === "'" ? constants$3.single : constants$3.double)[x][y],
			attribute: true
		})) + quote;
	}
	return name + (result ? "=" + result : result);
}

// node_modules/hast-util-to-html/lib/handle/text.js
/**
* @import {Parents, Text} from 'hast'
* @import {Raw} from 'mdast-util-to-hast'
* @import {State} from '../index.js'
*/
const textEntitySubset = ["<", "&"];
/**
* Serialize a text node.
*
* @param {Raw | Text} node
*   Node to handle.
* @param {number | undefined} _
*   Index of `node` in `parent`.
* @param {Parents | undefined} parent
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function text(node, _, parent, state) {
	return parent && parent.type === "element" && (parent.tagName === "script" || parent.tagName === "style") ? node.value : stringifyEntities(node.value, Object.assign({}, state.settings.characterReferences, { subset: textEntitySubset }));
}

// node_modules/hast-util-to-html/lib/handle/raw.js
/**
* @import {Parents} from 'hast'
* @import {Raw} from 'mdast-util-to-hast'
* @import {State} from '../index.js'
*/
/**
* Serialize a raw node.
*
* @param {Raw} node
*   Node to handle.
* @param {number | undefined} index
*   Index of `node` in `parent`.
* @param {Parents | undefined} parent
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function raw(node, index, parent, state) {
	return state.settings.allowDangerousHtml ? node.value : text(node, index, parent, state);
}

// node_modules/hast-util-to-html/lib/handle/root.js
/**
* @import {Parents, Root} from 'hast'
* @import {State} from '../index.js'
*/
/**
* Serialize a root.
*
* @param {Root} node
*   Node to handle.
* @param {number | undefined} _1
*   Index of `node` in `parent`.
* @param {Parents | undefined} _2
*   Parent of `node`.
* @param {State} state
*   Info passed around about the current state.
* @returns {string}
*   Serialized node.
*/
function root(node, _1, _2, state) {
	return state.all(node);
}

// node_modules/hast-util-to-html/lib/handle/index.js
/**
* @import {Nodes, Parents} from 'hast'
* @import {State} from '../index.js'
*/
/**
* @type {(node: Nodes, index: number | undefined, parent: Parents | undefined, state: State) => string}
*/
const handle = zwitch("type", {
	invalid,
	unknown,
	handlers: {
		comment,
		doctype,
		element: element$1,
		raw,
		root,
		text
	}
});
/**
* Fail when a non-node is found in the tree.
*
* @param {unknown} node
*   Unknown value.
* @returns {never}
*   Never.
*/
function invalid(node) {
	throw new Error("Expected node, not `" + node + "`");
}
/**
* Fail when a node with an unknown type is found in the tree.
*
* @param {unknown} node_
*   Unknown node.
* @returns {never}
*   Never.
*/
function unknown(node_) {
	throw new Error("Cannot compile unknown node `" + node_.type + "`");
}

// node_modules/hast-util-to-html/lib/index.js
/**
* @import {Nodes, Parents, RootContent} from 'hast'
* @import {Schema} from 'property-information'
* @import {Options as StringifyEntitiesOptions} from 'stringify-entities'
*/
/**
* @typedef {Omit<StringifyEntitiesOptions, 'attribute' | 'escapeOnly' | 'subset'>} CharacterReferences
*
* @typedef Options
*   Configuration.
* @property {boolean | null | undefined} [allowDangerousCharacters=false]
*   Do not encode some characters which cause XSS vulnerabilities in older
*   browsers (default: `false`).
*
*   > ⚠️ **Danger**: only set this if you completely trust the content.
* @property {boolean | null | undefined} [allowDangerousHtml=false]
*   Allow `raw` nodes and insert them as raw HTML (default: `false`).
*
*   When `false`, `Raw` nodes are encoded.
*
*   > ⚠️ **Danger**: only set this if you completely trust the content.
* @property {boolean | null | undefined} [allowParseErrors=false]
*   Do not encode characters which cause parse errors (even though they work),
*   to save bytes (default: `false`).
*
*   Not used in the SVG space.
*
*   > 👉 **Note**: intentionally creates parse errors in markup (how parse
*   > errors are handled is well defined, so this works but isn’t pretty).
* @property {boolean | null | undefined} [bogusComments=false]
*   Use “bogus comments” instead of comments to save bytes: `<?charlie>`
*   instead of `<!--charlie-->` (default: `false`).
*
*   > 👉 **Note**: intentionally creates parse errors in markup (how parse
*   > errors are handled is well defined, so this works but isn’t pretty).
* @property {CharacterReferences | null | undefined} [characterReferences]
*   Configure how to serialize character references (optional).
* @property {boolean | null | undefined} [closeEmptyElements=false]
*   Close SVG elements without any content with slash (`/`) on the opening tag
*   instead of an end tag: `<circle />` instead of `<circle></circle>`
*   (default: `false`).
*
*   See `tightSelfClosing` to control whether a space is used before the
*   slash.
*
*   Not used in the HTML space.
* @property {boolean | null | undefined} [closeSelfClosing=false]
*   Close self-closing nodes with an extra slash (`/`): `<img />` instead of
*   `<img>` (default: `false`).
*
*   See `tightSelfClosing` to control whether a space is used before the
*   slash.
*
*   Not used in the SVG space.
* @property {boolean | null | undefined} [collapseEmptyAttributes=false]
*   Collapse empty attributes: get `class` instead of `class=""` (default:
*   `false`).
*
*   Not used in the SVG space.
*
*   > 👉 **Note**: boolean attributes (such as `hidden`) are always collapsed.
* @property {boolean | null | undefined} [omitOptionalTags=false]
*   Omit optional opening and closing tags (default: `false`).
*
*   For example, in `<ol><li>one</li><li>two</li></ol>`, both `</li>` closing
*   tags can be omitted.
*   The first because it’s followed by another `li`, the last because it’s
*   followed by nothing.
*
*   Not used in the SVG space.
* @property {boolean | null | undefined} [preferUnquoted=false]
*   Leave attributes unquoted if that results in less bytes (default: `false`).
*
*   Not used in the SVG space.
* @property {boolean | null | undefined} [quoteSmart=false]
*   Use the other quote if that results in less bytes (default: `false`).
* @property {Quote | null | undefined} [quote='"']
*   Preferred quote to use (default: `'"'`).
* @property {Space | null | undefined} [space='html']
*   When an `<svg>` element is found in the HTML space, this package already
*   automatically switches to and from the SVG space when entering and exiting
*   it, and goes to HTML inside `desc`, `foreignObject`, and `title`
*   (default: `'html'`).
*
*   > 👉 **Note**: hast is not XML.
*   > It supports SVG as embedded in HTML.
*   > It does not support the features available in XML.
*   > Passing SVG might break but fragments of modern SVG should be fine.
*   > Use [`xast`][xast] if you need to support SVG as XML.
*
*    [xast]: https://github.com/syntax-tree/xast
* @property {boolean | null | undefined} [tightAttributes=false]
*   Join attributes together, without whitespace, if possible: get
*   `class="a b"title="c d"` instead of `class="a b" title="c d"` to save
*   bytes (default: `false`).
*
*   Not used in the SVG space.
*
*   > 👉 **Note**: intentionally creates parse errors in markup (how parse
*   > errors are handled is well defined, so this works but isn’t pretty).
* @property {boolean | null | undefined} [tightCommaSeparatedLists=false]
*   Join known comma-separated attribute values with just a comma (`,`),
*   instead of padding them on the right as well (`,␠`, where `␠` represents a
*   space) (default: `false`).
* @property {boolean | null | undefined} [tightDoctype=false]
*   Drop unneeded spaces in doctypes: `<!doctypehtml>` instead of
*   `<!doctype html>` to save bytes (default: `false`).
*
*   > 👉 **Note**: intentionally creates parse errors in markup (how parse
*   > errors are handled is well defined, so this works but isn’t pretty).
* @property {boolean | null | undefined} [tightSelfClosing=false]
*   Do not use an extra space when closing self-closing elements: `<img/>`
*   instead of `<img />` (default: `false`).
*
*   > 👉 **Note**: only used if `closeSelfClosing: true` or
*   > `closeEmptyElements: true`.
* @property {boolean | null | undefined} [upperDoctype=false]
*   Use a `<!DOCTYPE…` instead of `<!doctype…` (default: `false`).
*
*   Useless except for XHTML.
* @property {ReadonlyArray<string> | null | undefined} [voids]
*   Tag names of elements to serialize without closing tag (default: `html-void-elements`).
*
*   Not used in the SVG space.
*
*   > 👉 **Note**: It’s highly unlikely that you want to pass this, because
*   > hast is not for XML, and HTML will not add more void elements.
*
* @typedef {'"' | "'"} Quote
*   HTML quotes for attribute values.
*
* @typedef {Omit<Required<{[key in keyof Options]: Exclude<Options[key], null | undefined>}>, 'space' | 'quote'>} Settings
*
* @typedef {'html' | 'svg'} Space
*   Namespace.
*
* @typedef State
*   Info passed around about the current state.
* @property {(node: Parents | undefined) => string} all
*   Serialize the children of a parent node.
* @property {Quote} alternative
*   Alternative quote.
* @property {(node: Nodes, index: number | undefined, parent: Parents | undefined) => string} one
*   Serialize one node.
* @property {Quote} quote
*   Preferred quote.
* @property {Schema} schema
*   Current schema.
* @property {Settings} settings
*   User configuration.
*/
/** @type {Options} */
const emptyOptions = {};
/** @type {CharacterReferences} */
const emptyCharacterReferences = {};
/** @type {Array<never>} */
const emptyChildren = [];
/**
* Serialize hast as HTML.
*
* @param {Array<RootContent> | Nodes} tree
*   Tree to serialize.
* @param {Options | null | undefined} [options]
*   Configuration (optional).
* @returns {string}
*   Serialized HTML.
*/
function toHtml(tree, options) {
	const options_ = options || emptyOptions;
	const quote = options_.quote || "\"";
	if (quote !== "\"" && quote !== "'") throw new Error("Invalid quote `" + quote + "`, expected `'` or `\"`");
	const alternative = quote === "\"" ? "'" : "\"";
	return {
		one,
		all,
		settings: {
			omitOptionalTags: options_.omitOptionalTags || false,
			allowParseErrors: options_.allowParseErrors || false,
			allowDangerousCharacters: options_.allowDangerousCharacters || false,
			quoteSmart: options_.quoteSmart || false,
			preferUnquoted: options_.preferUnquoted || false,
			tightAttributes: options_.tightAttributes || false,
			upperDoctype: options_.upperDoctype || false,
			tightDoctype: options_.tightDoctype || false,
			bogusComments: options_.bogusComments || false,
			tightCommaSeparatedLists: options_.tightCommaSeparatedLists || false,
			tightSelfClosing: options_.tightSelfClosing || false,
			collapseEmptyAttributes: options_.collapseEmptyAttributes || false,
			allowDangerousHtml: options_.allowDangerousHtml || false,
			voids: options_.voids || htmlVoidElements,
			characterReferences: options_.characterReferences || emptyCharacterReferences,
			closeSelfClosing: options_.closeSelfClosing || false,
			closeEmptyElements: options_.closeEmptyElements || false
		},
		schema: options_.space === "svg" ? svg : html$2,
		quote,
		alternative
	}.one(Array.isArray(tree) ? {
		type: "root",
		children: tree
	} : tree, void 0, void 0);
}
/**
* Serialize a node.
*
* @this {State}
*   Info passed around about the current state.
* @param {Nodes} node
*   Node to handle.
* @param {number | undefined} index
*   Index of `node` in `parent`.
* @param {Parents | undefined} parent
*   Parent of `node`.
* @returns {string}
*   Serialized node.
*/
function one(node, index, parent) {
	return handle(node, index, parent, this);
}
/**
* Serialize all children of `parent`.
*
* @this {State}
*   Info passed around about the current state.
* @param {Parents | undefined} parent
*   Parent whose children to serialize.
* @returns {string}
*   Serialized children.
*/
function all(parent) {
	/** @type {Array<string>} */
	const results = [];
	const children = parent && parent.children || emptyChildren;
	let index = -1;
	while (++index < children.length) results[index] = this.one(children[index], index, parent);
	return results.join("");
}

// node_modules/hast-util-parse-selector/lib/index.js
/**
* @typedef {import('hast').Element} Element
* @typedef {import('hast').Properties} Properties
*/
/**
* @template {string} SimpleSelector
*   Selector type.
* @template {string} DefaultTagName
*   Default tag name.
* @typedef {(
*   SimpleSelector extends ''
*     ? DefaultTagName
*     : SimpleSelector extends `${infer TagName}.${infer Rest}`
*     ? ExtractTagName<TagName, DefaultTagName>
*     : SimpleSelector extends `${infer TagName}#${infer Rest}`
*     ? ExtractTagName<TagName, DefaultTagName>
*     : SimpleSelector extends string
*     ? SimpleSelector
*     : DefaultTagName
* )} ExtractTagName
*   Extract tag name from a simple selector.
*/
const search = /[#.]/g;
/**
* Create a hast element from a simple CSS selector.
*
* @template {string} Selector
*   Type of selector.
* @template {string} [DefaultTagName='div']
*   Type of default tag name (default: `'div'`).
* @param {Selector | null | undefined} [selector]
*   Simple CSS selector (optional).
*
*   Can contain a tag name (`foo`), classes (`.bar`), and an ID (`#baz`).
*   Multiple classes are allowed.
*   Uses the last ID if multiple IDs are found.
* @param {DefaultTagName | null | undefined} [defaultTagName='div']
*   Tag name to use if `selector` does not specify one (default: `'div'`).
* @returns {Element & {tagName: ExtractTagName<Selector, DefaultTagName>}}
*   Built element.
*/
function parseSelector(selector, defaultTagName) {
	const value = selector || "";
	/** @type {Properties} */
	const props = {};
	let start = 0;
	/** @type {string | undefined} */
	let previous;
	/** @type {string | undefined} */
	let tagName;
	while (start < value.length) {
		search.lastIndex = start;
		const match = search.exec(value);
		const subvalue = value.slice(start, match ? match.index : value.length);
		if (subvalue) {
			if (!previous) tagName = subvalue;
			else if (previous === "#") props.id = subvalue;
			else if (Array.isArray(props.className)) props.className.push(subvalue);
			else props.className = [subvalue];
			start += subvalue.length;
		}
		if (match) {
			previous = match[0];
			start++;
		}
	}
	return {
		type: "element",
		tagName: tagName || defaultTagName || "div",
		properties: props,
		children: []
	};
}

// node_modules/hastscript/lib/create-h.js
/**
* @import {Element, Nodes, RootContent, Root} from 'hast'
* @import {Info, Schema} from 'property-information'
*/
/**
* @typedef {Array<Nodes | PrimitiveChild>} ArrayChildNested
*   List of children (deep).
*/
/**
* @typedef {Array<ArrayChildNested | Nodes | PrimitiveChild>} ArrayChild
*   List of children.
*/
/**
* @typedef {Array<number | string>} ArrayValue
*   List of property values for space- or comma separated values (such as `className`).
*/
/**
* @typedef {ArrayChild | Nodes | PrimitiveChild} Child
*   Acceptable child value.
*/
/**
* @typedef {number | string | null | undefined} PrimitiveChild
*   Primitive children, either ignored (nullish), or turned into text nodes.
*/
/**
* @typedef {boolean | number | string | null | undefined} PrimitiveValue
*   Primitive property value.
*/
/**
* @typedef {Record<string, PropertyValue | Style>} Properties
*   Acceptable value for element properties.
*/
/**
* @typedef {ArrayValue | PrimitiveValue} PropertyValue
*   Primitive value or list value.
*/
/**
* @typedef {Element | Root} Result
*   Result from a `h` (or `s`) call.
*/
/**
* @typedef {number | string} StyleValue
*   Value for a CSS style field.
*/
/**
* @typedef {Record<string, StyleValue>} Style
*   Supported value of a `style` prop.
*/
/**
* Create an `h` function.
*
* @param {Schema} schema
*   Schema to use.
* @param {string} defaultTagName
*   Default tag name.
* @param {ReadonlyArray<string> | undefined} [caseSensitive]
*   Case-sensitive tag names (default: `undefined`).
* @returns
*   `h`.
*/
function createH(schema, defaultTagName, caseSensitive) {
	const adjust = caseSensitive ? createAdjustMap(caseSensitive) : void 0;
	/**
	* Hyperscript compatible DSL for creating virtual hast trees.
	*
	* @overload
	* @param {null | undefined} [selector]
	*   Nothing to get a root.
	* @param {...Child} children
	*   Children.
	* @returns {Root}
	*   Root.
	*
	* @overload
	* @param {string} selector
	*   Selector.
	* @param {Child | Properties} [properties]
	*   Properties (or first child) (default: `undefined`).
	* @param {...Child} children
	*   Children.
	* @returns {Element}
	*   Element.
	*
	* @param {string | null | undefined} [selector]
	*   Selector.
	* @param {Child | Properties} [properties]
	*   Properties (or first child) (default: `undefined`).
	* @param {...Child} children
	*   Children.
	* @returns {Result}
	*   Result.
	*/
	function h(selector, properties, ...children) {
		/** @type {Result} */
		let node;
		if (selector === null || selector === void 0) {
			node = {
				type: "root",
				children: []
			};
			const child = properties;
			children.unshift(child);
		} else {
			node = parseSelector(selector, defaultTagName);
			const lower = node.tagName.toLowerCase();
			const adjusted = adjust ? adjust.get(lower) : void 0;
			node.tagName = adjusted || lower;
			if (isChild(properties)) children.unshift(properties);
			else for (const [key, value] of Object.entries(properties)) addProperty(schema, node.properties, key, value);
		}
		for (const child of children) addChild(node.children, child);
		if (node.type === "element" && node.tagName === "template" && schema.space === "html") {
			node.content = {
				type: "root",
				children: node.children
			};
			node.children = [];
		}
		return node;
	}
	return h;
}
/**
* Check if something is properties or a child.
*
* @param {Child | Properties} value
*   Value to check.
* @returns {value is Child}
*   Whether `value` is definitely a child.
*/
function isChild(value) {
	if (value === null || typeof value !== "object" || Array.isArray(value)) return true;
	if (typeof value.type !== "string") return false;
	const record = value;
	const keys = Object.keys(value);
	for (const key of keys) {
		const value = record[key];
		if (value && typeof value === "object") {
			if (!Array.isArray(value)) return true;
			const list = value;
			for (const item of list) if (typeof item !== "number" && typeof item !== "string") return true;
		}
	}
	if ("children" in value && Array.isArray(value.children)) return true;
	return false;
}
/**
* Add a property.
*
* @param {Schema} schema
*   Schema.
* @param {Properties} properties
*   Properties object.
* @param {string} key
*   Property name.
* @param {PropertyValue | Style} value
*   Property value.
* @returns {undefined}
*   Nothing.
*/
function addProperty(schema, properties, key, value) {
	if (value === null || value === void 0) return;
	const info = find(schema, key);
	/** @type {PropertyValue} */
	let result;
	if (typeof value === "number") {
		if (Number.isNaN(value)) return;
		result = value;
	} else if (typeof value === "boolean") result = value;
	else if (typeof value === "string") {
		if (info.spaceSeparated) result = parse(value);
		else if (info.commaSeparated) result = parse$1(value);
		else if (info.commaOrSpaceSeparated) result = parse(parse$1(value).join(" "));
		else result = parsePrimitive(info, info.property, value);
	} else if (Array.isArray(value)) result = [...value];
	else result = info.property === "style" ? style(value) : String(value);
	if (Array.isArray(result)) {
		/** @type {Array<number | string>} */
		const finalResult = [];
		for (const item of result) finalResult.push(parsePrimitive(info, info.property, item));
		result = finalResult;
	}
	if (info.property === "className" && Array.isArray(properties.className)) {
		const add = result;
		result = [...properties.className, ...Array.isArray(add) ? add : [add]];
	}
	properties[info.property] = result;
}
/**
* Add a child.
*
* @param {Array<RootContent>} nodes
*   Children.
* @param {Child} value
*   Child.
* @returns {undefined}
*   Nothing.
*/
function addChild(nodes, value) {
	if (value === null || value === void 0) {} else if (typeof value === "number" || typeof value === "string") nodes.push({
		type: "text",
		value: String(value)
	});
	else if (Array.isArray(value)) for (const child of value) addChild(nodes, child);
	else if (typeof value === "object" && "type" in value) {
		if (value.type === "root") addChild(nodes, value.children);
		else nodes.push(value);
	} else throw new Error("Expected node, nodes, or string, got `" + value + "`");
}
/**
* Parse a single primitives.
*
* @param {Info} info
*   Property information.
* @param {string} name
*   Property name.
* @param {PrimitiveValue} value
*   Property value.
* @returns {PrimitiveValue}
*   Property value.
*/
function parsePrimitive(info, name, value) {
	if (typeof value === "string") {
		if (info.number && value && !Number.isNaN(Number(value))) return Number(value);
		if ((info.boolean || info.overloadedBoolean) && (value === "" || normalize(value) === normalize(name))) return true;
	}
	return value;
}
/**
* Serialize a `style` object as a string.
*
* @param {Style} styles
*   Style object.
* @returns {string}
*   CSS string.
*/
function style(styles) {
	/** @type {Array<string>} */
	const result = [];
	for (const [key, value] of Object.entries(styles)) result.push([key, value].join(": "));
	return result.join("; ");
}
/**
* Create a map to adjust casing.
*
* @param {ReadonlyArray<string>} values
*   List of properly cased keys.
* @returns {Map<string, string>}
*   Map of lowercase keys to uppercase keys.
*/
function createAdjustMap(values) {
	/** @type {Map<string, string>} */
	const result = /* @__PURE__ */ new Map();
	for (const value of values) result.set(value.toLowerCase(), value);
	return result;
}

// node_modules/hastscript/lib/svg-case-sensitive-tag-names.js
/**
* List of case-sensitive SVG tag names.
*
* @type {ReadonlyArray<string>}
*/
const svgCaseSensitiveTagNames = [
	"altGlyph",
	"altGlyphDef",
	"altGlyphItem",
	"animateColor",
	"animateMotion",
	"animateTransform",
	"clipPath",
	"feBlend",
	"feColorMatrix",
	"feComponentTransfer",
	"feComposite",
	"feConvolveMatrix",
	"feDiffuseLighting",
	"feDisplacementMap",
	"feDistantLight",
	"feDropShadow",
	"feFlood",
	"feFuncA",
	"feFuncB",
	"feFuncG",
	"feFuncR",
	"feGaussianBlur",
	"feImage",
	"feMerge",
	"feMergeNode",
	"feMorphology",
	"feOffset",
	"fePointLight",
	"feSpecularLighting",
	"feSpotLight",
	"feTile",
	"feTurbulence",
	"foreignObject",
	"glyphRef",
	"linearGradient",
	"radialGradient",
	"solidColor",
	"textArea",
	"textPath"
];

// node_modules/hastscript/lib/index.js
/**
* @typedef {import('./jsx-classic.js').Element} h.JSX.Element
* @typedef {import('./jsx-classic.js').ElementChildrenAttribute} h.JSX.ElementChildrenAttribute
* @typedef {import('./jsx-classic.js').IntrinsicAttributes} h.JSX.IntrinsicAttributes
* @typedef {import('./jsx-classic.js').IntrinsicElements} h.JSX.IntrinsicElements
*/
/**
* @typedef {import('./jsx-classic.js').Element} s.JSX.Element
* @typedef {import('./jsx-classic.js').ElementChildrenAttribute} s.JSX.ElementChildrenAttribute
* @typedef {import('./jsx-classic.js').IntrinsicAttributes} s.JSX.IntrinsicAttributes
* @typedef {import('./jsx-classic.js').IntrinsicElements} s.JSX.IntrinsicElements
*/
/** @type {ReturnType<createH>} */
const h = createH(html$2, "div");
/** @type {ReturnType<createH>} */
const s = createH(svg, "g", svgCaseSensitiveTagNames);

// src/report/html-names.ts
/** Of a name or path; whole outputs have room of their own. */
const NAME_LENGTH = 400;
/** A foreign name as text that may be broken where its parts end. */
const breakable = (name) => (truncate(oneLine(name), NAME_LENGTH) || "(empty)").split(/(?<=[/_])/).flatMap((value, index) => [...index === 0 ? [] : [h("wbr")], {
	type: "text",
	value
}]);

// src/report/chart-svg.ts
/** Names are text beside the drawing, and not in it: they stay readable on a phone, and break where they must. */
function chartElements(chart) {
	switch (chart.kind) {
		case "intervals": return [h("ul", { className: ["rows"] }, [h("li", [
			"",
			ends(chart.ends),
			""
		].map((content) => h("span", content))), ...chart.rows.map((row) => h("li", [
			h("span", breakable(row.label)),
			intervalRow(row, chart.line),
			h("span", row.end)
		]))])];
		case "columns": return [legend(chart.series, BOXES), h("ul", { className: ["rows"] }, chart.labels.map((label, index) => h("li", [
			h("span", breakable(label)),
			columnRow(chart.series.map(({ values }) => values[index] ?? 0)),
			h("span", "")
		])))];
		case "square": return [legend(chart.series), square(chart.series)];
		case "matrix": return [matrix(chart)];
		case "lines": return [legend(chart.series), lines(chart)];
	}
}
const ends = ([left, right]) => [h("span", { className: ["ends"] }, [h("span", left), h("span", right)])];
/** Units of the drawings' own coordinates. */
const WIDTH$1 = 400;
const HEIGHT$1 = 18;
const at = (place) => Math.round(Math.min(1, Math.max(0, place)) * WIDTH$1 * 10) / 10;
/** An end that nothing is known about runs to the edge, without a cap. */
function intervalRow({ low, value, high, isFilled }, line) {
	const middle = HEIGHT$1 / 2;
	const cap = (place) => place === null ? [] : [s("line", {
		x1: at(place),
		x2: at(place),
		y1: 4,
		y2: 14
	})];
	return s("svg", { viewBox: `0 0 ${WIDTH$1} ${HEIGHT$1}` }, [s("line", {
		className: ["limit"],
		x1: at(line),
		x2: at(line),
		y1: 0,
		y2: HEIGHT$1
	}), s("g", { className: ["interval", isFilled ? "filled" : "open"] }, [
		s("line", {
			x1: at(low ?? 0),
			x2: at(high ?? 1),
			y1: middle,
			y2: middle
		}),
		...cap(low),
		...cap(high),
		s("circle", {
			cx: at(value),
			cy: middle,
			r: 5
		})
	])]);
}
const columnRow = (values) => s("svg", { viewBox: `0 0 ${WIDTH$1} ${HEIGHT$1}` }, values.map((value, index) => s("rect", {
	className: [SERIES[index] ?? ""],
	x: 0,
	y: index * HEIGHT$1 / values.length,
	width: at(value),
	height: HEIGHT$1 / values.length - 1
})));
const SERIES = ["first", "second"];
const MARKS = ["○", "◆"];
const BOXES = ["□", "■"];
const legend = (series, marks = MARKS) => h("p", { className: ["side"] }, series.map(({ name }, index) => `${index > 0 ? " · " : ""}${marks[index]} ${name}`));
const TALL = 120;
/** What has risen to where, from left to right. */
function lines({ series, line, ends: [left, right] }) {
	const up = (value) => Math.round((FRAME / 2 + (1 - value) * TALL) * 10) / 10;
	const across = (value) => FRAME + at(value);
	const drawn = series.map(({ values, across: places = [] }, index) => {
		const points = values.map((value, position) => [across(places[position] ?? 0), up(value)]);
		const [x, y] = points.at(-1) ?? [0, 0];
		return s("g", { className: ["line", SERIES[index] ?? ""] }, [s("polyline", { points: points.map((point) => point.join(",")).join(" ") }), s("text", {
			x: x + 4,
			y: y + 4
		}, MARKS[index] ?? "")]);
	});
	const floor = TALL + FRAME;
	return s("svg", {
		className: ["evidence"],
		viewBox: `0 0 ${WIDTH$1 + 2 * FRAME} ${TALL + 1.5 * FRAME}`
	}, [
		s("line", {
			className: ["axis"],
			x1: across(0),
			y1: up(0),
			x2: across(1),
			y2: up(0)
		}),
		s("line", {
			className: ["limit"],
			x1: across(0),
			y1: up(line.at),
			x2: across(1),
			y2: up(line.at)
		}),
		s("text", {
			x: across(0),
			y: up(line.at) - 4
		}, line.label),
		s("text", {
			x: across(0),
			y: floor
		}, left),
		s("text", {
			x: across(1),
			y: floor,
			textAnchor: "end"
		}, right),
		...drawn
	]);
}
const SIDE = 240;
const FRAME = 24;
/** The stronger the shade, the more. */
function matrix({ names, rows }) {
	const cell = SIDE / Math.max(1, ...rows.map(({ length }) => length));
	const place = (index) => Math.round((FRAME + index * cell) * 10) / 10;
	const label = (index) => (names.every(isShortName) ? names[index] : void 0) ?? String(index + 1);
	const height = place(rows.length);
	const cells = rows.flatMap((row, down) => row.map((share, across) => s("rect", {
		className: [down === across ? "right" : "wrong"],
		x: place(across),
		y: place(down) - FRAME / 2,
		width: cell,
		height: cell,
		fillOpacity: Math.round(share * 100) / 100
	})));
	return s("svg", {
		className: ["square", "matrix"],
		viewBox: `0 0 288 ${height + FRAME}`
	}, [
		...cells,
		...rows.map((_, down) => s("text", {
			x: 20,
			y: place(down + .5) - FRAME / 2 + 4,
			textAnchor: "end"
		}, label(down))),
		...(rows[0] ?? []).map((_, across) => s("text", {
			x: place(across + .5),
			y: height + 6,
			textAnchor: "middle"
		}, across < names.length ? label(across) : "…"))
	]);
}
/** What was said against what was so; on the diagonal both are one. */
function square(series) {
	const place = (value) => Math.round((FRAME + value * SIDE) * 10) / 10;
	const up = (value) => Math.round((FRAME / 2 + (1 - value) * SIDE) * 10) / 10;
	const mark = (index, x, y) => index === 0 ? s("circle", {
		className: ["first"],
		cx: place(x),
		cy: up(y),
		r: 4
	}) : s("path", {
		className: ["second"],
		d: `M${place(x)} ${up(y) - 5}l5 5l-5 5l-5-5z`
	});
	return s("svg", {
		className: ["square"],
		viewBox: `0 0 288 288`
	}, [
		s("rect", {
			className: ["frame"],
			x: FRAME,
			y: FRAME / 2,
			width: SIDE,
			height: SIDE
		}),
		s("line", {
			className: ["axis"],
			x1: place(0),
			y1: up(0),
			x2: place(1),
			y2: up(1)
		}),
		...[
			"0",
			"0.5",
			"1"
		].flatMap((label) => [s("text", {
			x: place(Number(label)),
			y: 270,
			textAnchor: "middle"
		}, label), s("text", {
			x: 20,
			y: up(Number(label)) + 4,
			textAnchor: "end"
		}, label)]),
		...series.flatMap(({ values, across = [] }, index) => values.map((value, position) => mark(index, across[position] ?? 0, value)))
	]);
}

// src/report/figure-svg.ts
/** Units of the drawing's own coordinates: about as many pixels as a phone has, so that its labels can be read there. */
const WIDTH = 320;
const HEIGHT = 90;
const MIDDLE = 34;
const AXIS = 54;
/** Between the limit and a word beside it, and about as wide as a letter. */
const GAP = 6;
const LETTER = 6.5;
/** The interval against the limit, to scale. */
function svgFigure(scale, words) {
	return s("svg", {
		viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
		role: "img",
		ariaLabel: `The interval and the limit, to scale. ${words}`
	}, [
		...forbiddenZone(scale),
		...interval(scale),
		...axis(scale)
	]);
}
const x = (place) => Math.round(place * WIDTH * 10) / 10;
function forbiddenZone({ limit, safeSide }) {
	const isLeft = safeSide === "greater";
	const [from, to] = isLeft ? [0, x(limit)] : [x(limit), WIDTH];
	const beside = (side, text) => {
		const room = (side === "left" ? x(limit) : WIDTH - x(limit)) - GAP;
		const place = {
			x: x(limit) + (side === "left" ? -6 : GAP),
			y: 12
		};
		return text.length * LETTER > room ? [] : [s("text", {
			...place,
			textAnchor: side === "left" ? "end" : "start"
		}, text)];
	};
	return [
		s("rect", {
			className: ["forbidden"],
			x: from,
			y: 0,
			width: Math.round(to - from),
			height: AXIS
		}),
		s("line", {
			className: ["limit"],
			x1: x(limit),
			x2: x(limit),
			y1: 0,
			y2: 58
		}),
		...beside("left", isLeft ? "not allowed" : "allowed"),
		...beside("right", isLeft ? "allowed" : "not allowed")
	];
}
/** An end that nothing is known about runs to the edge, without a cap. */
function interval({ low, value, high }) {
	const cap = (place) => place === null ? [] : [s("line", {
		x1: x(place),
		x2: x(place),
		y1: 27,
		y2: 41
	})];
	return [s("g", { className: ["interval"] }, [
		s("line", {
			x1: x(low ?? 0),
			x2: x(high ?? 1),
			y1: MIDDLE,
			y2: MIDDLE
		}),
		...cap(low),
		...cap(high),
		s("circle", {
			cx: x(value),
			cy: MIDDLE,
			r: 5
		})
	])];
}
/** A label about as wide as this, as a share of the width, would run into its neighbour. */
const LABEL = .3;
function axis({ marks }) {
	const anchor = (place) => place < .12 ? "start" : place > .88 ? "end" : "middle";
	const isCrowded = marks.some((mark, index) => marks.some((other, position) => position !== index && Math.abs(other.at - mark.at) < LABEL));
	const row = (index) => 70 + (isCrowded ? index * 15 : 0);
	return [s("line", {
		className: ["axis"],
		x1: 0,
		x2: WIDTH,
		y1: AXIS,
		y2: AXIS
	}), ...marks.flatMap(({ at, label }, index) => [s("line", {
		className: ["axis"],
		x1: x(at),
		x2: x(at),
		y1: AXIS,
		y2: 58
	}), s("text", {
		x: x(at),
		y: row(index),
		textAnchor: anchor(at)
	}, label)])];
}

// src/report/html-style.ts
/**
* Colours are decoration: every verdict is a word with a symbol first. Contrast is at least 4.5 to 1 in both schemes, which the
* page's test measures in a browser.
*/
const STYLE = `
:root { color-scheme: light dark; --text: #1c2128; --soft: #57606a; --page: #fff; --card: #f6f8fa; --line: #d0d7de;
  --pass: #116329; --regression: #a40e26; --inconclusive: #7d4e00; --invalid: #6e3fb0; --forbidden: #ffe3e0; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --soft: #9ea7b3; --page: #0d1117; --card: #161b22; --line: #30363d;
  --pass: #56d364; --regression: #ff938a; --inconclusive: #e3b341; --invalid: #d2a8ff; --forbidden: #4a1d1d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: var(--text); background: var(--page);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.3; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); } .gate h3 { margin: 1rem 0 0; font-size: 1rem; }
code, pre { font: 0.875em/1.5 ui-monospace, monospace; }
code { padding: 0.1em 0.3em; border-radius: 4px; background: var(--card); }
pre { margin: 0; padding: 0.75rem; max-height: 24rem; overflow: auto; white-space: pre-wrap; border: 1px solid var(--line);
  border-radius: 6px; background: var(--card); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; } caption { text-align: left; color: var(--soft); }
th, td { padding: 0.35rem 0.75rem; border: 1px solid var(--line); text-align: left; font-weight: normal; vertical-align: top; }
th, td { overflow-wrap: normal; } tbody th { min-width: 11rem; } td code, th code, td:not(.number) { overflow-wrap: anywhere; } td:not(.number) { min-width: 7rem; } thead th { font-weight: 600; background: var(--card); } .number { text-align: right; } .short { white-space: nowrap; }
.wide { overflow-x: auto; margin: 0.75rem 0; }
summary { cursor: pointer; padding: 0.25rem 0; } .verdict { font-weight: 600; } td .verdict { white-space: nowrap; }
.gate { margin: 0.75rem 0; padding: 0.5rem 1rem; border: 1px solid var(--line); border-left: 0.4rem solid; border-radius: 6px; }
.gate.pass { border-left-color: var(--pass); } .verdict.pass { color: var(--pass); }
.gate.regression { border-left-color: var(--regression); } .verdict.regression { color: var(--regression); }
.gate.inconclusive { border-left-color: var(--inconclusive); } .verdict.inconclusive { color: var(--inconclusive); }
.gate.invalid { border-left-color: var(--invalid); } .verdict.invalid { color: var(--invalid); }
dl { display: grid; grid-template-columns: fit-content(40%) minmax(0, 1fr); gap: 0.15rem 1rem; margin: 0.25rem 0; } dt { color: var(--soft); } dd { margin: 0; }
ul { margin: 0.25rem 0; } .sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
pre + .side, pre + .sides, .sides + .side { margin-top: 0.5rem; } .side { margin: 0 0 0.25rem; color: var(--soft); }
figure { margin: 0.75rem 0; } svg { width: 100%; max-width: 26rem; font: 12px system-ui, sans-serif; fill: var(--text); }
figcaption { color: var(--soft); } .forbidden { fill: var(--forbidden); } .limit { stroke: var(--regression); stroke-width: 2; }
.axis { stroke: var(--soft); } .interval line { stroke: var(--text); stroke-width: 2.5; }
a { color: inherit; }
.rows { list-style: none; padding: 0; max-width: 60rem; } .rows li { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) minmax(0, 1fr); gap: 0.75rem; align-items: center; border-bottom: 1px solid var(--line); }
.rows svg { display: block; max-width: none; } .ends { display: flex; justify-content: space-between; color: var(--soft); } .interval.filled circle, .second { fill: var(--text); } .interval.open circle, .first { fill: var(--page); stroke: var(--text); stroke-width: 1.5; }
.evidence { max-width: 40rem; display: block; } .line polyline { fill: none; stroke: var(--text); stroke-width: 1.5; } .line.second polyline { stroke-dasharray: 6 3; }
.square { max-width: 20rem; display: block; } .frame { fill: none; stroke: var(--line); } .matrix rect { fill: var(--text); stroke: var(--soft); stroke-width: 0.5; } .matrix .right { stroke-width: 2; }
.samples { list-style: none; padding: 0; } .sample { margin: 0.25rem 0; padding: 0.25rem 0.75rem; border: 1px solid var(--line); border-left: 0.4rem solid; border-radius: 6px; }
.sample.worse { border-left-color: var(--regression); } .sample.better { border-left-color: var(--pass); } .sample.same { border-left-color: var(--line); }
.sample.worse .change { color: var(--regression); } .sample.better .change { color: var(--pass); } .peek, .soft { color: var(--soft); }
.controls { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; } .controls label span { display: block; color: var(--soft); }
.controls label { max-width: 100%; } .controls select, .controls input { max-width: 100%; } .sample-body pre { max-height: none; } .peek { display: block; } input, select, button, textarea { font: inherit; color: var(--text); background: var(--card); border: 1px solid var(--soft); border-radius: 4px; padding: 0.25rem 0.5rem; }
button { cursor: pointer; } .copy { width: 100%; height: 8rem; } .choices { white-space: pre-wrap; } [hidden] { display: none; }
ins { text-decoration: underline; text-decoration-thickness: 2px; font-weight: 600; } del { text-decoration: line-through; font-weight: 600; }
@media (max-width: 40rem) { .sides, dl { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: 0.5rem; } }
@media (max-width: 30rem) {
  th, td { padding: 0.35rem 0.4rem; overflow-wrap: anywhere; } tbody th, td:not(.number) { min-width: 0; }
  .rows li { grid-template-columns: minmax(0, 1fr) auto; gap: 0 0.75rem; } .rows li > :nth-child(2) { grid-column: 1 / -1; order: 1; }
  body { padding: 1rem; } h1 { font-size: 1.3rem; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards, .cards tbody, .cards tr, .cards th, .cards td, .cards caption { display: block; text-align: left; }
  .cards tr { margin: 0.75rem 0; border: 1px solid var(--line); border-radius: 6px; } .cards th, .cards td { border: 0; overflow-wrap: anywhere; white-space: normal; }
  .cards tbody th { font-weight: 600; min-width: 0; } .cards td::before { content: attr(data-title) ": "; color: var(--soft); }
}
@media print { details { break-inside: avoid; } details::details-content { content-visibility: visible; block-size: auto; } pre { max-height: none; } .controls, .acts, button { display: none; } }
`;

// src/report/page-script.ts
const PAGE_SCRIPT_HASH = "sha256-TszjQ2rdMeeTjK6bpUtySWDGPDJVNOfTiDWVpIjMXn0=";
const PAGE_SCRIPT = "/*! In parts jsdiff:\nBSD 3-Clause License\n\nCopyright (c) 2009-2015, Kevin Decker <kpdecker@gmail.com>\nAll rights reserved.\n\nRedistribution and use in source and binary forms, with or without\nmodification, are permitted provided that the following conditions are met:\n\n1. Redistributions of source code must retain the above copyright notice, this\n   list of conditions and the following disclaimer.\n\n2. Redistributions in binary form must reproduce the above copyright notice,\n   this list of conditions and the following disclaimer in the documentation\n   and/or other materials provided with the distribution.\n\n3. Neither the name of the copyright holder nor the names of its\n   contributors may be used to endorse or promote products derived from\n   this software without specific prior written permission.\n\nTHIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS \"AS IS\"\nAND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE\nIMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE\nDISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE\nFOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL\nDAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR\nSERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER\nCAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,\nOR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE\nOF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.\n*/\n(function() {\n\n// node_modules/diff/libesm/diff/base.js\n	var Diff = class {\n		diff(oldStr, newStr, options = {}) {\n			let callback;\n			if (typeof options === \"function\") {\n				callback = options;\n				options = {};\n			} else if (\"callback\" in options) callback = options.callback;\n			const oldString = this.castInput(oldStr, options);\n			const newString = this.castInput(newStr, options);\n			const oldTokens = this.removeEmpty(this.tokenize(oldString, options));\n			const newTokens = this.removeEmpty(this.tokenize(newString, options));\n			return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);\n		}\n		diffWithOptionsObj(oldTokens, newTokens, options, callback) {\n			var _a;\n			const done = (value) => {\n				value = this.postProcess(value, options);\n				if (callback) {\n					setTimeout(function() {\n						callback(value);\n					}, 0);\n					return;\n				} else return value;\n			};\n			const newLen = newTokens.length, oldLen = oldTokens.length;\n			let editLength = 1;\n			let maxEditLength = newLen + oldLen;\n			if (options.maxEditLength != null) maxEditLength = Math.min(maxEditLength, options.maxEditLength);\n			const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;\n			const abortAfterTimestamp = Date.now() + maxExecutionTime;\n			const bestPath = [{\n				oldPos: -1,\n				lastComponent: void 0\n			}];\n			let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);\n			if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));\n			let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;\n			const execEditLength = () => {\n				for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {\n					let basePath;\n					const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];\n					if (removePath) bestPath[diagonalPath - 1] = void 0;\n					let canAdd = false;\n					if (addPath) {\n						const addPathNewPos = addPath.oldPos - diagonalPath;\n						canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;\n					}\n					const canRemove = removePath && removePath.oldPos + 1 < oldLen;\n					if (!canAdd && !canRemove) {\n						bestPath[diagonalPath] = void 0;\n						continue;\n					}\n					if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) basePath = this.addToPath(addPath, true, false, 0, options);\n					else basePath = this.addToPath(removePath, false, true, 1, options);\n					newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);\n					if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;\n					else {\n						bestPath[diagonalPath] = basePath;\n						if (basePath.oldPos + 1 >= oldLen) maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);\n						if (newPos + 1 >= newLen) minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);\n					}\n				}\n				editLength++;\n			};\n			if (callback) (function exec() {\n				setTimeout(function() {\n					if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);\n					if (!execEditLength()) exec();\n				}, 0);\n			})();\n			else while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {\n				const ret = execEditLength();\n				if (ret) return ret;\n			}\n		}\n		addToPath(path, added, removed, oldPosInc, options) {\n			const last = path.lastComponent;\n			if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) return {\n				oldPos: path.oldPos + oldPosInc,\n				lastComponent: {\n					count: last.count + 1,\n					added,\n					removed,\n					previousComponent: last.previousComponent\n				}\n			};\n			else return {\n				oldPos: path.oldPos + oldPosInc,\n				lastComponent: {\n					count: 1,\n					added,\n					removed,\n					previousComponent: last\n				}\n			};\n		}\n		extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {\n			const newLen = newTokens.length, oldLen = oldTokens.length;\n			let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;\n			while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {\n				newPos++;\n				oldPos++;\n				commonCount++;\n				if (options.oneChangePerToken) basePath.lastComponent = {\n					count: 1,\n					previousComponent: basePath.lastComponent,\n					added: false,\n					removed: false\n				};\n			}\n			if (commonCount && !options.oneChangePerToken) basePath.lastComponent = {\n				count: commonCount,\n				previousComponent: basePath.lastComponent,\n				added: false,\n				removed: false\n			};\n			basePath.oldPos = oldPos;\n			return newPos;\n		}\n		equals(left, right, options) {\n			if (options.comparator) return options.comparator(left, right);\n			else return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();\n		}\n		removeEmpty(array) {\n			const ret = [];\n			for (let i = 0; i < array.length; i++) if (array[i]) ret.push(array[i]);\n			return ret;\n		}\n		castInput(value, options) {\n			return value;\n		}\n		tokenize(value, options) {\n			return Array.from(value);\n		}\n		join(chars) {\n			return chars.join(\"\");\n		}\n		postProcess(changeObjects, options) {\n			return changeObjects;\n		}\n		get useLongestToken() {\n			return false;\n		}\n		buildValues(lastComponent, newTokens, oldTokens) {\n			const components = [];\n			let nextComponent;\n			while (lastComponent) {\n				components.push(lastComponent);\n				nextComponent = lastComponent.previousComponent;\n				delete lastComponent.previousComponent;\n				lastComponent = nextComponent;\n			}\n			components.reverse();\n			const componentLen = components.length;\n			let componentPos = 0, newPos = 0, oldPos = 0;\n			for (; componentPos < componentLen; componentPos++) {\n				const component = components[componentPos];\n				if (!component.removed) {\n					if (!component.added && this.useLongestToken) {\n						let value = newTokens.slice(newPos, newPos + component.count);\n						value = value.map(function(value, i) {\n							const oldValue = oldTokens[oldPos + i];\n							return oldValue.length > value.length ? oldValue : value;\n						});\n						component.value = this.join(value);\n					} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));\n					newPos += component.count;\n					if (!component.added) oldPos += component.count;\n				} else {\n					component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));\n					oldPos += component.count;\n				}\n			}\n			return components;\n		}\n	};\n\n// node_modules/diff/libesm/diff/character.js\n	var CharacterDiff = class extends Diff {};\n	const characterDiff = new CharacterDiff();\n\n// node_modules/diff/libesm/util/string.js\n	function longestCommonPrefix(str1, str2) {\n		let i = 0;\n		for (; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);\n		return str1.slice(0, i);\n	}\n	function longestCommonSuffix(str1, str2) {\n		let i;\n		if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return \"\";\n		for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);\n		return str1.slice(-i);\n	}\n	function replacePrefix(string, oldPrefix, newPrefix) {\n		if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);\n		return newPrefix + string.slice(oldPrefix.length);\n	}\n	function replaceSuffix(string, oldSuffix, newSuffix) {\n		if (!oldSuffix) return string + newSuffix;\n		if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);\n		return string.slice(0, -oldSuffix.length) + newSuffix;\n	}\n	function removePrefix(string, oldPrefix) {\n		return replacePrefix(string, oldPrefix, \"\");\n	}\n	function removeSuffix(string, oldSuffix) {\n		return replaceSuffix(string, oldSuffix, \"\");\n	}\n	function maximumOverlap(string1, string2) {\n		return string2.slice(0, overlapCount(string1, string2));\n	}\n	function overlapCount(a, b) {\n		let startA = 0;\n		if (a.length > b.length) startA = a.length - b.length;\n		let endB = b.length;\n		if (a.length < b.length) endB = a.length;\n		const map = Array(endB);\n		let k = 0;\n		map[0] = 0;\n		for (let j = 1; j < endB; j++) {\n			if (b[j] == b[k]) map[j] = map[k];\n			else map[j] = k;\n			while (k > 0 && b[j] != b[k]) k = map[k];\n			if (b[j] == b[k]) k++;\n		}\n		k = 0;\n		for (let i = startA; i < a.length; i++) {\n			while (k > 0 && a[i] != b[k]) k = map[k];\n			if (a[i] == b[k]) k++;\n		}\n		return k;\n	}\n	function segment(string, segmenter) {\n		const parts = [];\n		for (const segmentObj of Array.from(segmenter.segment(string))) {\n			const segment = segmentObj.segment;\n			if (parts.length && /\\s/.test(parts[parts.length - 1]) && /\\s/.test(segment)) parts[parts.length - 1] += segment;\n			else parts.push(segment);\n		}\n		return parts;\n	}\n	function trailingWs(string, segmenter) {\n		if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];\n		let i;\n		for (i = string.length - 1; i >= 0; i--) if (!string[i].match(/\\s/)) break;\n		return string.substring(i + 1);\n	}\n	function leadingWs(string, segmenter) {\n		if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];\n		const match = string.match(/^\\s*/);\n		return match ? match[0] : \"\";\n	}\n	function leadingAndTrailingWs(string, segmenter) {\n		if (!segmenter) return [leadingWs(string), trailingWs(string)];\n		if (segmenter.resolvedOptions().granularity != \"word\") throw new Error(\"The segmenter passed must have a granularity of \\\"word\\\"\");\n		const segments = segment(string, segmenter);\n		const firstSeg = segments[0];\n		const lastSeg = segments[segments.length - 1];\n		return [/\\s/.test(firstSeg) ? firstSeg : \"\", /\\s/.test(lastSeg) ? lastSeg : \"\"];\n	}\n\n// node_modules/diff/libesm/diff/word.js\n	const extendedWordChars = \"a-zA-Z0-9_\\\\u{AD}\\\\u{C0}-\\\\u{D6}\\\\u{D8}-\\\\u{F6}\\\\u{F8}-\\\\u{2C6}\\\\u{2C8}-\\\\u{2D7}\\\\u{2DE}-\\\\u{2FF}\\\\u{1E00}-\\\\u{1EFF}\";\n	const tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\\\s+|[^${extendedWordChars}]`, \"ug\");\n	var WordDiff = class extends Diff {\n		equals(left, right, options) {\n			if (options.ignoreCase) {\n				left = left.toLowerCase();\n				right = right.toLowerCase();\n			}\n			return left.trim() === right.trim();\n		}\n		tokenize(value, options = {}) {\n			let parts;\n			if (options.intlSegmenter) {\n				const segmenter = options.intlSegmenter;\n				if (segmenter.resolvedOptions().granularity != \"word\") throw new Error(\"The segmenter passed must have a granularity of \\\"word\\\"\");\n				parts = segment(value, segmenter);\n			} else parts = value.match(tokenizeIncludingWhitespace) || [];\n			const tokens = [];\n			let prevPart = null;\n			parts.forEach((part) => {\n				if (/\\s/.test(part)) {\n					if (prevPart == null) tokens.push(part);\n					else tokens.push(tokens.pop() + part);\n				} else if (prevPart != null && /\\s/.test(prevPart)) {\n					if (tokens[tokens.length - 1] == prevPart) tokens.push(tokens.pop() + part);\n					else tokens.push(prevPart + part);\n				} else tokens.push(part);\n				prevPart = part;\n			});\n			return tokens;\n		}\n		join(tokens) {\n			return tokens.map((token, i) => {\n				if (i == 0) return token;\n				else return token.replace(/^\\s+/, \"\");\n			}).join(\"\");\n		}\n		postProcess(changes, options) {\n			if (!changes || options.oneChangePerToken) return changes;\n			let lastKeep = null;\n			let insertion = null;\n			let deletion = null;\n			changes.forEach((change) => {\n				if (change.added) insertion = change;\n				else if (change.removed) deletion = change;\n				else {\n					if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);\n					lastKeep = change;\n					insertion = null;\n					deletion = null;\n				}\n			});\n			if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);\n			return changes;\n		}\n	};\n	const wordDiff = new WordDiff();\n	function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {\n		if (deletion && insertion) {\n			const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);\n			const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);\n			if (startKeep) {\n				const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);\n				startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);\n				deletion.value = removePrefix(deletion.value, commonWsPrefix);\n				insertion.value = removePrefix(insertion.value, commonWsPrefix);\n			}\n			if (endKeep) {\n				const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);\n				endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);\n				deletion.value = removeSuffix(deletion.value, commonWsSuffix);\n				insertion.value = removeSuffix(insertion.value, commonWsSuffix);\n			}\n		} else if (insertion) {\n			if (startKeep) {\n				const ws = leadingWs(insertion.value, segmenter);\n				insertion.value = insertion.value.substring(ws.length);\n			}\n			if (endKeep) {\n				const ws = leadingWs(endKeep.value, segmenter);\n				endKeep.value = endKeep.value.substring(ws.length);\n			}\n		} else if (startKeep && endKeep) {\n			const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);\n			const newWsStart = longestCommonPrefix(newWsFull, delWsStart);\n			deletion.value = removePrefix(deletion.value, newWsStart);\n			const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);\n			deletion.value = removeSuffix(deletion.value, newWsEnd);\n			endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);\n			startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));\n		} else if (endKeep) {\n			const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);\n			const deletionWsSuffix = trailingWs(deletion.value, segmenter);\n			const overlap = maximumOverlap(deletionWsSuffix, endKeepWsPrefix);\n			deletion.value = removeSuffix(deletion.value, overlap);\n		} else if (startKeep) {\n			const startKeepWsSuffix = trailingWs(startKeep.value, segmenter);\n			const deletionWsPrefix = leadingWs(deletion.value, segmenter);\n			const overlap = maximumOverlap(startKeepWsSuffix, deletionWsPrefix);\n			deletion.value = removePrefix(deletion.value, overlap);\n		}\n	}\n	var WordsWithSpaceDiff = class extends Diff {\n		tokenize(value) {\n			const regex = new RegExp(`(\\\\r?\\\\n)|[${extendedWordChars}]+|[^\\\\S\\\\n\\\\r]+|[^${extendedWordChars}]`, \"ug\");\n			return value.match(regex) || [];\n		}\n	};\n	const wordsWithSpaceDiff = new WordsWithSpaceDiff();\n	function diffWordsWithSpace(oldStr, newStr, options) {\n		return wordsWithSpaceDiff.diff(oldStr, newStr, options);\n	}\n\n// node_modules/diff/libesm/diff/line.js\n	var LineDiff = class extends Diff {\n		constructor() {\n			super(...arguments);\n			this.tokenize = tokenize;\n		}\n		equals(left, right, options) {\n			if (options.ignoreWhitespace) {\n				if (!options.newlineIsToken || !left.includes(\"\\n\")) left = left.trim();\n				if (!options.newlineIsToken || !right.includes(\"\\n\")) right = right.trim();\n			} else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {\n				if (left.endsWith(\"\\n\")) left = left.slice(0, -1);\n				if (right.endsWith(\"\\n\")) right = right.slice(0, -1);\n			}\n			return super.equals(left, right, options);\n		}\n	};\n	const lineDiff = new LineDiff();\n	function tokenize(value, options) {\n		if (options.stripTrailingCr) value = value.replace(/\\r\\n/g, \"\\n\");\n		const retLines = [], linesAndNewlines = value.split(/(\\n|\\r\\n)/);\n		if (!linesAndNewlines[linesAndNewlines.length - 1]) linesAndNewlines.pop();\n		for (let i = 0; i < linesAndNewlines.length; i++) {\n			const line = linesAndNewlines[i];\n			if (i % 2 && !options.newlineIsToken) retLines[retLines.length - 1] += line;\n			else retLines.push(line);\n		}\n		return retLines;\n	}\n\n// node_modules/diff/libesm/diff/sentence.js\n	function isSentenceEndPunct(char) {\n		return char == \".\" || char == \"!\" || char == \"?\";\n	}\n	var SentenceDiff = class extends Diff {\n		tokenize(value) {\n			var _a;\n			const result = [];\n			let tokenStartI = 0;\n			for (let i = 0; i < value.length; i++) {\n				if (i == value.length - 1) {\n					result.push(value.slice(tokenStartI));\n					break;\n				}\n				if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\\s/)) {\n					result.push(value.slice(tokenStartI, i + 1));\n					i = tokenStartI = i + 1;\n					while ((_a = value[i + 1]) === null || _a === void 0 ? void 0 : _a.match(/\\s/)) i++;\n					result.push(value.slice(tokenStartI, i + 1));\n					tokenStartI = i + 1;\n				}\n			}\n			return result;\n		}\n	};\n	const sentenceDiff = new SentenceDiff();\n\n// node_modules/diff/libesm/diff/css.js\n	var CssDiff = class extends Diff {\n		tokenize(value) {\n			return value.split(/([{}:;,]|\\s+)/);\n		}\n	};\n	const cssDiff = new CssDiff();\n\n// node_modules/diff/libesm/diff/json.js\n	var JsonDiff = class extends Diff {\n		constructor() {\n			super(...arguments);\n			this.tokenize = tokenize;\n		}\n		get useLongestToken() {\n			return true;\n		}\n		castInput(value, options) {\n			const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === \"undefined\" ? undefinedReplacement : v } = options;\n			return typeof value === \"string\" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, \"  \");\n		}\n		equals(left, right, options) {\n			return super.equals(left.replace(/,([\\r\\n])/g, \"$1\"), right.replace(/,([\\r\\n])/g, \"$1\"), options);\n		}\n	};\n	const jsonDiff = new JsonDiff();\n	function canonicalize(obj, stack, replacementStack, replacer, key) {\n		stack = stack || [];\n		replacementStack = replacementStack || [];\n		if (replacer) obj = replacer(key === void 0 ? \"\" : key, obj);\n		let i = 0;\n		for (; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];\n		let canonicalizedObj;\n		if (\"[object Array]\" === Object.prototype.toString.call(obj)) {\n			stack.push(obj);\n			canonicalizedObj = new Array(obj.length);\n			replacementStack.push(canonicalizedObj);\n			for (i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));\n			stack.pop();\n			replacementStack.pop();\n			return canonicalizedObj;\n		}\n		if (obj && obj.toJSON) obj = obj.toJSON();\n		if (typeof obj === \"object\" && obj !== null) {\n			stack.push(obj);\n			canonicalizedObj = {};\n			replacementStack.push(canonicalizedObj);\n			const sortedKeys = [];\n			let key;\n			for (key in obj)\n /* istanbul ignore else */\n			if (Object.prototype.hasOwnProperty.call(obj, key)) sortedKeys.push(key);\n			sortedKeys.sort();\n			for (i = 0; i < sortedKeys.length; i += 1) {\n				key = sortedKeys[i];\n				canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);\n			}\n			stack.pop();\n			replacementStack.pop();\n		} else canonicalizedObj = obj;\n		return canonicalizedObj;\n	}\n\n// node_modules/diff/libesm/diff/array.js\n	var ArrayDiff = class extends Diff {\n		tokenize(value) {\n			return value.slice();\n		}\n		join(value) {\n			return value;\n		}\n		removeEmpty(value) {\n			return value;\n		}\n	};\n	const arrayDiff = new ArrayDiff();\n\n// src/report/escape.ts\n	const UNSEEN = /[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}]/gu;\n	const LONE_SURROGATE = /\\p{Surrogate}/gu;\n	const LINE_BREAK = /\\r\\n|[\\r\\v\\f\\u0085\\u2028\\u2029]/g;\n	function visible(text) {\n		return text.replace(LINE_BREAK, \"\\n\").replace(UNSEEN, (character) => character === \"\\n\" || character === \"	\" ? character : \"\").replace(LONE_SURROGATE, \"�\");\n	}\n\n// src/report/review.ts\n	const MOST_REVIEWED = 24;\n	const WORST = 8;\n	const FALLEN_GROUPS = 8;\n	function samplesToReview(samples) {\n		const changed = samples.filter(({ change }) => change !== \"same\");\n		const worst = changed.slice(0, WORST);\n		const lost = /* @__PURE__ */ new Map();\n		for (const sample of changed) {\n			const group = groupOf(sample);\n			lost.set(group, (lost.get(group) ?? 0) + (sample.change === \"worse\" ? 1 : -1));\n		}\n		const ranked = [...lost].sort(([, a], [, b]) => b - a).map(([group]) => group);\n		const turns = /* @__PURE__ */ new Map();\n		const others = changed.slice(WORST).map((sample) => {\n			const group = groupOf(sample);\n			const turn = turns.get(group) ?? 0;\n			turns.set(group, turn + 1);\n			return {\n				sample,\n				turn,\n				rank: ranked.indexOf(group)\n			};\n		});\n		const isFallen = ({ sample, rank }) => sample.change === \"worse\" && rank < FALLEN_GROUPS;\n		others.sort((a, b) => Number(isFallen(b)) - Number(isFallen(a)) || a.turn - b.turn || a.rank - b.rank);\n		return [...worst, ...others.map(({ sample }) => sample)].slice(0, MOST_REVIEWED);\n	}\n	const groupOf = ({ task, group }) => JSON.stringify([task, group]);\n	const COLUMNS = [\n		[\"task\", ({ task }) => task],\n		[\"group\", ({ group }) => group ?? \"\"],\n		[\"id\", ({ id }) => id],\n		[\"metric\", ({ metric }) => metric],\n		[\"change\", ({ change }) => change],\n		[\"turns\", ({ asked }) => (asked?.turns ?? []).map(({ role, text }) => `${role}: ${text}`).join(\"\\n\")],\n		[\"question\", ({ asked }) => asked?.question ?? \"\"],\n		[\"choices\", ({ asked }) => (asked?.choices ?? []).join(\" | \")],\n		[\"reference\", ({ asked }) => asked?.reference ?? \"\"],\n		[\"baseline\", ({ baseline }) => baseline.output ?? \"\"],\n		[\"candidate\", ({ candidate }) => candidate.output ?? \"\"],\n		[\"judgement\", () => \"\"],\n		[\"note\", () => \"\"]\n	];\n	function reviewTable(samples) {\n		const quoted = (text) => `\"${text.replace(/^(?=[=+\\-@\\t\\r])/, \"'\").replaceAll(\"\\\"\", \"\\\"\\\"\")}\"`;\n		return `\\ufeff${[COLUMNS.map(([title]) => quoted(title)), ...samples.map((sample) => COLUMNS.map(([, cell]) => quoted(cell(sample))))].map((row) => row.join(\",\")).join(\"\\r\\n\")}\\r\\n`;\n	}\n\n// src/report/sample-link.ts\n	const PREFIX = \"#sample=\";\n	const sampleAnchor = (task, id) => `${PREFIX}${encoded(task)}/${encoded(id)}`;\n	const encoded = (text) => encodeURIComponent(text.replace(/\\p{Surrogate}/gu, \"�\")).replace(/[!'()*~_.-]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);\n	function linkedSamples(samples, anchor) {\n		const [task, id, ...others] = anchor.startsWith(PREFIX) ? anchor.slice(8).split(\"/\").map(decoded) : [];\n		if (task === void 0 || id === void 0 || others.length > 0) return [];\n		const [of, named] = [visible(task), visible(id)];\n		return samples.filter((sample) => visible(sample.id) === named && [sample.task, sample.group ?? \"\"].map(visible).includes(of));\n	}\n	function decoded(text) {\n		try {\n			return decodeURIComponent(text);\n		} catch {\n			return text;\n		}\n	}\n\n// src/core/domain/asked.ts\n	const allSaid = ({ turns = [], question }) => [...turns.map(({ text }) => text), question].join(\"\\n\");\n\n// src/core/domain/shown-samples.ts\n	const SAMPLE_CHANGES = [\n		\"worse\",\n		\"better\",\n		\"same\"\n	];\n\n// src/report/page/selection.ts\n	const lostConfidence = ({ baseline, candidate }) => baseline.confidence === void 0 || candidate.confidence === void 0 ? Number.NEGATIVE_INFINITY : baseline.confidence - candidate.confidence;\n	const moved = ({ baseline, candidate }) => Math.abs((candidate.score ?? 0) - (baseline.score ?? 0));\n	const descending = (of) => (a, b) => {\n		const [one, other] = [of(a), of(b)];\n		return one === other ? 0 : other - one;\n	};\n	const ORDERS = /* @__PURE__ */ new Map([\n		[\"worst first\", () => 0],\n		[\"confidence lost\", descending(lostConfidence)],\n		[\"score moved most\", descending(moved)],\n		[\"name\", (a, b) => a.id < b.id ? -1 : 1]\n	]);\n	const CHANGE_WORDS = {\n		worse: \"▼ got worse\",\n		better: \"▲ got better\",\n		same: \"= stayed\"\n	};\n	const CHANGES = new Map(SAMPLE_CHANGES.map((change) => [change, CHANGE_WORDS[change]]));\n	function selected(samples, wish) {\n		const words = wish.search.toLowerCase().split(/\\s+/).filter((word) => word !== \"\");\n		return samples.filter((sample) => (wish.change === \"\" || sample.change === wish.change) && (wish.task === \"\" || sample.task === wish.task) && (wish.group === \"\" || sample.group === wish.group) && (words.length === 0 || words.every((word) => textOf(sample).includes(word)))).sort(ORDERS.get(wish.order) ?? (() => 0));\n	}\n	const texts = /* @__PURE__ */ new WeakMap();\n	function textOf(sample) {\n		const known = texts.get(sample);\n		if (known !== void 0) return known;\n		const { task, id, group, asked, baseline, candidate } = sample;\n		const text = [...[\n			task,\n			id,\n			group,\n			asked === void 0 ? \"\" : allSaid(asked),\n			...asked?.choices ?? [],\n			asked?.reference,\n			baseline.output\n		], candidate.output].join(\"\\n\").toLowerCase();\n		texts.set(sample, text);\n		return text;\n	}\n\n// src/report/page/browser.ts\n	const ROWS = 50;\n	const DIFF_MS = 200;\n	function make(name, className, ...children) {\n		const element = document.createElement(name);\n		if (className !== \"\") element.className = className;\n		element.append(...children);\n		return element;\n	}\n	async function unpacked(text) {\n		const bytes = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));\n		const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(\"gzip\"));\n		const clean = (_key, value) => typeof value === \"string\" ? visible(value) : value;\n		return JSON.parse(await new Response(stream).text(), clean);\n	}\n	const number = (value) => String(Number(value.toPrecision(4))).replace(\"-\", \"−\");\n	const scoreOf = ({ score }) => score === null ? \"no score\" : number(score);\n	function button(label, act) {\n		const made = make(\"button\", \"\", label);\n		made.type = \"button\";\n		made.addEventListener(\"click\", async () => {\n			status.textContent = await act();\n		});\n		return made;\n	}\n	const status = make(\"p\", \"soft\");\n	status.setAttribute(\"role\", \"status\");\n	async function copied(text) {\n		try {\n			await navigator.clipboard.writeText(text);\n			return \"Copied.\";\n		} catch {\n			const area = make(\"textarea\", \"copy\", text);\n			area.readOnly = true;\n			area.setAttribute(\"aria-label\", \"The sample as JSON, to be copied\");\n			status.after(area);\n			area.select();\n			return \"The text below can be copied.\";\n		}\n	}\n	function downloaded(name, text) {\n		const link = make(\"a\", \"\");\n		link.href = URL.createObjectURL(new Blob([text], { type: \"text/csv;charset=utf-8\" }));\n		link.download = name;\n		link.click();\n		setTimeout(() => URL.revokeObjectURL(link.href), 6e4);\n		return `${name} was saved.`;\n	}\n	function answers({ baseline, candidate }) {\n		const [before, after] = [baseline.output, candidate.output];\n		if (before === null || after === null) return [said(before), said(after)];\n		const parts = diffWordsWithSpace(before, after, { timeout: DIFF_MS });\n		if (parts === void 0 || before === after) return [said(before), said(after)];\n		const kept = (other, mark, own) => parts.filter((part) => !part[other]).map((part) => part[own] ? make(mark, \"\", part.value) : part.value);\n		return [before === \"\" ? said(\"\") : kept(\"added\", \"del\", \"removed\"), after === \"\" ? said(\"\") : kept(\"removed\", \"ins\", \"added\")];\n	}\n	const said = (text) => [text === null ? make(\"em\", \"\", \"not stored\") : text.trim() === \"\" ? make(\"em\", \"\", \"nothing\") : text];\n	function side(title, answer, text) {\n		const sure = answer.confidence === void 0 ? \"\" : `, ${Math.round(answer.confidence * 100)} % sure of the right choice`;\n		return make(\"div\", \"\", make(\"p\", \"side\", `${title}: ${scoreOf(answer)}${sure}`), make(\"pre\", \"\", ...text));\n	}\n	function choices({ asked, baseline, candidate }) {\n		if (asked?.choices === void 0) return [];\n		const items = asked.choices.map((choice) => {\n			const same = (text) => text?.trim() === choice.trim();\n			const tags = [\n				same(asked.reference) ? \"expected\" : \"\",\n				same(baseline.output) ? \"baseline\" : \"\",\n				same(candidate.output) ? \"candidate\" : \"\"\n			].filter((tag) => tag !== \"\");\n			return make(\"li\", \"\", choice, ...tags.length === 0 ? [] : [\" \", make(\"strong\", \"\", `← ${tags.join(\", \")}`)]);\n		});\n		return [make(\"p\", \"side\", \"Choices\"), make(\"ul\", \"choices\", ...items)];\n	}\n	const turns = ({ asked }) => (asked?.turns ?? []).flatMap(({ role, text }) => [make(\"p\", \"side\", make(\"strong\", \"\", role), \" said\"), make(\"pre\", \"turn\", ...said(text))]);\n	function body(sample) {\n		const { asked, task, id } = sample;\n		const [before, after] = answers(sample);\n		const link = make(\"a\", \"\", \"Link to this sample\");\n		link.href = sampleAnchor(task, id);\n		return make(\"div\", \"sample-body\", ...turns(sample), make(\"p\", \"side\", \"Asked\"), make(\"pre\", \"\", ...said(asked?.question ?? null)), ...choices(sample), ...asked?.reference === void 0 || asked.choices?.includes(asked.reference) ? [] : [make(\"p\", \"side\", \"Expected\"), make(\"pre\", \"\", asked.reference)], make(\"div\", \"sides\", side(\"Baseline\", sample.baseline, before), side(\"Candidate\", sample.candidate, after)), make(\"p\", \"side\", \"Sample \", make(\"code\", \"\", ...breakable(id))), make(\"p\", \"acts\", button(\"Copy as JSON\", () => copied(JSON.stringify(sample, null, 2))), \" \", link));\n	}\n	const PEEK = 160;\n	const breakable = (name) => name.split(/(?<=[/_])/).flatMap((part, index) => index === 0 ? [part] : [make(\"wbr\", \"\"), part]);\n	const fills = /* @__PURE__ */ new WeakMap();\n	function row(sample) {\n		const { change, id, group, task, baseline, candidate, asked } = sample;\n		const asks = (asked?.question ?? \"\").replace(/^…/, \"\").replace(/\\s+/g, \" \").trim() || id;\n		const details = make(\"details\", `sample ${change}`, make(\"summary\", \"\", make(\"strong\", \"change\", CHANGE_WORDS[change]), ` ${scoreOf(baseline)} → ${scoreOf(candidate)} `, ...breakable(group ?? task), make(\"span\", \"peek\", asks.length > PEEK ? `${asks.slice(0, 159)}…` : asks)));\n		fills.set(details, () => {\n			if (details.childElementCount === 1) details.append(body(sample));\n		});\n		details.addEventListener(\"toggle\", () => details.open && fills.get(details)?.());\n		return make(\"li\", \"\", details);\n	}\n	function chooser(label, options, all) {\n		const select = make(\"select\", \"\");\n		if (all !== null) select.append(new Option(all, \"\"));\n		for (const [value, text] of options) select.append(new Option(text, value));\n		return {\n			select,\n			labelled: make(\"label\", \"\", make(\"span\", \"\", label), select)\n		};\n	}\n	const named = (names) => new Map([...new Set(names)].flatMap((name) => name === null ? [] : [[name, name]]).sort());\n	function start(place, { samples }) {\n		const toReview = new Set(samplesToReview(samples));\n		const search = make(\"input\", \"\");\n		search.type = \"search\";\n		const change = chooser(\"Change\", new Map([...CHANGES, [\"review\", \"picked for review\"]]), \"all\");\n		const task = chooser(\"Task\", named(samples.map((sample) => sample.task)), \"all\");\n		const group = chooser(\"Group\", named(samples.map((sample) => sample.group)), \"all\");\n		const order = chooser(\"Order\", new Map([...ORDERS.keys()].map((name) => [name, name])), null);\n		const list = make(\"ol\", \"samples\");\n		const more = make(\"p\", \"\");\n		let shown = [];\n		const extend = () => {\n			const from = list.childElementCount;\n			list.append(...shown.slice(from, from + ROWS).map(row));\n			const left = shown.length - list.childElementCount;\n			more.replaceChildren(...left > 0 ? [button(`Show ${Math.min(left, ROWS)} of ${left.toLocaleString(\"en\")} more`, () => {\n				const first = list.childElementCount;\n				extend();\n				list.children[first]?.querySelector(\"summary\")?.focus();\n				return `${list.childElementCount.toLocaleString(\"en\")} samples are shown.`;\n			})] : []);\n		};\n		const show = (found, words = \"\") => {\n			shown = found;\n			list.replaceChildren();\n			extend();\n			status.textContent = `${found.length.toLocaleString(\"en\")} of ${samples.length.toLocaleString(\"en\")} samples${words}`;\n		};\n		const filter = () => {\n			const wish = {\n				search: search.value,\n				change: change.select.value,\n				task: task.select.value,\n				group: group.select.value,\n				order: order.select.value\n			};\n			const of = wish.change === \"review\" ? samples.filter((sample) => toReview.has(sample)) : samples;\n			show(selected(of, wish.change === \"review\" ? {\n				...wish,\n				change: \"\"\n			} : wish));\n		};\n		const follow = () => {\n			const found = linkedSamples(samples, location.hash);\n			if (found.length === 0) {\n				if (location.hash.startsWith(\"#sample=\")) status.textContent = \"The sample of this link is not on the page.\";\n				return;\n			}\n			show(found, \", the one that was linked; change a filter to see others\");\n			for (const details of list.querySelectorAll(\"details\")) {\n				fills.get(details)?.();\n				details.open = true;\n			}\n			list.scrollIntoView();\n			list.querySelector(\"summary\")?.focus({ preventScroll: true });\n		};\n		const controls = make(\"form\", \"controls\", make(\"label\", \"\", make(\"span\", \"\", \"Search\"), search), ...[\n			change,\n			task,\n			group,\n			order\n		].map(({ labelled }) => labelled));\n		controls.addEventListener(\"submit\", (event) => event.preventDefault());\n		controls.addEventListener(\"input\", filter);\n		for (const one of [task, group]) if (one.select.options.length < 3) one.labelled.hidden = true;\n		place.replaceChildren(controls, make(\"p\", \"acts\", button(`Save the ${toReview.size} picked samples as CSV`, () => downloaded(\"weighbridge-review.csv\", reviewTable([...toReview])))), status, list, more);\n		filter();\n		follow();\n		addEventListener(\"hashchange\", follow);\n	}\n	function openForPrint() {\n		let opened = [];\n		addEventListener(\"beforeprint\", () => {\n			opened = [...document.querySelectorAll(\"details:not([open])\")];\n			for (const details of opened) {\n				fills.get(details)?.();\n				details.open = true;\n			}\n		});\n		addEventListener(\"afterprint\", () => {\n			for (const details of opened) details.open = false;\n		});\n	}\n	openForPrint();\n	const place = document.getElementById(\"samples\");\n	const data = document.getElementById(\"samples-data\")?.textContent;\n	if (place !== null && data) unpacked(data).then((shown) => start(place, shown), (error) => place.append(`The samples cannot be read: ${String(error)}`));\n\n})();";

// src/report/html.ts
/** Nothing may load, run or be sent anywhere, whatever stands in the page; but for our own script, where there are samples. */
const policyOf = (script) => `default-src 'none'; ${script}style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
/**
* The whole report as one page that needs nothing else: every gate with its numbers and figure, every group, every sample
* that there is room for. Text of models is text and nothing more.
*/
function renderHtml(file, context, packed = null) {
	const samples = packed === null || packed.samples.samples.length === 0 ? null : packed;
	const sections = sectionsFor(file, {
		medium: "page",
		context,
		...samples === null ? {
			rung: EVERYTHING,
			...packed === null ? {} : { samples: packed.samples }
		} : {
			rung: {
				...EVERYTHING,
				samples: 0
			},
			samples: samples.samples
		}
	});
	return htmlPage(`Weighbridge: ${toPlain(summaryLine(file))}`, sections, samples);
}
/** Sections as one page that needs nothing else; its title is its heading where no section has one. */
function htmlPage(title, sections, samples = null) {
	const page = {
		type: "root",
		children: [{ type: "doctype" }, h("html", { lang: "en" }, [h("head", [
			h("meta", { charSet: "utf-8" }),
			h("meta", {
				httpEquiv: "Content-Security-Policy",
				content: policyOf(samples === null ? "" : `script-src '${PAGE_SCRIPT_HASH}'; `)
			}),
			h("meta", {
				name: "viewport",
				content: "width=device-width, initial-scale=1"
			}),
			h("meta", {
				name: "referrer",
				content: "no-referrer"
			}),
			h("title", title),
			h("style", STYLE)
		]), h("body", [h("main", [...hasHeadline(sections) ? [] : [h("h1", title)], ...sections.flatMap(sectionElements)]), ...samples === null ? [] : [h("script", {
			type: "text/plain",
			id: "samples-data"
		}, samples.text), h("script", PAGE_SCRIPT)]])])]
	};
	nameApart(page, new Map(sections.flatMap((section) => section.title === null ? [] : [[section.title, 1]])));
	return `${toHtml(page)}\n`;
}
const hasHeadline = (sections) => sections.some(({ blocks }) => blocks.some(({ kind }) => kind === "headline"));
/** Regions that are called alike, such as tables of several tasks, or as the section that they stand in, cannot be told apart by ear: the later ones get a number. */
function nameApart(node, seen) {
	if (!("children" in node)) return;
	if (node.type === "element" && node.properties.role === "region") {
		const name = String(node.properties.ariaLabel);
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		if (count > 1) node.properties.ariaLabel = `${name} (${count})`;
	}
	for (const child of node.children) nameApart(child, seen);
}
function sectionElements({ title, blocks }, index) {
	if (title === null) return blocks.map((block) => element(block, 2));
	const id = `section-${index}`;
	return [h("section", { ariaLabelledBy: id }, [h("h2", { id }, title), ...blocks.map((block) => element(block, 3))])];
}
/** @param depth of a heading here */
function element(block, depth) {
	switch (block.kind) {
		case "headline": return h("h1", [
			badge(block.verdict, labelOf(block.words)),
			" ",
			...nodes(block.content)
		]);
		case "heading": return h(`h${depth}`, nodes(block.content));
		case "paragraph": return h("p", nodes(block.content));
		case "list": return h("ul", block.items.map(({ content, below }) => h("li", [...nodes(content), ...below.length === 0 ? [] : [bullets(below)]])));
		case "table": return tableElement(block);
		case "fields": return h("dl", block.rows.flatMap(([name, value]) => [h("dt", nodes(name)), h("dd", nodes(value))]));
		case "code": return h("pre", block.text);
		case "sides": return h("div", { className: ["sides"] }, block.sides.map(([title, content]) => h("div", [h("p", { className: ["side"] }, title), element(content, depth)])));
		case "figure": return h("figure", [svgFigure(block.scale, toPlain(block.words)), h("figcaption", nodes(block.words))]);
		case "chart": {
			const label = toPlain(block.words);
			return h("figure", [
				h("div", {
					role: "img",
					ariaLabel: label
				}, chartElements(block.chart)),
				h("figcaption", nodes(block.words)),
				h("details", [h("summary", "As a table"), element(block.table, depth)])
			]);
		}
		case "samples": return h("div", { id: "samples" }, [h("p", nodes(block.words))]);
		case "details": {
			const { verdict, isOpen, summary, children } = block;
			return h("details", {
				className: verdict === null ? [] : ["gate", verdict],
				open: isOpen
			}, [h("summary", [...verdict === null ? [] : [badge(verdict), " "], ...nodes(summary)]), ...children.map((child) => element(child, 3))]);
		}
	}
}
const bullets = (lines) => h("ul", lines.map((line) => h("li", nodes(line))));
const badge = (verdict, label = verdictLabel(verdict)) => h("span", { className: ["verdict", verdict] }, label);
/** Characters of `−31.2 pp`, and of a few more: such a number stays with its unit, where an interval may be broken. */
const SHORT_NUMBER = 12;
/** A table that scrolls by itself where it is wider than the page. */
function tableElement({ caption, columns, rows }) {
	const className = (index) => columns[index]?.align === "right" ? "number" : void 0;
	const numberClasses = (index, cell) => className(index) && toPlain(cell).length <= SHORT_NUMBER ? ["number", "short"] : className(index);
	const isWide = columns.length > 3;
	const role = (name) => isWide ? { role: name } : {};
	const cells = (row) => row.map((cell, index) => index === 0 ? h("th", {
		scope: "row",
		...role("rowheader")
	}, nodes(cell)) : h("td", {
		className: numberClasses(index, cell),
		...role("cell"),
		...titleOf(columns[index]?.title ?? [])
	}, nodes(cell)));
	const titleOf = (title) => isWide ? { dataTitle: toPlain(title).replace(/[<>&"']/g, " ") } : {};
	const head = columns.map(({ title }, index) => h("th", {
		scope: "col",
		className: className(index),
		...role("columnheader")
	}, nodes(title)));
	return h("div", {
		className: ["wide"],
		tabIndex: 0,
		role: "region",
		ariaLabel: caption
	}, [h("table", {
		className: isWide ? ["cards"] : [],
		...role("table")
	}, [
		h("caption", caption),
		h("thead", role("rowgroup"), h("tr", role("row"), head)),
		h("tbody", role("rowgroup"), rows.map((row) => h("tr", role("row"), cells(row))))
	])]);
}
/** A line as nodes: data becomes text and never markup, since the tree's serializer escapes every text. */
const nodes = (line) => line.map(node);
function node(part) {
	switch (part.kind) {
		case "ours": return {
			type: "text",
			value: part.text
		};
		case "strong": return h("strong", part.text);
		case "code": return h("code", breakable(part.text));
		case "prose": return {
			type: "text",
			value: oneLine(part.text)
		};
		case "verdict": return badge(part.verdict);
		case "link": return h("a", { href: part.url }, part.text);
	}
}

// src/app/page.ts
/** Of a page that opens at once, and that one can send by mail. */
const MOST_PACKED = 4e6;
/** The report as one page, with as many of the samples as it has room for, the worst first. */
function renderPage(file, context, samples, most = MOST_PACKED) {
	return renderHtml(file, context, samples === null ? null : packed(samples, most));
}
/** Compressed, since texts of one suite repeat each other; every browser of the last years unpacks gzip without a library. */
function packed(samples, most) {
	const text = gzipSync(JSON.stringify(samples)).toString("base64");
	if (text.length <= most || samples.samples.length === 0) return {
		samples,
		text
	};
	const fitting = Math.floor(samples.samples.length * most * .9 / text.length);
	const kept = samples.samples.slice(0, fitting);
	const lost = samples.samples.slice(fitting).filter(({ change }) => change !== "same").length;
	return packed({
		...samples,
		samples: kept,
		omitted: samples.omitted + lost
	}, most);
}

// src/app/verdict-file.ts
const VERDICT_FILE = "verdict.json";
const COMMENT_FILE = "comment.md";
const HTML_FILE = "report.html";
const SHOWN_SAMPLES_FILE = "shown-samples.json";
const VERDICT_VERSION = 1;
/** What the name of a file gets that says what no longer holds. */
const WITHDRAWN = ".withdrawn";
/**
* Takes back the verdict of an earlier run: whoever is about to judge, or to change what was judged, may not come to an end.
* Nothing is lost by it, be it that a name was mistyped: the files are kept under a name that no program reads.
* @throws WeighbridgeError `engine` when the disk refuses
*/
async function withdrawVerdict(out) {
	await onDisk(out, async () => {
		for (const name of [
			VERDICT_FILE,
			COMMENT_FILE,
			HTML_FILE,
			SHOWN_SAMPLES_FILE
		]) {
			const file = join(out, name);
			await rename(file, `${file}${WITHDRAWN}`).catch((error) => {
				if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
			});
		}
	});
}
/** Keeps the verdict for machines and for people. */
async function writeVerdict(out, verdict, samples = null, speeds = []) {
	const context = {
		artifactUrl: null,
		runUrl: null,
		elapsedSeconds: null,
		speeds,
		now: (/* @__PURE__ */ new Date()).toISOString()
	};
	const { markdown } = renderMarkdown(verdict, context, COMMENT_BYTES);
	await onDisk(out, async () => {
		await makeDirectory(out);
		await writeAtomically(join(out, VERDICT_FILE), verdictJson(verdict));
		await writeAtomically(join(out, COMMENT_FILE), markdown);
		await recordSpeeds(out, speeds);
		if (samples !== null) await writeAtomically(join(out, SHOWN_SAMPLES_FILE), JSON.stringify(samples));
		await writeAtomically(join(out, HTML_FILE), renderPage(verdict, context, samples));
	});
}
/** Renders an earlier verdict again. @throws WeighbridgeError `data` when the file is not a verdict */
async function renderAgain(out) {
	const verdict = await readVerdict(join(out, VERDICT_FILE));
	await writeVerdict(out, verdict, await readShownSamples(join(out, SHOWN_SAMPLES_FILE)), await readSpeeds(out));
	return verdict;
}
/** Null where there are none: the verdict stands without them. @throws WeighbridgeError `data` when the file is not what it should be */
async function readShownSamples(file) {
	if (!existsSync(file)) return null;
	try {
		if ((await stat(file)).size > MAX_VERDICT_BYTES) throw new Error("too large");
		const { shownSamplesSchema } = await import("./config-shown-samples-schema.js");
		return shownSamplesSchema.parse(parseJson(await readFile(file, "utf8"), { file }));
	} catch (cause) {
		throw new WeighbridgeError("data", "these are not the samples of a verdict", {
			at: { file },
			cause,
			fix: "judge again, or take the file away: the report is then without them"
		});
	}
}
/** Far above what a verdict with every flip of a large suite takes. */
const MAX_VERDICT_BYTES = 67108864;
/** @throws WeighbridgeError `data` when there is no verdict file, or it is none that this version wrote */
async function readVerdict(file) {
	try {
		if ((await stat(file)).size > MAX_VERDICT_BYTES) throw new Error("too large");
		const { verdictFileSchema } = await import("./config-verdict-schema.js");
		const read = parseJson(await readFile(file, "utf8"), { file });
		if (isObject(read) && Number(read.schemaVersion) > VERDICT_VERSION) {
			const message = `this verdict file is of version ${read.schemaVersion}, and this program reads ${VERDICT_VERSION}`;
			throw new WeighbridgeError("data", message, {
				at: { file },
				fix: "use a newer version of it"
			});
		}
		const verdict = verdictFileSchema.parse(read);
		const { schemaVersion: _, exitCode, summary: __, ...facts } = verdict;
		if (buildVerdictFile(facts).exitCode !== exitCode) throw new Error("its exit code is that of another verdict");
		return verdict;
	} catch (cause) {
		throw noVerdict(file, cause);
	}
}
function noVerdict(file, cause) {
	const { code } = cause;
	const at = { file };
	if (code === "ENOTDIR") return new WeighbridgeError("data", "this is a file, not a folder", {
		at: { file: dirname(file) },
		cause,
		fix: "name the folder that it lies in"
	});
	if (code === "ENOENT" && existsSync(`${file}${WITHDRAWN}`)) return new WeighbridgeError("data", "there is no verdict file: the last run came to none", {
		at,
		cause,
		fix: `run it to its end; the verdict before it is in ${file}${WITHDRAWN}`
	});
	const fix = "name a folder in which `weighbridge run` or `gate` left one";
	if (code === "ENOENT") return new WeighbridgeError("data", "there is no verdict file", {
		at,
		fix,
		cause
	});
	if (cause instanceof WeighbridgeError && cause.fix !== void 0) return cause;
	const why = cause instanceof WeighbridgeError ? `: ${cause.message}` : "";
	return new WeighbridgeError("data", `this is not a verdict file${why}`, {
		at,
		fix,
		cause
	});
}

export { readShownSamples as a, withdrawVerdict as c, htmlPage as d, ccount as f, VERDICT_FILE as i, writeVerdict as l, HTML_FILE as n, readVerdict as o, stringifyEntitiesLight as p, SHOWN_SAMPLES_FILE as r, renderAgain as s, COMMENT_FILE as t, renderPage as u };