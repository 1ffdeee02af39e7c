package org.ethotag.flash;

import java.util.List;
import java.util.Optional;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.ModelImage;
import org.ethotag.problem.ProblemException;

/** What must hold before the first byte is written. Each gate refuses; none warns. */
final class FlashGates {
    private final FlashOrder order;
    private final ModelImage image;

    FlashGates(FlashOrder order, ModelImage image) {
        this.order = order;
        this.image = image;
    }

    /** Reads the file and checks digest, signature and content. @throws ProblemException saying what is wrong */
    static ModelImage trusted(FlashOrder order) {
        var image = signed(order, order.image());
        image.payload();
        return image;
    }

    /** Reads any image file and checks digest and signature. @throws ProblemException saying what is wrong */
    static ModelImage signed(FlashOrder order, byte[] file) {
        var image = ModelImage.parse(file);
        ProblemException last = null;
        for (var key : order.trustedKeys()) {
            try {
                image.verify(key);
                return image;
            } catch (ProblemException wrong) {
                last = wrong;
            }
        }
        throw last == null ? new IllegalStateException("nobody is trusted") : last;
    }

    /** Firmware that says for which hardware it is must say what the model says. */
    static void requireSame(ModelImage model, ModelImage firmware) {
        String wanted = model.hardwareId().orElse("");
        if (!firmware.hardwareId().orElse(wanted).equals(wanted)) {
            throw new ProblemException(
                    FlashProblem.WRONG_HARDWARE, wanted, firmware.hardwareId().orElse(""));
        }
    }

    /** @throws ProblemException for the first gate that is shut */
    void check(FlashSession session, List<ImageSlot> slots) {
        String serial = session.serial();
        session.identity().ifPresent(identity -> {
            requireHardware(identity);
            requireFirmware(Versions.parse(identity.firmware()), identity.firmware());
            requireBattery(identity);
        });
        if (session.identity().isEmpty()) {
            String firmware =
                    ImageSlot.find(slots, 0, 0).map(ImageSlot::version).orElse("");
            requireFirmware(Versions.parse(firmware), firmware);
        }
        requireWayBack(session.link(), serial);
        requireRoom(order, session.link());
        requireRest(serial, slots);
        requireNewer(slots);
    }

    private void requireHardware(TagIdentity identity) {
        String wanted = image.hardwareId().orElse("");
        if (!wanted.equals(identity.hardware())) {
            throw new ProblemException(FlashProblem.WRONG_HARDWARE, wanted, identity.hardware());
        }
    }

    private void requireFirmware(Optional<ImageVersion> found, String words) {
        var needed = image.minimumFirmware();
        if (needed.isPresent() && (found.isEmpty() || found.get().compareTo(needed.get()) < 0)) {
            throw new ProblemException(FlashProblem.FIRMWARE_TOO_OLD, needed.get(), words);
        }
    }

    private void requireBattery(TagIdentity identity) {
        int least = order.rules().minimumBatteryPercent();
        if (identity.batteryPercent() >= 0 && identity.batteryPercent() < least) {
            throw new ProblemException(FlashProblem.BATTERY_LOW, identity.serial(), identity.batteryPercent(), least);
        }
    }

    private static void requireWayBack(TagLink link, String serial) {
        link.bootMode().filter(mode -> !mode.goesBack()).ifPresent(mode -> {
            throw new ProblemException(FlashProblem.NO_WAY_BACK, serial, mode.words());
        });
    }

    /** The slot takes the file, as the tag says or, if it does not, its profile. */
    static void requireRoom(FlashOrder order, TagLink link) {
        int bytes = order.image().length;
        long largest = link.slots().orElse(List.of()).stream()
                .filter(slot -> slot.image() == order.rules().modelImage())
                .mapToLong(slot -> slot.largestImageBytes() > 0 ? slot.largestImageBytes() : slot.sizeBytes())
                .filter(size -> size > 0)
                .min()
                .orElse(order.rules().largestImageBytes());
        if (bytes > largest) {
            throw new ProblemException(FlashProblem.IMAGE_TOO_LARGE, bytes, largest);
        }
    }

    /** Nothing on trial, nothing pending: an upload now could destroy the model to fall back on. */
    private void requireRest(String serial, List<ImageSlot> slots) {
        int model = order.rules().modelImage();
        boolean confirmed =
                ImageSlot.find(slots, model, 0).filter(ImageSlot::confirmed).isPresent();
        boolean pending = slots.stream().anyMatch(ImageSlot::pending);
        if (!confirmed || pending) {
            throw new ProblemException(FlashProblem.TRIAL_UNDER_WAY, serial);
        }
    }

    private void requireNewer(List<ImageSlot> slots) {
        if (order.rules().allowOlder()) {
            return;
        }
        var running =
                ImageSlot.find(slots, order.rules().modelImage(), 0).flatMap(slot -> Versions.parse(slot.version()));
        if (running.isPresent() && running.get().compareTo(image.version()) > 0) {
            throw new ProblemException(FlashProblem.MODEL_OLDER, image.version(), running.get());
        }
    }
}
