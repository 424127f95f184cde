import { useApi } from '@directus/extensions-sdk';
import { onMounted, ref, type Ref } from 'vue';
import { folders } from '../../../../../schema/folders.ts';
import type { TemplateKind } from '../../api/documents/templates/templateKinds.ts';
import { serverWords } from '../text/serverWords.ts';
import { nextVersion } from './nextVersion.ts';
import type { TemplateVersion } from './TemplateVersion.ts';

/** What came of an upload: the version it was kept as, or what is wrong with it. */
export type Upload = { readonly version: string } | { readonly faults: readonly string[] } | null;

/** The kinds of documents with their templates' versions, newest first; and what may be done with them. */
export function useTemplates(): {
  readonly kinds: Ref<readonly TemplateKind[]>;
  readonly versions: Ref<readonly TemplateVersion[]>;
  readonly failed: Ref<boolean>;
  /** Keeps a file as the next version of a kind, when the server finds nothing wrong with it; null when it was not reached. */
  readonly upload: (kind: TemplateKind, file: File) => Promise<Upload>;
  /** Puts a version in force; what the server says against it otherwise. */
  readonly enforce: (version: TemplateVersion) => Promise<string | null>;
} {
  const api = useApi();
  const kinds = ref<readonly TemplateKind[]>([]);
  const versions = ref<readonly TemplateVersion[]>([]);
  const failed = ref(false);

  async function load(): Promise<void> {
    const params = { fields: ['id', 'key', 'version', 'status', 'file', 'date_created'], sort: ['-date_created', '-version'], limit: -1 };
    try {
      const [known, rows] = await Promise.all([
        api.get<{ data: TemplateKind[] }>('/zhudian/templates'),
        api.get<{ data: TemplateVersion[] }>('/items/document_templates', { params }),
      ]);
      kinds.value = known.data.data;
      versions.value = rows.data.data;
      failed.value = false;
    } catch {
      failed.value = true;
    }
  }

  async function upload(kind: TemplateKind, file: File): Promise<Upload> {
    const form = new FormData();
    form.append('folder', folders.templates);
    form.append('file', file, file.name);
    let stored: string | null = null;
    try {
      stored = (await api.post<{ data: { id: string } }>('/files', form)).data.data.id;
      const version = nextVersion(versions.value.filter(({ key }) => key === kind.key));
      await api.post('/items/document_templates', { key: kind.key, name: kind.name, version, status: 'draft', file: stored });
      await load();
      return { version };
    } catch (error) {
      // A file that is no version is of no use to anybody.
      if (stored) await api.delete(`/files/${stored}`).catch(() => undefined);
      const told = serverWords(error);
      return told === null ? null : { faults: told.split('\n') };
    }
  }

  async function enforce({ id }: TemplateVersion): Promise<string | null> {
    try {
      await api.patch(`/items/document_templates/${id}`, { status: 'in_force' });
      return null;
    } catch (error) {
      return serverWords(error) ?? '';
    } finally {
      await load();
    }
  }

  onMounted(() => void load());
  return { kinds, versions, failed, upload, enforce };
}
