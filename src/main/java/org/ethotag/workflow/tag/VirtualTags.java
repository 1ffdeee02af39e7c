package org.ethotag.workflow.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagProfile;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.virtual.EmulatedCore;
import org.ethotag.flash.virtual.EmulatedTag;
import org.ethotag.flash.virtual.Fault;
import org.ethotag.flash.virtual.SimulatedClock;
import org.ethotag.flash.virtual.VirtualTag;
import org.ethotag.flash.virtual.VirtualTagPort;
import org.ethotag.flash.virtual.VirtualTagSettings;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.WorkflowProblem;

/** Emulated tags that keep their flash memory in the user's folder, so that they remember their model. */
public final class VirtualTags {
    /** Serial number of the tag that is built into the window. */
    public static final String SERIAL = "VIRTUAL-0001";

    /** The kind of tag that the built-in one is. */
    public static final String PROFILE = "virtual";

    private final UserFolder user;

    /** @param user where their memories are kept */
    public VirtualTags(UserFolder user) {
        this.user = user;
    }

    /** The built-in tag inside this program, on every platform. */
    public VirtualTag inProcess(List<PublicKey> trusted) {
        return open(SERIAL, TagProfiles.builtIn().named(PROFILE).hardwareId(), trusted);
    }

    /** A tag of any name and kind inside this program, for practice. */
    public VirtualTag inProcess(String serial, String profile, List<PublicKey> trusted) {
        return open(serial, user.profiles().named(profile).hardwareId(), trusted);
    }

    private VirtualTag open(String serial, String hardware, List<PublicKey> trusted) {
        var settings = VirtualTagSettings.of(serial, hardware, trusted);
        String file = serial.replaceAll("[^A-Za-z0-9-]", "_");
        return VirtualTag.open(memory(file), settings, new SimulatedClock(InstantSource.system()));
    }

    /**
     * A tag behind the name of a serial device (Linux and macOS).
     *
     * @param link the name
     * @param faults what is wrong with it
     */
    public VirtualTagPort behind(Path link, TagProfile profile, List<PublicKey> trusted, List<Fault> faults) {
        var settings = settings(link, profile, trusted, faults);
        return VirtualTagPort.open(link, VirtualTag.open(memory(settings.serial()), settings, TagClock.system()));
    }

    /**
     * The reference tag on an emulated processor like the profile's, behind the name of a serial device. Its memory is
     * that of {@link #behind}: a model that one form was given runs on the other too.
     *
     * @param trusted key that is compiled into its program
     * @param faults of those that a real program can have
     * @throws ProblemException if the compiler or the emulator is missing, or does not work
     */
    public VirtualTagPort emulatedBehind(Path link, TagProfile profile, PublicKey trusted, List<Fault> faults) {
        var settings = settings(link, profile, List.of(trusted), faults);
        var core = EmulatedCore.like(profile.mcu().core());
        Path programs = user.virtualTags().resolve("programs");
        return VirtualTagPort.open(link, EmulatedTag.open(memory(settings.serial()), programs, core, settings));
    }

    private static VirtualTagSettings settings(
            Path link, TagProfile profile, List<PublicKey> trusted, List<Fault> faults) {
        var kind = profile.id().equals(PROFILE) ? "" : profile.id().toUpperCase(Locale.ROOT) + "-";
        var serial = "VIRTUAL-" + kind + link.getFileName();
        var settings = VirtualTagSettings.of(serial, profile.hardwareId(), trusted);
        for (Fault fault : faults) {
            settings = settings.with(fault);
        }
        return settings;
    }

    /** Whether this system has pseudo-terminals. */
    public static boolean canStandBehindADevice() {
        return VirtualTagPort.available();
    }

    private Path memory(String serial) {
        try {
            Files.createDirectories(user.virtualTags());
        } catch (IOException failure) {
            throw new ProblemException(WorkflowProblem.NOT_WRITTEN, user.virtualTags(), failure).causedBy(failure);
        }
        return user.virtualTags().resolve(serial + ".flash");
    }
}
