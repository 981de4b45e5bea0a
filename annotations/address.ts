/** An article's identity: one key for all the addresses it is read at. */
import { routeIn } from './route';

/** Parameters that say who a reader is, or what campaign led them here: no address needs them. */
const TRACKING =
  /^(utm_.*|[a-z]{0,2}clid|msclkid|gclsrc|gbraid|wbraid|mc_[ce]id|_hs.*|mkt_tok|igshid?|guce_.*|itm_.*|s_kwcid|emci|emdi|ceid|campaign_id|instance_id|segment_id|user_id|regi_id)$/i;

/** Parameters that say where a reader came from or how a page is shown, never which article it is. */
const NOISE =
  /^(si|ref|ref_?src|referrer|referer|source|src|from|via|share|shared|sharetype|smid|smtyp|cmp|cmpid|icid|ncid|ocid|cid|ito|ns_.*|at_.*|xtor|partner|feed|rss|taid|guccounter|spm|scm|track|tracking|trk.*|amp|_amp|amp_.*|usqp|outputtype|print|printable|printer|view_?mode|mobile|m|device|theme|fontsize|sref|leadsource|nl|te|algo|login|subscribed?|unlocked_article_code|gift)$/i;

/** Values of parameters that fold a print or AMP view; their names mean other things elsewhere. */
const VIEW = /^(amp|print|printable|mobile|m|pc)$/i;

/** Code units of a canonical link that is looked at; a page may write anything there. */
export const LONGEST_LINK = 4_000;

/** Names under which registries sell second-level domains: `co.kr` is no site of its own. */
const SECOND_LEVEL = /^(co|com|org|or|go|gov|net|ne|ac|edu|re|pe|mil|gob|gouv|id|info)$/;

/** A host as it is named to the reader: without `www.` and the dot a full domain name may end in. */
export const plainHost = (host: string): string => host.replace(/^www\.|\.$/g, '');

/** Host without `www.`, the prefixes of mobile, AMP and print versions, and the dot a full domain name may end in. */
function foldHost(host: string): string {
  let folded = host.toLowerCase().replace(/(?<=[^.])\.+$/, '');
  // "m.", "mobile.", "amp.", "wap." and "print." stand before what is still a domain of two or more labels.
  while (/^(www\d?|m|mobile|amp|wap|touch|print)\.[^.]+\.[^.]/.test(folded))
    folded = folded.replace(/^[^.]+\./, '');
  return folded;
}

/** The registrable domain, near enough for comparing hosts: two labels, or three under `co.kr` and the like. */
export function siteOfHost(host: string): string {
  const labels = foldHost(host).split('.');
  const [top = '', second = ''] = labels.toReversed();
  return labels.slice(top.length === 2 && SECOND_LEVEL.test(second) ? -3 : -2).join('.');
}

/** The publisher's address inside an AMP cache's or viewer's. */
function unwrapAmpCache(url: URL): URL {
  const found = url.hostname.endsWith('.cdn.ampproject.org')
    ? /^\/(?:[cvwi]\/)?(?:s\/)?([^/.]+\.[^/]+\/.*)$/.exec(url.pathname)
    : /^(www\.)?google\.[a-z.]+$/.test(url.hostname)
      ? /^\/amp\/(?:s\/)?([^/.]+\.[^/]+\/.*)$/.exec(url.pathname)
      : null;
  const inner = found ? `https://${found[1]}${url.search}` : '';
  return URL.canParse(inner) ? new URL(inner) : url;
}

/** Path without the marks of AMP and print views, index files and closing slashes. */
function foldPath(path: string): string {
  let folded = path.replace(/\/{2,}/g, '/').replace(/\/(index|default)\.(html?|php|aspx?)$/i, '/');
  folded = folded
    .replace(/\/(amp|print|printable|print-?view)\/?$/i, '')
    .replace(/^\/(amp|print|mobile)(?=\/.)/i, '')
    .replace(/[./-](amp|print)(\.(s?html?|php))$/i, '$2')
    .replace(/\.amp$/i, '')
    .replace(/\/+$/, '');
  return folded || '/';
}

/** Parameters as a query, sorted, without those that do not make the article. */
function foldQuery(parameters: URLSearchParams): string {
  const kept = [...parameters]
    .filter(
      ([name, value]) =>
        !TRACKING.test(name) &&
        !NOISE.test(name) &&
        !(VIEW.test(value) && /^(view|format|type|mode|output)$/i.test(name)),
    )
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const query = new URLSearchParams(kept).toString();
  return query ? `?${query}` : '';
}

