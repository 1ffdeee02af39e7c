package org.ethotag.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ethotag.testkit.Trials.trials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagProfilesTest {
    @Test
    void threeKindsOfTagsComeWithTheProgram() {
        assertThat(TagProfiles.builtIn().all())
                .extracting(
                        TagProfile::id,
                        profile -> profile.sensor().name(),
                        profile -> profile.mcu().core())
                .containsExactly(
                        tuple("collar-cc2650", "MPU9250", "cortex-m3"),
                        tuple("ear-nrf52840", "BMA400", "cortex-m4f"),
                        tuple("virtual", "replay of golden windows", "cortex-m3"));
    }

    @Test
    void theVirtualTagTakesWhatItsSlotsTake() {
        assertThat(FlashRules.of(TagProfiles.builtIn().named("virtual"))).isEqualTo(FlashRules.usual());
    }

    @Test
    void aUsersOwnProfileIsAddedAndWins(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.json"), virtual().replace("\"virtual\"", "\"mine\""));
        Files.writeString(folder.resolve("other.json"), virtual().replace("Virtual tag", "My virtual tag"));
        var profiles = TagProfiles.builtIn().withFolder(folder);
        assertThat(profiles.all()).extracting(TagProfile::id).contains("mine", "virtual", "ear-nrf52840");
        assertThat(profiles.named("virtual").name()).isEqualTo("My virtual tag");
        assertThat(profiles.withFolder(folder.resolve("missing")).all()).hasSize(4);
    }

    @Test
    void anUnknownProfileIsAProblemThatListsTheKnownOnes() {
        assertThatThrownBy(() -> TagProfiles.builtIn().named("nose"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        unknown -> assertThat(unknown.problem().why())
                                .contains("collar-cc2650", "ear-nrf52840", "virtual"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48000000 | 0 | mcu.clockHz",
                "[10, 50, 62.5] | [] | sensor.ratesHz",
                "[10, 50, 62.5] | [0] | sensor.ratesHz",
                "mcuboot-pair | wish | linkMode",
                "1.0.0 | 1.x | minimumFirmware",
                "1.0.0 | 300.0.0 | minimumFirmware",
                "81920 | 5 | slotBytes",
                "\"id\": \"virtual\" | \"id\": \"My Tag\" | id",
                "\"hardwareId\" | \"hardware\" | hardware",
                "\"volts\": 3.6, | \"\": 3.6, | battery."
            })
    void theFirstWrongFieldIsNamed(String from, String to, String field) throws IOException {
        String json = virtual().replace(from, to);
        assertThatThrownBy(() -> ProfileReader.read("my.json", json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(ProblemException.class, wrong -> {
                    assertThat(wrong.problem().code()).isEqualTo(FlashProblem.PROFILE_FIELD);
                    assertThat(wrong.problem().what()).contains("my.json", "\"" + field);
                });
    }

    @Test
    void aWrongFieldIsFoundByItsLineAndColumn() throws IOException {
        String json = virtual().replace("\"modelImage\": 1", "\"modelImage\": 0");
        assertThatThrownBy(() -> ProfileReader.read("my.json", json.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining(
                        "my.json, line 9, column 17, the field \"modelImage\" is wrong: 0 is not from 1 to 255.");
        String broken = virtual().replace("\"usual\"", "").replace("\"linkMode\":", "\"linkMode\" ");
        assertThatThrownBy(() -> ProfileReader.read("my.json", broken.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wrong -> assertThat(wrong.problem().what()).contains("my.json:8:"));
    }

    @Test
    void damagedFilesAreProblemsAndNothingElse() throws IOException {
        byte[] good = virtual().getBytes(StandardCharsets.UTF_8);
        trials(5_000, random -> {
            byte[] bad = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
            for (int i = random.nextInt(4); i >= 0 && bad.length > 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(ProfileReader.read("x", bad)).isNotNull();
            } catch (ProblemException expected) {
                assertThat(expected.problem().code()).isIn(FlashProblem.PROFILE_FIELD, FlashProblem.PROFILE_UNREADABLE);
            }
        });
    }

    private static String virtual() throws IOException {
        try (var in = TagProfiles.class.getResourceAsStream("/tag-profiles/virtual.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
