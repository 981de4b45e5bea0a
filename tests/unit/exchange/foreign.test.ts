import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { annotationSchema } from '../../../annotations/schemas';
import { readFile } from '../../../exchange/reading';
import { textOfHtml } from '../../../exchange/web-clipper';
import { LATER } from '../annotations/samples';

const URL_A = 'https://www.news.example/world/seoul-weighs-its-allies';

/**
 * A row as the Hypothesis API gives it and the client exports it, in every field (`APIAnnotationData`, and
 * `buildJSONExportContent`, which only takes away what begins with `$`; github.com/hypothesis/client). Our own text.
 */
const row = (over: object) => ({
  id: 'aBcDeFgHEe-1',
  created: '2026-02-01T10:00:00.123456+00:00',
  updated: '2026-02-02T10:00:00.000000+00:00',
  user: 'acct:reader@hypothes.is',
  user_info: { display_name: null },
  uri: URL_A,
  text: '',
  tags: [],
  group: '__world__',
  permissions: {
    read: ['group:__world__'],
    admin: ['acct:reader@hypothes.is'],
    update: ['acct:reader@hypothes.is'],
    delete: ['acct:reader@hypothes.is'],
  },
  target: [{ source: URL_A }],
  document: { title: ['Seoul weighs its allies'] },
  links: {
    html: 'https://hypothes.is/a/aBcDeFgHEe-1',
    incontext: 'https://hyp.is/aBcDeFgHEe-1/www.news.example/world/seoul-weighs-its-allies',
    json: 'https://hypothes.is/api/annotations/aBcDeFgHEe-1',
  },
  flagged: false,
  hidden: false,
  mentions: [],
  ...over,
});
const selector = [
  {
    type: 'RangeSelector',
    startContainer: '/main[1]/article[1]/p[3]',
    endContainer: '/main[1]/article[1]/p[3]',
    startOffset: 5,
    endOffset: 25,
  },
  { type: 'TextPositionSelector', start: 120, end: 140 },
  { type: 'TextQuoteSelector', exact: 'Seoul decides alone.', prefix: 'Then ', suffix: ' So' },
];
const hypothesis = {
  export_date: '2026-03-01T10:00:00.000Z',
  export_userid: 'acct:reader@hypothes.is',
  client_version: '1.1700.0',
  annotations: [
    row({
      text: 'See the treaty.',
      tags: [' alliance ', 'alliance', ''],
      target: [{ source: URL_A, selector }],
    }),
    row({ id: 'note', text: 'On the whole thin.', tags: ['weak piece'] }),
    row({ id: 'reply', text: 'No!', references: ['elsewhere'] }),
    row({ id: 'bad', uri: 'file:///etc/passwd', text: 'x' }),
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
    expect(errors.map(({ record, id, path, problem }) => [record, id, path, problem])).toEqual([
      [3, 'reply', 'references', { key: 'no-such-annotation', values: [] }],
      [4, 'bad', 'uri', { key: 'expected', values: ['httpAddress', '"file:///etc/passwd"'] }],
    ]);
  });

  it('is the same annotation at every import, and one of ours in every respect', () => {
    expect(read().records[0]?.id).toBe(read().records[0]?.id);
    expect(read().records[0]?.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
    for (const record of read().records) expect(v.safeParse(annotationSchema, record).issues).toBeUndefined();
  });

  it('adds answers to what they answer, and names whose words they are', () => {
    const other = { user: 'acct:minji@hypothes.is', user_info: { display_name: 'Min-ji' } };
    const file = {
      ...hypothesis,
      annotations: [
        row({ id: 'c', references: ['a', 'b'], text: 'Not so.', created: '2026-02-04T10:00:00+00:00' }),
        row({ id: 'b', references: ['a'], text: 'Sure?', created: '2026-02-03T10:00:00+00:00', ...other }),
        row({ id: 'a', text: 'See the treaty.', target: [{ source: URL_A, selector }] }),
        row({ id: 'd', target: [{ source: URL_A, selector }], ...other }),
        row({ id: 'nameless', target: [{ source: URL_A, selector }], user: other.user }),
        row({ id: 'e', text: 'Thin.', ...other }),
        row({ id: 'f', text: 'Very.', references: ['e'], created: '2026-02-03T10:00:00+00:00' }),
      ],
    };
    const { records, pageNotes, errors } = readFile(JSON.stringify(file), LATER);
    expect(errors).toEqual([]);
    expect(records.map(({ note, modified }) => [note, modified])).toEqual([
      ['See the treaty.\n\nMin-ji: Sure?\n\nNot so.', '2026-02-04T10:00:00.000Z'],
      ['(Min-ji)', '2026-02-02T10:00:00.000Z'],
      ['(minji)', '2026-02-02T10:00:00.000Z'],
    ]);
    expect(pageNotes).toMatchObject([
      { text: 'Min-ji: Thin.\n\nVery.', modified: '2026-02-03T10:00:00.000Z' },
    ]);
  });

  it('joins the notes on one page, the earlier first', () => {
    const annotations = [
      row({ id: 'b', text: 'Second.', updated: '2026-02-03T10:00:00+00:00' }),
      row({ id: 'a', text: 'First.' }),
      row({ id: 'c', text: 'Elsewhere.', uri: `${URL_A}-again` }),
    ];
    const { pageNotes } = readFile(JSON.stringify({ ...hypothesis, annotations }), LATER);
    expect(pageNotes.map(({ text, modified }) => [text, modified])).toEqual([
      ['First.\n\nSecond.', '2026-02-03T10:00:00.000Z'],
      ['Elsewhere.', '2026-02-02T10:00:00.000Z'],
    ]);
  });

  it('takes what is right though the first record is broken, and says of an empty export nothing', () => {
    const broken = { ...hypothesis, annotations: [null, ...hypothesis.annotations] };
    const { records, errors } = readFile(JSON.stringify(broken), LATER);
    expect(records).toHaveLength(1);
    expect(errors[0]).toMatchObject({ record: 1 });
    expect(readFile(JSON.stringify({ ...hypothesis, annotations: [] }), LATER).errors).toEqual([]);
  });

  it('reads the API’s rows too', () => {
    expect(readFile(JSON.stringify({ rows: hypothesis.annotations }), LATER).records).toHaveLength(1);
    expect(readFile(JSON.stringify(hypothesis.annotations), LATER).records).toHaveLength(1);
  });
});

