/** What the DOM tests reach in a page, as `room`. */
// biome-ignore-all lint/performance/noBarrelFile: a bundle's entry, imported by nobody
export { anchor } from '../../page/anchoring/anchor';
export { Searchable } from '../../page/anchoring/searchable';
export { findArticle, looksLikeArticle } from '../../page/article';
export { textFragmentLink } from '../../page/fragment';
export { Life } from '../../page/life';
export { createPainter } from '../../page/painter';
export { describe } from '../../page/selectors';
export { keepWatch, leadingText } from '../../page/sentinel';
export { PageText, readPageText } from '../../page/text';
export { groundOf } from '../../page/theme';
