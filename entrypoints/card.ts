import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openDrawing } from '../page/drawing/card-host';
import { LayerDrawing } from '../page/drawing/drawing';

/** What is drawn over a page, put beside the annotator when there is first something to draw. */
export default defineUnlistedScript((): true => {
  openDrawing((document) => new LayerDrawing(document));
  return true;
});
