// Runs a script of this repository with Node 24 and everything installed, from any Node and with nothing installed before:
//   node scripts/with-runtime.mjs scripts/start.ts [arguments]
// This one file must load on very old Node versions to tell them so: no syntax newer than Node 12.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  process.stderr.write(
    '\nThis is Node.js ' +
      process.versions.node +
      '; Zhudian needs 20 or later to begin (it then brings its own 24).\n' +
      '本机 Node.js 版本为 ' +
      process.versions.node +
      '，需要 20 或更高版本。\n' +
      "→ Install a current one from https://nodejs.org/ (or your system's packages, or nvm install 24) and run the command again.\n\n",
  );
  process.exit(1);
} else {
  import('./runtime/main.mjs').then(function (module) {
    return module.main(process.argv.slice(2));
  });
}
