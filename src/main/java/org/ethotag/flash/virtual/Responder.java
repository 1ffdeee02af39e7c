package org.ethotag.flash.virtual;

import org.ethotag.flash.smp.SmpPacket;

/** Whatever answers on the tag's line. Guarded by its tag. */
sealed interface Responder permits SmpServer, RecoveryServer {
    /** Whether this request is listened to at all; otherwise it vanishes. */
    boolean hears(SmpPacket request);

    /** The answer to a request. */
    SmpPacket answer(SmpPacket request);

    /** Whether a restart was asked for since the tag started. */
    boolean resetAsked();
}
