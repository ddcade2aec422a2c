// Loaded into the measured process: tells its peak memory when it ends.

process.on('exit', () => {
  process.stderr.write(`peak-rss-kb ${process.resourceUsage().maxRSS}\n`);
});
