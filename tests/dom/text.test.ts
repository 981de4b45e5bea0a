import { expect, test } from 'vitest';
import { describeInPage, open } from './harness';
import type { Room } from './room';

declare const room: Room;

const HTML = `<!doctype html><body>  <p id="a">One <b>two</b><!-- not text --> three</p><script>var one = "One two";</script>
<style>p { color: red }</style><p id="b">fo<i></i>ur</p><noscript>No One</noscript><textarea>typed One</textarea><select><option>One</option></select>
<p id="c">\u{1F1F0}\u{1F1F7} “quoted” caf\u00e9</p></body>`;

describeInPage('PageText', () => {
  test('has the length of textContent, reads visible text as it stands and blanks the rest', async () => {
    const page = await open(HTML);
    const result = await page.evaluate(() => {
      const { text } = new room.PageText(document.body);
      const raw = document.body.textContent ?? '';
      const differs = [...raw].length;
      return { text, raw, differs };
    });
    expect(result.text.length).toBe(result.raw.length);
    for (const hidden of ['var one', 'color: red', 'No One', 'typed One'])
      expect(result.text).not.toContain(hidden);
    for (const seen of ['One two three', 'four', '“quoted” café']) expect(result.text).toContain(seen);
    expect(result.text.indexOf('four')).toBe(result.raw.indexOf('four'));
  });

  test('counts the surrogate pairs before any place', async () => {
    const page = await open(HTML);
    const wrong = await page.evaluate(() => {
      const pageText = new room.PageText(document.body);
      const bad: number[] = [];
      for (let offset = 0; offset <= pageText.text.length; offset++) {
        const before = pageText.text.slice(0, offset).replace(/[\ud800-\udbff]$/, '');
        const points = [...before].length;
        const odd = /[\ud800-\udbff]/.test(pageText.text.charAt(offset - 1));
        if (!odd && pageText.pairsBefore(offset) !== before.length - points) bad.push(offset);
      }
      return { bad, all: pageText.pairsBefore(pageText.text.length) };
    });
    expect(wrong).toEqual({ bad: [], all: 2 });
  });

  test('leads every span to a Range and back, over inline elements and split and empty text nodes', async () => {
    const page = await open(HTML);
    const wrong = await page.evaluate(() => {
      const b = document.querySelector('#b') as Element;
      b.prepend(document.createTextNode(''));
      (b.lastChild as Text).splitText(1);
      const pageText = new room.PageText(document.body);
      const { text } = pageText;
      const bad: string[] = [];
      const from = text.indexOf('One');
      for (let start = from; start < from + 90 && start < text.length; start++) {
        for (const length of [1, 2, 7, 19]) {
          const span = { start, end: Math.min(text.length, start + length) };
          const range = pageText.rangeOf(span);
          const back = range && pageText.spanOf(range);
          if (!back || back.start !== span.start || back.end !== span.end)
            bad.push(JSON.stringify([span, back]));
        }
      }
      return bad;
    });
    expect(wrong).toEqual([]);
  });

  test('reads boundaries that lie in elements, in comments and outside the body', async () => {
    const page = await open(HTML);
    const result = await page.evaluate(() => {
      const pageText = new room.PageText(document.body);
      const slice = (range: Range) => {
        const span = pageText.spanOf(range);
        return span && pageText.text.slice(span.start, span.end);
      };
      const make = (set: (range: Range) => void) => {
        const range = document.createRange();
        set(range);
        return slice(range);
      };
      const a = document.querySelector('#a') as Element;
      return {
        contents: make((r) => r.selectNodeContents(a)),
        node: make((r) => r.selectNode(document.querySelector('b') as Element)),
        children: make((r) => {
          r.setStart(a, 1);
          r.setEnd(a, 3);
        }),
        comment: make((r) => {
          r.setStart(a.childNodes[2] as Comment, 3);
          r.setEnd(a, 4);
        }),
        empty: make((r) => r.setStart(a, 2)),
        whole: make((r) => r.selectNodeContents(document.documentElement))?.length === pageText.text.length,
        detached: make((r) => r.selectNodeContents(document.createElement('p'))),
      };
    });
    expect(result).toEqual({
      contents: 'One two three',
      node: 'two',
      children: 'two',
      comment: ' three',
      empty: null,
      whole: true,
      detached: null,
    });
  });

  test('gives no Range once a node is gone or shortened', async () => {
    const page = await open(HTML);
    const result = await page.evaluate(() => {
      const pageText = new room.PageText(document.body);
      const at = pageText.text.indexOf('two three');
      const span = { start: at, end: at + 9 };
      const before = pageText.rangeOf(span)?.toString();
      const a = document.querySelector('#a') as Element;
      (a.lastChild as Text).data = '';
      const shortened = pageText.rangeOf(span);
      a.remove();
      return { before, shortened, gone: pageText.rangeOf(span), current: pageText.isCurrent() };
    });
    expect(result).toEqual({ before: 'two three', shortened: null, gone: null, current: false });
  });
});
