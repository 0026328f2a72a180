import type { Moment } from '../calendar/moment.ts';
import type { ContactPurpose } from '../professional/contact-windows.ts';
import type { SearchState } from '../search/state.ts';
import type { ProTexts } from '../text/pro.ts';
import type { OpenParts } from './use-edition.ts';

/** What every view of the opened edition is given. */
export interface ViewProps {
  texts: ProTexts;
  parts: OpenParts;
  /** A made-up region. */
  demo: boolean;
  search: SearchState;
  now: Moment;
  onRecord: (place: number) => void;
  onFax: (place: number, n: number) => void;
  /** 窓口一覧, of one purpose or of all. */
  onSheet: (kind: ContactPurpose | null) => void;
}
