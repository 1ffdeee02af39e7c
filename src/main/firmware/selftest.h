/* The run over a model's golden windows, one window at a time, so that the tag answers meanwhile. */
#ifndef SELFTEST_H
#define SELFTEST_H

#include "model.h"

typedef enum { SELFTEST_NONE, SELFTEST_RUNNING, SELFTEST_PASSED, SELFTEST_FAILED } selftest_state;

typedef struct {
    selftest_state state;
    uint32_t tested;
    uint32_t passed;
} selftest;

/** Begins anew; stays SELFTEST_NONE without golden windows. */
void selftest_start(selftest *test, const model *m);

/** Runs one window. @return 1 if the test ended with it */
int selftest_step(selftest *test, model *m);

/** As the protocol names it. */
const char *selftest_word(const selftest *test);

#endif
