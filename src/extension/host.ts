import type { WordService } from '../core';
import type { AnalysisPort } from './analysis/protocol';
import type { ExportFolder } from './folder/host';
import type { Log } from './log';

/** What the shared extension needs of the host it runs on; each entry file gives its own. */
export interface Host {
  /** The bytes of the seam model. Rejects where the file cannot be read. */
  readModel(): Promise<Uint8Array>;
  /** Starts the thread that analyses. Rejects or throws where none can be had: the analysis is then done in the thread at hand. */
  startAnalysis(): Promise<AnalysisPort>;
  /** Starts the word service; called once, when words are first wanted. */
  startWords(log: Log): WordService;
  /** Exports a folder; left out where there are no threads and no disk. */
  readonly exportFolder?: ExportFolder;
  /** Whether to show the articles as soon as the first dump is analysed (`npm start` asks for it). */
  readonly showArticles: boolean;
}
