import type { ImageBox } from './imageBox.ts';
import { isSideways } from './uprightTurn.ts';

const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const INLINE = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * An inline picture for use inside a run; every namespace is declared here, since a template need not have them. A picture that does not stand
 * upright is turned by its frame, not in its bytes: the frame has the size of the picture as it lies, and what it takes up more when it stands is
 * told as Word tells it (ECMA-376, 20.4.2.6, effectExtent).
 */
export function drawingXml(relationship: string, name: string, box: ImageBox): string {
  const { mirrored, degrees } = box.turn;
  const [width, height] = isSideways(box.turn) ? [box.height, box.width] : [box.width, box.height];
  const size = `cx="${width}" cy="${height}"`;
  const more = (upright: number, lying: number): number => Math.max(0, Math.floor((upright - lying) / 2));
  const [beside, above] = [more(box.width, width), more(box.height, height)];
  const turned = `${degrees === 0 ? '' : ` rot="${degrees * 60_000}"`}${mirrored ? ' flipH="1"' : ''}`;
  return (
    `<w:drawing><wp:inline xmlns:wp="${INLINE}" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>` +
    `<wp:effectExtent l="${beside}" t="${above}" r="${beside}" b="${above}"/>` +
    `<wp:docPr id="1" name="${name}" descr="图片"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${MAIN}" noChangeAspect="1"/>` +
    `</wp:cNvGraphicFramePr><a:graphic xmlns:a="${MAIN}"><a:graphicData uri="${PICTURE}"><pic:pic xmlns:pic="${PICTURE}">` +
    `<pic:nvPicPr><pic:cNvPr id="0" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>` +
    `<a:blip xmlns:r="${RELATIONSHIPS}" r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm${turned}><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    `</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`
  );
}
