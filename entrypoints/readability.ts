import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openReadability } from '../page/article/doubt';
import { readableBody } from '../page/article/readable-body';

/** What finds an article's body where the page's markup leaves doubt, put beside the annotator when it asks for it. */
export default defineUnlistedScript((): true => {
  openReadability(readableBody);
  return true;
});
