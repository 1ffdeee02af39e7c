package org.ethotag.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.ethotag.cli.Installation;
import org.ethotag.diagnosis.ProgramLog;
import org.ethotag.language.LanguageSetting;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Command;
import org.ethotag.ui.control.CommandPalette;
import org.ethotag.ui.control.KeyBook;
import org.ethotag.ui.control.PictureExport;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.control.Toasts;
import org.ethotag.ui.doctor.DoctorViewModel;
import org.ethotag.ui.doctor.DoctorWindow;
import org.ethotag.ui.ethogram.EthogramView;
import org.ethotag.ui.ethogram.EthogramViewModel;
import org.ethotag.ui.evaluation.ComparisonView;
import org.ethotag.ui.evaluation.ComparisonViewModel;
import org.ethotag.ui.evaluation.LabelDesk;
import org.ethotag.ui.flash.FlashView;
import org.ethotag.ui.flash.FlashViewModel;
import org.ethotag.ui.flash.ResultSound;
import org.ethotag.ui.help.HelpViewModel;
import org.ethotag.ui.help.HelpWindow;
import org.ethotag.ui.history.HistoryView;
import org.ethotag.ui.history.HistoryViewModel;
import org.ethotag.ui.job.JobBoard;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.label.LabelView;
import org.ethotag.ui.label.LabelViewModel;
import org.ethotag.ui.log.LogViewModel;
import org.ethotag.ui.log.LogWindow;
import org.ethotag.ui.mounting.MountingsDialog;
import org.ethotag.ui.mounting.MountingsViewModel;
import org.ethotag.ui.problem.ProblemPresenter;
import org.ethotag.ui.project.RecoveryView;
import org.ethotag.ui.project.RecoveryViewModel;
import org.ethotag.ui.project.RecoveryWindow;
import org.ethotag.ui.quantization.QuantizationView;
import org.ethotag.ui.quantization.QuantizationViewModel;
import org.ethotag.ui.recording.ImportViewModel;
import org.ethotag.ui.recording.SessionsView;
import org.ethotag.ui.recording.SessionsViewModel;
import org.ethotag.ui.result.AgreementViewModel;
import org.ethotag.ui.result.ResultView;
import org.ethotag.ui.result.ResultViewModel;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.theme.Magnification;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.ui.tour.TourMemory;
import org.ethotag.ui.tour.TourPanel;
import org.ethotag.ui.tour.TourRing;
import org.ethotag.ui.tour.TourSigns;
import org.ethotag.ui.tour.TourViewModel;
import org.ethotag.ui.trace.Lane;
import org.ethotag.ui.training.TrainingView;
import org.ethotag.ui.training.TrainingViewModel;
import org.ethotag.workflow.UserFolder;
import org.kordamp.ikonli.feather.Feather;

/** Wires the window by hand: settings, jobs, view models and pages. */
public final class Desktop {
    private static final double FIRST_WIDTH = 1280;
    private static final double FIRST_HEIGHT = 800;
    private static final double SMALLEST_WIDTH = 900;
    private static final double SMALLEST_HEIGHT = 660;
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

    /** The frame that lays the trace out, and the one that has it on the screen when it begins. */
    private static final int FIRST_FRAMES = 2;

    /** The toolkit scales them again for each: that may not keep the first trace waiting. */
    private static final int FRAMES_BEFORE_ICONS = 30;

    /** A user who sees nothing for half a second doubts the click: Nielsen, Usability Engineering, 1993, 5.5. */
    private static final Duration LONGEST_WAIT = Duration.millis(500);

    private static final String SESSIONS = "sessions";
    private static final String LABEL = "label";
    private static final String BEHAVIOURS = "ethogram";
    private static final String RESULTS = "results";
    private static final String TRAIN = "train";
    private static final String QUANTIZE = "quantize";
    private static final String KEYS = "label.keys";

    /** What the help menu offers. */
    private static final List<String> HELP = List.of(
            "window.help", "window.guide", "window.tour", "window.tour-anew", KEYS, "window.doctor", "window.report");

