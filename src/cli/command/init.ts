// claimlint init: a commented config to start from.
import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { Locale } from '../../model/result.ts';
import type { Command } from '../command.ts';
import { CliError } from '../error.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { say, LOCALES } from '../messages.ts';
import { flag, oneOf, single } from '../options.ts';
import { writeWhole } from '../output.ts';

const FILE = 'claimlint.yaml';

export const init: Command = {
  name: 'init',
  positionals: '',
  positional: null,
  about: 'command.init',
  options: ['force', 'locale'],
  async run(args, io, early) {
    const named = single(args, 'locale');
    const locale = named === null ? early : await oneOf('locale', named, LOCALES, early);
    const file = join(io.cwd, FILE);
    if (existsSync(file) && !flag(args, 'force')) throw new CliError(say(locale, 'init.exists', { file: FILE }));
    const paths = articlesIn(io.cwd);
    writeWhole([{ file, pieces: () => [head(io, locale), fitted(TEMPLATE[locale], paths, io.cwd)] }], io, locale);
    io.err(`${say(locale, 'init.written', { file: FILE, paths })}\n`);
    return EXIT.clean;
  },
};

/** Where articles usually are; whatever else is below a project's folder is seldom meant. */
const USUAL = ['articles', 'content', 'src/content'];
const BASELINE = 'claimlint-baseline.json';

const articlesIn = (folder: string): string =>
  USUAL.find((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory()) ?? '.';

/** The template with what is there already. */
function fitted(template: string, paths: string, folder: string): string {
  const named = template.replace('paths:\n  - .\n', `paths:\n  - ${paths}\n`);
  return existsSync(join(folder, BASELINE)) ? named.replace(`# baseline: ${BASELINE}`, `baseline: ${BASELINE}`) : named;
}

/** What editors look for: the form of the file, where the package lies below this folder, so that the line holds for everybody. */
function head(io: Io, locale: Locale): string {
  const schema = relative(io.cwd, join(io.home, 'schema', 'claimlint.schema.json')).replaceAll('\\', '/');
  return schema.startsWith('../') || isAbsolute(schema)
    ? `# ${say(locale, 'init.schema')}\n\n`
    : `# yaml-language-server: $schema=./${schema}\n\n`;
}

/** Every key with its default. */
const TEMPLATE = {
  zh: `# claimlint 的配置。路径都相对于本文件所在的文件夹，且不能指向它之外。

# 要审核的文件、文件夹或通配符；命令行上给出路径时以命令行为准。
paths:
  - .

# 不审核的文件。
exclude: []
#  - "drafts/**"

# 内容管理系统导出的文件（CSV、JSON Lines）：哪一列是什么。见 docs/sources.md。
# sources:
#   - files: export/posts.csv
#     id: post_id
#     title: post_title
#     body: post_content
#     format: html

# 保存下来的门户页面等的版式文件，排在随附的之前：格式见 packs/layouts。
# layouts: [layouts/portal.yaml]

# check 把草稿与哪些文章比较；不写则为 paths。
# against: [articles]

# 报告写到哪里，写哪些格式：json、markdown、html、summary、xlsx、csv、csv-claims、
# sarif、github、gitlab、junit、rdjson。
out: reports
formats: [json, markdown, html]

# 报告里的链接指向哪里：代码托管站上的地址、带 {file} 和 {line} 的模板，或 auto（取自 CI）；不写则为相对链接。
# links: https://github.com/owner/repository/blob/main/

# 达到此级别即以 1 退出：error、warning、info、never。
failOn: error

# 各类发现的级别：error、warning、info，off 为不报告。
severities: {}
#  floating-date: off
#  exception: error

# 仅因时间推移而有的发现（期限过了、有了新规定）：fail 计入退出码，report 只报告。
clockFindings: fail

# 已知发现的清单（claimlint baseline create 写出）：其中的发现不再使退出码为 1。
# baseline: claimlint-baseline.json

# 豁免清单（HTML 报告可以导出）：不写则用 claims/waivers.yaml（如果有），false 不用。
# waivers: claims/waivers.yaml

# 是否理会文章中的 claimlint-disable 注释。
# inlineSuppressions: true

# 基准说法（官方规定）的文件夹：不写用随附的，false 不与规定比较。
# register: my-register

# 报告和提示的语言：zh 或 en。
locale: zh

# 附加的词表文件夹。
packs: []
`,
  en: `# Config of claimlint. Paths are relative to the folder of this file and cannot leave it.

# Files, folders or globs to audit; paths on the command line take their place.
paths:
  - .

# What is not audited.
exclude: []
#  - "drafts/**"

# Exports of a CMS (CSV, JSON Lines) among the files, and which column is what. See docs/sources.md.
# sources:
#   - files: export/posts.csv
#     id: post_id
#     title: post_title
#     body: post_content
#     format: html

# Layouts of crawled pages and the like, before the shipped ones; their form: packs/layouts.
# layouts: [layouts/portal.yaml]

# What check holds drafts against; left out, paths.
# against: [articles]

# Where reports are written, and in which formats: json, markdown, html, summary, xlsx, csv, csv-claims,
# sarif, github, gitlab, junit, rdjson.
out: reports
formats: [json, markdown, html]

# Where reports link to: an address on a code host, a template with {file} and {line}, or auto (taken from the CI job); left out, relative links.
# links: https://github.com/owner/repository/blob/main/

# Exit with 1 from this severity on: error, warning, info, never.
failOn: error

# How severe findings of a kind are: error, warning, info; off for none of them.
severities: {}
#  floating-date: off
#  exception: error

# Findings that only time has made (a deadline has passed, a new rule is in force): fail counts them for the exit code, report shows them.
clockFindings: fail

# The list of known findings (claimlint baseline create writes it): those do not fail the gate.
# baseline: claimlint-baseline.json

# The list of waivers (the HTML report exports it): left out, claims/waivers.yaml where there is one; false, none.
# waivers: claims/waivers.yaml

# Whether claimlint-disable comments in articles are heeded.
# inlineSuppressions: true

# Folder of reference claims (what is officially in force): left out, the shipped ones; false, none.
# register: my-register

# Language of reports and messages: zh or en.
locale: en

# Additional pack folders.
packs: []
`,
} as const satisfies Record<Locale, string>;
