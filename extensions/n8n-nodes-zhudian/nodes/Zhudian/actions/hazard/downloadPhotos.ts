import type { PhotoFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';

import { downloadZhudian } from '../../../shared/downloadZhudian.ts';
import { readFault } from '../../../shared/readFault.ts';

/** As large as a photo is printed; whole ones from a phone would not pass a mail server. */
const SIZE = { width: 1280, height: 1280, fit: 'inside', withoutEnlargement: true, format: 'jpg', quality: 75 };

/** Photos as binary properties. One that cannot be had must not hold the report up: it is named in `faults`. */
export async function downloadPhotos(
	context: IExecuteFunctions,
	photos: readonly PhotoFacts[],
): Promise<{ binary: IBinaryKeyData; faults: string[] }> {
	const binary: IBinaryKeyData = {};
	const faults: string[] = [];
	const download = async ({ file, filename }: PhotoFacts): Promise<void> => {
		try {
			const { bytes } = await downloadZhudian(context, `/assets/${encodeURIComponent(file)}`, SIZE);
			binary[`image_${file}`] = await context.helpers.prepareBinaryData(bytes, `${file}.jpg`, 'image/jpeg');
		} catch (error) {
			faults.push(`照片“${filename}”未能读取：${readFault(error).message}`);
		}
	};
	await Promise.all(photos.map(download));
	return { binary, faults };
}
