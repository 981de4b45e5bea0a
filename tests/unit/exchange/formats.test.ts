import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../annotations/types';
import { FORMATS } from '../../../components/exchange/formats';
import { EXPORT_FORMATS, type ExportFormat, writeAs } from '../../../exchange/formats';
import { overviewOf } from '../../../exchange/overview';
import { annotation, LATER, page, target } from '../annotations/samples';
import { anyAnnotation, anyPageNote } from './arbitrary';

const options = { exported: LATER };
const noted = annotation({ note: 'My note.', tags: ['thaad'], verdict: 'confirmed' });

describe('every format', () => {
  it('is offered to the reader', () => {
    expect([...FORMATS].sort()).toEqual(Object.keys(EXPORT_FORMATS).sort());
  });

  it.each(Object.keys(EXPORT_FORMATS) as ExportFormat[])(
    '%s is writable as UTF-8, whatever is in it',
    (format) => {
      fc.assert(
        fc.property(fc.array(anyAnnotation, { maxLength: 3 }), (list) => {
          expect(() => encodeURIComponent(writeAs(format, list, options))).not.toThrow();
        }),
      );
    },
  );
});

describe('written bit by bit', () => {
  const formats = Object.keys(EXPORT_FORMATS) as ExportFormat[];
  /** Some articles with some claims each, cut into bits between articles. */
  const articles = fc.array(fc.array(anyAnnotation, { minLength: 1, maxLength: 3 }), { maxLength: 5 });

  it.each(formats)('%s is to the letter what is written at once', (format) => {
    fc.assert(
      fc.property(articles, fc.array(anyPageNote, { maxLength: 2 }), (groups, others) => {
        const bits = groups.map((list, i) =>
          list.map((a) => ({ ...a, page: { ...a.page, key: `https://x.example/${i}` } })),
        );
        const [first] = bits.flat();
        const pageNotes = [
          ...others,
          ...(first ? [{ page: first.page, text: 'on the whole', modified: LATER }] : []),
        ];
        const argumentNotes = [{ argument: 'kelly/expulsion-test', text: 'mine', modified: LATER }] as const;
        const given = { ...options, pageNotes, argumentNotes };
        const { head, slice, foot } = EXPORT_FORMATS[format].open(overviewOf(bits.flat().reverse()), given);
        const inBits = [head, ...bits.map((bit) => slice(bit)), slice([]), foot()].join('');
        expect(inBits).toBe(writeAs(format, bits.flat(), given));
      }),
    );
  });

  it.each(formats.filter((format) => !['csv', 'json', 'jsonld'].includes(format)))(
    '%s has the note on an article, also where nothing was found in it',
    (format) => {
      const other = { ...page, key: 'https://b.example/x', title: 'Another' };
      const pageNotes = [
        { page, text: 'Rather thin.', modified: LATER },
        { page: other, text: 'Rather thick.', modified: LATER },
      ];
      const text = writeAs(format, [noted], { ...options, pageNotes });
      expect(text).toContain('Rather thin.');
      expect(text).toContain('Rather thick.');
      expect(text).toContain('Another');
    },
  );
});

it.each(['markdown', 'csv', 'ris', 'bibtex', 'csl', 'html', 'plain'] as const)(
  '%s tells a claim the reader dismissed from the others',
  (format) => {
    const text = (verdict: 'found' | 'dismissed') => writeAs(format, [annotation({ verdict })], options);
    expect(text('dismissed')).toContain('dismissed');
    expect(text('found')).not.toContain('dismissed');
  },
);

it.each((Object.keys(EXPORT_FORMATS) as ExportFormat[]).filter((format) => format !== 'json'))(
  '%s tells a view the essay only reports from its author’s own',
  (format) => {
    const text = (argument: 'kelly/courted-by-both' | 'kelly/expulsion-test') =>
      writeAs(format, [annotation({ correction: { argument, stance: 'challenges' } })], options);
    expect(text('kelly/courted-by-both')).toContain('reported view');
    expect(text('kelly/expulsion-test')).not.toContain('reported view');
  },
);

