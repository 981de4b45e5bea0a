import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { writeAs } from '../../../exchange/formats';
import { fromJson } from '../../../exchange/json';
import { imported } from '../../../exchange/records';
import { annotation, LATER, page, target } from '../annotations/samples';
import { anyAnnotation, anyPageNote, everywhere, NAMED_STRINGS } from './arbitrary';
import { collectionSchema } from './web-annotation';
import { ANNOTATION_RULES, brokenRules, COLLECTION_RULES } from './working-group';

const options = { exported: LATER };
const noted = annotation({ note: 'My note.', tags: ['thaad'], verdict: 'confirmed' });

describe('JSON-LD', () => {
  it.each(NAMED_STRINGS)('brings %s back', (_, text) => {
    const a = everywhere(text);
    const file = writeAs('jsonld', [a], options);
    expect(fromJson(JSON.parse(file))).toEqual(imported({ records: [a] }));
    expect(v.safeParse(collectionSchema, JSON.parse(file)).issues).toBeUndefined();
    expect(brokenRules(JSON.parse(file))).toEqual([]);
  });

  it('comes back as it went', () => {
    fc.assert(
      fc.property(fc.array(anyAnnotation), (list) => {
        expect(fromJson(JSON.parse(writeAs('jsonld', list, options)))).toEqual(imported({ records: list }));
      }),
    );
  });

  it('is of the published shape of the Web Annotation model, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(anyAnnotation), fc.array(anyPageNote, { maxLength: 2 }), (list, pageNotes) => {
        const argumentNotes = [{ argument: 'kelly/expulsion-test', text: 'mine', modified: LATER }] as const;
        const file = JSON.parse(writeAs('jsonld', list, { ...options, argumentNotes, pageNotes }));
        expect(v.safeParse(collectionSchema, file).issues).toBeUndefined();
        expect(brokenRules(file)).toEqual([]);
      }),
    );
    expect(brokenRules(JSON.parse(writeAs('jsonld', [], options)))).toEqual([]);
    expect(v.safeParse(collectionSchema, JSON.parse(writeAs('jsonld', [], options))).issues).toBeUndefined();
  });

  it('carries notes on arguments and articles there and back', () => {
    fc.assert(
      fc.property(fc.array(anyPageNote, { maxLength: 3 }), (pageNotes) => {
        const argumentNotes = [{ argument: 'kelly/expulsion-test', text: '', modified: LATER }] as const;
        const besides = { argumentNotes, pageNotes };
        expect(fromJson(JSON.parse(writeAs('jsonld', [noted], { ...options, ...besides })))).toEqual(
          imported({ records: [noted], ...besides }),
        );
      }),
    );
  });

  /** Every rule of the working group's suite can fail: what breaks it, of a collection or of its first item. */
  const spoilt: [rule: string, of: 'collection' | 'page' | 'item', over: object][] = [
    ['3.1-annotationId', 'item', { id: 'no address' }],
    ['3.1-annotationType', 'item', { type: 'Note' }],
    ['3.1-targetKey', 'item', { target: undefined }],
    ['3.1-targetObjects', 'item', { target: { source: page.url } }],
    [
      '3.1-targetObjects',
      'item',
      { target: { source: page.url, selector: [{ type: 'TextQuoteSelector' }] } },
    ],
    ['3.2-bodyObjects', 'item', { body: [] }],
    ['3.2-bodyObjects', 'item', { body: [{ value: 'x', source: page.url, purpose: 'tagging' }] }],
    ['3.2.5-notBody', 'item', { bodyValue: 'x' }],
    ['3.3.1-annotationCreated', 'item', { created: '2026-02-30' }],
    ['3.3.1-annotationModified', 'item', { modified: [LATER, LATER] }],
    ['motivationRecognized', 'item', { motivation: 'judging' }],
    ['formatSingular', 'item', { body: [{ value: 'x', format: 'markdown' }] }],
    ['purposeRecognized', 'item', { body: [{ value: 'x', purpose: 'judging' }] }],
    ['5.1-collectionContext', 'collection', { '@context': 'http://x.example/' }],
    ['5.1-collectionId', 'collection', { id: 7 }],
    ['5.1-collectionType', 'collection', { type: 'Collection' }],
    ['5.1-collectionLabel', 'collection', { label: [] }],
    ['5.1-collectionTotal', 'collection', { total: -1 }],
    ['5.1-collectionFirst', 'collection', { first: { type: 'Page', items: [] } }],
    ['firstRequired', 'collection', { first: undefined }],
    ['3.3.1-collectionCreated', 'collection', { created: 'today' }],
    ['5.2-pagePartOf', 'page', { partOf: 'x y' }],
    ['5.2-pageStartIndex', 'page', { startIndex: 0.5 }],
    ['itemsFound', 'page', { items: [{ type: 'Note' }] }],
  ];
  it.each(spoilt)('the suite’s rule %s refuses a spoilt %s', (rule, of, over) => {
    const file = JSON.parse(writeAs('jsonld', [noted], options));
    const part = { collection: file, page: file.first, item: file.first.items[0] }[of];
    Object.assign(part, over);
    const spoiltFile = JSON.parse(JSON.stringify(file));
    expect(brokenRules(spoiltFile).join()).toContain(rule);
  });
  it('has such an example for every rule of the suite', () => {
    for (const { from } of [...COLLECTION_RULES, ...ANNOTATION_RULES])
      expect(
        spoilt.some(([rule]) => from.includes(rule)),
        from,
      ).toBe(true);
  });

  it.each([
    ['an end before its start', { selector: [{ type: 'TextPositionSelector', start: 9, end: 3 }] }],
    ['an address that is none', { source: 'no address' }],
    ['a selector without its text', { selector: [{ type: 'TextQuoteSelector' }] }],
  ])('the shape refuses %s', (_, broken) => {
    const file = JSON.parse(writeAs('jsonld', [noted], options));
    Object.assign(file.first.items[0].target, broken);
    expect(v.safeParse(collectionSchema, file).success).toBe(false);
  });

  it('has the shape of the Web Annotation model: a collection, its page, bodies with purposes, both selectors', () => {
    const file = JSON.parse(writeAs('jsonld', [noted], options));
    expect(file['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(file).toMatchObject({
      type: 'AnnotationCollection',
      total: 1,
      first: { type: 'AnnotationPage', startIndex: 0 },
    });
    const [item] = file.first.items;
    expect(item).toMatchObject({
      id: 'urn:tightrope:a1',
      type: 'Annotation',
      target: {
        source: page.url,
        selector: [
          { type: 'TextQuoteSelector', exact: noted.target.quote.exact, prefix: 'before ', suffix: ' after' },
          { type: 'TextPositionSelector' },
        ],
      },
    });
    const body: { purpose: string; value?: string; source?: string }[] = item.body;
    expect(body.map(({ purpose }) => purpose)).toEqual([
      'linking',
      'classifying',
      'assessing',
      'commenting',
      'tagging',
    ]);
    expect(body[0]?.source).toMatch(/^https:\/\/.*#:~:text=/);
    expect(body[3]?.value).toBe('My note.');
    // Nobody has judged what was merely found.
    const [found] = JSON.parse(writeAs('jsonld', [annotation()], options)).first.items;
    expect(found.body.map(({ purpose }: { purpose: string }) => purpose)).toEqual(['linking', 'classifying']);
  });

  it('says the reader’s notes on articles and arguments in bodies of their own', () => {
    const pageNotes = [{ page, text: 'Thin.', modified: LATER }];
    const argumentNotes = [{ argument: 'kelly/expulsion-test', text: 'Mine.', modified: LATER }] as const;
    const { items } = JSON.parse(writeAs('jsonld', [], { ...options, pageNotes, argumentNotes })).first;
    const words = items.map(({ body }: { body?: { purpose: string; value: string }[] }) =>
      body?.map(({ purpose, value }) => [purpose, value]),
    );
    expect(words.sort()).toEqual([[['commenting', 'Mine.']], [['commenting', 'Thin.']]]);
  });

  it('counts in code points', () => {
    const quote = 'Seoul 😀 and 𝒳 agree';
    const where = target(quote, 100);
    const a = annotation({ target: { ...where, position: { ...where.position, pairsBefore: 7 } } });
    const [item] = JSON.parse(writeAs('jsonld', [a], options)).first.items;
    expect(item.target.selector[1]).toEqual({
      type: 'TextPositionSelector',
      start: 93,
      end: 93 + [...quote].length,
    });
  });

  it('names what is wrong, and takes the rest', () => {
    const file = JSON.parse(writeAs('jsonld', [noted, annotation({ id: 'a2' })], options));
    file.first.items[0]['tightrope:annotation'].verdict = 'x';
    expect(fromJson(file)).toMatchObject({
      records: [{ id: 'a2' }],
      errors: [{ record: 1, id: 'a1', path: 'tightrope:annotation.verdict' }],
    });
    expect(fromJson({ '@context': 'x', type: 'Annotation' }).errors).toMatchObject([
      {
        record: 0,
        path: 'type',
        problem: { key: 'no-collection', values: ['"AnnotationCollection"', '"Annotation"'] },
      },
    ]);
  });

  it('names the place in the file of what is wrong, also where notes stand among the annotations', () => {
    const file = JSON.parse(
      writeAs('jsonld', [noted, annotation({ id: 'a2' })], {
        ...options,
        pageNotes: [{ page, text: 'Thin.', modified: LATER }],
      }),
    );
    const [first, second, note] = file.first.items;
    file.first.items = [note, first, { type: 'Annotation' }, second, structuredClone(note), null, 7];
    second['tightrope:annotation'].tags = 'one';
    file.first.items[4]['tightrope:pageNote'].text = 5;
    const { records, pageNotes, errors } = fromJson(file);
    expect(records.map(({ id }) => id)).toEqual(['a1']);
    expect(pageNotes).toHaveLength(1);
    expect(errors.map(({ record, path }) => [record, path])).toEqual([
      [3, 'tightrope:annotation.'],
      [4, 'tightrope:annotation.tags'],
      [6, 'tightrope:annotation.'],
      [7, 'tightrope:annotation.'],
      [5, 'tightrope:pageNote.text'],
    ]);
  });
});
