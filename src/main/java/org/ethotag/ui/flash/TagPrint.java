package org.ethotag.ui.flash;

import java.util.ArrayList;
import java.util.List;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.problem.ProblemException;

/** A table on paper, black on white whatever the screen looks like: a title, the header on each page, rows as they fit. */
final class TagPrint {
    /** In points, as the printer counts. */
    private static final double TITLE_HEIGHT = 30;

    private static final double ROW_HEIGHT = 13;
    private static final String PAGE_STYLE =
            "-fx-background-color: white; -fx-font-size: 8px; -fx-text-background-color: black;";

    private TagPrint() {}

    /**
     * What is printed.
     *
     * @param header one heading for each column
     * @param shares of the width, in percent, one for each column
     * @param rows of as many cells
     */
    record Table(String title, List<String> header, List<Integer> shares, List<List<String>> rows) {}

    /** Asks for a printer and prints. @throws ProblemException if this computer has none */
    static void print(Node near, Table table) {
        var job = PrinterJob.createPrinterJob();
        if (job == null) {
            throw new ProblemException(TagPageProblem.NO_PRINTER);
        }
        var printer = job.getPrinter();
        job.getJobSettings().setPageLayout(landscape(printer));
        if (job.showPrintDialog(near.getScene().getWindow())) {
            PageLayout layout = job.getJobSettings().getPageLayout();
            for (Node page : pages(table, layout.getPrintableWidth(), layout.getPrintableHeight())) {
                if (!job.printPage(page)) {
                    job.cancelJob();
                    throw new ProblemException(TagPageProblem.NOT_PRINTED);
                }
            }
            job.endJob();
        }
    }

    private static PageLayout landscape(Printer printer) {
        var paper = printer.getDefaultPageLayout().getPaper();
        return printer.createPageLayout(paper, PageOrientation.LANDSCAPE, Printer.MarginType.DEFAULT);
    }

    /** The pages of a table, as large as the paper. */
    static List<Node> pages(Table table, double width, double height) {
        int fit = Math.max(1, (int) ((height - TITLE_HEIGHT) / ROW_HEIGHT) - 1);
        int count = Math.max(1, (table.rows().size() + fit - 1) / fit);
        var pages = new ArrayList<Node>();
        for (int page = 0; page < count; page++) {
            var rows = table.rows().subList(page * fit, Math.min(table.rows().size(), (page + 1) * fit));
            String title = count == 1 ? table.title() : table.title() + "  " + (page + 1) + "/" + count;
            pages.add(page(title, table, rows, width));
        }
        return pages;
    }

    private static Node page(String title, Table table, List<List<String>> rows, double width) {
        var grid = new GridPane();
        grid.setHgap(4);
        for (int share : table.shares()) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        addRow(grid, 0, table.header(), "-fx-font-weight: bold;");
        for (int row = 0; row < rows.size(); row++) {
            addRow(grid, row + 1, rows.get(row), "");
        }
        var heading = new Label(title);
        heading.setStyle("-fx-font-size: 13px; -fx-font-weight: bold; -fx-text-fill: black;");
        heading.setMinHeight(TITLE_HEIGHT);
        var page = new VBox(heading, grid);
        page.setStyle(PAGE_STYLE);
        page.setMinWidth(width);
        page.setMaxWidth(width);
        page.setPrefWidth(width);
        return page;
    }

    /** What does not fit its cell ends in dots: the whole of it is in the CSV. */
    private static void addRow(GridPane grid, int row, List<String> cells, String style) {
        for (int column = 0; column < cells.size(); column++) {
            var cell = new Label(cells.get(column));
            cell.setStyle("-fx-text-fill: black;" + style);
            cell.setMinHeight(ROW_HEIGHT);
            cell.setMaxHeight(ROW_HEIGHT);
            cell.setMinWidth(0);
            cell.setMaxWidth(Region.USE_PREF_SIZE);
            grid.add(cell, column, row);
        }
    }
}
