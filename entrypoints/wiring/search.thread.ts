/** The thread that holds the library's index of words. */
import { answersOf } from '../../services/search/search';
import { SearchIndex } from '../../services/search/search-index';
import { serve } from '../../services/thread';

serve(self, answersOf(new SearchIndex()));
