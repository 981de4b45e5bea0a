/** What the DOM tests reach in a page, as the global `room`. */
import { anchor } from '../../page/anchoring/anchor';
import { Searchable } from '../../page/anchoring/searchable';
import { openDrawing } from '../../page/card-host';
import { openReadability } from '../../page/doubt';
import { LayerDrawing } from '../../page/drawing';
import { findArticle } from '../../page/find-article';
import { textFragmentLink } from '../../page/fragment';
import { Life } from '../../page/life';
import { createPainter } from '../../page/painter';
import { readableBody } from '../../page/readable-body';
import { articleElements } from '../../page/scope';
import { describe } from '../../page/selectors';
import { keepWatch, leadingText } from '../../page/sentinel';
import { PageText } from '../../page/text';
import { groundOf } from '../../page/theme';

const room = {
  articleElements,
  anchor,
  Searchable,
  findArticle,
  textFragmentLink,
  Life,
  createPainter,
  describe,
  keepWatch,
  leadingText,
  PageText,
  groundOf,
};

export type Room = typeof room;

Object.assign(globalThis, { room });
// In the extension scripts of their own, fetched when there is need of them (tests/e2e).
openDrawing((document) => new LayerDrawing(document));
openReadability(readableBody);
