// Examples of each command, as the help shows them; a test holds that each is a line that the command takes.
import type { Locale } from '../model/result.ts';

interface Example {
  readonly line: string;
  readonly about: Readonly<Record<Locale, string>>;
}

const example = (line: string, zh: string, en: string): Example => ({ line: `claimlint ${line}`, about: { zh, en } });

export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  audit: [
    example('audit articles', '审核一个文件夹，报告写到 reports', 'audit a folder, reports go to reports'),
    example('audit articles --format json --out -', '只把 JSON 输出到标准输出', 'print the JSON document and nothing else'),
    example(
      'audit articles --fail-on warning --severity floating-date=off',
      '有警告即失败，不报告浮动日期',
      'fail on warnings, tell no floating dates',
    ),
    example(
      'audit articles --changed-since origin/main --report sarif=a.sarif',
      '只报告本次改动涉及的发现',
      'only what a change takes part in',
    ),
    example('audit articles --watch', '文件一有改动就重新审核', 'audit again whenever a file changes'),
  ],
  check: [
    example('check draft.md --against articles', '把草稿与已发布的文章比较', 'hold a draft against what is published'),
    example(
      'check - --against claimlint.index --stdin-filename new.md',
      '从标准输入读取草稿，与索引比较',
      'a draft on standard input, against an index',
    ),
  ],
  index: [example('index articles --out claimlint.index', '为 check 建立索引', 'an index for check')],
  diff: [
    example('diff origin/main', '工作区与某个版本相比说法有何不同', 'what the work tree says differently'),
    example('diff old.json new.json --format json', '比较两次保存的审核', 'two saved audits'),
  ],
  extract: [
    example('extract articles', '每行一条说法', 'a claim per line'),
    example('extract -', '从标准输入读取 JSON Lines 文章', 'articles as JSON Lines on standard input'),
  ],
  compare: [example('compare claims.jsonl --format markdown --out -', '比较保存的说法', 'compare claims that were saved')],
  report: [example('report reports/audit.json --report html=page.html', '把保存的审核输出为另一种格式', 'another format of a saved audit')],
  explain: [example('explain articles/a.md:12', '第 12 行是怎样读的', 'how line 12 was read')],
  baseline: [
    example('baseline create articles', '记下现有的发现', 'list the findings that there are'),
    example('baseline prune articles', '去掉不再出现的', 'drop what no longer occurs'),
  ],
  waivers: [example('waivers record articles', '记下每项豁免的发现说了什么', 'note what each waived finding says')],
  init: [example('init', '在此写出 claimlint.yaml', 'write claimlint.yaml here')],
  config: [
    example('config print --fail-on never', '每项设置的值和来源', 'each setting with its origin'),
    example('config schema', '供编辑器用的 JSON Schema', 'the JSON Schema for editors'),
  ],
  register: [example('register check --register my-register', '检查自己的基准说法', 'check a register of your own')],
  upcoming: [example('upcoming articles --within 6m', '半年内生效的规定会使哪些文章出错', 'what will be wrong within six months')],
  completion: [
    example('completion bash', '例如：claimlint completion bash >> ~/.bashrc', 'for instance claimlint completion bash >> ~/.bashrc'),
  ],
};
