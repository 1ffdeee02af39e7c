package org.ethotag.flash;

import java.time.Duration;
import java.util.Arrays;
import org.ethotag.flash.smp.Fields;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/**
 * One image file to MCUboot's serial recovery, straight into the slot that runs. It always begins at 0, because recovery
 * forgets and a first piece erases; it goes where the answer says, which may be less than was sent, since recovery writes
 * whole flash words only.
 */
final class RecoveryUpload {
    /** Recovery reads into a buffer that its maker chose; two lines fit every one of them. */
    private static final int PACKET = 2 * 93 - 4;

    private static final int MOST_STANDSTILLS = 3;
    private static final Duration ERASE = Duration.ofSeconds(10);
    private static final Duration ERASE_PER_PAGE = Duration.ofMillis(100);
    private static final int PAGE_BYTES = 4096;

    private final TagLink link;
    private final byte[] file;
    private final int image;

    RecoveryUpload(TagLink link, byte[] file, int image) {
        this.link = link;
        this.file = file.clone();
        this.image = image;
    }

    void run(JobMonitor monitor) {
        int standstills = 0;
        for (int at = 0; at < file.length; ) {
            monitor.doing((double) at / file.length, "sent.image", at, file.length, image);
            int next = send(at);
            if (next > file.length) {
                throw new ProblemException(FlashProblem.BAD_ANSWER, link.name(), TagCommand.UPLOAD.words());
            }
            standstills = next > at ? 0 : standstills + 1;
            if (standstills > MOST_STANDSTILLS) {
                throw new ProblemException(FlashProblem.UPLOAD_RESTARTED, link.name(), MOST_STANDSTILLS);
            }
            at = next;
        }
    }

    private int send(int at) {
        var request = request(at);
        var patience = at > 0
                ? SmpClient.ORDINARY
                : ERASE.plus(ERASE_PER_PAGE.multipliedBy(Math.ceilDiv(file.length, PAGE_BYTES)));
        return switch (link.client().ask(TagCommand.UPLOAD, request, patience)) {
            case SmpAnswer.Done(Fields body) ->
                body.count("off")
                        .orElseThrow(() ->
                                new ProblemException(FlashProblem.BAD_ANSWER, link.name(), TagCommand.UPLOAD.words()));
            case SmpAnswer.Refused refused -> throw link.refusal(TagCommand.UPLOAD, refused);
            case SmpAnswer.Silence _ -> throw new ProblemException(FlashProblem.NO_ANSWER, link.name());
        };
    }

    private Fields request(int at) {
        int room = Math.min(PACKET, link.largestPacket()) - link.client().sizeOf(TagCommand.UPLOAD, fields(at, 0)) - 2;
        return fields(at, Math.min(file.length - at, Math.max(1, room)));
    }

    private Fields fields(int at, int length) {
        byte[] data = Arrays.copyOfRange(file, at, at + length);
        return at > 0
                ? Fields.of("off", at).with("data", data)
                : Fields.of("image", image)
                        .with("len", file.length)
                        .with("off", 0)
                        .with("data", data);
    }
}
