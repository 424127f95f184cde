import type { FieldFault } from '../errors/FieldFault.ts';
import { bare } from './sheet/cellText.ts';
import type { RosterEnterprise, RosterPerson, RosterRow } from './rows/RosterRow.ts';

/** What the system knows already, as far as the caller may change it. */
export interface KnownRoster {
  readonly counties: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly enterprises: readonly (RosterEnterprise & { readonly id: string; readonly county: string })[];
  readonly inspectors: readonly (RosterPerson & { readonly id: string; readonly county: string | null; readonly active: boolean })[];
  /** The team in force of each enterprise, today. */
  readonly teams: readonly { readonly id: string; readonly enterprise: string; readonly valid_from: string; readonly members: readonly string[] }[];
}

export interface RosterContext {
  /** The county of every row, where the file or the caller's login says so; null when the file has to. */
  readonly county: string | null;
  /** Counties the caller may write for; null for all. */
  readonly allowed: readonly string[] | null;
  /** The level of new people of whom the file does not tell it; the county's when it is not given. */
  readonly level?: 'city' | 'county';
  readonly newId: () => string;
}

export interface RosterChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** One row of the plan, as it is shown to whoever imports. */
export interface PlannedRow {
  readonly sheet: string;
  readonly row: number;
  readonly enterprise: string;
  readonly people: readonly string[];
  /** The same people with what the file says of each. */
  readonly team: readonly RosterPerson[];
  readonly outcome: 'create' | 'change' | 'keep' | 'fault';
  readonly changes: readonly RosterChange[];
  readonly faults: readonly { readonly field: string; readonly message: string }[];
  readonly notes: readonly string[];
}

/** An enterprise in service that the file does not name, of a county that it speaks of. */
export interface AbsentEnterprise {
  readonly id: string;
  readonly name: string;
  readonly county: string;
}

/** What is written when the plan is carried out. */
export interface RosterPlan {
  readonly rows: readonly PlannedRow[];
  readonly absent: readonly AbsentEnterprise[];
  /** The counties that its rows are of. */
  readonly counties: readonly { readonly id: string; readonly name: string }[];
  readonly newEnterprises: readonly (RosterEnterprise & { readonly id: string; readonly county: string })[];
  readonly changedEnterprises: readonly { readonly id: string; readonly change: Readonly<Record<string, string>> }[];
  readonly newInspectors: readonly (RosterPerson & { readonly id: string; readonly county: string | null; readonly level: 'city' | 'county' })[];
  readonly changedInspectors: readonly { readonly id: string; readonly change: Readonly<Record<string, string>> }[];
  /** `replaces` is the team in force that ends for it. */
  readonly newTeams: readonly {
    readonly id: string;
    readonly enterprise: string;
    readonly members: readonly string[];
    readonly replaces: string | null;
  }[];
  readonly kept: { readonly enterprises: number; readonly inspectors: number; readonly teams: number };
}

const FIELDS = ['name', 'uscc', 'enterprise_type', 'risk_level', 'address', 'legal_representative', 'safety_manager', 'phone', 'status'] as const;

/**
 * What a roster would create, change and leave. Enterprises are known by their credit code, by name in their county when there is none; people by
 * phone, else by name (in their county; city-wide for the city's). A blank cell changes nothing.
 */
export function planRoster(rows: readonly RosterRow[], known: KnownRoster, context: RosterContext): RosterPlan {
  const planner = new Planner(known, context);
  const planned = rows.map((row) => planner.row(row));
  return { rows: planned, ...planner.writes() };
}

type Inspector = KnownRoster['inspectors'][number];

