/** Runs a program to its end, with its output shown or captured. */
import { spawn } from 'node:child_process';

/** Resolves with `{code, output}`; `quiet` captures instead of showing. */
export function run(program, args, { quiet = false, env = {}, cwd } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      cwd,
      shell: process.platform === 'win32',
    });
    let output = '';
    const take = (chunk) => {
      output += chunk;
      if (!quiet) process.stdout.write(chunk);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Like `run`, but ends the process with one line when the program fails. */
export async function mustRun(what, program, args, options) {
  const { code, output } = await run(program, args, options);
  if (code === 0) return output;
  if (options?.quiet) process.stdout.write(output);
  console.error(`${what} failed (exit code ${code}); the lines above say why.`);
  process.exit(1);
}

/** Path of a program that an installed package brings. */
export function bin(name) {
  return `node_modules/.bin/${name}`;
}
