import type { ProTexts } from '../text/pro.ts';

export const proViews = ['list', 'matrix', 'contacts', 'now', 'vacancy', 'map'] as const;
export type ProView = (typeof proViews)[number];

interface Props {
  texts: ProTexts;
  view: ProView;
  onView: (view: ProView) => void;
}

/** The ways to look at what was found. Buttons and no tabs: each is a step that 戻る undoes. */
export function ProTabs({ texts, view, onView }: Props) {
  return (
    <nav className="pro-tabs" aria-label={texts.views.label}>
      <ul>
        {proViews.map(each => (
          <li key={each}>
            <button
              type="button"
              aria-current={view === each ? 'page' : undefined}
              onClick={() => view === each || onView(each)}
            >
              {texts.views[each]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
