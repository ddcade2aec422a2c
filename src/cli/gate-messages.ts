// What the commands say of known and waived findings, in Chinese and English; part of messages.ts.

export const zh = {
  'command.baseline': '管理已知发现的清单：create 写出，prune 去掉不再出现的，check 比对',
  'command.waivers': '豁免清单：record 记下每项豁免的发现说了什么，使豁免随说法成立，不只认编号',
  'positional.waivers': 'record',
  'positional.baseline': 'create、prune 或 check',
  'option.baseline': '已知发现的清单（claimlint baseline create 写出，默认 claimlint-baseline.json）：其中的发现标为已知，不计入退出码',
  'option.add': '把新发现加入已有的清单',
  'option.waivers': '豁免清单（默认 claims/waivers.yaml，如果有）：其中的发现标为已豁免，不计入退出码',
  'option.no-inline-suppressions': '不理会文章中的 claimlint-disable 注释，例如审核别人的文章时',
  'waivers.missing': '找不到豁免清单 {file}',
  'waivers.none': '没有豁免清单：请写出 claims/waivers.yaml，或用 --waivers 指定',
  'waivers.recorded': '{file}：{count} 条豁免中，{recorded} 条已记下说法',
  'waivers.twice': '{finding} 在第 {first} 行已经写过：同一个发现只能有一个决定',
  'baseline.missing': '找不到清单 {file}。可用 claimlint baseline create 写出',
  'baseline.exists': '{file} 已存在，没有改动。加入新发现用 --add，重新写出用 --force，去掉不再出现的用 claimlint baseline prune',
  'baseline.other-paths': '{file} 是审核 {paths} 得到的：只审核其中一部分，无法知道哪些不再出现。请给出同样的路径',
  'baseline.no-paths': '没有给出路径，配置文件里也没有 paths：请给出要审核的文件或文件夹',
  'baseline.created': '已写出 {file}：{count} 项已知发现，其中新加入 {added} 项。审核时用 --baseline，或在 claimlint.yaml 里写 baseline',
  'baseline.pruned': '{file}：去掉 {gone} 项，留下 {count} 项',
  'baseline.checked': '{file}：{count} 项已知发现；不再出现（-）{gone} 项，清单里没有（+）{added} 项',
  'baseline.incomplete': '{file} 没有改动：有文章未能读取，其中的发现也许还在',
  'baseline.gone': '{file} 里有 {gone} 项不再出现（共 {findings} 项）：用 claimlint baseline prune 去掉',
  'data.syntax': '不是 JSON：{detail}',
  'data.conflict': '有未解决的合并冲突。两边的条目都留下，删去冲突标记即可',
  'data.too-large': '{file} 超过 128 MB',
  'data.unreadable': '无法读取 {file}：{reason}',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'command.baseline': 'keep the list of known findings: create writes it, prune drops what is gone, check compares',
  'command.waivers':
    'the list of waivers: record notes what each waived finding says, so that the decision holds for that and not for an id alone',
  'positional.waivers': 'record',
  'positional.baseline': 'create, prune or check',
  'option.baseline':
    'list of known findings (claimlint baseline create writes it, by default claimlint-baseline.json): they are marked as known and do not count for the exit code',
  'option.add': 'add new findings to the list that there is',
  'option.waivers':
    'list of waivers (default: claims/waivers.yaml, where there is one): its findings are marked as waived and do not count for the exit code',
  'option.no-inline-suppressions': 'leave aside claimlint-disable comments in articles, for instance in those of strangers',
  'waivers.missing': 'no list of waivers {file}',
  'waivers.none': 'no list of waivers: write claims/waivers.yaml, or name one by --waivers',
  'waivers.recorded': '{file}: of {count} waivers, what {recorded} say is on record',
  'waivers.twice': '{finding} stands in line {first} already: a finding has one decision',
  'baseline.missing': 'no baseline {file}: claimlint baseline create writes one',
  'baseline.exists':
    '{file} exists and was left alone. To add new findings use --add, to write it anew --force, to drop what is gone claimlint baseline prune',
  'baseline.other-paths': '{file} was made of {paths}: an audit of less cannot tell what is gone. Give the same paths',
  'baseline.no-paths': 'no path given, and no paths in a config: name the files or folders to audit',
  'baseline.created':
    'written: {file}, {count} known findings, {added} of them added now. Audit with --baseline, or name it in claimlint.yaml as baseline',
  'baseline.pruned': '{file}: {gone} dropped, {count} left',
  'baseline.checked': '{file}: {count} known findings; {gone} no longer occur (-), {added} are not in it (+)',
  'baseline.incomplete': '{file} was left alone: articles could not be read, and what they say may still occur',
  'baseline.gone': '{gone} of {findings} known findings in {file} no longer occur: claimlint baseline prune drops them',
  'data.syntax': 'not JSON: {detail}',
  'data.conflict': 'a merge conflict is left here: keep the entries of both sides and delete the markers',
  'data.too-large': '{file} is larger than 128 MB',
  'data.unreadable': 'cannot read {file}: {reason}',
};
