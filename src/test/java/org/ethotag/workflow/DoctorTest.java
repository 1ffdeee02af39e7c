package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.Assertions;
import org.ethotag.job.JobMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    private Path folder;

    @Test
    void aPortThatMayNotBeOpenedIsNamedWithWhatToDo() throws IOException {
        Files.createFile(folder.resolve("ttyACM3"));
        Files.createFile(folder.resolve("ttyUSB7"));
        var check = Doctor.ports(folder, port -> !port.endsWith("ttyUSB7"));
        assertThat(check.works()).isFalse();
        assertThat(check.state()).contains("ttyUSB7").doesNotContain("ttyACM3");
        assertThat(check.advice()).contains("usermod -aG dialout");
    }

    @Test
    void portsOfTagsAreCountedAndOtherDevicesAreNot() throws IOException {
        for (String name : List.of("ttyACM0", "ttyACM11", "ttyUSB2", "tty1", "ttyS0", "sda")) {
            Files.createFile(folder.resolve(name));
        }
        var check = Doctor.ports(folder, _ -> true);
        assertThat(check.works()).isTrue();
        assertThat(check.state()).startsWith("3 ");
    }

    @Test
    void aFolderThatCannotBeWrittenIsATroubleWithAdvice() throws IOException {
        var file = Files.writeString(folder.resolve("no folder"), "x");
        var checks = Doctor.examine(new UserFolder(file), JobMonitor.unwatched());
        assertThat(checks)
                .filteredOn(check -> check.state().contains(file.toString()))
                .singleElement()
                .satisfies(check -> assertThat(List.of(
                                check.works(), check.needed(), check.advice().isEmpty()))
                        .isEqualTo(List.of(false, true, false)));
    }

    @Test
    void lookingLeavesNothingBehindAndSaysWhatItLooksAt() throws IOException {
        var said = new ArrayList<String>();
        var checks = Doctor.examine(new UserFolder(folder), new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                said.add(doing);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertThat(said)
                .containsExactlyElementsOf(
                        checks.stream().map(Doctor.Check::what).toList());
        assertThat(checks).allMatch(check -> check.works() == check.advice().isEmpty());
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void itStopsWhenItIsCancelled() {
        Assertions.assertThatThrownBy(() -> Doctor.examine(new UserFolder(folder), new JobMonitor() {
                    @Override
                    public void progress(double fraction, String doing) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }
}
