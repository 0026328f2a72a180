/** The drawings of places: what they show is said in words, too. */
export const placeMapText = {
  served: '訪問する地域',
  transfer: '送迎する地域',
  here: '事業所の場所',
  around: 'まわりの地域',
  radius: (km: number) => `半径${km}km`,
  north: '上が北です。',
  scale: (km: number) => (km < 1 ? `${km * 1000}m` : `${km}km`),
  servedAlt: (what: string, words: string) => `${what}の図。${words}を、しま模様で示しています。`,
  aroundAlt: (names: string) => `事業所のまわりの地域の図。${names}。`,
  sameAs: (service: string) => `${service}と同じです（上の図）。`,
} as const;
