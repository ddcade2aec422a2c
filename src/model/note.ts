// What the keepers of waivers and of comments in articles should look at. It changes no exit code.

export type NoteCode =
  | 'waiver-expired'
  | 'waiver-unused'
  | 'waiver-changed'
  | 'waiver-malformed'
  | 'waiver-bare'
  | 'suppression-unused'
  | 'suppression-partial'
  | 'suppression-kind'
  | 'suppression-reason'
  | 'suppression-form';

export interface Note {
  readonly code: NoteCode;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}
