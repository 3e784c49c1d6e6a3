/** The facts about a resource; its version is a weak entity tag. */
export function showMeta(
  resourceType: 'User' | 'Group',
  facts: { version: number; createdAt: number; updatedAt: number },
  location: string,
): object {
  return {
    resourceType,
    created: new Date(facts.createdAt).toISOString(),
    lastModified: new Date(facts.updatedAt).toISOString(),
    location,
    version: `W/"${facts.version}"`,
  }
}
