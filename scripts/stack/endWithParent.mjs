// Loaded into every part that is a Node process (node --import): stops it when the start that runs it is gone, however it
// went. Without this a killed start would leave Directus sending mail with nobody watching.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 1_000).unref();
