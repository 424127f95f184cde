/**
 * **Which role may read, give and change which field**, beside the table of rows (`access.ts`). Every field that holds or lists data is named once;
 * `npm run check` names those that are missing, and those whose permission rules (`schema/directus`) say something else. The tests hold every
 * answer of Directus against it.
 *
 * Under each collection: roles with letters (`r` read, `c` given with a new row, `u` changed later), then the fields for which that holds. A role that
 * is not named may nothing. What the system notes (the forms only show it) has no `c` and no `u`, whatever the permission rules allow.
 */
export const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  counties: {
    'city rcu, county r, inspector r, automation r, auditor r': 'code id name sort status',
    'city rcu, county r, auditor r': 'contacts documents enterprises',
    'city r, county r, automation r, auditor r': 'date_created date_updated user_created user_updated',
    'city rcu, county r, automation r, auditor r': 'document_prefix email office',
  },
  contacts: {
    'city rcu, county rc, automation r, auditor r': 'county id',
    'city r, county r, automation r, auditor r': 'date_created date_updated user_created user_updated',
    'city rcu, county rcu, automation r, auditor r': 'email is_primary name phone position status',
  },
  enterprises: {
    'city rcu, county rcu, inspector r, automation r, auditor r':
      'address enterprise_type industry legal_representative location name phone risk_level safety_manager status uscc',
    'city rcu, county rc, inspector r, automation r, auditor r': 'county id',
    'city r, county r, inspector r, automation r, auditor r':
      'date_created date_updated last_visited_on user_created user_updated visited_this_month',
    'city rcu, county r, inspector r, auditor r': 'hazards visits',
    'city rcu, county rcu, inspector r, auditor r': 'teams',
    'city r, county r, inspector r, auditor r': 'visible_to',
  },
  inspectors: {
    'city rcu, county rc, inspector r, automation r, auditor r': 'county id level',
    'city r, county r, automation r, auditor r': 'date_created date_updated user_created user_updated',
    'city rcu, county rcu, inspector r, automation r, auditor r': 'email name organisation phone position status',
    'city rcu, county r, inspector r, auditor r': 'memberships',
    'city rcu, county rcu, inspector r, auditor r': 'user',
  },
  teams: {
    'city r, county r, inspector r, auditor r': 'date_created date_updated user_created user_updated',
    'city rcu, county rc, inspector r, auditor r': 'enterprise id',
    'city rcu, county rcu, inspector r, auditor r': 'members valid_from valid_to',
  },
  team_members: {
    'city r, county r, inspector r, auditor r': 'date_created date_updated user_created user_updated',
    'city rcu, county rc, inspector r, auditor r': 'id inspector team',
    'city rcu, county rcu, inspector r, auditor r': 'is_lead',
  },
  task_lists: {
    'city rcu, county rc, inspector r, auditor r': 'county id scope',
    'city r, county r, inspector r, auditor r': 'date_created date_updated user_created user_updated',
    'city rcu, county rcu, inspector r, auditor r': 'enterprise enterprise_type items name status supersedes valid_from valid_to version',
  },
  task_items: {
    'city rcu, county rcu, inspector r, auditor r': 'basis content sort standard',
    'city r, county r, inspector r, auditor r': 'date_created date_updated user_created user_updated',
    'city rcu, county rc, inspector r, auditor r': 'id task_list',
  },
  visits: {
    'city rcu, county r, inspector rcu, auditor r':
      'arrived_at drills_urged good_practice hazardous_work_supervised hazards inspectors inspectors_reason items left_at location log morning_meetings_urged photos remarks responsibility_lists_checked reward_amount_wan rules_improved team visited_on warning_educations_urged',
    'city rcu, county r, inspector rc, auditor r': 'client_key enterprise id',
    'city rcu, county r, inspector r, auditor r': 'correction_reason',
    'city r, county r, inspector r, auditor r':
      'county date_created date_updated documents events resubmitted_at submitted_at user_created user_updated visible_to',
    'city rcu, county ru, inspector r, auditor r': 'return_reason',
    'city rcu, county ru, inspector rcu, auditor r': 'status',
    'city ru, county ru, inspector r, auditor r': 'void_reason',
  },
  visit_items: {
    'city rcu, county r, inspector rcu, auditor r': 'basis content implementation problem result sort standard suggestion task_item',
    'city r, county r, inspector r, auditor r': 'date_created date_updated user_created user_updated',
    'city rcu, county r, inspector rc, auditor r': 'id visit',
  },
  visit_inspectors: {
    'city r, county r, inspector r, auditor r': 'contested_at contested_reason date_created date_updated user_created user_updated',
    'city rcu, county r, inspector rc, auditor r': 'id visit',
    'city rcu, county r, inspector rcu, auditor r': 'inspector level signature',
  },
  visits_photos: {
    'city rcu, county r, inspector rcu, auditor r': 'file sort visit_item',
    'city rcu, county r, inspector rc, auditor r': 'id visit',
  },
  visit_events: {
    'city r, county r, inspector r, auditor r': 'actor actor_name at date_created date_updated from id note to user_created user_updated visit',
  },
  suspicions: {
    'city r, county r, auditor r':
      'county date_created date_updated dismissed_at dismissed_by dismissed_by_name id key kind period reason user_created user_updated visit',
    'city ru, county ru, auditor r': 'note status',
  },
  hazards: {
    'city r, county r, inspector r, automation r, auditor r':
      'acknowledge_disputed_at acknowledged_at acknowledged_by county date_created date_updated major_since rectified_by reported_at user_created user_updated',
    'city r, county r, inspector r, auditor r': 'acknowledged_from acknowledged_link acknowledged_login documents events',
    'city rc, county r, inspector rc, automation r, auditor r': 'client_key id',
    'city ru, county ru, inspector rcu, automation r, auditor r': 'correction_reason',
    'city rcu, county ru, inspector rcu, automation r, auditor r':
      'deadline funds measures plan rectification rectified_on responsible_person status verified_by verified_on',
    'city rcu, county r, inspector rcu, automation r, auditor r': 'description found_on place severity title',
    'city rcu, county r, inspector rc, automation r, auditor r': 'enterprise visit visit_item',
    'city rcu, county ru, inspector rcu, auditor r': 'photos_after',
    'city rcu, county r, inspector rcu, auditor r': 'photos_before',
    'city ru, county ru, inspector ru, automation r, auditor r': 'verification',
    'city ru, county ru, inspector r, automation r, auditor r': 'verified_officer void_reason',
  },
  hazard_events: {
    'city r, county r, inspector r, auditor r': 'actor actor_name at date_created date_updated from hazard id note to user_created user_updated',
  },
  hazards_photos_before: {
    'city rcu, county r, inspector rc, auditor r': 'file hazard id',
    'city rcu, county r, inspector rcu, auditor r': 'sort',
  },
  hazards_photos_after: {
    'city rcu, county rc, inspector rc, auditor r': 'file hazard id',
    'city rcu, county rcu, inspector rcu, auditor r': 'sort',
  },
  documents: {
    'city rcu, county rc, inspector rc, auditor r': 'county enterprise evaluation hazard id kind monthly_report period status title visit',
    'city r, county r, inspector r, auditor r':
      'date_created date_updated done error input_hash number template_version total user_created user_updated',
    'city rcu, county r, inspector r, auditor r': 'file template',
  },
  monthly_reports: {
    'city r, county r, automation r, auditor r':
      'changes city_enterprise_visits city_person_visits county_enterprise_visits county_person_visits date_created date_updated drills_urged due_at hazardous_work_supervised hazards_found hazards_rectified major_hazards_found major_hazards_rectified month_city_enterprise_visits month_city_person_visits month_county_enterprise_visits month_county_person_visits month_drills_urged month_hazardous_work_supervised month_hazards_found month_hazards_rectified month_major_hazards_found month_major_hazards_rectified month_morning_meetings_urged month_responsibility_lists_checked month_reward_amount_wan month_rules_improved month_warning_educations_urged morning_meetings_urged on_time responsibility_lists_checked reward_amount_wan rules_improved submission submitted_at user_created user_updated warning_educations_urged',
    'city rcu, county rcu, automation r, auditor r': 'contact filled_on gap_explanation practices problems progress',
    'city ru, county r, automation r, auditor r': 'correction_reason return_reason',
    'city rc, county rc, automation r, auditor r': 'county id period',
    'city r, county r, auditor r': 'documents docx events first_submitted_at xlsx',
    'city ru, county rcu, automation r, auditor r': 'status',
  },
  report_events: {
    'city r, county r, auditor r': 'actor actor_name at date_created date_updated from id note report to user_created user_updated',
  },
  report_periods: {
    'city r, county r, auditor r': 'date_created date_updated user_created user_updated',
    'city rcu, county r, auditor r': 'due_at id note period',
  },
  opening_balances: {
    'city rcu, county r, auditor r':
      'as_of city_enterprise_visits city_person_visits county county_enterprise_visits county_person_visits drills_urged hazardous_work_supervised hazards_found hazards_rectified id major_hazards_found major_hazards_rectified morning_meetings_urged note responsibility_lists_checked reward_amount_wan rules_improved warning_educations_urged',
    'city r, county r, auditor r': 'date_created date_updated user_created user_updated',
  },
  evaluations: {
    'city rcu, county rcu, auditor r': 'attachments',
    'city rcu, county rc, automation r, auditor r': 'county id kind',
    'city r, county r, automation r, auditor r': 'date_created date_updated user_created user_updated',
    'city rcu, county r, auditor r': 'documents',
    'city rcu, county rcu, automation r, auditor r': 'evaluated_on findings practices problems quarter score suggestions',
    'city rcu, county r, automation r, auditor r': 'replied_on reply_due',
    'city rcu, county ru, automation r, auditor r': 'void_reason',
  },
  evaluations_files: {
    'city rcu, county rc, auditor r': 'evaluation file id',
    'city rcu, county rcu, auditor r': 'sort',
  },
  settings: {
    'city ru, auditor r':
      'acknowledge_minutes acknowledge_valid_days city_office_emails draft_days_before escalation_max_steps escalation_plan escalation_repeat_minutes handover_seconds reminder_plan report_due_day report_due_time statistics_since suspicion_days suspicion_most_drills_urged suspicion_most_hazardous_work_supervised suspicion_most_morning_meetings_urged suspicion_most_responsibility_lists_checked suspicion_most_reward_amount_wan suspicion_most_rules_improved suspicion_most_warning_educations_urged suspicion_outlier_factor suspicion_outlier_months suspicion_same_text_visits suspicion_short_minutes timezone work_ends_at work_starts_at',
    'city r, auditor r': 'date_created date_updated user_created user_updated',
    'city ru, automation r, auditor r': 'id office_name operations_email',
  },
  document_templates: {
    'city r, auditor r': 'date_created date_updated user_created user_updated',
    'city rcu, auditor r': 'file id key name status version',
  },
  deliveries: {
    'city r, auditor r':
      'attachments attempts body body_text cc claim composed_by data_started_at date_created date_updated error hazard id key kind lease_until message_id next_attempt_at remaining repeats response sent_at subject to user_created user_updated',
    'city ru, auditor r': 'status',
  },
  outbox: {
    'city r, automation r, auditor r': 'attempts created_at id key payload seq subject topic',
    'city r, auditor r': 'available_at claim claimed_by date_created date_updated done_at error lease_until user_created user_updated',
  },
};
