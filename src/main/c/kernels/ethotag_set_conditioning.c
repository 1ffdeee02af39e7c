#include "ethotag_kernels.h"

ethotag_status ethotag_set_conditioning(ethotag_session *session, const ethotag_conditioning *conditioning) {
    ethotag_status status = ethotag_check_conditioning(conditioning);
    if (status == ETHOTAG_OK) {
        session->conditioning = *conditioning;
    }
    return status;
}
