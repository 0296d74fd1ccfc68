// The limits of the protocol that this page keeps to (whiteboard/protocol/limits.py); durations in seconds.

export const PROTOCOL = 1;
export const FLUSH_SECONDS = 0.016;
export const TICK_SECONDS = 0.016;
export const HEAD_SECONDS = 2;
export const EPHEMERAL_SECONDS = 10;
export const MAX_TRAIL_POINTS_PER_MESSAGE = 1000;
export const MAX_NAME_LENGTH = 60;