class Planner {
  readonly #context: RosterContext;
  readonly #known: KnownRoster;
  readonly #byCode = new Map<string, KnownRoster['enterprises'][number]>();
  readonly #byName = new Map<string, KnownRoster['enterprises'][number]>();
  readonly #people = new Map<string, Inspector[]>();
  readonly #teams: ReadonlyMap<string, KnownRoster['teams'][number]>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #newEnterprises: RosterPlan['newEnterprises'][number][] = [];
  readonly #changedEnterprises: RosterPlan['changedEnterprises'][number][] = [];
  readonly #created = new Map<string, RosterPlan['newInspectors'][number] & Inspector>();
  readonly #changedInspectors = new Map<string, Record<string, string>>();
  readonly #newTeams: RosterPlan['newTeams'][number][] = [];
  readonly #seenPeople = new Set<string>();
  /** The row of each enterprise that has had one. */
  readonly #rows = new Map<string, number>();
  /** Enterprises that a row names, and counties that the rows are of: with faults as well. */
  readonly #named = new Set<string>();
  readonly #counties = new Set<string>();
  #kept = { enterprises: 0, teams: 0 };

  constructor(known: KnownRoster, context: RosterContext) {
    this.#known = known;
    this.#context = context;
    for (const one of known.enterprises) this.#index(one);
    // Copies: what a row tells of a person holds for the rows after it.
    for (const one of known.inspectors) this.#indexPerson({ ...one });
    this.#names = new Map(known.inspectors.map(({ id, name }) => [id, name]));
    this.#teams = new Map(known.teams.map((team) => [team.enterprise, team]));
  }

