// What must be settled before anything else is loaded: whether this Node is recent enough, and what it is not to tell users.

/** Ends the process where Node is too old. */
export function settleNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    const zh = /^en(?:[_.]|$)/i.test(process.env['LC_ALL'] ?? '') ? '' : `claimlint 需要 Node 22.18 以上，这里是 ${process.version}。`;
    process.stderr.write(`${zh}claimlint needs Node 22.18 or later, this is ${process.version}.\n`);
    process.exit(2);
  }
  // What is kept between runs lies in files of SQLite. Older versions of Node tell every user that its module for them is young.
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]): void => {
    if (!/SQLite is an experimental/.test(String(warning))) Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
}
