export type * from './model';
export { factsOf, type AnalysedPage, type PlacedPage } from './facts';
export { FILE_NAMES, readName, unusablePattern, type NameFacts } from './names';
export { issueOf, issuesOf } from './issue';
export { linkKey } from './jumps';
export { sayIssue } from './words';
export { together, type FileText, type PrintedPart, type Together } from './together';
export { percent } from './duplicates';
export { byLabel as byPageLabel } from './missing';
