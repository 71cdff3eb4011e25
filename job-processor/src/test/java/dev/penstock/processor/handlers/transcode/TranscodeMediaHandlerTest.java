package dev.penstock.processor.handlers.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.processor.handlers.material.Recordings;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscodeMediaHandlerTest {
    private static final int RATE = 44_100;
    private static final int TONE = 440;

    @TempDir
    Path recordings;

    @TempDir
    Path renditions;

    private TranscodeMediaHandler handler;

    @BeforeEach
    void record() throws IOException {
        handler = new TranscodeMediaHandler(recordings, renditions);
        byte[] tone = new byte[5 * RATE * 2];
        for (int i = 0; i < 5 * RATE; i++) {
            int sample = (int) (12_000 * Math.sin(2 * Math.PI * TONE * i / RATE));
            tone[2 * i] = (byte) sample;
            tone[2 * i + 1] = (byte) (sample >> 8);
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        File file = recordings.resolve("tone.wav").toFile();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(tone), format, 5 * RATE),
                AudioFileFormat.Type.WAVE,
                file);
    }

    @Test
    @DisplayName(
            "S1.3, S1.27: a recording is transcoded: other rates and containers, the same sound, as long as before")
    void transcodes() throws Exception {
        HandlerRun run = new HandlerKit().run(handler, new TranscodeMedia("tone.wav", List.of(Rendition.values()), 8));

        assertThat(run.result(TranscodeMediaHandler.Transcoded.class).files())
                .containsExactly("tone-phone.au", "tone-voice.wav", "tone-studio.aif");
        for (Rendition rendition : Rendition.values()) {
            File file = renditions.resolve(rendition.fileName("tone.wav")).toFile();
            AudioFileFormat made = AudioSystem.getAudioFileFormat(file);
            assertThat(made.getType()).isEqualTo(rendition.container());
            assertThat(made.getFrameLength()).isEqualTo(5 * rendition.rate());
            assertThat(made.getFormat().getEncoding()).isEqualTo(rendition.encoding());
            assertThat(made.getFormat().getChannels()).isEqualTo(rendition.channels());
            assertThat(tone(file)).isCloseTo(TONE, within(1.0));
        }
        assertThat(renditions).isDirectoryNotContaining("glob:**.part");
        assertThat(run.progress()).hasSizeGreaterThan(6);
    }

    @Test
    @DisplayName(
            "S2.15, S2.16: a transcoding that is asked to stop ends soon, goes on where it left off, and comes to the same bytes")
    void stopsAndGoesOn() throws Exception {
        TranscodeMedia order = new TranscodeMedia("tone.wav", List.of(Rendition.PHONE, Rendition.STUDIO), 8);
        new HandlerKit().run(handler, order);
        byte[] whole = Files.readAllBytes(renditions.resolve("tone-studio.aif"));
        Files.delete(renditions.resolve("tone-studio.aif"));

        HandlerKit kit = new HandlerKit();
        HandlerRun run = kit.stopRequested().run(handler, order);
        int stops = 0;
        while (run.stopped()) {
            assertThat(run.checkpoints()).hasSizeLessThanOrEqualTo(3);
            stops++;
            run = kit.checkpoint(run.checkpoints().getLast()).stopRequested().run(handler, order);
        }

        assertThat(stops).isGreaterThan(2);
        assertThat(run.isDone()).isTrue();
        assertThat(renditions.resolve("tone-studio.aif")).hasBinaryContent(whole);
    }

    @Test
    @DisplayName("S1.13: what a killed run has left behind its checkpoint is cut off by the next")
    void cutsOffWhatIsBehindTheCheckpoint() throws Exception {
        TranscodeMedia order = new TranscodeMedia("tone.wav", List.of(Rendition.VOICE), 8);
        HandlerKit kit = new HandlerKit();
        HandlerRun stopped = kit.stopRequested().run(handler, order);
        Path part = renditions.resolve("kit.0-VOICE.part");
        Files.write(part, new byte[] {1, 2, 3}, java.nio.file.StandardOpenOption.APPEND);
        kit.checkpoint(stopped.checkpoints().getLast()).run(handler, order);
        byte[] resumed = Files.readAllBytes(renditions.resolve("tone-voice.wav"));

        new HandlerKit().run(handler, order);

        assertThat(renditions.resolve("tone-voice.wav")).hasBinaryContent(resumed);
    }

    @Test
    @DisplayName(
            "A file that is no sound, or ends too early, is a permanent failure that says so; one that is not there a transient one")
    void failures() throws Exception {
        new Recordings(recordings, 7).prepare();
        assertThat(failure(Recordings.NO_SOUND)).contains("is no recording that can be read here");
        assertThat(failure(Recordings.DAMAGED)).contains("is damaged: it ends in frame");
        assertThat(new HandlerKit().run(handler, order("later.wav")).isTransient())
                .isTrue();
        HandlerRun tooGood = new HandlerKit().run(handler, new TranscodeMedia("tone.wav", List.of(), 1_000));
        assertThat(tooGood.isTransient()).isFalse();
        assertThat(tooGood.failure().message()).contains("4 to 128, not 1000");
    }

    private String failure(String recording) {
        HandlerRun run = new HandlerKit().run(handler, order(recording));
        assertThat(run.isTransient()).isFalse();
        return run.failure().message();
    }

    private static TranscodeMedia order(String recording) {
        return new TranscodeMedia(recording, List.of(Rendition.PHONE), 8);
    }

    /** Its frequency, from how often it passes zero upwards. */
    private static double tone(File file) throws Exception {
        AudioInputStream in = AudioSystem.getAudioInputStream(file);
        AudioFormat pcm = new AudioFormat(
                in.getFormat().getFrameRate(), 16, in.getFormat().getChannels(), true, false);
        byte[] bytes = AudioSystem.getAudioInputStream(pcm, in).readAllBytes();
        int frame = pcm.getFrameSize();
        int passes = 0;
        int last = 0;
        for (int i = 0; i < bytes.length; i += frame) {
            int sample = (short) ((bytes[i] & 0xff) | (bytes[i + 1] << 8));
            passes += last < 0 && sample >= 0 ? 1 : 0;
            last = sample;
        }
        return passes / 5.0;
    }
}
