import type { WordService } from '../core';
import type { Analyses } from './analyses';
import type { ActivePage } from './activePage';
import type { Ledgers } from './conservation/ledgers';
import type { Decisions } from './decisions';
import type { Log } from './log';
import type { MarkSwitch } from './marks/markSwitch';
import type { Overrides } from './overrides';

/** What every feature is given: made once by `activateShared`, never changed. */
export interface Services {
  readonly log: Log;
  readonly analyses: Analyses;
  readonly active: ActivePage;
  readonly ledgers: Ledgers;
  readonly overrides: Overrides;
  readonly decisions: Decisions;
  readonly marks: MarkSwitch;
  /** Starts the word service on its first call. */
  words(): WordService;
}
