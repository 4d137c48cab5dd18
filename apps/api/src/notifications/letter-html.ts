import { escapeHtml } from '../platform/html';
import type { Letter, LetterPart } from './letter';
import type { LetterFrame } from './letter-frame';
import { isWebAddress } from './letter-text';

/** Mail programs know no style sheet of ours; these are the theme's ink, text, soft text and hairline. */
const INK = '#3d3a8c';
const TEXT = '#1d1b22';
const SOFT = '#5b5866';
const LINE = '#d8d5df';
const FONT = "font-family:'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif";

const paragraphs = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('\n');

const factsHtml = (facts: readonly (readonly [string, string])[]): string => {
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;vertical-align:top;font-weight:normal;color:${SOFT}">` +
      `${escapeHtml(label)}</th><td style="padding:6px 0;vertical-align:top">` +
      `${escapeHtml(value).replace(/\n/g, '<br>')}</td></tr>`,
  );
  return `<table style="margin:0 0 16px;border-collapse:collapse;font-size:17px">${rows.join('')}</table>`;
};

const buttonHtml = (label: string, url: string): string => {
  if (!isWebAddress(url)) return paragraphs(`${label}:\n${url}`);
  const address = escapeHtml(url);
  // The address stands below as text: it can be copied, and read before it is trusted.
  return (
    `<p style="margin:0 0 16px"><a href="${address}" target="_blank" rel="noopener noreferrer" style="display:inline-block;` +
    `padding:12px 20px;border-radius:6px;background:${INK};color:#ffffff;font-weight:600;text-decoration:none">` +
    `${escapeHtml(label)}</a><br><span style="font-size:14px;color:${SOFT};overflow-wrap:anywhere">${address}</span></p>`
  );
};

const partHtml = (part: LetterPart): string => {
  switch (part.kind) {
    case 'words':
      return paragraphs(part.text);
    case 'facts':
      return factsHtml(part.facts);
    case 'button':
      return buttonHtml(part.label, part.url);
  }
};

/** A letter as a small page: escaped, one column, readable with styles off, and nothing that is fetched from anywhere. */
export const letterHtml = (letter: Letter, frame: LetterFrame): string =>
  [
    '<!doctype html>',
    '<html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(letter.subject)}</title></head>`,
    `<body style="margin:0;padding:24px 16px;background:#ffffff;color:${TEXT};${FONT};font-size:17px;line-height:1.5">`,
    '<div style="max-width:600px;margin:0 auto">',
    `<h1 style="margin:0 0 20px;font-size:22px;line-height:1.25">${escapeHtml(letter.subject)}</h1>`,
    paragraphs(frame.greeting),
    ...letter.parts.map(partHtml),
    `<div style="margin-top:32px;padding-top:12px;border-top:1px solid ${LINE};font-size:14px;color:${SOFT}">`,
    ...frame.foot.map((line) => `<p style="margin:0 0 4px;overflow-wrap:anywhere">${escapeHtml(line)}</p>`),
    '</div></div></body></html>',
  ].join('\n');
