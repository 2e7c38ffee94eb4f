import * as vscode from 'vscode';
import type { Services } from '../services';
import type { ArticleTree } from './articleTree';
import { decide } from './deciding';
import { drop } from './gestures';
import type { Row } from './row';

/** What is dragged: rows of this version of this document. */
interface Load {
  readonly document: string;
  readonly version: number;
  readonly ids: readonly string[];
}

/** Drags rows within the tree of articles; each drop is one decision of the editor, which is undone as one. */
export class DragAndDrop implements vscode.TreeDragAndDropController<Row> {
  readonly dragMimeTypes: readonly string[];
  readonly dropMimeTypes: readonly string[];
  readonly #type: string;

  constructor(
    view: string,
    private readonly services: Services,
    private readonly tree: ArticleTree,
  ) {
    this.#type = `application/vnd.code.tree.${view.toLowerCase()}`;
    this.dragMimeTypes = [this.#type];
    this.dropMimeTypes = [this.#type];
  }

  handleDrag(rows: readonly Row[], transfer: vscode.DataTransfer): void {
    const shown = this.tree.shown;
    if (!shown) return;
    const load: Load = { document: shown.document.uri.toString(), version: shown.version, ids: rows.map(({ id }) => id) };
    transfer.set(this.#type, new vscode.DataTransferItem(load));
  }

  async handleDrop(target: Row | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const load: unknown = transfer.get(this.#type)?.value;
    const shown = this.tree.shown;
    if (!target || !shown || !isLoad(load) || load.document !== shown.document.uri.toString()) return;
    const here = this.tree.find(target.id);
    const dragged = load.ids.flatMap((id) => this.tree.find(id) ?? []);
    if (!here || dragged.length === 0) return;
    // The version of the drag counts: rows may have changed their text while they were in the air.
    await decide(this.services, { ...shown, version: load.version }, drop(shown.page, shown.rows, dragged, here));
  }
}

function isLoad(value: unknown): value is Load {
  return typeof value === 'object' && value !== null && 'ids' in value && 'version' in value && 'document' in value;
}
