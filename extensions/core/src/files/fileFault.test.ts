import { describe, expect, it } from 'vitest';
import { wordTemplate } from '../documents/testing/wordTemplate.ts';
import { fileFault } from './fileFault.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const entry = (name: string): string => `PK\u0003\u0004${'\u0000'.repeat(26)}${name}`;
const fault = (name: string, type: string, head: string | Uint8Array): string | null =>
  fileFault({ name, type, head: typeof head === 'string' ? bytes(head) : head });

describe('a file that is what it says', () => {
  it.each([
    ['检测报告.pdf', 'application/pdf', '%PDF-1.7\n'],
    ['检测报告.PDF', 'application/pdf; charset=binary', '%PDF-1.4'],
    ['日志.docx', DOCX, entry('[Content_Types].xml')],
    ['日志.docx', DOCX, entry('_rels/.rels')],
    ['名册.xlsx', XLSX, entry('xl/workbook.xml')],
    ['名册.csv', 'text/csv', '企业,人员\n'],
    ['名册.csv', 'text/plain', Buffer.from('企业,人员\n')],
    ['名册.txt', 'text/plain', Uint8Array.from([0xff, 0xfe, 0x41, 0x00])],
    ['名册.txt', 'text/plain', Uint8Array.from([0xfe, 0xff, 0x00, 0x41])],
    ['空.txt', 'text/plain', ''],
    ['编号.csv', 'text/csv', 'MZ001,PK002\n'],
  ])('%s as %s', (name, type, head) => {
    expect(fault(name, type, head)).toBeNull();
  });

  it('also as our own templates are made', () => {
    expect(fault('模板.docx', DOCX, wordTemplate('{title}').subarray(0, 64))).toBeNull();
  });

  it('of a type that is not known here: somebody else decides', () => {
    expect(fault('a.bin', 'application/octet-stream', 'x')).toBeNull();
    expect(fault('a', '', 'x')).toBeNull();
  });
});

describe('a file that is something else is refused with its name', () => {
  it.each([
    ['四字节.docx', DOCX, 'PK\u0003\u0004'],
    ['包.docx', DOCX, entry('virus.exe')],
    ['旧的.docx', DOCX, '\u00d0\u00cf\u0011\u00e0'],
    ['坏.xlsx', XLSX, 'not a workbook'],
    ['程序.pdf', 'application/pdf', 'MZ\u0090'],
    ['空.pdf', 'application/pdf', ''],
    ['程序.txt', 'text/plain', 'MZ\u0090\u0000'],
    ['程序.txt', 'text/plain', '\u007fELF\u0002\u0001\u0001\u0000'],
    ['零.txt', 'text/plain', 'a\u0000b'],
    ['网页.txt', 'text/plain', '<!DOCTYPE html><script>'],
    ['网页.csv', 'text/csv', '\u00ef\u00bb\u00bf \n<html>'],
    ['图.txt', 'text/plain', '<svg onload="x">'],
  ])('%s as %s', (name, type, head) => {
    expect(fault(name, type, head)).toContain(`“${name}”的内容不是`);
  });

  it.each([
    ['报告.exe', 'application/pdf', '%PDF-1.7'],
    ['报告', 'application/pdf', '%PDF-1.7'],
    ['报告.pdf.html', 'text/plain', 'x'],
    ['日志.xlsx', DOCX, entry('word/document.xml')],
  ])('also when only its name says so: %s as %s', (name, type, head) => {
    expect(fault(name, type, head)).toContain(`文件名“${name}”与文件种类`);
  });
});
