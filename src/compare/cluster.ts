// Pairs in conflict → disputes: what belongs to one topic is one finding, its positions parted into sides.
import type { Packs } from '../pack/pack.ts';
import { agree } from './outcome.ts';
import { relateRegions } from './relate.ts';
import { judge } from './judge.ts';
import { judgeReference } from './reference.ts';
import type { Verdict } from './judge.ts';
import { constraintKey } from './position.ts';
import type { ArticleKey } from './sayers.ts';
import type { Position } from './position.ts';

export interface Edge {
  readonly a: Position;
  readonly b: Position;
  readonly verdict: Verdict;
}

export interface Cluster {
  readonly edges: readonly Edge[];
  /** Each side's positions conflict with none of their own side. */
  readonly sides: readonly Position[][];
}

const WHOLE_COUNTRY = '100000';
const regionOf = (position: Position): string => position.claim.region?.code ?? WHOLE_COUNTRY;

/** All conflicts among the positions of one attribute. A position meets those of its own region and of the regions around it. */
export function findEdges(packs: Packs, positions: readonly Position[]): Edge[] {
  const byRegion = new Map<string, Position[]>();
  for (const position of positions) {
    const list = byRegion.get(regionOf(position));
    if (list) list.push(position);
    else byRegion.set(regionOf(position), [position]);
  }
  const edges: Edge[] = [];
  for (const [region, own] of byRegion) {
    for (const [index, a] of own.entries()) {
      for (const b of own.slice(index + 1)) meet(packs, a, b, edges);
      for (let up = packs.regions.parent(region); up !== null; up = packs.regions.parent(up)) {
        for (const b of byRegion.get(up) ?? []) meet(packs, a, b, edges);
      }
    }
  }
  return edges;
}

function meet(packs: Packs, a: Position, b: Position, edges: Edge[]): void {
  const verdict = a.reference === null && b.reference === null ? judge(packs, a, b) : judgeReference(packs, a, b);
  if (verdict) edges.push({ a, b, verdict });
}

/** Edges of one topic and time, connected or told by the same articles. */
export function clusterEdges(packs: Packs, edges: readonly Edge[]): Cluster[] {
  // Who contradicts the register stands on no side with it, whichever dispute tells that.
  const register = edges.filter(({ a, b }) => a.reference !== null || b.reference !== null);
  return componentsBy(edges, (edge) => groupKey(packs, edge)).flatMap((component) => {
    const sides = sidesOf(component, register);
    if (!opposesRegions(packs, sides)) return [{ edges: component, sides }];
    // What two regions say stands on opposite sides here, and is no conflict: within the region and beyond it are told apart.
    return componentsBy(component, (edge) => String(isRegional(edge))).map((part) => ({ edges: part, sides: sidesOf(part, register) }));
  });
}

function componentsBy(edges: readonly Edge[], keyOf: (edge: Edge) => string): Edge[][] {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = keyOf(edge);
    const group = groups.get(key);
    if (group) group.push(edge);
    else groups.set(key, [edge]);
  }
  return [...groups.values()].flatMap((group) => components(group));
}

const articlesOf = ({ a, b }: Edge): ArticleKey[] => [...a.sayers.articles(), ...b.sayers.articles()];

const isRegional = ({ verdict }: Edge): boolean => verdict.row.region === 'inside' || verdict.row.region === 'around';

/** Whether positions of regions apart stand on opposite sides with outcomes that differ. */
function opposesRegions(packs: Packs, sides: readonly (readonly Position[])[]): boolean {
  return sides.some((side, at) =>
    sides
      .slice(at + 1)
      .some((other) =>
        side.some((a) =>
          other.some(
            (b) =>
              relateRegions(packs, a.claim.region, b.claim.region) === 'apart' &&
              agree(a.claim.outcome, b.claim.outcome) === 'incompatible',
          ),
        ),
      ),
  );
}

function groupKey(packs: Packs, { a, b, verdict }: Edge): string {
  const wider = verdict.row.region === 'around' ? a : b;
  const info = verdict.severity === 'info' ? 'info' : '';
  const time = verdict.kind === 'superseded' ? 'time' : '';
  return [a.claim.attribute, regionOf(wider), info, time, pairOf(packs, a, b)].join('|');
}

/** Of which pair both speak; each pair is a topic of its own. */
function pairOf(packs: Packs, a: Position, b: Position): string {
  for (const [axis, own] of a.axes) {
    const other = b.axes.get(axis);
    if (packs.axes.get(axis)?.pair && own.kind === 'values' && other?.kind === 'values')
      return own.values
        .filter((value) => other.values.includes(value))
        .sort()
        .join();
  }
  return '';
}

