package org.ethotag.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.ethotag.picture.Mark.Box;
import org.ethotag.picture.Mark.Dot;
import org.ethotag.picture.Mark.Line;
import org.ethotag.picture.Mark.Words;
import org.ethotag.problem.ProblemException;

/** A picture as pixels. Drawn in memory, so that it needs no display and no window. */
final class Png {
    private final Graphics2D graphics;
    private final Tones tones;

    private Png(Graphics2D graphics, Tones tones) {
        this.graphics = graphics;
        this.tones = tones;
    }

    /** @param scale pixels for each of the picture's */
    static byte[] of(Picture picture, Tones tones, int scale) {
        var image = new BufferedImage(
                (int) Math.ceil(picture.width() * scale),
                (int) Math.ceil(picture.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.scale(scale, scale);
            var png = new Png(graphics, tones);
            png.draw(new Box(0, 0, picture.width(), picture.height(), Tones.GROUND, ""));
            picture.marks().forEach(png::draw);
        } catch (InternalError | UnsatisfiedLinkError | NoClassDefFoundError noFonts) { // as AWT says it
            throw new ProblemException(PictureProblem.NO_FONTS, noFonts).causedBy(noFonts);
        } finally {
            graphics.dispose();
        }
        return bytes(image);
    }

    private static byte[] bytes(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory only
        }
        return out.toByteArray();
    }

    private void draw(Mark mark) {
        switch (mark) {
            case Box(double x, double y, double width, double height, String colour, String _) -> {
                colour(colour);
                // whole pixels: neighbours touch without a seam
                graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
                graphics.fill(new Rectangle2D.Double(x, y, width, height));
                graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            }
            case Dot(double x, double y, double radius, String colour, String _) -> {
                colour(colour);
                graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            }
            case Line(double fromX, double fromY, double toX, double toY, double width, String colour) -> {
                colour(colour);
                graphics.setStroke(new BasicStroke((float) width));
                graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
            }
            case Words words -> draw(words);
        }
    }

    private void draw(Words words) {
        colour(words.colour());
        graphics.setFont(
                new Font(Font.SANS_SERIF, words.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) words.size()));
        double width = graphics.getFontMetrics().stringWidth(words.text());
        double x = switch (words.side()) {
            case START -> words.x();
            case MIDDLE -> words.x() - width / 2;
            case END -> words.x() - width;
        };
        graphics.drawString(words.text(), (float) x, (float) words.y());
    }

    private void colour(String colour) {
        graphics.setColor(Color.decode(tones.of(colour)));
    }
}