describe('Obsidian Web Clipper', () => {
  /**
   * As `exportHighlights` writes it (github.com/obsidianmd/obsidian-clipper, src/managers/highlights-manager.ts, and
   * src/core/highlights.ts since it has a page of its own): no title; `text` is HTML. Our own text.
   */
  it('gives what an export has', () => {
    const file = [
      {
        url: 'https://www.news.example/a',
        highlights: [
          { text: 'Seoul <em>decides</em>&nbsp;alone.', timestamp: '2026-02-01T10:00:00.000Z' },
          {
            text: '<div class="x"><h2>Allies</h2><p>One.</p><p>Two.</p></div>',
            timestamp: '2026-02-02T10:00:00.000Z',
            color: 'yellow',
            notes: ['first', 'second'],
            comment: 'first',
          },
          { text: '<img src="map.png" alt="A map">', timestamp: '2026-02-03T10:00:00.000Z' },
        ],
      },
    ];
    const { records, errors } = readFile(JSON.stringify(file, null, 2), LATER);
    expect(
      records.map(({ target, note, created, page }) => [target.quote.exact, note, created, page.outlet]),
    ).toEqual([
      ['Seoul decides alone.', '', '2026-02-01T10:00:00.000Z', 'news.example'],
      ['Allies One. Two.', 'first\n\nsecond', '2026-02-02T10:00:00.000Z', 'news.example'],
    ]);
    expect(errors).toMatchObject([
      { record: 1, path: 'highlights.2.text', problem: { key: 'only-markup', values: [] } },
    ]);
    const [first, second] = [file, [null, ...file]].map(
      (one) => readFile(JSON.stringify(one), LATER).records,
    );
    expect(second).toEqual(first);
  });

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
    expect(errors.map(({ record, path, problem }) => [record, path, problem])).toEqual([
      [1, 'highlights.1.text', { key: 'only-markup', values: [] }],
      [1, 'highlights.2.text', { key: 'expected', values: ['text', '7'] }],
      [2, 'url', { key: 'expected', values: ['httpAddress', '"nowhere"'] }],
    ]);
  });
  it.each([
    ['a &lt;b&gt; &#54620;&#x6c49; &#xd800; &none;', 'a <b> 한汉 \ufffd &none;'],
    ['1 < 2 and <i>x</i>', '1 < 2 and x'],
    ['one<br>two</p><p>three', 'one two three'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
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
