/** What reads AWS, with its SDK: loaded when a command asks for it, so that no other command waits for it. */
export const loadLive = () => import("../live/index.js");
