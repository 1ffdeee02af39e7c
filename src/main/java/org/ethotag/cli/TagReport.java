package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethotag.flash.TagIdentity;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.TagSighting.Answered;
import org.ethotag.flash.TagSighting.Troubled;

/**
 * What is known of one tag, as people and as scripts read it.
 *
 * @param sighting what its port answered
 * @param animal who wears it now, or empty
 */
record TagReport(TagSighting sighting, String animal) {
    static final List<String> COLUMNS =
            List.of("tag", "animal", "hardware", "firmware", "model", "battery", "mode", "port");

    private static final String NO_MODEL = "none";
    private static final String UNKNOWN = "?";

    /** The serial number that the tag tells, or else its USB device; empty if neither does. */
    static String serial(TagSighting sighting) {
        return switch (sighting) {
            case Answered answered -> answered.identity().serial();
            case Troubled troubled -> troubled.port().serial();
        };
    }

    /** Under {@link #COLUMNS}. */
    List<String> row() {
        var place = sighting.port().path().isEmpty()
                ? sighting.port().description()
                : sighting.port().path();
        return switch (sighting) {
            case Answered(TagPort _, TagIdentity tag, var _, var _) ->
                List.of(
                        known(tag.serial()),
                        animal,
                        known(tag.hardware()),
                        known(tag.firmware()),
                        model(tag),
                        tag.batteryPercent() < 0 ? UNKNOWN : tag.batteryPercent() + " %",
                        state(),
                        place);
            case Troubled troubled ->
                List.of(known(troubled.port().serial()), animal, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, state(), place);
        };
    }

    /** What is wrong and what to do, or empty. */
    String trouble() {
        return sighting instanceof Troubled troubled ? troubled.problem().lines() : "";
    }

    Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        var port = sighting.port();
        document.put("serial", serial(sighting));
        document.put("animal", animal);
        document.put("mode", state());
        if (sighting instanceof Answered answered) {
            var tag = answered.identity();
            document.put("hardware", tag.hardware());
            document.put("firmware", tag.firmware());
            document.put("modelId", tag.modelId());
            document.put("onTrial", tag.onTrial());
            document.put("battery", tag.batteryPercent());
        } else if (sighting instanceof Troubled troubled) {
            document.put("problem", troubled.problem().code().toString());
            document.put("what", troubled.problem().what());
            document.put("why", troubled.problem().why());
            document.put("next", troubled.problem().next());
        }
        document.putAll(place(port));
        return document;
    }

    static Map<String, Object> place(TagPort port) {
        var document = new LinkedHashMap<String, Object>();
        document.put("port", port.path());
        document.put("portSerial", port.serial());
        document.put("vendor", port.vendor());
        document.put("product", port.product());
        document.put("description", port.description());
        return document;
    }

    /** What answers, or why nothing does: one word. */
    private String state() {
        var name = switch (sighting) {
            case Answered answered -> answered.mode().name();
            case Troubled troubled -> troubled.kind().name();
        };
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Only firmware with our commands names its model. */
    private String model(TagIdentity tag) {
        boolean tells = sighting instanceof Answered answered && answered.mode() == TagSighting.Mode.FULL;
        var name = !tag.modelId().isEmpty() ? tag.modelId() : tells ? NO_MODEL : UNKNOWN;
        return tag.onTrial() ? name + " (on trial)" : name;
    }

    private static String known(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }
}
