// What the commands say of themselves (config, completion, watching), in Chinese and English; part of messages.ts.

export const zh = {
  'option.elsewhere': 'claimlint {command} 没有选项 --{name}：它属于 {commands}',
  'changed-since.compare': '。说法文件里没有 git 的状态，请用 claimlint audit --changed-since，或用 claimlint diff 比较两次保存的审核',
  'command.config': '配置：print 显示每项设置的值和来源，schema 输出供编辑器用的 JSON Schema',
  'positional.config': 'print 或 schema',
  'option.json': '以 JSON 输出',
  'command.completion': '输出 shell 的补全脚本：bash、zsh 或 fish',
  'positional.shell': 'bash、zsh 或 fish',
  'option.watch': '文件一有改动就重新运行，按 Ctrl-C 结束，退出码为最后一次的',
  'watch.waiting': '等待改动（按 Ctrl-C 结束）',
  'watch.changed': '{count} 个文件有改动，重新运行：{files}',
  'watch.stdin': '--watch 不能与标准输入同用',
  'help.examples': '示例：',
  'config.none': '没有找到 claimlint.yaml',
  'config.of': '配置文件 {file}',
  'config.default': '默认',
  'init.schema': '编辑器补全：claimlint config schema > claimlint.schema.json',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'option.elsewhere': 'claimlint {command} has no option --{name}; it is one of {commands}',
  'changed-since.compare':
    '. A file of claims knows no state of git: use claimlint audit --changed-since, or claimlint diff with two saved audits',
  'command.config': 'config: print shows each setting with its origin, schema prints the JSON Schema for editors',
  'positional.config': 'print or schema',
  'option.json': 'print as JSON',
  'command.completion': 'print a completion script for bash, zsh or fish',
  'positional.shell': 'bash, zsh or fish',
  'option.watch': 'run again whenever a file changes; Ctrl-C ends it, with the exit code of the last run',
  'watch.waiting': 'waiting for changes (Ctrl-C ends)',
  'watch.changed': '{count} files changed, running again: {files}',
  'watch.stdin': '--watch cannot be used with standard input',
  'help.examples': 'Examples:',
  'config.none': 'no claimlint.yaml found',
  'config.of': 'config {file}',
  'config.default': 'default',
  'init.schema': 'Completion in editors: claimlint config schema > claimlint.schema.json',
};
