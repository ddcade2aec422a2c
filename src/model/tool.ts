// What the audit document says of the program that made it; a test holds the version to package.json's.

export const TOOL = { name: 'claimlint', version: '0.1.0' } as const;
