package xundang.desktop.photo;

import java.nio.file.Path;

/**
 * A picture file that was read and looked through whole; what remains is to keep it. Made by {@link PhotoKeeper#check} on any thread,
 * used up by one call of {@link #keep}.
 */
public interface CheckedPicture {
    /** Where it was read. The file is not touched again. */
    Path file();

    /** Keeps it, or says why it may not be kept. Store thread only. On {@code Kept} it survives a kill and a power cut. */
    KeepOutcome keep();
}
