package org.ethotag.ui.flash;

import java.util.List;
import org.ethotag.flash.TagIdentity;
import org.ethotag.flash.TagProfile;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.TagSighting;
import org.ethotag.problem.Problem;
import org.ethotag.ui.control.Texts;

/**
 * What the page knows of one tag. Nobody knows a tag by the name of a port.
 *
 * @param choice where it is
 * @param state how far it is known
 * @param serial its serial number, or empty
 * @param animal who wears it, or empty
 * @param picture of its kind, as its profile names it, or empty
 * @param firmware version, or empty
 * @param batteryPercent 0 to 100, or -1
 * @param model id of the model that runs, or empty
 * @param troubles one if it cannot be asked, else none
 */
public record TagCard(
        TagChoice choice,
        State state,
        String serial,
        String animal,
        String picture,
        String firmware,
        int batteryPercent,
        String model,
        List<Problem> troubles) {
    /** How far a tag is known. */
    public enum State {
        /** It is being asked who it is. */
        ASKING,
        /** It said who it is. */
        KNOWN,
        /** Its firmware answers, but has none of our commands. */
        PLAIN,
        /** It tries out a model just now. */
        ON_TRIAL,
        /** It waits in its bootloader. */
        RECOVERY,
        /** It cannot be asked. */
        TROUBLED
    }

    public TagCard {
        troubles = List.copyOf(troubles);
    }

    /** Nothing is known yet but what its USB device tells. */
    static TagCard asking(TagChoice choice) {
        String serial = switch (choice) {
            case TagChoice.Virtual _ -> "";
            case TagChoice.Plugged(var port) -> port.serial();
        };
        return new TagCard(choice, State.ASKING, serial, "", "", "", -1, "", List.of());
    }

    static TagCard of(TagChoice choice, TagSighting sighting, String animal, TagProfiles kinds) {
        return switch (sighting) {
            case TagSighting.Troubled troubled ->
                new TagCard(
                        choice,
                        State.TROUBLED,
                        troubled.port().serial(),
                        animal,
                        "",
                        "",
                        -1,
                        "",
                        List.of(troubled.problem()));
            case TagSighting.Answered answered -> known(choice, answered, animal, kinds);
        };
    }

    private static TagCard known(TagChoice choice, TagSighting.Answered answered, String animal, TagProfiles kinds) {
        TagIdentity tag = answered.identity();
        var state = switch (answered.mode()) {
            case FULL -> tag.onTrial() ? State.ON_TRIAL : State.KNOWN;
            case PLAIN -> tag.onTrial() ? State.ON_TRIAL : State.PLAIN;
            case RECOVERY -> State.RECOVERY;
        };
        String picture =
                kinds.forHardware(tag.hardware()).map(TagProfile::picture).orElse("");
        return new TagCard(
                choice,
                state,
                tag.serial(),
                animal,
                picture,
                tag.firmware(),
                tag.batteryPercent(),
                tag.modelId(),
                List.of());
    }

    /** Whether the button may flash it. */
    public boolean ready() {
        return state == State.KNOWN || state == State.PLAIN;
    }

    /** What it is called: its animal and serial number, as far as they are known. */
    public String title() {
        if (!animal.isEmpty()) {
            return Texts.of("flash.card.animal", animal, serial);
        }
        if (!serial.isEmpty()) {
            return serial;
        }
        return Texts.of(state == State.ASKING ? "flash.card.asking" : "flash.card.nameless");
    }

    /** One line below its name. */
    public String line() {
        return switch (state) {
            case ASKING -> Texts.of("flash.card.asking.line");
            case KNOWN ->
                batteryPercent < 0
                        ? Texts.of("flash.card.known.line.plain", firmware)
                        : Texts.of("flash.card.known.line", batteryPercent, firmware);
            case PLAIN -> Texts.of("flash.card.plain.line");
            case ON_TRIAL -> Texts.of("flash.card.trial.line");
            case RECOVERY -> Texts.of("flash.card.recovery.line");
            case TROUBLED -> troubles.getFirst().what();
        };
    }
}
