// The form of the register's files as JSON Schema, for editors that check while one types.
import { z } from 'zod';
import { registerFile } from './form.ts';

/** The text of claims/register/schema.json. */
export function registerJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(registerFile, { io: 'input', target: 'draft-2020-12' }), null, 2)}\n`;
}
