/**
 * Floor 3, adapter: where the files go that jobs make (S4.14, S4.15): a folder that workers and the admin UI share, or the
 * admin UI itself, over HTTP.
 *
 * <p>Imports floor 0 and {@code wire}. Start with {@link dev.penstock.api.artifact.ArtifactStore}.
 *
 * <h2>The upload</h2>
 *
 * <pre>
 * PUT {admin UI}/internal/artifacts/{job id}/{lease number}/{file name, percent-encoded}
 * Authorization: Bearer {the dispatch's upload token}
 * Content-Type: {media type}
 * Content-Length: {bytes}
 * Content-Digest: sha-256=:{base64}:            (RFC 9530)
 * </pre>
 *
 * <p>The token is {@code UploadToken} of job and lease number: the admin UI checks it with the installation's key
 * {@code artifacts}, and needs no other. It may take a name twice: the later bytes replace the earlier ones.
 *
 * <p>Answers: 201 with {@code {"location":"…"}}, where the admin UI will find the file again, and which goes into the log;
 * 401: the token does not fit; 413: too large; 422: the bytes are not those of the digest. Any body of a refusal is one
 * sentence in plain text. Answers of 500 and more are tried again.
 *
 * <h2>The folder</h2>
 *
 * <p>{@code {folder}/{job id}/{lease number}/{file name}}; the location is that path below the folder. Files whose names end in
 * {@code .part} are not finished.
 */
@NullMarked
package dev.penstock.api.artifact;

import org.jspecify.annotations.NullMarked;
