/** Shapes that saved news pages have, around texts of our own. */
import { pick, type Random } from '../random';
import { escaped } from './saved-page';

/** A paragraph of the text: its sentences, as text. */
type Paragraph = readonly string[];

/** An article's markup: what stands between the page's head and its foot. */
export type Shape = (paragraphs: readonly Paragraph[], title: string, random: Random) => string;

const joined = (paragraph: Paragraph) => escaped(paragraph.join(' '));
const each = (paragraphs: readonly Paragraph[], one: (text: string, i: number) => string) =>
  paragraphs.map((paragraph, i) => one(joined(paragraph), i)).join('\n');

/** Some words put into an element. */
const wrapped = (text: string, share: number, random: Random, element: (word: string) => string) =>
  text.replace(/(?<!&)\b\p{L}{4,}\b/gu, (word) => (random() < share ? element(word) : word));
const linked = (text: string, random: Random) =>
  wrapped(text, 0.12, random, (word) => `<a href="/topic/${word}"><b>${word}</b></a>`);

const SCRIPT = `<script>window.slots=window.slots||[];slots.push({"id":"mid-article","sizes":[[300,250]]});</script>`;
const AD = `<div class="ad-slot advertisement"><span>Advertisement</span>${SCRIPT}</div>`;
const figure = (i: number) =>
  `<figure class="image"><img src="/${i}.jpg" alt="A street in the capital"><figcaption>A street in the capital on a grey morning, picture ${i}. Photo: the example desk</figcaption></figure>`;
const h1 = (title: string) => `<h1>${escaped(title)}</h1>`;

