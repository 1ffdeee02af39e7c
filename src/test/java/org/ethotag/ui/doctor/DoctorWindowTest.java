package org.ethotag.ui.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.theme.Look;
import org.ethotag.workflow.Doctor;
import org.junit.jupiter.api.Test;

class DoctorWindowTest {
    private static final List<Doctor.Check> CHECKS = List.of(
            new Doctor.Check("Java", true, true, "25", ""),
            new Doctor.Check("Serial ports", false, true, "/home/anna/dev is locked", "Ask in /home/anna."),
            new Doctor.Check("C compiler", false, false, "gcc was not found", "Install gcc."));

    private final DoctorViewModel model = new DoctorViewModel(Jobs.immediate(), _ -> CHECKS, Path.of("/home/anna"));

    @Test
    void onlyWhatIsNeededCountsAsATrouble() {
        assertThat(DoctorViewModel.troubles(CHECKS)).isEqualTo(1);
    }

    @Test
    void theReportSaysEverythingButWhoseComputerItIs() {
        model.examine();
        assertThat(model.report("1.0")
                        .lines()
                        .filter(line -> !line.startsWith("Ethotag"))
                        .skip(1))
                .containsExactly(
                        "[x] Java: 25",
                        "[ ] Serial ports: ~/dev is locked",
                        "    Ask in ~.",
                        "[-] C compiler: gcc was not found",
                        "    Install gcc.");
    }

    @Test
    void everyCheckIsALineWithItsMarkAndTheReportIsCopied() {
        Windows.start();
        var view = Windows.onFx(() -> {
            var made = new DoctorView(model);
            Windows.show(made, Look.LIGHT, 760, 600);
            model.examine();
            return made;
        });
        assertThat(List.of(
                        view.lookupAll(".doctor-good").size(),
                        view.lookupAll(".doctor-bad").size(),
                        view.lookupAll(".doctor-optional").size(),
                        view.lookupAll(".doctor-advice").size()))
                .isEqualTo(List.of(1, 1, 1, 2));
        Windows.inFx(() -> ((Button) view.lookup("#doctor-copy")).fire());
        assertThat(Windows.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .contains("[x] Java");
    }
}
