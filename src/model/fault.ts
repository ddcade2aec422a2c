// Failures, as opposed to findings: what could not be read or done.

export type FaultCode =
  | 'unreadable'
  | 'binary'
  | 'encoding'
  | 'empty'
  | 'too-large'
  | 'front-matter'
  | 'no-body'
  | 'not-analysed'
  | 'bad-record'
  | 'damaged'
  | 'outdated';

export interface Fault {
  readonly code: FaultCode;
  readonly file: string;
  /** 1-based line, where one is known. */
  readonly line: number | null;
  readonly message: string;
}
