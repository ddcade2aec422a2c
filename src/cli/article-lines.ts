// Articles as lines of JSON on standard input: { id?, file?, title, text, region?, published? }; other keys are ignored.
import { z } from 'zod';
import type { Fault } from '../model/fault.ts';
import type { ArticleRecord } from '../model/record.ts';
import type { Locale } from '../model/result.ts';
import { recordsOf } from './record-lines.ts';

const article = z.object({
  id: z.string().min(1).optional(),
  file: z.string().min(1).optional(),
  title: z.string(),
  text: z.string(),
  region: z.string().nullish(),
  published: z.iso.date().nullish(),
});

/** Where id and file are missing, the line gives them: `stdin#3`. @param faults takes what is no article */
export async function* articleRecords(chunks: AsyncIterable<Uint8Array>, locale: Locale, faults: Fault[]): AsyncGenerator<ArticleRecord> {
  for await (const { line, value } of recordsOf(chunks, article, 'stdin', locale, faults)) {
    const id = value.id ?? value.file ?? `stdin#${line}`;
    const { title, text, region = null, published = null } = value;
    yield { id, file: value.file ?? id, title, text, region, published };
  }
}
