/** The thread that holds the library's index of words. */
import { answersOf } from '../../services/search';
import { SearchIndex } from '../../services/search-index';
import { serve } from '../../services/thread';

serve(self, answersOf(new SearchIndex()));
