/** Finds Chromium; installs Debian's when this machine lets it; else names the fix. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Returns the path of a browser. Ends the process with one line when there is none to be had. */
export function findChromium() {
  const found = process.env.CHROMIUM ?? places.find((path) => existsSync(path)) ?? installed();
  if (found && existsSync(found)) return found;
  console.error(
    'Chromium was not found: install it (on Debian "apt-get install chromium"), or set CHROMIUM to the path of Chrome or Chromium.',
  );
  process.exit(1);
}

function installed() {
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return undefined;
  console.log('Installing Chromium from Debian …');
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core'], options);
  return places.find((path) => existsSync(path));
}