  row({ sheet, row, county: written, hints, enterprise, people, faults: told, notes: read }: RosterRow): PlannedRow {
    const faults: FieldFault[] = [...told];
    const notes = [...read];
    const county = this.#county(written, hints, faults, notes);
    const found = county ? this.#find(enterprise, county, faults) : undefined;
    if (county) this.#counties.add(county);
    if (found) this.#named.add(found.id);
    const before = found && this.#rows.get(found.id);
    if (before !== undefined)
      faults.push({
        field: 'enterprise',
        rule: 'roster.enterprise.twice',
        message: `“${enterprise.name}”与第 ${before} 行是同一家企业；请合并为一行`,
      });
    const named = county && faults.length === 0 ? people.map((person) => this.#person(person, county, faults)) : [];
    const [only, ...others] = people;
    if (only && others.length === 0)
      faults.push({ field: 'people', rule: 'roster.people.pair', message: `“两人一企”：只有一名驻点人员（${only.name}）；请补齐至少两名` });
    const members = named.filter((one) => one !== null);
    if (new Set(members.map(({ id }) => id)).size < members.length)
      faults.push({ field: 'people', rule: 'roster.people.twice', message: '同一名驻点人员写了两次；同名的两人请分别填写联系电话' });
    if (people.length === 0 && !(found && this.#teams.has(found.id))) notes.push('没有驻点人员：这家企业不会有驻点组');
    if (found?.status && found.status !== 'active' && enterprise.status === null)
      notes.push(`系统中这家企业是${found.status === 'closed' ? '关闭' : '停产'}状态，导入不改变状态`);
    const shown = { sheet, row, enterprise: enterprise.name, people: people.map(({ name }) => name), team: people, notes };
    if (faults.length > 0 || !county)
      return { ...shown, outcome: 'fault', changes: [], faults: faults.map(({ field, message }) => ({ field, message })) };

    const id = found?.id ?? this.#context.newId();
    this.#rows.set(id, row);
    const changes = found ? this.#compare(found, enterprise) : [];
    if (!found) {
      const created = { ...enterprise, id, county };
      this.#newEnterprises.push(created);
      this.#index(created);
    } else if (changes.length > 0) {
      this.#changedEnterprises.push({ id, change: Object.fromEntries(changes.map(({ field, to }) => [field, to])) });
    } else this.#kept.enterprises += 1;
    const personal = members.flatMap(({ changes: its }) => its);
    const team = this.#team(
      id,
      members.map(({ id: member }) => member),
      people.map(({ name }) => name),
    );
    const all = [...changes, ...personal, ...team];
    return { ...shown, outcome: found ? (all.length > 0 ? 'change' : 'keep') : 'create', changes: all, faults: [] };
  }

  writes(): Omit<RosterPlan, 'rows'> {
    const touched = new Set([...this.#created.keys(), ...this.#changedInspectors.keys()]);
    const absent = this.#known.enterprises
      .filter(({ id, county, status }) => status === 'active' && this.#counties.has(county) && !this.#named.has(id))
      .map(({ id, name, county }) => ({ id, name, county: this.#countyName(county) }));
    return {
      absent,
      counties: this.#known.counties.filter(({ id }) => this.#counties.has(id)).map(({ id, name }) => ({ id, name })),
      newEnterprises: this.#newEnterprises,
      changedEnterprises: this.#changedEnterprises,
      newInspectors: [...this.#created.values()].map(({ active: _, ...row }) => row),
      changedInspectors: [...this.#changedInspectors].map(([id, change]) => ({ id, change })),
      newTeams: this.#newTeams,
      kept: { ...this.#kept, inspectors: [...this.#seenPeople].filter((id) => !touched.has(id)).length },
    };
  }

  #index(one: KnownRoster['enterprises'][number]): void {
    if (one.uscc) this.#byCode.set(one.uscc, one);
    this.#byName.set(`${one.county}/${bare(one.name)}`, one);
  }

  #indexPerson(one: Inspector): void {
    this.#putPerson(`${one.level === 'city' ? 'city' : one.county}/${one.name}`, one);
    if (one.phone) this.#putPerson(`phone/${one.phone}`, one);
  }

  #putPerson(key: string, one: Inspector): void {
    this.#people.set(key, [...(this.#people.get(key) ?? []), one]);
  }

  #countyName = (id: string): string => this.#known.counties.find((one) => one.id === id)?.name ?? '';

  /** The county that the sheet's name or a title above the table names, if it is one alone. */
  #hinted(hints: readonly string[]): string | undefined {
    for (const hint of hints) {
      const [found, ...others] = this.#known.counties.filter(({ name }) => bare(hint).includes(bare(name)));
      if (found && others.length === 0) return found.id;
    }
    return undefined;
  }

  #county(written: string | null, hints: readonly string[], faults: FieldFault[], notes: string[]): string | null {
    const { allowed } = this.#context;
    const text = written === null ? null : bare(written);
    const named =
      text === null
        ? undefined
        : this.#known.counties.find(({ name, code }) => bare(name) === text || code === text || bare(name).replace(/[县市区]$/, '') === text);
    const hinted = written === null ? this.#hinted(hints) : undefined;
    const county = this.#context.county ?? hinted ?? null;
    if (hinted && county && hinted !== county)
      notes.push(`标题或工作表名写的是“${this.#countyName(hinted)}”，将导入到“${this.#countyName(county)}”，请核对`);
    const fault = (message: string): null => (faults.push({ field: 'county', rule: 'roster.county', message }), null);
    if (written !== null && !named) return fault(`没有“${written}”这个县（市、区）；请与系统中的名称一致`);
    const id = named?.id ?? county;
    if (!id) return fault('文件没有“县（市、区）”列；请补上，或在导入时选择县（市、区）');
    if (allowed && !allowed.includes(id)) return fault(`“${written ?? '所选县（市、区）'}”不是您所在的县（市、区）；只能导入本县（市、区）的名单`);
    return id;
  }

  #find(enterprise: RosterEnterprise, county: string, faults: FieldFault[]): KnownRoster['enterprises'][number] | undefined {
    const byCode = enterprise.uscc ? this.#byCode.get(enterprise.uscc) : undefined;
    if (byCode && byCode.county !== county) {
      faults.push({
        field: 'uscc',
        rule: 'roster.elsewhere',
        message: `统一社会信用代码“${byCode.uscc}”已登记在其他县（市、区）；如企业迁址，请由市级管理员修改`,
      });
      return undefined;
    }
    const byName = this.#byName.get(`${county}/${bare(enterprise.name)}`);
    if (!byCode && byName?.uscc && enterprise.uscc && byName.uscc !== enterprise.uscc) {
      faults.push({
        field: 'uscc',
        rule: 'roster.other_code',
        message: `“${enterprise.name}”已登记的统一社会信用代码是 ${byName.uscc}，与文件中的 ${enterprise.uscc} 不同；请核对`,
      });
    }
    return byCode ?? byName;
  }

  #compare(known: RosterEnterprise, written: RosterEnterprise): Change[] {
    return FIELDS.flatMap((field) => changesOf(field, known[field], written[field]));
  }

  #person(person: RosterPerson, county: string, faults: FieldFault[]): { id: string; changes: RosterChange[] } | null {
    const byPhone = (person.phone ? (this.#people.get(`phone/${person.phone}`) ?? []) : []).filter(({ name }) => name === person.name);
    const names = [
      ...(person.level === 'city' ? [] : (this.#people.get(`${county}/${person.name}`) ?? [])),
      ...(person.level === 'county' ? [] : (this.#people.get(`city/${person.name}`) ?? [])),
    ];
    const candidates = byPhone.length > 0 ? byPhone : names.filter(({ phone }) => !phone || !person.phone || phone === person.phone);
    if (candidates.length > 1) {
      faults.push({
        field: 'people',
        rule: 'roster.person.ambiguous',
        message: `有 ${candidates.length} 名“${person.name}”，无法确定是哪一位；请填写联系电话`,
      });
      return null;
    }
    const known = candidates[0];
    if (known && !known.active) {
      faults.push({ field: 'people', rule: 'roster.person.inactive', message: `“${person.name}”已停用，不能编入驻点组；请先恢复在岗，或换人` });
      return null;
    }
    if (known && known.level === 'county' && known.county !== county) {
      const message = `“${person.name}”（${person.phone ?? ''}）是其他县（市、区）的驻点人员，不能编入该企业的驻点组；请换人，或核对联系电话`;
      faults.push({ field: 'people', rule: 'roster.person.county', message });
      return null;
    }
    if (!known) {
      const level = person.level ?? this.#context.level ?? 'county';
      const created = { ...person, level, id: this.#context.newId(), county: level === 'city' ? null : county, active: true };
      this.#created.set(created.id, created);
      this.#indexPerson(created);
      this.#seenPeople.add(created.id);
      return { id: created.id, changes: [] };
    }
    this.#seenPeople.add(known.id);
    const changes = (['phone', 'organisation', 'position'] as const).flatMap((field) => changesOf(field, known[field], person[field]));
    // A city's inspector belongs to the city: a county does not rewrite them.
    const isNew = this.#created.has(known.id);
    if (changes.length === 0 || (this.#context.allowed && known.level === 'city' && !isNew)) return { id: known.id, changes: [] };
    const change = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
    Object.assign(known, change);
    if (change.phone) this.#putPerson(`phone/${change.phone}`, known);
    if (!isNew) this.#changedInspectors.set(known.id, { ...this.#changedInspectors.get(known.id), ...change });
    return { id: known.id, changes: changes.map(({ field, from, to }) => ({ field: `${person.name} ${field}`, from, to })) };
  }

  #team(enterprise: string, members: readonly string[], names: readonly string[]): RosterChange[] {
    if (members.length === 0) return [];
    const current = this.#teams.get(enterprise);
    if (current && current.members.length === members.length && members.every((one) => current.members.includes(one))) {
      this.#kept.teams += 1;
      return [];
    }
    this.#newTeams.push({ id: this.#context.newId(), enterprise, members, replaces: current?.id ?? null });
    const before = current?.members.map((id) => this.#names.get(id) ?? '其他县（市、区）人员').join('、') ?? null;
    return [{ field: 'team', from: before, to: names.join('、') }];
  }
}

/** A change that a file asks for. */
type Change = RosterChange & { readonly to: string };

/** What a cell changes: nothing where it is blank, or says what is known already. */
const changesOf = (field: string, from: string | null, to: string | null): Change[] => (to && to !== from ? [{ field, from, to }] : []);
