/* Generated from schema/directus by "npm run schema:types". Do not edit: change the model and pull it. */

import type { Contact } from './Contact.ts';
import type { County } from './County.ts';
import type { Delivery } from './Delivery.ts';
import type { Document } from './Document.ts';
import type { DocumentTemplate } from './DocumentTemplate.ts';
import type { Enterprise } from './Enterprise.ts';
import type { Evaluation } from './Evaluation.ts';
import type { EvaluationsFile } from './EvaluationsFile.ts';
import type { Hazard } from './Hazard.ts';
import type { HazardEvent } from './HazardEvent.ts';
import type { HazardsPhotosAfter } from './HazardsPhotosAfter.ts';
import type { HazardsPhotosBefore } from './HazardsPhotosBefore.ts';
import type { Inspector } from './Inspector.ts';
import type { MonthlyReport } from './MonthlyReport.ts';
import type { OpeningBalance } from './OpeningBalance.ts';
import type { Outbox } from './Outbox.ts';
import type { ReportEvent } from './ReportEvent.ts';
import type { ReportPeriod } from './ReportPeriod.ts';
import type { Settings } from './Settings.ts';
import type { Suspicion } from './Suspicion.ts';
import type { TaskItem } from './TaskItem.ts';
import type { TaskList } from './TaskList.ts';
import type { Team } from './Team.ts';
import type { TeamMember } from './TeamMember.ts';
import type { Visit } from './Visit.ts';
import type { VisitEvent } from './VisitEvent.ts';
import type { VisitInspector } from './VisitInspector.ts';
import type { VisitItem } from './VisitItem.ts';
import type { VisitsPhotos } from './VisitsPhotos.ts';

/** The row of each table. */
export interface Rows {
  contacts: Contact;
  counties: County;
  deliveries: Delivery;
  document_templates: DocumentTemplate;
  documents: Document;
  enterprises: Enterprise;
  evaluations: Evaluation;
  evaluations_files: EvaluationsFile;
  hazard_events: HazardEvent;
  hazards: Hazard;
  hazards_photos_after: HazardsPhotosAfter;
  hazards_photos_before: HazardsPhotosBefore;
  inspectors: Inspector;
  monthly_reports: MonthlyReport;
  opening_balances: OpeningBalance;
  outbox: Outbox;
  report_events: ReportEvent;
  report_periods: ReportPeriod;
  settings: Settings;
  suspicions: Suspicion;
  task_items: TaskItem;
  task_lists: TaskList;
  team_members: TeamMember;
  teams: Team;
  visit_events: VisitEvent;
  visit_inspectors: VisitInspector;
  visit_items: VisitItem;
  visits: Visit;
  visits_photos: VisitsPhotos;
}
