package org.ethotag.ui.flash;

import java.util.ArrayList;
import java.util.List;
import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.ethotag.flash.rollcall.CsvText;
import org.ethotag.problem.ProblemException;

/** A table on paper: a title, the header on each page, and as many rows as a page takes. */
final class TagPrint {
    private static final int ROWS_PER_PAGE = 38;

    private TagPrint() {}

    /** Asks for a printer and prints. @throws ProblemException if this computer has none */
    static void print(Node near, String title, String csv) {
        var job = PrinterJob.createPrinterJob();
        if (job == null) {
            throw new ProblemException(TagPageProblem.NO_PRINTER);
        }
        if (job.showPrintDialog(near.getScene().getWindow())) {
            PageLayout layout = job.getJobSettings().getPageLayout();
            for (Node page : pages(title, csv, layout.getPrintableWidth())) {
                if (!job.printPage(page)) {
                    job.cancelJob();
                    throw new ProblemException(TagPageProblem.NOT_PRINTED);
                }
            }
            job.endJob();
        }
    }

    /** The pages of a table, as wide as the paper. */
    static List<Node> pages(String title, String csv, double width) {
        var rows = CsvText.rows(csv);
        var header = rows.getFirst();
        var body = rows.subList(1, rows.size());
        int count = Math.max(1, (body.size() + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE);
        var pages = new ArrayList<Node>();
        for (int page = 0; page < count; page++) {
            var part = body.subList(page * ROWS_PER_PAGE, Math.min(body.size(), (page + 1) * ROWS_PER_PAGE));
            pages.add(page(title + "  " + (page + 1) + "/" + count, header, part, width));
        }
        return pages;
    }

    private static Node page(String title, List<String> header, List<List<String>> rows, double width) {
        var table = new GridPane();
        for (int column = 0; column < header.size(); column++) {
            var share = new ColumnConstraints();
            share.setPercentWidth(100.0 / header.size());
            table.getColumnConstraints().add(share);
        }
        addRow(table, 0, header);
        for (int row = 0; row < rows.size(); row++) {
            addRow(table, row + 1, rows.get(row));
        }
        var heading = new Label(title);
        heading.setStyle("-fx-font-size: 14px; -fx-font-weight: bold;");
        var page = new VBox(heading, table);
        page.getStyleClass().add("print-page");
        page.setStyle("-fx-font-size: 7px;");
        page.setPrefWidth(width);
        return page;
    }

    private static void addRow(GridPane table, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            table.add(new Label(cells.get(column)), column, row);
        }
    }
}
