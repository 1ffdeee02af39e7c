package org.ethotag.workflow.tag;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.Journal;
import org.ethotag.flash.Journal.OpenJob;
import org.ethotag.flash.SerialConnector;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagProfiles;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.FlashStep.Place;
import org.ethotag.workflow.UserFolder;

/**
 * Flash jobs that the program did not finish, because it was killed or its tag went away. Whoever starts the program asks
 * {@link #jobs}, shows them, and finishes each as soon as its tag is plugged in: the tag says what it runs, and the
 * journal only what was meant.
 */
public final class OpenFlashes {
    private final TagClock clock;
    private final Journal journal;
    private final TagProfiles profiles;

    /** @param user whose journals they are */
    public OpenFlashes(UserFolder user) {
        this(user, TagClock.system());
    }

    /** @param clock by which a tag at a port is waited for */
    public OpenFlashes(UserFolder user, TagClock clock) {
        this.clock = clock;
        this.journal = new Journal(user.journals(), clock);
        this.profiles = user.profiles();
    }

    /** Oldest first; one that another window works on just now is among them. */
    public List<OpenJob> jobs() {
        return journal.openJobs();
    }

    /**
     * Finishes or closes one.
     *
     * @param place where its tag is
     * @param trusted who may have signed its image
     * @throws ProblemException if the journal has no copy of its image any more
     */
    public FlashReceipt finish(OpenJob job, Place place, List<PublicKey> trusted, JobMonitor monitor) {
        TagConnector connector = place instanceof Place.Port(String name)
                ? SerialConnector.at(name, clock)
                : SerialConnector.anywhere(clock);
        return FlashJob.resume(job, trusted, rules(job), connector, journal).run(monitor);
    }

    /** Consent to an older model was given when the job began. */
    private FlashRules rules(OpenJob job) {
        return journal.image(job)
                .map(ModelImage::parse)
                .flatMap(ModelImage::hardwareId)
                .flatMap(profiles::forHardware)
                .map(FlashRules::of)
                .orElseGet(FlashRules::usual)
                .allowingOlder();
    }

    /** The keys in these files, or the user's own. */
    public static List<PublicKey> trusted(UserFolder user, List<Path> files) {
        return new FlashWork(user).trusted(files);
    }
}
