package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ethotag.flash.FlashCheck;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.SelfTest;
import org.ethotag.problem.Problem;

/** What flashing proved, as people and as scripts read it. */
final class ReceiptReport {
    private ReceiptReport() {}

    static Map<String, Object> document(FlashReceipt receipt) {
        var document = new LinkedHashMap<String, Object>();
        document.put("verified", receipt.verified());
        document.put("outcome", receipt.outcome().name().toLowerCase(Locale.ROOT));
        document.put("tag", receipt.serial());
        document.put("hardware", receipt.hardware());
        document.put("firmware", receipt.firmware());
        document.put("battery", receipt.batteryPercent());
        document.put("modelId", receipt.modelAfter());
        document.put("modelBefore", receipt.modelBefore());
        document.put("image", receipt.image());
        document.put("imageSha256", receipt.imageSha256());
        document.put("selfTest", selfTest(receipt.selfTest()));
        document.put("goldenWindows", receipt.goldenWindows());
        document.put("sentBytes", receipt.sentBytes());
        document.put(
                "unchecked", receipt.unchecked().stream().map(FlashCheck::name).toList());
        document.put("problems", receipt.problems().stream().map(Problem::what).toList());
        document.put("started", receipt.started().toString());
        document.put("ended", receipt.ended().toString());
        return document;
    }

    /** A tag that cannot run golden windows has proved less, and nobody shall read more. */
    private static String proof(FlashReceipt receipt) {
        String tag = receipt.serial().isEmpty() ? "The tag" : "Tag " + receipt.serial();
        return receipt.goldenWindows() == 0
                ? tag + " runs the new model and keeps it; it could not be asked for golden windows."
                : "%s runs model %s and has proved it: %d golden windows, equal to the bit."
                        .formatted(tag, receipt.modelAfter(), receipt.goldenWindows());
    }

    private static Map<String, Object> selfTest(SelfTest test) {
        var document = new LinkedHashMap<String, Object>();
        document.put("state", test.state().name().toLowerCase(Locale.ROOT));
        document.put("passed", test.passed());
        document.put("windows", test.windows());
        return document;
    }

    static String words(FlashReceipt receipt) {
        var lines = new StringBuilder();
        if (receipt.verified()) {
            lines.append(proof(receipt));
        } else {
            receipt.problems().forEach(problem -> lines.append(problem.lines()));
        }
        if (!receipt.unchecked().isEmpty()) {
            lines.append(System.lineSeparator()).append("Not checked: ").append(FlashCheck.words(receipt.unchecked()));
        }
        return lines.append(System.lineSeparator()).toString();
    }
}
