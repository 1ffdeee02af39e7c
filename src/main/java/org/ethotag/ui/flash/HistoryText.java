package org.ethotag.ui.flash;

import java.util.List;
import org.ethotag.flash.rollcall.CsvText;
import org.ethotag.project.FlashRecord;

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
                    String.valueOf(record.goldenWindows()),
                    record.batteryPercent() < 0 ? "" : String.valueOf(record.batteryPercent()),
                    record.firmware(),
                    record.problem())));
        }
        return text.toString();
    }
}
