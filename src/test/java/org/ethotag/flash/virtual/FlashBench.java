package org.ethotag.flash.virtual;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.ethotag.export.GoldenWindow;
import org.ethotag.export.GoldenWindows;
import org.ethotag.export.ImagePayload;
import org.ethotag.export.image.ImageTarget;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashOrder;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.ImageSlot;
import org.ethotag.flash.Journal;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagLink;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/** An emulated tag with real models, a journal and signed images. */
final class FlashBench implements AutoCloseable {
    static final String SERIAL = "TAG-7";
    static final String HARDWARE = "ethotag-virtual-1";
    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    static final int WINDOWS = 6;
    static final ModelKeys KEYS = ModelKeys.create();

    private final Path folder;
    private final Form form;
    private PluggableTag tag;

    /** How a tag with this memory and these settings is made. */
    interface Form {
        PluggableTag open(Path memory, VirtualTagSettings settings);
    }

    FlashBench(Path folder, String... faults) {
        this(javaForm(), folder, faults);
    }

    FlashBench(Form form, Path folder, String... faults) {
        this.form = form;
        this.folder = folder;
        this.tag = tag(faults);
    }

    /** The tag that is written in Java, on a clock that jumps. */
    static Form javaForm() {
        var clock = new SimulatedClock(() -> NOON);
        return (memory, settings) -> VirtualTag.open(memory, settings, clock);
    }

    private PluggableTag tag(String... faults) {
        var settings = VirtualTagSettings.of(SERIAL, HARDWARE, List.of(KEYS.publicKey()));
        for (String fault : faults) {
            settings = settings.with(Fault.parse(fault));
        }
        return form.open(folder.resolve("memory"), settings);
    }

    /** The same memory in a tag with other faults; power was off in between. */
    void become(String... faults) {
        tag.close();
        tag = tag(faults);
    }

    static ModelImage image(int seed) {
        return image(seed, HARDWARE, ImageVersion.of(1, 0, 0), ImageVersion.of(1, 0, seed), KEYS);
    }

    static ModelImage image(int seed, String hardware, ImageVersion firmware, ImageVersion version, ModelKeys keys) {
        return ModelImage.sign(Images.payload(seed, WINDOWS), new ImageTarget(hardware, version, firmware), keys);
    }

    /** A model whose golden windows expect other logits than it gives: rightly signed, and still no good. */
    static ModelImage lying(int seed) {
        var payload = Images.payload(seed, WINDOWS);
        var windows = payload.golden().windows().stream()
                .map(window -> {
                    int[] logits = window.logits();
                    logits[0]++;
                    return GoldenWindow.of(window.counts(), logits);
                })
                .toList();
        var golden = new GoldenWindows(
                payload.golden().modelId(),
                payload.golden().lengthSamples(),
                payload.golden().classes(),
                windows);
        return ModelImage.sign(
                new ImagePayload(payload.blob(), golden),
                new ImageTarget(HARDWARE, ImageVersion.of(1, 0, seed), ImageVersion.of(1, 0, 0)),
                KEYS);
    }

    static FlashOrder order(byte[] image) {
        return new FlashOrder("model.img", image, List.of(KEYS.publicKey()), SERIAL, FlashRules.usual());
    }

    FlashReceipt flash(ModelImage image) {
        return flash(order(image.bytes()));
    }

    FlashReceipt flash(FlashOrder order) {
        return flash(order, tag.connector());
    }

    FlashReceipt flash(FlashOrder order, TagConnector connector) {
        return new FlashJob(order, connector, journal()).run(JobMonitor.unwatched());
    }

    FlashReceipt resume(Journal.OpenJob job) {
        return FlashJob.resume(job, List.of(KEYS.publicKey()), FlashRules.usual(), tag.connector(), journal())
                .run(JobMonitor.unwatched());
    }

    Journal journal() {
        return new Journal(folder.resolve("journal"), tag.clock());
    }

    /** What another program locks while it flashes this tag. */
    Path lockFile() {
        return folder.resolve("journal").resolve(SERIAL + ".lock");
    }

    PluggableTag tag() {
        return tag;
    }

    /** The id of the model that runs now, read from the tag on a line of its own. */
    String running() {
        return asked(link -> link.identity().orElseThrow().modelId());
    }

    /** Whether nothing is on trial or about to be, so that no restart changes anything. */
    boolean settled() {
        return asked(link -> {
            var slots = link.imageState();
            return slots.stream().noneMatch(ImageSlot::pending)
                    && ImageSlot.find(slots, 1, 0).orElseThrow().confirmed();
        });
    }

    /** Asked twice if the tag's own fault strikes just now. */
    private <T> T asked(Function<TagLink, T> question) {
        try (TagLink link = tag.connector().connect("", Duration.ofSeconds(5))) {
            return question.apply(link);
        } catch (ProblemException struck) {
            try (TagLink link = tag.connector().connect("", Duration.ofSeconds(5))) {
                return question.apply(link);
            }
        }
    }

    @Override
    public void close() {
        tag.close();
    }
}