    private final Stage stage;
    private final UserSettings settings;
    private final ProblemPresenter problems = new ProblemPresenter();
    private final ProgramLog log = ProgramLog.listening();
    private final StudyViewModel study;
    private final ObjectProperty<Look> look;
    private final LabelViewModel label;
    private final TrainingViewModel training;
    private final FlashViewModel flash;
    private final SessionsView sessionsView;
    private final Shell shell;
    private final SizeChoice sizeChoice;
    private final Toasts toasts = new Toasts();
    private final JobNews news;
    private final CommandPalette palette;
    private final ShellCommands shellCommands;
    private final StudyCommands commands;
    private final HelpWindow help;
    private final TourViewModel tour;
    private final StringProperty tourTitle = new SimpleStringProperty("");
    private final StringProperty tourLine = new SimpleStringProperty("");
    private final ResultViewModel results;
    /** Recordings that came before there was a study for them. */
    private List<Path> waiting = List.of();

    Desktop(Stage stage, Jobs jobs, JobBoard board, UserSettings settings, Sources sources) {
        this.stage = stage;
        this.settings = settings;
        study = new StudyViewModel(jobs, problems::show);
        study.onOpened(this::opened);
        study.sessions().subscribe(this::countSessions);
        look = new SimpleObjectProperty<>(settings.look());
        var sessions = new SessionsViewModel(jobs, study, sources.importer(), problems::show);
        var mountings = new MountingsViewModel(jobs, study, problems::show);
        var imports = new ImportViewModel(jobs, sources.user()::importPresets, problems::show);
        var sessionPieces = Pieces.oneByOne();
        sessionsView = new SessionsView(
                sessions,
                imports,
                study,
                () -> go(LABEL),
                () -> new MountingsDialog(stage.getScene(), mountings).show(),
                sessionPieces);
        label = new LabelViewModel(jobs, study, sources.traces(), problems::show);
        rememberLabelling();
        var book = new KeyBook(name -> settings.choice(name, ""), settings::setChoice);
        palette = new CommandPalette(book);
        shellCommands = new ShellCommands(book);
        shellCommands.addPalette(palette::open);
        var comparison = new ComparisonViewModel(jobs, study, problems::show, desk());
        var labelPieces = Pieces.oneByOne();
        var labelView = labelView(jobs, book, comparison, labelPieces);
        training = new TrainingViewModel(jobs, study, problems::show);
        results = new ResultViewModel(jobs, study, problems::show, this::openInTrace);
        var quantization = new QuantizationViewModel(
                jobs, study, problems::show, this::openInTrace, sources.user()::profiles, sources.user()::signingKey);
        flash = new FlashViewModel(jobs, study, sources.tags(), problems::show, ResultSound::play);
        flash.sounds().mutedProperty().set(settings.flag("muted"));
        flash.sounds().mutedProperty().subscribe(muted -> settings.setFlag("muted", muted));
        var ethogramView = ethogramView(jobs, labelView);
        commands = new StudyCommands(study, () -> stage, sources.user());
        var language = new LanguageChoice(LanguageSetting.in(sources.user().folder()), problems::show);
        sizeChoice = new SizeChoice(new Magnification(settings));
        shell = new Shell(
                new Header(
                        study, commands, language, sizeChoice, settings::recentStudies, look, new HelpMenu(book, HELP)),
                new Welcome(study, jobs, settings, look, beginnings()),
                List.of(
                        new Page(SESSIONS, Texts.of("page.sessions"), Feather.DATABASE, sessionsView, sessionPieces),
                        new Page(LABEL, Texts.of("page.label"), Feather.EDIT_3, labelView, labelPieces),
                        new Page(RESULTS, Texts.of("page.results"), Feather.BAR_CHART_2, resultView(jobs)),
                        trainPage(),
                        new Page(
                                "compare",
                                Texts.of("page.compare"),
                                Feather.GRID,
                                pieces -> compare(jobs, comparison, pieces)),
                        new Page(
                                QUANTIZE,
                                Texts.of("page.quantize"),
                                Feather.LAYERS,
                                pieces -> new QuantizationView(quantization, () -> go(TRAIN), pieces)),
                        new Page(
                                "tag",
                                Texts.of("page.tag"),
                                Feather.CPU,
                                pieces -> new FlashView(flash, () -> go(QUANTIZE), pieces)),
                        new Page(BEHAVIOURS, Texts.of("page.behaviours"), Feather.TAG, ethogramView),
                        safetyPage(jobs),
                        historyPage(jobs)),
                study,
                problems,
                board);
        tour = tour(comparison, sources.user());
        help = new HelpWindow(new HelpViewModel(jobs, problems::show), look, () -> showKeys(book));
        explain(jobs, sources.user());
        addReport(jobs);
        news = new JobNews(board, toasts, shell.currentProperty()::get, stage.focusedProperty());
        shellCommands.addPages(shell.pages(), study, this::go);
        shellCommands.addStudy(commands, study.projectProperty().isNull(), look);
        shellCommands.addLanguages(language);
        shellCommands.addSizes(sizeChoice);
    }

