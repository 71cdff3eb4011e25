package dev.penstock.processor.handlers.transcode;

import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.processor.handlers.file.Inside;
import dev.penstock.processor.handlers.file.PartFile;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.jspecify.annotations.Nullable;

/**
 * Writes one file a rendition. It computes {@link #SECONDS} of sound, forces them to disk, keeps a checkpoint, and asks
 * whether to stop; the next run goes on from there and comes to the same bytes. One job a worker computes at a time: two
 * would only share a processor.
 */
public final class TranscodeMediaHandler implements JobHandler<TranscodeMedia> {
    private static final int SECONDS = 2;
    private static final int BEST = 128;

    private final Semaphore processor = new Semaphore(1);
    private final Path recordings;
    private final Path folder;

    public TranscodeMediaHandler(Path recordings, Path folder) {
        this.recordings = recordings;
        this.folder = folder;
    }

    /** What the job leaves behind. */
    public record Transcoded(List<String> files) {}

    /** How far a run came: renditions that are whole, then frames and bytes of the next one. */
    record Reached(int whole, long frames, long bytes) {
        static final Reached NOTHING = new Reached(0, 0, 0);

        Reached next() {
            return new Reached(whole + 1, 0, 0);
        }
    }

    @Override
    public boolean cpuBound() {
        return true;
    }

    @Override
    public @Nullable Transcoded run(TranscodeMedia order, JobContext context) throws IOException, InterruptedException {
        if (order.quality() < 4 || order.quality() > BEST) {
            throw new PermanentFailure("The quality of a rendition is 4 to " + BEST + ", not " + order.quality() + ".");
        }
        Sound sound = Sound.at(Inside.of(recordings, order.recording()));
        processor.acquire();
        try {
            return transcode(order, sound, context);
        } finally {
            processor.release();
        }
    }

    private @Nullable Transcoded transcode(TranscodeMedia order, Sound sound, JobContext context)
            throws IOException, InterruptedException {
        Reached reached = start(order, context);
        while (reached.whole() < order.renditions().size()) {
            Rendition rendition = order.renditions().get(reached.whole());
            Resampler resampler = new Resampler(sound, rendition, order.quality());
            try (PartFile part = PartFile.open(folder, partName(context, rendition), reached.bytes())) {
                if (!compute(resampler, part, reached, context)) {
                    return null;
                }
                encode(part.path(), resampler, folder.resolve(rendition.fileName(order.recording())));
                reached = reached.next();
                context.checkpoint(reached);
                part.discard();
            }
            context.progress(reached.whole(), order.renditions().size(), rendition + " is whole");
        }
        return new Transcoded(order.renditions().stream()
                .map(rendition -> rendition.fileName(order.recording()))
                .toList());
    }

    /** Where this run begins: the checkpoint, unless what it speaks of lies on another machine. */
    private Reached start(TranscodeMedia order, JobContext context) throws IOException {
        Reached reached = context.checkpoint(Reached.class).orElse(Reached.NOTHING);
        if (reached.bytes() > 0) {
            Rendition rendition = order.renditions().get(reached.whole());
            if (PartFile.length(folder, partName(context, rendition)) < reached.bytes()) {
                context.log("The part of " + rendition + " is not on this machine: it is made again");
                return new Reached(reached.whole(), 0, 0);
            }
            context.log("Going on with " + rendition + " behind second " + reached.frames() / rendition.rate());
        }
        return reached;
    }

    /** Computes what is missing of a rendition; whether it is whole now. */
    private static boolean compute(Resampler resampler, PartFile part, Reached start, JobContext context)
            throws IOException, InterruptedException {
        long frames = resampler.frames();
        int chunk = resampler.rendition().rate() * SECONDS;
        for (long at = start.frames(); at < frames; at += chunk) {
            int count = (int) Math.min(chunk, frames - at);
            part.append(resampler.stretch(at, count));
            context.checkpoint(new Reached(start.whole(), at + count, part.force()));
            context.progress(at + count, frames, "frames of " + resampler.rendition());
            if (Thread.interrupted()) {
                throw new InterruptedException("The rendition was interrupted");
            }
            if (at + count < frames && context.stopRequested()) {
                return false;
            }
        }
        return true;
    }

    private static void encode(Path pcm, Resampler resampler, Path target) throws IOException {
        Rendition rendition = resampler.rendition();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pcm));
                AudioInputStream raw = new AudioInputStream(in, rendition.pcm(), resampler.frames());
                AudioInputStream encoded = AudioSystem.getAudioInputStream(rendition.encoding(), raw)) {
            WholeFile.write(target, out -> AudioSystem.write(encoded, rendition.container(), out));
        }
    }

    private static String partName(JobContext context, Rendition rendition) {
        return context.idempotencyKey() + "-" + rendition;
    }
}
