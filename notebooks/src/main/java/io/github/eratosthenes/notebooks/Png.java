package io.github.eratosthenes.notebooks;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/**
 * Draws pictures as PNG, for notebooks: GitHub and every exporter show a PNG, while nbconvert removes all but the text of an SVG.
 */
final class Png {

    /** More pixels than the SVG asks for, so that text is sharp if the picture is shown wider or on a fine screen. */
    private static final double SCALE = 1.5;

    /** The font of the charts, and the name that Java has for its generic part. */
    private static final String FONT = "system-ui, sans-serif";

    private static final String FONT_OF_JAVA = "SansSerif";

    private Png() {}

    /**
     * Returns the SVG as PNG. The letters are those of the machine's fonts, so another machine may give other bytes.
     *
     * @throws IOException if it is no SVG, or the machine cannot draw text
     */
    static byte[] of(String svg) throws IOException {
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.replace(FONT, FONT_OF_JAVA).getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        if (document == null) {
            throw new IOException("the picture is no SVG: " + svg.substring(0, Math.min(svg.length(), 60)));
        }
        int width = (int) Math.round(document.size().getWidth() * SCALE);
        int height = (int) Math.round(document.size().getHeight() * SCALE);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.render(null, graphics, new ViewBox(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
