#include "selftest.h"

void selftest_start(selftest *test, const model *m) {
    test->state = m->windows > 0 ? SELFTEST_RUNNING : SELFTEST_NONE;
    test->tested = 0;
    test->passed = 0;
}

int selftest_step(selftest *test, model *m) {
    int32_t logits[ETHOTAG_MOST_CLASSES];
    if (test->state != SELFTEST_RUNNING) {
        return 0;
    }
    test->passed += model_run_golden(m, test->tested, logits) ? 1u : 0u;
    test->tested++;
    if (test->tested < m->windows) {
        return 0;
    }
    test->state = test->passed == test->tested ? SELFTEST_PASSED : SELFTEST_FAILED;
    return 1;
}

const char *selftest_word(const selftest *test) {
    static const char *const words[] = {"none", "running", "passed", "failed"};
    return words[test->state];
}
