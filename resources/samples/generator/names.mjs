// Invented people and places. Surnames and wards are put together from syllables so that they name nobody.

import { DOMAIN } from './shape.mjs';

const MEN = 'Aaron Adil Alan Andrew Anil Bashir Ben Brian Callum Carl Colin Darren David Dev Edward Faisal Gareth George Graham Harjit Imran Ivan Jamal James Jason Kamal Karl Keith Leon Liam Marcus Mark Martin Naveed Neil Nigel Omar Owen Patrick Paul Peter Rajesh Robert Sanjay Simon Stephen Tariq Thomas Trevor Usman Victor Winston Yusuf Zain'.split(' ');
const WOMEN = 'Abigail Aisha Alison Amara Amina Angela Anita Bethan Bridget Carol Chloe Claire Daljit Denise Diane Eleanor Elaine Esther Farah Fiona Gail Grace Hannah Harpreet Helen Irene Jade Janet Jasmine Joanne Karen Kavita Kelly Laura Leanne Lorna Maria Maxine Meera Nadia Naomi Nicola Parveen Patricia Priya Rachel Rosa Ruth Samina Sandra Sharon Shazia Sonia Susan Tara Theresa Wendy Yasmin Zoe'.split(' ');
const HEADS = 'Alder Ashel Barrow Bexen Bram Caldin Cold Corran Dath Dun Elver Fallow Farra Garrow Hallen Hester Ister Jarra Kelder Lanter Larken Marden Merri Norrow Oxter Pellan Quarren Rother Sallow Tarran Thorren Ulver Vanner Wexel Wither Yarrow'.split(' ');
const TAILS = 'beck by combe croft dale dene feld garth holt hurst leigh mede more ridge shaw stead thwaite ton wick worth'.split(' ');
const WARD_HEADS = 'Abbots Acre Bishops Brook Candle Castle Chapel Cinder Copper Cross Dover Eagle East Ferry Foundry Friars Glass Hollow Iron Kiln Kings Lantern Lower Market Mill North Oak Orchard Priory Quarry Raven Saddlers South Stone Tanners Upper Weavers West Willow'.split(' ');
const WARD_TAILS = 'Bank|Common|Cross|End|Fields|Gate|Green|Heath|Hill|Lane|Moor|Park|Reach|Vale'.split('|');

/**
 * @param {import('./random.mjs').Stream} rng
 * @param {boolean} woman
 * @returns {string} first name and surname
 */
export const person = (rng, woman) => `${rng.pick(woman ? WOMEN : MEN)} ${rng.pick(HEADS)}${rng.pick(TAILS)}`;

/** @param {import('./random.mjs').Stream} rng @param {number} n @returns {string[]} distinct ward names */
export function wards(rng, n) {
  const all = WARD_HEADS.flatMap((head) => WARD_TAILS.filter((tail) => tail !== head).map((tail) => `${head} ${tail}`));
  return rng.shuffle(all).slice(0, n).sort();
}

/** @param {string} name @returns {string} an address in a reserved domain */
export const email = (name) => `${name.toLowerCase().replace(' ', '.')}@${DOMAIN}`;

/** @param {import('./random.mjs').Stream} rng @returns {string} an address reserved for documentation (RFC 5737) */
export const ip = (rng) => `${rng.pick(['192.0.2', '198.51.100', '203.0.113'])}.${rng.int(1, 254)}`;
