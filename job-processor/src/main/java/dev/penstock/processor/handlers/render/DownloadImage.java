package dev.penstock.processor.handlers.render;

import dev.penstock.api.payload.JobType;

/**
 * Render an edited picture of an item (S4.3): it is put among the item's files.
 *
 * @param item its id
 * @param width in pixels, 16 to 2,000
 * @param caption written onto the picture
 */
@JobType(
        name = "image.download",
        queue = "content",
        description = "Renders a picture of the image editing tool into the item's files",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "1m", stoppable = false, resumable = false))
public record DownloadImage(String item, int width, String caption) {}
