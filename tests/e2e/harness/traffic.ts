/** Everything the extension asks for over its life, as far as the browser can be made to tell. */
import type { CDPSession, Target } from 'puppeteer-core';
import type { Session } from './session';

/** Hosts the browsers themselves turn to (updates, lists, spelling dictionaries), with nothing of ours in it. */
const browsersOwn = /(^|\.)(google|googleapis|gstatic|gvt1|mozilla|firefox)\.(com|net|org)$/;

/**
 * Addresses the site was asked for, by whomever, beyond those of the articles opened (and their icons). The browser
 * leads every host to the site, so that nothing can go past it.
 */
export function strayRequests(session: Session, opened: readonly string[]): readonly string[] {
  const known = new Set(opened);
  return session.site.requests.filter((request) => {
    const { protocol, hostname, pathname, href } = new URL(request);
    if (browsersOwn.test(hostname) || protocol === 'broken:') return false;
    if (protocol === 'connect:') return !opened.some((address) => new URL(address).hostname === hostname);
    return !known.has(href) && pathname !== '/favicon.ico';
  });
}

/** Chromium only: records what the extension's worker and pages ask for, from now on. */
export async function watchExtension(session: Session): Promise<readonly string[]> {
  const asked: string[] = [];
  const listen = async (target: Target) => {
    if (!target.url().startsWith(session.launched.origin)) return;
    const cdp: CDPSession = await target.createCDPSession();
    cdp.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
    await cdp.send('Network.enable');
  };
  session.browser.on('targetcreated', (target: Target) => void listen(target).catch(() => undefined));
  await Promise.all(session.browser.targets().map(listen));
  return asked;
}
