package org.ethotag.flash;

import java.util.OptionalInt;
import org.ethotag.flash.smp.Fields;

/**
 * Who a tag says it is.
 *
 * @param serial its serial number, not empty
 * @param hardware its hardware id, for example "ethotag-virtual-1"
 * @param firmware version of its firmware
 * @param batteryPercent 0 to 100, or -1 if it does not measure
 * @param modelId id of the model that runs, 16 hex digits, or empty if none does
 * @param onTrial whether that model is not confirmed yet
 */
public record TagIdentity(
        String serial, String hardware, String firmware, int batteryPercent, String modelId, boolean onTrial) {

    static TagIdentity of(Fields answer) {
        OptionalInt battery = answer.count("battery");
        return new TagIdentity(
                answer.text("serial").orElse(""),
                answer.text("hw").orElse(""),
                answer.text("fw").orElse(""),
                battery.isPresent() ? Math.min(100, battery.getAsInt()) : -1,
                answer.text("model").orElse(""),
                answer.flag("trial"));
    }
}