/** The route of a hash router, folded as paths are. */
function foldRoute(url: URL): string {
  const [path = '', query = ''] = routeIn(url.href).split(/\?(.*)/s);
  return path.replace(/(?<!\/)\/+$/, '') + foldQuery(new URLSearchParams(query));
}

/** An address with all that does not make the article taken away; scheme https, `www.` dropped, parameters sorted. */
function fold(address: URL): URL {
  const url = unwrapAmpCache(address);
  const port = url.port && url.port !== '80' ? `:${url.port}` : '';
  const scheme = url.protocol === 'http:' ? 'https:' : url.protocol;
  return new URL(
    `${scheme}//${foldHost(url.hostname)}${port}${foldPath(url.pathname)}${foldQuery(url.searchParams)}${foldRoute(url)}`,
  );
}

/**
 * An address to keep and to hand on: without what tells who the reader is or by whose mail they came, which nobody is to
 * learn from a list of sources. The rest stays letter for letter.
 */
export function withoutTracking(url: string): string {
  const [, before, query = '', after] = /^([^?#]*)\?([^#]*)(.*)$/s.exec(url) ?? [];
  const parts = query.split('&');
  const kept = parts.filter((part) => !TRACKING.test(part.split('=', 1)[0] ?? ''));
  if (kept.length === parts.length) return url;
  return `${before}${kept.length > 0 ? '?' : ''}${kept.join('&')}${after}`;
}

const segmentsOf = (url: URL) => url.pathname.split('/').filter(Boolean);

/** Whether a folded address looks like one article's: a long slug, a number of an article, a file, a query or a route. */
function looksLikeArticle(url: URL): boolean {
  return Boolean(url.search || url.hash) || hasArticlePath(url);
}

function hasArticlePath(url: URL): boolean {
  const last = segmentsOf(url).at(-1) ?? '';
  return (
    last.split(/[-_]/).length >= 4 ||
    (/\d{4,}/.test(last) && !/^(19|20)\d\d$/.test(last)) ||
    /\.[a-z]?html?$|\.php$/i.test(last) ||
    last.length >= 30
  );
}

/**
 * Whether a page's canonical link can be believed to name the article at its own address: same site, and no section
 * front or home page, which careless templates put there for every article.
 */
function isBelievable(canonical: URL, own: URL): boolean {
  if (!/^https?:$/.test(canonical.protocol) || siteOfHost(canonical.hostname) !== siteOfHost(own.hostname))
    return false;
  const [theirs, ours] = [segmentsOf(canonical), segmentsOf(own)];
  const isBare = !canonical.search && !canonical.hash;
  if (!theirs.length && isBare) return !ours.length && !own.search && !own.hash;
  // A leading part of our own path is the section we stand in, unless what follows is no part of the article's name.
  const isAbove = theirs.length < ours.length && theirs.every((segment, i) => segment === ours[i]);
  if (isAbove && !looksLikeArticle(canonical)) return false;
  // The article is told by its query here (`view.php?id=7`): a canonical link that lost it stands for all of them. So it
  // is by its route, but where the path names an article already: a picture in it, say.
  const isSamePath = canonical.pathname === own.pathname;
  if (own.search && !canonical.search && isSamePath) return false;
  if (own.hash && !canonical.hash && isSamePath && !hasArticlePath(own)) return false;
  return looksLikeArticle(canonical) || !looksLikeArticle(own);
}

/**
 * The identity of the article at an address: an https address (or the file's) without what does not make the article.
 * A key is its own canonical link: `pageKeyOf(url, pageKeyOf(url, canonical))` is the same key.
 * @param url the page's own address
 * @param canonical what its canonical link says, absolute or relative; believed only where it is on the same site and
 *   not a section front
 * @throws TypeError where `url` is no address
 */
export function pageKeyOf(url: string, canonical?: string | null): string {
  const own = new URL(url);
  if (own.protocol !== 'http:' && own.protocol !== 'https:') {
    own.hash = '';
    return own.href;
  }
  const folded = fold(own);
  if (!canonical || canonical.length > LONGEST_LINK || !URL.canParse(canonical, own)) return folded.href;
  const wanted = new URL(canonical, own);
  if (!/^https?:$/.test(wanted.protocol)) return folded.href;
  const claimed = fold(wanted);
  // Percent signs make it longer: what would not be taken a second time is not taken the first.
  const isTaken = claimed.href.length <= LONGEST_LINK && isBelievable(claimed, folded);
  return isTaken ? claimed.href : folded.href;
}
