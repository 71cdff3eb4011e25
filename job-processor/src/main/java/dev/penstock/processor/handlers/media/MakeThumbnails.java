package dev.penstock.processor.handlers.media;

import dev.penstock.api.payload.JobType;
import java.util.List;

/**
 * Make small versions of a picture (S1.3).
 *
 * @param picture name of a file in the pictures folder
 * @param widths of the thumbnails, in pixels, 16 to 2,000 each
 */
@JobType(
        name = "media.thumbnail",
        queue = "content",
        description = "Makes small versions of a picture",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "1m"))
public record MakeThumbnails(String picture, List<Integer> widths) {
    public MakeThumbnails {
        widths = List.copyOf(widths);
    }
}
