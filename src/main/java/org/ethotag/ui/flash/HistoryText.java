package org.ethotag.ui.flash;

import java.util.List;
import org.ethotag.flash.rollcall.CsvText;
import org.ethotag.project.FlashRecord;
import org.ethotag.project.TagSelfTest;

/** The history of tags as a table for a spreadsheet program; no cell is ever a formula. */
final class HistoryText {
    private HistoryText() {}

    static String csv(List<FlashRecord> records) {
        var text = new StringBuilder(CsvText.row(List.of(
                "time",
                "tag",
                "animal",
                "person",
                "outcome",
                "verified",
                "model",
                "image",
                "image sha-256",
                "self-test on the tag",
                "golden windows equal",
                "battery %",
                "firmware",
                "problem")));
        for (FlashRecord record : records) {
            text.append(CsvText.row(List.of(
                    record.time().toString(),
                    record.tag(),
                    record.animal(),
                    record.person(),
                    record.outcome(),
                    record.verified() ? "yes" : "no",
                    record.modelId(),
                    record.image(),
                    record.imageSha256(),
                    selfTest(record.selfTest()),
                    String.valueOf(record.goldenWindows()),
                    record.batteryPercent() < 0 ? "" : String.valueOf(record.batteryPercent()),
                    record.firmware(),
                    record.problem())));
        }
        return text.toString();
    }

    /** For example "passed 40 of 40"; empty where the tag did not say. */
    static String selfTest(TagSelfTest test) {
        return test.state().isEmpty() || test.state().equals("none")
                ? ""
                : "%s %d of %d".formatted(test.state(), test.passed(), test.windows());
    }
}
