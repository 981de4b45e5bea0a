import { answersOf, type Search, searchAt } from '../../../services/search/search';
import { SearchIndex } from '../../../services/search/search-index';
import { serve } from '../../../services/worker';

/** Search as the library has it, its index at the other end of a channel. */
export function openSearch(labels: Parameters<typeof searchAt>[1] = {}) {
  const index = new SearchIndex();
  const { port1, port2 } = new MessageChannel();
  serve(port2, answersOf(index));
  const search: Search = searchAt(port1, labels);
  /** Those of the ids that are found, in their order; null where nothing is asked. */
  const among = async (ids: readonly string[], typed: string) => {
    const found = await search.ask(typed);
    return found && ids.filter(found);
  };
  return { ...search, search, size: () => index.size, among };
}
