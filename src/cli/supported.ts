// What must be settled before anything else is loaded: whether this Node is recent enough, what it is not to tell users, and when V8 optimises.

/** Ten times as many calls as V8 waits for by itself (Node 22 to 26). */
const LATE = [
  '--invocation-count-for-maglev=4000',
  '--invocation-count-for-turbofan=30000',
  '--invocation-count-for-early-optimization=300',
];
/** Versions of V8 that know these flags; others would complain of them. */
const KNOWING = /^1[234]\./;

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
  // A run that reads a draft is over before what it has optimised pays, and a quarter of its work was that; one of 300 articles is none the slower (docs/performance.md).
  if (KNOWING.test(process.versions.v8)) {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8');
    for (const flag of LATE) setFlagsFromString(flag);
  }
}
