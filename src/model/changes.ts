/** One thing that reads otherwise than before, in the words of the template's headers and of the vocabulary. */
export interface FieldChange {
  /** The service it is about, by its type's label; null when it holds for the whole record. */
  service: string | null;
  /** Header of the template, label of a capability, or label of the region's own column. */
  label: string;
  /** Null: nothing was said, or it is not repeated. */
  before: string | null;
  /** Null: nothing is said any more. */
  after: string | null;
}

export interface RecordChange {
  id: string;
  name: string;
  fields: FieldChange[];
}

export interface DatasetChanges {
  /** 時点 of the two data states. */
  from: string | null;
  to: string | null;
  /** In the order of the newer list; `removed` in that of the older. */
  added: RecordChange[];
  changed: RecordChange[];
  removed: RecordChange[];
}

/** A record that was published once and is in the list no more. Its address still says so. */
export interface ClosedRecord {
  id: string;
  name: string;
  kana: string | null;
  /** So that `suppress.csv` finds it by its number or address. Never shown. */
  numbers: string[];
  address: string;
  /** 時点 of the last data that listed it. */
  lastSeen: string | null;
}
