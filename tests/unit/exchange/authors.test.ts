/** An article's authors in every format, and back. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { merge } from '../../../annotations/merge';
import type { ExportFormat } from '../../../exchange/formats';
import { writeAs } from '../../../exchange/formats';
import { fromJson } from '../../../exchange/json';
import { articleByTemplate, STARTING_TEMPLATE } from '../../../exchange/markdown-template';
import { summaryAsMarkdown } from '../../../exchange/summary';
import { annotation, LATER, page } from '../annotations/samples';
import { hostile } from './arbitrary';

const options = { exported: LATER };
const by = (...authors: string[]) => annotation({ page: { ...page, authors } });
const two = by('First Author', 'Second Author');
const written = (format: ExportFormat, a = two) => writeAs(format, [a], options);
const front = (text: string) => parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '');
const items = (a = two) => JSON.parse(written('jsonld', a)).first.items;

it('stand where a reference manager, a spreadsheet, a note or a report has them', () => {
  expect(JSON.parse(written('csl'))[0].author).toEqual([
    { literal: 'First Author' },
    { literal: 'Second Author' },
  ]);
  expect(written('ris')).toContain('AU  - First Author\r\nAU  - Second Author\r\n');
  expect(written('bibtex')).toContain('  author = {First Author and Second Author},\n');
  const [row] = Papa.parse<Record<string, string>>(written('csv').slice(1), { header: true }).data;
  expect(row?.authors).toBe('First Author; Second Author');
  expect(front(written('markdown')).authors).toEqual(['First Author', 'Second Author']);
  for (const format of ['markdown', 'html', 'plain'] as const)
    expect(written(format)).toContain('First Author, Second Author, Example News, 2026-02-28');
  expect(items()[0]['tightrope:source']).toEqual({
    id: page.url,
    creator: [{ name: 'First Author' }, { name: 'Second Author' }],
  });
  expect(items()[0].target.source).toBe(page.url);
  const filled = articleByTemplate(`${STARTING_TEMPLATE}by {{authors}}`, two.page, [two], options);
  expect(front(filled).authors).toBe('First Author, Second Author');
  expect(filled).toContain('by First Author, Second Author');
  expect(summaryAsMarkdown(two.page, ['One.'])).toContain('First Author, Second Author, Example News');
});

it('are not written where nobody is named', () => {
  expect(JSON.parse(written('csl', annotation()))[0]).not.toHaveProperty('author');
  for (const format of ['ris', 'bibtex', 'markdown', 'jsonld'] as const)
    for (const a of [annotation(), by(), by('')])
      expect(written(format, a)).not.toMatch(/AU {2}-|author =|creator/);
});

it.each(['json', 'jsonld'] as const)(
  'come back from %s as they were, and old records without them',
  (format) => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), (authors) => {
        expect(fromJson(JSON.parse(written(format, by(...authors))))).toMatchObject({
          records: [by(...authors)],
          errors: [],
        });
      }),
    );
    expect(fromJson(JSON.parse(written(format, annotation()))).records).toEqual([annotation()]);
  },
);

it.each([
  ['a text', 'First Author'],
  ['numbers', [1]],
  ['nothing', null],
])('that are %s are refused with their place', (_, authors) => {
  const file = {
    ...JSON.parse(written('json')),
    annotations: [{ ...annotation(), page: { ...page, authors } }],
  };
  expect(fromJson(file)).toMatchObject({
    records: [],
    errors: [{ path: expect.stringMatching(/^page\.authors/) }],
  });
});

it('that would break a format do not', () => {
  const hostileNames = by(
    'x\r\nER  - ',
    'A, B',
    'Trade and Industry',
    'others',
    '}{\\',
    '=cmd',
    '<b>',
    '{{x}}\n---',
  );
  expect(written('ris', hostileNames).match(/^ER {2}-/gm)).toHaveLength(1);
  const author = /^ {2}author = \{(.*)\},$/m.exec(written('bibtex', hostileNames))?.[1] ?? '';
  expect(author).toContain(' and {A, B} and {Trade and Industry} and {others} and ');
  expect(author.split('{').length).toBe(author.split('}').length);
  expect(written('csv', by('=cmd'))).toContain("'=cmd");
  expect(written('html', hostileNames)).not.toContain('<b>');
  expect(front(written('markdown', hostileNames)).authors).toHaveLength(8);
});

it.each([
  ['Jane Q. Doe Jr.', '{Jane Q. Doe Jr.}'],
  ['Jane Doe III', '{Jane Doe III}'],
  ['Ministry of Examples', '{Ministry of Examples}'],
  ['The Editorial Board', '{The Editorial Board}'],
  ['Jae-in Doe', 'Jae-in Doe'],
  ['Jane van der Doe', 'Jane van der Doe'],
])('BibTeX is given %s as %s, so that it takes no other part for the family’s name', (name, author) =>
  expect(written('bibtex', by(name))).toContain(`  author = {${author}},\n`),
);

it('are not lost to a copy from before they were kept', () => {
  const before = annotation();
  expect(merge(two, before)).toEqual(two);
  expect(merge(before, two)).toEqual(two);
});
