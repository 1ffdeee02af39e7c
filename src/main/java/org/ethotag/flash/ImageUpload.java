package org.ethotag.flash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.smp.FrameEncoder;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;

/**
 * One image file to a tag, piece by piece. The tag's answer says where it stands: a piece that it has already is not
 * written again, so asking twice is harmless. It starts where the tag says that an earlier upload of the same file
 * ended, begins again when the tag restarted midway, and stops without a word to the tag when the offset shows that
 * somebody else is uploading.
 */
final class ImageUpload {
    /** One line of a frame. */
    static final int SMALLEST_PACKET = FrameEncoder.LINE_BYTES - FrameEncoder.OVERHEAD_BYTES;

    private static final int HEADER_BYTES = 32; // the first piece carries at least the whole image header
    private static final int RESTARTS = 3;
    private static final int TIMEOUTS_BEFORE_HALVING = 2;
    private static final int PAGE_BYTES = 4096;
    private static final Duration ERASE = Duration.ofSeconds(10);
    private static final Duration ERASE_PER_PAGE = Duration.ofMillis(100);

    private final TagLink link;
    private final byte[] file;
    private final int image;
    private final byte[] sha;
    private int packet;
    private int restarts;

    ImageUpload(TagLink link, byte[] file, int image) {
        if (file.length < HEADER_BYTES) {
            throw new IllegalArgumentException("an image has a header of 32 bytes, the file only " + file.length);
        }
        this.link = link;
        this.file = file.clone();
        this.image = image;
        this.sha = sha256(file);
        this.packet = link.largestPacket();
    }

    UploadResult run(JobMonitor monitor) {
        int sent = 0;
        int startedAt = -1;
        int at = 0;
        boolean first = true;
        while (true) {
            monitor.checkCancelled();
            monitor.doing((double) at / file.length, "sent", at, file.length);
            var reply = first ? begin() : go(at);
            int offset = reply.offset();
            if (offset == file.length) {
                boolean wasThere = first && reply.length() < offset;
                return new UploadResult(
                        wasThere ? sent : sent + reply.length(),
                        wasThere ? offset : Math.max(0, startedAt),
                        reply.matched());
            }
            if (offset == 0 || (offset == at && !first)) {
                setBack(); // at 0 the tag restarted and lost its place; otherwise it did not take the piece
            } else if (first) {
                startedAt = startedAt < 0 && offset > reply.length() ? offset : Math.max(0, startedAt);
                sent += offset == reply.length() ? reply.length() : 0;
            } else if (offset == at + reply.length()) {
                sent += reply.length();
            } else {
                throw new ProblemException(FlashProblem.UPLOAD_TAKEN_OVER, link.name());
            }
            first = offset == 0;
            at = offset;
        }
    }

    private void setBack() {
        restarts++;
        if (restarts > RESTARTS) {
            throw new ProblemException(FlashProblem.UPLOAD_RESTARTED, link.name(), RESTARTS);
        }
    }

    private Reply begin() {
        int pages = (file.length + PAGE_BYTES - 1) / PAGE_BYTES;
        return send(true, 0, ERASE.plus(ERASE_PER_PAGE.multipliedBy(pages)));
    }

    private Reply go(int at) {
        return send(false, at, SmpClient.ORDINARY);
    }

    /** Sends one piece until it is answered; every second silence halves the packet, the smallest one is final. */
    private Reply send(boolean first, int at, Duration timeout) {
        for (int silences = 0; silences < SmpClient.TRIES; ) {
            var request = request(first, at);
            int length = request.bytes("data").orElseThrow().length;
            switch (link.client().askOnce(TagCommand.UPLOAD, request, timeout)) {
                case SmpAnswer.Done(Fields body) -> {
                    return reply(body, length);
                }
                case SmpAnswer.Refused refused -> throw link.refusal(TagCommand.UPLOAD, refused);
                case SmpAnswer.Silence _ -> silences++;
            }
            if (silences == TIMEOUTS_BEFORE_HALVING && packet > SMALLEST_PACKET) {
                packet = Math.max(SMALLEST_PACKET, packet / 2);
                silences = 0;
            }
        }
        throw new ProblemException(FlashProblem.NO_ANSWER, link.name());
    }

    private Reply reply(Fields body, int length) {
        int offset = body.count("off")
                .orElseThrow(
                        () -> new ProblemException(FlashProblem.BAD_ANSWER, link.name(), TagCommand.UPLOAD.words()));
        if (offset > file.length) {
            throw new ProblemException(FlashProblem.UPLOAD_TAKEN_OVER, link.name());
        }
        if (body.has("match") && !body.flag("match")) {
            throw new ProblemException(FlashProblem.UPLOAD_MISMATCH, link.name());
        }
        return new Reply(offset, length, body.flag("match"));
    }

    private record Reply(int offset, int length, boolean matched) {}

    private Fields request(boolean first, int at) {
        int room = packet - link.client().sizeOf(TagCommand.UPLOAD, fields(first, at, new byte[0]));
        room -= room < 24 ? 0 : room < 258 ? 1 : 2; // a longer byte string has a longer length
        int least = first ? HEADER_BYTES : 1;
        int length = Math.min(file.length - at, Math.max(least, room));
        return fields(first, at, Arrays.copyOfRange(file, at, at + length));
    }

    private Fields fields(boolean first, int at, byte[] data) {
        if (!first) {
            return Fields.of("off", at).with("data", data);
        }
        return Fields.of("image", image)
                .with("len", file.length)
                .with("sha", sha)
                .with("off", 0)
                .with("data", data);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
