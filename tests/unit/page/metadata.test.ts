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

test('the title in JSON-LD has its character references resolved, once', () => {
  const titleOf = (headline: string) => {
    const linked = JSON.stringify({ '@type': 'NewsArticle', headline });
    const { document } = new JSDOM(`<script type="application/ld+json">${linked}</script>`).window;
    return readMetadata(document).title;
  };
  expect(titleOf('Korea&#8217;s myth &#8211; the &quot;balancer&quot;')).toBe(
    'Korea’s myth – the "balancer"',
  );
  expect(titleOf('Chips &amp; ships &amp;lt; &unknown; &#xD800; &#0; R&D;')).toBe(
    'Chips & ships &lt; &unknown; \ufffd \ufffd R&D;',
  );
});

test.each(['citation_publication_date', 'citation_online_date', 'citation_date'])(
  'the date of a report may stand under %s',
  (name) => {
    const { document } = new JSDOM(`<meta name="${name}" content="2026/10/07">`).window;
    expect(readMetadata(document).published).toBe('2026-10-07');
  },
);
