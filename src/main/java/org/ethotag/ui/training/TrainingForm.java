package org.ethotag.ui.training;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.training.Optimiser;
import org.ethotag.ui.control.AsideTexts;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Form;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.training.TrainingViewModel.TeacherSize;
import org.kordamp.ikonli.feather.Feather;

/** What to train, with defaults that are right for a first try. */
final class TrainingForm extends VBox {
    private static final double NAMES = 128;
    private static final double SHORT_FIELD = 104;
    private static final int LONGEST_WINDOW = 4096;
    private static final int MOST_EPOCHS = 2000;
    private static final int MOST_GROUPS = 1000;
    private static final int MOST_OVERLAP = 90;
    private static final int LARGEST_BATCH = 1024;
    private static final double SMALLEST_RATE = 1e-6;
    private static final double LARGEST_RATE = 10;
    /** As on the command line: far more than any tag has memory for. */
    private static final int MOST_UNITS = 1024;

    private static final List<Integer> SIZES = List.of(8, 16, 32, 64, 128);

    private final TrainingViewModel model;
    private final NetworkCosts costs;

    /** @param pieces gets the form's parts */
    TrainingForm(TrainingViewModel model, Pieces pieces) {
        this.model = model;
        this.costs = new NetworkCosts(model);
        getStyleClass().add("train-form");
        var fields = new VBox();
        part(fields, "train.windows", this::windows, pieces);
        part(fields, "train.protocol", this::protocol, pieces);
        part(fields, "train.learning", this::learning, pieces);
        part(fields, "model.teacher", this::teacher, pieces);
        part(fields, "train.students", this::students, pieces);
        fields.getStyleClass().add("train-fields");
        fields.disableProperty().bind(model.stateProperty().map(_ -> model.running()));
        var scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, start());
    }

    private static void part(VBox fields, String title, Supplier<Node> part, Pieces pieces) {
        pieces.add(part, made -> fields.getChildren().addAll(title(Texts.of(title)), made));
    }

    private static Label title(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("text-bold", "form-title");
        return label;
    }

    private Node windows() {
        var length = number(model.windowSamplesProperty(), 8, LONGEST_WINDOW, 1);
        length.setId("window-length");
        length.setAccessibleText(Texts.of("train.windows.length"));
        var seconds = new Label();
        seconds.getStyleClass().add("text-muted");
        model.windowSamplesProperty()
                .subscribe(_ ->
                        seconds.setText(Texts.of("train.windows.seconds", Numbers.fixed(model.windowSeconds(), 2))));
        var classes = new TextField();
        classes.setPromptText(Texts.of("train.classes.prompt"));
        classes.setTooltip(new Tooltip(Texts.of("train.classes.tooltip")));
        classes.textProperty().bindBidirectional(model.classesProperty());
        seconds.setMinWidth(USE_PREF_SIZE);
        var lengths = new HBox(length, seconds);
        lengths.getStyleClass().add("field-with-unit");
        length.setMinWidth(SHORT_FIELD);
        length.setPrefWidth(SHORT_FIELD);
        return new Form(NAMES)
                .row(Texts.of("train.windows.length"), lengths)
                .row(Texts.of("train.overlap"), number(model.overlapPercentProperty(), 0, MOST_OVERLAP, 5))
                .row(Texts.of("train.classes"), classes)
                .row(Texts.of("aside.title"), aside());
    }

    private Region aside() {
        var choice = choice(model.asideProperty(), AsideTexts.CHOICES, AsideTexts::name);
        choice.setId("set-aside");
        choice.setAccessibleText(Texts.of("aside.title"));
        choice.setTooltip(new Tooltip(Texts.of("aside.tooltip")));
        return choice;
    }

    /** What teacher and students share. */
    private Node learning() {
        var turns = new TextField();
        turns.setId("augmentation");
        turns.promptTextProperty().bind(model.usualAugmentationProperty());
        turns.setTooltip(new Tooltip(Texts.of("train.augment.tooltip")));
        turns.textProperty().bindBidirectional(model.augmentationProperty());
        var rare = new CheckBox(Texts.of("train.weights.rare"));
        rare.selectedProperty().bindBidirectional(model.classWeightsProperty());
        return new Form(NAMES)
                .row(Texts.of("train.augment"), turns)
                .row(Texts.of("train.batch"), number(model.batchProperty(), 2, LARGEST_BATCH, 16))
                .row(
                        Texts.of("train.optimiser"),
                        choice(model.optimiserProperty(), List.of(Optimiser.values()), TrainingForm::text))
                .row(Texts.of("train.patience"), patience())
                .row("", rare);
    }

    private Region patience() {
        var patience = number(model.patienceProperty(), 0, MOST_EPOCHS, 1);
        patience.setId("patience");
        patience.setTooltip(new Tooltip(Texts.of("train.patience.tooltip")));
        return patience;
    }

    private static String text(Optimiser optimiser) {
        return switch (optimiser) {
            case ADAM -> "Adam";
            case ADAMW -> "AdamW";
            case SGD -> "SGD";
            case RMSPROP -> "RMSprop";
        };
    }

    private Node protocol() {
        var choice = choice(model.protocolProperty(), List.of(Protocol.values()), TrainingForm::text);
        choice.setId("protocol");
        var animals = new FlowPane();
        animals.getStyleClass().add("held-out");
        Runnable refill = () -> animals.getChildren()
                .setAll(model.animals().stream().map(this::animal).toList());
        model.animals().subscribe(refill);
        refill.run();
        var held = new Form(NAMES).row(Texts.of("train.heldout"), animals);
        held.visibleProperty().bind(model.protocolProperty().isEqualTo(Protocol.HOLD_OUT));
        held.managedProperty().bind(held.visibleProperty());
        var hint = new Label();
        hint.textProperty()
                .bind(model.protocolProperty()
                        .map(protocol -> Texts.of(
                                protocol == Protocol.LEAKY ? "train.protocol.leaky.hint" : "train.protocol.hint")));
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().addAll("text-muted", "text-small");
        hint.visibleProperty().bind(held.visibleProperty().not());
        hint.managedProperty().bind(hint.visibleProperty());
        var known = new CheckBox(Texts.of("train.protocol.leaky.known"));
        known.setId("leaky-known");
        known.selectedProperty().bindBidirectional(model.leakyKnownProperty());
        known.visibleProperty().bind(model.protocolProperty().isEqualTo(Protocol.LEAKY));
        known.managedProperty().bind(known.visibleProperty());
        return box(new Form(NAMES).row(Texts.of("train.protocol.judge"), choice), groups(), held, hint, known);
    }

    private Region groups() {
        var count = number(model.groupsProperty(), 2, MOST_GROUPS, 1);
        count.setId("groups");
        count.setAccessibleText(Texts.of("train.groups"));
        var row = new Form(NAMES).row(Texts.of("train.groups"), count);
        row.visibleProperty().bind(model.protocolProperty().isEqualTo(Protocol.GROUPS_OF_ANIMALS));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private CheckBox animal(String name) {
        var box = new CheckBox(name);
        box.setMnemonicParsing(false);
        box.setSelected(model.heldOut().contains(name));
        box.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                model.heldOut().add(name);
            } else {
                model.heldOut().remove(name);
            }
        });
        return box;
    }

    private static String text(Protocol protocol) {
        return switch (protocol) {
            case HOLD_OUT -> Texts.of("train.protocol.holdout");
            case LEAVE_ONE_ANIMAL_OUT -> Texts.of("train.protocol.loao");
            case GROUPS_OF_ANIMALS -> Texts.of("train.protocol.groups");
            case LEAKY -> Texts.of("train.protocol.leaky");
        };
    }

    private Node teacher() {
        var fields = new Form(NAMES)
                .row(
                        Texts.of("train.size"),
                        choice(model.teacherSizeProperty(), List.of(TeacherSize.values()), TrainingForm::text))
                .row(Texts.of("train.epochs"), number(model.teacherEpochsProperty(), 1, MOST_EPOCHS, 1))
                .row(Texts.of("train.rate"), rate(model.teacherRateProperty()));
        return box(fields, costs.teacher());
    }

    private static VBox box(Node... parts) {
        var box = new VBox(parts);
        box.getStyleClass().add("form-box");
        return box;
    }

    private static String text(TeacherSize size) {
        return switch (size) {
            case FULL -> Texts.of("train.size.full");
            case HALF -> Texts.of("train.size.half");
            case QUARTER -> Texts.of("train.size.quarter");
        };
    }

    private Node students() {
        var perceptron = number(model.perceptronProperty(), 1, MOST_UNITS, 4);
        perceptron.setId("perceptron-units");
        perceptron.setTooltip(new Tooltip(Texts.of("train.perceptron.tooltip")));
        var wrong = new Label(Texts.of("train.number.wrong", 1, MOST_UNITS));
        wrong.setId("perceptron-wrong");
        wrong.setWrapText(true);
        wrong.getStyleClass().addAll("train-wrong", "text-small");
        wrong.visibleProperty().bind(perceptron.wrongProperty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        var input = new CheckBox(Texts.of("train.input"));
        input.setId("input-perceptron");
        input.setTooltip(new Tooltip(Texts.of("train.input.tooltip")));
        input.selectedProperty().bindBidirectional(model.inputPerceptronProperty());
        var network = new Form(NAMES)
                .row(Texts.of("train.hidden"), choice(model.hiddenProperty(), SIZES, String::valueOf))
                .row(Texts.of("train.perceptron"), perceptron);
        var learning = new Form(NAMES)
                .row(Texts.of("train.epochs"), number(model.studentEpochsProperty(), 1, MOST_EPOCHS, 1))
                .row(Texts.of("train.rate"), rate(model.studentRateProperty()))
                .row(Texts.of("train.temperature"), real(model.temperatureProperty(), 1, 20, 0.5))
                .row(Texts.of("train.alpha"), real(model.alphaProperty(), 0, 1, 0.05))
                .row(Texts.of("train.seed"), number(model.seedProperty(), 0, Integer.MAX_VALUE, 1));
        return box(network, wrong, input, costs.student(), learning);
    }

    private Node start() {
        var start = new Button(Texts.of("train.start"), Icons.of(Feather.PLAY));
        start.setId("train-start");
        start.setDefaultButton(true);
        start.getStyleClass().add("accent");
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(_ -> model.start());
        start.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.running() || model.leaksUnknown(),
                        model.stateProperty(),
                        model.protocolProperty(),
                        model.leakyKnownProperty()));
        var box = new VBox(start);
        box.getStyleClass().add("train-start");
        return box;
    }

    private static WholeNumberField number(IntegerProperty value, int low, int high, int step) {
        return new WholeNumberField(value, low, high, step);
    }

    private static Spinner<Double> real(DoubleProperty value, double low, double high, double step) {
        var factory = new SpinnerValueFactory.DoubleSpinnerValueFactory(low, high, value.get(), step);
        factory.setConverter(new RealNumberText(value, low, high));
        var spinner = new Spinner<Double>(factory);
        spinner.valueProperty().subscribe(chosen -> value.set(chosen));
        spinner.setEditable(true);
        return spinner;
    }

    /** Rates are small and differ by factors: each step doubles or halves. */
    private static Spinner<Double> rate(DoubleProperty value) {
        var factory = new SpinnerValueFactory<Double>() {
            @Override
            public void decrement(int steps) {
                setValue(Math.max(SMALLEST_RATE, getValue() / Math.scalb(1.0, steps)));
            }

            @Override
            public void increment(int steps) {
                setValue(Math.min(LARGEST_RATE, getValue() * Math.scalb(1.0, steps)));
            }
        };
        factory.setConverter(new RealNumberText(value, SMALLEST_RATE, LARGEST_RATE));
        factory.setValue(value.get());
        var spinner = new Spinner<Double>(factory);
        spinner.valueProperty().subscribe(chosen -> value.set(chosen));
        spinner.setEditable(true);
        return spinner;
    }

    private static <T> ComboBox<T> choice(ObjectProperty<T> value, List<T> values, Function<T, String> text) {
        var box = new ComboBox<T>(FXCollections.observableArrayList(values));
        Columns.show(box, text);
        box.valueProperty().bindBidirectional(value);
        return box;
    }
}
