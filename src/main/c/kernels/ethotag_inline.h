/* How the kernels are compiled, whatever the flags of the program around them. */
#ifndef ETHOTAG_INLINE_H
#define ETHOTAG_INLINE_H

/* Six accumulators stay in registers only if the products are added in the order in which they are written: no
 * reassociation, no merging of a whole chain into one expression, no scheduling before registers are given out. Results
 * are the same either way. */
#if defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__)
#pragma GCC optimize("O2", "no-tree-reassoc", "no-tree-ter", "no-schedule-insns", "no-ivopts")
#endif

/** For the inner parts of a kernel: a call would put the accumulators into memory. */
#if defined(__GNUC__)
#define ETHOTAG_INLINE static inline __attribute__((always_inline))
#else
#define ETHOTAG_INLINE static inline
#endif

#endif
