import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../../../page/anchoring/fold';
import { PageText } from '../../../page/article/text';
import { htmlOfArticle } from '../../../scripts/mutation/article-html';
import { missedBars } from '../../../scripts/mutation/bars';
import { ownCorpus, readCorpus } from '../../../scripts/mutation/corpus';
import { remark } from '../../../scripts/mutation/markup';
import { type OwnText, ownTexts } from '../../../scripts/mutation/own-texts';
import { sentencesIn } from '../../../scripts/mutation/page';
import { decoded, openPage, readPage } from '../../../scripts/mutation/saved-page';
import { SHAPES } from '../../../scripts/mutation/shapes';
import { runMutations } from '../../../scripts/mutation/suite';
import { randomOf } from '../../../scripts/random';

describe('the mutation suite, a fixed part of it', () => {
  test('meets the bars of the release', () => {
    const { pages } = ownCorpus('training/examples', randomOf(1));
    expect(pages.length).toBeGreaterThanOrEqual(40);
    const { tallies, mistakes, failures } = runMutations(pages, 1, 2);
    const cases = tallies.reduce((sum, tally) => sum + tally.cases, 0);
    expect(cases).toBeGreaterThanOrEqual(1000);
    for (const tally of tallies) {
      expect(tally.right + tally.uncertain + tally.orphaned + tally.wrong, tally.kind).toBe(tally.cases);
    }
    expect(failures).toEqual([]);
    expect(mistakes).toEqual([]);
    expect(missedBars(tallies, 2)).toEqual([]);
  }, 120_000);

  test('notices an anchor that is wrong', () => {
    const tally = { kind: 'lookalike', cases: 480, right: 479, uncertain: 0, orphaned: 0, wrong: 1 };
    expect(missedBars([tally], 2).length).toBeGreaterThan(0);
    const short = { kind: 'words-20', cases: 96, right: 70, uncertain: 26, orphaned: 0, wrong: 0 };
    expect(missedBars([short], 2)).toContain('words-20: 72.9% right, at least 85% asked');
  });
});

describe('shapes of pages', () => {
  const own = ownTexts('training/examples', randomOf(3))[0] as OwnText;

  test.each(Object.keys(SHAPES))('%s: the article is read, and nothing else', (name) => {
    const shape = SHAPES[name];
    if (!shape) throw new Error(name);
    const { blocks } = readPage(htmlOfArticle(own, shape, randomOf(1)));
    const read = blocks.map(({ text }) => fold(text).text).join('\n');
    const lost = own.paragraphs.flat().filter((sentence) => !read.includes(fold(sentence).text));
    expect(lost).toEqual([]);
    expect(read).not.toMatch(
      /advertisement|allrightsreserved|photo:|readtwice|anotherstory|politicsbusiness/,
    );
  });
});

describe('changed markup', () => {
  test('leaves every sentence where it can be followed', () => {
    const html = htmlOfArticle(
      ownTexts('training/examples', randomOf(4))[1] as OwnText,
      SHAPES.wire as never,
      randomOf(1),
    );
    const { text, blocks } = readPage(html);
    const spans = blocks.map((block) => ({ start: block.start, end: block.start + block.text.length }));
    for (let seed = 1; seed <= 40; seed++) {
      const document = openPage(html);
      const after = remark(document, spans, randomOf(seed));
      expect(after.text, `seed ${seed}`).toBe(new PageText(document.body).text);
      for (const [i, span] of spans.entries()) {
        const moved = after.spans[i];
        expect(moved && fold(after.text.slice(moved.start, moved.end)).text, `seed ${seed}`).toBe(
          fold(text.slice(span.start, span.end)).text,
        );
      }
    }
  });
});

describe('a folder of saved pages', () => {
  let folder = '';
  const sentences = ['One', 'Two', 'Three', 'Four'].map(
    (number) => `${number} of the envoys said that the talks in the capital had gone on for too long.`,
  );
  const page = (body: string, head = '') =>
    `<!doctype html><html><head>${head}<title>Talks</title></head><body>${body}</body></html>`;
  const paragraphs = sentences.map(
    (text) => `<p>${text} Nobody would give a date for the next ones, or a place.</p>`,
  );
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'a.html': page(`<nav><a href="/">Home</a></nav><article>${paragraphs.join('')}</article>`),
    'b.htm': Buffer.from(
      page(
        `<article>${paragraphs.join('').replaceAll('envoys', 'envoy\u00e9s')}</article>`,
        '<meta charset="iso-8859-1">',
      ),
      'latin1',
    ),
    'c.txt': sentences.join('\n\n'),
    'without-a-name': page(`<div>${paragraphs.join('')}</div>`),
    'sub/d.html': page(
      `<article>${paragraphs.join('')}</article><script>var big = ${JSON.stringify('x'.repeat(300_000))};</script>`,
    ),
    'broken.html': `<html><article><p>${sentences.join('<p></div></span><b>')}<table><p>Left open`,
    'empty.html': '',
    'frames.html': '<html><frameset><frame src="a.html"></frameset></html>',
    'menu.html': page('<ul><li>Home</li></ul>'),
    'picture.bin': new Uint8Array([137, 80, 78, 71, 0, 0, 0, 13]),
    'style.css': 'p { color: red }',
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-'));
    mkdirSync(join(folder, 'sub'));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is read as the product reads pages; what can not be used is named', () => {
    const { pages, skipped } = readCorpus(folder);
    expect(pages.map(({ name }) => name)).toEqual([
      'a.html',
      'b.htm',
      'broken.html',
      'c.txt',
      'sub/d.html',
      'without-a-name',
    ]);
    expect(skipped.map(({ name }) => name)).toEqual([
      'empty.html',
      'frames.html',
      'menu.html',
      'picture.bin',
    ]);
    for (const { reason } of skipped) expect(reason).not.toBe('');
    const [a, b] = pages.map(({ page: read }) => sentencesIn(read).map(({ text }) => text));
    expect(a).toContain(sentences[0]);
    expect(b?.join(' ')).toContain('envoyés');
    expect(pages[0]?.text).toContain('Home');
    const { failures, tallies } = runMutations(pages, 1, 2);
    expect(failures).toEqual([]);
    expect(tallies.every(({ cases }) => cases > 0)).toBe(true);
  });

  test('is refused where it holds nothing of use', () => {
    expect(() => readCorpus(join(folder, 'sub', 'none'))).toThrow(/none/);
  });
});

test.each([
  ['utf-8', Buffer.from('서울은 두 강대국 사이에 있다'), '서울은 두 강대국 사이에 있다'],
  ['utf-16', Buffer.from('\ufeffSeoul, again', 'utf16le'), 'Seoul, again'],
  ['euc-kr', Uint8Array.from([0xbc, 0xad, 0xbf, 0xef]), '서울'],
  ['windows-1252', Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x73]), 'cafés'],
])('a text in %s is decoded', (_, bytes, text) => {
  expect(decoded(bytes)).toBe(text);
});
