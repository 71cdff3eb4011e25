package dev.penstock.processor.handlers.transcode;

import dev.penstock.api.payload.JobType;
import java.util.List;

/**
 * Make renditions of a recording (S1.3, S1.27).
 *
 * @param recording name of a sound file in the recordings folder
 * @param renditions what to make of it, in this order
 * @param quality zero crossings of the filter on each side of a sample, 4 to 128: the time it takes grows with it
 */
@JobType(
        name = "media.transcode",
        queue = "content",
        description = "Makes renditions of a recording: other rates, channels and containers",
        policy = @JobType.Policy(backoffFactor = 2))
public record TranscodeMedia(String recording, List<Rendition> renditions, int quality) {
    public TranscodeMedia {
        renditions = List.copyOf(renditions);
    }
}
