/** Reaching into shadow roots the page itself can't open, through the browser's debugging protocol. */
import type { CDPSession, Frame, Page } from 'puppeteer-core';
import { bidi, contextOf, isFirefox } from './bidi';
import { until } from './until';

/** An element inside a closed shadow root. */
export interface ClosedElement {
  /** Calls `function () { … }` (source text, `this` is the element) and returns its JSON value. */
  call<T>(source: string): Promise<T>;
  text(): Promise<string>;
  /** Clicks its middle with the mouse, scrolling to it first. */
  click(): Promise<void>;
}

interface Realm {
  shadowRoots(): Promise<readonly string[]>;
  /** Calls a function on a node; gives the handle of a node it returns, or null. */
  node(handle: string, source: string): Promise<string | null>;
  value(handle: string, source: string): Promise<unknown>;
}

interface CdpNode {
  readonly backendNodeId: number;
  readonly children?: readonly CdpNode[];
  readonly shadowRoots?: readonly CdpNode[];
  /** Of a frame of the page's own process. */
  readonly contentDocument?: CdpNode;
}

function chromiumRealm(cdp: CDPSession): Realm {
  const shadowRoots = async () => {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    const found: number[] = [];
    const walk = (node: CdpNode) => {
      for (const shadow of node.shadowRoots ?? []) found.push(shadow.backendNodeId);
      for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) walk(child);
      if (node.contentDocument) walk(node.contentDocument);
    };
    walk(root);
    const objects = await Promise.all(
      found.map((backendNodeId) => cdp.send('DOM.resolveNode', { backendNodeId })),
    );
    return objects.flatMap(({ object }) => object.objectId ?? []);
  };
  const call = (objectId: string, functionDeclaration: string, returnByValue: boolean) =>
    cdp.send('Runtime.callFunctionOn', { objectId, functionDeclaration, returnByValue, awaitPromise: true });
  return {
    shadowRoots,
    node: async (handle, source) => (await call(handle, source, false)).result.objectId ?? null,
    value: async (handle, source) => {
      const { result, exceptionDetails } = await call(handle, source, true);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
  };
}

interface BidiNode {
  readonly sharedId?: string;
  readonly value?: { readonly children?: readonly BidiNode[]; readonly shadowRoot?: BidiNode | null };
}

function firefoxRealm(page: Page, frame: Frame): Realm {
  const target = { context: contextOf(page, frame) };
  const call = (handle: string, functionDeclaration: string) =>
    bidi(page.browser(), 'script.callFunction', {
      functionDeclaration,
      this: { sharedId: handle },
      awaitPromise: true,
      resultOwnership: 'none',
      target,
    });
  return {
    shadowRoots: async () => {
      const { result } = await bidi(page.browser(), 'script.evaluate', {
        expression: 'document.documentElement',
        awaitPromise: false,
        target,
        serializationOptions: { maxDomDepth: 100, includeShadowTree: 'all' },
      });
      const found: string[] = [];
      const walk = ({ value }: BidiNode) => {
        if (value?.shadowRoot?.sharedId) found.push(value.shadowRoot.sharedId);
        for (const child of [...(value?.children ?? []), value?.shadowRoot]) if (child) walk(child);
      };
      walk(result as BidiNode);
      return found;
    },
    node: async (handle, source) => ((await call(handle, source)).result as BidiNode).sharedId ?? null,
    value: async (handle, source) => {
      const wrapped = `async function () { return JSON.stringify((await (${source}).call(this)) ?? null); }`;
      const { result, exceptionDetails } = await call(handle, wrapped);
      if (exceptionDetails) throw new Error((exceptionDetails as { text: string }).text);
      return JSON.parse((result as { value: string }).value);
    },
  };
}

const realms = new WeakMap<Frame, Promise<Realm>>();

function realmOf(page: Page, frame: Frame): Promise<Realm> {
  const known = realms.get(frame);
  if (known) return known;
  const made = isFirefox(page.browser()).then((firefox) =>
    firefox ? firefoxRealm(page, frame) : page.createCDPSession().then(chromiumRealm),
  );
  realms.set(frame, made);
  return made;
}

/**
 * The first visible element in the page's shadow roots that answers the CSS selector and whose name holds `name`.
 * @param frame a frame of the page's own origin, where the element is in one (Firefox looks in no other)
 */
export async function findClosed(
  page: Page,
  selector: string,
  name = '',
  frame: Frame = page.mainFrame(),
): Promise<ClosedElement | null> {
  const realm = await realmOf(page, frame);
  const query = `function () {
    const wanted = ${JSON.stringify(name.toLowerCase())};
    const named = (e) => (e.getAttribute('aria-label') ?? '') + ' ' + (e.getAttribute('title') ?? '') + ' ' + e.textContent;
    return [...this.querySelectorAll(${JSON.stringify(selector)})]
      .find((e) => e.checkVisibility() && named(e).toLowerCase().includes(wanted)) ?? null;
  }`;
  for (const root of await realm.shadowRoots()) {
    const handle = await realm.node(root, query).catch(() => null);
    if (!handle) continue;
    const call = async <T>(source: string) => (await realm.value(handle, source)) as T;
    return {
      call,
      text: () => call<string>('function () { return this.innerText; }'),
      click: async () => {
        const middle = await call<{ x: number; y: number }>(`async function () {
          this.scrollIntoView({ block: 'nearest', behavior: 'instant' });
          const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 250); });
          const asText = ({ x, y, width, height }) => [x, y, width, height].join();
          let box = this.getBoundingClientRect();
          // As a reader does: not before it can be pressed and has come to rest.
          for (let same = 0, looks = 0; same < 2; looks += 1) {
            if (looks === 200) throw new Error('cannot be pressed: ' + this.outerHTML);
            await frame();
            const now = this.getBoundingClientRect();
            const isThere = now.width > 0 && !this.disabled && this.ariaDisabled !== 'true';
            same = isThere && asText(now) === asText(box) ? same + 1 : 0;
            box = now;
          }
          const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          for (let inner = window; inner.frameElement; inner = inner.parent) {
            const around = inner.frameElement.getBoundingClientRect();
            middle.x += around.x;
            middle.y += around.y;
          }
          return middle;
        }`);
        await page.mouse.click(middle.x, middle.y);
      },
    };
  }
  return null;
}

/** Waits for such an element. */
export function waitForClosed(
  page: Page,
  selector: string,
  name = '',
  frame: Frame = page.mainFrame(),
): Promise<ClosedElement> {
  return until(`${selector} “${name}” in a shadow root of ${frame.url()}`, () =>
    findClosed(page, selector, name, frame),
  );
}
