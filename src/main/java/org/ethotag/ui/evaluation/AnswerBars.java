package org.ethotag.ui.evaluation;

import java.util.List;
import org.ethotag.language.Messages;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Mark.Words;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.Comparison.ModelAnswers;

/** How all models divided one window among the classes: a bar per model, a stretch per class. */
final class AnswerBars {
    private static final double NAMES = 122;
    private static final double ROW = 22;
    private static final double BAR = 14;
    private static final double LEGEND = 17;

    private AnswerBars() {}

    static Picture of(List<ModelAnswers> models, List<String> classes, int row, int truth, double width) {
        var drawing = new Drawing();
        double y = 2;
        for (ModelAnswers model : models) {
            boolean right = model.answers().get(row) == truth;
            drawing.mark(new Words(
                    0,
                    y + BAR - 3,
                    (right ? "\u2713 " : "\u2717 ") + Drawing.fitting(ModelTitles.shortOf(model), NAMES),
                    11,
                    false,
                    Side.START,
                    Tones.INK));
            bar(drawing, model, classes, row, y, width);
            y += ROW;
        }
        double x = 0;
        for (int c = 0; c < classes.size(); c++) {
            double needed = 20 + classes.get(c).length() * 6.4;
            if (x > 0 && x + needed > width) {
                x = 0;
                y += LEGEND;
            }
            drawing.box(x, y + 3, 9, 9, WindowPicture.colour(c), "");
            drawing.note(x + 13, y + 12, classes.get(c), Side.START);
            x += needed;
        }
        return drawing.picture(Texts.of("compare.look.answers"), width, y + LEGEND + 2);
    }

    private static void bar(
            Drawing drawing, ModelAnswers model, List<String> classes, int row, double y, double width) {
        double room = Math.max(10, width - NAMES);
        var probabilities = model.probabilities();
        if (probabilities.isEmpty()) {
            int answer = model.answers().get(row);
            drawing.box(
                    NAMES,
                    y,
                    room,
                    BAR,
                    WindowPicture.colour(answer),
                    ModelTitles.of(model) + ": " + classes.get(answer) + ", " + Texts.of("compare.look.unsure"));
            return;
        }
        double x = NAMES;
        for (int c = 0; c < classes.size(); c++) {
            double share = probabilities.of(row, c);
            drawing.box(
                    x,
                    y,
                    room * share,
                    BAR,
                    WindowPicture.colour(c),
                    String.format(Messages.locale(), "%s: p(%s) = %.3f", ModelTitles.of(model), classes.get(c), share));
            x += room * share;
        }
    }
}
