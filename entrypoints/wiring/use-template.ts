import type { Annotation } from '../../annotations/types';
import type { TemplateProps } from '../../components/library/TemplateEditor';
import { articleByTemplate, STARTING_TEMPLATE, VARIABLES } from '../../exchange/markdown-template';
import { saveSettings } from '../../services/settings';
import { useSettings } from './use-settings';

/**
 * The reader's Markdown template, wired to the settings.
 * @param example what a preview shows: a claim of an article
 */
export function useTemplate(example: Annotation | null, failed: (thrown: unknown) => void): TemplateProps {
  const settings = useSettings();
  return {
    template: settings?.template ?? '',
    startingTemplate: STARTING_TEMPLATE,
    variables: VARIABLES,
    onPreview: (template) => {
      if (!example || template === '') return '';
      return articleByTemplate(template, example.page, [example], { exported: new Date().toISOString() });
    },
    onTemplate: (template) => void saveSettings({ template }).catch(failed),
  };
}
