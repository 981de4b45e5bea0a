/** Every parser of ours, and what must hold of it whatever it is fed. */
import { pageKeyOf, siteOfHost } from '../../annotations/address';
import { fingerprintOf } from '../../annotations/fingerprint';
import { DEFAULT_SETTINGS } from '../../annotations/settings';
import { analyse } from '../../engine/analyse';
import { sentencesOf } from '../../engine/en/sentences';
import { suggest } from '../../engine/judge';
import { languageOf } from '../../engine/language';
import type { Model } from '../../engine/model';
import { fileName } from '../../exchange/file-name';
import { dispatch, type FromExtensionHandlers, type FromPageHandlers } from '../../messages/background-side';
import { MessageError } from '../../messages/envelope';
import { hostOf, isSiteOff, readSettings } from '../../services/settings';
import { pick, type Random } from '../random';
import { annotationOf } from './annotations';
import { feedFile, feedImport } from './files';
import { feedPage } from './pages';
import { type FuzzTarget, must } from './run';
import { hostileText, mangled, mangledValue } from './text';

function feedSentences(random: Random): void {
  const text = hostileText(random, 120);
  let end = 0;
  for (const span of sentencesOf(text)) {
    must(span.start >= end && span.end > span.start, 'sentences overlap, or one is empty');
    must(text.slice(end, span.start).trim() === '', 'text between two sentences is lost');
    end = span.end;
  }
  must(text.slice(end).trim() === '', 'the end of the text is lost');
}

function feedEngine(model: Model): (random: Random) => void {
  return (random) => {
    const text = hostileText(random, 120);
    languageOf(text, hostileText(random, 2));
    fingerprintOf(text);
    let end = 0;
    for (const claim of analyse(text, { model, threshold: 0.05 })) {
      must(
        text.slice(claim.start, claim.end) === claim.text && claim.start >= end,
        'a claim is not where it says',
      );
      must(claim.matches.length >= 1 && claim.matches.length <= 3, 'a claim has too few or too many matches');
      for (const { confidence, cues } of claim.matches) {
        must(confidence >= 0 && confidence <= 1, 'a confidence is no probability');
        for (const cue of cues)
          must(cue.start < cue.end && cue.end <= claim.text.length, 'a cue is outside its claim');
      }
      end = claim.end;
    }
    suggest(
      { text: text.slice(0, 2_000), before: hostileText(random), after: hostileText(random) },
      model,
      5,
    );
  };
}

function feedAddress(random: Random): void {
  const base = `https://${pick(['www.', 'm.', ''], random)}news.example/${hostileText(random, 6)}`;
  const url = random() < 0.5 ? mangled(base, random) : base;
  const canonical = random() < 0.5 ? mangled(base, random) : hostileText(random, 4);
  hostOf(url);
  isSiteOff({ ...DEFAULT_SETTINGS, sitesOff: [hostileText(random, 2)] }, url);
  siteOfHost(hostileText(random, 4));
  must(
    !/[\\/:\0]/.test(fileName(hostileText(random, 20), '2026-01-01', 'md')),
    'a file name with a path in it',
  );
  if (!URL.canParse(url)) return;
  const key = pageKeyOf(url, canonical);
  must(pageKeyOf(url, key) === key || !/^https?:/.test(key), `${key} is not its own canonical link`);
}

function feedSettings(random: Random): void {
  const settings = readSettings(mangledValue(DEFAULT_SETTINGS, random, 0.3));
  must(JSON.stringify(readSettings(settings)) === JSON.stringify(settings), 'settings read twice differ');
  must(
    settings.threshold >= 0 && settings.threshold <= 1 && settings.expireDays >= 0,
    'settings out of bounds',
  );
  isSiteOff(settings, 'https://news.example/');
}

const self = { id: 'tightrope', root: 'chrome-extension://tightrope/' };

/** Well-formed requests and senders, to be mangled. */
function requestOf(random: Random): readonly [string, unknown] {
  const { id, page, target } = annotationOf(random);
  const block = { start: 0, kind: 'paragraph', text: hostileText(random) };
  return pick<readonly [string, unknown]>(
    [
      ['sentinel/verdict', { relevant: true }],
      ['page/analyse', { visit: 'v', page, blocks: [block], more: false }],
      ['page/anchors', { visit: 'v', anchors: [{ id, anchor: { state: 'orphaned', reason: 'text-gone' } }] }],
      ['annotation/verdict', { id, verdict: 'confirmed' }],
      ['annotation/correct', { id, correction: null }],
      ['annotation/remove', { id }],
      ['annotation/restore', { id }],
      ['annotation/place', { id, target }],
      ['selection/rank', { text: 'x', before: '', after: '' }],
      ['note/open', { id }],
      ['note/write', { id, note: hostileText(random) }],
      ['note/claim', { token: hostileText(random, 2) }],
      ['pages/refresh', { pageKeys: [hostileText(random, 2)] }],
      ['tab/state', { tabId: 3 }],
      [hostileText(random, 2), {}],
    ],
    random,
  );
}

/** A sender nobody is; its addresses stay texts, since the browser writes them. */
function mangledSender<T extends object>(raw: T, random: Random): T {
  const entries = Object.entries((mangledValue(raw, random, 0.2) ?? {}) as T);
  const texts = ['id', 'url', 'origin'];
  return Object.fromEntries(
    entries.filter(([key, value]) => !texts.includes(key) || typeof value === 'string'),
  ) as T;
}

/** Requests only our own pages may make. */
const OURS_ONLY = /^(tab|text|pages|note\/(claim|write))/;

async function feedMessage(random: Random): Promise<void> {
  const [type, request] = requestOf(random);
  const fromOurs = random() < 0.4;
  const address = fromOurs ? `${self.root}popup.html` : 'https://news.example/a';
  const raw = {
    id: self.id,
    url: address,
    origin: new URL(address).origin,
    frameId: 0,
    tab: { id: 3, url: address, incognito: false },
  };
  const sender = random() < 0.3 ? mangledSender(raw, random) : raw;
  const heard: string[] = [];
  const handlers = new Proxy(
    {},
    { get: (_, name) => async () => void heard.push(`${String(name)} ${fromOurs}`) },
  );
  const message = random() < 0.7 ? mangledValue({ type, request }, random, 0.1) : { type, request };
  try {
    await dispatch(
      message,
      sender ?? {},
      self,
      handlers as FromPageHandlers,
      handlers as FromExtensionHandlers,
    );
  } catch (thrown) {
    must(thrown instanceof MessageError, `a message threw ${String(thrown)}`);
    must(heard.length === 0, 'a refused message was heard');
    return;
  }
  const isPage = !String(sender.url).startsWith(self.root);
  must(sender.id === self.id, 'a stranger was heard');
  must(!isPage || !heard.some((name) => OURS_ONLY.test(name)), `a page asked for ${heard}`);
}

/** @param model the engine's weights */
export function fuzzTargets(model: Model): FuzzTarget[] {
  return [
    // jsdom's DOM is ten times slower than a browser's; the time in a browser is measured end to end.
    { name: 'page', share: 12, feed: feedPage, longest: 10_000 },
    { name: 'file', share: 16, feed: feedFile },
    { name: 'import', share: 8, feed: feedImport },
    { name: 'message', share: 20, feed: feedMessage },
    { name: 'settings', share: 10, feed: feedSettings },
    { name: 'address', share: 12, feed: feedAddress },
    { name: 'sentences', share: 12, feed: feedSentences },
    { name: 'engine', share: 10, feed: feedEngine(model) },
  ];
}
