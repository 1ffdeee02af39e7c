package org.ethotag.ui.review;

import java.util.Locale;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Ethogram;
import org.ethotag.recording.Session;
import org.ethotag.review.ReviewItem;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;

/** What the review page says in words. */
final class ReviewTexts {
    private ReviewTexts() {}

    static String summary(ReviewQueue queue, int left) {
        var list = queue.list();
        var text = new StringBuilder(Texts.of("review.left", left, queue.decided()));
        if (list.expectedErrors() > 0) {
            text.append(' ').append(Texts.of("review.expected", Math.round(list.expectedErrors()), list.windows()));
        }
        if (list.changed() > 0) {
            text.append(' ').append(Texts.of("review.changed", list.changed()));
        }
        if (list.gone() > 0) {
            text.append(' ').append(Texts.of("review.gone", list.gone()));
        }
        if (!list.learntFrom().isEmpty()) {
            text.append(' ').append(Texts.of("review.learnt", String.join(", ", list.learntFrom())));
        }
        return text.toString();
    }

    /** Why a stretch is listed, in a sentence. */
    static String reason(ReviewItem item, Ethogram ethogram) {
        var label = name(ethogram, item.label());
        var rather = name(ethogram, item.suggested());
        var sure = ReviewView.percent(item.suggestedProbability());
        var labelSure = ReviewView.percent(item.labelProbability());
        return switch (item.reason()) {
            case BOUT_CONTRADICTED -> Texts.of("review.reason.bout", label, rather, sure, labelSure, item.windows());
            case PART_CONTRADICTED -> Texts.of("review.reason.part", label, rather, sure, labelSure, item.windows());
            case OVERLAPPING ->
                item.suggested().equals(item.label())
                        ? Texts.of("review.reason.doubled", label)
                        : Texts.of("review.reason.nested", label, rather);
            case IMPLAUSIBLE -> Texts.of("review.reason.implausible", label);
            case UNSURE -> Texts.of("review.reason.unsure", label, labelSure, rather, sure);
        };
    }

    static String name(Ethogram ethogram, String code) {
        return ethogram.behaviour(code).map(Behaviour::name).orElse(code);
    }

    /** How long a stretch lasts. */
    static String length(ReviewItem item, Session session) {
        return TimeTexts.duration(
                session.rate().durationOf(item.range().length()), Locale.getDefault(Locale.Category.FORMAT));
    }
}
