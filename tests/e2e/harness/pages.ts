/** Pages of the end-to-end tests, each under its address on a news host. */
import { editorial, offTopic, wire } from '../../../scripts/browser/samples';
import type { SitePages } from '../../../scripts/browser/site';

/** Where a page of a test's own stands. */
export const addressOf = (name: string) => `https://www.koreatimes.co.kr/foreignaffairs/${name}`;

/** The wire report at such an address, with something more in its head and at the end of its body. */
export const wireAt = (name: string, head: string, body = '') =>
  wire.html
    .replaceAll(wire.address, addressOf(name))
    .replace('</title>', `</title>${head}`)
    .replace('</body>', `${body}</body>`);

/** The wire report again, on a page that forbids nearly everything and enforces Trusted Types. */
export const strict = {
  address: addressOf('strict'),
  html: wireAt('strict', '').replace(/<style>[\s\S]*?<\/style>/, ''),
};

const strictPolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export const pages: SitePages = {
  [wire.address]: { body: wire.html },
  [editorial.address]: { body: editorial.html },
  [offTopic.address]: { body: offTopic.html },
  [strict.address]: { body: strict.html, headers: { 'content-security-policy': strictPolicy } },
};
