import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { articleByTemplate, STARTING_TEMPLATE, VARIABLES } from '../../../exchange/markdown-template';
import type { Problem } from '../../../exchange/problems';
import { fillTemplate, type TemplateError } from '../../../exchange/template';
import { annotation, LATER, page } from '../annotations/samples';
import { hostile } from './arbitrary';

const claims = [
  { quote: 'one', note: 'n' },
  { quote: 'two', note: '' },
];

describe('a template', () => {
  it.each([
    ['{{title}}', 'T'],
    ['a {{ title }} b', 'a T b'],
    ['{{#if empty}}x{{else}}y{{/if}}', 'y'],
    ['{{#if title}}x{{/if}}', 'x'],
    ['{{#each claims}}{{quote}} of {{title}}; {{/each}}', 'one of T; two of T; '],
    [
      '{{#each claims}}\n- {{quote}}\n{{#if note}}\n  {{note}}\n{{/if}}\n{{/each}}\nend',
      '- one\n  n\n- two\nend',
    ],
    ['{{title|yaml}}', '"T"'],
    ['{ {not} } }}', '{ {not} } }}'],
  ])('%j gives %j', (template, text) => {
    expect(fillTemplate(template, { title: 'T', empty: '', claims })).toBe(text);
  });

  it.each<[string, number, Problem]>([
    ['a\n{{nope}}', 2, { key: 'no-name', values: ['nope', 'claims, empty, title'] }],
    ['{{#if title}}', 1, { key: 'never-closed', values: ['if', 'title'] }],
    ['\n\n{{/each}}', 3, { key: 'closes-nothing', values: ['each'] }],
    ['{{#if title}}{{/each}}', 1, { key: 'closes-nothing', values: ['each'] }],
    ['{{else}}', 1, { key: 'else-outside', values: [] }],
    ['{{#if title}}{{else}}{{else}}{{/if}}', 1, { key: 'else-outside', values: [] }],
    ['{{claims}}', 1, { key: 'is-list', values: ['claims'] }],
    ['{{#each title}}{{/each}}', 1, { key: 'no-list', values: ['title'] }],
    ['{{title.length}}', 1, { key: 'no-form', values: ['title.length'] }],
    ['{{constructor}}', 1, { key: 'no-name', values: ['constructor', 'claims, empty, title'] }],
  ])('%j: line %i, %o', (template, line, problem) => {
    const fill = () => fillTemplate(template, { title: 'T', empty: '', claims });
    expect(fill).toThrow(expect.objectContaining({ name: 'TemplateError', line, problem }));
  });
});

describe('an article by the reader’s template', () => {
  const noted = annotation({ note: 'My *note*.', tags: ['thaad'] });

  it('has what the starting template asks for', () => {
    const text = articleByTemplate(STARTING_TEMPLATE, page, [noted, annotation({ id: 'b' })], {
      exported: LATER,
    });
    expect(text).toMatch(/^---\ntitle: "Seoul weighs its allies"\n/);
    expect(text).toContain('# Seoul weighs its allies\n');
    expect(text).toMatch(/> Seoul will stay .*\n\n\^tightrope-a1\n\n\*\*echoes\*\* \[The treaty/);
    expect(text).toContain('My *note*.');
    expect(text).not.toContain('{{');
  });

  it('is told the line of its mistake as the reader counts it, front matter and all', () => {
    const lineOf = (template: string) => {
      try {
        articleByTemplate(template, page, [noted], { exported: LATER });
      } catch (thrown) {
        return (thrown as TemplateError).line;
      }
    };
    expect(lineOf('---\ntitle: {{nope}}\n---\n')).toBe(2);
    expect(lineOf('---\ntitle: {{title|yaml}}\n---\n\n{{nope}}')).toBe(5);
    expect(lineOf('---\ntitle: {{title|yaml}}\n---\n{{#if title}}')).toBe(4);
    expect(lineOf('{{nope}}')).toBe(1);
  });

  it('can name every variable that is documented', () => {
    const each = (names: readonly string[]) =>
      names
        .filter((name) => name !== 'claims')
        .map((name) => `{{${name}}}`)
        .join('\n');
    const template = `${each(VARIABLES.article)}\n{{#each claims}}\n${each(VARIABLES.claim)}\n{{/each}}`;
    expect(() => articleByTemplate(template, page, [noted], { exported: LATER })).not.toThrow();
  });

  it('gives what is said of a claim, and lets no note bring in HTML or a picture', () => {
    const template = '{{pageNote}}\n{{#each claims}}{{confidence}} {{claimTags}} {{essayUrl}}{{/each}}';
    const pageNote = { page, text: '<img src=x> ![](https://x.example/a.png)', modified: LATER };
    const tagged = annotation({ tags: ['two words', '2026'] });
    expect(articleByTemplate(template, page, [tagged], { exported: LATER, pageNote })).toMatch(
      /^\\<img src=x> \\!\[\]\(https:.*\)\n80% #two-words #_2026 https:\/\/.+$/,
    );
  });

  it('has tags as a list in its front matter, where a # would begin a comment', () => {
    const list = [annotation({ tags: ['two words', '2026'] }), annotation({ tags: ['thaad', '2026'] })];
    const write = (some: typeof list) =>
      articleByTemplate(`${STARTING_TEMPLATE}All: {{tags}}`, page, some, { exported: LATER });
    const front = (text: string) => parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '');
    expect(front(write(list)).tags).toEqual(['two-words', '_2026', 'thaad']);
    expect(front(write([annotation()])).tags).toEqual([]);
    expect(write(list)).toContain('All: #two-words #_2026 #thaad');
  });

  it('keeps its front matter, whatever the page is called', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, outlet) => {
        const tagged = annotation({ tags: [title, outlet] });
        const text = articleByTemplate(STARTING_TEMPLATE, { ...page, title, outlet }, [tagged], {
          exported: LATER,
        });
        const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
        expect(Object.keys(parse(front) as object)).toEqual([
          'title',
          'authors',
          'outlet',
          'published',
          'url',
          'tags',
        ]);
      }),
    );
  });
});
