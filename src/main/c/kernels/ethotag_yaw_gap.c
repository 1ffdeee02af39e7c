#include "ethotag_yaw.h"

void ethotag_yaw_gap(ethotag_yaw *yaw) {
    yaw->taken = 0;
    yaw->norms = 0;
    yaw->squares = 0;
    yaw->sum[0] = 0;
    yaw->sum[1] = 0;
}