    private LabelView labelView(Jobs jobs, KeyBook book, ComparisonViewModel comparison, Pieces pieces) {
        return new LabelView(
                label,
                study,
                look,
                book,
                () -> go(LABEL),
                () -> go(SESSIONS),
                BesideTrace.pages(jobs, study, label, comparison, look, problems::show),
                pieces);
    }

    private TourViewModel tour(ComparisonViewModel comparison, UserFolder user) {
        var signs = new TourSigns(
                study, label, training, comparison.chosen(), flash, shell.currentProperty(), results.drawnProperty());
        var places = new TourViewModel.Places(
                user.folder(), () -> Installation.ofThisProgram().sampleFiles(), this::go, this::importFiles);
        return new TourViewModel(new TourMemory(name -> settings.choice(name, ""), settings::setChoice), signs, places);
    }

    /** What the welcome page says of the tour: to begin, or to go on. */
    private void nameTour() {
        boolean resumes = tour.canResume();
        tourTitle.set(Texts.of(resumes ? "tour.menu.resume" : "tour.menu"));
        tourLine.set(
                resumes
                        ? Texts.of("tour.welcome.resume", tour.resumesAt(), TourViewModel.steps())
                        : Texts.of("tour.welcome.line"));
    }

    /** Everything that the help menu offers. */
    private void explain(Jobs jobs, UserFolder user) {
        study.projectProperty().subscribe(_ -> nameTour());
        shell.addBelow(new TourPanel(tour));
        var doctor = new DoctorWindow(new DoctorViewModel(jobs, user), look);
        shellCommands.addTour(tour);
        shellCommands.addDoctor(() -> doctor.show(stage));
        shellCommands.addHelp(
                () -> help.showPage(stage, shell.currentProperty().get()),
                () -> help.showPage(stage, HelpWindow.EVERYTHING));
    }

    /** The program's messages: from the palette, the help menu, and from every problem that is a mistake of ours. */
    private void addReport(Jobs jobs) {
        var model = new LogViewModel(
                jobs,
                study,
                log,
                () -> Map.of(
                        "page",
                        shell.currentProperty().get(),
                        "look",
                        look.get().settingName()),
                problems::show);
        var window = new LogWindow(model, look);
        shellCommands.addReport(() -> window.show(stage));
        shell.onReport(() -> window.show(stage));
    }

    /** Also writes the program's messages to files in a folder. */
    void keepLog(Path folder) {
        log.writeTo(folder);
    }

    private void rememberLabelling() {
        label.trace().lanesProperty().set(Lane.named(settings.choice("lanes", "")));
        label.trace().lanesProperty().subscribe(lanes -> settings.setChoice("lanes", Lane.names(lanes)));
        label.blinding().rememberBy(settings::flag, settings::setFlag);
    }

    private Page safetyPage(Jobs jobs) {
        var recovery = new RecoveryViewModel(jobs, study, problems::show);
        var recoveryWindow = new RecoveryWindow(recovery, study);
        study.onUnreadable(folder -> recoveryWindow.show(stage, folder));
        return new Page(
                "safety", Texts.of("page.safety"), Feather.SHIELD, pieces -> new RecoveryView(recovery, study, pieces));
    }

