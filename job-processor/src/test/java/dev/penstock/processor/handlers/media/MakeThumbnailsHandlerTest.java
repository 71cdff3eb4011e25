package dev.penstock.processor.handlers.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import dev.penstock.processor.handlers.Runs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeThumbnailsHandlerTest {
    @TempDir
    Path pictures;

    @TempDir
    Path thumbnails;

    private MakeThumbnailsHandler handler;
    private final Runs runs = new Runs();

    @BeforeEach
    void make() throws IOException {
        handler = new MakeThumbnailsHandler(pictures, thumbnails);
        BufferedImage picture = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 600; x++) {
            picture.setRGB(x, x % 400, x * 31);
        }
        ImageIO.write(picture, "png", pictures.resolve("a.png").toFile());
        ImageIO.write(picture, "jpg", pictures.resolve("b.jpg").toFile());
    }

    @Test
    @DisplayName("S1.3: a picture gets its thumbnails, proportions kept; a second run makes the same ones (S1.13)")
    void thumbnails() throws Exception {
        MakeThumbnailsHandler.Made made = runs.run(handler, new MakeThumbnails("a.png", List.of(60, 300)));
        byte[] first = Files.readAllBytes(thumbnails.resolve("a-60.png"));
        runs.run(handler, new MakeThumbnails("a.png", List.of(60)));
        runs.run(handler, new MakeThumbnails("b.jpg", List.of(60)));

        assertThat(made.files()).containsExactly("a-60.png", "a-300.png");
        assertThat(Files.readAllBytes(thumbnails.resolve("a-60.png"))).isEqualTo(first);
        assertThat(ImageIO.read(thumbnails.resolve("a-300.png").toFile()).getHeight())
                .isEqualTo(200);
        assertThat(thumbnails).isDirectoryContaining("glob:**b-60.png");
    }

    @Test
    @DisplayName("A damaged picture, or a file that is none, is a permanent failure that says so")
    void damaged() throws Exception {
        byte[] whole = Files.readAllBytes(pictures.resolve("a.png"));
        Files.write(pictures.resolve("damaged.png"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(pictures.resolve("text.png"), "hello");

        assertThatThrownBy(() -> runs.run(handler, new MakeThumbnails("damaged.png", List.of(60))))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("damaged.png is damaged")
                .hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> runs.run(handler, new MakeThumbnails("text.png", List.of(60))))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("is no picture that can be read here");
        assertThatThrownBy(() -> runs.run(handler, new MakeThumbnails("a.png", List.of(5))))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("not 5");
    }

    @Test
    @DisplayName("A picture that is not there yet is a transient failure")
    void missing() {
        assertThatThrownBy(() -> runs.run(handler, new MakeThumbnails("later.png", List.of(60))))
                .isInstanceOf(TransientFailure.class);
    }
}
