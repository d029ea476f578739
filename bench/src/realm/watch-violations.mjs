/** Every breach of the page's policy since its start, as the browser names it. Imported before anything else. */
export const violations = [];

document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.effectiveDirective}: ${event.blockedURI}`);
});
