import { expect, test } from 'vitest';
import { describeInPage, fixture, open } from './harness';
import type { Room } from './room';

declare const room: Room;

async function read(html: string) {
  const page = await open(html);
  const result = await page.evaluate(() => {
    const before = document.documentElement.outerHTML;
    const { pageText, root, ...article } = room.findArticle(document);
    const body = document.body.textContent ?? '';
    return {
      ...article,
      root: root?.className || root?.localName,
      unchanged: before === document.documentElement.outerHTML,
      astray: article.blocks.filter(({ start, text }) => body.slice(start, start + text.length) !== text),
      length: pageText.text.length - body.length,
    };
  });
  expect(result.unchanged).toBe(true);
  expect(result.astray).toEqual([]);
  expect(result.length).toBe(0);
  const sorted = [...result.blocks].sort((a, b) => a.start - b.start);
  expect(result.blocks).toEqual(sorted);
  return { ...result, all: result.blocks.map((block) => block.text).join('\n') };
}

describeInPage('findArticle', () => {
  test('takes a newspaper page: headline, body, quote, list; no caption, byline, related link, comment, footer', async () => {
    const { all, blocks, ...article } = await read(fixture('daily'));
    expect(blocks.map(({ kind }) => kind)).toEqual([
      'headline',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'quote',
      'list-item',
      'list-item',
      'paragraph',
    ]);
    expect(blocks[1]?.text).toContain('remains the foundation of the country');
    expect(blocks[3]?.text.endsWith('a senior official said.')).toBe(true);
    expect(blocks[4]?.text).toBe('The official asked not to be named.');
    for (const other of [
      'Photo: pool',
      'staff writer',
      'Read more',
      'said a reader',
      'Copyright',
      'Home',
      'answers in kind',
    ]) {
      expect(all).not.toContain(other);
    }
    expect(article).toMatchObject({
      title: 'Seoul weighs its words between two powers',
      published: '2026-11-21T08:30:00+09:00',
      outlet: 'The Example Daily',
      canonical: 'https://news.example/2026/11/21/seoul-between-two-powers.html',
      language: 'en',
    });
  });

  test('takes no more of what a page says of itself than one would', async () => {
    const long = 'x'.repeat(20_000);
    const html = fixture('daily')
      .replace('lang="en"', `lang="${long}"`)
      .replace('"headline":"', `"headline":"${long}`);
    const { language, title } = await read(html);
    expect([language.length, title.length]).toEqual([500, 500]);
  });

  test('takes a wire page that knows only line breaks, one block for each part', async () => {
    const { blocks } = await read(fixture('breaks'));
    expect(blocks.map(({ text }) => text.slice(0, 20))).toEqual([
      'Envoys meet in Seoul',
      'SEOUL (Wire) - Envoy',
      'A person with knowle',
      'The White House call',
      'Nothing was signed. ',
    ]);
  });

  test('takes every post of a live blog', async () => {
    const { all } = await read(fixture('live'));
    for (const post of ['with prudence', 'though the Taiwan Strait does', 'security advisers'])
      expect(all).toContain(post);
  });

  test('takes what a paywall leaves and not the wall', async () => {
    const { all } = await read(fixture('teaser'));
    expect(all).toContain('It need not, and it will not.');
    expect(all).not.toContain('subscribe now');
    expect(all).not.toContain('newsletter');
  });

  test('takes a list of questions with its headings and items', async () => {
    const { all, blocks } = await read(fixture('listicle'));
    for (const part of [
      '2. What does Beijing say?',
      'call the grouping a small NATO',
      'Two in three',
      'both of them have learned',
    ]) {
      expect(all).toContain(part);
    }
    expect(blocks.filter(({ kind }) => kind === 'list-item')).toHaveLength(2);
  });

  test('keeps an opinion page whose body is named after comment', async () => {
    const html = fixture('listicle').replace('class="content"', 'class="comment-body"');
    expect((await read(html)).all).toContain('both of them have learned');
  });

  test.each([
    [
      'transcript',
      ['does South Korea have to choose', 'made its choice when it signed', 'We will not host anything'],
      ['every weekday', '24:10', 'made in a hurry', 'Next: Why China', 'write to the programme'],
    ],
    [
      'opinion',
      [
        'The comfort of being courted',
        'likes to be asked to dance',
        'because the pretence is cheap.',
        'read the bill',
      ],
      [
        'World news',
        'keeps bees',
        'Pool photo',
        'pays for the music',
        'letter box',
        'but respect',
        'Nonsense',
      ],
    ],
    [
      'wire',
      [
        'to hold talks on chips',
        'will hold talks next week',
        'ask Washington for more time',
        'saw off the branch',
      ],
      [
        'All headlines',
        'undated file image',
        'Share this story',
        'warns South Korea over',
        'no reproduction',
      ],
    ],
    ['live', ['with prudence'], []],
    ['teaser', ['it will not'], ['Subscribe']],
  ])('takes of a page of the shape %s its body and nothing around it', async (name, inside, outside) => {
    const { all } = await read(fixture(name));
    for (const words of inside) expect(all.toLowerCase()).toContain(words.toLowerCase());
    for (const words of outside) expect(all).not.toContain(words);
  });

  test('takes of two articles under each other the one in view, with its own address, title and date', async () => {
    const page = await open(fixture('scrolled'));
    const found = await page.evaluate(() => {
      const [first, second] = room.articleElements(document);
      const of = (scope: Element | undefined) => {
        const { blocks, title, canonical, published } = room.findArticle(
          document,
          undefined,
          undefined,
          scope,
        );
        const body = document.body.textContent ?? '';
        const astray = blocks.filter(({ start, text }) => body.slice(start, start + text.length) !== text);
        return { texts: blocks.map(({ text }) => text.slice(0, 20)), title, canonical, published, astray };
      };
      return { count: room.articleElements(document).length, first: of(first), second: of(second) };
    });
    expect(found).toEqual({
      count: 2,
      first: {
        texts: [
          'Seoul counts its shi',
          '21 November',
          'South Korea will bui',
          'China called the pla',
          'The ships are to be ',
          'Nobody in the minist',
        ],
        title: 'Seoul counts its ships before spring',
        canonical: 'https://news.example/2026/11/21/seoul-counts-its-ships',
        published: '2026-11-21',
        astray: [],
      },
      second: {
        texts: [
          'Beijing counts its f',
          '20 November',
          'China sent a new amb',
          'The United States wa',
          'In the evening there',
          'The ambassador will ',
        ],
        title: 'Beijing counts its friends in the south',
        canonical: 'https://news.example/2026/11/20/beijing-counts-its-friends',
        published: '2026-11-20',
        astray: [],
      },
    });
  });

  test.each(['daily', 'breaks', 'live', 'listicle', 'teaser', 'transcript', 'opinion', 'wire'])(
    'knows %s for one article',
    async (name) => {
      const page = await open(fixture(name));
      expect(await page.evaluate(() => room.articleElements(document).length)).toBe(0);
    },
  );

  test('takes long comments with addresses of their own for no articles, but what has a headline of lesser rank', async () => {
    const long = `<p>${'China will answer, and the United States will not be asked, wrote a reader. '.repeat(8)}</p>`;
    const under = (part: string) =>
      fixture('daily')
        .replace(/<section id="comments"[\s\S]*?<\/section>/, part)
        .replace('</article>', `${long}</article>`);
    const one = `<article data-url="/comment/1"><h3>A reader</h3>${long}</article>`;
    const pages = [
      under(`<section id="comments">${one}${one}</section>`),
      under(
        `<article data-url="/2026/11/20/the-next-one"><h2>The next article of the day</h2>${long}</article>`,
      ),
    ];
    const counts: number[] = [];
    for (const html of pages) {
      const page = await open(html);
      counts.push(await page.evaluate(() => room.articleElements(document).length));
    }
    expect(counts).toEqual([0, 2]);
  });

  test.each([
    ['of the site’s own', '<news-term><a href="/x">South Korea</a></news-term>', ''],
    ['that a word processor has left', '<st1:place><st1:country>South Korea</st1:country></st1:place>', ''],
    ['nobody knows', '<org>South Korea</org>', ''],
    ['that is a sign for the eye only', 'South <i aria-hidden="true">→</i> Korea', ''],
    ['of the site’s own, laid out as a box', '<news-box>South Korea</news-box>', 'display: block'],
  ])('has a sentence go on over an element %s, as the page shows it', async (_, name, style) => {
    const plain = await read(fixture('daily'));
    const html = fixture('daily')
      .replace('<p>South Korea', `<p>${name}`)
      .replace('<style>', `<style>news-box{${style}}`);
    const isBox = style !== '';
    const { blocks } = await read(html);
    expect(blocks[1]?.text.replace('→ ', '') === plain.blocks[1]?.text).toBe(!isBox);
    expect(blocks.length).toBe(plain.blocks.length + Number(isBox));
  });

  test('reads a page of a hundred thousand pieces of text', async () => {
    const html = fixture('daily').replace(
      '<blockquote>',
      `<p>${'<b>Seoul</b> '.repeat(70_000)}</p><blockquote>`,
    );
    const { blocks } = await read(html);
    expect(blocks.at(-1)?.text).toContain('Analysts in Washington');
  });

  test('finds nothing on an empty page and does not fall over', async () => {
    const { blocks } = await read('<!doctype html><title>x</title><body></body>');
    expect(blocks).toEqual([]);
  });

  test('reads a broken head without a complaint', async () => {
    const html = fixture('daily')
      .replace('{"@context"', '{broken')
      .replace('https://news.example/2026/11/21/seoul-between-two-powers.html', 'javascript:alert(1)');
    const { canonical, title, published } = await read(html);
    expect({ canonical, published }).toEqual({ canonical: '', published: '' });
    expect(title).toContain('Seoul weighs its words');
  });
});
