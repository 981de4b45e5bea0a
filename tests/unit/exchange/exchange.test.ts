import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../../exchange/file-name';
import { writeAs } from '../../../exchange/formats';
import { fromJson } from '../../../exchange/json';
import { readFile } from '../../../exchange/reading';
import { imported } from '../../../exchange/records';
import { annotation, LATER, NOW, page, target } from '../annotations/samples';
import { anyAnnotation, everywhere, HOSTILE, hostile, NAMED_STRINGS } from './arbitrary';

const options = { exported: LATER };
describe('JSON', () => {
  it('comes back as it went, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(anyAnnotation), (list) => {
        const { records, errors } = fromJson(JSON.parse(writeAs('json', list, options)));
        expect(errors).toEqual([]);
        expect(records).toEqual(list);
      }),
    );
  });

  it.each(NAMED_STRINGS)('brings %s back', (_, text) => {
    const a = everywhere(text);
    expect(fromJson(JSON.parse(writeAs('json', [a], options)))).toEqual(imported({ records: [a] }));
  });

  it('carries a note of a megabyte and what remains of removed annotations', () => {
    const tombstones = [{ id: 't', pageKey: page.key, quoteHash: '0'.repeat(16), deleted: NOW }];
    const big = annotation({ note: 'x\n"</script>'.repeat(100_000) });
    const argumentNotes = [{ argument: 'kelly/expulsion-test', text: '</script>"', modified: NOW }] as const;
    const pageNotes = [{ page, text: 'on the whole', modified: NOW }];
    const besides = { tombstones, argumentNotes, pageNotes };
    const back = fromJson(JSON.parse(writeAs('json', [big], { ...options, ...besides })));
    expect(back).toEqual(imported({ records: [big], ...besides }));
  });

  it('takes the good records of a bad file and says what is wrong with the others', () => {
    const bad = {
      ...annotation({ id: 'bad' }),
      verdict: 'loved',
      target: { ...target('x'), position: { type: 'TextPositionSelector', start: 9, end: 3 } },
    };
    const file = JSON.parse(writeAs('json', [annotation(), annotation({ id: 'a2' })], options));
    file.annotations.splice(1, 0, bad, 'no object', null);
    const { records, errors } = fromJson(file);
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
    const { records, errors } = readFile(text, LATER);
    expect(records).toEqual([]);
    expect(errors).toEqual([{ record: 0, id: '', path, problem: { key, values } }]);
  });

  it('leaves prototypes alone', () => {
    const file = writeAs('json', [annotation()], options).replace(
      '"note":""',
      '"note":"","__proto__":{"polluted":1}',
    );
    const [record] = fromJson(JSON.parse(file)).records;
    expect((record as unknown as { polluted?: number }).polluted).toBeUndefined();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('CSV', () => {
  const rowsOf = (csv: string) =>
    Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
      .data;

  it('has a row for each annotation, with quotes, commas and line breaks in place', () => {
    const note = 'one, "two"\nthree; 四';
    const [row] = rowsOf(writeAs('csv', [annotation({ note, tags: ['a', 'b'] })], options));
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
    expect(row?.['essay address']).toMatch(/^https:.*#:~:text=/);
    // Others' tables and formulas go by the names.
    expect(Object.keys(row ?? {}).join()).toBe(
      'id,claim,argument,argument label,stance,confidence,verdict,note,tags,title,authors,outlet,published,address,essay,essay address,place,created,modified,engine',
    );
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
    const rows = rowsOf(writeAs('csv', list, options));
    expect(rows).toHaveLength(list.length);
    for (const row of rows)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('nor to a spreadsheet that cuts at %s', (_, delimiter) => {
    const parts = [
      '; =1+1',
      ';\t"=1+1"',
      '\n=1',
      '\n- 2',
      'x',
      '"',
      ';',
      '\t',
      '\r\n',
      "'",
      '@A1',
      ', ',
      '＝1',
    ];
    const any = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((some) => some.join(''));
    fc.assert(
      fc.property(any, any, (note, title) => {
        const csv = writeAs(
          'csv',
          [annotation({ note, tags: ['a', note], page: { ...page, title } })],
          options,
        );
        const rows = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimiter }).data;
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
      }),
    );
    const csv = writeAs('csv', [annotation({ tags: ['x', '=1+1'], note: '=1\n- 2' })], options);
    expect(csv).toContain("x; '=1+1");
    expect(csv).toContain("'=1\n'- 2");
  });

  it('gives any text back, save for the apostrophes', () => {
    const within = /(?<=[;\t\r\n][\s"]*'*)'(?=[=+\-@＝＋－＠|%])/g;
    fc.assert(
      fc.property(hostile, (note) => {
        fc.pre(!note.includes('\r'));
        const [row] = rowsOf(writeAs('csv', [annotation({ note })], options));
        // Half a surrogate pair cannot be written as UTF-8.
        const written = note.replace(/\p{Cs}/gu, '\ufffd');
        expect([written, `'${written}`]).toContain(row?.note?.replace(within, ''));
      }),
    );
  });
});

describe('file names', () => {
  it.each([
    ['Seoul weighs: "allies" / a <test>?', 'Seoul weighs allies a test 2026-03-02.md'],
    ["Korea's 'third way'", 'Korea’s ’third way’ 2026-03-02.md'],
    ['Seoul weighs\nits allies', 'Seoul weighs its allies 2026-03-02.md'],
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
