import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { metadataIn, readMetadata } from '../../../page/article/metadata';

test('of two articles, the head’s date and address are those of the one it is about', () => {
  const html = `<html lang="en"><head><title>Seoul weighs its words again</title>
    <link rel="canonical" href="https://news.example/first">
    <meta property="article:published_time" content="2026-11-21T08:30:00Z"></head><body>
    <article><h1>Seoul weighs its words again</h1><p>One.</p></article>
    <article><h1>Beijing answers with a shrug</h1><p>Two.</p></article>`;
  const { document } = new JSDOM(html, { url: 'https://news.example/first' }).window;
  const head = readMetadata(document);
  const [first, second] = [...document.querySelectorAll('article')].map((one) => metadataIn(one, head));
  expect(first).toMatchObject({ published: head.published, canonical: 'https://news.example/first' });
  expect(head.published).toMatch(/^2026-11-21/);
  expect(second).toMatchObject({ title: 'Beijing answers with a shrug', published: '', canonical: '' });
});
