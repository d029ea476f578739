/** The one line that says why a command cannot begin, and what to do. */

const oldest = { major: 20, minor: 19 };

/** Empty when this Node is new enough. */
export function refusalOfNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return '';
  return `Node ${version} is too old: install Node ${oldest.major}.${oldest.minor} or newer, then run the command again.`;
}

const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network/i;

/** What an installation that failed said, in one line when the net is the reason. */
export function refusalOfInstall(stderr) {
  if (unreachable.test(stderr)) {
    return 'The packages could not be fetched: connect this machine to the npm registry, then run the command again.';
  }
  return `${stderr.trim()}\nThe packages could not be installed; the lines above say why.`;
}

/** A port that another program holds. */
export function refusalOfPort(port, variable) {
  return `Port ${port} is in use: stop the program that holds it, or choose another with ${variable}=<port> npm start.`;
}
