// Loaded into the measured process: tells its peak memory and its CPU time when it ends.

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(`peak-rss-kb ${maxRSS}\ncpu-us ${userCPUTime + systemCPUTime}\n`);
});
