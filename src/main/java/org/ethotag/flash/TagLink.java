package org.ethotag.flash;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ethotag.flash.smp.Fields;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/**
 * A conversation with one tag: each method is one command and its answer. One thread at a time; the line belongs to this
 * link and is closed with it. Every method throws {@link ProblemException} with {@link FlashProblem#LINE_LOST},
 * {@link FlashProblem#NO_ANSWER} or {@link FlashProblem#TAG_REFUSED} when the tag is gone, silent or unwilling. A method
 * that returns an {@link Optional} returns empty where the tag's firmware has no such command.
 */
public final class TagLink implements AutoCloseable {
    /** Where to start when the tag does not say how much it takes. */
    static final int CAUTIOUS_PACKET = 160;

    private static final int LENGTH_AND_CHECKSUM = 4;
    private static final Fields NONE_YET = Fields.of("n", -1);
    /** Zephyr refuses a time of day of 26 characters and more (os_mgmt.c, RTC_DATETIME_MAX_STRING_SIZE): no microseconds. */
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT);

    private final TagLine line;
    private final SmpClient client;
    private int largestPacket = CAUTIOUS_PACKET;

    private TagLink(TagLine line, SmpClient client) {
        this.line = line;
        this.client = client;
    }

    /**
     * Begins a conversation: finds the protocol version and the largest packet. The line is closed if that fails.
     *
     * @param firstSequence any number, best a random one
     * @throws ProblemException {@link FlashProblem#NO_ANSWER} if nothing at the line speaks the protocol
     */
    public static TagLink open(TagLine line, int firstSequence) {
        return open(line, new SmpClient(line, firstSequence), 2 * SmpClient.TRIES);
    }

    /** The same with less patience, to ask whoever may be at a port. */
    static TagLink openBriefly(TagLine line, int firstSequence, Duration patience) {
        return open(line, new SmpClient(line, firstSequence, patience), 2);
    }

    private static TagLink open(TagLine line, SmpClient client, int tries) {
        var link = new TagLink(line, client);
        boolean opened = false;
        try {
            link.agree(tries);
            opened = true;
            return link;
        } finally {
            if (!opened) {
                line.close();
            }
        }
    }

    private void agree(int tries) {
        for (int i = 0; i < tries; i++) {
            var answer = client.askOnce(TagCommand.PARAMETERS, Fields.none());
            if (answer instanceof SmpAnswer.Silence) {
                client.switchVersion();
                continue;
            }
            if (answer instanceof SmpAnswer.Done(Fields body)) {
                int buffer = body.count("buf_size").orElse(CAUTIOUS_PACKET + LENGTH_AND_CHECKSUM);
                largestPacket = Math.max(ImageUpload.SMALLEST_PACKET, buffer - LENGTH_AND_CHECKSUM);
            }
            return;
        }
        throw new ProblemException(FlashProblem.NO_ANSWER, line.name());
    }

    /** What the user calls the line. */
    public String name() {
        return line.name();
    }

    /** The serial number that the port itself reports, or empty. */
    public String portSerial() {
        return line.portSerial();
    }

    /** The clock that answers are awaited by. */
    public TagClock clock() {
        return line.clock();
    }

    /** 1 or 2. */
    public int protocolVersion() {
        return client.protocolVersion();
    }

    /** Bytes of the largest packet that the tag said it takes, or a cautious guess. */
    public int largestPacket() {
        return largestPacket;
    }

    /** How well the line works so far. */
    public LineQuality quality() {
        return client.quality();
    }

    /** Sends a text that comes back. */
    public String echo(String text) {
        return done(TagCommand.ECHO, Fields.of("d", text)).text("r").orElse("");
    }

    /** The bootloader's name, for example "MCUboot". */
    public Optional<String> bootloader() {
        return asked(TagCommand.BOOTLOADER, Fields.none(), Fields.none()).flatMap(body -> body.text("bootloader"));
    }

    /** How that bootloader replaces an image; empty also where the firmware is too old to say. */
    public Optional<BootMode> bootMode() {
        return asked(TagCommand.BOOTLOADER, Fields.of("query", "mode"), Fields.none())
                .flatMap(body -> body.count("mode").stream().boxed().findFirst())
                .map(BootMode::of);
    }

    /** What each slot holds, as the tag claims. */
    public List<ImageSlot> imageState() {
        return ImageSlot.listOf(done(TagCommand.IMAGE_STATE, Fields.none()));
    }

    /** How large the slots are. */
    public Optional<List<SlotSize>> slots() {
        return asked(TagCommand.SLOTS, Fields.none()).map(SlotSize::listOf);
    }

    /**
     * Has the image with this hash tried at the next reset.
     *
     * @param hash of the state list, 64 hex digits
     */
    public List<ImageSlot> test(String hash) {
        var request = Fields.of("hash", HexFormat.of().parseHex(hash)).with("confirm", false);
        return ImageSlot.listOf(done(TagCommand.SET_IMAGE_STATE, request));
    }

    /** Sends an image file to the free slot; resumes, repeats and stops as the protocol wants it. */
    public UploadResult upload(byte[] file, int image, JobMonitor monitor) {
        return new ImageUpload(this, file, image).run(monitor);
    }

    /** Asks for a restart, which follows within a second. One try only: a lost answer may mean that it was done. */
    public boolean reset() {
        var answer = client.askOnce(TagCommand.RESET, Fields.none(), SmpClient.ORDINARY);
        if (answer instanceof SmpAnswer.Refused refused) {
            throw refusal(TagCommand.RESET, refused);
        }
        return answer instanceof SmpAnswer.Done;
    }

    /** The tag's time of day; empty also as long as nobody has set it. */
    public Optional<Instant> time() {
        return asked(TagCommand.READ_CLOCK, Fields.none(), Fields.none())
                .flatMap(body -> body.text("datetime"))
                .flatMap(TagLink::instant);
    }

    /**
     * Sets the tag's time of day.
     *
     * @return false if the tag keeps no time
     */
    public boolean setTime(Instant time) {
        var text = CLOCK.format(time.atOffset(ZoneOffset.UTC));
        return asked(TagCommand.SET_CLOCK, Fields.of("datetime", text)).isPresent();
    }

    /** A stored setting's bytes; empty if there is none of that name, or the tag has no settings. */
    public Optional<byte[]> setting(String name) {
        return asked(TagCommand.READ_SETTING, Fields.of("name", name), Fields.none())
                .flatMap(body -> body.bytes("val"));
    }

    /**
     * Sets a setting until the next restart; {@link #saveSettings} makes it last.
     *
     * @return false if the tag has no settings
     */
    public boolean setSetting(String name, byte[] value) {
        return asked(TagCommand.WRITE_SETTING, Fields.of("name", name).with("val", value))
                .isPresent();
    }

    /**
     * Keeps the settings over restarts.
     *
     * @return false if the tag has no settings
     */
    public boolean saveSettings() {
        return asked(TagCommand.SAVE_SETTINGS, Fields.none()).isPresent();
    }

    /** Who the tag says it is. */
    public Optional<TagIdentity> identity() {
        return asked(TagCommand.IDENTITY, Fields.none()).map(TagIdentity::of);
    }

    /**
     * Makes the tag blink.
     *
     * @return false if it cannot
     */
    public boolean identify(Duration howLong) {
        return asked(TagCommand.IDENTIFY, Fields.of("seconds", (int) howLong.toSeconds()))
                .isPresent();
    }

    /** Starts the run over the golden windows of the running model. */
    public Optional<SelfTest> startSelfTest() {
        return asked(TagCommand.START_SELF_TEST, Fields.none()).map(SelfTest::of);
    }

    /** How the last run over the golden windows stands. */
    public Optional<SelfTest> selfTest() {
        return asked(TagCommand.SELF_TEST_RESULT, Fields.none()).map(SelfTest::of);
    }

    /** The logits, int32 each, that the tag computed for one golden window, or empty if it has none. */
    public Optional<List<Integer>> selfTestLogits(int window) {
        return asked(TagCommand.SELF_TEST_RESULT, Fields.of("window", window))
                .map(body -> body.numbers("logits").stream().map(Long::intValue).toList())
                .filter(logits -> !logits.isEmpty());
    }

    /** What the tag makes of its newest window; its number is -1 as long as the first one is not whole. */
    public Optional<LiveClassification> live() {
        return asked(TagCommand.LIVE, Fields.none(), NONE_YET).map(LiveClassification::of);
    }

    /** The raw counts of that window, [sample][axis] as int16 little endian, or empty if it is gone already. */
    public Optional<byte[]> liveSamples(long number) {
        byte[] samples = new byte[0];
        while (true) {
            var request = Fields.of("n", number).with("off", samples.length);
            var answer = asked(TagCommand.LIVE_SAMPLES, request, Fields.none());
            byte[] part = answer.flatMap(body -> body.bytes("data")).orElse(new byte[0]);
            int whole = answer.map(body -> body.count("len").orElse(0)).orElse(0);
            if (part.length == 0 || samples.length + part.length > whole) {
                return Optional.empty();
            }
            int before = samples.length;
            samples = Arrays.copyOf(samples, before + part.length);
            System.arraycopy(part, 0, samples, before, part.length);
            if (samples.length == whole) {
                return Optional.of(samples);
            }
        }
    }

    /** Stored behaviour counts from a period on, as many as fit one answer; none when there are no more. */
    public Optional<List<BehaviourCounts>> counts(long fromIndex) {
        return asked(TagCommand.COUNTS, Fields.of("from", fromIndex)).map(BehaviourCounts::listOf);
    }

    @Override
    public void close() {
        line.close();
    }

    SmpClient client() {
        return client;
    }

    /** The answer, or empty if the tag has no such command. */
    Optional<Fields> asked(TagCommand command, Fields body) {
        return switch (client.ask(command, body)) {
            case SmpAnswer.Done(Fields answer) -> Optional.of(answer);
            case SmpAnswer.Refused refused when refused.notSupported() -> Optional.empty();
            case SmpAnswer.Refused refused -> throw refusal(command, refused);
            case SmpAnswer.Silence _ -> throw new ProblemException(FlashProblem.NO_ANSWER, line.name());
        };
    }

    /**
     * The same for a command that may find nothing.
     *
     * @param ifNoEntry the answer then
     */
    private Optional<Fields> asked(TagCommand command, Fields body, Fields ifNoEntry) {
        return switch (client.ask(command, body)) {
            case SmpAnswer.Done(Fields answer) -> Optional.of(answer);
            case SmpAnswer.Refused refused when refused.noEntry() -> Optional.of(ifNoEntry);
            case SmpAnswer.Refused refused when refused.notSupported() -> Optional.empty();
            case SmpAnswer.Refused refused -> throw refusal(command, refused);
            case SmpAnswer.Silence _ -> throw new ProblemException(FlashProblem.NO_ANSWER, line.name());
        };
    }

    private Fields done(TagCommand command, Fields body) {
        return asked(command, body)
                .orElseThrow(() -> refusal(command, new SmpAnswer.Refused(-1, SmpError.NOT_SUPPORTED, "")));
    }

    ProblemException refusal(TagCommand command, SmpAnswer.Refused refused) {
        return new ProblemException(FlashProblem.TAG_REFUSED, line.name(), command.words(), refused.words());
    }

    /** Zephyr's own answer names no zone: it is the time that it was given, which here is UTC. */
    private static Optional<Instant> instant(String text) {
        try {
            var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    read instanceof OffsetDateTime zoned
                            ? zoned.toInstant()
                            : LocalDateTime.from(read).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
