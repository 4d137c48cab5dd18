import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';

/** The folder that holds package.json; every tool works there, wherever it was called from. */
export const ROOT = resolve(import.meta.dirname, '..');

/** Whether a command is on this machine's PATH. */
export const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** The script behind a package's command, so that it starts without npx and its pause. */
export const packageScript = (path) => resolve(ROOT, 'node_modules', path);

const exitCodeOf = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0);

const running = new Set();

/** Starts a command in the project's folder; it is asked to stop when this process is. */
export const start = (command, args, options = {}) => {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  running.add(child);
  const ended = new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      running.delete(child);
      done(exitCodeOf(code, signal));
    });
  });
  return { child, ended };
};

/** Runs a command to its end and answers with its exit code. */
export const run = (command, args, options) => start(command, args, options).ended;

/** Runs one of our own or a package's scripts with this Node. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Whether somebody asked this process to stop. */
export let stopping = false;

/**
 * Hands signals on to the children, and lets this process live until they have ended. A terminal's Ctrl-C reaches the
 * children by itself; handing it on as well would count as the impatient second one.
 */
export const forwardSignals = () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopping = true;
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      for (const child of running) child.kill(signal);
    });
  }
};
