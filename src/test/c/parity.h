/* The kinds of cases of parity.c; each takes its input after the kind and gives its output. */
#ifndef PARITY_H
#define PARITY_H

#include "ethotag.h"
#include "wire.h"

typedef void parity_case(FILE *in, FILE *out);

/** in: conditioning, u32 samples, int16 raw[samples][3]; out: i32 status; if 0: i32 x[samples][3] */
parity_case parity_condition;
/** in: int16 table[513]; out: i32 for every int16 from the lowest on */
parity_case parity_lookup;
/** in: u32 bytes, the blob, u32 samples, u32 restart after so many samples or 0 for never, int16 raw[samples][3]
 *  out: i32 status; if 0: u32 windows that overlap; per window that ends 1, u32 index of its last sample,
 *  logits[classes]; then 0 */
parity_case parity_stream;
/** in: u32 classes, u32 inferences, u8 index[inferences], u32 seconds, u32 node
 *  out: i32 status of start; if 0: per full period 1, i32 status, i32 bytes[12]; then 0, i32 status now */
parity_case parity_summary;
/** in: i32 cosine, sine, conditioning; out: i32 status; if 0 the conditioning */
parity_case parity_turn;
/** in: i32 settings[6], conditioning, u32 samples, u32 ask after each so many, int16 raw[samples][3]
 *  out: i32 status of start; if 0: per answer i32 blocks, status of turn; if 0: cosine, sine, status of conditioning; if 0
 *  the conditioning */
parity_case parity_yaw;

/** int16 offset[3], u16 shift, int16 matrix[3][3] */
static inline ethotag_conditioning take_conditioning(FILE *in) {
    ethotag_conditioning conditioning;
    take(in, conditioning.offset, sizeof conditioning.offset);
    take(in, &conditioning.shift, sizeof conditioning.shift);
    take(in, conditioning.matrix, sizeof conditioning.matrix);
    return conditioning;
}

static inline void give_conditioning(FILE *out, const ethotag_conditioning *conditioning) {
    for (uint32_t i = 0; i < ETHOTAG_AXES; i++) {
        give32(out, conditioning->offset[i]);
    }
    give32(out, conditioning->shift);
    for (uint32_t i = 0; i < ETHOTAG_AXES * ETHOTAG_AXES; i++) {
        give32(out, conditioning->matrix[i / ETHOTAG_AXES][i % ETHOTAG_AXES]);
    }
}

#endif
