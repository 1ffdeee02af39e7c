#include "ethotag_summary.h"

int ethotag_period_count(ethotag_period *period, uint32_t index) {
    if (index >= period->classes) {
        return 0;
    }
    if (period->inferences == ETHOTAG_PERIOD_INFERENCES) {
        (void)ethotag_period_start(period, period->counts, period->classes);
    }
    period->counts[index]++;
    period->inferences++;
    return period->inferences == ETHOTAG_PERIOD_INFERENCES;
}
