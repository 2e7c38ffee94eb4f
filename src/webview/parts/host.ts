/// <reference lib="dom" />

/** What VS Code gives the script of a view. */
interface VsCode {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCode;

/** The extension at the other end. */
export interface Extension<Out> {
  post(message: Out): void;
  /** What was kept when the view was taken down, whatever it is. */
  readonly kept: unknown;
  /** Keeps something for when the view, or the window, is loaded again. */
  keep(state: unknown): void;
}

/**
 * Connects a view with the extension. A message that does not pass its check is told to the log and otherwise ignored.
 * @param parse the message, or `undefined` where it is none
 */
export function connect<In, Out extends { readonly type: string }>(
  parse: (message: unknown) => In | undefined,
  receive: (message: In) => void,
  trouble: (text: string) => Out,
): Extension<Out> {
  const vscode = acquireVsCodeApi();
  const post = (message: Out): void => vscode.postMessage(message);
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = parse(data);
    if (message === undefined) post(trouble('a message from the extension was not understood'));
    else receive(message);
  });
  window.addEventListener('error', ({ message }) => post(trouble(message)));
  return { post, kept: vscode.getState(), keep: (state) => vscode.setState(state) };
}
