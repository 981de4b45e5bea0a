/** What the DOM tests reach in a page, as the global `room`. */
import { anchor } from '../../page/anchoring/anchor';
import { Searchable } from '../../page/anchoring/searchable';
import { findArticle, looksLikeArticle } from '../../page/article';
import { openDrawing } from '../../page/card-host';
import { LayerDrawing } from '../../page/drawing';
import { textFragmentLink } from '../../page/fragment';
import { Life } from '../../page/life';
import { createPainter } from '../../page/painter';
import { articleElements } from '../../page/scope';
import { describe } from '../../page/selectors';
import { keepWatch, leadingText } from '../../page/sentinel';
import { PageText, readPageText } from '../../page/text';
import { groundOf } from '../../page/theme';

const room = {
  articleElements,
  anchor,
  Searchable,
  findArticle,
  looksLikeArticle,
  textFragmentLink,
  Life,
  createPainter,
  describe,
  keepWatch,
  leadingText,
  PageText,
  readPageText,
  groundOf,
};

export type Room = typeof room;

Object.assign(globalThis, { room });
// In the extension a script of its own, fetched when there is something to draw (tests/e2e).
openDrawing((document) => new LayerDrawing(document));
