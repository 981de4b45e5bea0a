import type { Random } from '../random';
import type { OwnText } from './own-texts';
import { escaped } from './saved-page';
import type { Shape } from './shapes';

const SECTIONS = ['World', 'Politics', 'Business', 'Opinion', 'Culture', 'Sport'];
const menu = SECTIONS.map((name) => `<li><a href="/${name.toLowerCase()}">${name}</a></li>`).join('');

/** A whole page around an article: head, menus, data for scripts, footer. */
export function htmlOfArticle({ name, paragraphs }: OwnText, shape: Shape, random: Random): string {
  const title = `Between two powers: what is known, and what is not (${name})`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} - The Example Daily</title>
<meta property="og:type" content="article"><style>.css-1q2w3e{display:block}body > p{margin:0}</style>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"${title}"}</script></head><body>
<header><nav><ul>${menu}</ul></nav></header>
<script>var page = {"kind":"story","id":"${name}"};</script>
${shape(paragraphs, title, random)}
<footer><ul>${menu}</ul><p>All rights reserved by the example desk.</p></footer></body></html>`;
}
