// The parts of a DOCX file that are read, taken out of its archive within limits; and what its styles mean.
import { unzipSync } from 'fflate';
import { BadXml, walkXml } from './docx-body.ts';

/** Bytes of a part once it is unpacked: a small file may hold a huge one. */
const MAX_DOCUMENT = 50_000_000;
const MAX_PART = 5_000_000;
const RELATIONS = '_rels/.rels';
const DOCUMENT = 'word/document.xml';

/** What is wrong with an archive; `detail` is for the user. */
export class BadArchive extends Error {
  readonly reason: 'not-docx' | 'encrypted' | 'too-large' | 'damaged';
  constructor(reason: BadArchive['reason'], detail = '') {
    super(detail);
    this.reason = reason;
  }
}

export interface Parts {
  readonly document: string;
  readonly styles: string | null;
}

/** @throws BadArchive, BadXml */
export function unpack(bytes: Uint8Array): Parts {
  // Word keeps old files, and those with a password, in a format of its own.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new BadArchive('encrypted');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new BadArchive('not-docx');
  const relations = take(bytes, RELATIONS, MAX_PART);
  const main = relations === null ? DOCUMENT : mainPart(relations);
  const document = take(bytes, main, MAX_DOCUMENT);
  if (document === null) throw new BadArchive('not-docx');
  return { document, styles: take(bytes, `${main.slice(0, main.lastIndexOf('/') + 1)}styles.xml`, MAX_PART) };
}

/** A part as text; null where there is none. */
function take(bytes: Uint8Array, wanted: string, most: number): string | null {
  let part: Uint8Array | undefined;
  try {
    part = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== wanted) return false;
        if (originalSize > most) throw new BadArchive('too-large', String(Math.ceil(most / 1e6)));
        return true;
      },
    })[wanted];
  } catch (error) {
    if (error instanceof BadArchive) throw error;
    // Whatever the archive library stumbles over: the bytes are not what they say.
    throw new BadArchive('damaged', error instanceof Error ? error.message : '');
  }
  if (part === undefined) return null;
  const encoding = part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(part);
  } catch {
    throw new BadXml(encoding);
  }
}

/** The name of the part that is the document. */
function mainPart(relations: string): string {
  let target = DOCUMENT;
  walkXml(
    relations,
    (name, value) => {
      if (name === 'Relationship' && value('Type')?.endsWith('/officeDocument')) target = value('Target') ?? target;
    },
    () => {},
    () => {},
  );
  return target.replace(/^\/+/, '');
}

export interface Style {
  /** The name that Word gives it in every language. */
  name: string;
  basedOn: string | null;
  outline: number | null;
  list: number | null;
}

/** By id. @throws BadXml */
export function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let own: Style | null = null;
  const path: string[] = [];
  walkXml(
    xml,
    (name, value) => {
      const parent = path.at(-1);
      path.push(name);
      if (name === 'style') styles.set(value('styleId') ?? '', (own = { name: '', basedOn: null, outline: null, list: null }));
      if (own === null) return;
      if (name === 'name' && parent === 'style') own.name = value('val') ?? '';
      else if (name === 'basedOn') own.basedOn = value('val');
      else if (name === 'outlineLvl') own.outline = Number.parseInt(value('val') ?? '9', 10);
      else if (name === 'numId') own.list ??= 0;
      else if (name === 'ilvl') own.list = Math.min(8, Number.parseInt(value('val') ?? '0', 10) || 0);
    },
    (name) => {
      path.pop();
      if (name === 'style') own = null;
    },
    () => {},
  );
  return styles;
}
