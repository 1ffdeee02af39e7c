package org.ethotag.flash.virtual;

import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.TagLink;
import org.ethotag.problem.ProblemException;

/** A cable that is pulled before the nth message. */
final class FewLines extends ForwardingLine {
    private int left;

    FewLines(PluggableTag tag, int messages) {
        super(tag.connector().plug(""));
        this.left = messages;
    }

    TagLink open() {
        return TagLink.open(this, 3);
    }

    @Override
    public void write(byte[] bytes) {
        if (--left < 0) {
            throw new ProblemException(FlashProblem.LINE_LOST, name());
        }
        super.write(bytes);
    }
}
