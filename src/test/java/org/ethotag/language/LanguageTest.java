package org.ethotag.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.LOCALE)
class LanguageTest {
    private static final Locale SPAIN = Locale.of("es", "ES");
    private static final Locale MEXICO = Locale.of("es", "MX");

    @TempDir
    private Path folder;

    @Test
    void whoeverChoseEnglishOnASpanishSystemReadsEnglish() throws Exception {
        assertThat(Spoken.in(
                        SPAIN, Language.ENGLISH, () -> Messages.of("dataset").getString("leak.SAME_WINDOW")))
                .contains("windows are learnt from and tested on at once");
    }

    @Test
    void filesAreEnglishWhateverIsSpoken() throws Exception {
        assertThat(Spoken.in(
                        SPAIN,
                        Language.SPANISH,
                        () -> Messages.forFiles(() -> Messages.text("dataset", "leak.SAME_WINDOW", 1.5, "s"))))
                .contains("windows are learnt from and tested on at once");
    }

    @Test
    void numbersOfTheWindowAreThoseOfTheCountryAndThoseOfFilesHaveAPoint() throws Exception {
        assertThat(Spoken.in(SPAIN, Language.SPANISH, () -> String.format(Messages.locale(), "%.1f", 0.5)))
                .isEqualTo("0,5");
        assertThat(Spoken.in(MEXICO, Language.SPANISH, () -> String.format(Messages.locale(), "%.1f", 0.5)))
                .isEqualTo("0.5");
        assertThat(Spoken.in(
                        SPAIN,
                        Language.SPANISH,
                        () -> Messages.forFiles(() -> String.format(Messages.locale(), "%.1f", 0.5))))
                .isEqualTo("0.5");
    }

    @Test
    void whoeverChoseSpanishOnAnEnglishSystemReadsSpanish() throws Exception {
        assertThat(Spoken.in(
                        Locale.US,
                        Language.SPANISH,
                        () -> Messages.of("dataset").getString("leak.SAME_WINDOW")))
                .contains("sirven a la vez para aprender y para probar");
    }

    @Test
    void aSystemWhoseLanguageWeDoNotSpeakReadsEnglish() {
        assertThat(Language.of(Locale.JAPAN)).isEqualTo(Language.ENGLISH);
    }

    @Test
    void aLanguageIsSpokenAsInTheCountryOfTheComputer() {
        assertThat(Language.SPANISH.locale(MEXICO)).isEqualTo(MEXICO);
        assertThat(Language.SPANISH.locale(Locale.US)).isEqualTo(Locale.of("es", "US"));
        assertThat(Language.ENGLISH.locale(SPAIN)).isEqualTo(Locale.of("en", "ES"));
    }

    @Test
    void theCommandLineComesBeforeTheEnvironmentBeforeTheChoiceBeforeTheSystem() {
        assertThat(start(List.of(), "", Optional.empty())).isEqualTo(Language.SPANISH);
        assertThat(start(List.of(), "", Optional.of(Language.ENGLISH))).isEqualTo(Language.ENGLISH);
        assertThat(start(List.of(), "es", Optional.of(Language.ENGLISH))).isEqualTo(Language.SPANISH);
        assertThat(start(List.of("--language", "en", "doctor"), "es", Optional.empty()))
                .isEqualTo(Language.ENGLISH);
        assertThat(start(List.of("doctor", "--language=system"), "en", Optional.of(Language.ENGLISH)))
                .isEqualTo(Language.SPANISH);
    }

    @Test
    void theWordsThatNameTheLanguageAreTakenOffTheCommandLine() {
        var start = StartLanguage.of(
                List.of("import", "--language", "es", "Herd"), Optional.empty(), Optional.empty(), Locale.US);
        assertThat(start).isEqualTo(new StartLanguage(Language.SPANISH, List.of("import", "Herd")));
    }

    @Test
    void documentsForProgramsAreEnglish() {
        assertThat(start(List.of("--language", "es", "tags", "--json"), "es", Optional.of(Language.SPANISH)))
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void aLanguageThatThereIsNotIsRefusedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(List.of("--language", "de"), "", Optional.empty()))
                .withMessage(
                        "Unknown language \"de\" for --language or ETHOTAG_LANGUAGE: there are en, es and system.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(List.of("doctor", "--language"), "", Optional.empty()));
    }

    @Test
    void aChoiceIsKeptAndCanBeTakenBack() throws IOException {
        var setting = LanguageSetting.in(folder.resolve("not").resolve("yet"));
        setting.write(Optional.of(Language.SPANISH));
        assertThat(setting.read()).contains(Language.SPANISH);
        setting.write(Optional.empty());
        assertThat(setting.read()).isEmpty();
        assertThat(setting.file()).doesNotExist();
    }

    @Test
    void aSettingThatSaysNothingKnownCountsAsNone() throws IOException {
        var setting = LanguageSetting.in(folder);
        Files.write(setting.file(), new byte[] {(byte) 0xff, 'e', 's'});
        assertThat(setting.read()).isEmpty();
        Files.writeString(setting.file(), "es".repeat(1000));
        assertThat(setting.read()).isEmpty();
        Files.delete(setting.file());
        Files.createDirectory(setting.file());
        assertThat(setting.read()).isEmpty();
    }

    private static Language start(List<String> arguments, String environment, Optional<Language> chosen) {
        return StartLanguage.of(arguments, Optional.of(environment), chosen, MEXICO)
                .language();
    }
}
