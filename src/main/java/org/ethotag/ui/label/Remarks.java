package org.ethotag.ui.label;

import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.label.Comment;
import org.ethotag.label.LabelEdit.Remark;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;

/** Comments on the track that is edited. FX thread only. */
public final class Remarks {
    private final LabelViewModel desk;

    Remarks(LabelViewModel desk) {
        this.desk = desk;
    }

    /** What a new comment would be about: what is marked, else the bout under the cursor, else the cursor's sample. */
    public SampleRange place() {
        var trace = desk.trace();
        long cursor = trace.cursorProperty().get();
        return trace.hasSelection()
                ? trace.selectionProperty().get()
                : desk.tools().bout().map(Bout::range).orElse(new SampleRange(cursor, cursor + 1));
    }

    public void add(String text) {
        if (!text.isBlank() && desk.readyProperty().get()) {
            var comment = new Comment(place(), text.strip());
            desk.edit(Texts.of("label.edit.comment"), new Remark(List.of(), List.of(comment)));
        }
    }

    /** Gives a comment another text; without one it goes. */
    public void change(Comment comment, String text) {
        if (text.isBlank()) {
            remove(comment);
        } else if (!text.strip().equals(comment.text())) {
            var now = new Comment(comment.range(), text.strip());
            desk.edit(Texts.of("label.edit.comment.change"), new Remark(List.of(comment), List.of(now)));
        }
    }

    public void remove(Comment comment) {
        desk.edit(Texts.of("label.edit.comment.remove"), new Remark(List.of(comment), List.of()));
    }

    /** Shows what a comment is about. */
    public void show(Comment comment) {
        desk.goTo(comment.range());
    }
}
