package org.ethotag.workflow.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethotag.recording.CsvTable;
import org.ethotag.training.EpochReport;
import org.ethotag.training.TrainingRecord;

/** The curves of a run as a table: model, epoch, losses, MCC. */
public final class CurvesCsv {
    private CurvesCsv() {}

    public static byte[] write(Map<String, TrainingRecord> records) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("model", "epoch", "training loss", "held-out loss", "held-out MCC"));
        records.forEach((model, record) -> {
            for (EpochReport epoch : record.epochs()) {
                rows.add(List.of(
                        model,
                        String.valueOf(epoch.epoch()),
                        String.valueOf(epoch.trainingLoss()),
                        String.valueOf(epoch.heldOutLoss()),
                        String.valueOf(epoch.heldOutMcc())));
            }
        });
        return CsvTable.write(rows).getBytes(StandardCharsets.UTF_8);
    }
}
