using System.Text;

namespace Portal.Rules.Files;

/// <summary>
/// Text is UTF-8, UTF-16 with its mark, or Shift_JIS as Japanese programs write it; without control signs. Recorded
/// traffic carries the sessions of whoever recorded it and is refused (FI-12).
/// </summary>
internal static class TextContent
{
    private const int Piece = 16 * 1024;
    private const int LongestStart = 48;
    private const byte NotAscii = 0x80;

    private static readonly byte[][] Secrets =
    [
        .. new[] { "cookie:", "set-cookie:", "authorization:", "proxy-authorization:" }.Select(Encoding.ASCII.GetBytes),
    ];

    private static readonly byte[][] RecordedSecrets =
    [
        .. new[] { "cookie", "set-cookie", "authorization" }
            .SelectMany(name => new[] { $"\"name\":\"{name}\"", $"\"{name}\":\"" }).Select(Encoding.ASCII.GetBytes),
    ];

    public static FileRefusal? Problem(Stream content)
    {
        content.Position = 0;
        Span<byte> mark = stackalloc byte[4];
        mark = mark[..content.ReadAtLeast(mark, 4, throwOnEndOfStream: false)];
        content.Position = 0;
        if (FileSigns.IsArchive(mark))
        {
            return FileRefusal.ContentDiffers;
        }

        // The signs of UTF-16 have a NUL each; what is searched for below are signs of one byte.
        var isWide = mark is [0xff, 0xfe, ..] or [0xfe, 0xff, ..];
        if (isWide && content.Length % 2 != 0)
        {
            return FileRefusal.ContentDiffers;
        }

        return Read(content, isWide ? mark[0] == 0xff ? 0 : 1 : null);
    }

    /// <param name="content">From its beginning.</param>
    /// <param name="low">Which of two bytes is the lower one; null where signs are of one byte.</param>
    private static FileRefusal? Read(Stream content, int? low)
    {
        var (utf8, shiftJis, secrets) = (new Utf8State(), new ShiftJisState(), new SecretWatch());
        var piece = new byte[Piece];
        var at = 0L;
        byte other = 0;
        int read;
        while ((read = content.Read(piece, 0, Piece)) > 0)
        {
            for (var index = 0; index < read; index++, at++)
            {
                var sign = piece[index];
                if (low is { } lower)
                {
                    if (at % 2 == 0)
                    {
                        other = sign;
                        continue;
                    }

                    (sign, other) = lower == 0 ? (other, sign) : (sign, other);
                    if (other != 0)
                    {
                        secrets.Next(NotAscii);
                        continue;
                    }
                }
                else
                {
                    utf8.Next(sign);
                    shiftJis.Next(sign);
                }

                if (IsControl(sign))
                {
                    return FileRefusal.ContentDiffers;
                }

                if (secrets.Next(sign))
                {
                    return FileRefusal.HoldsSecrets;
                }
            }
        }

        return low is not null || utf8.IsSound || shiftJis.IsSound ? null : FileRefusal.ContentDiffers;
    }

    private static bool IsControl(byte sign) => sign is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0c) or 0x7f;

    private struct Utf8State
    {
        private int missing;
        private int lowest;
        private int value;
        private bool isBroken;

        public readonly bool IsSound => !isBroken && missing == 0;

        public void Next(byte sign)
        {
            if (missing > 0)
            {
                isBroken |= (sign & 0xc0) != 0x80;
                value = (value << 6) | (sign & 0x3f);
                isBroken |= --missing == 0 && (value < lowest || value > 0x10ffff || value is >= 0xd800 and <= 0xdfff);
                return;
            }

            (missing, lowest, value) = sign switch
            {
                < 0x80 => (0, 0, 0),
                >= 0xc2 and < 0xe0 => (1, 0x80, sign & 0x1f),
                >= 0xe0 and < 0xf0 => (2, 0x800, sign & 0x0f),
                >= 0xf0 and < 0xf5 => (3, 0x10000, sign & 0x07),
                _ => (-1, 0, 0),
            };
            isBroken |= missing < 0;
            missing = Math.Max(missing, 0);
        }
    }

    private struct ShiftJisState
    {
        private bool isSecond;
        private bool isBroken;

        public readonly bool IsSound => !isBroken && !isSecond;

        public void Next(byte sign)
        {
            if (isSecond)
            {
                isBroken |= sign is not (>= 0x40 and <= 0x7e or >= 0x80 and <= 0xfc);
                isSecond = false;
                return;
            }

            isSecond = sign is >= 0x81 and <= 0x9f or >= 0xe0 and <= 0xfc;
            isBroken |= sign is 0x80 or 0xa0 or >= 0xfd;
        }
    }

    /// <summary>
    /// Looks at line beginnings (headers, with or without the marks of curl) and at names within JSON.
    /// </summary>
    private sealed class SecretWatch
    {
        private readonly byte[] line = new byte[LongestStart];
        private readonly byte[] last = new byte[LongestStart];
        private int length;
        private int lasting;
        private bool isOver;

        public bool Next(byte sign)
        {
            var small = sign is >= (byte)'A' and <= (byte)'Z' ? (byte)(sign + 32) : sign;
            return AtBeginning(small) | Within(small);
        }

        private bool AtBeginning(byte sign)
        {
            if (sign is (byte)'\n' or (byte)'\r')
            {
                (length, isOver) = (0, false);
                return false;
            }

            // Behind marks of curl, and behind what marks the encoding.
            if (isOver || (length == 0 && (sign >= NotAscii || " \t<>*-"u8.Contains(sign))))
            {
                return false;
            }

            line[length++] = sign;
            isOver = length == LongestStart || sign == (byte)':';
            return sign == (byte)':' && Array.Exists(Secrets, secret => line.AsSpan(0, length).SequenceEqual(secret));
        }

        private bool Within(byte sign)
        {
            if (sign is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                return false;
            }

            if (lasting == LongestStart)
            {
                last.AsSpan(1).CopyTo(last);
                lasting--;
            }

            last[lasting++] = sign;
            return sign == (byte)'"' && Array.Exists(RecordedSecrets, secret => last.AsSpan(0, lasting).EndsWith(secret));
        }
    }
}
