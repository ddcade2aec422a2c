// Numbers as people write them: 25 · 25,912 · 1.2万 · 3万2千 · 二十五 · 三千六 · 一万二 · 贰佰. One pass, no look-back.

export interface Numeral {
  readonly end: number;
  readonly value: number;
  /** Begins with Arabic digits. */
  readonly digits: boolean;
  /** The 百, 千, 万 or 亿 on which it ends (“10万”: 10000), else 1: “5至10万” gives it to both numbers. */
  readonly scale: number;
}

const DIGITS = '〇一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
/** Code unit → digit 0–9 (+1, so that 0 is “none”). */
const digitOf = new Uint8Array(65536);
/** Code unit → power of ten of the unit: 十 1, 百 2, 千 3, 万 4, 亿 8. */
const powerOf = new Uint8Array(65536);
for (let d = 0; d < 10; d++) {
  digitOf[DIGITS.charCodeAt(d)] = d + 1;
  digitOf[FORMAL.charCodeAt(d)] = d + 1;
}
const OTHERS = [
  ['两俩', 3],
  ['貳', 3],
  ['陸', 7],
  ['○', 1],
] as const;
for (const [chars, value] of OTHERS) for (const c of chars) digitOf[c.charCodeAt(0)] = value;
for (const [chars, power] of [
  ['十拾', 1],
  ['百佰', 2],
  ['千仟', 3],
  ['万萬', 4],
  ['亿億', 8],
] as const)
  for (const c of chars) powerOf[c.charCodeAt(0)] = power;
const ZERO = 0x30;
const NINE = 0x39;
const COMMA = 0x2c;
const DOT = 0x2e;
const POINT = 0x70b9; // 点
const FRACTION = 0x5206; // 分, as in 百分点, where 百 is no hundred
const TWENTY = 0x5eff; // 廿
const THIRTY = 0x5345; // 卅
/** Beyond this many digits it is an account or telephone number. */
const MAX_DIGITS = 15;
/** After 三百 a lone digit before one of these counts them (三百一年 = 300 a year) and is no elided ten. */
const CLASSIFIERS = new Set([...'年个月天日次周季岁人份档倍级类项种'].map((c) => c.charCodeAt(0)));

/** The code units that are one digit: 0–9 and all Chinese ones. */
export const DIGIT_CODES: readonly number[] = [...`0123456789${DIGITS}${FORMAL}${OTHERS.map(([chars]) => chars).join('')}`].map((char) =>
  char.charCodeAt(0),
);

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** The value of one Chinese digit (〇–九, 两, formal ones), or -1. */
export function chineseDigit(code: number): number {
  return (digitOf[code] ?? 0) - 1;
}

/** 1–4 and 8 for 十 百 千 万 亿, else 0. */
export function chinesePower(code: number): number {
  return powerOf[code] ?? 0;
}

/** Reads the number that begins at `at`, or null. 十来, 几 and 多 are not part of it; 二五 and 百八 are no numbers. */
export function readNumeral(text: string, at: number): Numeral | null {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return readArabic(text, at);
  // 百岁老人: of ages only, a bare hundred is a number.
  if (powerOf[code] === 2 && (text.startsWith('岁', at + 1) || text.startsWith('周岁', at + 1)))
    return { end: at + 1, value: 100, digits: false, scale: 1 };
  if (digitOf[code] || powerOf[code] === 1 || code === TWENTY || code === THIRTY) return readChinese(text, at);
  return null;
}

function readArabic(text: string, at: number): Numeral | null {
  let end = at;
  let mantissa = 0;
  while (isDigit(text.charCodeAt(end))) {
    if (end - at >= MAX_DIGITS) return null;
    mantissa = mantissa * 10 + text.charCodeAt(end) - ZERO;
    end++;
  }
  if (end - at <= 3) {
    while (text.charCodeAt(end) === COMMA && threeDigits(text, end + 1)) {
      if (end - at >= MAX_DIGITS) return null;
      mantissa = mantissa * 1000 + Number(text.slice(end + 1, end + 4));
      end += 4;
    }
  }
  let decimals = 0;
  if (text.charCodeAt(end) === DOT && isDigit(text.charCodeAt(end + 1))) {
    end++;
    while (isDigit(text.charCodeAt(end))) {
      if (++decimals + (end - at) > MAX_DIGITS * 2) return null;
      mantissa = mantissa * 10 + text.charCodeAt(end) - ZERO;
      end++;
    }
    if (text.charCodeAt(end) === DOT && isDigit(text.charCodeAt(end + 1))) return null; // 1.2.3 and 2025.7.1
  }
  let scale = 1;
  let power = powerOf[text.charCodeAt(end)] ?? 0;
  if ((power === 2 || power === 3) && text.charCodeAt(end + 1) !== FRACTION) {
    scale = 10 ** power;
    power = powerOf[text.charCodeAt(++end)] ?? 0;
  }
  if (power >= 4) {
    scale *= 10 ** power;
    end++;
  }
  let value = (mantissa * scale) / 10 ** decimals;
  if (scale === 1e4) {
    const rest = readThousands(text, end);
    if (rest) {
      value += rest.value;
      return { end: rest.end, value, digits: true, scale: 1 };
    }
  }
  return { end, value, digits: true, scale };
}

