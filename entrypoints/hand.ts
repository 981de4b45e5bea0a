import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PageHand } from '../page/hand/hand';
import { refuseTranslated } from '../page/hand/translated';
import { openHand } from '../page/visit/hand-door';

/** What the reader does on a page, and what is drawn for it, put beside the annotator once there is a reader. */
export default defineUnlistedScript((): true => {
  openHand((document, visit) => new PageHand(document, visit), refuseTranslated);
  return true;
});
