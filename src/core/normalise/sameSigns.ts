import type { Allowance } from '../text/conservation';
import { isLeftIn, withoutLeftIn } from './leftIn';

/** Every form of a sign that normalising knows, and the one that stands for all: whatever turns one into another loses nothing. */
const FORMS: ReadonlyMap<string, string> = new Map([
  [',', '，'], [':', '：'], [';', '；'], ['?', '？'], ['!', '！'], ['(', '（'], [')', '）'],
  ['“', '"'], ['”', '"'], ['‘', "'"], ['’', "'"],
]);

/** Of these, a run is one sign: `...` and `……` are an ellipsis, `--` and `——` a dash. */
const ELLIPSIS = /^[.。…⋯]{1,8}$/;
const DASH = /^[-―─－—]{1,8}$/;

/** Whether two texts are the same signs in different forms; an edit that normalises replaces one by the other. */
export function sameSigns(before: string, after: string): boolean {
  const runs = [ELLIPSIS, DASH].some((run) => run.test(before) && run.test(after));
  return runs || folded(before) === folded(after);
}

const folded = (signs: string): string => signs.split('').map((sign) => FORMS.get(sign) ?? sign).join('');

/** What normalising signs may do: they take another form, and stray spaces go. */
export const SIGN_FORMS: Allowance = { respelt: sameSigns };

/** What normalising of all kinds may do: what a program left in the text goes, too, or gives way to what it stands for. */
export const NORMAL_FORMS: Allowance = {
  respelt: (before, after) => sameSigns(before, after) || isLeftIn(before, after) || sameSigns(withoutLeftIn(before), after),
};