function threeDigits(text: string, at: number): boolean {
  for (let i = 0; i < 3; i++) if (!isDigit(text.charCodeAt(at + i))) return false;
  return !isDigit(text.charCodeAt(at + 3));
}

/** What may follow 3万: 2千 · 2000. */
function readThousands(text: string, at: number): { end: number; value: number } | null {
  const first = text.charCodeAt(at);
  if (!isDigit(first)) return null;
  if (powerOf[text.charCodeAt(at + 1)] === 3) return { end: at + 2, value: (first - ZERO) * 1000 };
  if (!threeDigits(text, at + 1)) return null;
  const end = at + 4;
  return text.startsWith('年', end) ? null : { end, value: Number(text.slice(at, end)) };
}

function readChinese(text: string, at: number): Numeral | null {
  let total = 0; // what stands before 亿 or 万
  let section = 0; // below 万
  let digit = -1; // a digit whose unit has not come yet
  let last = 9; // power of the last unit; units fall within a section
  let big = 9; // power of the last 万 or 亿
  let zero = false;
  let scale = 1;
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const d = (digitOf[code] ?? 0) - 1;
    if (d > 0) {
      if (digit >= 0) return null; // 二五
      digit = d;
      scale = 1;
      continue;
    }
    if (d === 0) {
      if (digit >= 0 || zero) return null; // 二〇 is a year, not a number
      if (last === 9 && big === 9) return readZero(text, end);
      zero = true;
      continue;
    }
    if (code === TWENTY || code === THIRTY) {
      if (digit >= 0 || last <= 1) break;
      section += code === TWENTY ? 20 : 30;
      last = 1;
      continue;
    }
    const power = powerOf[code] ?? 0;
    if (power === 0) {
      if (code !== POINT || last !== 9 || big !== 9 || digit < 0) break;
      return readFraction(text, end, digit);
    }
    if (power === 2 && text.charCodeAt(end + 1) === FRACTION) break;
    if (power < 4) {
      if (power >= last || (digit < 0 && power !== 1)) break;
      scale = digit >= 0 && section === 0 && total === 0 && power > 1 ? 10 ** power : 1;
      section += (digit < 0 ? 1 : digit) * 10 ** power;
      digit = -1;
      last = power;
    } else {
      const whole = section + Math.max(digit, 0);
      if (power >= big && !(power === 8 && big === 4)) break;
      if (whole === 0 && (total === 0 || power !== 8)) break;
      total = power === 8 ? (total + whole) * 1e8 : total + whole * 1e4;
      scale = total === whole * 10 ** power ? 10 ** power : 1;
      section = 0;
      digit = -1;
      last = 9;
      big = power;
    }
    zero = false;
  }
  if (digit >= 0) {
    const power = last < 9 ? last : big < 9 ? big : 0;
    if (power > 1 && !zero) {
      if (CLASSIFIERS.has(text.charCodeAt(end))) {
        end--; // 三百一年
      } else section += digit * 10 ** (power - 1); // 三千六, 一万二
    } else section += digit;
  } else if (zero) end--;
  if (end <= at || isDigit(text.charCodeAt(end))) return null;
  return { end, value: total + section, digits: false, scale };
}

function readZero(text: string, at: number): Numeral | null {
  const next = text.charCodeAt(at + 1);
  if (next === POINT) return readFraction(text, at + 1, 0);
  return digitOf[next] || powerOf[next] || isDigit(next) ? null : { end: at + 1, value: 0, digits: false, scale: 1 };
}

/** 二点五 · 三点五万, from the 点 on. */
function readFraction(text: string, at: number, whole: number): Numeral | null {
  let mantissa = whole;
  let end = at + 1;
  let d = chineseDigit(text.charCodeAt(end));
  if (d < 0) return { end: at, value: whole, digits: false, scale: 1 };
  for (; d >= 0 && end - at < MAX_DIGITS; d = chineseDigit(text.charCodeAt(++end))) mantissa = mantissa * 10 + d;
  const decimals = end - at - 1;
  const power = powerOf[text.charCodeAt(end)] ?? 0;
  const scale = power >= 4 ? 10 ** power : 1;
  if (power >= 4) end++;
  return { end, value: (mantissa * scale) / 10 ** decimals, digits: false, scale };
}
