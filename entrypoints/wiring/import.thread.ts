/** The thread that reads, checks and takes an import: none of it holds up the page. */
import { importsInto } from '../../services/import/import-session';
import { serve } from '../../services/thread';
import { openStore } from '../../store/database';

serve(self, importsInto(openStore()));
