// The text that a claim was read from, for who has to judge it without the file at hand.

/** Characters [start, end) of a passage, and what they gave: `evidence` (the quote itself), `outcome`, `region`, `condition.断缴时长` … */
export interface Mark {
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

/** Text of the article as it is read: no markup; line feeds stand between its blocks. Cut text begins or ends with `…`. */
export interface Passage {
  /** `here`: the quote and the words around it; else from where the claim has something that its clause leaves out: heading, title, lead, row, context … */
  readonly from: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Of packed provenance: stands between the fields, which many claims have alike, and their spans. */
export const BEFORE_SPANS = '|';
