// claimlint waivers: the list of decisions. `record` writes down what each waived finding says, so that the decision holds for that and not for an id alone.
import { isMap, isSeq, parseDocument } from 'yaml';
import { knownOf } from '../../gate/baseline.ts';
import type { Files, KnownFinding } from '../../gate/baseline.ts';
import { meet } from '../../gate/waivers.ts';
import type { FindingWaiver } from '../../gate/waivers.ts';
import type { AuditResult } from '../../model/result.ts';
import { auditAsAsked } from '../audited.ts';
import type { Command } from '../command.ts';
import { CliError } from '../error.ts';
import { completeness } from '../exit.ts';
import { say } from '../messages.ts';
import { didYouMean, READING, REGISTER } from '../options.ts';
import { writeWhole } from '../output.ts';
import { settingsOf, shown } from '../settings.ts';
import { readWaivers, waiverFiles } from '../waivers-file.ts';
import type { WaiversFile } from '../waivers-file.ts';

const ACTIONS = ['record'] as const;

export const waivers: Command = {
  name: 'waivers',
  positionals: '<action> [paths..]',
  positional: ['positional.waivers', 'positional.paths'],
  about: 'command.waivers',
  options: ['waivers', 'as-of', 'severity', 'no-cache', ...REGISTER, ...READING],
  async run(args, io, early) {
    const asked = await settingsOf(args, io, early);
    const { locale, config } = asked;
    const [action = '', ...positionals] = args.positionals;
    if (!ACTIONS.some((one) => one === action))
      throw new CliError(
        say(locale, 'bad.action', { value: action, choices: ACTIONS.join(', ') }) + (await didYouMean(action, ACTIONS, locale)),
      );
    // The example corpus is nobody's to decide about.
    if (positionals.length === 0 && (config === null || config.paths.length === 0)) throw new CliError(say(locale, 'baseline.no-paths'));
    const list = await readWaivers(args, asked, io);
    if (list === null) throw new CliError(say(locale, 'waivers.none'));
    const settings = { ...asked, allClaims: false, unread: false };
    const result = await auditAsAsked({ ...args, positionals }, settings, io);
    const records = recordsOf(list.waivers, result, waiverFiles(result, settings, io));
    const text = withRecords(list, records);
    if (text !== list.text) writeWhole([{ file: list.file, pieces: () => [text] }], io, locale);
    const told = { file: shown(list.file, io), count: list.waivers.length, recorded: records.size };
    if (!settings.quiet) io.err(`${say(locale, 'waivers.recorded', told)}\n`);
    return completeness(result.faults);
  },
};

/** What an entry is about now. */
interface Record {
  readonly finding: string;
  readonly said: KnownFinding;
}

/** By index: entries that are about one finding, which no other entry is about. */
function recordsOf(list: readonly FindingWaiver[], result: AuditResult, files: Files): Map<number, Record> {
  const met = meet(result, list, files);
  const records = new Map<number, Record>();
  for (const [index, waiver] of list.entries()) {
    const [at, ...more] = met.flatMap((own, finding) => (own.includes(waiver) ? [finding] : []));
    if (at === undefined || more.length > 0 || met[at]!.length > 1) continue;
    const finding = result.findings[at]!;
    records.set(index, { finding: finding.id, said: knownOf([finding], result, files)[0]! });
  }
  return records;
}

/** The list with the records in it; its comments and its order stay. */
function withRecords({ text, pathTo }: WaiversFile, records: ReadonlyMap<number, Record>): string {
  const document = parseDocument(text);
  for (const [index, { finding, said }] of records) {
    const entry = document.getIn(pathTo(index));
    if (!isMap(entry)) continue;
    const { file, ...rest } = said;
    const written = file === null ? rest : { ...rest, file };
    const before: unknown = isMap(entry.get('said')) ? (entry.get('said') as { toJSON(): unknown }).toJSON() : null;
    if (entry.get('finding') === finding && JSON.stringify(before) === JSON.stringify(written)) continue;
    entry.set('finding', finding);
    const node = document.createNode(written);
    const sides = isMap(node) ? node.get('sides') : null;
    if (isSeq(sides))
      for (const side of sides.items) {
        const prints = isMap(side) ? side.get('fingerprints') : null;
        if (isSeq(prints)) prints.flow = true;
      }
    entry.flow = false;
    entry.set('said', node);
  }
  return records.size === 0 ? text : document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
