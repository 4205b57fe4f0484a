package xundang.desktop.photo;

/**
 * A picture that came from elsewhere and was looked through whole: it has the hash that it should have, and it can be shown. Made by
 * {@link PhotoKeeper#check(byte[], String)} on any thread; what remains is to keep it. Store thread only; keeping it twice does nothing.
 */
public interface FetchedPicture {
    /** Keeps a picture that the server holds. */
    void keep();

    /** As {@link #keep}, with a second copy: the server may not hold it, because it came from another laptop's package. */
    void keepOwn();
}
