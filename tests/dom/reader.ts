import type { CDPSession, Page } from 'puppeteer-core';
import { until } from '../../scripts/browser/until';

/**
 * Runs in the page: a background that finds a claim in every sentence holding one of these words.
 * @param stored whether it keeps them: not in a private window; or only what the reader touched
 */
export function playEngine(
  rules: readonly { word: string; argument: string; stance: string; id?: string }[],
  stored: boolean | 'touched' = true,
): void {
  const { handlers } = (
    globalThis as never as { background: { handlers: Record<string, (request: never) => unknown> } }
  ).background;
  interface Request {
    page: { key: string };
    blocks: { start: number; text: string }[];
  }
  const settings = { painting: 'highlight', mutedArguments: [], threshold: 0.5 };
  const known = new Map<string, Record<string, unknown>>();
  const annotate = (request: Request) => {
    for (const block of request.blocks) {
      for (const sentence of block.text.matchAll(/[^.!?]+[.!?]["”]?/g)) {
        const exact = sentence[0].trim();
        const rule = rules.find(({ word }) => exact.includes(word));
        if (!rule || known.has(exact)) continue;
        const start = block.start + sentence.index + sentence[0].indexOf(exact);
        known.set(exact, {
          id: rule.id ?? `claim-${known.size + 1}`,
          page: request.page,
          target: {
            quote: { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
            position: { type: 'TextPositionSelector', start, end: start + exact.length },
            paragraph: block.text,
            headline: '',
          },
          matches: [
            {
              argument: rule.argument,
              stance: rule.stance,
              confidence: 0.82,
              cues: [{ start: 0, end: 5 }],
              why: { actors: ['korea', 'us'], deciding: [], stanceWords: [] },
            },
          ],
          verdict: 'found',
          correction: null,
          note: '',
          tags: [],
          engine: 'test',
          anchor: { state: 'anchored' },
          created: '2026-11-21T00:00:00.000Z',
          modified: '2026-11-21T00:00:00.000Z',
          touched: {},
        });
      }
    }
    const unsaved = stored === 'touched' ? [...known.values()].map(({ id }) => id) : [];
    return { status: 'ok', annotations: [...known.values()], settings, stored: stored !== false, unsaved };
  };
  const edit = (id: string, change: Record<string, unknown>) => {
    for (const [exact, annotation] of known) {
      if (annotation.id !== id) continue;
      known.set(exact, { ...annotation, ...change });
      return known.get(exact);
    }
    throw new Error('no such annotation');
  };
  handlers['page/analyse'] = annotate as never;
  handlers['annotation/verdict'] = (({ id, verdict }: { id: string; verdict: string }) =>
    edit(id, { verdict, touched: { verdict: '2026-11-21T01:00:00.000Z' } })) as never;
  handlers['annotation/restore'] = (({ id }: { id: string }) => edit(id, {})) as never;
  handlers['selection/rank'] = (() => ({
    ranking: [{ argument: 'kelly/treaty-ally-locked-in', stance: 'echoes', confidence: 0.6 }],
  })) as never;
  handlers['selection/add'] = ((request: {
    page: unknown;
    target: { quote: { exact: string } };
    argument: string;
    stance: string;
  }) => {
    const added = {
      id: 'added-1',
      page: request.page,
      target: request.target,
      matches: [],
      verdict: 'added',
      correction: { argument: request.argument, stance: request.stance },
      note: '',
      tags: [],
      engine: 'test',
      anchor: { state: 'anchored' },
      created: '2026-11-21T00:00:00.000Z',
      modified: '2026-11-21T00:00:00.000Z',
      touched: { correction: '2026-11-21T00:00:00.000Z' },
    };
    known.set(request.target.quote.exact, added);
    return added;
  }) as never;
}

/** What is painted: highlight name → texts in the order of the page. */
export function painted(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const all: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      all[name] = [...highlight].map((range) => (range as Range).toString());
    }
    return all;
  });
}

/** What the page has sent to the background so far, of one type. */
export function requests(page: Page, type: string): Promise<Record<string, unknown>[]> {
  return page.evaluate((of) => {
    const { sent } = (globalThis as never as { background: { sent: Sent[] } }).background;
    return sent.filter((one) => one.type === of).map(({ request }) => request);
  }, type);
}

interface Sent {
  readonly type: string;
  readonly request: Record<string, unknown>;
}

/** The text of an element inside our closed root, or something else of it, by the protocol. */
export async function inHost(
  page: Page,
  selector: string,
  what = 'innerText ?? this.textContent',
): Promise<string | null> {
  const cdp = await page.createCDPSession();
  try {
    const nodeId = await query(cdp, selector);
    if (nodeId === 0) return null;
    const { object } = await cdp.send('DOM.resolveNode', { nodeId });
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function () { return this.${what} }`,
      returnByValue: true,
    });
    return String(result.value);
  } finally {
    await cdp.detach();
  }
}

/** Clicks an element inside our closed root with the mouse, once it is drawn and has come to rest. */
export async function clickInHost(page: Page, selector: string): Promise<void> {
  const cdp = await page.createCDPSession();
  let last = '';
  const box = await until(`${selector} at rest`, async () => {
    const { model } = await cdp.send('DOM.getBoxModel', { nodeId: await query(cdp, selector) });
    const isAtRest = last === String(model.border);
    last = String(model.border);
    return isAtRest && model.border;
  });
  await cdp.detach();
  const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = box;
  await page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2);
}

/** The first element that a selector finds in our closed roots (each article has its own); 0 where there is none. */
async function query(cdp: CDPSession, selector: string): Promise<number> {
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  for (const host of findAll(root as never, isHost)) {
    const shadow = host.shadowRoots?.[0];
    if (!shadow) continue;
    const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: shadow.nodeId, selector });
    if (nodeId !== 0) return nodeId;
  }
  return 0;
}

const isHost = ({ attributes }: Node) => attributes?.includes('data-tightrope-host') ?? false;

interface Node {
  readonly localName: string;
  /** Names and values in turn. */
  readonly attributes?: readonly string[];
  readonly nodeId: number;
  readonly children?: Node[];
  readonly shadowRoots?: Node[];
}

function findAll(node: Node, test: (node: Node) => boolean): Node[] {
  return test(node) ? [node] : (node.children ?? []).flatMap((child) => findAll(child, test));
}
