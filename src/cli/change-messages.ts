// What the commands say of git and of changes, in Chinese and English; part of messages.ts.

export const zh = {
  'option.changed-since': '只列出自该修订以来有改动的文件所涉及的发现（仍读入并比较全部文章），例如 origin/main',
  'git.missing': '找不到 git，请先安装',
  'git.failed': '{command} 失败：{reason}',
  'git.no-repository': '{folder} 不在 git 仓库中：请在文章所在的仓库里运行',
  'git.refused': 'git 不能读取 {folder} 所在的仓库：{reason}',
  'git.ownership': '{folder} 所在的仓库属于其他用户，git 拒绝读取。如果信任它，请运行：git config --global --add safe.directory "$PWD"',
  'git.bad-revision': '{revision} 不是修订：应为分支、标签或提交，例如 origin/main',
  'git.unknown-revision': '仓库里没有修订 {revision}。请检查拼写；远程分支要先取来，例如 git fetch origin main，再用 origin/main',
  'git.unknown-revision.shallow':
    '这是浅克隆，里面没有修订 {revision}。请运行 git fetch --unshallow；在 GitHub Actions 里给 actions/checkout 设置 fetch-depth: 0，在 GitLab 里设置 GIT_DEPTH: 0',
  'git.shallow':
    '这是浅克隆，{revision} 与当前提交的共同祖先不在里面。请运行 git fetch --unshallow；在 GitHub Actions 里给 actions/checkout 设置 fetch-depth: 0，在 GitLab 里设置 GIT_DEPTH: 0',
  'git.unrelated': '{revision} 与 {other} 没有共同的历史，无法知道哪些文件有改动',
  'git.outside': '{count} 个文件不在仓库 {root} 中，按没有改动处理：{files}',
  'git.all-outside': '文章都不在仓库 {root} 中，无法知道哪些有改动。请在文章所在的仓库里运行',
  'command.diff': '列出一次改动说的有什么不同：新增、删去、改变的说法，出现和消除的发现',
  'positional.revisions': '修订或保存的审核结果（audit.json），先旧后新；只给一个时与工作区比较。main... 表示从与 main 的共同祖先起',
  'option.path': '比较哪些文章：文件、文件夹或通配符（可重复；默认取自配置，其次当前文件夹）',
  'diff.too-many': '{value} 多余：diff 比较两个修订或审核结果。要限定文章请用 --path',
  'diff.folder': '{name} 是文件夹，不是修订：要限定文章请用 --path {name}',
  'diff.scoped': '{file} 只列出部分文件的发现，不能用来比较：请不带 --changed-since 重新审核',
  'diff.few-claims': '{file} 没有列出全部说法，不能用来比较：请用 --all-claims --max-evidence 0 重新审核',
  'diff.outside': '{path} 不在仓库 {root} 中，修订里没有它',
  'diff.caller-outside': '请在仓库 {root} 中运行：要比较的路径相对于当前文件夹',
  'git.lacking': '仓库里缺少 {file} 的内容（部分克隆？）。请运行 git fetch --refetch，或者重新完整克隆',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'option.changed-since':
    'only findings in which a file changed since this revision takes part, for instance origin/main; the whole corpus is read and compared',
  'git.missing': 'git was not found: install it first',
  'git.failed': '{command} failed: {reason}',
  'git.no-repository': '{folder} is in no git repository: run it in the repository of the articles',
  'git.refused': 'git cannot read the repository of {folder}: {reason}',
  'git.ownership':
    'the repository of {folder} belongs to another user, and git refuses to read it. If you trust it, run: git config --global --add safe.directory "$PWD"',
  'git.bad-revision': '{revision} is no revision: expected a branch, tag or commit, for instance origin/main',
  'git.unknown-revision':
    'the repository has no revision {revision}. Check the spelling; a remote branch has to be fetched first: git fetch origin main, then origin/main',
  'git.unknown-revision.shallow':
    'this is a shallow clone, and it has no revision {revision}. Run git fetch --unshallow; in GitHub Actions give actions/checkout fetch-depth: 0, in GitLab set GIT_DEPTH: 0',
  'git.shallow':
    'this is a shallow clone, and it lacks the commit from which {revision} and the current one both come. Run git fetch --unshallow; in GitHub Actions give actions/checkout fetch-depth: 0, in GitLab set GIT_DEPTH: 0',
  'git.unrelated': '{revision} and {other} have no history in common, so what has changed cannot be known',
  'git.outside': 'outside of the repository {root}, and therefore taken as unchanged: {files} ({count})',
  'git.all-outside':
    'all articles lie outside of the repository {root}, so what has changed cannot be known. Run it in the repository of the articles',
  'command.diff': 'tell what a change says differently: claims added, dropped, altered, findings opened and closed',
  'positional.revisions':
    'revisions or saved audits (audit.json), the older first; one is compared with the work tree. main... is what main and HEAD both come from',
  'option.path': 'articles to compare: files, folders or globs (repeatable; default: those of the config, else the current folder)',
  'diff.too-many': '{value} is one too many: diff compares two revisions or audits. To name articles, use --path',
  'diff.folder': '{name} is a folder, no revision: to name articles, use --path {name}',
  'diff.scoped': '{file} tells of some files only and cannot be compared: audit anew, without --changed-since',
  'diff.few-claims': '{file} does not list all claims and cannot be compared: audit anew, with --all-claims --max-evidence 0',
  'diff.outside': '{path} lies outside of the repository {root}: no revision has it',
  'diff.caller-outside': 'run it in the repository {root}: the paths to compare are relative to the current folder',
  'git.lacking': 'the clone lacks the content of {file} (a partial clone?). Run git fetch --refetch, or clone it whole',
};
