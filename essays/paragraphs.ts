import type { EssayId } from './types';

/**
 * How each paragraph begins and ends: a few words for a text fragment (at most six at each end, so that the
 * essays' text stays out of the product). Keyed by paragraph number, counted as in catalogue.json.
 */
export const paragraphEnds: Readonly<
  Record<EssayId, Readonly<Record<number, readonly [start: string, end: string]>>>
> = {
  diplomat: {
    1: ['One of South Korea’s', 'economic relations with China'],
    2: ['Despite the careful balancing', 'the U.S. and Japan'],
    3: ['As South Korea navigates', 'deal signed in 2016'],
    4: ['India’s diplomatic balancing also', 'States in the Indo-Pacific'],
    5: ['Despite such pressures, India', 'by communicating two arguments'],
    6: ['First, India has argued', 'dependent on Russia gradually'],
    7: ['Second, India has argued', 'join a treaty alliance.”'],
    8: ['South Korea could apply', 'future for the U.S'],
    9: ['Second, South Korea’s partnership', 'in engaging with China'],
    10: ['From one perspective, South', 'play in approaching China'],
    11: ['Skeptics might raise questions', 'alternatives for its ally'],
  },
  kelly: {
    1: ['Officials from the Republic', 'weight in the region'],
    2: ['This has sparked much', 'between these two suitors'],
    3: ['This story is particularly', 'constructive relations with China'],
    4: ['ROK and China are keen', 'economic links is obvious'],
    5: ['This "balancing" story only', 'believe - to change'],
    6: ['The U.S. has many', 'alliances with the U.S'],
    7: ['As a long-time foreign', 'by U.S. cultural penetration'],
    8: ['More important than these', 'leftist ROK politicians say'],
    9: ['This need not mean', 'a little toward Beijing'],
    10: ['It is simply smart', 'ROK-U.S. relationship is negligible'],
    11: ['We will know that', 'a long way off'],
  },
};
