using System.Buffers.Binary;
using System.Globalization;

namespace Portal.Rules.Passwords.Stored;

/// <summary>Recognises stored password hashes by how they are written (ADMIN-12).</summary>
public static class StoredHashFormat
{
    /// <summary>2^13 rounds take about half a second; each step more doubles it.</summary>
    public const int MostBCryptCost = 13;

    /// <summary>Iterations of PBKDF2 and rounds of SHA-crypt: up to about a second.</summary>
    public const int MostRounds = 1_000_000;

    /// <summary>What fits the column.</summary>
    public const int Longest = 256;

    private const string BCryptPrefix = "$2";
    private const string Rounds = "rounds=";
    private const int DefaultRounds = 5_000;
    private const int LeastRounds = 1_000;
    private const int LongestSalt = 16;

    private static readonly (string Prefix, int Bits)[] Digests = [("{SSHA}", 160), ("{SSHA256}", 256), ("{SSHA512}", 512)];

    /// <summary>What the text is, without comparing anything.</summary>
    /// <param name="text">As it stands in the column of the old system.</param>
    public static StoredHashReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > Longest)
        {
            return text.Length == 0 ? StoredHashProblem.Unknown : StoredHashProblem.Malformed;
        }

        if (Array.Find(Digests, each => text.StartsWith(each.Prefix, StringComparison.OrdinalIgnoreCase)) is { Bits: > 0 } digest)
        {
            return Digest(text.AsSpan(digest.Prefix.Length), digest.Bits);
        }

        return text switch
        {
            ['$', '2', ..] => BCrypt(text),
            ['$', '5', '$', ..] => ShaCrypt(text, 256),
            ['$', '6', '$', ..] => ShaCrypt(text, 512),
            ['$' or '{', ..] => StoredHashProblem.Unknown,
            _ => Identity(text),
        };
    }

    private static StoredHashReading BCrypt(string text)
    {
        const int Length = 60;
        const int Salt = 7;
        if (text is not [_, _, 'a' or 'b' or 'y', '$', >= '0' and <= '3' and var tens, >= '0' and <= '9' and var ones, '$', ..]
            || !text.StartsWith(BCryptPrefix, StringComparison.Ordinal) || text.Length != Length || !text.Skip(Salt).All(IsCryptLetter))
        {
            return StoredHashProblem.Malformed;
        }

        return (((tens - '0') * 10) + ones - '0') switch
        {
            < 4 or > 31 => StoredHashProblem.Malformed,
            > MostBCryptCost => StoredHashProblem.TooCostly,
            var cost => new StoredHash.BCrypt(cost),
        };
    }

    private static StoredHashReading ShaCrypt(string text, int bits)
    {
        // What stands before the first "$" and the number of the format.
        var parts = text.Split('$')[2..];
        var rounds = DefaultRounds;
        if (parts[0].StartsWith(Rounds, StringComparison.Ordinal))
        {
            if (!int.TryParse(parts[0].AsSpan(Rounds.Length), NumberStyles.None, CultureInfo.InvariantCulture, out rounds)
                || rounds < LeastRounds)
            {
                return StoredHashProblem.Malformed;
            }

            parts = parts[1..];
        }

        var length = bits == 256 ? 43 : 86;
        return parts switch
        {
            [{ Length: <= LongestSalt } salt, var sum] when sum.Length == length && sum.All(IsCryptLetter) =>
                rounds > MostRounds ? StoredHashProblem.TooCostly : new StoredHash.ShaCrypt(bits, rounds, salt, sum),
            _ => StoredHashProblem.Malformed,
        };
    }

    private static StoredHashReading Digest(ReadOnlySpan<char> base64, int bits)
    {
        var length = bits / 8;
        return Bytes(base64) is { } bytes && bytes.Length > length
            ? new StoredHash.SaltedDigest(bits, bytes.AsMemory(0, length), bytes.AsMemory(length))
            : StoredHashProblem.Malformed;
    }

    private static StoredHashReading Identity(string base64)
    {
        const int HeaderV3 = 13;
        const int LengthV2 = 49;
        const int IterationsV2 = 1_000;
        const int Least = 16;
        switch (Bytes(base64))
        {
            case null or [] or [> 1, ..]:
                return StoredHashProblem.Unknown;
            case [0, ..] and { Length: LengthV2 }:
                return new StoredHash.Identity(2, IterationsV2);
            case [1, 0, 0, 0, <= 2, ..] and { Length: > HeaderV3 } bytes:
                var iterations = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5));
                var salt = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(9));
                var isWhole = iterations > 0 && salt >= Least && bytes.Length - HeaderV3 - (long)salt >= Least;
                return !isWhole ? StoredHashProblem.Malformed
                    : iterations > MostRounds ? StoredHashProblem.TooCostly : new StoredHash.Identity(3, (int)iterations);
            default:
                return StoredHashProblem.Malformed;
        }
    }

    private static byte[]? Bytes(ReadOnlySpan<char> base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64Chars(base64, bytes, out var length) && !base64.ContainsAny(" \t\r\n") ? bytes[..length] : null;
    }

    private static bool IsCryptLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '/';
}
