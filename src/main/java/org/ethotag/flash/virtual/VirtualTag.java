package org.ethotag.flash.virtual;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.smp.Cbor;
import org.ethotag.flash.smp.FrameDecoder;
import org.ethotag.flash.smp.FrameEncoder;
import org.ethotag.flash.smp.SmpPacket;
import org.ethotag.flash.virtual.BootImage.Version;
import org.ethotag.flash.virtual.FlashFile.Area;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A tag that exists only here: Zephyr's management server and MCUboot over a memory file, with a model that the integer
 * engine runs. It is the far end of a line; {@link #connector} is the near end inside this process. Any thread.
 */
public final class VirtualTag implements PluggableTag {
    private static final String PROMPT = "\u001b[1;32muart:~$ \u001b[m";
    private static final int LYING_LIMIT = 200;
    private static final Duration ABSENCE = Duration.ofSeconds(1);
    private static final Duration ATTENTION = Duration.ofMillis(50);
    private static final byte[] NO_MODEL = "no model yet".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROGRAM = "firmware".getBytes(StandardCharsets.US_ASCII);

    private final VirtualTagSettings settings;
    private final TagClock clock;
    private final TagModel.Loader loader;
    private final Faults faults;
    private final FlashFile flash;
    private final Bootloader bootloader;
    private final ImageGroup images;
    private FrameDecoder decoder;
    private @Nullable Responder server;
    private boolean pinHeld;
    private byte[] late = new byte[0];
    private boolean powered;
    private boolean gone;
    private int connection;

    VirtualTag(FlashFile flash, VirtualTagSettings settings, Faults faults, TagClock clock, TagModel.Loader loader) {
        this.flash = flash;
        this.settings = settings;
        this.faults = faults;
        this.clock = clock;
        this.loader = loader;
        var keys = new ArrayList<>(settings.trustedKeys());
        keys.add(key(flash.label().key()));
        this.bootloader = new Bootloader(flash, keys, settings.hardware());
        this.images = new ImageGroup(flash, bootloader, faults);
        this.decoder = newDecoder();
        this.pinHeld = faults.has(FaultKind.RECOVERY_PIN);
        if (faults.has(FaultKind.NO_IMAGES)) {
            loseImages();
        }
    }

    private void loseImages() {
        for (int image = Bootloader.FIRMWARE; image <= Bootloader.MODEL; image++) {
            bootloader.eraseAll(Bootloader.primary(image));
            bootloader.eraseAll(Bootloader.secondary(image));
        }
    }

    /**
     * Switches on the tag whose memory is in a file; a missing file is a factory-new tag.
     *
     * @param clock {@link SimulatedClock} inside this process, the computer's behind a pseudo-terminal
     * @throws ProblemException {@link FlashProblem#FLASH_FILE_DAMAGED} if the file is something else
     */
    public static VirtualTag open(Path memory, VirtualTagSettings settings, TagClock clock) {
        return open(memory, settings, clock, BlobModel::load);
    }

    static VirtualTag open(Path memory, VirtualTagSettings settings, TagClock clock, TagModel.Loader loader) {
        var faults = new Faults(settings.faults());
        if (!Files.exists(memory)) {
            manufacture(memory, settings);
        }
        return new VirtualTag(FlashFile.open(memory, faults), settings, faults, clock, loader);
    }

    /** Writes the memory of a factory-new tag. */
    static void manufacture(Path memory, VirtualTagSettings settings) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair key = generator.generateKeyPair(); // thrown away with the factory: nobody signs with it again
            var label = new FlashFile.Label(
                    settings.serial(), settings.slotBytes(), key.getPublic().getEncoded());
            try (var flash = FlashFile.create(memory, label, new Faults(List.of()))) {
                var firmware = FactoryImage.of(PROGRAM, Version.parse(settings.firmware()), key);
                flash.write(new Area.Slot(0), 0, firmware);
                flash.write(new Area.Slot(2), 0, FactoryImage.of(NO_MODEL, new Version(0, 0, 0, 0), key));
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has ECDSA P-256", impossible);
        }
    }

    private static PublicKey key(byte[] der) {
        try {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException bad) {
            throw new ProblemException(FlashProblem.FLASH_FILE_DAMAGED, "of the emulated tag", bad.toString())
                    .causedBy(bad);
        }
    }

    @Override
    public String serial() {
        return flash.label().serial();
    }

    @Override
    public TagClock clock() {
        return clock;
    }

    @Override
    public Duration absence() {
        return ABSENCE;
    }

    @Override
    public Duration attention() {
        return ATTENTION;
    }

    @Override
    public synchronized Optional<Integer> plugIn() {
        if (gone) {
            return Optional.empty();
        }
        if (!powered) {
            powerUp();
        }
        return powered ? Optional.of(++connection) : Optional.empty();
    }

    @Override
    public synchronized boolean connected(int number) {
        return powered && number == connection;
    }

    @Override
    public synchronized void powerCycle() {
        unplug();
        powered = false;
    }

    /** Erases and writes of its flash memory so far. */
    synchronized long operations() {
        return faults.operations();
    }

    /** Answers so far. */
    synchronized long responses() {
        return faults.responses();
    }

    /** Whether the tag is up but only waits in recovery, because firmware or model are missing. */
    public synchronized boolean inRecovery() {
        return powered && server instanceof RecoveryServer;
    }

    /** It answers at once or never: if nothing is to be said, only time passes. */
    @Override
    public byte[] exchange(int number, byte[] bytes, Duration atMost) {
        byte[] answer = bytes.length == 0 ? bytes : receive(number, bytes);
        if (answer.length == 0 && !atMost.isZero()) {
            clock.pause(atMost);
        }
        return answer;
    }

    /** Bytes to the tag on one connection. @return what it sends back, empty if it is not there any more */
    synchronized byte[] receive(int number, byte[] bytes) {
        if (!connected(number)) {
            return new byte[0];
        }
        int unplugged = faults.strikesWithin(FaultKind.UNPLUG_AFTER_BYTES, bytes.length);
        int cut = faults.strikesWithin(FaultKind.POWER_CUT_AFTER_BYTES, bytes.length);
        int length = unplugged >= 0 ? unplugged : cut >= 0 ? cut : bytes.length;
        faults.arrived(length);
        var out = new ByteArrayOutputStream();
        try {
            for (byte[] packet : decoder.feed(bytes, length)) {
                SmpPacket.parse(packet).ifPresent(request -> serve(packet.length, request, out));
            }
        } catch (PowerLoss _) {
            powerCycle();
        }
        if (unplugged >= 0) {
            unplug();
        }
        if (cut >= 0) {
            powerCycle();
        }
        resetIfAsked();
        return out.toByteArray();
    }

    private void resetIfAsked() {
        if (powered && server != null && server.resetAsked()) {
            powerCycle();
            pinHeld = false;
            gone = faults.has(FaultKind.NO_RETURN);
        }
    }

    private void unplug() {
        connection++;
        decoder = newDecoder();
        late = new byte[0];
    }

    private void powerUp() {
        images.restart();
        server = null;
        powered = true;
        try {
            if (!bootloader.boot() || pinHeld) {
                server = new RecoveryServer(flash, bootloader);
            } else {
                var os = new OsGroup(clock, new SettingsSector(flash));
                boolean swapped = faults.has(FaultKind.SWAPPED_TAG) && connection > 0;
                String serial = swapped ? serial() + "-OTHER" : serial();
                var firmware = new Firmware(settings, serial, bootloader, faults, clock, os, loader);
                firmware.start();
                server = new SmpServer(os, images, firmware, faults);
            }
        } catch (PowerLoss _) {
            powered = false;
            server = null;
            connection++;
        }
    }

    private void serve(int length, SmpPacket request, ByteArrayOutputStream out) {
        boolean tooLong = length > LYING_LIMIT && faults.has(FaultKind.LYING_BUFFER);
        if (server == null || !server.hears(request) || tooLong || faults.has(FaultKind.SILENT)) {
            return;
        }
        byte[] frame = FrameEncoder.frame(server.answer(request).encode(Cbor.Lengths.INDEFINITE));
        faults.response();
        if (faults.atResponse(FaultKind.DROP_NTH_RESPONSE)) {
            return;
        }
        if (faults.atResponse(FaultKind.LATE_RESPONSE)) {
            late = frame;
            return;
        }
        out.writeBytes(late);
        late = new byte[0];
        send(frame, out);
        if (faults.has(FaultKind.DUPLICATE_RESPONSE)) {
            send(frame, out);
        }
    }

    private void send(byte[] frame, ByteArrayOutputStream out) {
        if (faults.has(FaultKind.GARBAGE)) {
            out.writeBytes("[00:00:01.234,000] <inf> accel: fifo 32\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(frame, 0, frame.length / 2); // a half frame, and the rest of a line that was never ended
            out.writeBytes(new byte[] {0x06, (byte) 0xFF, 0x00, 0x04, 0x14, 'A', '!', '\n'});
        }
        if (faults.has(FaultKind.PROMPT)) {
            out.writeBytes(PROMPT.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(frame);
    }

    private FrameDecoder newDecoder() {
        int largest = SmpServer.bufferBytes(faults) - FrameEncoder.OVERHEAD_BYTES;
        return new FrameDecoder(largest, FrameDecoder.Reading.MARKER_AT_LINE_START);
    }

    @Override
    public synchronized void close() {
        powered = false;
        connection++;
        flash.close();
    }
}
