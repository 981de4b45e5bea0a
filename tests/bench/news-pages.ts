/** News pages of our own for measuring: texts of the training examples in the furniture that real pages have. */
import { type OwnText, ownTexts } from '../../scripts/mutation/own-texts';
import { type Random, randomOf } from '../../scripts/random';

export interface NewsPage {
  readonly words: number;
  readonly html: string;
}

/** Words of the pages that make the set; its median page is the one in the middle. */
const SIZES = [500, 700, 900, 1200, 1500, 2000, 3000, 5000, 9000];
const LONG = 50_000;

/** The set, by size, and one page of 50,000 words. The same at every run. */
export function newsPages(): { readonly set: readonly NewsPage[]; readonly long: NewsPage } {
  const random = randomOf(1);
  const corpus = ownTexts('training/examples', random);
  const page = (words: number) => ({ words, html: pageOf(paragraphs(corpus, words), random) });
  return { set: SIZES.map(page), long: page(LONG) };
}

function paragraphs(corpus: readonly OwnText[], words: number): string[] {
  const chosen: string[] = [];
  for (let count = 0, round = 0; count < words; round++) {
    for (const { paragraphs: own } of corpus) {
      for (const sentences of own) {
        if (count >= words) return chosen;
        // From the second round on the texts are told apart, or quotes would stand on the page twice.
        const text = sentences
          .join(' ')
          .replace(/\b(\p{L}{5,})\b/gu, (word, _letters, at: number) =>
            round > 0 && at % 3 === 0
              ? `${word.slice(0, 3)}${String.fromCharCode(97 + (round % 26))}${word.slice(3)}`
              : word,
          );
        chosen.push(text);
        count += text.split(' ').length;
      }
    }
  }
  return chosen;
}

/** Around two thousand elements beside the article, as on a news site: menus, teasers, slots for advertising, comments. */
function pageOf(texts: readonly string[], random: Random): string {
  const list = (count: number, item: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => item(i)).join('\n');
  const menu = (name: string) =>
    `<div class="menu">\n  <h3>${name}</h3>\n  <ul>\n${list(14, (i) => `    <li>\n      <a href="/${name}/${i}"><span>${name} ${i}</span></a>\n    </li>`)}\n  </ul>\n</div>`;
  const teaser = (i: number) => `<div class="card">
    <a href="/story/${i}">\n<img alt="">\n</a>
    <div class="card-text">\n<span class="kicker">World</span>\n<h3>\n<a href="/story/${i}">Another story, number ${i}</a>\n</h3>
      <p class="summary">What the other story, number ${i}, is about.</p>\n<time>${i} hours ago</time>\n</div>\n</div>`;
  const comment = (i: number) =>
    `<li class="comment">\n<b>reader_${i}</b>\n<time>${i} min</time>\n<p>I do not agree with comment ${i}.</p>\n<button>Reply</button>\n</li>`;
  const data = `<script type="application/json">${JSON.stringify(
    Array.from({ length: 60 }, (_, i) => ({
      id: i,
      slot: `slot-${i}`,
      sizes: [
        [300, 250],
        [728, 90],
      ],
    })),
  )}</script>`;
  const body = texts.map((text, i) => {
    const marked = text.replace(/\b\p{Lu}\p{L}{4,}\b/gu, (word) =>
      random() < 0.25 ? `<a href="/topic/${word}">${word}</a>` : word,
    );
    const ad = i % 8 === 5 ? `<div class="advertisement">\n<span>Advertisement</span>\n${data}\n</div>` : '';
    return `${i % 9 === 4 ? `<h2>Part ${i}</h2>\n` : ''}<p>${marked}</p>\n${ad}`;
  });
  const sections = ['World', 'Politics', 'Business', 'Opinion', 'Culture', 'Sport', 'Science', 'Travel'];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>South Korea between China and the United States</title>
<meta property="og:type" content="article"></head><body>
<header>\n<nav>\n${sections.map(menu).join('\n')}\n</nav>\n</header>\n${data}
<main>\n<article>\n<h1>South Korea between China and the United States</h1>\n<p class="byline">By a reporter</p>
${body.join('')}</article>\n<aside class="related">\n${list(40, teaser)}\n</aside>\n</main>
<section id="comments">\n<ul>\n${list(40, comment)}\n</ul>\n</section>
<section class="more-stories">\n${list(50, teaser)}\n</section>
<footer>\n${sections.map(menu).join('\n')}\n</footer>\n${data}</body></html>`;
}
