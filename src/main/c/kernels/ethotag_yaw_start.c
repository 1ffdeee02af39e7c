#include "ethotag_yaw.h"

#include <string.h>

#define MOST_LEAST 1024

ethotag_status ethotag_yaw_start(ethotag_yaw *yaw, const ethotag_yaw_settings *settings) {
    if (yaw == NULL || settings == NULL) {
        return ETHOTAG_BAD_ADDRESS;
    }
    if (settings->samples < 2 || settings->lively < 1 || settings->gravity < 1 || settings->least < 1
        || settings->least > MOST_LEAST || (settings->reference[0] == 0 && settings->reference[1] == 0)) {
        return ETHOTAG_BAD_SETTING;
    }
    memset(yaw, 0, sizeof *yaw);
    yaw->settings = *settings;
    return ETHOTAG_OK;
}
