export function hasScreen(): boolean;
export function getScreen(): boolean;
export const withoutScreen: string;
