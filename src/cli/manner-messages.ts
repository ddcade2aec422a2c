// What the commands say of themselves (config, completion, watching), in Chinese and English; part of messages.ts.

export const zh = {
  'command.config': '配置：print 显示每项设置的值和来源，schema 输出供编辑器用的 JSON Schema',
  'positional.config': 'print 或 schema',
  'option.json': '以 JSON 输出',
  'config.none': '没有找到 claimlint.yaml',
  'config.of': '配置文件 {file}',
  'config.default': '默认',
  'init.schema': '编辑器补全：claimlint config schema > claimlint.schema.json',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'command.config': 'config: print shows each setting with its origin, schema prints the JSON Schema for editors',
  'positional.config': 'print or schema',
  'option.json': 'print as JSON',
  'config.none': 'no claimlint.yaml found',
  'config.of': 'config {file}',
  'config.default': 'default',
  'init.schema': 'Completion in editors: claimlint config schema > claimlint.schema.json',
};
