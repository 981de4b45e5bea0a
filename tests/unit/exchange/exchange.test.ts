import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toCsv } from '../../../exchange/csv';
import { fileName } from '../../../exchange/file-name';
import { fromJson, toJson } from '../../../exchange/json';
import { obsidianTag, toMarkdown } from '../../../exchange/markdown';
import { imported } from '../../../exchange/records';
import { summaryAsMarkdown } from '../../../exchange/summary';
import { annotation, LATER, NOW, page, target } from '../annotations/samples';
import { anyAnnotation, everywhere, hostile, NAMED_STRINGS } from './arbitrary';

const options = { exported: LATER };
const HOSTILE = [
  "=cmd|'/c calc'!A0",
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=1\n+2',
  '＝1',
  ' =1',
  '"; =1',
  '</script><script>alert(1)</script>',
  '---\nkey: value',
  '# heading',
  '[[link]]',
  '![](https://tracker.example/x.png)',
  '`code`',
  '\u202eright-to-left',
  '😀 \ud83d',
  'a\u0000b',
  '%%comment%%',
];

describe('JSON', () => {
  it('comes back as it went, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(anyAnnotation), (list) => {
        const { records, errors } = fromJson(toJson(list, options));
        expect(errors).toEqual([]);
        expect(records).toEqual(list);
      }),
    );
  });

  it.each(NAMED_STRINGS)('brings %s back', (_, text) => {
    const a = everywhere(text);
    expect(fromJson(toJson([a], options))).toEqual(imported({ records: [a] }));
  });

  it('carries a note of a megabyte and what remains of removed annotations', () => {
    const tombstones = [{ id: 't', pageKey: page.key, quoteHash: '0'.repeat(16), deleted: NOW }];
    const big = annotation({ note: 'x\n"</script>'.repeat(100_000) });
    const argumentNotes = [{ argument: 'kelly/expulsion-test', text: '</script>"', modified: NOW }] as const;
    const pageNotes = [{ page, text: 'on the whole', modified: NOW }];
    const besides = { tombstones, argumentNotes, pageNotes };
    const back = fromJson(toJson([big], { ...options, ...besides }));
    expect(back).toEqual(imported({ records: [big], ...besides }));
  });

  it('takes the good records of a bad file and says what is wrong with the others', () => {
    const bad = {
      ...annotation({ id: 'bad' }),
      verdict: 'loved',
      target: { ...target('x'), position: { type: 'TextPositionSelector', start: 9, end: 3 } },
    };
    const file = JSON.parse(toJson([annotation(), annotation({ id: 'a2' })], options));
    file.annotations.splice(1, 0, bad, 'no object', null);
    const { records, errors } = fromJson(JSON.stringify(file));
    expect(records.map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(errors.filter(({ record }) => record === 2).map(({ id, path }) => [id, path])).toEqual([
      ['bad', 'target.position'],
      ['bad', 'verdict'],
    ]);
    expect(errors.find(({ path }) => path === 'verdict')?.problem).toEqual({
      key: 'expected',
      values: [expect.stringContaining('"confirmed"'), '"loved"'],
    });
    expect(errors[0]?.problem).toEqual({ key: 'expected', values: ['position', 'object'] });
    expect(errors.map(({ record }) => record)).toEqual([2, 2, 3, 4]);
  });

  it.each([
    ['{"format":', '', 'cut-off', ['1']],
    ['', '', 'cut-off', ['1']],
    ['id,claim\na1,x', '', 'no-json', ['1', '1']],
    ['{"format":"x",\n"version" 1}', '', 'no-json', ['2', '11']],
    ['{}\n{}', '', 'no-json', ['2', '1']],
    ['[]', 'format', 'no-export', ['"format"', 'nothing']],
    ['{"format":"x"}', 'format', 'no-export', ['"tightrope-annotations"', '"x"']],
    [
      '{"format":"tightrope-annotations","version":1}',
      'annotations',
      'no-export',
      ['"annotations"', 'nothing'],
    ],
    [
      '{"format":"tightrope-annotations","version":2,"annotations":[]}',
      'version',
      'newer-version',
      ['2', '1'],
    ],
  ])('refuses %s with a reason', (text, path, key, values) => {
    const { records, errors } = fromJson(text);
    expect(records).toEqual([]);
    expect(errors).toEqual([{ record: 0, id: '', path, problem: { key, values } }]);
  });

  it('leaves prototypes alone', () => {
    const file = toJson([annotation()], options).replace('"note":""', '"note":"","__proto__":{"polluted":1}');
    const [record] = fromJson(file).records;
    expect((record as unknown as { polluted?: number }).polluted).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

it('a summary is copied with its article, and no mark in either does harm', () => {
  const text = summaryAsMarkdown({ ...page, title: 'A *[b]* (c)', url: 'https://x.example/a_(b)' }, [
    'One.',
    '<two>',
  ]);
  expect(text).toBe(
    'One. \\<two\\>\n\n[A \\*\\[b\\]\\* (c)](https://x.example/a_%28b%29), Example News, 2026-02-28\n',
  );
  // Markdown would take the backslash for its own and drop it.
  const hard = { ...page, url: 'https://x.example/(a) <b>?c=\\_(d)#e\\*' };
  const link = '(https://x.example/%28a%29%20%3Cb%3E?c=%5C_%28d%29#e%5C*)';
  expect(summaryAsMarkdown(hard, ['One.'])).toContain(link);
  expect(toMarkdown([annotation({ page: hard })], options)).toContain(link);
  expect(summaryAsMarkdown({ ...page, url: 'javascript:alert(1)' }, ['One.'])).not.toContain('javascript');
});

describe('CSV', () => {
  const rowsOf = (csv: string) =>
    Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
      .data;

  it('has a row for each annotation, with quotes, commas and line breaks in place', () => {
    const note = 'one, "two"\nthree; 四';
    const [row] = rowsOf(toCsv([annotation({ note, tags: ['a', 'b'] })], options));
    expect(row).toMatchObject({
      note,
      tags: 'a; b',
      argument: 'kelly/treaty-ally-locked-in',
      stance: 'echoes',
      confidence: '0.800',
      verdict: 'found',
      outlet: 'Example News',
    });
    expect(row?.essay).toMatch(/Robert Kelly|CGTN/);
  });

  it('lets no cell be a formula', () => {
    const list = HOSTILE.flatMap((text, i) => [
      annotation({
        id: `${text}${i}`,
        note: text,
        tags: [text],
        page: { ...page, title: text, outlet: text },
        target: target(text),
      }),
    ]);
    const rows = rowsOf(toCsv(list, options));
    expect(rows).toHaveLength(list.length);
    for (const row of rows)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  });

  it('gives any text back, save for the apostrophe', () => {
    fc.assert(
      fc.property(hostile, (note) => {
        fc.pre(!note.includes('\r'));
        const [row] = rowsOf(toCsv([annotation({ note })], options));
        // Half a surrogate pair cannot be written as UTF-8.
        const written = note.replace(/\p{Cs}/gu, '\ufffd');
        expect([written, `'${written}`]).toContain(row?.note);
      }),
    );
  });
});

describe('Markdown', () => {
  it('has an article’s claims in the order of its text', () => {
    const list = [
      annotation({ id: 'second', target: target('The later sentence.', 900) }),
      annotation({ id: 'first', target: target('The earlier sentence.', 90) }),
    ];
    const text = toMarkdown(list, options);
    expect(text.indexOf('The earlier')).toBeLessThan(text.indexOf('The later'));
  });

  it('is one article’s note, with properties Obsidian reads', () => {
    const text = toMarkdown([annotation({ note: 'Mine **own**.', tags: ['two words', '2026'] })], options);
    const [, front = '', body = ''] = text.split(/^---$/m);
    expect(parse(front)).toEqual({
      title: page.title,
      outlet: 'Example News',
      published: '2026-02-28',
      url: page.url,
      exported: '2026-03-02',
      claims: 1,
      arguments: ['kelly/treaty-ally-locked-in'],
      tags: ['tightrope', '_2026', 'two-words'],
    });
    expect(body).toContain('# Seoul weighs its allies');
    expect(body).toContain('> Seoul will stay with its treaty ally, the minister said.\n\n^tightrope-a1\n');
    expect(body).toContain('**echoes** [');
    expect(body).toContain('#two-words #_2026');
    expect(body).toContain('\n\nMine **own**.\n');
  });

  it.each([
    ['two words', 'two-words'],
    ['#hash, tag', 'hash-tag'],
    ['2026', '_2026'],
    ['한미 동맹', '한미-동맹'],
    ['🇰🇷', '🇰🇷'],
    ['🔥 hot', '🔥-hot'],
    ['{{x}}', 'x'],
  ])('has the tag %j as #%s', (tag, written) => expect(obsidianTag(tag)).toBe(written));

  it('has properties any YAML reader takes: no line break, no control character', () => {
    const title = 'Seoul\u0092s\u2028choice\u0000\u0085\nnow';
    const [, front = '', body = ''] = toMarkdown([annotation({ page: { ...page, title } })], options).split(
      /^---$/m,
    );
    expect(front).toMatch(/^title: Seoul s choice now$/m);
    expect(body).toMatch(/^# Seoul s choice now$/m);
  });

  it.each(['---', '- - -', '+ x', '1. x'])('takes a quote %j for no mark', (quote) =>
    expect(toMarkdown([annotation({ target: target(quote) })], options)).toMatch(/^> (\\|1\\)/m),
  );

  it('has a pasted text’s title once, and no empty link', () => {
    const pasted = { ...page, key: 'text:1', url: '', title: 'From a leaflet', outlet: '', published: '' };
    const text = toMarkdown([annotation({ page: pasted })], options);
    const [, , body = ''] = text.split(/^---$/m);
    expect(body.match(/From a leaflet/g)).toHaveLength(1);
    expect(toMarkdown([annotation({ page: { ...pasted, url: 'https://x.example/a' } })], options)).toContain(
      '\n[x.example](https://x.example/a)\n',
    );
  });

  it('has the notes on arguments, and those on articles without a claim', () => {
    const argumentNotes = [{ argument: 'kelly/expulsion-test', text: 'Mine.', modified: NOW }] as const;
    const other = { ...page, key: 'https://b.example/x', title: 'Another' };
    const pageNotes = [
      { page, text: 'Thin.', modified: NOW },
      { page: other, text: 'Thick.', modified: NOW },
    ];
    const text = toMarkdown([annotation()], { ...options, argumentNotes, pageNotes });
    expect(text.match(/^(## .*|### \[.*?\]|Thin\.|Thick\.|Mine\.)/gm)).toEqual([
      '## Seoul weighs its allies',
      'Thin.',
      '## Another',
      'Thick.',
      '## Notes on the arguments',
      expect.stringMatching(/^### \[/),
      'Mine.',
    ]);
  });

  it('groups a list by article', () => {
    const other = { ...page, key: 'https://b.example/x', title: 'Another' };
    const text = toMarkdown(
      [annotation(), annotation({ id: 'b', page: other }), annotation({ id: 'c' })],
      options,
    );
    expect(text.match(/^## .*$/gm)).toEqual(['## Seoul weighs its allies', '## Another']);
    expect(text.indexOf('^tightrope-c')).toBeLessThan(text.indexOf('## Another'));
  });

  it.each(HOSTILE)('keeps %j what it is: text', (hostileText) => {
    const text = toMarkdown(
      [
        annotation({
          note: hostileText,
          tags: [hostileText],
          target: target(hostileText),
          page: { ...page, title: hostileText, outlet: hostileText, url: 'javascript:alert(1)' },
        }),
      ],
      options,
    );
    const end = text.indexOf('\n---\n', 4);
    expect(parse(text.slice(4, end))).toMatchObject({ claims: 1 });
    const body = text.slice(end + 5);
    expect(body).not.toMatch(/(^|[^\\])</m);
    expect(body).not.toMatch(/(^|[^\\])!\[/m);
    expect(body).not.toContain('javascript:');
    expect(body.split('\n').filter((line) => line.startsWith('> '))).toHaveLength(1);
    expect(() => encodeURIComponent(text)).not.toThrow();
  });
});

describe('file names', () => {
  it.each([
    ['Seoul weighs: "allies" / a <test>?', 'Seoul weighs allies a test 2026-03-02.md'],
    ['../../etc/passwd', 'etc passwd 2026-03-02.md'],
    ['', 'Tightrope 2026-03-02.md'],
    ['CON', 'Tightrope CON 2026-03-02.md'],
    ['photo\u202egnp.exe', 'photognp.exe 2026-03-02.md'],
    ['.hidden', 'hidden 2026-03-02.md'],
    ['한국의 외교', '한국의 외교 2026-03-02.md'],
    ['con.md', 'Tightrope con.md 2026-03-02.md'],
    ['COM¹', 'Tightrope COM¹ 2026-03-02.md'],
    ['Conference', 'Conference 2026-03-02.md'],
  ])('%j is %j', (title, name) => expect(fileName(title, LATER, 'md')).toBe(name));

  it('is short enough and free of path signs, whatever the title', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const name = fileName(title, LATER, 'md');
        expect(new TextEncoder().encode(name).length).toBeLessThan(160);
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]|^[. ]/u);
      }),
    );
  });
});
