import type { Body } from './remembered';

/** The words of the sidecar's JSON: those of the Web Annotation model (W3C Recommendation of 23 February 2017), and our own. */

/** The version of the format that is written; a file of a later one is never overwritten. */
export const version = 1;

/** Ours live in a name space of our own, so that a reader of plain Web Annotations passes over them. */
export const context = ['http://www.w3.org/ns/anno.jsonld', { restitch: 'urn:restitch:ns#' }] as const;

export const own = {
  version: 'restitch:version',
  withdrawn: 'restitch:withdrawn',
  step: 'restitch:step',
  anchored: 'restitch:anchored',
  resolved: 'restitch:resolved',
  side: 'restitch:side',
  decision: 'restitch:Decision',
  kind: 'restitch:kind',
  as: 'restitch:as',
  role: 'restitch:role',
  code: 'restitch:code',
} as const;

/** Why the annotation was made, in the model's own words. */
export const motivations: Readonly<Record<Body['kind'], string>> = {
  join: 'linking',
  follow: 'linking',
  apart: 'linking',
  role: 'classifying',
  split: 'editing',
  begin: 'editing',
  ignore: 'moderating',
  reviewed: 'assessing',
  note: 'commenting',
  answer: 'replying',
};
