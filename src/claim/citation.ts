// Which document an article rests on: the first that it cites by number.

/** 国办发〔2021〕14号, 沪医保规[2025]7号: who issues, year, number. In folded text brackets are plain. */
const NUMBERED = /\p{Script=Han}{2,12}[\u3014[(\u3010]((?:19|20)\d{2})[\u3015\])\u3011]\d{1,4}号/u;
/** With which each of them ends. */
const NUMBER = '\u53f7';
/** Articles cite near their head or where they quote; farther than this nobody looks. */
const REACH = 20_000;

/** The document's number as it is written, or null. */
export function citationIn(text: string): string | null {
  if (!text.includes(NUMBER)) return null;
  const found = NUMBERED.exec(text.slice(0, REACH));
  if (found === null) return null;
  return found[0].replace(/^.*?(?:根据|按照|依据|按|据|的|《[^》]*》)(?=\p{Script=Han}{2})/u, '');
}
