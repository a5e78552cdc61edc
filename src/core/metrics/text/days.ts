/** Which number of a date such as 03/04/2024 is the day; `iso` reads none of these. */
export type DayOrder = 'iso' | 'day_first' | 'month_first';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
/** RFC 3339 with or without a time, which is not compared. */
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/;
const NAMED_DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? ([A-Za-z]{3,9})\.?,? (\d{4})$/;
const NAMED_MONTH_FIRST = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;

/** The day that a text names, as YYYY-MM-DD; null where it names none, or could mean two. Months are English. */
export function dayOf(text: string, order: DayOrder): string | null {
  const plain = text.trim();
  const [, isoYear, isoMonth, isoDay] = ISO.exec(plain) ?? YEAR_FIRST.exec(plain) ?? [];
  if (isoYear !== undefined) return day(isoYear, isoMonth, isoDay);
  const [, first, second, year] = NUMBERS.exec(plain) ?? [];
  // With points it is the day that stands first, wherever dates are written so.
  if (first !== undefined && plain.includes('.')) return day(year, second, first);
  if (first !== undefined) {
    if (order === 'iso') return null;
    return order === 'day_first' ? day(year, second, first) : day(year, first, second);
  }
  const [, namedDay, month, namedYear] = NAMED_DAY_FIRST.exec(plain) ?? [];
  if (month !== undefined) return day(namedYear, monthOf(month), namedDay);
  const [, monthFirst, dayAfter, yearAfter] = NAMED_MONTH_FIRST.exec(plain) ?? [];
  return monthFirst === undefined ? null : day(yearAfter, monthOf(monthFirst), dayAfter);
}

/** By its name or the beginning of it; 0 of none. */
const monthOf = (name: string): string =>
  String(MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1);

function day(year = '', month = '', date = ''): string | null {
  const [m, d] = [Number(month), Number(date)];
  const written = `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  const time = new Date(`${written}T00:00:00Z`);
  // The thirtieth of February is none: it would be read as the first of March.
  return Number.isNaN(time.getTime()) || time.getUTCDate() !== d ? null : written;
}
