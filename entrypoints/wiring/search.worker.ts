/** The worker that holds the library's index of words. */
import { answersOf } from '../../services/search/search';
import { SearchIndex } from '../../services/search/search-index';
import { serve } from '../../services/worker';

serve(self, answersOf(new SearchIndex()));
