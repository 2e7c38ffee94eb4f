// Ways into the views of the extension, which live in frames within frames.
import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import type { VsCodeWindow } from '../../tools/host/window.mjs';
import type { Stage, WindowWish } from './stage';

/** The inside of the view that shows. */
export function inside(window: VsCodeWindow): FrameLocator {
  return window.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
}

/** A window with a view open beside the sample page. */
export async function openView(stage: Stage, command: string, wish: WindowWish): Promise<VsCodeWindow> {
  const window = await stage.window(wish);
  await window.squiggles.first().waitFor();
  // The room is for the page and its view.
  await window.page.keyboard.press('Control+b');
  await window.command(command);
  await inside(window).locator('.left .row, article').first().waitFor();
  return window;
}

/**
 * Drags something onto something else with the mouse, in steps as a hand would.
 * @param onTheWay called with the mouse over the target, its button down
 * @param height where on the target, 0 its top, 1 its bottom
 */
export async function dragTo(window: VsCodeWindow, from: Locator, to: Locator, onTheWay?: () => Promise<unknown>, height = 0.5): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  assert.ok(start && end, 'a row is not on the screen');
  const { mouse } = window.page;
  await mouse.move(start.x + 90, start.y + start.height / 2);
  await mouse.down();
  await mouse.move(end.x + 90, end.y + end.height * height, { steps: 8 });
  await onTheWay?.();
  await mouse.up();
}
