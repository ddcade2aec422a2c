// Lines of JSON → validated records; a line that is none becomes a fault, and the reading goes on.
import { z } from 'zod';
import type { Fault } from '../model/fault.ts';
import type { Locale } from '../model/result.ts';
import { linesOf } from './lines.ts';
import { say } from './messages.ts';

export interface NumberedRecord<T> {
  readonly line: number;
  readonly value: T;
}

/** @param file as it is to be shown in faults @param faults takes the faults */
export async function* recordsOf<T>(
  chunks: AsyncIterable<Uint8Array>,
  schema: z.ZodType<T>,
  file: string,
  locale: Locale,
  faults: Fault[],
): AsyncGenerator<NumberedRecord<T>> {
  for await (const { number: line, text } of linesOf(chunks)) {
    const bad = (message: string): void => void faults.push({ code: 'bad-record', file, line, message });
    if (text === null) {
      bad(say(locale, 'fault.bad-utf8'));
      continue;
    }
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      bad(say(locale, 'fault.bad-json'));
      continue;
    }
    const parsed = schema.safeParse(data);
    if (parsed.success) yield { line, value: parsed.data };
    else {
      const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
      bad(path === '' ? say(locale, 'fault.bad-json') : say(locale, 'fault.bad-record', { field: path }));
    }
  }
}
