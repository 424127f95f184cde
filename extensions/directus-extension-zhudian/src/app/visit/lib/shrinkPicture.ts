const LONGEST = 2560;

/**
 * A picture from the camera, turned the right way up and small enough to send over a bad network: JPEG, its longer side 2,560 pixels at
 * most. What cannot be read as a picture is refused.
 */
export async function shrinkPicture(file: File): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const paper = canvas.getContext('2d');
  if (paper) {
    // JPEG knows no opacity: what lets its ground through would stand on black.
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  bitmap.close();
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be stored as JPEG'))), 'image/jpeg', 0.82);
  });
}