    private Page trainPage() {
        return new Page(
                TRAIN,
                Texts.of("page.train"),
                Feather.ACTIVITY,
                pieces -> new TrainingView(training, () -> go(LABEL), pieces));
    }

    private Page historyPage(Jobs jobs) {
        var history = new HistoryViewModel(jobs, study, problems::show);
        return new Page(
                "history",
                Texts.of("page.history"),
                Feather.CLOCK,
                pieces -> new HistoryView(history, () -> go(SESSIONS), pieces));
    }

    /** The page where behaviours are edited; the label page reads again what was changed there when it is next seen. */
    private Function<Pieces, EthogramView> ethogramView(Jobs jobs, LabelView labelView) {
        var ethogram = new EthogramViewModel(jobs, study, problems::show);
        var stale = new SimpleBooleanProperty();
        ethogram.onChanged(() -> stale.set(true));
        labelView.visibleProperty().subscribe(visible -> {
            if (visible && stale.get()) {
                stale.set(false);
                study.reloadCurrent();
            }
        });
        label.behaviours().onEdit(() -> go(BEHAVIOURS));
        return pieces -> new EthogramView(ethogram, study, pieces);
    }

    private Function<Pieces, ResultView> resultView(Jobs jobs) {
        var agreement = new AgreementViewModel(jobs, study, problems::show, this::openInTrace);
        return pieces -> new ResultView(
                results,
                agreement,
                study,
                look,
                new PictureExport(
                        jobs.background(),
                        problems::show,
                        () -> study.nameProperty().get() + " results"),
                new PictureExport(
                        jobs.background(),
                        problems::show,
                        () -> study.nameProperty().get() + " agreement"),
                () -> go(LABEL),
                () -> go(TRAIN),
                pieces);
    }

    private ComparisonView compare(Jobs jobs, ComparisonViewModel comparison, Pieces pieces) {
        var export = new PictureExport(
                jobs.background(), problems::show, () -> study.nameProperty().get() + " sweep");
        return new ComparisonView(comparison, look, export, () -> go(TRAIN), pieces);
    }

    private List<Welcome.Beginning> beginnings() {
        return List.of(
                new Welcome.Beginning("welcome-tour", Feather.MAP, tourTitle, tourLine, () -> tour.start()),
                new Welcome.Beginning(
                        "welcome-sample",
                        Feather.GIFT,
                        Texts.of("shell.sample"),
                        Texts.of("welcome.sample.line"),
                        commands::sample),
                new Welcome.Beginning(
                        "welcome-import",
                        Feather.UPLOAD,
                        Texts.of("sessions.import"),
                        Texts.of("welcome.import.line"),
                        () -> importFiles(commands.recordings())),
                new Welcome.Beginning(
                        "welcome-new",
                        Feather.FOLDER_PLUS,
                        Texts.of("shell.new"),
                        Texts.of("welcome.new.line"),
                        commands::create),
                new Welcome.Beginning(
                        "welcome-open",
                        Feather.FOLDER,
                        Texts.of("shell.open"),
                        Texts.of("welcome.open.line"),
                        commands::open));
    }

    private void opened(Path folder) {
        settings.opened(folder);
        countSessions();
        var files = waiting;
        waiting = List.of();
        if (!files.isEmpty()) {
            new FramesLater(1, () -> importFiles(files)).start(); // the dialog waits for the user; the study must not
        }
    }

    private void countSessions() {
        study.project()
                .ifPresent(project ->
                        settings.counted(project.folder(), study.sessions().size()));
    }

    /** The key map is on the label page; without a session it has nothing to be for. */
    private void showKeys(KeyBook book) {
        book.command(KEYS).ifPresent(Command::run);
        stage.toFront();
        stage.requestFocus();
    }

