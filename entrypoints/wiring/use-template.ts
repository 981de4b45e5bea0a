import type { TemplateProps } from '../../components/exchange/TemplateEditor';
import { articleByTemplate, STARTING_TEMPLATE, VARIABLES } from '../../exchange/markdown-template';
import { saveSettings } from '../../services/settings';
import { annotationsOfPage } from '../../store/annotations';
import type { Store } from '../../store/database';
import { pageNote } from '../../store/notes';
import { useLive } from './use-live';
import { useSettings } from './use-settings';

/**
 * The reader's Markdown template, wired to the settings.
 * @param example the article a preview shows, by its key
 */
export function useTemplate(
  store: Store,
  example: string | undefined,
  failed: (thrown: unknown) => void,
): TemplateProps {
  const settings = useSettings();
  const read = async (key: string) => ({
    annotations: await annotationsOfPage(store, key),
    note: await pageNote(store, key),
  });
  const article = useLive(example === undefined ? null : () => read(example), [example]).value;
  return {
    template: settings?.template ?? '',
    startingTemplate: STARTING_TEMPLATE,
    variables: VARIABLES,
    onPreview: (template) => {
      const page = article?.annotations[0]?.page;
      if (!page || template === '') return '';
      const options = { exported: new Date().toISOString(), pageNote: article.note };
      return articleByTemplate(template, page, article.annotations, options);
    },
    onTemplate: (template) => void saveSettings({ template }).catch(failed),
  };
}
