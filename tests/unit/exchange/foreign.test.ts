import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { annotationSchema } from '../../../annotations/schemas';
import { readFile } from '../../../exchange/reading';
import { textOfHtml } from '../../../exchange/web-clipper';
import { LATER } from '../annotations/samples';

const URL_A = 'https://www.news.example/world/seoul-weighs-its-allies';
const hypothesis = {
  export_date: '2026-03-01T10:00:00Z',
  export_userid: 'reader',
  client_version: '1.0',
  annotations: [
    {
      id: 'aBc',
      created: '2026-02-01T10:00:00.123456+00:00',
      updated: '2026-02-02T10:00:00.000000+00:00',
      uri: URL_A,
      text: 'See the treaty.',
      tags: [' alliance ', 'alliance', ''],
      document: { title: ['Seoul weighs its allies'] },
      target: [
        {
          source: URL_A,
          selector: [
            { type: 'RangeSelector', startOffset: 1 },
            { type: 'TextPositionSelector', start: 120, end: 150 },
            { type: 'TextQuoteSelector', exact: 'Seoul decides alone.', prefix: 'Then ', suffix: ' So' },
          ],
        },
      ],
    },
    { id: 'note', uri: URL_A, text: 'On the whole thin.', tags: ['weak piece'], target: [{ source: URL_A }] },
    { id: 'reply', uri: URL_A, text: 'No!', references: ['aBc'] },
    { id: 'bad', uri: 'file:///etc/passwd', text: 'x' },
  ],
};

describe('Hypothesis', () => {
  const read = () => readFile(JSON.stringify(hypothesis), LATER);

  it('gives annotations of the reader’s own, notes on pages, and names the rest', () => {
    const { records, pageNotes, errors } = read();
    expect(records).toMatchObject([
      {
        verdict: 'added',
        note: 'See the treaty.',
        tags: ['alliance'],
        created: '2026-02-01T10:00:00.123Z',
        page: { key: 'https://news.example/world/seoul-weighs-its-allies', title: 'Seoul weighs its allies' },
        target: {
          quote: { exact: 'Seoul decides alone.', prefix: 'Then ' },
          position: { start: 120, end: 140 },
        },
      },
    ]);
    expect(pageNotes).toMatchObject([{ text: 'On the whole thin.\n\n#weak-piece' }]);
    expect(errors.map(({ record, path }) => [record, path])).toEqual([
      [3, 'references'],
      [4, 'uri'],
    ]);
  });

  it('is the same annotation at every import, and one of ours in every respect', () => {
    expect(read().records[0]?.id).toBe(read().records[0]?.id);
    expect(read().records[0]?.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
    for (const record of read().records) expect(v.safeParse(annotationSchema, record).issues).toBeUndefined();
  });

  it('reads the API’s rows too', () => {
    expect(readFile(JSON.stringify({ rows: hypothesis.annotations }), LATER).records).toHaveLength(1);
    expect(readFile(JSON.stringify(hypothesis.annotations), LATER).records).toHaveLength(1);
  });
});

describe('Obsidian Web Clipper', () => {
  const file = [
    {
      url: URL_A,
      highlights: [
        {
          text: '<p>Seoul <b>decides</b> &amp; waits.</p>',
          timestamp: '2026-02-01T10:00:00.000Z',
          notes: ['mine'],
        },
        { text: '<br>' },
        { text: 7 },
      ],
    },
    { url: 'nowhere', highlights: [] },
  ];
  it('gives annotations, and names what is wrong', () => {
    const { records, errors } = readFile(JSON.stringify(file), LATER);
    expect(records).toMatchObject([
      { note: 'mine', verdict: 'added', target: { quote: { exact: 'Seoul decides & waits.' } } },
    ]);
    expect(v.safeParse(annotationSchema, records[0]).issues).toBeUndefined();
    expect(errors.map(({ record, path }) => [record, path])).toEqual([
      [1, 'highlights.1.text'],
      [1, 'highlights.2.text'],
      [2, 'url'],
    ]);
  });
  it.each([
    ['a &lt;b&gt; &#54620;&#x6c49; &#xd800; &none;', 'a <b> 한汉 \ufffd &none;'],
    ['1 < 2 and <i>x</i>', '1 < 2 and x'],
    ['one<br>two</p><p>three', 'one two three'],
  ])('reads %s', (html, text) => expect(textOfHtml(html)).toBe(text));
});

it('no file makes it throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(() => readFile(JSON.stringify(json), LATER)).not.toThrow();
      expect(() => readFile(JSON.stringify([{ url: URL_A, highlights: [json] }, json]), LATER)).not.toThrow();
      expect(() =>
        readFile(JSON.stringify({ annotations: [hypothesis.annotations[0], json] }), LATER),
      ).not.toThrow();
    }),
  );
});
