package dev.penstock.processor.handlers.publish;

import dev.penstock.api.payload.JobType;
import java.util.List;

/**
 * Publish a picture (S1.18).
 *
 * @param picture name of a file in the pictures folder
 * @param title of the publication
 * @param caption what can be searched
 * @param widths of its thumbnails, in pixels: a child each
 * @param tell user to notify when all is done
 */
@JobType(
        name = "media.publish",
        queue = "content",
        description = "Publishes a picture: thumbnails, then the search index, then a notice, as children",
        policy = @JobType.Policy(backoffFactor = 2))
public record PublishMedia(String picture, String title, String caption, List<Integer> widths, String tell) {
    public PublishMedia {
        widths = List.copyOf(widths);
    }
}
