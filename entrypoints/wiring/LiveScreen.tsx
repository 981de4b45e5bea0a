/** The library's screens beside the list of claims, wired to the store. */
import { useMemo } from 'preact/hooks';
import { countsOf } from '../../annotations/counts';
import type { Listed } from '../../annotations/listed';
import { shownOf } from '../../annotations/shown';
import { ArgumentPage } from '../../components/argument/ArgumentPage';
import { Figures } from '../../components/figures/Figures';
import type { LibraryView } from '../../components/library-view';
import { EssayMap } from '../../components/map/EssayMap';
import type { ArgumentId } from '../../essays/types';
import type { Store } from '../../store/database';
import { argumentNote } from '../../store/notes';
import { useLive } from './use-live';

interface Props {
  readonly store: Store;
  readonly view: LibraryView;
  /** Everything there is. */
  readonly all: readonly Listed[];
  readonly onNote: (id: ArgumentId, text: string) => Promise<unknown>;
  readonly onExport: (id: ArgumentId) => void;
}

export function LiveScreen(props: Props) {
  const { view, all } = props;
  const counts = useMemo(() => countsOf(all), [all]);
  if (view.screen === 'figures') return <Figures all={all} counts={counts} />;
  if (view.of) return <LiveArgument {...props} id={view.of} />;
  return <EssayMap counts={counts} />;
}

function LiveArgument({ id, store, all, onNote, onExport }: Props & { readonly id: ArgumentId }) {
  const note = useLive(async () => (await argumentNote(store, id))?.text ?? '', [id]);
  const claims = useMemo(() => all.filter((claim) => shownOf(claim)?.argument === id), [all, id]);
  return (
    <ArgumentPage id={id} claims={claims} note={note.value ?? null} onNote={onNote} onExport={onExport} />
  );
}
