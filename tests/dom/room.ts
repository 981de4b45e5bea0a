/** What the DOM tests reach in a page, as the global `room`. */
import { anchor, findIn } from '../../page/anchoring/anchor';
import { textFragmentLink } from '../../page/anchoring/fragment';
import { Searchable } from '../../page/anchoring/searchable';
import { describe } from '../../page/anchoring/selectors';
import { openAnchoring } from '../../page/article/anchoring';
import { openReadability } from '../../page/article/doubt';
import { findArticle } from '../../page/article/find-article';
import { readableBody } from '../../page/article/readable-body';
import { articleElements } from '../../page/article/scope';
import { PageText } from '../../page/article/text';
import { createPainter } from '../../page/drawing/painter';
import { groundOf } from '../../page/drawing/theme';
import { PageHand } from '../../page/hand/hand';
import { refuseTranslated } from '../../page/hand/translated';
import { keepWatch, leadingText } from '../../page/sentinel/sentinel';
import { forgetHand, openHand } from '../../page/visit/hand-door';
import { Life } from '../../page/visit/life';

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
  forgetHand,
  bringHand: () => openHand((document, visit) => new PageHand(document, visit), refuseTranslated),
  groundOf,
};

export type Room = typeof room;

Object.assign(globalThis, { room });
// In the extension scripts of their own, fetched when there is need of them (tests/e2e).
room.bringHand();
openReadability(readableBody);
openAnchoring(findIn);