    /** Shows the window. */
    void show() {
        Thread.currentThread().setUncaughtExceptionHandler(problems);
        var scene = new Scene(
                new SmallScreen(
                        new StackPane(shell, new TourRing(tour), toasts, palette), SMALLEST_WIDTH, SMALLEST_HEIGHT),
                sizeChoice.within(settings.length("width", FIRST_WIDTH), SmallScreen.width()),
                sizeChoice.within(settings.length("height", FIRST_HEIGHT), SmallScreen.height()));
        look.subscribe(chosen -> {
            chosen.applyTo(scene);
            settings.setLook(chosen);
        });
        shellCommands.install(scene);
        scene.setOnDragOver(this::dragOver);
        scene.setOnDragDropped(this::dropped);
        stage.setScene(scene);
        stage.setMinWidth(Math.min(SMALLEST_WIDTH, SmallScreen.width()));
        stage.setMinHeight(Math.min(SMALLEST_HEIGHT, SmallScreen.height()));
        new FramesLater(FRAMES_BEFORE_ICONS, () -> stage.getIcons().addAll(icons())).start();
        stage.titleProperty()
                .bind(news.markProperty()
                        .concat(study.nameProperty()
                                .map(name -> name.isEmpty() ? "Ethotag" : name + " \u2013 Ethotag")));
        stage.setMaximized(settings.flag("maximized"));
        stage.setOnHiding(_ -> remember());
        stage.show();
    }

    private static List<Image> icons() {
        return ICON_SIZES.stream()
                .map(size -> "/icons/ethotag-" + size + ".png")
                .map(name -> Objects.requireNonNull(Desktop.class.getResource(name), name))
                .map(place -> new Image(place.toExternalForm()))
                .toList();
    }

    private void remember() {
        settings.setFlag("maximized", stage.isMaximized());
        if (!stage.isMaximized()) {
            settings.setLength("width", stage.getScene().getWidth());
            settings.setLength("height", stage.getScene().getHeight());
        }
        study.close();
        log.close();
    }

    /**
     * Opens a study and shows the window with it, so that nothing is laid out that it would cover at once. A study that takes
     * its time, or cannot be opened, gets a window that says so.
     */
    void showWith(Path folder) {
        var once = new FirstSight(this::show);
        study.projectProperty().subscribe(open -> once.when(open != null));
        problems.causes().subscribe(() -> once.when(true));
        once.atLatest(LONGEST_WAIT);
        open(folder);
    }

    /** Opens a study in the window that is shown. */
    void open(Path folder) {
        study.open(folder);
    }

    /** Shows the first session's trace when a study opens, and says when its first picture has been drawn. */
    void onFirstTrace(Runnable shown) {
        go(LABEL);
        label.readyProperty().subscribe(ready -> {
            if (ready) {
                new FramesLater(FIRST_FRAMES, shown).start();
            }
        });
    }

    /** Shows a page. */
    void go(String page) {
        shell.go(page);
    }

    /** Shows a page with all that is seen at first sight at once, for tests. */
    void see(String page) {
        shell.goAtOnce(page);
    }

    private void openInTrace(String session, SampleRange range) {
        label.show(session, range);
        go(LABEL);
    }

    /** Windows of the compare page are opened and corrected on the label page. */
    private LabelDesk desk() {
        return new LabelDesk() {
            @Override
            public void open(String session, SampleRange range) {
                openInTrace(session, range);
            }

            @Override
            public void correct(String session, SampleRange range, String behaviour) {
                label.correct(session, range, behaviour);
            }
        };
    }

    /** What the training page shows, for tests. */
    TrainingViewModel training() {
        return training;
    }

    /** What the tag page shows, for tests. */
    FlashViewModel flash() {
        return flash;
    }

    /** The tour, for tests. */
    TourViewModel tour() {
        return tour;
    }

    /** Goes back to the welcome page, for tests. */
    void closeStudy() {
        commands.close();
    }

    /** The open study, for tests. */
    StudyViewModel study() {
        return study;
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        var files = event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(true);
        event.consume();
        files.stream()
                .filter(StudyCommands::isStudy)
                .findFirst()
                .ifPresentOrElse(this::openDropped, () -> importFiles(files));
    }

    private void openDropped(Path path) {
        open(StudyCommands.folderOf(path));
    }

    /** Asks how to read files and imports them into the open study, or into a new one that it asks for. */
    void importFiles(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        if (study.project().isPresent()) {
            shell.goAtOnce(SESSIONS);
            sessionsView.importFiles(files);
        } else {
            waiting = commands.create() ? files : List.of();
        }
    }
}
