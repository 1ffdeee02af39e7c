package org.ethotag.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.flash.TagSighting.Trouble;
import org.ethotag.flash.TagWatch.Changes;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemCode;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagWatchTest {
    @TempDir
    Path folder;

    private final List<TagPort> plugged = new ArrayList<>();
    private final TagWatch watch = new TagWatch(() -> List.copyOf(plugged), List::of);

    @Test
    void whatIsPluggedInAndOutIsToldOnce() {
        var first = port("COM3");
        var second = port("COM4");
        plugged.add(first);
        assertEquals(changes(List.of(first), List.of(), List.of(first)), watch.look());
        plugged.add(second);
        assertEquals(changes(List.of(second), List.of(), List.of(first, second)), watch.look());
        assertEquals(changes(List.of(), List.of(), List.of(first, second)), watch.look());
        plugged.remove(first);
        assertEquals(changes(List.of(), List.of(first), List.of(second)), watch.look());
    }

    @Test
    void aDeviceThatCameBackAtTheSamePathBetweenTwoLooksIsOutAndIn() throws IOException {
        var device = Files.createFile(folder.resolve("ttyACM0"));
        var port = port(device.toString());
        plugged.add(port);
        watch.look();
        Files.move(device, folder.resolve("gone")); // keeps its inode, so that the new file cannot have it
        Files.createFile(device);
        assertEquals(changes(List.of(port), List.of(port), List.of(port)), watch.look());
    }

    @Test
    void aTagWithoutADriverIsShownWithTheModuleThatItNeeds() throws IOException {
        usb("1-1", "10c4", "ea60", "CP2102N USB to UART", false);
        usb("1-2", "0403", "6001", "FT232R", true);
        usb("1-3", "2fe3", "0100", "", false);
        usb("1-4", "046d", "c077", "Mouse", false);
        var devices = new UsbDevices(folder, TagProfiles.builtIn());
        assertThat(devices.withoutDriver())
                .containsExactly(
                        new UsbDevices.Device("CP2102N USB to UART", "S-1-1", 0x10C4, 0xEA60, "cp210x"),
                        new UsbDevices.Device("USB 2fe3:0100", "S-1-3", 0x2FE3, 0x0100, "cdc_acm"));
        assertThat(new UsbDevices(folder.resolve("no such folder"), TagProfiles.builtIn()).withoutDriver())
                .isEmpty();
    }

    @Test
    void aPortOfAGroupNamesTheGroupAndOneOfTheAdministratorAlone() throws IOException {
        var device = Files.createFile(folder.resolve("ttyUSB0"));
        Files.setPosixFilePermissions(device, PosixFilePermissions.fromString("rw-------"));
        assertEquals(
                FlashProblem.PORT_NEEDS_RULE,
                PortRights.noRights(device.toString()).problem().code());
        assertThat(Problem.of(FlashProblem.PORT_NEEDS_GROUP, "/dev/ttyUSB0", "uucp", "ana")
                        .next())
                .isEqualTo("Run: sudo usermod -aG uucp ana, then log out and in again.");
        assertEquals(
                FlashProblem.PORT_NO_RIGHTS,
                PortRights.noRights(folder.resolve("not-there").toString())
                        .problem()
                        .code());
    }

    @Test
    void theProgramThatHasAPortIsNamed() throws IOException {
        var device = Files.createFile(folder.resolve("ttyUSB1")).toRealPath();
        var process = Files.createDirectories(folder.resolve("proc/4711/fd"));
        Files.createSymbolicLink(process.resolve("3"), device);
        Files.writeString(folder.resolve("proc/4711/comm"), "minicom\n");
        Files.createDirectories(folder.resolve("proc/4712/fd"));
        assertThat(PortRights.holder(device.toString(), folder.resolve("proc"))).containsExactly("minicom (4711)");
    }

    @Test
    void everyTroubleIsToldApart() {
        for (var expected : List.of(
                new Told(FlashProblem.PORT_NEEDS_GROUP, Trouble.NO_RIGHTS),
                new Told(FlashProblem.PORT_NO_RIGHTS, Trouble.NO_RIGHTS),
                new Told(FlashProblem.PORT_BUSY, Trouble.BUSY),
                new Told(FlashProblem.PORT_BUSY_WITH, Trouble.BUSY),
                new Told(FlashProblem.NO_ANSWER, Trouble.NO_ANSWER),
                new Told(FlashProblem.LINE_LOST, Trouble.VANISHED),
                new Told(FlashProblem.PORT_GONE, Trouble.VANISHED),
                new Told(FlashProblem.PORT_NOT_OPENED, Trouble.NOT_OPENED))) {
            var probe = new TagProbe(path -> {
                throw new ProblemException(expected.code(), path, "a", "b");
            });
            var sighting = (TagSighting.Troubled) probe.ask(port("COM9"));
            assertEquals(expected, new Told(sighting.problem().code(), sighting.kind()));
        }
    }

    private record Told(ProblemCode code, Trouble kind) {}

    private void usb(String name, String vendor, String product, String title, boolean driven) throws IOException {
        var device = Files.createDirectories(folder.resolve(name));
        Files.writeString(device.resolve("idVendor"), vendor + "\n");
        Files.writeString(device.resolve("idProduct"), product + "\n");
        Files.writeString(device.resolve("serial"), "S-" + name + "\n");
        if (!title.isEmpty()) {
            Files.writeString(device.resolve("product"), title + "\n");
        }
        var contact = Files.createDirectories(device.resolve(name + ":1.0"));
        if (driven) {
            Files.createDirectory(contact.resolve("driver"));
        }
    }

    private static Changes changes(List<TagPort> in, List<TagPort> out, List<TagPort> present) {
        return new Changes(in, out, present, List.of());
    }

    private static TagPort port(String path) {
        return new TagPort(path, "a port", "T-1", 0x2FE3, 0x0100);
    }
}
