/** Name of the function of a route, and of its role; the default route has no name. */
export function formatterName(namePrefix: string, route?: string): string {
  return [namePrefix, "format", ...(route === undefined ? [] : [route])].join("-");
}
