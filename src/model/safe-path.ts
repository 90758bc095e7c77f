/** Names that Windows keeps for devices, whatever ending follows (Microsoft, “Naming Files, Paths, and Namespaces”). */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** Signs that no file of Windows has in its name, and an end that it would lose. */
const UNSAFE = /[<>:"|?*\\\u0000-\u001F]|[. ]$/g;

/**
 * A path as every system takes it, `/` between its parts: the same path where it is safe already.
 * Signs that Windows forbids become their numbers (`a:b` is `a_3a_b`), names of devices get a `_`.
 */
export function safePath(path: string): string {
  return path.split('/').map(safeName).join('/');
}

function safeName(name: string): string {
  const plain = name.replaceAll(
    UNSAFE,
    (sign) => `_${sign.charCodeAt(0).toString(16).padStart(2, '0')}_`,
  );
  return plain.replace(DEVICE, (device) => `${device}_`);
}
