/* The four quadrants in words. */

export const QUADRANTS = {
  eerst: "Doen we eerst",
  plannen: "Plannen we in",
  tussendoor: "Doen we tussendoor",
  later: "Laten we nu",
};

export const BECAUSE = {
  eerst: "makkelijk en veel effect",
  plannen: "veel effect, kost moeite",
  tussendoor: "makkelijk, minder effect",
  later: "minder effect, kost moeite",
};
