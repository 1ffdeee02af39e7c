package org.ethotag.ui.flash;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.ethotag.export.image.Passphrase;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.rollcall.RollCallBoard;
import org.ethotag.flash.rollcall.TagBay;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;

/** Where tags are found and models put onto them. Called on worker threads. */
public interface TagBench {
    /**
     * The ports of this computer.
     *
     * @param kinds of tags that are known by their USB ids
     */
    TagBay bay(TagProfiles kinds);

    /**
     * The kinds of tags that are known, the user's own among them.
     *
     * @throws org.ethotag.problem.ProblemException if a profile of the user's is wrong
     */
    TagProfiles kinds();

    /** Who the emulated tag is. */
    TagSighting virtual();

    /**
     * Puts a quantized run onto a tag and keeps the receipt in the study, unless that is read-only.
     *
     * @param serial of the tag that the user saw, or empty: another one at that place is refused
     * @param animal who wears it, or empty
     * @param passphrase of the signing key, or an empty one
     */
    FlashReceipt flash(
            Project project,
            String quantizedRun,
            TagChoice tag,
            String serial,
            String animal,
            Passphrase passphrase,
            JobMonitor monitor);

    /**
     * Compares what the tag makes of its newest window with what this computer makes of the same samples.
     *
     * @return empty if the tag had gone on to its next window before the samples were read
     */
    Optional<LiveWindow> live(Project project, String quantizedRun, TagChoice tag);

    /** @return false if the tag keeps no time */
    boolean setClock(TagChoice tag);

    /** @return false if the tag cannot blink */
    boolean blink(TagChoice tag);

    /**
     * Calls the roll with a quantized run until it is complete or cancelled; receipts go into the study.
     *
     * @param practice whether every tag of the list is emulated here
     * @param passphrase of the signing key, or an empty one
     */
    RollCallBoard rollCall(
            Project project,
            String quantizedRun,
            Path list,
            boolean practice,
            Passphrase passphrase,
            Consumer<RollCallBoard> watcher,
            JobMonitor monitor);
}