/** Pairs of claims that are few enough to ask which two articles tell them. */
const FEW = 64;

/** Connected edges, and those of one group that the same two articles tell. */
function components(edges: readonly Edge[]): Edge[][] {
  const parent = edges.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  // Who says that regions differ, or that they do not, takes part in the dispute about what they say.
  const talkers = new Set(edges.filter(({ a }) => a.claim.outcome.type === 'uniform').flatMap(articlesOf));
  const seen = new Map<ArticleKey, number>();
  const join = (key: ArticleKey, index: number): void => {
    const other = seen.get(key);
    if (other === undefined) seen.set(key, index);
    else parent[find(index)] = find(other);
  };
  for (const [index, { a, b }] of edges.entries()) {
    join(a.key, index);
    join(b.key, index);
    if (talkers.size > 0) for (const article of articlesOf(edges[index]!)) if (talkers.has(article)) join(article, index);
    if (a.sayers.count * b.sayers.count > FEW) continue;
    for (const left of a.sayers.articles())
      for (const right of b.sayers.articles()) join([left, right].map(String).sort().join('\n'), index);
  }
  const grouped = new Map<number, Edge[]>();
  for (const [index, edge] of edges.entries()) {
    const root = find(index);
    const list = grouped.get(root);
    if (list) list.push(edge);
    else grouped.set(root, [edge]);
  }
  return [...grouped.values()];
}

/**
 * Parts the positions of a component into sides, so that no two of a side conflict: a position joins the side that says the same,
 * else the first with which it has no conflict but whose opponents are its own, else it opens a side.
 */
function sidesOf(edges: readonly Edge[], register: readonly Edge[]): Position[][] {
  const enemies = new Map<Position, Set<Position>>();
  for (const { a, b } of edges) {
    if (!enemies.has(a)) enemies.set(a, new Set());
    if (!enemies.has(b)) enemies.set(b, new Set());
    enemies.get(a)!.add(b);
    enemies.get(b)!.add(a);
  }
  for (const { a, b } of register) {
    if (!enemies.has(a) || !enemies.has(b)) continue;
    enemies.get(a)!.add(b);
    enemies.get(b)!.add(a);
  }
  for (const { a, b } of edges) {
    if (a.claim.outcome.type !== 'uniform') continue;
    // The figures of an article stand with what it says of regions.
    for (const figure of enemies.keys()) {
      if (figure.claim.outcome.type === 'uniform') continue;
      for (const [own, foe] of [
        [a, b],
        [b, a],
      ] as const) {
        if (!shareArticle(figure, own) || shareArticle(figure, foe)) continue;
        enemies.get(figure)!.add(foe);
        enemies.get(foe)!.add(figure);
      }
    }
  }
  const order = [...enemies.keys()].sort(
    (a, b) => enemies.get(b)!.size - enemies.get(a)!.size || b.sayers.count - a.sayers.count || (a.key < b.key ? -1 : 1),
  );
  const sides: Position[][] = [];
  const free = (side: readonly Position[], position: Position): boolean => side.every((other) => !enemies.get(position)!.has(other));
  const queue = [...order];
  const placed = new Set<Position>();
  while (queue.length > 0) {
    // Next to be placed: one that fights somebody already placed, so that sides grow around the dispute.
    const at = Math.max(
      0,
      queue.findIndex((position) => [...enemies.get(position)!].some((enemy) => placed.has(enemy))),
    );
    const position = queue.splice(at, 1)[0]!;
    placed.add(position);
    const open = sides.filter((side) => free(side, position));
    // Best with those that say the very same; else with what the same article says; else with the same outcome.
    const side =
      open.find((one) => one.some((other) => saysSame(other, position))) ??
      open.find((one) => one.some((other) => shareArticle(other, position))) ??
      open.find((one) => one.some((other) => other.outcome === position.outcome)) ??
      open[0];
    if (side) side.push(position);
    else sides.push([position]);
  }
  return sides;
}

const shareArticle = (a: Position, b: Position): boolean => a.sayers.sharesArticle(b.sayers);

const saysSame = (a: Position, b: Position): boolean =>
  a.outcome === b.outcome &&
  [...a.axes.values()].map(constraintKey).sort().join() === [...b.axes.values()].map(constraintKey).sort().join();