/** By name; each holds the whole text, in order. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  wire: (text, title) => `<article>${h1(title)}${each(text, (p) => `<p>${p}</p>`)}</article>`,
  'inline links': (text, title, random) =>
    `<main><article>${h1(title)}\n${each(text, (p) => `<p>${linked(p, random)}</p>`)}</article></main>`,
  'parted by br': (text, title) =>
    `${h1(title)}<div class="text">${text.map(joined).join('<br><br>\n')}</div>`,
  'one br, in a table': (text, title) =>
    `<table width="100%"><tr><td class="left"><a href="/a">Home</a><br><a href="/b">News</a></td><td><h1>${escaped(title)}</h1><font size="3">${text.map(joined).join('<br>\n')}</font></td></tr></table>`,
  'div soup': (text, title) =>
    `<div class="css-1q2w3e"><div class="css-9z8y7x"><div>${h1(title)}</div>${each(text, (p) => `<div class="css-k3j2h1"><div data-block="text"><div>${p}</div></div></div>`)}</div></div>`,
  'live blog': (text, title) =>
    `<main>${h1(title)}<div class="live-blog">${each(text, (p, i) => `<article class="post" id="post-${i}"><time>${11 - (i >> 2)}:${10 + ((i * 7) % 50)}</time><p>${p}</p></article>`)}</div></main>`,
  amp: (text, title) =>
    `<amp-analytics type="x"><script type="application/json">{"vars":{"title":"${escaped(title)}"}}</script></amp-analytics><article>${h1(title)}<amp-img src="/1.jpg" width="4" height="3" layout="responsive"></amp-img>${each(text, (p, i) => `<p>${p}</p>${i % 4 === 2 ? '<amp-ad width="300" height="250" type="x"></amp-ad>' : ''}`)}</article>`,
  'nested spans': (text, title, random) =>
    `<article>${h1(title)}${each(text, (p) => `<p><span style="font-weight:400"><span lang="EN-US">${wrapped(p, 0.3, random, (word) => `<span><span>${word}</span></span>`)}</span></span></p>`)}</article>`,
  'figures and captions': (text, title) =>
    `<article>${h1(title)}${each(text, (p, i) => `${i % 3 === 1 ? figure(i) : ''}<p>${p}</p>`)}</article>`,
  'soft hyphens': (text, title) =>
    `<article>${h1(title)}${each(text, (p) => `<p>${p.replace(/(?<!&)\b\p{L}{8,}\b/gu, (word) => `${word.slice(0, 4)}&shy;${word.slice(4)}`)}</p>`)}</article>`,
  'no-break spaces': (text, title, random) =>
    `<article>${h1(title)}${each(text, (p) => `<p>${p.replace(/ /g, () => (random() < 0.15 ? '&nbsp;' : ' '))}&nbsp;</p>`)}</article>`,
  listicle: (text, title) =>
    `<div class="content">${h1(title)}${each(text, (p, i) => (i % 5 === 0 ? `<h2>${i + 1}. A question</h2><p>${p}</p>` : i % 5 < 3 ? `<ul><li>${p}</li></ul>` : `<p>${p}</p>`))}</div>`,
  transcript: (text, title) =>
    `<div id="story">${h1(title)}${each(text, (p, i) => `<p><strong>${i % 2 ? 'GUEST' : 'HOST'}:</strong> ${p}</p>`)}</div>`,
  'pull quotes': (text, title) =>
    `<article>${h1(title)}${each(text, (p, i) => (i % 5 === 3 ? `<blockquote><p>${p}</p></blockquote>` : `<p>${p}</p>${i % 6 === 2 ? '<aside class="pullquote">What nobody wanted to say aloud</aside>' : ''}`))}</article>`,
  'no article element': (text, title) =>
    `<div id="wrap"><div id="left"><ul><li><a href="/1">One</a></li><li><a href="/2">Two</a></li></ul></div><div id="content">${h1(title)}<p class="date">21 November</p>${each(text, (p) => `<p>${p}</p>`)}</div></div>`,
  'drop caps': (text, title) =>
    `<article>${h1(title)}${each(text, (p) => `<p><span class="dropcap">${p.slice(0, 1)}</span>${p.slice(1)}</p>`)}</article>`,
  'wrapped lines': (text, title) =>
    `<article>\n      ${h1(title)}\n${each(text, (p) => `      <p>\n        ${p.replace(/(.{60,78}) /g, '$1\n        ')}\n      </p>`)}\n</article>`,
  'a copy in a script': (text, title) =>
    `<article>${h1(title)}${each(text, (p) => `<p>${p}</p>`)}</article><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { title, body: text.map((p) => p.join(' ')) } }).replace(/</g, '\\u003c')}</script><noscript>${each(text.slice(0, 2), (p) => `&lt;p&gt;${p}&lt;/p&gt;`)}</noscript>`,
  'comments and teasers': (text, title) =>
    `<article>${h1(title)}<div class="share"><button>Share</button></div>${each(text, (p) => `<p>${p}</p>`)}</article><aside class="related">${each(text.slice(0, 6), (_, i) => `<div class="card"><h3><a href="/s/${i}">Another story, number ${i}, with a headline of some length</a></h3><p>What the other story, number ${i}, is about, in one line.</p></div>`)}</aside><section id="comments"><ul>${each(text.slice(0, 12), (_, i) => `<li class="comment"><b>reader_${i}</b><p>I have read all of it twice, and comment ${i} is still what I think.</p></li>`)}</ul></section>`,
  typographic: (text, title) =>
    `<article>${h1(title)}${each(text, (p) =>
      `<p>${p}</p>`
        .replace(/ "([^"<>]*)"/g, ' &ldquo;$1&rdquo;')
        .replace(/'/g, '&rsquo;')
        .replace(/ - /g, '&mdash;'),
    )}</article>`,
  'custom elements': (text, title) =>
    `<news-story><news-title>${h1(title)}</news-title><div slot="body">${each(text, (p) => `<p class="par">${p}</p><news-ad></news-ad>`)}</div></news-story>`,
  'a section for each paragraph': (text, title) =>
    `<main>${h1(title)}${each(text, (p, i) => `<section class="zn-body"><p>${p}</p></section>${i % 4 === 1 ? AD : ''}`)}</main>`,
  'broken markup': (text, title) =>
    `<CENTER><H1>${escaped(title)}</H1></CENTER><DIV CLASS=story><!-- begin -- story -->${each(text, (p, i) => `<P>${i % 3 ? p : `<B>${p}`}</I>`)}</DIV></TABLE><!-- end`,
  'a copy for the printer': (text, title) =>
    `<article>${h1(title)}${each(text, (p) => `<p>${p}</p>`)}</article><template><div>${each(text.slice(0, 3), (p) => `<p>${p}</p>`)}</div></template><textarea hidden>${each(text.slice(0, 2), (p) => p)}</textarea>`,
  'words split in two': (text, title, random) =>
    `<article>${h1(title)}${each(text, (p) => `<p>${wrapped(p, 0.2, random, (word) => `${word.slice(0, 2)}<!-- -->${word.slice(2, 3)}<wbr>${word.slice(3)}`)}</p>`)}</article>`,
  'the next article below': (text, title, random) =>
    `<main><article>${h1(title)}${each(text, (p) => `<p>${linked(p, random)}</p>`)}</article><section class="recirculation"><h2>${pick(['Next', 'More'], random)}</h2><article><h2>A story on bread and how it rises in winter</h2><p>Bakers in the old town have raised their prices again this week.</p></article></section></main>`,
};
