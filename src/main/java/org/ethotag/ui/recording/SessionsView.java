package org.ethotag.ui.recording;

import java.io.File;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.ethotag.recording.Session;
import org.ethotag.recording.reading.ImportReport;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.SessionRow;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.trace.TimeTexts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The sessions of a study, and the way in for new ones. */
public final class SessionsView extends StackPane {
    private final SessionsViewModel model;
    private final ImportViewModel imports;
    private final StudyViewModel study;
    private final TableView<SessionRow> table;
    private final Runnable openSession;
    private final Runnable showMountings;

    /**
     * The page.
     *
     * @param openSession shows the current session where it is labelled
     * @param showMountings shows how the tags sit
     * @param pieces gets what the page is made of
     */
    public SessionsView(
            SessionsViewModel model,
            ImportViewModel imports,
            StudyViewModel study,
            Runnable openSession,
            Runnable showMountings,
            Pieces pieces) {
        this.model = model;
        this.imports = imports;
        this.study = study;
        this.openSession = openSession;
        this.showMountings = showMountings;
        table = table();
        getStyleClass().add("page");
        var empty = new EmptyState(
                        Feather.UPLOAD_CLOUD, Texts.of("sessions.empty.title"), Texts.of("sessions.empty.text"))
                .button("import-first", Texts.of("sessions.import"), Feather.UPLOAD, this::chooseFiles);
        var page = new BorderPane();
        pieces.add(this::header, page::setTop);
        pieces.add(() -> page.setRight(reports()));
        pieces.add(() -> page.setCenter(table));
        page.visibleProperty().bind(Bindings.isNotEmpty(study.sessions()));
        empty.visibleProperty().bind(Bindings.isEmpty(study.sessions()));
        getChildren().addAll(empty, page);
    }

    private Node header() {
        var selection = table.getSelectionModel();
        var remove = new Button(Texts.of("sessions.remove"), Icons.of(Feather.TRASH_2));
        remove.setId("remove-session");
        remove.disableProperty()
                .bind(Bindings.isNull(selection.selectedItemProperty()).or(study.readOnlyProperty()));
        remove.setOnAction(_ -> confirmRemoval());
        var open = new Button(Texts.of("sessions.open"), Icons.of(Feather.EDIT_3));
        open.setId("open-session");
        open.disableProperty().bind(Bindings.isNull(selection.selectedItemProperty()));
        open.setOnAction(_ -> openSelected());
        var add = new Button(Texts.of("sessions.import"), Icons.of(Feather.UPLOAD));
        add.setId("import");
        add.getStyleClass().add("accent");
        add.disableProperty().bind(study.readOnlyProperty());
        add.setOnAction(_ -> chooseFiles());
        var sitting = new Button(Texts.of("mounting.button"), Icons.of(Feather.COMPASS));
        sitting.setId("show-mountings");
        sitting.setOnAction(_ -> showMountings.run());
        var header = new PageHeader(Texts.of("sessions.title"), "", remove, sitting, open, add);
        study.sessions().subscribe(() -> header.setLine(summary()));
        return header;
    }

    private String summary() {
        long animals = study.sessions().stream()
                .map(row -> row.session().animal())
                .distinct()
                .count();
        return Texts.of("sessions.summary", study.sessions().size(), animals);
    }

    private TableView<SessionRow> table() {
        var view = new TableView<>(study.sessions());
        view.setId("sessions");
        view.setAccessibleText(Texts.of("sessions.title"));
        view.getStyleClass().add("sessions-table");
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.getColumns()
                .setAll(List.of(
                        column(
                                Texts.of("sessions.animal"),
                                110,
                                row -> row.session().animal()),
                        column(
                                Texts.of("sessions.name"),
                                200,
                                row -> row.session().name()),
                        column(Texts.of("sessions.start"), 210, row -> start(row.session())),
                        column(Texts.of("sessions.length"), 110, row -> length(row.session())),
                        column(Texts.of("sessions.rate"), 80, row -> rate(row.session())),
                        labelled()));
        view.getColumns().getFirst().getStyleClass().add("first-column");
        view.setRowFactory(_ -> {
            var row = new TableRow<SessionRow>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && !row.isEmpty()) {
                    openSelected();
                }
            });
            return row;
        });
        view.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        return view;
    }

    private static TableColumn<SessionRow, String> column(
            String title, double width, Function<SessionRow, String> text) {
        var column = new TableColumn<SessionRow, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    private static Locale locale() {
        return Locale.getDefault(Locale.Category.FORMAT);
    }

    private static String start(Session session) {
        return TimeTexts.minute(session.start(), session.zone(), locale())
                + DateTimeFormatter.ofPattern(" zzz", locale())
                        .format(session.start().atZone(session.zone()));
    }

    private static String length(Session session) {
        return TimeTexts.duration(session.rate().durationOf(session.lengthSamples()), locale());
    }

    private static String rate(Session session) {
        return String.format(locale(), "%.4g Hz", session.rate().hertz());
    }

    private static TableColumn<SessionRow, SessionRow> labelled() {
        var column = new TableColumn<SessionRow, SessionRow>(Texts.of("sessions.labelled"));
        column.setPrefWidth(190);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(Comparator.comparingDouble(SessionRow::labelledFraction));
        column.setCellFactory(_ -> new LabelledCell());
        return column;
    }

    private void openSelected() {
        var row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            study.currentProperty().set(row.session());
            openSession.run();
        }
    }

    private void confirmRemoval() {
        var chosen = table.getSelectionModel().getSelectedItems().stream()
                .map(SessionRow::session)
                .toList();
        var alert = new Alert(Alert.AlertType.CONFIRMATION);
        alert.initOwner(getScene().getWindow());
        alert.setHeaderText(Texts.of("sessions.remove.question", chosen.size()));
        alert.setContentText(Texts.of("sessions.remove.consequence"));
        alert.showAndWait().filter(ButtonType.OK::equals).ifPresent(_ -> study.remove(chosen));
    }

    private Node reports() {
        var title = new Label(Texts.of("sessions.reports"));
        title.getStyleClass().add("title-4");
        var cards = new VBox();
        cards.getStyleClass().add("cards");
        model.reports().addListener((ListChangeListener<ImportReport>) _ -> cards.getChildren()
                .setAll(model.reports().stream().map(ReportPane::new).toList()));
        var box = new VBox(title, cards);
        box.getStyleClass().add("side");
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("side-scroll");
        scroll.visibleProperty().bind(Bindings.isNotEmpty(model.reports()));
        scroll.managedProperty().bind(scroll.visibleProperty());
        return scroll;
    }

    /** Asks for files, then how to read them. */
    public void chooseFiles() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("sessions.import"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                Texts.of("import.filter"),
                                "*.csv",
                                "*.txt",
                                "*.tsv",
                                "*.dat",
                                "*.gz",
                                "*.cwa",
                                "*.gt3x"),
                        new FileChooser.ExtensionFilter(Texts.of("import.filter.all"), "*.*"));
        @Nullable List<File> files = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (files != null) {
            importFiles(files.stream().map(File::toPath).toList());
        }
    }

    /** Asks how to read files, then imports them. */
    public void importFiles(List<Path> files) {
        if (!files.isEmpty() && !study.readOnlyProperty().get()) {
            new ImportDialog(getScene(), files, model.animals(), imports)
                    .showAndWait()
                    .ifPresent(settings -> model.importFiles(files, settings));
        }
    }
}
