import type { PhotoFacts } from '@zhudian/core/hazards/HazardFacts.ts';
import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';

import { downloadZhudian } from '../../../shared/downloadZhudian.ts';
import { readFault } from '../../../shared/readFault.ts';

/** Photos as binary properties, made by Directus for documents: upright, on white, as large as they are printed. One that cannot be had must not hold the report up: it is named in `faults`. */
export async function downloadPhotos(
	context: IExecuteFunctions,
	photos: readonly PhotoFacts[],
): Promise<{ binary: IBinaryKeyData; faults: string[] }> {
	const binary: IBinaryKeyData = {};
	const faults: string[] = [];
	const download = async ({ file, filename, side }: PhotoFacts): Promise<void> => {
		try {
			const { bytes } = await downloadZhudian(
				context,
				`/zhudian/pictures/${encodeURIComponent(file)}${side === undefined ? '' : `?side=${side}`}`,
			);
			binary[`image_${file}`] = await context.helpers.prepareBinaryData(bytes, `${file}.jpg`, 'image/jpeg');
		} catch (error) {
			faults.push(`照片“${filename}”未能读取：${readFault(error).message}`);
		}
	};
	await Promise.all(photos.map(download));
	return { binary, faults };
}
