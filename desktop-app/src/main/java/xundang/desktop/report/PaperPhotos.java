package xundang.desktop.report;

import xundang.model.photo.PhotoBody;

/** Gives the pictures of an inspection for the paper: small, upright, without what the camera wrote into them. Blocking. */
@FunctionalInterface
interface PaperPhotos {
    /** What there is of the picture. */
    Found find(PhotoBody body);

    /** How looking for it ended. */
    sealed interface Found {
        /** A JPEG. */
        @SuppressWarnings("ArrayRecordComponent") // bytes on their way to one page; never compared or shared
        record Here(byte[] jpeg) implements Found {}

        /** Its bytes are not on this laptop. */
        record NotHere() implements Found {}

        /** No copy here has the bytes that the hash promises. */
        record Damaged() implements Found {}
    }
}
