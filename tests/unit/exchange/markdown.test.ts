import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeAs } from '../../../exchange/formats';
import { obsidianTag } from '../../../exchange/markdown';
import { summaryAsMarkdown } from '../../../exchange/summary';
import { annotation, LATER, NOW, page, target } from '../annotations/samples';
import { HOSTILE } from './arbitrary';

const options = { exported: LATER };

describe('Markdown', () => {
  it('has an article’s claims in the order of its text', () => {
    const list = [
      annotation({ id: 'second', target: target('The later sentence.', 900) }),
      annotation({ id: 'first', target: target('The earlier sentence.', 90) }),
    ];
    const text = writeAs('markdown', list, options);
    expect(text.indexOf('The earlier')).toBeLessThan(text.indexOf('The later'));
  });

  it('is one article’s note, with properties Obsidian reads', () => {
    const text = writeAs(
      'markdown',
      [annotation({ note: 'Mine **own**.', tags: ['two words', '2026'] })],
      options,
    );
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
    ['a fence', 'See:\n```js\nlet x', 'See:\n```js\nlet x\n```'],
    ['a longer one', '````\n```\nx', '````\n```\nx\n````'],
    ['one of tildes', '~~~ `x`\n%%', '~~~ `x`\n%%\n~~~'],
    ['a comment', 'So %% or so', 'So %% or so\n%%'],
    ['a comment with a fence in it', '%%\n```\nx', '%%\n```\nx\n%%'],
    ['a closed fence', '```\nx\n  ```', '```\nx\n  ```'],
    ['a closed comment', 'So %%or\nso%% it is', 'So %%or\nso%% it is'],
    ['signs in code', 'Marks like `%%` or ```x``` are fine', 'Marks like `%%` or ```x``` are fine'],
    ['a comment of HTML, which is text', 'So <!-- or so', 'So \\<!-- or so'],
  ])('lets no note take in what follows it: %s', (_, note, written) => {
    const list = [annotation({ id: 'a', note }), annotation({ id: 'b', target: target('Later.', 900) })];
    const pageNotes = [{ page, text: note, modified: NOW }];
    const text = writeAs('markdown', list, { ...options, pageNotes });
    expect(text).toContain(`\n\n${written}\n\n> Later.`);
    expect(text).toContain(`\n\n${written}\n\n> Seoul will`);
  });

  it.each([
    ['See <https://x.example/a?b=c#d>.', 'See <https://x.example/a?b=c#d>.'],
    ['<https://x.example onclick=y>', '\\<https://x.example onclick=y>'],
    ['<javascript:alert(1)> a<b', '\\<javascript:alert(1)> a\\<b'],
    ['<https://<b>x', '\\<https://\\<b>x'],
  ])('leaves the reader’s links whole, and nothing that could be HTML: %j', (note, written) =>
    expect(writeAs('markdown', [annotation({ note })], options)).toContain(`\n\n${written}\n`),
  );

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
    const [, front = '', body = ''] = writeAs(
      'markdown',
      [annotation({ page: { ...page, title } })],
      options,
    ).split(/^---$/m);
    expect(front).toMatch(/^title: Seoul s choice now$/m);
    expect(body).toMatch(/^# Seoul s choice now$/m);
  });

  it.each(['---', '- - -', '+ x', '1. x'])('takes a quote %j for no mark', (quote) =>
    expect(writeAs('markdown', [annotation({ target: target(quote) })], options)).toMatch(/^> (\\|1\\)/m),
  );

  it('has a pasted text’s title once, and no empty link', () => {
    const pasted = { ...page, key: 'text:1', url: '', title: 'From a leaflet', outlet: '', published: '' };
    const text = writeAs('markdown', [annotation({ page: pasted })], options);
    const [, , body = ''] = text.split(/^---$/m);
    expect(body.match(/From a leaflet/g)).toHaveLength(1);
    expect(
      writeAs('markdown', [annotation({ page: { ...pasted, url: 'https://x.example/a' } })], options),
    ).toContain('\n[x.example](https://x.example/a)\n');
  });

  it('has the notes on arguments, and those on articles without a claim', () => {
    const argumentNotes = [{ argument: 'kelly/expulsion-test', text: 'Mine.', modified: NOW }] as const;
    const other = { ...page, key: 'https://b.example/x', title: 'Another' };
    const pageNotes = [
      { page, text: 'Thin.', modified: NOW },
      { page: other, text: 'Thick.', modified: NOW },
    ];
    const text = writeAs('markdown', [annotation()], { ...options, argumentNotes, pageNotes });
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

  it('has the notes on arguments where all claims are of one article, too, and nothing of an empty one', () => {
    const noteOf = (text: string) => {
      const argumentNotes = [{ argument: 'kelly/expulsion-test', text, modified: NOW }] as const;
      return writeAs('markdown', [annotation()], { ...options, argumentNotes });
    };
    expect(noteOf('Mine.')).toMatch(/\n## Notes on the arguments\n\n### \[.*\n\nMine\.\n$/);
    expect(noteOf('')).not.toContain('## Notes on the arguments');
  });

  it('groups a list by article', () => {
    const other = { ...page, key: 'https://b.example/x', title: 'Another' };
    const text = writeAs(
      'markdown',
      [annotation(), annotation({ id: 'b', page: other }), annotation({ id: 'c' })],
      options,
    );
    expect(text.match(/^## .*$/gm)).toEqual(['## Seoul weighs its allies', '## Another']);
    expect(text.indexOf('^tightrope-c')).toBeLessThan(text.indexOf('## Another'));
  });

  it.each(HOSTILE)('keeps %j what it is: text', (hostileText) => {
    const text = writeAs(
      'markdown',
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
  expect(writeAs('markdown', [annotation({ page: hard })], options)).toContain(link);
  expect(summaryAsMarkdown({ ...page, url: 'javascript:alert(1)' }, ['One.'])).not.toContain('javascript');
});
