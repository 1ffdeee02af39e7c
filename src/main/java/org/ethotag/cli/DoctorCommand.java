package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.workflow.Doctor;

/** {@code ethotag doctor}: what works here and what to do about the rest. */
@picocli.CommandLine.Command(
        name = "doctor",
        description = "Checks engine, native libraries, serial rights, compiler and emulator, and says what to do.")
final class DoctorCommand extends Command {
    @Override
    public Integer call() {
        List<Doctor.Check> checks = Doctor.examine();
        var table = new TextTable("what", "state");
        var advice = new StringBuilder();
        var documents = checks.stream()
                .map(check -> {
                    table.row(check.what(), check.state());
                    if (!check.works()) {
                        advice.append(System.lineSeparator()).append(check.advice());
                    }
                    var document = new LinkedHashMap<String, Object>();
                    document.put("what", check.what());
                    document.put("works", check.works());
                    document.put("needed", check.needed());
                    document.put("state", check.state());
                    document.put("advice", check.advice());
                    return (Map<String, Object>) document;
                })
                .toList();
        answer(Map.of("checks", documents), table + advice.toString());
        return checks.stream().allMatch(check -> check.works() || !check.needed()) ? DONE : PROBLEM;
    }
}