describe('reference managers’ formats', () => {
  const other = annotation({
    id: 'b',
    page: { ...page, key: 'https://x.example/2', title: 'A {new} 50% & $5 #1_plan' },
  });
  it('RIS has one record for each article, claims and note attached', () => {
    const ris = writeAs('ris', [noted, annotation({ id: 'a2' }), other], options);
    expect(ris.match(/^TY {2}- NEWS\r$/gm)).toHaveLength(2);
    expect(ris.match(/^ER {2}- \r$/gm)).toHaveLength(2);
    expect(ris).toContain('DA  - 2026/02/28/\r\n');
    expect(ris).toMatch(/N1 {2}- “Seoul will stay .*” \[echoes .*\] My note\.\r\n/);
    expect(ris).toContain('KW  - thaad\r\n');
  });
  it('an article was last read when its latest claim was written', () => {
    const list = [noted, annotation({ id: 'a2', modified: LATER }), annotation({ id: 'a3' })];
    expect(writeAs('ris', list, options)).toContain('Y2  - 2026/03/02\r\n');
    expect(writeAs('bibtex', list, options)).toContain('urldate = {2026-03-02}');
    expect(JSON.parse(writeAs('csl', list, options))[0].accessed).toEqual({ 'date-parts': [[2026, 3, 2]] });
  });
  it('a date is as exact as the page’s own, and a comma in a tag parts no keywords', () => {
    const list = [annotation({ tags: ['war, cold'], page: { ...page, published: '2021-04' } })];
    expect(writeAs('ris', list, options)).toContain('DA  - 2021/04//\r\n');
    expect(writeAs('bibtex', list, options)).toMatch(/ date = \{2021-04\},$/m);
    expect(writeAs('bibtex', list, options)).toMatch(/ keywords = \{war +cold\},$/m);
    expect(JSON.parse(writeAs('csl', list, options))[0].issued).toEqual({ 'date-parts': [[2021, 4]] });
  });
  it('what a page does not say is no field', () => {
    const silent = [annotation({ page: { ...page, outlet: '', published: '', title: '', url: '' } })];
    expect(writeAs('ris', silent, options)).not.toMatch(/^(DA|PY|T2|PB|UR)|^TI {2}- \r$/m);
    expect(writeAs('bibtex', silent, options)).not.toMatch(/= \{\{?\}/);
    const [entry] = JSON.parse(writeAs('csl', silent, options));
    expect(Object.keys(entry)).toEqual(['id', 'type', 'title', 'language', 'accessed', 'note']);
  });
  it('a line break in a field cannot start another', () => {
    // Some readers end a line at these, too.
    const others = annotation({ note: 'x\u0085ER  - \u2028TY  - BOOK\u000bTY  - BOOK\u0000' });
    expect(writeAs('ris', [others], options)).not.toMatch(/(?![\r\n])\p{Cc}|\u2028/u);
    const evil = annotation({ note: 'x\r\nER  - \r\nTY  - BOOK', page: { ...page, title: 'y\nTI  - z' } });
    expect(writeAs('ris', [evil], options).match(/^(TY|ER|TI) /gm)).toEqual(['TY ', 'TI ', 'ER ']);
  });
  it('BibTeX escapes what TeX reads, balances braces and gives each article its own key', () => {
    const bib = writeAs(
      'bibtex',
      [noted, other, annotation({ id: 'c', page: { ...page, key: 'k3' } })],
      options,
    );
    expect(bib).toContain('title = {{A \\textbraceleft{}new\\textbraceright{} 50\\% \\& \\$5 \\#1\\_plan}}');
    const keys = [...bib.matchAll(/^@online\{([^,]+),$/gm)].map((m) => m[1]);
    expect(new Set(keys).size).toBe(3);
    fc.assert(
      fc.property(anyAnnotation, (a) => {
        // Those with a backslash count: to BibTeX it is no escape.
        for (const line of writeAs('bibtex', [a], options).split('\n').slice(1, -2))
          expect(line.split('{').length, line).toBe(line.split('}').length);
      }),
    );
  });
  it('BibTeX names the signs that TeX’s default fonts lack', () => {
    const list = [annotation({ page: { ...page, title: 'Opinion | Seoul <-> Beijing' } })];
    expect(writeAs('bibtex', list, options)).toContain(
      'title = {{Opinion \\textbar{} Seoul \\textless{}-\\textgreater{} Beijing}}',
    );
  });
  it('an article is cited by the same key, whatever is exported with it', () => {
    const of = (key: string, title: string) => annotation({ page: { ...page, key, title } });
    const first = of('https://x.example/1', 'South Korea weighs its choice');
    const later = of('https://x.example/2', 'South Korea’s leader in Beijing');
    const keyIn = (list: Annotation[]) => {
      const bib = writeAs('bibtex', list, options);
      const items: { id: string; title: string }[] = JSON.parse(writeAs('csl', list, options));
      const id = items.find(({ title }) => title === first.page.title)?.id ?? '';
      expect(bib).toContain(`@online{${id},\n  title = {{${first.page.title}}}`);
      return id;
    };
    expect(keyIn([first])).toMatch(/^examplenews-2026-south-[a-z0-9]{4}$/);
    expect(keyIn([later, first])).toBe(keyIn([first]));
  });
  it('BibTeX has an address as it is, percent signs too', () => {
    const korean = { ...page, url: 'https://x.example/한국 {a}?q=50%25&r=\\_#s' };
    const bib = writeAs('bibtex', [annotation({ page: korean })], options);
    expect(bib).toContain('  url = {https://x.example/%ED%95%9C%EA%B5%AD%20%7Ba%7D?q=50%25&r=%5C_#s},\n');
  });
  it('BibTeX has the notes where Zotero looks for them too, and the language as babel calls it', () => {
    const bib = writeAs('bibtex', [noted], options);
    expect(bib).toMatch(/^ {2}annote = \{“Seoul will stay .*” \[echoes .*\] My note\.\},$/m);
    expect(bib).toContain('  langid = {english},\n');
    const other = annotation({ page: { ...page, language: 'ko' } });
    expect(writeAs('bibtex', [other], options)).not.toContain('langid');
  });
  it('CSL-JSON has type, date parts and a note', () => {
    expect(JSON.parse(writeAs('csl', [noted], options))).toMatchObject([
      {
        type: 'article-newspaper',
        title: page.title,
        issued: { 'date-parts': [[2026, 2, 28]] },
        'container-title': 'Example News',
        note: expect.stringContaining('My note.'),
        keyword: 'thaad',
      },
    ]);
    const [both] = JSON.parse(
      writeAs('csl', [annotation({ id: 'a2', target: target('First.', 1) }), noted], options),
    );
    expect(both.note).toMatch(/^“First\.”.*\n“Seoul.*My note\.$/);
  });
});

describe('the report', () => {
  it('shows text as text, links only to the web, and loads nothing', () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&';
    const html = writeAs(
      'html',
      [
        annotation({
          note: evil,
          tags: [evil],
          target: target(evil),
          page: { ...page, title: evil, outlet: evil, url: 'javascript:alert(1)' },
        }),
      ],
      {
        ...options,
        argumentNotes: [{ argument: 'kelly/expulsion-test', text: evil, modified: LATER }],
        pageNotes: ['x', page.key].map((key) => ({ page: { ...page, key }, text: evil, modified: LATER })),
      },
    );
    expect(html.match(/<p class="note">&#60;script/g)).toHaveLength(4);
    expect(html).not.toMatch(/<script|<img|href="javascript/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('&#60;script&#62;');
  });
  it('keeps a note’s lines apart wherever it is opened, however they end', () => {
    const note = 'One <b>.\r\n\r\nTwo.\n  - three\n';
    const pageNotes = [{ page, text: note, modified: LATER }];
    const argumentNotes = [{ argument: 'kelly/expulsion-test', text: note, modified: LATER }] as const;
    const html = writeAs('html', [annotation({ note })], { ...options, pageNotes, argumentNotes });
    const written = '<p class="note">One &#60;b&#62;.<br><br>Two.<br>  - three</p>';
    expect(html.split(written)).toHaveLength(4);
  });
  it('says on paper where an article is, and leaves no heading alone at a page’s foot', () => {
    const [, style = ''] = /<style>([\s\S]*)<\/style>/.exec(writeAs('html', [noted], options)) ?? [];
    expect(style).toMatch(/@media print \{[^@]*h2 a::after \{ content: attr\(href\);/);
    expect(style).toMatch(/h2, h3[^{]*\{ break-after: avoid;/);
  });
  it('counts by argument and stance, dismissed ones left out', () => {
    const html = writeAs(
      'html',
      [noted, annotation({ id: '2' }), annotation({ id: '3', verdict: 'dismissed' })],
      options,
    );
    expect(html).toMatch(/<td class="number">2<\/td><td class="number">0<\/td><td class="number">0<\/td>/);
    expect(html).toContain('<p class="note">My note.</p>');
    expect(html).toContain('80% sure · confirmed by the reader · thaad');
  });
});

describe('Markdown', () => {
  it('says whose word a link is, and where the claim stands by now', () => {
    const factsOf = (over: Partial<Annotation>) =>
      /^\*(.*)\*$/m.exec(writeAs('markdown', [annotation(over)], options))?.[1];
    const correction = { argument: 'diplomat/china-pressure', stance: 'relates' } as const;
    expect(factsOf({ correction, verdict: 'confirmed' })).toBe(
      'confirmed by the reader, argument or stance chosen by the reader',
    );
    expect(factsOf({ correction, verdict: 'added' })).toBe('added by the reader');
    expect(factsOf({ anchor: { state: 'orphaned' } })).toBe('80% sure, found, no longer on the page');
    expect(factsOf({ anchor: { state: 'uncertain' } })).toBe('80% sure, found, place uncertain');
  });
});

describe('CSV', () => {
  it('has the article’s day, and no confidence where the reader chose', () => {
    const chosen = { argument: 'diplomat/china-pressure', stance: 'relates' } as const;
    const [head = '', plain = '', corrected = ''] = writeAs(
      'csv',
      [annotation({ target: target('x') }), annotation({ target: target('x'), correction: chosen })],
      options,
    ).split('\r\n');
    // Without it Excel misreads UTF-8.
    expect(head[0]).toBe('\ufeff');
    const cell = (row: string, name: string) => row.split(',')[head.slice(1).split(',').indexOf(name)];
    const names = ['published', 'stance', 'confidence'];
    expect(names.map((name) => cell(plain, name))).toEqual([page.published, 'echoes', '0.800']);
    expect(names.map((name) => cell(corrected, name))).toEqual([page.published, 'relates', '']);
  });
});

describe('plain text', () => {
  it('has claim, link and note', () => {
    expect(writeAs('plain', [noted], options)).toMatch(
      /^Seoul weighs its allies\nExample News, 2026-02-28\nhttps:.*\n\n“Seoul will stay.*”\n– echoes “.*” \(.*\)\nMy note\.\nTags: thaad\n$/,
    );
    const onArgument = {
      argument: 'diplomat/india-model',
      text: 'Is India alike?',
      modified: LATER,
    } as const;
    expect(writeAs('plain', [noted], { ...options, argumentNotes: [onArgument] })).toMatch(
      /Tags: thaad\n\n\nOn “India shows both can be kept”:\nIs India alike\?\n$/,
    );
  });
});
