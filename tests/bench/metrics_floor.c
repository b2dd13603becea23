/* The floor of the metrics benchmark: one scan over the events, plain loops over packed bits, nothing kept for later.
   Participants must be numbered in order of first appearance and events sorted by instant. */
#include <stdint.h>
#include <stdlib.h>

#define DAY 86400000000LL
typedef uint64_t word;

static int64_t between(const word *set, int64_t low, int64_t high) {
    int64_t held = 0, a = low >> 6, b = high >> 6;
    word from = ~0ULL << (low & 63), upto = (high & 63) ? ~0ULL >> (64 - (high & 63)) : 0;
    if (low >= high) return 0;
    if (a == b) return __builtin_popcountll(set[a] & from & upto);
    held = __builtin_popcountll(set[a] & from);
    for (int64_t i = a + 1; i < b; i++) held += __builtin_popcountll(set[i]);
    return held + (upto ? __builtin_popcountll(set[b] & upto) : 0);
}

void scan(const int32_t *ids, const int64_t *instants, int64_t count, int64_t people, int64_t start, int64_t days,
          int64_t *matrix, int64_t *retained, int64_t *daily, int64_t *rolling, int64_t *often, int64_t *ever) {
    int64_t words = (people + 63) >> 6, weeks = days / 7;
    word *bits = calloc(days * words, 8), *week = calloc((weeks + 3) * words, 8);
    word *late = calloc(29 * words, 8), *soon = calloc(words, 8), *sets = week + 3 * words;
    int64_t *rows = calloc(weeks + 1, 8), *used = calloc(days, 8);
    int64_t seen = 0, at = 0;
    for (int64_t d = 0; d < days; d++) {
        int64_t end = (start + d + 1) * DAY;
        word *set = bits + d * words;
        for (; at < count && instants[at] < end; at++) {
            int64_t p = ids[at];
            set[p >> 6] |= 1ULL << (p & 63);
            if (p >= seen) seen = p + 1;
        }
        used[d] = (seen + 63) >> 6;
        word *whole = sets + d / 7 * words;
        int64_t held = 0;
        for (int64_t i = 0; i < used[d]; i++) { held += __builtin_popcountll(set[i]); whole[i] |= set[i]; }
        daily[d] = held;
        rows[d / 7 + 1] = seen;
    }
    for (int64_t block = 0; block < days; block += 28) {
        for (int64_t i = 0; i < words; i++) soon[i] = 0;
        for (int64_t j = 0; j < 28 && block + j < days; j++) {
            word *set = bits + (block + j) * words, *before = late + (j + 1) * words;
            int64_t held = 0, n = used[block + j];
            for (int64_t i = 0; i < n; i++) { soon[i] |= set[i]; held += __builtin_popcountll(soon[i] | before[i]); }
            rolling[block + j] = held;
        }
        for (int64_t i = 0; i < words; i++) late[28 * words + i] = 0;
        for (int64_t j = 27; j >= 0 && block + 27 < days; j--)
            for (int64_t i = 0; i < words; i++)
                late[j * words + i] = late[(j + 1) * words + i] | bits[(block + j) * words + i];
    }
    for (int64_t w = 0; w < weeks; w++) {
        word *a = sets + w * words, *b = a - words, *c = b - words, *d = c - words;
        int64_t n = (rows[w + 1] + 63) >> 6, kept = 0, many = 0, any = 0;
        for (int64_t k = 0; k <= w; k++) matrix[w * weeks + k] = between(a, rows[k], rows[k + 1]);
        for (int64_t i = 0; i < n; i++) {
            kept += __builtin_popcountll(a[i] & b[i]);
            many += __builtin_popcountll((a[i] & b[i] & (c[i] | d[i])) | ((a[i] | b[i]) & c[i] & d[i]));
            any += __builtin_popcountll(a[i] | b[i] | c[i] | d[i]);
        }
        retained[w] = kept; often[w] = many; ever[w] = any;
    }
    free(bits); free(week); free(late); free(soon); free(rows); free(used);
}
