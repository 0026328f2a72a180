declare module 'virtual:licences' {
  /** Of all packages whose code a site holds, as plain text. */
  const text: string;
  export default text;
}
