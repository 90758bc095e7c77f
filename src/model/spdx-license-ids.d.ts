declare module 'spdx-license-ids' {
  const ids: readonly string[];
  export default ids;
}
