package xundang.desktop.photo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds EXIF blocks as cameras write them: TIFF, big-endian, with the directories of picture, camera and position. */
final class ExifBlock {
    private static final class Entry {
        private final int tag;
        private final int type;
        private final int count;
        private final byte[] value;

        Entry(int tag, int type, int count, byte[] value) {
            this.tag = tag;
            this.type = type;
            this.count = count;
            this.value = value;
        }
    }

    private final List<Entry> picture = new ArrayList<>();
    private final List<Entry> camera = new ArrayList<>();
    private final List<Entry> position = new ArrayList<>();

    ExifBlock orientation(int value) {
        picture.add(new Entry(0x0112, 3, 1, new byte[] {0, (byte) value, 0, 0}));
        return this;
    }

    ExifBlock time(String text) {
        return text(camera, 0x9003, text);
    }

    ExifBlock offset(String text) {
        return text(camera, 0x9011, text);
    }

    ExifBlock fraction(String text) {
        return text(camera, 0x9291, text);
    }

    ExifBlock owner(String name, String serial) {
        text(camera, 0xA430, name);
        return text(camera, 0xA431, serial);
    }

    /** Degrees, minutes and hundredths of seconds. */
    ExifBlock latitude(String ref, int degrees, int minutes, int hundredths) {
        text(position, 1, ref);
        return angle(2, degrees, minutes, hundredths);
    }

    ExifBlock longitude(String ref, int degrees, int minutes, int hundredths) {
        text(position, 3, ref);
        return angle(4, degrees, minutes, hundredths);
    }

    ExifBlock error(int metres) {
        position.add(new Entry(
                0x001F, 5, 1, ByteBuffer.allocate(8).putInt(metres).putInt(1).array()));
        return this;
    }

    private ExifBlock angle(int tag, int degrees, int minutes, int hundredths) {
        position.add(new Entry(
                tag,
                5,
                3,
                ByteBuffer.allocate(24)
                        .putInt(degrees)
                        .putInt(1)
                        .putInt(minutes)
                        .putInt(1)
                        .putInt(hundredths)
                        .putInt(100)
                        .array()));
        return this;
    }

    private ExifBlock text(List<Entry> directory, int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        directory.add(new Entry(tag, 2, bytes.length, bytes));
        return this;
    }

    byte[] tiff() {
        List<Entry> first = new ArrayList<>(picture);
        int cameraAt = 8 + size(first.size() + 2) + values(first);
        int positionAt = cameraAt + size(camera.size()) + values(camera);
        first.add(
                new Entry(0x8769, 4, 1, ByteBuffer.allocate(4).putInt(cameraAt).array()));
        first.add(new Entry(
                0x8825, 4, 1, ByteBuffer.allocate(4).putInt(positionAt).array()));
        ByteBuffer out = ByteBuffer.allocate(positionAt + size(position.size()) + values(position));
        out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        write(out, first);
        write(out, camera);
        write(out, position);
        return out.array();
    }

    private static int size(int entries) {
        return 2 + 12 * entries + 4;
    }

    private static int values(List<Entry> directory) {
        return directory.stream()
                .mapToInt(entry -> entry.value.length <= 4 ? 0 : entry.value.length)
                .sum();
    }

    private static void write(ByteBuffer out, List<Entry> directory) {
        int values = out.position() + size(directory.size());
        out.putShort((short) directory.size());
        for (Entry entry : directory) {
            out.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
            if (entry.value.length <= 4) {
                out.put(entry.value).put(new byte[4 - entry.value.length]);
            } else {
                out.putInt(values);
                out.put(values, entry.value);
                values += entry.value.length;
            }
        }
        out.putInt(0);
        out.position(values);
    }

    /** Puts the block right behind the JPEG's first two bytes. */
    byte[] into(byte[] jpeg) {
        byte[] tiff = tiff();
        byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return PictureBytes.withSegment(
                jpeg,
                0xE1,
                ByteBuffer.allocate(head.length + tiff.length)
                        .put(head)
                        .put(tiff)
                        .array());
    }
}
