// What the commands say of git and of changes, in Chinese and English; part of messages.ts.

export const zh = {
  'option.changed-since': '只列出自该修订以来有改动的文件所涉及的发现（仍读入并比较全部文章），例如 origin/main',
  'git.missing': '找不到 git：请安装 git，或者去掉 --changed-since',
  'git.failed': '{command} 失败：{reason}',
  'git.no-repository': '{folder} 不在 git 仓库中，无法知道哪些文件有改动。请在仓库里运行，或者去掉 --changed-since',
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
} as const;

export const en: Record<keyof typeof zh, string> = {
  'option.changed-since':
    'only findings in which a file changed since this revision takes part, for instance origin/main; the whole corpus is read and compared',
  'git.missing': 'git was not found: install it, or leave out --changed-since',
  'git.failed': '{command} failed: {reason}',
  'git.no-repository':
    '{folder} is in no git repository, so what has changed cannot be known. Run it in the repository, or leave out --changed-since',
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
  'git.outside': '{count} files lie outside of the repository {root} and are taken as unchanged: {files}',
  'git.all-outside':
    'all articles lie outside of the repository {root}, so what has changed cannot be known. Run it in the repository of the articles',
};
