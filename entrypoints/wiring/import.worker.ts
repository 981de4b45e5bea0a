/** The worker that reads, checks and takes an import: none of it holds up the page. */
import { importsInto } from '../../services/import/import-session';
import { serve } from '../../services/worker';
import { openStore } from '../../store/database';

serve(self, importsInto(openStore()));
