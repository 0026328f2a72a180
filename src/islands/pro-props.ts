import type { ProTexts } from '../text/pro.ts';
import type { SearchProps } from './search-props.ts';

/** What the page hands to the professional edition's island; nothing of it is professional. */
export interface ProProps {
  texts: ProTexts;
  /** The search within, as the public page has it but for its data. */
  search: Omit<SearchProps, 'first' | 'total' | 'listUrl' | 'detailsUrl' | 'areasUrl' | 'facilityUrl'>;
  /** Whose edition. */
  name: string;
  /** A made-up region: what it says of 空き grows old, and it says so. */
  demo: boolean;
  /** Folder of the page, with slashes: where the sealed files lie. */
  home: string;
}
