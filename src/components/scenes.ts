/** 場面: the needs, capabilities, types and offices of one of the four scenes of care at home. */
import type { PublicDataset } from '../model/dataset.ts';
import type { PublicFacility } from '../model/facility.ts';
import type { Capability, CapabilityGroup, FacilityType, Need, Scene } from '../model/vocabulary.ts';
import { notedAge } from './age-words.ts';
import { type CanList, canListsByGroup } from './can-lists.ts';
import { answerLabel, type ShownAnswer } from './capability-view.ts';
import { byType, type ListGroup } from './grouped-list.ts';
import { siteIndex } from './site-index.ts';

export interface SceneView {
  scene: Scene;
  needs: Need[];
  capabilities: { group: CapabilityGroup; lists: CanList[] }[];
  types: { type: FacilityType; count: number }[];
  /** Records with ○ or △ to one of the scene's capabilities. */
  groups: ListGroup[];
  count: number;
  answers: ReadonlyMap<PublicFacility, readonly ShownAnswer[]>;
}

/** How many of its answers a row names. */
const shownAnswers = 3;

export function sceneViews(dataset: PublicDataset): SceneView[] {
  return dataset.vocabulary.scenes.map(scene => sceneView(scene, dataset));
}

function sceneView(scene: Scene, dataset: PublicDataset): SceneView {
  const { vocabulary } = dataset;
  const isOfScene = ({ scenes }: Capability) => scenes.includes(scene.id);
  const capabilities = canListsByGroup(dataset).flatMap(({ group, lists }) => {
    const here = lists.filter(({ capability }) => isOfScene(capability));
    return here.length === 0 ? [] : [{ group, lists: here }];
  });
  const found = listed(scene, dataset);
  const groups = byType(found.entries, dataset);
  return {
    scene,
    needs: vocabulary.needs.filter(need => isNeedOf(need, scene, dataset)),
    capabilities,
    types: groups.map(({ id }) => ({
      type: vocabulary.types.get(id)!,
      count: siteIndex(dataset).byType.get(id)!.length,
    })),
    groups,
    count: found.entries.length,
    answers: found.answers,
  };
}

/** A need belongs where most of its capabilities do; an urgent one also to 急変時. */
function isNeedOf(need: Need, scene: Scene, { vocabulary }: PublicDataset): boolean {
  if (need.urgent && scene.id === 'emergency') return true;
  const known = need.capabilities.flatMap(id => vocabulary.capabilities.get(id) ?? []);
  return (
    known.length > 0 && known.filter(({ scenes }) => scenes.includes(scene.id)).length * 2 > known.length
  );
}

/** Questions put to every office (wheelchairs, a desk of its own) make nobody a place for a scene. */
function listed(scene: Scene, dataset: PublicDataset) {
  const { facilities, vocabulary } = dataset;
  const wanted = new Map(
    [...vocabulary.capabilities].filter(([, each]) => each.scenes.includes(scene.id) && each.asked !== '*'),
  );
  const answers = new Map<PublicFacility, ShownAnswer[]>();
  const entries = facilities.flatMap(facility => {
    const services = facility.services.filter(({ capabilities }) =>
      capabilities.some(({ id, value }) => wanted.has(id) && isAble(value)),
    );
    if (services.length === 0) return [];
    const given = services.flatMap(service =>
      service.capabilities
        .filter(({ id, value }) => wanted.has(id) && isAble(value))
        .map(answer => ({ service, answer })),
    );
    const shown = given.slice(0, shownAnswers).map(({ service, answer }): ShownAnswer => {
      const label = answerLabel(wanted.get(answer.id)!, answer.relation);
      return { label, value: answer.value, note: notedAge(dataset, facility, service, answer) };
    });
    answers.set(facility, shown);
    return [{ facility, services }];
  });
  return { entries, answers };
}

function isAble(value: ShownAnswer['value']): boolean {
  return value === 'yes' || value === 'conditional';
}
